"""Folders of content: what is read, in which order, and each kind of bad content with its own clear line."""

import os
import shutil
import time
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.content import load as load_module
from guide.content.load import load_guide
from guide.errors import ERROR, GuideError
from guide.reading.nodes import MAX_EVENTS
from guide.reading.text import MAX_BYTES
from tests.random_texts import ANY
from tests.thorough import examples

CASES = Path(__file__).parent.parent / "cases" / "bad"
SHIPPED = Path(__file__).parent.parent.parent / "content"
FOOD = "title: Food\nlistings:\n  - {id: food-bank, name: Harbor Food Bank}\n"
SHELTER = "title: Shelter\nlistings:\n  - {id: night-shelter, name: Night Shelter}\n"


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_bad_content_is_told_in_plain_words(case, monkeypatch, request):
    """Each folder of bad content gives the lines that stand beside it, and a guide only if all are warnings."""
    monkeypatch.chdir(case)
    guide, problems = load_guide(Path("."))
    told = "".join(f"{problem}\n" for problem in problems)
    expected = case / "expected.txt"
    if request.config.getoption("--update-golden"):
        expected.write_text(told, encoding="utf-8")
    assert told == expected.read_text(encoding="utf-8")
    assert told
    assert (guide is None) == any(problem.level == ERROR for problem in problems)


def test_the_guide_that_ships_is_good():
    """Nothing is wrong with the content in this repository."""
    guide, problems = load_guide(SHIPPED)
    assert problems == ()
    assert len(guide.listings) == 18


def test_a_guide_has_what_its_file_says(load):
    """Every key of the guide's file arrives in the model."""
    found = load(
        guide="""
title: Help near you
subtitle: Food and shelter
language: en-US
country: CA
website: www.example.org/guide
publisher: {name: Harbor Clinic, address: [1 Main Street, "Oakland, CA"]}
edition: {number: 7, colour: plum, date: 2026-04-01}
help_now:
  - In danger? Call
  - {text: Any time, phone: 988}
how_to_use:
  - Find a **name**.
closing_notes: Call first.
topic_synonyms: {Narcan: Naloxone}
"""
    )
    guide = found.guide
    assert (guide.title, guide.subtitle, guide.language, guide.country) == (
        "Help near you",
        "Food and shelter",
        "en-US",
        "CA",
    )
    assert guide.website == "https://www.example.org/guide"
    assert guide.publisher.address == ("1 Main Street", "Oakland, CA")
    assert (guide.edition.number, guide.edition.colour, guide.edition.date) == (7, "plum", date(2026, 4, 1))
    assert [(line.text, line.phone and line.phone.e164) for line in guide.help_now] == [
        ("In danger? Call", None),
        ("Any time", "988"),
    ]
    assert [[span.strong for span in step] for step in guide.how_to_use] == [[False, True, False]]
    assert guide.closing_notes[0].spans[0].text == "Call first."
    assert guide.topic_synonyms == (("Narcan", "Naloxone"),)


def test_sections_come_in_the_order_of_their_names(load):
    """Without a list, every file in the folder sections is a section."""
    found = load(**{"food": FOOD, "10-shelter": SHELTER})
    assert [section.id for section in found.guide.sections] == ["shelter", "food"]


def test_sections_come_in_the_order_of_the_list(load):
    """With a list, only what it names is printed."""
    listed = "sections: [sections/b.yaml, sections/a.yaml]\n"
    found = load(
        guide="title: Help\nedition: {date: 2026-04-01}\n" + listed, a=FOOD, b=SHELTER, c="not: used\n"
    )
    assert [section.title for section in found.guide.sections] == ["Shelter", "Food"]
    problem, other = found.problems  # food.yaml is there too
    assert (problem.name, problem.mark.path.name, other.name) == ("unlisted-section", "c.yaml", problem.name)
    assert problem.hint.startswith("add this line below the others there: - sections/c.yaml;")


def test_a_section_beside_the_folder_of_sections_is_told(load, tmp_path):
    """It is one by its list; other files beside guide.yaml are not."""
    (tmp_path / "food 2.yaml").write_text(FOOD, encoding="utf-8")
    (tmp_path / "words.yaml").write_text("Food: Listings\n", encoding="utf-8")
    (problem,) = load().problems
    assert problem.message.startswith("this file has listings, and is not in the folder sections")
    assert problem.mark.path.name == "food 2.yaml"
    listed = load("title: Help\nedition: {date: 2026-04-01}\nsections: sections/food.yaml\n").problems
    assert [each.hint.partition(";")[0] for each in listed] == [
        'add this line below the others there: - "food 2.yaml"'
    ]


