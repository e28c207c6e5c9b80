"""A content folder opened once: what is in it, what is wrong with it, and what may be asked of it."""

from datetime import date

import pytest

from guide.errors import ERROR, WARNING, GuideError, Mark, Problem
from guide.language.words import ENGLISH
from guide.project import all_schemas, load_content, open_project, stop_on_errors, typed_project, words_of

TODAY = date(2026, 11, 23)
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
FOOD = (
    "title: Food\nlistings:\n  - id: a\n    name: A\n    verified: 2026-04-01\n"
    "  - id: b\n    name: B\n    print: no\n    print_reason: Not yet\n"
)


@pytest.fixture
def content(tmp_path):
    """A folder of content: content("style.yaml", text) adds a file; the folder."""

    def write(name="", text=""):
        files = {"guide.yaml": GUIDE, "sections/food.yaml": FOOD} | ({name: text} if name else {})
        for each, words in files.items():
            (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / each).write_text(words, encoding="utf-8")
        return tmp_path

    return write


def test_a_project_has_guide_and_editions(content):
    project = open_project(content("editions/large.yaml", "format: large-print\n"), TODAY)
    assert (project.problems, project.edition_problems) == ((), ())
    assert [listing.id for listing in project.guide.listings] == ["a", "b"]
    assert [listing.id for listing in project.printed.listings] == ["a"]
    assert list(project.editions) == ["large"]


def test_nothing_is_raised_before_something_is_asked(tmp_path):
    project = open_project(tmp_path, TODAY)
    assert project.guide is None and project.problems
    with pytest.raises(GuideError) as error:
        _ = project.printed
    assert error.value.problems == project.problems
    with pytest.raises(GuideError):
        project.ask_for()


def test_what_is_typed_is_read_whatever_is_wrong(content):
    """With its style, and the day; a project without a folder has no guide."""
    folder = content("style.yaml", "words:\n  contents: What is inside\n")
    (folder / "sections/food.yaml").write_text(FOOD.replace("2026-04-01", "soon"), encoding="utf-8")
    assert open_project(folder, TODAY).guide is None
    project = typed_project(folder, TODAY)
    assert [listing.id for listing in project.guide.listings] == ["a", "b"] and project.problems
    assert (project.guide.day, words_of(project.guide).contents) == (TODAY, "What is inside")
    assert typed_project(folder / "nowhere", TODAY).guide is None


def test_a_style_is_read_with_the_guide(content):
    guide, problems = load_content(content("style.yaml", "words:\n  contents: What is inside\n"), TODAY)
    assert problems == () and words_of(guide).contents == "What is inside"
    assert words_of(load_content(content("style.yaml", ""), TODAY)[0]).contents == ENGLISH.contents


def test_a_style_that_cannot_be_read_is_told_with_the_rest(content):
    problems = load_content(content("style.yaml", "wrds: {}\n"), TODAY)[1]
    assert [(problem.name, problem.mark.path.name) for problem in problems] == [("unknown-key", "style.yaml")]


@pytest.mark.parametrize("language, names", [("tlh", ["language"]), ("es", []), ("en-GB", [])])
def test_a_language_without_words_of_the_tool_is_told(content, language, names):
    folder = content("guide.yaml", GUIDE + f"language: {language}\n")
    assert [problem.name for problem in load_content(folder, TODAY)[1]] == names


def test_there_are_schemas_for_every_kind_of_file():
    assert {name.partition(".")[0] for name in all_schemas()} == {
        *("guide", "section", "edition", "page", "style", "translation"),
    }


class Pages:
    given_up = False

    def give_up(self):
        self.given_up = True


@pytest.mark.parametrize(
    "levels, strict, stops",
    [((), True, False), ((WARNING,), False, False), ((WARNING,), True, True), ((ERROR,), False, True)],
)
def test_what_stops_a_build(levels, strict, stops):
    """Then what is laid out is given up, and every problem is told."""
    pages, problems = (
        Pages(),
        tuple(Problem(mark=Mark(""), name="x", message="", level=level) for level in levels),
    )
    if stops:
        with pytest.raises(GuideError) as error:
            stop_on_errors(iter(problems), strict, pages)
        assert error.value.problems == problems
    else:
        stop_on_errors(problems, strict, pages)
    assert pages.given_up is stops
