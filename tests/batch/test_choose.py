"""What each row gets: by place, need, language, audience and edition; and what is told of what nothing has."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from guide.batch.choose import Chooser, Request, value_of
from guide.batch.people import COLUMNS, Person, Table
from guide.errors import ERROR
from guide.project import open_project
from tests.batch.people import write_guide

EDITIONS = {
    "handout": 'greeting: "For {name}"\ndefault: yes\n',
    "spanish": 'languages: es\ngreeting: "Para {name}"\n',
    "food": "choice:\n  services: [Food pantry]\n",
    "bag": "format: one-sheet\n",
}
TABLE = Table(Path("people.csv"), (*COLUMNS[:8], "Case worker"))


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    return open_project(write_guide(tmp_path_factory.mktemp("guide"), each=12, **EDITIONS))


@pytest.fixture
def pick(project):
    """What a row with these values gets."""

    def choose(own=(), request=None, **values):
        chooser = Chooser(project.printed, project.editions, request or Request())
        return chooser.pick(Person(12, values, own), TABLE)

    return choose


def told(picked):
    return [str(problem) for problem in picked.problems]


def test_an_empty_row_gets_all_of_the_default_edition(pick, project):
    """In the order of the guide, with no greeting."""
    wish = pick().wish
    assert wish.listings == tuple(listing.id for listing in project.printed.listings)
    assert wish.edition.name == "handout" and wish.personal == ("", (), 0, 0) and wish.pages == 4


def test_need_and_audience_choose(pick):
    """Topics whatever their capitals, one of several, or a section; both have to be met."""
    assert {id[:4] for id in pick(topic="food PANTRY").wish.listings} == {"food"}
    assert len(pick(topic="Food pantry; Shelter").wish.listings) == 24
    assert {id[:4] for id in pick(topic="Beds").wish.listings} == {"beds"}
    assert pick(topic="Shelter", audience="women").wish.listings == ("beds-0", "beds-5", "beds-10")


def test_the_nearest_come_first(pick):
    """By city, by postal code, by coordinates."""
    assert set(pick(topic="Shelter", city="elgin").wish.listings[:3]) == {"beds-2", "beds-6", "beds-10"}
    assert pick(topic="Shelter", postal_code="61602").wish.listings[0] in ("beds-3", "beds-7", "beds-11")
    near = pick(topic="Shelter", latitude="41.89", longitude="-87.79").wish.listings
    assert near[0] == "beds-1"


def test_language_chooses_the_edition(pick):
    """By its code or its name; an edition that the row names stays, and is told where it is in another language."""
    assert pick(language="es").wish.edition.languages == ("es",)
    assert (
        pick(language="Spanish").wish.edition.name == pick(language="español").wish.edition.name == "spanish"
    )
    assert pick(language="en").problems == ()
    (line,) = told(pick(language="fr"))
    assert line.startswith("people.csv:12:6: there is no edition in French; they get handout; make one")
    (line,) = told(pick(language="es", edition="food"))
    assert "they get food" in line


def test_an_edition_chooses_its_listings(pick):
    """Its own choice stays."""
    assert {id[:4] for id in pick(edition="food").wish.listings} == {"food"}
    assert pick(request=Request(edition="bag")).wish.edition.format == "one-sheet"


@pytest.mark.parametrize(
    "values, line",
    [
        ({"topic": "shelta"}, 'people.csv:12:5: no topic is named "shelta"; did you mean "Shelter"?'),
        ({"topic": "xyz"}, 'people.csv:12:5: no topic is named "xyz"; the guide has Beds, Food, Food pantry, Shelter'),
        ({"audience": "Wimen"}, 'people.csv:12:7: no audience is named "Wimen"; did you mean "Women"?'),
        ({"edition": "fod"}, 'people.csv:12:8: there is no edition "fod"; did you mean "food"?'),
        ({"language": "Spansh"}, 'people.csv:12:6: no language is named "Spansh"; did you mean "Spanish"?'),
        ({"latitude": "north", "longitude": "1"}, 'people.csv:12:1: "north" is no latitude; write it in degrees, as in 37.80'),
        ({"latitude": "91", "longitude": "1"}, 'people.csv:12:1: "91" is no latitude; write it in degrees, as in 37.80'),
    ],
)  # fmt: skip
def test_what_nothing_has_is_told_with_its_row(pick, values, line):
    """And the row gets nothing."""
    picked = pick(**values)
    assert picked.wish is None and told(picked)[0].replace(" and others", "") == line


def test_where_nothing_is_they_get_what_there_is(pick):
    """Told as a warning, with a city that is nearly called so; a postal code of the same area is enough."""
    picked = pick(city="Elgim")
    assert picked.wish and told(picked) == [
        'people.csv:12:3: no listing is in the city "Elgim"; did you mean "Elgin"?'
    ]
    assert pick(postal_code="99999").problems[0].level != ERROR
    assert pick(city="Elgim", postal_code="60199").problems == ()


def test_what_no_listing_meets_is_told(pick):
    """With all that was asked for."""
    (line,) = told(pick(topic="Shelter", edition="food"))
    assert line.startswith(
        "people.csv:12:5: no listing meets all that this row asks for: topic Shelter, edition food;"
    )


def test_the_head_says_what_was_asked_for(pick):
    """The greeting of the edition or of the command, filled from any column; fields of their own; nothing else."""
    own = (("Case worker", "Ms. Lee"),)
    personal = pick(own, name="Ana", city="Elgin", email="ana@example.org").wish.personal
    assert personal.greeting == "For Ana" and personal.fields == own
    asked = Request(greeting="{name}, of {city}: {Case worker}")
    assert pick(own, asked, name="Ana", city="Elgin").wish.personal.greeting == "Ana, of Elgin: Ms. Lee"
    assert pick(own, asked, name="Ana").wish.personal.greeting == ""


def test_two_copies_of_a_sheet_are_told(pick):
    """A row whose edition has no pages gets nothing then."""
    picked = pick(request=Request(two=True), edition="bag")
    assert picked.wish is None and "two copies" in told(picked)[0]


def test_a_value_is_found_by_any_name_of_its_column():
    """As a template writes it."""
    person = Person(2, {"postal_code": "60601"}, (("Case worker", "Ms. Lee"),))
    assert value_of(person, "zip") == "60601" and value_of(person, "Case worker") == "Ms. Lee"
    assert value_of(person, "city") == ""


WORDS = st.sampled_from(
    ["", "Shelter", "Food pantry", "elgin", "60601", "es", "Women", "food", "???", "Beds"]
)


@given(st.fixed_dictionaries({name: WORDS for name in COLUMNS[2:10]}))
def test_whatever_a_row_says_it_is_chosen_for_or_told(project, values):
    """Listings of the guide, each once; or an error that names the row."""
    chooser = Chooser(project.printed, project.editions, Request())
    person = Person(7, {name: text for name, text in values.items() if text})
    picked = chooser.pick(person, TABLE)
    if picked.wish is None:
        assert any(problem.level == ERROR and problem.mark.line == 7 for problem in picked.problems)
        return
    ids = picked.wish.listings
    assert ids and len(set(ids)) == len(ids)
    assert set(ids) <= {listing.id for listing in project.printed.listings}


def test_what_may_not_leave_the_house_cannot_be_asked_for(tmp_path):
    """A topic that only a listing with print: no has is none, and no message says it."""
    folder = write_guide(tmp_path, each=4)
    path = folder / "sections" / "1-beds.yaml"
    section = yaml.safe_load(path.read_text())
    section["listings"][3] |= {"services": ["Safe house"], "print": "no", "print_reason": "asked us"}
    path.write_text(yaml.safe_dump(section))
    project = open_project(folder)
    chooser = Chooser(project.printed, project.editions, Request())
    assert "beds-3" not in chooser.pick(Person(2, {}), TABLE).wish.listings
    assert "beds-3" not in chooser.nearness.offices
    (line,) = told(chooser.pick(Person(2, {"topic": "safe"}), TABLE))
    assert line.startswith('people.csv:2:5: no topic is named "safe"; the guide has')
