"""A listing on a screen."""

from guide.web.page import Page
from guide.web.tree import to_html
from tests.web.pages import all_of, by_id, said, shown

BODY = Page(shown()).body()
PANTRY, SAFE, SHELTER = (by_id(BODY, id) for id in ("pantry", "safe-house", "shelter"))


def test_the_order_of_print():
    """Name, news, how to reach it, when it was checked, what it does, facts."""
    text = said(PANTRY)
    places = [
        text.index(each)
        for each in (
            "Elm <Pantry>",
            "217-555-0110",
            "elm@",
            "www.elm",
            "12 Elm",
            "Monday",
            "Checked",
            "Bags",
            "Cost",
            "Topics",
        )
    ]
    assert places == sorted(places)


def test_the_number_is_a_link_that_lasts():
    head = all_of(PANTRY, "h3")[0]
    assert (
        to_html(head)
        == "<h3><a class=n href=#pantry>1<span class=v>. </span></a>Elm &lt;Pantry&gt; <small>(EP)</small></h3>"
    )


def test_below_a_subheading_names_are_a_level_lower():
    assert [each.tag for each in all_of(SHELTER) if each.tag in ("h3", "h4", "h5")] == ["h4", "h5"]


def test_mentions_and_links_in_prose():
    prose = to_html(all_of(PANTRY, class_="t")[0])
    assert "<a href=#shelter>Shelter</a>" in prose and 'href="https://example.org/?a=1&amp;b=2"' in prose
    assert "<ul><li>bread<li>soup</ul>" in prose and "<b>call</b>" in prose


def test_news_and_a_closed_listing():
    """Its alert is heard as one, and the clock knows nothing of it."""
    assert (
        said(all_of(SAFE, class_="al")[0]) == "Alert: Closed <for> now"
        and dict(SAFE.attributes)["data-x"] == "1"
    )


def test_status():
    assert "<span>Checked <time datetime=2026-08>August 2026</time></span>" in to_html(
        all_of(PANTRY, class_="st")[0]
    )
    assert said(all_of(SAFE, class_="st")[0]) == "Not yet checked"


def test_topics_are_seen_since_search_finds_them():
    assert said(all_of(PANTRY, class_="tp")[0]) == "Food, Naloxone, Families"


def test_a_program_has_its_own_place():
    program = by_id(BODY, "shelter--program-1")
    assert said(all_of(program, "h5")[0]) == "Night desk" and "Ring the bell." in said(program)


def test_two_languages():
    """Each text once in each; what is not translated is not said again."""
    own = by_id(Page(shown(languages=("en", "es"))).body(), "pantry")
    prose = [said(each) for each in all_of(own, class_="t")]
    assert len(prose) == 2 and prose[1] == "Bolsas y cajas."
    assert dict(all_of(own, class_="t")[1].attributes)["lang"] == "es"
    assert said(all_of(own, class_="st")[0]).count("2026") == 2


def test_names_are_not_translated():
    """They are marked as the language of the guide."""
    own = by_id(Page(shown(languages=("es",))).body(), "pantry")
    assert "<span lang=en>Elm &lt;Pantry&gt;</span>" in to_html(all_of(own, "h3")[0])