def test_a_section_has_what_its_file_says(load):
    """Every key of a section's file arrives in the model."""
    found = load(
        food="id: meals\ntitle: Food\nintroduction: |\n  One.\n\n  Two.\npage: flows on\n"
        + FOOD.split("\n", 1)[1]
    )
    section = found.guide.sections[0]
    assert (section.id, section.title, section.flows_on, len(section.introduction)) == (
        "meals",
        "Food",
        True,
        2,
    )
    assert section.listings[0].mark[1:] == (9, 5)


def test_a_mention_of_a_file_that_cannot_be_read_is_not_blamed(load):
    """While a section cannot be read, nobody knows whether its listings exist."""
    found = load(food=FOOD.replace("Bank}", 'Bank, description: "[[night-shelter]]"}'), shelter="title: [\n")
    assert [problem.name for problem in found.problems] == ["not-yaml"]


def test_problems_come_in_the_order_of_the_files(load):
    """The guide's file is first, then the sections; in each from top to bottom."""
    found = load(
        guide="titel: Help\nedition: {date: soon}\n", a="tilte: A\nlistings:\n", b="page: 7\ntitle: B\n"
    )
    places = [tuple(line.split(":")[:2]) for line in found.lines]
    assert places == sorted(places, key=lambda place: (place[0] != "guide.yaml", place[0], int(place[1])))
    assert {place[0] for place in places} == {"guide.yaml", "sections/a.yaml", "sections/b.yaml"}


@pytest.mark.parametrize(
    "name, told", [("nowhere", "this folder does not exist"), ("file", "this is not a folder")]
)
def test_a_folder_that_is_none(tmp_path, name, told):
    """A folder that is not there is one problem."""
    (tmp_path / "file").write_text("")
    guide, (problem,) = load_guide(tmp_path / name)
    assert guide is None
    assert str(problem) == f"{tmp_path / name}: {told}; name the folder that holds guide.yaml"


@pytest.mark.slow
def test_a_file_of_fifty_megabytes_is_refused_at_once(load):
    """A file that nobody wrote is not read to its end."""
    started = time.perf_counter()
    found = load(food=b"title: Food\n# " + b"x" * 50_000_000)
    assert found.lines == (
        f"sections/food.yaml: this file is larger than {MAX_BYTES // 1_000_000} MB;"
        " check that it is the right file, or divide it into several sections",
    )
    assert time.perf_counter() - started < 5


def test_a_file_of_too_many_parts_is_refused(load, monkeypatch):
    """Memory stays bounded where a file is small but made of very many parts."""
    assert MAX_EVENTS == 1_000_000
    monkeypatch.setattr("guide.reading.nodes.MAX_EVENTS", 10_000)
    found = load(food=b"- a\n" * 12_000)
    assert found.lines[0].endswith("this file has more than 10,000 parts; check that it is the right file")


def test_problems_without_end_are_cut_short(load):
    """Of a thousand problems in a file somebody mends the first."""
    found = load(food="".join(f"key{n}: x\n" for n in range(3000)))
    assert len(found.lines) < 1100
    assert any("more than 1000 problems" in line for line in found.lines)


def test_a_folder_in_place_of_a_file(load, tmp_path):
    """A section that is a folder is told as such."""
    (tmp_path / "sections" / "x.yaml").mkdir(parents=True)
    assert load().lines == ("sections/x.yaml: this is not a file; check its name and where it lies",)


def test_a_file_that_may_not_be_read(load, tmp_path, monkeypatch):
    """What the system says of a file it will not open is passed on."""

    def refuse(path, *arguments):
        raise PermissionError(13, "Permission denied", str(path))

    load()
    monkeypatch.setattr(Path, "open", refuse)
    _, problems = load_guide(tmp_path)
    assert "this file cannot be read (Permission denied)" in str(problems[0])


def test_a_mark_names_the_file_as_the_caller_did(load, tmp_path, monkeypatch):
    """A relative folder gives relative places, so that an editor opens them."""
    load(food="title: Food\n")
    monkeypatch.chdir(tmp_path.parent)
    _, problems = load_guide(Path(tmp_path.name))
    assert str(problems[0].mark) == f"{tmp_path.name}/sections/food.yaml:1:1"


GOOD = (SHIPPED / "sections" / "1-organizations.yaml").read_bytes()


