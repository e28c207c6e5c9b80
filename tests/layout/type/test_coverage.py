"""Characters that no face has: a line for each script, where they stand, and what brings a face."""

from dataclasses import replace

import pytest

from guide.errors import Mark
from guide.layout.type.coverage import in_editions, lacking_characters, missing_characters
from guide.layout.type.fonts import FaceStack, default_stacks


@pytest.fixture
def stack(make_face):
    return FaceStack([make_face("Tiny", "ab ")])


def ask(stack, guide, text):
    stack.runs(text)
    return missing_characters(guide, (stack, stack))


def test_a_problem_for_each_script_names_who_has_it(maker, stack):
    """However deep the text lies; the first that has it gives the place."""
    one, two = (
        maker.listing("one", "House \u4e2d\u6587"),
        maker.listing("two", "ab", locations=(maker.office("\u6587 \u0e01"),)),
    )
    guide = maker.guide(maker.section(one, two, title="ab"), title="ab")
    problems = ask(stack, guide, "\u4e2d\u6587\u0e01")
    assert [(problem.level, problem.name) for problem in problems] == [("error", "no-face-has-character")] * 2
    assert [problem.message for problem in problems] == [
        "House \u4e2d\u6587, ab: no face has 2 characters, \u4e2d (U+4E2D), \u6587 (U+6587) of the script Han",
        "ab: no face has the character \u0e01 (U+0E01) of the script Thai",
    ]
    assert problems[0].mark == one.mark


def test_many_are_counted(maker, stack):
    """A guide in a script without a face is one line, not thousands."""
    listings = [maker.listing(f"n{number}", chr(0xAC00 + number)) for number in range(50)]
    (problem,) = ask(
        stack,
        maker.guide(maker.section(*listings, title="ab"), title="ab"),
        "".join(listing.name for listing in listings),
    )
    assert (
        "and 47 more: no face has 50 characters" in problem.message
        and "and 47 more of the script Hangul" in problem.message
    )
    assert "fonts-nanum" in problem.hint and len(str(problem)) < 500


def test_what_stands_nowhere_in_the_content_is_told_too(maker, stack):
    """The tool's own words may lack a face."""
    guide = maker.guide(maker.section(maker.listing(name="ab"), title="ab"), title="ab")
    (problem,) = ask(stack, guide, "\u1208")
    assert problem.message.startswith("words of the program: ") and problem.mark == guide.mark


def test_signs_belong_to_no_script(maker, stack):
    """And may be written another way."""
    (problem,) = ask(
        stack, maker.guide(maker.section(maker.listing(name="\U0001f600")), title="ab"), "\U0001f600"
    )
    assert "script" not in problem.message and problem.hint.startswith("write it another way")


@pytest.mark.parametrize(
    "text, place",
    [
        ("title: S\nlistings:\n  - id: a\n    name: ab \u0e01\n", (4, 14)),
        ('title: S\nlistings:\n  - id: a\n    name: "\\u0e01"\n', (3, 5)),
    ],
)
def test_the_place_is_the_characters_own(maker, stack, tmp_path, text, place):
    """Its listing's where it is written as an escape."""
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    guide = maker.guide(
        maker.section(maker.listing(name="ab \u0e01", mark=Mark(path, 3, 5)), title="ab"), title="ab"
    )
    (problem,) = ask(stack, guide, "\u0e01")
    assert problem.mark == Mark(path, *place)


def test_a_translation_is_told_in_its_own_file(maker, stack, tmp_path):
    """Which is where it can be mended."""
    path = tmp_path / "translations" / "th" / "a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("a:\n  name: \u0e01\n", encoding="utf-8")
    guide = maker.guide(
        maker.section(
            maker.listing(name="\u0e01", mark=Mark(tmp_path / "sections" / "a.yaml", 3, 5)), title="ab"
        ),
        title="ab",
    )
    guide = replace(guide, language="th", source_language="en", mark=Mark(tmp_path / "guide.yaml"))
    (problem,) = ask(stack, guide, "\u0e01")
    assert problem.mark == Mark(path, 2, 9)


def test_all_content_counts_where_nothing_was_set(maker, half_em):
    """A look at the texts, which finds whatever setting them would."""
    stack = FaceStack([half_em])
    guide = maker.guide(maker.section(maker.listing(name="ab \u0e01\n\u00a0"), title="ab"), title="ab")
    (problem,) = lacking_characters(guide, (stack,))
    assert "U+0E01" in problem.message and stack.missing == set()
    assert lacking_characters(guide, default_stacks()) != []
    assert (
        lacking_characters(
            maker.guide(maker.section(maker.listing(name="\u4e2d\u0645\u0928\u0416"))), default_stacks()
        )
        == []
    )


def test_editions_are_named(maker, stack):
    (problem,) = ask(stack, maker.guide(title="\u0e01"), "\u0e01")
    assert in_editions(problem, ["a"]).message.endswith("(in the edition a)")
    assert in_editions(problem, ["a", "b"]).message.endswith("(in the editions a, b)")
