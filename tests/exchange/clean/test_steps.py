"""What a run of cleaning tells."""

from tests.exchange.clean.made import cell, cleaning


def test_a_change_is_told_once_with_both_texts():
    """And nothing is told of a cell that stays."""
    run = cleaning(off=["capitals"])
    assert run.changed(cell("A"), "letters", "A").text == "A" and run.ledger.notes == []
    assert run.changed(cell("A"), "letters", "B").text == "B"
    assert [(note.kind, note.before, note.after) for note in run.ledger.notes] == [("letters", "A", "B")]
    assert run.does("hours") and not run.does("capitals")
