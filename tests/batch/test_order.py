"""What a folder of handouts remembers of what was asked for."""

from pathlib import Path

from guide.batch.choose import Request
from guide.batch.ledger import Ledger
from guide.batch.order import MOST_TOLD, Order, Outcome, asked_again, options_of


def test_what_was_asked_for_is_asked_again(tmp_path):
    """All that decides what a handout is; nothing where there are none."""
    plain = Order(content=Path("content"), people=Path("people.csv"), out=tmp_path / "out")
    assert asked_again(plain) is None
    request = Request(edition="bag", greeting="For {name}", pages=2, two=True)
    asked = Order(
        content=plain.content,
        people=plain.people,
        out=plain.out,
        request=request,
        name="{row}",
        packing="zip",
    )
    with Ledger(plain.out) as ledger:
        ledger.remember(options_of(asked))
    assert asked_again(plain) == asked
    with Ledger(plain.out) as ledger:
        ledger.remember(options_of(plain))
    assert asked_again(asked) == plain


def test_nobody_is_told_more_than_they_can_read():
    """The table has all."""
    outcome = Outcome()
    outcome.tell(range(MOST_TOLD - 1))
    outcome.tell(range(9))
    assert len(outcome.problems) == MOST_TOLD
