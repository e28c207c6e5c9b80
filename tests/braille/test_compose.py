"""An edition as texts for braille."""

from dataclasses import replace

import pytest

from guide.braille.blocks import DEEP, NAME, PART, SECTION
from guide.braille.compose import Composer
from guide.language.words import ENGLISH
from tests.exchange.give.samples import printed, rich


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return printed(rich(tmp_path_factory.mktemp("rich")))


def blocks_of(guide, page_of=lambda place: ""):
    return [*Composer(guide, ENGLISH, page_of).body()]


def test_headings_say_what_begins_where(guide):
    found = [
        (block.text, block.style, block.place)
        for block in blocks_of(guide)
        if block.style in (SECTION, NAME, PART)
    ]
    assert found[:4] == [
        ("Food and meals", SECTION, "section food"),
        ("Harbor Kitchen (HK) (church hall)", NAME, "listing harbor"),
        ("Pier", PART, ""),
        ("Hill", PART, ""),
    ]


def test_how_to_reach_them_and_when(guide):
    texts = [block.text for block in blocks_of(guide)]
    assert "773-471-0998, ext. 5, fax, the office" in texts
    assert "at night: night@harbor.org" in texts and "harbor.org/a?b=1" in texts
    assert [block.text for block in blocks_of(guide) if block.style is DEEP][:2] == ["Monday to Friday 9 am to noon", "Saturday 10 am to 2 pm"]  # fmt: skip
    assert "Cost: Free" in texts and "Old Kitchen, now Harbor Kitchen" in texts
    assert any(text.startswith("Monday 7 pm to 8 pm: Women's meeting, for women") for text in texts)


def test_of_a_confidential_place_the_city_alone_is_said(guide):
    texts = [block.text for block in blocks_of(guide)]
    place = texts.index("Larkin, OR")
    assert texts[place + 1] == "Address not public: call first"


def test_other_listings_are_named_with_their_braille_page(guide):
    texts = " ".join(block.text for block in blocks_of(guide, {"listing refuge": "7"}.get))
    assert "see Refuge, page 7" in texts and "see Night Group" in texts and "page None" not in texts


def test_what_is_closed_for_good_has_no_numbers(guide):
    section = guide.sections[1]
    gone = replace(section.listings[1], phones=guide.sections[0].listings[0].phones)
    texts = [
        block.text for block in blocks_of(replace(guide, sections=(replace(section, listings=(gone,)),)))
    ]
    assert texts == ["Safe places", "Gone House", "Closed for good", "It has closed."]


def test_the_contents_and_the_title_page(guide):
    composer = Composer(guide, ENGLISH, lambda place: "")
    assert [(each.text, each.depth) for each in composer.contents()][:3] == [("Food and meals", 0), ("Harbor Kitchen", 1), ("Safe places", 0)]  # fmt: skip
    assert [block.text for block in composer.title_page()] == [
        "Help near you", "Edition 1, April 1, 2026", "Need help now?", "In danger: 911",
    ]  # fmt: skip
