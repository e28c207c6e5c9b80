"""Texts in whatever encoding a program wrote them."""

import pytest

from guide.exchange.ledger import Ledger
from guide.exchange.sources.decode import decode, text_of

TEXT = "Name,City\nCafé “Peña” – José’s Place,Cañon City\nÉtoile,Montréal\n"
DOS = "Name,City\nCafé Peña,Cañon City\nGarçon,Montréal\n"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (TEXT, "utf-8"),
        (TEXT, "utf-8-sig"),
        (TEXT, "utf-16"),
        (TEXT, "utf-16-le"),
        (TEXT, "utf-16-be"),
        (TEXT, "cp1252"),
        (TEXT, "mac_roman"),
        (DOS, "cp437"),
        ("Имя,Город\n" + "Центр помощи женщинам и детям,Москва\n" * 20, "cp1251"),
        ("名前,市\n" + "女性と子どものための相談センター,東京都\n" * 20, "shift_jis"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_an_encoding_is_found_out(text, encoding, line_end):
    """The text is whole, with plain line ends; what is not UTF-8 is told."""
    ledger = Ledger()
    assert text_of(text.replace("\n", line_end).encode(encoding), "a.csv", ledger) == text
    assert [note.kind for note in ledger.notes] == ([] if encoding.startswith("utf-8") else ["encoding"])


def test_a_few_lines_of_windows_in_utf_8_are_read():
    """Somebody pasted them in: the other lines keep their letters."""
    lines = ["Peña".encode()] * 30 + ["Señora’s".encode("cp1252")]
    text = text_of(b"\n".join(lines), "a.csv", Ledger())
    assert text.split("\n")[0] == "Peña" and text.endswith("Señora’s")


def test_characters_that_mean_nothing_are_told():
    """A database's filling."""
    ledger = Ledger()
    assert text_of(b"a\0,b\n", "a.csv", ledger) == "a,b\n"
    assert [note.kind for note in ledger.notes] == ["characters taken out"]


def test_what_was_cut_off_within_a_letter_is_what_it_was():
    """And two or three lines with such letters are no UTF-16 because of it."""
    assert decode("Name\nCafé".encode()[:-1]) == ("Name\nCaf\ufffd", "utf-8")
    text, encoding = decode("Name,x\nFood,\n食品,\n".encode("shift_jis"))
    assert text.startswith("Name,x\nFood,") and not encoding.startswith("utf")


def test_utf_32_is_told_by_its_mark():
    """It begins as UTF-16 does."""
    assert decode("Name\n食品".encode("utf-32")) == ("Name\n食品", "utf-32")
