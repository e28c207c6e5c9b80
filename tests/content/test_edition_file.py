"""The keys of an edition that say what its file is."""

import pytest

from guide.content.edition_file import ATTACHED
from guide.project import open_project
from guide.screen import KINDS


@pytest.fixture
def read(tmp_path):
    """The edition of a text, and the names of what is wrong with it."""

    def run(text):
        (tmp_path / "editions").mkdir(exist_ok=True)
        (tmp_path / "editions" / "a.yaml").write_text(text, encoding="utf-8")
        project = open_project(tmp_path)
        return project.editions.get("a"), project.edition_problems

    return run


@pytest.mark.parametrize(
    "said, attached",
    [
        ("text", ("text",)),
        ("[web, text, html]", ("web", "text")),
        ("Plain text", ("text",)),
        ("no", ()),
    ],
)
def test_what_is_attached(read, said, attached):
    edition, problems = read(f"attach: {said}\n")
    assert (edition.attach, problems) == (attached, ())


def test_what_there_is_not_is_told(read):
    _, (problem,) = read("default: yes\nattach: [text, docx]\n")
    assert (problem.name, problem.mark.line, problem.mark.column) == ("attached", 2, 16)
    assert "text" in problem.message + problem.hint and "web" in problem.message + problem.hint


def test_each_form_has_its_kind():
    assert set(KINDS) == set(ATTACHED)
