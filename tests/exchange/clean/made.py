"""Cells and runs of cleaning for the tests beside this file."""

from datetime import date

from guide.exchange.clean.steps import Cleaning
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Cell, Origin

DAY = date(2026, 11, 30)


def cleaning(country="US", forms=(), off=()):
    """A run of cleaning with a ledger of its own."""
    return Cleaning(ledger=Ledger(), today=DAY, country=country, forms=dict(forms), off=frozenset(off))


def cell(text):
    """A cell with a text."""
    return Cell(text, Origin("a.csv", 2, "Column"))


def group(**parts):
    """A group of cells."""
    return {key: cell(text) for key, text in parts.items()}


def kinds(run):
    """The kinds of what was told."""
    return [note.kind for note in run.ledger.notes]
