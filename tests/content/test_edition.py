"""Edition files: every key as it is read, and one clear line for every value that cannot be."""

from datetime import date

import pytest

from guide.content.edition import (
    COVERS,
    EDITION,
    FORMATS,
    PRESSES,
    default_edition,
    load_editions,
)
from guide.content.edition_choice import CHOICE
from guide.content.file import read_file
from guide.content.records.print_shop import INKS
from guide.model import Choice, Nearby, PrintingCondition, Spot
from guide.model.order import ORDERS
from guide.model.sketch import MapPlan


@pytest.fixture
def load(tmp_path):
    """Writes edition files, load(x="format: a4"), and reads them: (editions, lines)."""

    def load_files(**files):
        for folder in ("editions", "maps"):
            (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / "maps/town.geojson").touch()
        for name, text in files.items():
            (tmp_path / "editions" / f"{name}.yaml").write_text(text, encoding="utf-8")
        editions, problems = load_editions(tmp_path, read_file)
        return editions, [str(problem).replace(f"{tmp_path}/editions/", "") for problem in problems]

    return load_files


WHOLE = """
default: yes
title: Food and beds
subtitle: In the north
format: large-print
page: [8 in, 10 in]
binding: holes
margin: 1 in
body_size: 13.5
ink: black
spot: {name: PANTONE 3155 C, cmyk: [100, 0, 28, 44]}
printing_condition: FOGRA52
press: n-up
up: 8
copies: 2
flip: long
back: poster
crop_marks: no
columns: 2
rows: no
compact: true
open: no
open_now: yes
cover: light
contents: section
how_to_use: none
signs: none
about: no
news: index
index: [topic, name]
form: no
icons: no
number: 4
colour: plum
date: 2026-03-01
discard_after: 2027-03-01
isbn: 978-0-306-40615-7
issn: 2049-3630
order: by place
city_order: [Oakland, Berkeley]
neighborhood_order: [Temescal]
note: Only what is open at night.
choice:
  sections: [food, beds]
  listings: harbor
  leave_out: [abbey]
  services: [Food]
  audience: [Women]
  cities: [Oakland]
  neighborhoods: [Temescal]
  states: [CA]
  postal_codes: [01234, 94]
  near: {latitude: 37.8, longitude: -122.27, kilometres: 5 miles}
  verified_since: 2026-01-01
  languages: Spanish
fit: 8 pages
pages: 8
languages: [en, es]
bilingual: under
untranslated: leave out
hyphenation: no
help: [box, strip]
own_pages: [welcome]
maps: maps/town.geojson
notes: no
language_help: [zh, vi]
standard: ua-2
attach: [text, web]
exit: no
exit_to: https://www.example.org
web_fonts: no
site: https://www.example.org/help
time_zone: America/Chicago
contracted: no
cells: 32
volume_pages: 60
lines: 28
greeting: For {name}
price_per_sheet: 0.05
"""


def test_every_key_is_read(load):
    """None is lost, and each has its type; a ZIP code keeps its zero."""
    editions, lines = load(x=WHOLE)
    edition = editions["x"]
    assert lines == []
    near = Nearby(latitude=37.8, longitude=-122.27, kilometres=pytest.approx(8.04672))
    assert edition.choice == Choice(
        sections=("food", "beds"),
        listings=("harbor",),
        leave_out=("abbey",),
        services=("Food",),
        audience=("Women",),
        cities=("Oakland",),
        neighborhoods=("Temescal",),
        states=("CA",),
        postal_codes=("01234", "94"),
        near=near,
        verified_since=date(2026, 1, 1),
        languages=("Spanish",),
    )
    assert [getattr(edition, field.key) for field in EDITION.fields if field.key != "choice"] == [
        True,
        "Food and beds",
        "In the north",
        "large-print",
        (576, 720, "8 x 10 in"),
        "holes",
        72,
        13.5,
        "black",
        "n-up",
        8,
        2,
        "long",
        "poster",
        False,
        Spot("PANTONE 3155 C", (100, 0, 28, 44)),
        PrintingCondition("FOGRA52"),
        2,
        False,
        True,
        "none",
        True,
        "light",
        "section",
        "none",
        "none",
        "none",
        "index",
        ("name", "topic"),
        False,
        False,
        4,
        "plum",
        date(2026, 3, 1),
        date(2027, 3, 1),
        "by place",
        ("Oakland", "Berkeley"),
        ("Temescal",),
        "978-0-306-40615-7",
        "2049-3630",
        "Only what is open at night.",
        8,
        8,
        ("en", "es"),
        "under",
        "leave out",
        False,
        ("box", "strip"),
        ("welcome",),
        (MapPlan(file="maps/town.geojson"),),
        False,
        ("zh", "vi"),
        "ua-2",
        ("text", "web"),
        False,
        "https://www.example.org",
        False,
        "https://www.example.org/help",
        "America/Chicago",
        False,
        32,
        60,
        28,
        "For {name}",
        0.05,
    ]


