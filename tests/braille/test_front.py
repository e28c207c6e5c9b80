"""What stands before the listings of a volume."""

from dataclasses import replace

import pytest

from guide.braille.blocks import NAME, SECTION, SUBHEAD, Block
from guide.braille.compose import Composer, Whereabouts
from guide.braille.front import Front, first_page, last_page
from guide.braille.words import braille_words
from guide.language.words import ENGLISH
from guide.model import Publisher
from tests.exchange.give.samples import printed, rich

FOOD = [Block("Food", SECTION, "section food"), Block("1 Harbor", NAME, "listing harbor"), Block("soup")]
SAFE = [Block("Safe", SECTION, "section safe"), Block("2 Refuge", NAME, "listing refuge")]
PLACES = {"section safe": 9, "listing harbor": 4, first_page(2): 8, last_page(2): 14}


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return printed(rich(tmp_path_factory.mktemp("rich")))


def front(guide, *volumes):
    return Front(Composer(guide, ENGLISH, Whereabouts(PLACES)), braille_words("en"), volumes)


def texts(blocks):
    return [" ".join(block.text.split()) for block in blocks]


def test_help_stands_first_and_then_who_hands_it_out(guide):
    publisher = Publisher(name="Harbor", address=("1 Pier",), email="a@harbor.org")
    blocks = [*front(replace(guide, publisher=publisher), FOOD).title_page(1)]
    assert texts(blocks) == [
        "Help near you", "Edition 1, April 1, 2026", "Need help now?", "In danger: 911", "Harbor", "1 Pier", "a@harbor.org",
    ]  # fmt: skip
    assert [each.style.heads for each in blocks[-3:]] == [True, True, False]  # on one page


def test_a_volume_says_which_it_is_and_its_pages(guide):
    assert texts(front(guide, FOOD, SAFE).title_page(2))[2:5] == ["In 2 volumes", "Volume 2", "Pages 8 to 14"]


def test_the_note_tells_what_the_transcription_is_like(guide):
    one = " ".join(texts(front(guide, FOOD).note(True)))
    assert "This is contracted braille" in one and "same entry" in one and "volumes" not in one
    two = " ".join(texts(front(guide, FOOD, SAFE).note(False)))
    assert "uncontracted braille" in two and "counted through all volumes" in two


def test_the_contents_of_a_volume_are_its_own_and_the_first_names_all_sections(guide):
    first = [*front(guide, FOOD, SAFE).contents(1)]
    assert [(" ".join(each.text.split()), each.page) for each in first] == [
        ("Contents", ""), ("Food", "1"), ("1 Harbor Kitchen (HK)", "4"), ("Volume 2", ""), ("Safe", "9"),
    ]  # fmt: skip
    assert first[3].style is SUBHEAD
    assert texts(front(guide, FOOD, SAFE).contents(2)) == ["Contents", "Safe", "2 Refuge"]
