"""Who gets mail, as the page says it."""

import pytest

from guide.studio.people import People, addresses_in, file_of, look_at

NAMES = ("letter", "large")


def test_addresses_are_typed_in_lines_or_with_commas():
    assert addresses_in("a@b.org, c@d.org;e@f.org\n\n g@h.org ") == [
        "a@b.org",
        "c@d.org",
        "e@f.org",
        "g@h.org",
    ]
    recipients, rows = look_at(People(typed="ann@example.org\nbob@example.org"), NAMES)
    assert [str(each.address) for each in recipients] == ["ann@example.org", "bob@example.org"] and rows == []


@pytest.mark.parametrize(
    ("people", "line", "words"),
    [(People(typed="ann@example.org\nnobody"), 0, '"nobody" is not'),
     (People("people.csv", b"address,name\nann@example.org,Ann\nbob@@example.org,Bob\n"), 3, "is not an e-mail address"),
     (People("people.csv", b"name\nAnn\n"), 1, 'no column "address"'),
     (People("people.yaml", b"- address: ann@example.org\n  edition: larg\n"), 2, "larg"),
     (People("letter.docx", b"PK\x03\x04"), 0, "")],
)  # fmt: skip
def test_each_address_is_checked(people, line, words):
    """As the mail command does, with the line where it stands; nobody gets anything before all is mended."""
    recipients, rows = look_at(people, NAMES)
    assert recipients == ()
    assert any(each.is_error and words in each.says and each.line == line for each in rows), rows
    assert not any("/tmp" in each.says or "guide-people" in each.says for each in rows)


def test_the_file_is_there_only_while_it_is_read():
    """Nobody else can read it, and its name leads nowhere."""
    with file_of(People("../../etc/x.CSV", b"address\na@b.org\n")) as path:
        assert path.name == "recipients.csv" and path.parent.stat().st_mode & 0o077 == 0
    assert not path.exists() and not path.parent.exists()
    with file_of(People(typed=" \n,")) as nobody:
        assert nobody is None
