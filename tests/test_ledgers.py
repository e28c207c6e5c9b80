"""A ledger is known by its mark and its version, and no other file is taken for one."""

import sqlite3
from contextlib import closing

import pytest

from guide.errors import GuideError
from guide.ledgers import LedgerKind, check_ours, connect_in_mode, has_table, mark_ours
from guide.problems.copies import NEWER_COPIES_LEDGER, NO_COPIES_LEDGER

KIND = LedgerKind(0x74657374, 2, NO_COPIES_LEDGER, NEWER_COPIES_LEDGER)
TABLE = "CREATE TABLE mine (a)"


@pytest.mark.parametrize(
    "kind, said",
    [
        (KIND, ""),
        (KIND._replace(version=1), ""),  # of an earlier version
        (KIND._replace(version=3), "its form is 3, this program knows 2"),
        (KIND._replace(mark=1), "not a ledger of paper copies"),
    ],
)
def test_only_our_own_is_taken(tmp_path, kind, said):
    path = tmp_path / "a.sqlite"
    with closing(connect_in_mode(path, "rwc", 0)) as table:
        check_ours(table, path, KIND)  # an empty one is nobody's
        mark_ours(table, kind)
        table.execute(TABLE)
        if not said:
            check_ours(table, path, KIND)
            return
        with pytest.raises(GuideError, match=said):
            check_ours(table, path, KIND)


def test_what_is_not_there_is_made_only_where_it_may_be(tmp_path):
    """Also where its name has signs that mean something in an address."""
    path = tmp_path / "a?b#c%20.sqlite"
    with pytest.raises(sqlite3.OperationalError):
        connect_in_mode(path, "rw", 0)
    assert not path.exists()
    with closing(connect_in_mode(path, "rwc", 0)) as table:
        assert not has_table(table, "mine")
        table.execute(TABLE)
        assert has_table(table, "mine")
    assert path.exists()
