"""A guide of one's own: what it begins with can be built, and every line that waits in it is a real one."""

import re
from pathlib import Path

import pytest
import yaml

from guide.content.edition import EDITION, load_editions
from guide.content.file import read_file
from guide.errors import ERROR
from guide.produce import Request, produce
from guide.project import load_content
from guide.starter import STARTER, as_yaml, start_guide


def test_every_file_is_written(tmp_path):
    """As it is shipped; the paths are told."""
    written = start_guide(tmp_path / "mine" / "guide")
    assert sorted(path.relative_to(tmp_path / "mine" / "guide") for path in written) == sorted(
        path.relative_to(STARTER) for path in STARTER.rglob("*.yaml")
    )
    assert {path.name for path in written} >= {
        "guide.yaml",
        "letter.yaml",
        "large-print.yaml",
        "booklet.yaml",
    }


def test_an_empty_folder_will_do(tmp_path):
    assert start_guide(tmp_path)


def test_a_folder_with_files_is_left_alone(tmp_path):
    """Whatever is in it; nor is a file a folder."""
    (tmp_path / ".keep").write_text("x")
    with pytest.raises(FileExistsError):
        start_guide(tmp_path)
    with pytest.raises(FileExistsError):
        start_guide(tmp_path / ".keep")
    assert [path.name for path in tmp_path.iterdir()] == [".keep"]


def test_all_three_editions_are_built(tmp_path):
    """With nothing wrong but that nobody has verified it yet."""
    start_guide(tmp_path / "mine")
    made, problems = produce(tmp_path / "mine", tmp_path / "out", Request(every=True))
    assert sorted(each.name for each in made) == ["booklet", "large-print", "letter"]
    assert {problem.name for problem in problems} <= {"never-verified", "starter-text"} and not any(
        each.problems for each in made
    )
    default, _ = produce(tmp_path / "mine", tmp_path / "out", Request())
    assert [each.name for each in default] == ["letter"]


def uncommented(text):
    """The text with every commented line that is content put into force."""
    lines = []
    for line in text.splitlines():
        match = re.fullmatch(r"(\s*)# ((?:- )?[a-z_0-9]+:.*|  +.*|- .*)", line)
        lines.append(match[1] + match[2] if match and is_content(match[2]) else line)
    return "\n".join(lines) + "\n"


def is_content(words):
    """Whether words after a # are a line of content: a key, or what stands below one."""
    return bool(re.match(r"\s+\S|- |[a-z_0-9]+:(\s|$)", words))


@pytest.mark.parametrize("name", sorted(str(path.relative_to(STARTER)) for path in STARTER.rglob("*.yaml")))
def test_every_key_that_waits_behind_a_hash_is_a_real_one(tmp_path, name):
    """Put into force, none is unknown, none is given twice and none stands in the wrong place."""
    start_guide(tmp_path)
    path = tmp_path / name
    before = path.read_text(encoding="utf-8")
    path.write_text(uncommented(before), encoding="utf-8")
    guide, problems = load_content(tmp_path)
    problems += load_editions(tmp_path, read_file)[1]
    wrong = [
        str(problem)
        for problem in problems
        if problem.name in ("unknown-key", "duplicate-key", "wrong-type", "yaml", "missing")
    ]
    assert wrong == []


def test_some_keys_do_wait():
    """The test above has something to look at."""
    changed = [
        path.name for path in STARTER.rglob("*.yaml") if uncommented(path.read_text()) != path.read_text()
    ]
    assert {"guide.yaml", "1-first.yaml", "booklet.yaml"} <= set(changed)


def test_the_starter_is_shipped_with_the_package():
    """An installed program has it too."""
    setup = (Path(__file__).resolve().parent.parent / "setup.cfg").read_text()
    assert "starter" in setup.partition("[options.package_data]")[2].partition("[options.extras_require]")[0]


def test_the_words_of_the_starter_name_what_there_is():
    """Every format and press that its comments offer exists."""
    formats = next(field for field in EDITION.fields if field.key == "format").kind.schema["enum"]
    text = (STARTER / "editions" / "letter.yaml").read_text()
    offered = re.search(r"format: (\S+) +# or (.*)", text)
    assert {offered[1], *offered[2].split(", ")} <= set(formats)


@pytest.mark.parametrize(
    "text, written",
    [
        ("Help near you", "Help near you"),
        ("No", '"No"'),
        ("A: b", '"A: b"'),
        ("#1", '"#1"'),
        ("Niños", "Niños"),
    ],
)
def test_a_title_is_quoted_where_it_has_to_be(text, written):
    assert as_yaml(text) == written and yaml.safe_load(f"title: {written}") == {"title": text}


def test_nothing_in_it_is_an_error(tmp_path):
    start_guide(tmp_path)
    assert not any(problem.level == ERROR for problem in load_content(tmp_path)[1])


@pytest.mark.parametrize("page", ["README.md", "docs/first-steps.md"])
def test_the_listing_of_the_first_steps_can_be_typed_into_it(tmp_path, page):
    """Below the line `listings:`, with nothing wrong but what they say: nobody has checked it yet."""
    start_guide(tmp_path)
    text = (Path(__file__).resolve().parent.parent / page).read_text(encoding="utf-8")
    section = tmp_path / "sections" / "1-first.yaml"
    listing = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]
    section.write_text(
        section.read_text(encoding="utf-8").replace("listings:\n", f"listings:\n{listing}", 1), "utf-8"
    )
    guide, problems = load_content(tmp_path)
    assert guide.listings[0].name == "Harbor Food Bank" and guide.listings[0].opening
    assert {problem.name for problem in problems} == {"never-verified", "starter-text"}
