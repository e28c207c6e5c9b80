"""Wallet cards: ten on a sheet, front and back, each within its card."""

from dataclasses import replace
from pathlib import Path

import pytest

from guide.errors import Mark
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.wallet import CARD_HEIGHT, CARD_WIDTH, INSET, LEFT, TOP, set_wallet
from guide.layout.pages import ACCENT, Box, Line, Text
from guide.layout.type.fonts import default_stacks
from guide.model import HelpLine, Program, Publisher

MARK = Mark(Path("a.yaml"))


def listing(maker, id="a", **more):
    return maker.listing(id, **{"phones": (maker.phone(),), **more})


def cards(maker, *listings, language="en", **more):
    helped = (HelpLine(text="In danger", phone=maker.phone("911", e164="911")),)
    guide = maker.guide(maker.section(*listings), language=language, **{"help_now": helped, **more})
    numbers = {each.id: place for place, each in enumerate(guide.listings, 1)}
    return set_wallet(guide, words_in(language), default_stacks(language), numbers)


def texts(page):
    return [item for item in page.items if isinstance(item, Text) and item.text.strip()]


def test_ten_cards_a_side_and_one_of_them_is_read(maker):
    """The other nine are artifacts, and their numbers no links."""
    document, problems, _ = cards(maker, listing(maker), listing(maker, "b"))
    assert problems == () and len(document.pages) == 2
    for page, shown in zip(document.pages, ("911", "773-471-0999")):
        found = [item for item in texts(page) if item.text == shown]
        per_card = len(found) // 10
        assert len(found) == 10 * per_card and sum(item.tag is not None for item in found) == per_card
        assert len(page.links) == per_card
    assert {(page.width, page.height) for page in document.pages} == {(612, 792)}


def test_the_measures_of_the_look(maker):
    """Band 22 high at 12, rows of 20 from 38 and of 19 from 10, the last lines on 134 and 137."""
    publisher = Publisher(name="Harbor Clinic", phone=maker.phone("217-555-0110"))
    document, _, _ = cards(
        maker, listing(maker), publisher=publisher, website="https://help.example", number=3
    )
    front, back = ({item.text.strip(): item for item in texts(page) if item.tag} for page in document.pages)
    band = next(item for item in document.pages[0].items if isinstance(item, Box) and item.fill == ACCENT)
    assert band[:4] == (LEFT + 12, TOP + 12, 228, 22)
    assert front["911"].y == TOP + 53 and front["911"].size == 15
    assert front["217-555-0110"].y == TOP + 73 and front["Harbor Clinic"].x == LEFT + 12
    assert front["Edition 3, blue, November 2026"].y == TOP + 134
    assert back["773-471-0999"].y == TOP + 24 and back["773-471-0999"].bounds.right == pytest.approx(
        LEFT + 240
    )
    assert back["help.example"].y == back["Call first"].y == TOP + 137


@pytest.mark.parametrize("language", ("en", "es", "ar", "hi", "zh"))
def test_nothing_leaves_its_card(maker, language):
    """Less its insets; names that are too long are cut, and it is said."""
    long = [listing(maker, f"n{n}", name="The very long name of an organisation " * 2) for n in range(6)]
    document, problems, said = cards(maker, *long, language=language)
    assert problems == () and "names cut" in said[-1]
    for page in document.pages:
        for item in texts(page):
            edges = item.bounds
            left = LEFT + CARD_WIDTH * (edges.left > LEFT + CARD_WIDTH)
            top = TOP + CARD_HEIGHT * int((item.y - TOP) // CARD_HEIGHT)
            assert left + INSET - 0.5 <= edges.left and edges.right <= left + CARD_WIDTH - INSET + 0.5
            assert top + 8 <= edges.top and edges.bottom <= top + CARD_HEIGHT - 3


def test_marks_stand_in_the_margins_alone(maker):
    document, _, _ = cards(maker, listing(maker))
    marks = [item for item in document.pages[0].items if isinstance(item, Line)][:18]
    assert all(abs(item.x1 - item.x2) + abs(item.y1 - item.y2) == 9 for item in marks)
    for item in marks:
        outside = item.bounds.bottom < TOP or item.bounds.top > TOP + 720
        assert outside or item.bounds.right < LEFT or item.bounds.left > LEFT + 504


def test_a_short_name_serves_where_the_name_is_too_long(maker):
    name = "The Harbor Needle Exchange and Drop-in Center"
    document, _, said = cards(maker, listing(maker, name=name, short_name="HNE"))
    assert any(item.text == "HNE " for item in texts(document.pages[1])) and len(said) == 1


def test_the_kind_of_a_number_stands_behind_the_name(maker):
    document, _, _ = cards(maker, listing(maker, name="Hope", phones=(maker.phone(type="text"),)))
    assert any(item.text == "Hope (text only) " for item in texts(document.pages[1]))


def test_what_a_card_cannot_say_is_an_error(maker):
    """More than six listings, one without a number or closed, a front that is too full."""
    seven = [listing(maker, f"n{n}") for n in range(8)]
    _, (problem,), _ = cards(maker, *seven)
    assert problem.name == "wallet-full" and "2 do not fit: Name of n6, Name of n7" in problem.message
    assert "no phone number" in cards(maker, listing(maker, phones=()))[1][0].message
    assert "closed for now" in cards(maker, replace(listing(maker), closed=True))[1][0].message
    lines = tuple(HelpLine(text="Somebody is in danger", phone=maker.phone()) for _ in range(5))
    assert "front of a wallet card" in cards(maker, listing(maker), help_now=lines)[1][0].message


def test_a_listing_whose_programs_alone_have_numbers_has_that_of_the_first(maker):
    """A fax is no number to call."""
    fax, called = maker.phone("773-471-0001", type="fax"), maker.phone("773-471-0002")
    programs = (
        Program(mark=MARK, name="Fax line", phones=(fax,)),
        Program(mark=MARK, name="Night line", phones=(called,)),
        Program(mark=MARK, name="Day line", phones=(maker.phone("773-471-0003"),)),
    )
    document, problems, _ = cards(maker, listing(maker, phones=(), programs=programs))
    back = {item.text.strip() for item in texts(document.pages[1])}
    assert problems == () and called.printed in back and not {fax.printed, "773-471-0003"} & back


def test_bookmarks_lead_to_the_back(maker):
    document, _, _ = cards(maker, listing(maker), listing(maker, "b"))
    (section,) = document.outline
    assert [entry.destination.page for entry in section.children] == [1, 1]
    assert ENGLISH.call_before in "".join(item.text for item in texts(document.pages[1]))
