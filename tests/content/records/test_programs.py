"""The programs of an organisation: what is read of them, what their listing takes over, and what is wrong."""

import pytest

from guide.content.choose.choice import choose
from guide.content.choose.printable import printable
from guide.content.records.programs import PROGRAM
from guide.content.units import Replacer, listing_units
from guide.language.words import ENGLISH
from guide.model import Choice, Edition
from tests.conftest import LISTING

WHOLE = (
    "locations: [{name: Library, address: {city: Oakland, state_province: CA}}]",
    "services: [food]",
    "languages: English",
    "programs:",
    "  - name: Legal clinic",
    "    description: Helps with rent.",
    "    location: Library",
    "    phones: [{number: 510-444-0134, description: ask for Kim}]",
    "    hours: Tu 18:00-22:00",
    "    fees_description: Free",
    "    languages: Spanish",
    "    minimum_age: 18",
    "    services: [law, food]",
    "    audience: [tenants]",
    "  - name: Closed to all",
    "    phones: 510-444-0135",
    "    services: [hidden]",
    "    print: no",
    "  - name: Showers",
    "    hours: after lunch",
)


def test_a_program_is_read(load_listing):
    program, _, last = load_listing(*WHOLE).programs
    assert (program.name, program.location, program.number, program.key) == (
        "Legal clinic",
        "Library",
        1,
        "program-1",
    )
    assert program.phones[0].e164 == "+15104440134" and program.opening.week[1] == ((1080, 1320),)
    assert (program.fees_description, program.languages, program.minimum_age) == ("Free", "Spanish", 18)
    assert last.hours == ("after lunch",) and last.opening is None and last.number == 3


def test_its_numbers_are_numbers_of_the_listing(load_listing):
    assert [phone.e164 for phone in load_listing(*WHOLE).all_phones] == ["+15104440134", "+15104440135"]


def test_its_topics_are_topics_of_the_listing(load_listing):
    """Each once, and none of a program that is not printed."""
    listing = load_listing(*WHOLE)
    assert (listing.services, listing.audience) == (("food", "law"), ("tenants",))


@pytest.mark.parametrize(
    "choice", [{"services": ("law",)}, {"audience": ("tenants",)}, {"languages": ("Spanish",)}]
)
def test_an_edition_finds_the_listing_by_its_programs(load, choice):
    guide = load(food=LISTING + "".join(f"    {line}\n" for line in WHOLE)).guide
    chosen, problems = choose(guide, Edition(name="x", choice=Choice(**choice)))
    assert len(chosen.listings) == 1 and problems == ()


def test_one_that_is_not_printed_is_nowhere_and_the_others_keep_their_keys(load):
    guide = printable(load(food=LISTING + "".join(f"    {line}\n" for line in WHOLE)).guide)
    [listing] = guide.listings
    assert [program.key for program in listing.programs] == ["program-1", "program-3"]
    keys = [unit.key for unit in listing_units(listing) if unit.key.startswith("program-")]
    assert keys == [
        "program-1-name",
        "program-1-description",
        "program-1-fees_description",
        "program-1-languages",
        "program-1-phone-1-description",
        "program-3-name",
        "program-3-hours",
    ]
    assert "0135" not in str(listing)


def test_its_texts_are_translated(load):
    guide = printable(load(food=LISTING + "".join(f"    {line}\n" for line in WHOLE)).guide)
    [listing] = guide.listings
    texts = {
        unit.place: ("tarde",) if unit.key.endswith("hours") else "ES" for unit in listing_units(listing)
    }
    there = Replacer(texts, {}, ENGLISH.hours).listing(listing)
    assert [program.name for program in there.programs] == ["ES", "ES"] and not there.untranslated
    assert (
        there.programs[0].phones[0].description == there.programs[0].location.replace("Library", "ES") == "ES"
    )
    assert there.programs[1].hours == ("tarde",) and not there.programs[1].hours_untranslated


@pytest.mark.parametrize(
    "lines, name, words",
    (
        (("programs:", "  - phones: 510-444-0134"), "missing", "name"),
        (("programs:", "  - name: A", "    location: Librarie"), "program-place", "Librarie"),
        (("programs:", "  - name: A", "    address: 1 Pier Street"), "unknown-key", "beside programs:"),
        (("programs:", "  - name: A", "    price: Free"), "unknown-key", "fees_description"),
        (("programs:", "  - name: A", "    extension: 12"), "unknown-key", "under phones:"),
        (("programs:", "  - name: A", "    minimum_age: 9", "    maximum_age: 3"), "ages", "from 9 to 3"),
        (("services:", "  - name: A", "    phones: 510-444-0134"), "program-as-topic", "programs:"),
        (("offers:", "  - name: A"), "unknown-key", "programs"),
    ),
)
def test_what_is_wrong_is_told(load, lines, name, words):
    problems = load(food=LISTING + "".join(f"    {line}\n" for line in lines)).problems
    assert [problem.name for problem in problems] == [name]
    assert words in str(problems[0])


def test_a_program_can_have_every_fact_of_a_listing():
    from guide.facts import FACT_KEYS

    assert set(FACT_KEYS) <= PROGRAM.readers.keys()
