"""The pane of the page."""

import pytest

from guide.studio.views.page import in_sight, side_by_side


@pytest.fixture
def look(client):
    """look(owner="listing/pantry", **more): what the pane is told."""
    return lambda **query: client.get("/page/facts", params=query).json()


@pytest.fixture
def again(client):
    """Take in what was changed outside."""
    return client.app.app.state.studio.look_again


def links(facts, **wanted):
    """What stands on the pages in sight, as far as it is what is wanted."""
    return [
        each
        for boxes in facts["boxes"].values()
        for each in boxes
        if all(each[key] == value for key, value in wanted.items())
    ]


def test_a_listing_is_found_on_its_page(client, look):
    """With its numbers, and a picture below."""
    facts = look(owner="listing/pantry", moves=1)
    assert facts["shown"] == facts["own"] and len(facts["own"]) == 1
    whole = links(facts, owner="listing/pantry", what="listing")
    assert [each["label"] for each in whole] == ["Open listing 2, Elm Pantry"] and not whole[0]["path"]
    assert {each["path"] for each in links(facts, owner="listing/pantry")} >= {
        "phones-0",
        "locations-0-phones-0",
        "locations-0-hours-0",
    }
    assert client.get(f"/page/{facts['shown'][0]}.png").content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    "old, new, path",
    [
        ("type: fax", "type: faks", "phones-1-type"),
        ("773-471-0113", "312-055-2755", "locations-0-phones-0-number"),
    ],
)
def test_an_error_stands_at_its_number(look, change, again, old, new, path):
    """It is drawn all the same, and leads to its field."""
    change("food", old, new)
    again()
    (mark,) = [each for each in links(look(owner="listing/pantry", moves=1)) if each["problem"]]
    assert mark["path"] == path and mark["what"] != "listing" and mark["problem"].startswith("Problem: ")


def test_an_error_that_has_no_line_stands_at_its_listing(look, change, again):
    change("food", "verified: 2026-04-01", "verified: April")
    again()
    (mark,) = [each for each in links(look(owner="listing/pantry", moves=1)) if each["problem"]]
    assert (mark["what"], mark["path"]) == ("listing", "verified")


@pytest.mark.parametrize(
    "path",
    [
        "/page/99.png",
        "/page/0.png?edition=x",
        "/page/0.png?scale=a",
        "/page/facts?edition=x",
        "/page/facts?at=x",
    ],
)
def test_what_there_is_not(client, path):
    assert client.get(path).status_code == 404


def test_a_guide_that_cannot_be_drawn_says_why(look, folder, again):
    for path in folder.glob("sections/*.yaml"):
        path.write_text("listings: [", encoding="utf-8")
    again()
    facts = look(owner="listing/pantry")
    assert facts["sizes"] == [] and "shown" not in facts
    assert facts["why"] == "Section 1 cannot be read: line 2. Section 2 cannot be read: line 2."


def test_a_section_that_cannot_be_read_is_told_and_the_rest_is_drawn(look, change, again):
    """And of it what can be read."""
    change("food", "name: Elm Pantry", "name: [Elm Pantry")
    again()
    facts = look(owner="listing/kitchen", moves=1)
    assert facts["unread"] == "Section 2 cannot be read: line 4." and facts["own"]
    change("food", "title: Food", "listings: [")
    again()
    assert look(owner="listing/kitchen", moves=1)["own"] == []
    assert links(look(owner="listing/shelter", moves=1), owner="listing/shelter")


def test_an_edition_in_each_language(client, look, folder, again):
    """As it says itself, and in every language of the guide; a translation that is changed is drawn anew."""
    place = folder / "translations/es/sections"
    place.mkdir(parents=True)
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\n")
    (folder / "editions/both.yaml").write_text("languages: [en, es]\n")
    again()
    assert [each["title"] for each in look(edition="letter")["languages"]] == ["English", "Spanish"]
    languages = look(edition="both")["languages"]
    assert [(each["name"], each["title"]) for each in languages] == [
        ("", "English and Spanish"),
        ("en", "English"),
        ("es", "Spanish"),
    ]
    studio = client.app.app.state.studio
    before = studio.drawing("letter", "es")
    assert studio.drawing("letter", "es") is before
    (folder / "translations/es/guide.yaml").write_text("title: {text: Ayuda}\n", encoding="utf-8")
    again()
    assert studio.drawing("letter", "es") is not before


def test_two_pages_are_those_that_lie_side_by_side():
    assert [side_by_side(page, 5, True) for page in range(5)] == [[0], [1, 2], [1, 2], [3, 4], [3, 4]]
    assert side_by_side(1, 2, True) == side_by_side(0, 2, True) == [0, 1]  # the sides of a sheet
    assert side_by_side(3, 4, True) == [3] and side_by_side(2, 5, False) == [2]


def test_nothing_moves_where_a_part_is_in_sight():
    assert in_sight(2, [1, 2], 5, True, False) == [2]
    assert in_sight(4, [1, 2], 5, True, False) == [1]
    assert in_sight(4, [1, 2], 5, False, False) == [4]
    assert in_sight(9, [], 5, True, False) == [4]
    assert in_sight(0, [4], 5, True, True) == [3, 4]
