"""Content read and judged: every problem at once, whatever kind of check finds it."""

from datetime import date

import pytest

from guide.content.review import review_guide

TODAY = date(2026, 11, 23)
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
FOOD = "title: Food\nlistings:\n  - id: a\n    name: HARBOR PANTRY\n    phones: 800-273-8255\n    address: {address_1: 12 Pier Street}\n"


@pytest.fixture
def names(tmp_path):
    """The names of what is told of a guide with these lines of its listing, in order, with never-verified left out."""

    def review(lines="", guide=GUIDE, **more):
        (tmp_path / "sections").mkdir()
        (tmp_path / "guide.yaml").write_text(guide, encoding="utf-8")
        for name, text in {"food": FOOD + lines, **more}.items():
            (tmp_path / "sections" / f"{name}.yaml").write_text(text, encoding="utf-8")
        found, problems = review_guide(tmp_path, TODAY)
        assert (found is None) is any(
            problem.level == "error" and problem.name != "retired-line" for problem in problems
        )
        return [problem.name for problem in problems if problem.name != "never-verified"]

    return review


def test_an_error_of_form_hides_no_error_of_content(names):
    """Both are told, in the order of the lines."""
    assert sorted(names("    website: harbor\n")) == [
        "address-incomplete",
        "capitals",
        "link",
        "retired-line",
    ]


@pytest.mark.parametrize(
    "guide",
    ["title: Help near you\n", "edition: {date: 2026-04-01}\n", GUIDE + "sectoins: []\n", "title: [\n"],
)
def test_errors_of_the_guides_own_file_hide_nothing(names, guide):
    """Its sections are judged all the same, where it says which they are."""
    found = names(guide=guide)
    assert "retired-line" in found and set(found) & {"missing", "unknown-key", "not-yaml"}


def test_a_file_that_cannot_be_read_hides_no_other(names):
    """Another file is judged as if it were alone."""
    assert sorted(names(broken="title: [\n")) == [
        "address-incomplete",
        "capitals",
        "not-yaml",
        "retired-line",
    ]


def test_what_could_not_be_read_is_not_missing_too(names):
    """One mistake is one message: a misspelled key is not told again as a value that is not there."""
    assert sorted(names("    adress: {city: Oakland}\n")) == ["capitals", "retired-line", "unknown-key"]
