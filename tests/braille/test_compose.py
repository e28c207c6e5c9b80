"""The sections of an edition as texts for braille."""

from dataclasses import replace

import pytest

from guide.braille.blocks import DEEP, NAME, PART, SECTION, SUBHEAD
from guide.braille.compose import Composer, Whereabouts, place_of
from guide.language.words import ENGLISH
from guide.model import Entry, Group, Reference, Span
from guide.model.order import CALL_FIRST
from tests.exchange.give.samples import printed, rich

KNOWN = Whereabouts({"listing refuge": 7}, {"listing refuge": 2}, "volume {number}, {page}")


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return printed(rich(tmp_path_factory.mktemp("rich")))


def opened(guide):
    """A guide whose first listing is open."""
    first, *others = guide.sections
    return replace(guide, sections=(replace(first, listings=(replace(first.listings[0], closed=""),)), *others))  # fmt: skip


def blocks_of(guide, where=KNOWN, here=2):
    composer = Composer(guide, ENGLISH, where)
    composer.here = here
    return [block for section in guide.sections for unit in composer.section(section) for block in unit.blocks]  # fmt: skip


def texts_of(*asked):
    """Texts, with spaces for what print ties."""
    return [" ".join(block.text.split()) for block in blocks_of(*asked)]


def test_headings_say_what_begins_where(guide):
    heads = (SECTION, NAME, PART)
    found = [(" ".join(each.text.split()), each.style, each.place) for each in blocks_of(guide) if each.style in heads]  # fmt: skip
    assert found[:4] == [
        ("Food and meals", SECTION, "section food"),
        ("1 Harbor Kitchen (HK) (church hall)", NAME, "listing harbor"),
        ("Pier", PART, ""),
        ("Hill", PART, ""),
    ]


def test_how_to_reach_them_and_when(guide):
    guide = opened(guide)
    texts = texts_of(guide)
    assert "773-471-0998, ext. 5, fax, the office" in texts
    assert "at night: night@harbor.org" in texts and "harbor.org/a?b=1" in texts
    hours = [" ".join(block.text.split()) for block in blocks_of(guide) if block.style is DEEP]
    assert "Monday to Friday 9 am to noon" in hours and "Saturday 10 am to 2 pm" in hours
    assert "Cost: Free" in texts and "Old Kitchen, now Harbor Kitchen" in texts
    assert any(text.startswith("Monday 7 pm to 8 pm: Women's meeting, for women") for text in texts)


def test_of_what_is_closed_no_hours_are_said(guide):
    assert "Hours:" not in texts_of(guide) and "Old Kitchen, now Harbor Kitchen" in texts_of(guide)


def test_a_fax_comes_last_as_in_print(guide):
    texts = texts_of(opened(guide))
    assert texts.index("773-471-0998, ext. 5, fax, the office") > texts.index("741741, text only, send HELLO")


def test_of_a_confidential_place_the_city_alone_is_said(guide):
    texts = texts_of(guide)
    assert texts[texts.index("Larkin, OR") + 1] == "Address not public: call first"


def test_other_listings_are_named_with_number_and_page_and_another_volume(guide):
    assert "see Refuge (2), page 7." in " ".join(texts_of(guide))
    assert "see Refuge (2), volume 2, page 7." in " ".join(texts_of(guide, KNOWN, 1))
    whole = " ".join(texts_of(guide, Whereabouts()))
    assert "see Refuge (2)." in whole and "page" not in whole


def test_it_is_not_said_twice_that_one_has_to_see(guide):
    composer = Composer(guide, ENGLISH)
    spans = (Span("Soup, see "), Span("", mention="refuge"))
    assert composer.line(spans) == "Soup, see Refuge\u00a0(2)"


def test_what_a_listing_is_in_few_words_is_said_where_nothing_else_is(guide):
    section = guide.sections[0]
    bare = replace(section.listings[0], description=())
    texts = texts_of(replace(guide, sections=(replace(section, listings=(bare,)),)))
    assert "Hot meals." in texts


def test_what_is_closed_for_good_has_no_numbers(guide):
    section = guide.sections[1]
    gone = replace(section.listings[1], phones=guide.sections[0].listings[0].phones)
    texts = texts_of(replace(guide, sections=(replace(section, listings=(gone,)),)))
    assert texts == ["Safe places", "1 Gone House", "Closed for good", "It has closed."]


def test_subheadings_of_cities_and_days(guide):
    """Each stands with the first below it; a row has its times of that day and leads to where the listing is."""
    section = guide.sections[1]
    groups = (
        Group("Larkin", tuple(Entry(each.id) for each in section.listings)),
        Group(0, (Entry("group", False, section.listings[2].meetings[0].hours.rules),)),
        Group(CALL_FIRST, (Entry("refuge", False),)),
    )
    changed = replace(guide, sections=(replace(section, groups=groups),))
    blocks = blocks_of(changed, KNOWN._replace(pages={place_of("group"): 5}))
    assert [each.text for each in blocks if each.style is SUBHEAD] == ["Larkin", "Monday", "Call first"]
    place = [each.text for each in blocks].index("Monday")
    assert " ".join(blocks[place + 1].text.split()) == "3 Night Group, Monday 7 pm to 8 pm, page 5"


def test_a_row_of_a_meeting_says_where_and_what_it_is(guide):
    section = guide.sections[1]
    (meeting,) = section.listings[2].meetings
    entry = Entry("group", False, meeting.hours.rules, meeting, 0, guide.sections[0].listings[0].locations[0])
    row = [*Composer(guide, ENGLISH).row(entry)]
    assert " ".join(row[0].text.split()).startswith("4 Night Group, Pier, 12 Pier Street, Suite 5")
    assert "Monday" in row[1].text and "Women's meeting" in row[1].text
    secret = entry._replace(where=section.listings[0].locations[0])
    (first, _) = Composer(guide, ENGLISH).row(secret)
    assert "Address not public: call first" in first.text and "Zeta" not in first.text


def test_a_line_that_leads_to_another_section(guide):
    section = replace(guide.sections[0], listings=(), references=(Reference("refuge", 0),))
    composer = Composer(guide, ENGLISH, KNOWN)
    (unit,) = composer.section(section)
    assert " ".join(unit.blocks[-1].text.split()) == "2 Refuge, volume 2, page 7"
    (empty,) = composer.section(replace(section, references=()))
    assert [each.text for each in empty.blocks][0] == "Food and meals"


def test_many_offices_say_once_what_they_have_alike(guide):
    section = guide.sections[0]
    office = replace(section.listings[0].locations[0], hours=("Daily",))
    other = replace(office, address=replace(office.address, city="Albany"))
    listing = replace(section.listings[0], locations=(office, other) * 7, hours=(), closed="")
    blocks = [*Composer(guide, ENGLISH).contact(listing)]
    assert [each.text for each in blocks].count("Daily") == 1
    addresses = [each.text for each in blocks if "Pier Street" in each.text]
    assert ["Albany" in each for each in addresses] == [True] * 7 + [False] * 7
