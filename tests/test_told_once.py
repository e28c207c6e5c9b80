"""What is told of several editions together."""

from pathlib import Path

import pytest

from guide.build import check_content
from guide.content.choose.languages import choose_in_languages
from guide.errors import Mark, Problem
from guide.manifest import Made
from guide.project import open_project
from guide.told_once import told_once
from tests.content.translated import FOOD, GUIDE

FILES = {
    "guide.yaml": GUIDE,
    "sections/1-food.yaml": FOOD,
    "sections/2-more.yaml": "title: More\nlistings:\n  - {id: more, name: More, summary: more}\n",
    "translations/es/guide.yaml": "title: Ayuda\n",
    "editions/spanish.yaml": "languages: es\ndefault: yes\n",
    "editions/again.yaml": "languages: [en, es]\n",
    "editions/food.yaml": "languages: es\nchoice: {sections: food}\n",
    "editions/more.yaml": "languages: es\nchoice: {sections: more}\n",
    "editions/english.yaml": "format: large-print\n",
}


@pytest.fixture
def made(tmp_path):
    """The editions of these names, as they would be made."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    project = open_project(tmp_path)

    def make(*names):
        found = (
            (name, choose_in_languages(project.printed, project.editions[name], tmp_path)[1])
            for name in names
        )
        return [Made(name=name, problems=problems) for name, problems in found]

    return make


def messages(problems):
    return [problem.message for problem in problems if problem.name == "missing-translation"]


def test_what_is_missing_in_a_language_is_told_once_for_its_editions(made, tmp_path):
    (message,) = messages(told_once(tmp_path, made("spanish", "again", "english")))
    assert message.endswith("(in the editions spanish, again)")
    (message,) = messages(told_once(tmp_path, made("spanish", "again")))
    assert "in the edition" not in message


def test_editions_that_print_other_parts_have_one_line_with_all_of_them(made, tmp_path):
    """And no more than they print."""
    both = made("food", "more")
    assert "More" not in messages(both[0].problems)[0] and "Pantry" not in messages(both[1].problems)[0]
    (message,) = messages(told_once(tmp_path, both))
    assert "Food, Community Kitchen, Pantry, More, More" in message
    (message,) = messages(told_once(tmp_path, made("food", "spanish", "english")))
    assert message.endswith("(in the editions food, spanish)") and "More, More" in message


def test_what_stopped_editions_is_told_once_with_them():
    problem = Problem(mark=Mark(Path("a.yaml")), name="x", message="wrong")
    found = told_once(Path(), [Made(name="c")], {"a": (problem,), "b": (problem,)})
    assert [each.message for each in found] == ["wrong (in the editions a, b)"]


def test_check_says_a_mistake_of_several_editions_once(made, tmp_path):
    """Not as a warning too."""
    for name in ("food", "more", "english"):
        (tmp_path / f"editions/{name}.yaml").unlink()
    for name in ("spanish", "again", "french", "paris"):
        code, stop = ("es", "untranslated: stop\n") if name in ("spanish", "again") else ("fr", "")
        default = "default: yes\n" * (name == "spanish")
        (tmp_path / f"editions/{name}.yaml").write_text(
            f"languages: {code}\n{stop}{default}", encoding="utf-8"
        )
    found = check_content(tmp_path)[1]
    missing = [
        each for each in found if each.name == "missing-translation" and "Pantry, More, More" in each.message
    ]
    assert [(each.level, each.message[-30:]) for each in missing] == [
        ("error", "(in the editions again, spanish)"[-30:])
    ]
    (none,) = (each for each in found if each.name == "no-translation")
    assert (
        none.message
        == "nothing is translated to French, in which an edition is (in the editions french, paris)"
    )


def test_other_problems_are_told_once_too():
    problem = Problem(mark=Mark(Path("a.yaml")), name="x", message="wrong")
    found = told_once(Path(), [Made(name=name, problems=(problem,) * 2) for name in "ab"])
    assert [each.message for each in found] == ["wrong"]
    assert told_once(Path(), []) == ()
