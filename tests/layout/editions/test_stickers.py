"""Stickers: each inside its label on every sheet, whatever the listing is called; what does not fit is told."""

from dataclasses import replace

import pymupdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.build import write_pdf
from guide.label_sheets import SHEETS
from guide.layout.editions.label_pages import FEED, Sheeting
from guide.layout.editions.stickers import set_stickers
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Box, Text
from tests.corrected import guides
from tests.thorough import examples
from tests.verapdf import available, failed_rules


def listing(maker, id="a", number="312-555-0100", **more):
    return maker.listing(id, **{"locations": (maker.office("Chicago", maker.phone(number)),), **more})


def stickers(maker, sheet="5163", copies=1, start=1, before=None, after=None):
    asked = guides(
        maker,
        before or [listing(maker), listing(maker, "b"), listing(maker, "c")],
        after or [listing(maker, number="312-555-0199"), listing(maker, "b", alert="Moves soon")],
    )
    return set_stickers(asked, Sheeting(SHEETS[sheet], start), copies)


def said(page):
    return [item.text.strip() for item in page.items if isinstance(item, Text) and item.text.strip()]


def test_the_measures_of_the_look(maker):
    """16 from the side and 12 from the top; number at 0, name and block at 30, the bar 12 left of them; the page at the foot."""
    (page,) = stickers(maker).document.pages
    found = {item.text.strip(): item for item in reversed(page.items) if isinstance(item, Text)}
    left, top = 11.25 + 16, 36 + 12
    number, name, street = found["1"], found["Name of a"], found["3110 West Taylor Street"]
    assert (number.x, number.y, number.size) == (left, top + 15, 15)
    assert (name.x, name.y) == (left + 30, top + 15)
    assert (street.x, street.y) == (left + 30, top + 20 + 4 + 12)
    bar = min((item for item in page.items if isinstance(item, Box)), key=lambda box: box.x + 10 * box.y)
    assert bar.x + bar.width / 2 == left + 18
    last = found["Page 1. Edition 1, blue, November 2026"]
    assert (last.x, last.y) == (left + 30, 36 + 144 - 10 - 4)
    assert street.y < found["312-555-0199"].y < last.y


def test_of_what_is_gone_only_that_is_said(maker):
    page = stickers(maker).document.pages[0]
    assert "No longer in this guide. Ask the staff to" in said(page) and "Moves soon" in said(page)


def test_they_stand_by_page_and_then_again(maker):
    """So that a sheet is full, and begins where labels are left."""
    made = stickers(maker, copies=0, start=4)
    (page,) = made.document.pages
    numbers = [text for text in said(page) if text.isdigit() and len(text) == 1]
    assert numbers == ["1", "2", "3", "1", "2", "3", "1"]
    assert len(made.whole) == 3 and not (made.shortened or made.too_long or made.nowhere)


def test_street_and_city_stand_on_one_line_where_there_is_no_room(maker):
    """Then only what is new is said; then nothing."""
    name = "A long name of a group that goes on over several lines"
    numbers = ["312-555-0101", "312-555-0102", "312-555-0103"]
    for count, street, is_short in ((2, "1 Elm Street, Chicago, IL 60612", False), (3, "", True)):
        before = listing(
            maker,
            name=name,
            locations=(maker.office("Chicago", *map(maker.phone, numbers[:count]), street="1 Elm Street"),),
        )
        after = listing(
            maker,
            name=name,
            locations=(
                maker.office(
                    "Chicago",
                    *map(maker.phone, [*numbers[: count - 1], "312-555-0199"]),
                    street="1 Elm Street",
                ),
            ),
        )
        made = stickers(maker, before=[before], after=[after])
        assert bool(made.shortened) is is_short and "312-555-0199" in said(made.document.pages[0])
        assert street in " ".join(said(made.document.pages[0]))
        assert ("312-555-0101" in said(made.document.pages[0])) is not is_short


