"""What stands behind the listings."""

from dataclasses import replace
from datetime import date

from guide.content.compare.listings import compare
from guide.web.back import Back, filled
from guide.web.page import Page
from guide.web.tree import el, to_html
from tests.web.pages import all_of, by_id, said, shown

BODY = Page(shown()).body()


def test_the_parts_that_there_are():
    """Too few listings with hours for a part of who is open late; an index of no part is none."""
    assert [id for _, id in Back(shown()).parts] == ["a-to-z", "about"]
    assert [id for _, id in Back(shown(index=())).parts] == ["about"]


def test_names_places_and_topics():
    index = by_id(BODY, "a-to-z")
    assert [said(each) for each in all_of(index, "h3")] == ["By name", "By place", "By topic"]
    rows = to_html(index)
    assert (
        "<li><a href=#pantry>Old Pantry, now EP</a>" in rows
        and "<a href=#shelter--program-1>Night desk, Shelter</a>" in rows
    )
    assert (
        "<b>Springfield</b><ul><li><a href=#pantry>EP</a><li><a href=#safe-house>Safe House</a></ul>" in rows
    )


def test_another_word_for_a_topic_leads_to_it():
    assert "<b>Narcan</b>: <a href=#pantry>" in to_html(by_id(BODY, "a-to-z"))


def test_about():
    text = said(by_id(BODY, "about"))
    for each in (
        "Groups move.",
        "Harbor Clinic",
        "217-555-0100",
        "Teal edition 3, November 23, 2026",
        "Checked: August 2026",
        "Nobody has called",
    ):
        assert each in text


def test_mistakes_are_told_by_mail_or_to_the_staff():
    assert "mailto:guide@example.org" in to_html(by_id(BODY, "about"))
    one = shown()
    silent = replace(one, guide=replace(one.guide, publisher=replace(one.guide.publisher, email="")))
    assert "Tell the staff." in said(el("div", list(Back(silent).corrections())))


def test_what_the_way_out_cannot_do_is_said():
    assert "cannot delete your browser" in said(by_id(BODY, "about"))
    assert "cannot delete" not in said(el("div", list(Back(shown(exit=False)).safety())))


def test_help_in_other_languages():
    """In each of them, and marked so."""
    html = to_html(by_id(BODY, "about"))
    assert (
        "<span lang=es>Necesito un" in html
        and "<span lang=ar dir=rtl>" in html
        and "tel:+12175550102" in html
    )


def test_a_template_with_elements():
    assert to_html(el("p", filled("{a}, see {b}.", a=el("b", "x"), b="y"))) == "<p><b>x</b>, see y.</p>"


def test_what_is_new():
    """Since the edition before, where that is known: listings that are new or changed as links, those that are gone."""
    one = shown()
    old = replace(one.guide, edition=replace(one.guide.edition, number=2, date=date(2026, 5, 1)))
    fewer = replace(old.sections[0], listings=old.sections[0].listings[:1])
    gone = replace(one.guide.listings[1], id="gone", name="Old House")
    before = replace(old, sections=(replace(fewer, listings=(*fewer.listings, gone)), *old.sections[1:]))
    news = compare(before, one.guide)
    told = replace(one, guide=replace(one.guide, news=news), edition=replace(one.edition, news="listings"))
    back = Back(told)
    assert ("What is new", "news") in back.parts
    text = to_html(next(back.all()))
    assert (
        "edition 2 of May 1, 2026" in text
        and "<a href=#safe-house>Safe House</a>" in text
        and "Old House" in text
    )
    assert "news" not in [id for _, id in Back(one).parts]