def test_every_key_of_the_tables_is_in_that_file():
    """A new key needs a line above."""
    for field in (*EDITION.fields, *CHOICE.fields):
        assert f"{field.key}:" in WHOLE


@pytest.mark.parametrize(
    "key,values",
    [("format", FORMATS), ("ink", INKS[:3]), ("press", PRESSES), ("order", ORDERS), ("cover", COVERS)],
)
def test_every_word_of_a_choice(load, key, values):
    """As it stands, and in capitals."""
    for value in values:
        for text in (value, value.upper()):
            editions, lines = load(x=f"{key}: {text}\n")
            assert lines == [] and getattr(editions["x"], key) == value


@pytest.mark.parametrize(
    "text,expected",
    [("no", ()), ("strip", ("strip",)), ("[box, ends, back]", ("box", "ends", "back")), ("BACK", ("back",))],
)
def test_places_of_help(load, text, expected):
    editions, lines = load(x=f"help: {text}\n")
    assert lines == [] and editions["x"].help == expected


def test_a_place_of_help_that_there_is_not_is_told(load):
    assert "box, strip, ends, back" in load(x="help: everywhere\n")[1][0]


@pytest.mark.parametrize("text,expected", [("8", 8), ("8 pages", 8), ("1 page", 1)])
def test_pages(load, text, expected):
    assert load(x=f"fit: {text}\n")[0]["x"].fit == expected


@pytest.mark.parametrize(
    "text,expected",
    [("8 km", 8), ("1.5km", 1.5), ("1 mile", 1.609344), ("2 mi", 3.218688), ("5 miles", 8.04672)],
)
def test_distances(load, text, expected):
    edition = load(x=f"choice:\n  near: {{latitude: 1, longitude: 2, kilometres: {text}}}\n")[0]["x"]
    assert edition.choice.near.kilometres == pytest.approx(expected)


BAD = [
    ("format: leter", "1:9", '"format" cannot be "leter"', "letter"),
    ("format: legal paper", "1:9", '"format" cannot be "legal paper"', "half-letter"),
    ("body_size: 10.5", "1:12", "body_size", "from 11 to 36"),
    ("body_size: 37", "1:12", "body_size", "from 11 to 36"),
    ("body_size: large", "1:12", "'large'", "as in 14"),
    ("body_size: -12", "1:12", "'-12'", "as in 14"),
    ("ink: gray", "1:6", '"ink" cannot be "gray"', "grey"),
    ("press: bookelt", "1:8", '"press" cannot be "bookelt"', "booklet"),
    ("up: 1", "1:5", '"up" is "1"', "2, 4, 8 or 16"),
    ("up: four", "1:5", '"up" is "four"', "2, 4, 8 or 16"),
    ("up: 7", "1:5", '"up" is "7"', "2, 4, 8 or 16"),
    ("crop_marks: maybe", "1:13", '"crop_marks" is "maybe"', "yes or no"),
    ("columns: 3", "1:10", '"columns" is "3"', "write 1 or 2"),
    ("columns: two", "1:10", '"columns" is "two"', "write 1 or 2"),
    ("compact: 1", "1:10", '"compact" is "1"', "yes or no"),
    ("number: 0", "1:9", '"number" is "0"', "from 1 to 999"),
    ("number: first", "1:9", '"number" is "first"', "from 1 to 999"),
    ("colour: pink", "1:9", '"colour" cannot be "pink"', "plum"),
    ("date: tomorrow", "1:7", '"tomorrow" is not a date', "2026-03-14"),
    ("discard_after: 2027-02-30", "1:16", '"2027-02-30" is not a date', "2026-03-14"),
    ("order: by nam", "1:8", '"order" cannot be "by nam"', "by name"),
    ("fit: some pages", "1:6", "'some pages'", "8 pages"),
    ("fit: 0", "1:6", "'0'", "8 pages"),
    ("price_per_sheet: cheap", "1:18", "'cheap'", "0.05"),
    ("title: [a, b]", "1:8", '"title" is a list here', "one text"),
    ("choice: food", "1:9", '"choice" is a text here', "sections"),
    ("choice:\n  near: Oakland", "2:9", '"near" is a text here', "latitude"),
    ("choice:\n  near: {latitude: 91, longitude: 0, kilometres: 1 km}", "2:20", "91", ""),
    ("choice:\n  near: {latitude: 1, longitude: 0}", "2:9", 'needs "kilometres"', "add"),
    ("choice:\n  near: {latitude: 1, longitude: 0, kilometres: 5}", "2:49", "'5'", '"5 miles" or "8 km"'),
    ("choice:\n  verified_since: May", "2:19", '"May" is not a date', "2026-03-14"),
    ("page: 4 in", "1:7", "not a width and a height", "[4 in, 7 in]"),
    ("page: [1 in, 7 in]", "1:7", "no guide can be read on a page of 1 x 7 in", "another size"),
    ("format: a4\npage: [4 in, 7 in]", "1:1", "a format that says another", "leave out format or page"),
    ("binding: glue", "1:10", '"binding" cannot be "glue"', "staple, spiral, holes"),
    ("copies: 0", "1:9", '"copies" is "0"', "from 1 to 16"),
    ("margin: wide", "1:9", "'wide'", "100 mm"),
    ("format: a4\nformat: letter", "2:1", '"format" is given twice', "delete"),
]


