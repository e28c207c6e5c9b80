"""The keys of a listing and of a section: what is given arrives in the model as it was typed."""

from datetime import date
from pathlib import Path

import pytest

from guide.content.records import listings
from guide.model import (
    ServiceArea,
)

FULL = """
short_name: HFB
name_note: food only
alternate_names: The Harbor
former_names: [Old Harbor, Pier Kitchen]
summary: Groceries
alert: Closed for now
closed: yes
phones: [773-471-0999]
email: help@example.org
website: www.example.org
hours: |
  Monday: 9:30 to noon
  Tuesday: NO
service_areas: [{city: Oakland}, {state_province: CA}]
eligibility_description: Anyone
fees_description: Free
required_documents: [Photo ID, Proof of address]
languages: [English, Spanish]
accessibility: Step-free
transportation: Bus 12
services: Food
audience: [Families, Youth]
verified: 2026-03-14
verified_by: M. Jones
source: Our survey
"""


def test_every_key_of_a_listing(load_listing):
    """What content gives arrives as it was typed."""
    listing = load_listing(*FULL.strip().split("\n"))
    assert (listing.short_name, listing.name_note, listing.summary) == ("HFB", "food only", "Groceries")
    assert (listing.alternate_names, listing.former_names) == (
        ("The Harbor",),
        ("Old Harbor", "Pier Kitchen"),
    )
    assert (listing.alert, listing.closed) == ("Closed for now", True)
    assert listing.phones[0].e164 == "+17734710999"
    assert (listing.email, listing.website) == ("help@example.org", "https://www.example.org")
    assert listing.hours == ("Monday: 9:30 to noon", "Tuesday: NO")
    assert listing.service_areas == (ServiceArea(city="Oakland"), ServiceArea(state_province="CA"))
    assert (listing.required_documents, listing.languages) == (
        "Photo ID; Proof of address",
        "English, Spanish",
    )
    assert (listing.services, listing.audience) == (("Food",), ("Families", "Youth"))
    assert (listing.verified, listing.verified_by, listing.source) == (
        date(2026, 3, 14),
        "M. Jones",
        "Our survey",
    )


def test_what_is_empty_is_not_there(load_listing):
    """A key without a value is a key that is not given."""
    assert (
        load_listing("phones:", "email:", "alert: ''", "hours: []", "locations:", "address: {}")
        == load_listing()
    )


def test_blanks_are_told_once_for_each_key(load):
    """A value of spaces of any kind is as good as none, and its key is told with the number of such values."""
    found = load(
        food="""title: Food
listings:
  - id: food-bank
    name: Harbor Food Bank
    address: {city: Oakland, country: '   ', address_2: "\\u00a0"}
    phones: ' '
    hours: [Monday, ' ']
    description: "\\u3000"
  - id: meals
    name: Meals
    address: {city: Oakland, country: ' '}
"""
    )
    assert [(problem.name, problem.level, problem.mark.line) for problem in found.problems] == [
        ("blank", "warning", line) for line in (5, 5, 6, 7, 8)
    ]
    assert '"country" has nothing but spaces after it (2 times)' in found.lines[0]
    first, second = found.guide.listings
    assert (
        first.locations == second.locations
        and first.hours == ("Monday",)
        and not first.phones
        and not first.description
    )
    bare = load(food="title: Food\nlistings:\n  - id: food-bank\n    name: ' '\n")
    assert [problem.name for problem in bare.problems] == [
        "missing",
        "blank",
    ] and '"name" is empty' in bare.lines[0]


