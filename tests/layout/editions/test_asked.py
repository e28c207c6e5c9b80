"""What an edition cannot have is told before it is set."""

import pytest

from guide.layout.editions.asked import impossible, unused
from guide.model import Edition
from guide.page_sizes import PageSize


@pytest.mark.parametrize(
    "more, name, said",
    [
        ({"body_size": 30}, "body-size", "too large for the format letter"),
        ({"format": "large-print", "body_size": 12}, "body-size", "none"),
        ({"languages": ("en", "es", "zh")}, "languages", "more than two"),
        ({"format": "wallet", "languages": ("en", "es")}, "languages", "do not fit the format wallet"),
        ({"format": "zine", "press": "booklet"}, "press", "cannot be printed as booklet"),
        ({"margin": 10}, "margin", "too small"),
        ({"margin": 300}, "margin", "too large"),
        ({"format": "large-print", "page": PageSize(396, 612, "own")}, "page-size", "large print needs"),
        ({"press": "n-up", "up": 4, "copies": 3}, "copies-on-a-sheet", "3 copies cannot share the 4 pages"),
        ({"press": "booklet", "pages": 46}, "does-not-fit", "a multiple of 4 pages, which 46 is not"),
        ({"pages": 47}, "does-not-fit", "a multiple of 2 pages"),
        ({"pages": 8, "fit": 8}, "does-not-fit", "exactly how many"),
        ({"press": "booklet", "copies": 3}, "copies-on-a-sheet", "3 booklets on a sheet"),
    ],
)
def test_what_no_setting_can_give(more, name, said):
    (problem,) = impossible(Edition(name="x", **more))
    assert problem.name == name and said in problem.message


@pytest.mark.parametrize(
    "more",
    [
        {},
        {"margin": 72},
        {"press": "n-up", "copies": 2},
        {"press": "booklet", "copies": 2},
        {"binding": "holes"},
    ],
)
def test_what_can_be_had(more):
    assert list(impossible(Edition(name="x", **more))) == []


def test_a_sheet_of_its_own_has_no_use_for_what_books_have():
    found = unused(Edition(name="x", format="wallet", binding="holes", margin=72, fit=4, notes=False))
    assert [problem.message.split(": ")[1].split()[0] for problem in found] == [
        "binding",
        "margin",
        "fit",
        "notes",
    ]
    assert list(unused(Edition(name="x", fit=4, margin=72))) == []