@pytest.mark.parametrize("text,place,message,hint", BAD)
def test_every_bad_value_has_one_clear_line(load, text, place, message, hint):
    """Where it stands, what is wrong, what to do."""
    _, lines = load(x=text + "\n")
    assert len(lines) == 1 and lines[0].startswith(f"x.yaml:{place}: "), lines
    assert message in lines[0] and hint in lines[0].partition("; ")[2]


@pytest.mark.parametrize(
    "text,place,near",
    [
        ("formt: a4", "1:1", "format"),
        ("paper: a4", "1:1", "format"),
        ("font_size: 14", "1:1", "body_size"),
        ("color: plum", "1:1", "colour"),
        ("printer: duplex", "1:1", "press"),
        ("price: 1", "1:1", "price_per_sheet"),
        ("page_count: 8", "1:1", "pages"),
        ("select:\n  cities: [A]", "1:1", "choice"),
        ("choice:\n  tags: [a]", "2:3", "services"),
        ("choice:\n  zip: 94607", "2:3", "postal_codes"),
        ("choice:\n  exclude: a", "2:3", "leave_out"),
        (
            "choice:\n  near:\n    latitude: 1\n    longitude: 2\n    kilometres: 1 km\n    lat: 3",
            "6:5",
            "latitude",
        ),
    ],
)
def test_a_key_that_does_not_exist_is_told_with_what_was_meant(load, text, place, near):
    """Also by the names that other people have for it."""
    _, lines = load(x=text + "\n")
    assert (
        len(lines) == 1
        and lines[0].startswith(f"x.yaml:{place}: ")
        and lines[0].endswith(f'did you mean "{near}"?')
    )


@pytest.mark.parametrize(
    "text,what", [("- a\n", "lines of the form key: text"), ("a: [\n", "x.yaml:2:1"), ("", "empty")]
)
def test_a_file_that_is_no_edition(load, text, what):
    """One line, and no crash."""
    _, lines = load(x=text)
    assert len(lines) == 1 and what in lines[0]


def test_two_defaults_are_one_too_many(load):
    """Both are named."""
    _, lines = load(x="default: yes\n", y="default: yes\n", z="default: no\n")
    assert len(lines) == 1 and lines[0].startswith("y.yaml:1:1: y is a default edition, and so is x")


def test_two_files_of_one_name_are_told(load, tmp_path):
    """x.yaml and x.yml would be made in one folder."""
    (tmp_path / "editions").mkdir()
    (tmp_path / "editions" / "x.yml").write_text("format: letter\n")
    assert len(load(x="format: a4\n")[1]) == 1


def test_the_default_edition(load):
    """The one that says so, or the first; without files, Letter."""
    assert default_edition(load()[0]).format == "letter"
    assert default_edition(load(b="format: a4\n", c="format: a5\n")[0]).name == "b"
    assert default_edition(load(c="default: yes\n")[0]).name == "c"
