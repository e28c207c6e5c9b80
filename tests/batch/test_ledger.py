"""The ledger of a folder of handouts: what is written down stays, and one run has it alone."""

import sqlite3

import pytest

from guide.batch.ledger import LEDGER, Entry, FileEntry, Ledger
from guide.errors import GuideError

ANA = Entry(
    name="ana",
    row=2,
    key="k1",
    files=("ana.pdf",),
    pages=2,
    listings=("a", "b"),
    left_out=("c",),
    language="es",
    edition="hoja",
    problems=("there is no edition in French",),
)


def test_what_is_noted_is_there_in_the_next_run(tmp_path):
    """Row by row, in the order of the rows; the later word counts."""
    bob = Entry(name="bob", row=1, key="k2", problems=("no topic",))
    with Ledger(tmp_path) as ledger:
        ledger.note([ANA, bob], {"ana.pdf": FileEntry(10, "ff")})
    with Ledger(tmp_path) as ledger:
        assert list(ledger.entries()) == [bob, ANA] and ledger.find("ana") == ANA
        assert ledger.file("ana.pdf") == FileEntry(10, "ff") and ledger.file("bob.pdf") is None
        assert ANA.is_made and not bob.is_made and ledger.find("carl") is None
        ledger.note([ANA.without_files("gone")], {})
        assert ledger.find("ana").problems[-1] == "gone"
        ledger.forget(["ana"], ["ana.pdf"])
        assert list(ledger.names()) == ["bob"] and not list(ledger.file_names())


def test_one_run_has_it_alone(tmp_path):
    """A second one is told, whatever the first does at that moment."""
    with Ledger(tmp_path), pytest.raises(GuideError, match="another run is making handouts"):
        Ledger(tmp_path)
    with Ledger(tmp_path):
        pass


def test_somebody_elses_file_is_left_alone(tmp_path):
    """Another program's tables, and what is none."""
    with sqlite3.connect(tmp_path / LEDGER) as table:
        table.execute("CREATE TABLE theirs (x)")
    with pytest.raises(GuideError, match="no ledger of handouts"):
        Ledger(tmp_path)
    (tmp_path / LEDGER).write_text("not a table at all, but a long enough text" * 40)
    with pytest.raises(GuideError, match="cannot be read"):
        Ledger(tmp_path)
