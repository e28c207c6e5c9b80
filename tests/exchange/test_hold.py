"""Listings that would stop the guide from being built."""

from datetime import date

from guide.exchange.again.state import Came
from guide.exchange.hold import hold_back
from guide.exchange.items import Item, NewSection
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin
from guide.starter import Beginning

DAY = date(2026, 11, 30)


def listing(**values):
    """A listing."""
    return Item(level="listing", key="", rows=(Origin("a.csv", 2),), values=values)


def test_a_listing_with_an_error_is_not_printed_and_told():
    """The others are; each error is told at the listing in which it stands."""
    good = listing(id="a", name="Food Bank", phones=["773-471-0999"])
    bad = listing(id="b", name="Clinic", email="help@example.org", description="Lorem ipsum dolor sit amet.")
    last = listing(id="c", name="Last")
    ledger = Ledger()
    (section,) = hold_back(
        [NewSection(id="s", title="S", listings=(good, bad, last))],
        {},
        Beginning(today=DAY),
        "US",
        DAY,
        ledger,
    )
    assert [each.values.get("print") for each in section.listings] == [None, "no", None]
    assert "was to be filled in" in section.listings[1].values["print_reason"]
    assert [note.kind for note in ledger.notes] == ["not printed until somebody has looked at it"]


def test_a_listing_that_comes_as_before_is_judged_as_it_was():
    """Without being checked again: an error that it has now is not seen."""
    bad = listing(id="b", name="Clinic", description="Lorem ipsum dolor sit amet.")
    held = {
        "id": "b",
        "name": "Clinic",
        "description": "Lorem ipsum dolor sit amet.",
        "print": "no",
        "print_reason": "R",
    }
    for before in (held, dict(bad.values)):
        ledger = Ledger()
        (section,) = hold_back(
            [NewSection(id="s", title="S", listings=(bad,))],
            {"b": Came("", "s", before)},
            Beginning(today=DAY),
            "US",
            DAY,
            ledger,
        )
        assert dict(section.listings[0].values) == before and ledger.notes == []
