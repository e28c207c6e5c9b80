"""What is told of a column in a comment, and what is not."""

from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.mapping.samples import hidden_in, shortened, told_of
from guide.exchange.mapping.tables import match_tables
from tests.exchange.mapping.tables_made_up import made


def told(text, column, **rule):
    """The comment on a column, with a mapping of one rule."""
    tables = [made(text)]
    mapping = SourceMapping(name="m", tables=(TableMapping(**rule),))
    return told_of(tables[0], column, hidden_in(match_tables(tables, mapping), tables))


def test_three_different_values_and_how_many_there_are():
    text = "A | B\n1 | Food\n2 | Food\n3 | Beds\n4 |\n5 | Bus\n6 | Tea"
    assert told(text, "B") == "5 of 6: Food | Beds | Bus"
    assert told("A | B\n1 |", "B") == "0 of 1"


def test_rows_that_stay_out_show_nothing():
    """By a rule, a status, or a column that is private; whether or not the mapping takes it."""
    text = "Name | Status | Hide\nAlpha 1 | active | no\nBeta 2 | closed | no\nGamma 3 | active | yes"
    assert told(text, "Name") == "3 of 3: Alpha 1 | Beta 2"
    assert told(text, "Name", fields={"status": Take(columns=("Status",))}) == "3 of 3: Alpha 1"
    assert told(text, "Name", leave_out=(Rule(column="Name", values=("alpha 1",)),)) == "3 of 3: Beta 2"
    assert (
        told(text, "Name", leave_out=(Rule(column="Status", values=("active",), unless=True),))
        == "3 of 3: Alpha 1"
    )


def test_columns_of_people_and_secrets_show_nothing():
    for column in ("Contact", "Internal Notes", "Password", "PhysicalAddressIsPrivate"):
        assert told(f"Name | {column}\nA | word", column) == "1 of 1"


def test_long_and_odd_texts_are_short():
    assert shortened("a\n\tb\u200b\x00  c") == "a b c"
    assert len(shortened("word " * 50)) <= 32 and shortened("word " * 50).endswith("...")
