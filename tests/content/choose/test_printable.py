"""What is not printed is nowhere: not in the guide, not in references, and no printed text may name it."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide import model
from guide.content.choose.printable import check_printable, printable
from guide.content.review import review_guide
from guide.errors import ERROR, Mark

MARK = Mark(Path("a.yaml"), 1, 1)
TODAY = date(2026, 11, 23)


def listing(listing_id, printed=True, description=()):
    return model.Listing(
        id=listing_id, name=listing_id.upper(), mark=MARK, printed=printed, description=description
    )


def section(*listings, references=(), **more):
    return model.Section(id="s", title="S", mark=MARK, listings=listings, references=references, **more)


def guide(*sections, **more):
    edition = model.EditionMark(date=TODAY)
    return model.Guide(title="T", edition=edition, mark=Mark(Path("guide.yaml")), sections=sections, **more)


def mention(listing_id):
    return (model.Paragraph((model.Span("See "), model.Span("", mention=listing_id))),)


def test_a_guide_in_which_all_is_printed_stays_the_same():
    whole = guide(section(listing("a")))
    assert printable(whole) is whole
    assert check_printable(whole) == ()


def test_what_is_not_printed_is_gone_with_the_section_that_it_empties():
    cut = printable(guide(section(listing("a"), listing("b", False)), section(listing("c", False))))
    assert [[each.id for each in one.listings] for one in cut.sections] == [["a"]]


def test_it_is_known_what_was_taken_out():
    """With the topics that no other listing has: nothing is told of them either."""
    about = {"a": ("food",), "b": ("food", "beds")}
    a, b = (replace(listing(id, id == "a"), services=topics) for id, topics in about.items())
    hidden = printable(guide(section(a, b))).hidden
    assert (hidden.listings, hidden.topics) == ({"b"}, {"beds"})
    assert printable(replace(guide(section(a)), hidden=hidden)).hidden == hidden


def test_references_keep_their_places_among_those_that_stay():
    references = (
        model.Reference("b", 0),
        model.Reference("x", 1),
        model.Reference("c", 2),
        model.Reference("c", 3),
    )
    cut = printable(
        guide(
            section(listing("a"), listing("x", False), listing("d"), references=references),
            section(listing("b"), listing("c")),
        )
    )
    assert cut.sections[0].references == (
        model.Reference("b", 0),
        model.Reference("c", 1),
        model.Reference("c", 2),
    )


@pytest.mark.parametrize(
    "whole, owner",
    [
        (guide(section(listing("a", description=mention("x")), listing("x", False))), "A"),
        (guide(section(listing("a"), listing("x", False), introduction=mention("x"))), "S"),
        (guide(section(listing("a"), listing("x", False)), closing_notes=mention("x")), "the guide"),
        (guide(section(listing("a"), listing("x", False)), how_to_use=(mention("x")[0].spans,)), "the guide"),
        (
            guide(
                section(
                    listing("a", description=(model.BulletList((mention("x")[0].spans,)),)),
                    listing("x", False),
                )
            ),
            "A",
        ),
    ],
)
def test_a_printed_text_that_mentions_it_is_an_error_that_names_both(whole, owner):
    (problem,) = check_printable(whole)
    assert (problem.name, problem.level) == ("mention-not-printed", ERROR)
    assert problem.message == f"{owner}: the text mentions X ([[x]]), which has print: no"


def test_what_is_not_printed_may_mention_anything():
    assert (
        check_printable(
            guide(section(listing("a"), listing("x", False, mention("y")), listing("y", False, mention("a"))))
        )
        == ()
    )


def test_a_guide_of_nothing_is_an_error():
    (problem,) = check_printable(guide(section(listing("x", False))))
    assert (problem.name, problem.level) == ("nothing-printed", ERROR)


@pytest.mark.parametrize(
    "lines, names",
    [
        ("    print: no\n", ["print-reason"]),
        ("    print: no\n    print_reason: they asked\n", []),
        ("    print: yes\n", []),
        ("    print: perhaps\n", ["wrong-type"]),
        ("    print: no\n    print_reason:\n", ["print-reason"]),
    ],
)
def test_a_reason_is_required(tmp_path, lines, names):
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text("title: T\nedition: {date: 2026-01-01}\n", encoding="utf-8")
    (tmp_path / "sections/a.yaml").write_text(
        f"title: F\nlistings:\n  - id: a\n    name: A\n{lines}  - id: b\n    name: B\n", encoding="utf-8"
    )
    problems = review_guide(tmp_path, TODAY)[1]
    assert [problem.name for problem in problems if problem.level == ERROR] == names
