"""What stands around the sections."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide.braille.back import Body, grouped
from guide.braille.blocks import NAME, PART, ROW, ROW_INSIDE, SECTION
from guide.braille.compose import Composer, Whereabouts
from guide.braille.words import braille_words
from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.parts.index_rows import INSIDE, SEE, IndexRow
from guide.model import (
    Coupon,
    Edition,
    Heading,
    OpeningHours,
    OpeningRule,
    OwnPage,
    Paragraph,
    Picture,
    Publisher,
    Span,
)
from guide.model.changes import CHANGED, Change, Changes
from tests.exchange.give.samples import printed, rich

PLACES = {"listing refuge": 9, "listing harbor": 4}


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return printed(rich(tmp_path_factory.mktemp("rich")))


def body(guide, **asked):
    return Body(Composer(guide, ENGLISH, Whereabouts(PLACES)), braille_words("en"), Edition(name="a", **asked))  # fmt: skip


def said(units):
    return [" ".join(block.text.split()) for unit in units for block in unit.blocks]


def page(id, place, **more):
    text = (
        Heading(1, (Span("Breathing"),)),
        Heading(2, (Span("Then"),)),
        Picture("a.png", "a hand on a chest", caption=(Span("Like this"),)),
        Coupon((Paragraph((Span("One soup"),)),)),
    )
    return OwnPage(id=id, title=f"Page {id}", mark=Mark(Path("x")), text=text, place=place, **more)


def test_pages_of_the_guides_own_stand_at_their_places(guide):
    places = {"a": "page 2", "b": "food", "c": "nowhere", "d": "index", "e": "last", "f": "cover"}
    pages = tuple(page(id, place) for id, place in places.items())
    whole = body(replace(guide, own_pages=(*pages, page("g", "last", spare=True)))).units()
    titles = [block.text for unit in whole for block in unit.blocks if block.style is SECTION]
    assert titles == [
        "Page a", "Page f", "Food and meals", "Page b", "Safe places", "Page c", "Index", "Page d", "About this guide", "Page e",
    ]  # fmt: skip


def test_the_text_of_a_page_has_its_headings_and_says_its_pictures(guide):
    (unit,) = body(replace(guide, own_pages=(page("a", "last"),))).own_pages("last")
    assert unit.begins and unit.blocks[0].place == "page a"
    assert [(each.text, each.style) for each in unit.blocks][1:3] == [("Breathing", NAME), ("Then", PART)]
    assert said([unit])[3:] == ["⠈⠨⠣Picture: a hand on a chest⠈⠨⠜", "Like this", "One soup"]


def test_the_index_has_names_places_and_topics_with_pages(guide):
    units = [*body(guide).index()]
    blocks = [block for unit in units for block in unit.blocks]
    assert [each.text for each in blocks if each.style is NAME] == ["By name", "By place", "By topic"]
    rows = {each.text: each.page for each in blocks if each.page}
    assert rows["Refuge"] == "9" and rows["Old Kitchen, now HK"] == "4" and rows["Hot meals: Harbor Kitchen"] == "4"  # fmt: skip
    assert [unit.begins for unit in units].count(True) == 1
    names = [block.text for unit in body(guide, index=("name",)).index() for block in unit.blocks]
    assert "By place" not in names and [*body(guide, index=()).index()] == []


def test_rows_of_the_index(guide):
    row = body(guide).index_row
    assert row(IndexRow("Naloxone", level=SEE, bold="Narcan")).text == "Narcan, see Naloxone"
    assert row(IndexRow("", bold="Larkin")).style.heads
    inside = row(IndexRow("Refuge", "refuge", INSIDE))
    assert (inside.style, inside.page) == (ROW_INSIDE, "9")
    assert body(guide).row("Gone", "").style is ROW
    rows = [IndexRow("", bold="Larkin"), IndexRow("a", "refuge", INSIDE), IndexRow("b", "harbor")]
    assert [len(group) for group in grouped(rows)] == [2, 1]


def test_who_is_open_late(guide):
    first = guide.sections[0].listings[0]
    hours = OpeningHours(text="", rules=(OpeningRule(days=(0, 1, 2, 3, 4), spans=((1020, 1260),)),))
    office = replace(first.locations[0], opening=hours)
    listing = replace(first, closed="", locations=(office,), programs=(), opening=None)
    several = tuple(replace(listing, id=id) for id in ("harbor", *"abcdefgh"))
    open_ = replace(guide, sections=(replace(guide.sections[0], listings=several),))
    (late,) = body(open_).open_late()
    assert late.begins and said([late])[0] == "Open late and at weekends"
    row = late.blocks[3]
    assert "773-471-0999" in row.text
    assert " ".join(row.text.split()).startswith("Harbor Kitchen") and "5–9\u00a0pm" in row.text
    assert row.page == "4"
    assert [*body(open_, open="none").open_late()] == []


def test_what_is_new(guide):
    old = guide.sections[1].listings[0]
    change = Change(id="refuge", name="Refuge", kind=CHANGED, old=old, new=replace(old, name="Haven"))
    news = Changes(number=1, before=date(2026, 1, 1), listings=(change,))
    units = [*body(replace(guide, news=news), news="page 2").news()]
    assert "What is new" in said(units) and any(each.startswith("Refuge") for each in said(units))
    assert [*body(replace(guide, news=news)).news()] == [*body(guide, news="page 2").news()] == []


def test_what_there_is_to_know_of_the_guide(guide):
    publisher = Publisher(name="Harbor", email="a@harbor.org", other_formats="Large print")
    notes = (Paragraph((Span("Good luck."),)),)
    changed = replace(guide, publisher=publisher, closing_notes=notes)
    texts = said(body(changed, discard_after=date(2027, 1, 1)).about())
    assert texts[:2] == ["About this guide", "Good luck."]
    assert "Please throw this away after January 1, 2027." in texts
    assert "Something wrong? Tell the staff." in texts and "Or tell us here: a@harbor.org" in texts
    assert any(each.startswith("Large print:") for each in texts)