def test_what_has_no_room_is_told(maker):
    """And what is new has no page to be stuck on."""
    long = (maker.paragraph("many words " * 80),)
    made = stickers(
        maker,
        "5160",
        before=[listing(maker)],
        after=[listing(maker, description=long), listing(maker, "new")],
    )
    assert made.document is None
    assert [each.name for each in made.too_long] == ["Name of a"]
    assert [each.name for each in made.nowhere] == ["Name of new"]


WORDS = st.text("abcdefgh IJKLM-é'", min_size=1, max_size=90).filter(str.strip)


@pytest.mark.slow
@settings(max_examples=examples(12, 150))
@given(data=st.data(), name=st.sampled_from(sorted(SHEETS)))
def test_every_sticker_lies_inside_its_label(maker, data, name):
    """Measured in the PDF, for listings with names, streets and news of any length, on any sheet, a feed's error away from the edge."""
    before, after = [], []
    for id in ("a", "b", "c"):
        street, called, hours = data.draw(WORDS), data.draw(WORDS), data.draw(WORDS)
        office = maker.office("Chicago", maker.phone(), street=street, hours=(hours,))
        before.append(listing(maker, id, called))
        after.append(listing(maker, id, called, locations=(office,), alert=data.draw(st.just("") | WORDS)))
    sheet = SHEETS[name]
    made = set_stickers(guides(maker, before, after), Sheeting(sheet), 0)
    assert len(made.whole) + len(made.shortened) + len(made.too_long) == 3
    if made.document:
        check_inside(made.document, sheet)


def check_inside(document, sheet):
    """Every letter and every drawing of a PDF lies within one label."""
    (width, height), spots = sheet.label, [sheet.spot(place) for place in range(sheet.count)]
    with pymupdf.open(stream=write_pdf(LaidOut(document), "colour")) as pdf:
        for page in pdf:
            boxes = [pymupdf.Rect(path["rect"]) for path in page.get_drawings()]
            boxes += [pymupdf.Rect(x, y - 0.7 * size, x2, y + 0.2 * size) for x, y, x2, size in letters(page)]
            for box in boxes:
                x, y = min(
                    spots,
                    key=lambda spot: (
                        abs(spot.x + width / 2 - (box.x0 + box.x1) / 2) / width
                        + abs(spot.y + height / 2 - (box.y0 + box.y1) / 2) / height
                    ),
                )
                assert x + FEED - 0.2 <= box.x0 and box.x1 <= x + width - FEED + 0.2, (box, x, y)
                assert y + FEED - 0.2 <= box.y0 and box.y1 <= y + height - FEED + 0.2, (box, x, y)


def letters(page):
    """(left, baseline, right, size) of each letter that shows."""
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", ()):
            for span in line["spans"]:
                for char in span["chars"]:
                    if char["c"].strip():
                        yield char["bbox"][0], char["origin"][1], char["bbox"][2], span["size"]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ar"])
def test_they_conform(maker, with_language, tmp_path, language):
    with_language(language)
    asked = guides(maker, [listing(maker)], [listing(maker, number="312-555-0199")], language=language)
    document = set_stickers(asked, Sheeting(SHEETS["L7163"])).document
    check_inside(document, SHEETS["L7163"])
    path = tmp_path / "stickers.pdf"
    path.write_bytes(write_pdf(LaidOut(document), "colour"))
    if available():
        assert not failed_rules([path])


def test_a_guide_in_two_languages_has_both_on_its_stickers(maker):
    """Hours and news in each, address and number once."""
    made = []
    for language, hours, alert in (
        ("en", "Every day", "Moves soon"),
        ("es", "Todos los días", "Se muda pronto"),
    ):
        office = maker.office("Chicago", maker.phone(), hours=(hours,))
        before = [listing(maker, locations=(office,)), listing(maker, "b")]
        made.append(guides(maker, before, [replace(before[0], alert=alert)], language=language))
    (page,) = set_stickers(made[0], Sheeting(SHEETS["5164"]), 1, made[1]).document.pages
    assert {"Every day", "Todos los días", "Moves soon", "Se muda pronto"} <= set(said(page))
    assert said(page).count("773-471-0999") == 1
    joined = " ".join(said(page))
    assert "No longer in this guide." in joined and "Ya no está en esta guía." in joined