@settings(
    max_examples=examples(20, 60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(GOOD)),
            st.integers(0, 40),
            st.one_of(
                st.binary(max_size=6),
                st.sampled_from(
                    [
                        b"\t",
                        b"\0",
                        b": ",
                        b"\n",
                        b"- ",
                        b"*a",
                        b"&a ",
                        b"[",
                        b"{",
                        b'"',
                        b"'",
                        b"|",
                        b"#",
                        b"!x ",
                        b"---\n",
                        b"%",
                        b"? ",
                        b"\xef\xbb\xbf",
                        b"[[",
                        b"](",
                        b"<",
                        b"`",
                    ]
                ),
            ),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_damaged_files_give_a_guide_or_problems(load, damage):
    """Whatever is done to a file, the result is a guide or a list of problems."""
    data = GOOD
    for start, length, instead in damage:
        data = data[:start] + instead + data[start + length :]
    found = load(food=data)
    assert found.guide is not None or found.lines


@settings(
    max_examples=examples(20, 60), deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.one_of(
        st.binary(max_size=200),
        st.text(ANY, max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
        st.text("ab:-[]{}&*!|>'\"#%@`,? \n\t", max_size=80).map(str.encode),
    )
)
def test_any_bytes_give_a_guide_or_problems(load, data):
    """Whatever is in a file, the result is a guide or a list of problems."""
    found = load(food=data)
    assert found.guide is not None or found.lines


def test_many_files_are_read_by_two_processes(load, monkeypatch):
    """With the problems, mentions and comments of all of them; nobody could tell."""
    listing = "title: {0}\nlistings:\n  - id: {0}\n    name: House {0}\n    phones: 510-832-0142\n    description: See [[{1}]].\n"
    names = ["a", "b", "c", "d", "e"]
    files = {name: listing.format(name, other) for name, other in zip(names, [*names[1:], "nobody"])}
    files["d"] = files["d"].replace("phones", "phonez")
    found, food = [], files.pop("a")
    for many in (load_module.MANY, 1):
        monkeypatch.setattr(load_module, "MANY", many)
        found.append(load(food=food, **files))
    alone, beside = found
    assert alone.lines == beside.lines and len(alone.lines) == 2
    assert ["phonez" in alone.lines[0], "nobody" in alone.lines[1]] == [True, True]


def test_a_guide_of_many_files_is_the_same(load, monkeypatch):
    listing = "title: {0}\nlistings:\n  - id: {0}\n    name: House {0}\n    phones: 510-832-0142\n"
    files = {name: listing.format(name) for name in "bcdef"}
    guides = []
    for many in (load_module.MANY, 1):
        monkeypatch.setattr(load_module, "MANY", many)
        guides.append(load(food=listing.format("a"), **files).guide)
    assert guides[0] == guides[1] and len(guides[0].sections) == 6


@pytest.mark.parametrize("space", ["\u00a0", "\u3000", "\u2003", "\u202f"])
@pytest.mark.parametrize(
    "old, new, line, column, where",
    [
        ("    phones:", "~~~~phones:", 7, 1, "moved in"),
        ("    phones:", "    ~phones:", 7, 5, "moved in"),
        ("    phones:", "      ~phones:", 7, 7, "moved in"),
        ("phones: ", "phones:~", 7, 12, "after the colon"),
        ("name: ", "name:~", 4, 10, "after the colon"),
        ("- id", "-~id", 3, 4, "after the dash"),
        ("city: ", "city:~", 6, 12, "after the colon"),
        ("      Bring", "~~~~~~Bring", 9, 1, "moved in"),
        ("phones: 5", "phones:\n      -~5", 8, 8, "after the dash"),
    ],
)
def test_a_space_that_only_looks_like_one_is_named(load, space, old, new, line, column, where):
    """Where YAML needs a space, a no-break space or another odd one is told by its name and place, and nothing else is."""
    food = """title: Food
listings:
  - id: pantry
    name: Fern Pantry
    address:
      city: Oakland
    phones: 541-672-3344
    description: |
      Bring a bag.
"""
    found = load(food=food.replace(old, new.replace("~", space)))
    problem = found.problems[0]
    assert (problem.name, *problem.mark[1:]) == ("odd-space", line, column)
    assert where in problem.message and f"U+{ord(space):04X}" in problem.message


def test_a_no_break_space_inside_a_text_is_right(load):
    """It is what keeps two words together."""
    found = load(food="title: Food\nlistings:\n  - id: a\n    name: \u00a0Fern\u00a0Pantry\n")
    assert not found.lines and found.guide.listings[0].name == "Fern\u00a0Pantry"


# --- what is no file, or has no name -----------------------------------------------------------------

ODD = {
    "loop": lambda path: path.symlink_to(path),
    "nowhere": lambda path: path.symlink_to("nothing"),
    "folder": Path.mkdir,
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "ring": lambda path: (path.symlink_to("ring.txt"), path.with_name("ring.txt").symlink_to(path)),
}


@pytest.fixture
def folder(tmp_path):
    """A content folder with one good section."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(
        "title: Help\nedition: {number: 1, colour: blue, date: 2026-04-01}\n", encoding="utf-8"
    )
    (tmp_path / "sections/food.yaml").write_text(FOOD, encoding="utf-8")
    return tmp_path


@pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX systems")
@pytest.mark.parametrize("kind", ODD)
@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("known", [None, {}])
def test_what_is_no_file_is_told_in_one_line(folder, kind, listed, known):
    """A link to itself, a folder, a pipe on which one would wait for ever: whether the guide lists it or not."""
    ODD[kind](folder / "sections/odd.yaml")
    if listed:
        with (folder / "guide.yaml").open("a") as file:
            file.write("sections: [sections/food.yaml, sections/odd.yaml]\n")
    guide, problems = load_guide(folder, known)
    assert guide is None and len(problems) == 1
    outside = listed and kind == "device"
    assert problems[0].name == ("outside" if outside else "unreadable") and (
        "odd.yaml" in str(problems[0]) and problems[0].hint
    )


@pytest.mark.parametrize(
    "block",
    [
        lambda place: place.write_text("x"),
        lambda place: place.symlink_to(place),
        lambda place: place.symlink_to("nowhere"),
    ],
)
def test_a_folder_of_sections_that_cannot_be_read_is_told(folder, block):
    shutil.rmtree(folder / "sections")
    block(folder / "sections")
    assert [(problem.name, problem.mark.path) for problem in load_guide(folder)[1]] == [
        ("unreadable", folder / "sections")
    ]


def test_a_folder_that_the_system_keeps_from_us_is_told(folder, monkeypatch):
    """With what the system says."""

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "iterdir", refuse)
    problem, *_ = load_guide(folder)[1]  # so is the folder of pages
    assert "cannot be read (Permission denied)" in problem.message


@pytest.mark.parametrize("name", [b"caf\xe9.yaml", b"a\nb.yaml", b"a\x1b[31m.yaml"])
def test_a_file_whose_name_is_no_text_is_told(folder, name):
    """And the others are read."""
    try:
        (folder / "sections" / os.fsdecode(name)).write_text(SHELTER, encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    guide, problems = load_guide(folder)
    assert guide is None and [problem.name for problem in problems] == ["file-name"]


def test_what_an_editor_keeps_beside_a_section_is_none(folder):
    """Emacs has links to nowhere there while a file is open."""
    (folder / "sections/.#food.yaml").symlink_to("me@here.1:2")
    (folder / "sections/.food.yaml.swp").write_bytes(b"\x00")
    assert load_guide(folder)[1] == ()


@pytest.mark.parametrize(
    "block",
    [
        lambda place: place.write_text("x"),
        lambda place: place.symlink_to(place),
        lambda place: place.symlink_to("nowhere"),
    ],
)
@pytest.mark.parametrize("place", ["translations", "translations/es", "style.yaml"])
def test_translations_and_style_that_cannot_be_read_are_told(folder, block, place):
    """They are somebody's choice: nothing goes on in silence without them."""
    (folder / "editions").mkdir()
    (folder / "editions/es.yaml").write_text(
        "languages: [en, es]\nuntranslated: fall back\n", encoding="utf-8"
    )
    (folder / place).parent.mkdir(exist_ok=True)
    block(folder / place)
    from guide.build import check_content
    from guide.produce import Request, produce

    if (folder / place).is_file() and place == "style.yaml":
        return  # a file with other content is read
    _, problems = check_content(folder)
    assert [problem.mark.path for problem in problems if problem.level == ERROR] == [
        folder / place
    ] or place == "translations/es"
    with pytest.raises(GuideError) as error:
        produce(folder, folder / "out", Request())
    wrong = [problem for problem in error.value.problems if problem.level == ERROR]
    assert any(
        problem.name == "no-translation" or folder / place in (problem.mark.path, *problem.mark.path.parents)
        for problem in wrong
    )