def test_entities_are_printed_as_what_they_stand_for(load):
    """HTML's way to write a character is decoded, and told; one that stands for nothing to be seen is an error."""
    found = load(
        food="""title: Food &amp; Shelter
listings:
  - id: food-bank
    name: St. Mary&#39;s &amp;amp; Pantry
    summary: AT&T and R&B; Q&A &copy2 &notit;
    address: {address_1: 12 A&amp;B Street, city: Oakland}
    description: Meals &ndash; daily
"""
    )
    (listing,) = found.guide.listings
    assert (found.guide.sections[0].title, listing.name) == ("Food & Shelter", "St. Mary's & Pantry")
    assert (
        listing.summary == "AT&T and R&B; Q&A &copy2 &notit;"
        and listing.description[0].spans[0].text == "Meals \u2013 daily"
    )
    assert [problem.name for problem in found.problems] == ["entity"] * 3
    assert found.lines[1] == (
        "sections/food.yaml:4:19: St. Mary's & Pantry: \"name\" has &#39; of a web page in it, which is printed as '; write '"
    )
    for entity in ("&#8203;", "&shy;", "&zwnj;", "&#xAD;"):
        for key in ("summary", "description"):
            found = load(
                food=f"title: Food\nlistings:\n  - id: a\n    name: A\n    {key}: infor{entity}mation\n"
            )
            assert "unseen-character" in [problem.name for problem in found.problems]


@pytest.mark.parametrize(
    "text, is_told",
    [
        ("Come in. " * 28 + "And", True),
        ("Come in. " * 28 + "Ok.", False),
        ("x" * 252 + " to", True),
        ("x" * 255, False),
        ("Come in. " * 28 + "Every", False),
        ("Come in. " * 56 + "Then bring", False),
        ("Come in. " * 55 + "And", False),
        ("Come in. " * 55 + "Bring", True),
        ("Come in. " * 27 + "\n\n      - tea\n      - bed", False),
        ("Come in. " * 27 + "\n\n      - tea and", True),
    ],
)
def test_a_text_that_was_cut_off_is_told(load, text, is_told):
    """One that ends in the middle of a sentence at a number of characters where tables end."""
    for key in ("description", "fees_description"):
        found = load(food=f"title: Food\nlistings:\n  - id: a\n    name: A\n    {key}: |\n      {text}\n")
        assert [problem.name for problem in found.problems] == ["cut-off"] * is_told


def test_texts_are_folded_and_composed(load_listing):
    """One-line texts have single spaces and composed letters."""
    assert load_listing("summary: >", "  Cafe\u0301   and", "  meals").summary == "Caf\u00e9 and meals"


@pytest.mark.parametrize(
    "name, expected",
    [
        ("20-food.yaml", "food"),
        ("food.yaml", "food"),
        ("10_Food & Meals.yaml", "food-meals"),
        ("2024.yaml", "2024"),
    ],
)
def test_the_id_of_a_section(name, expected):
    """A file's name without its number is the id, if there is none in the file."""
    assert listings.section_id(Path(name)) == expected


@pytest.mark.parametrize(
    "written, meant",
    [
        ("adress", "address"),
        ("phone", "phones"),
        ("Phones", "phones"),
        ("e-mail", "email"),
        ("opening hours", "hours"),
        ("shortName", "short_name"),
        ("price", "fees_description"),
        ("url", "website"),
        ("quartz", ""),
    ],
)
def test_did_you_mean(written, meant):
    """A key that is not there is matched with the one that was meant."""
    assert listings.LISTING_RECORD.meant(written) == meant


@pytest.mark.parametrize(
    "lines, said",
    [
        ("    contact: Maria Lopez", "attention: belongs under locations:"),
        ("    confidential: yes", "confidential: belongs under address:"),
        (
            "    address:\n      city: Oakland\n      phones: 988",
            "phones: belongs beside address:, as far left as it",
        ),
        ("    icon: food", "icon: belongs above listings:, at the beginning of the file"),
        (
            "    notes: ask Dan",
            'put "# " before the line if it is a note for yourselves; docs/keys.md has every key',
        ),
    ],
)
def test_a_key_at_the_wrong_level_is_sent_where_it_belongs(load, lines, said):
    """The nearest place that has it is named, and never thirty keys."""
    found = load(section=f"title: Food\nlistings:\n  - id: a\n    name: A\n{lines}\n")
    (problem,) = [each for each in found.problems if each.name == "unknown-key"]
    assert problem.hint == said
