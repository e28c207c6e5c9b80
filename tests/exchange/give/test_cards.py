"""Cards of an address book."""

import re

import pytest

from guide.exchange.give.cards import as_vcard, escaped, fold, phone_line
from guide.model import Phone

PROPERTY = re.compile(r'([A-Z-]+)((?:;[A-Z-]+=(?:"[^"\r\n]*"|[^";:,]+))*):(.*)')  # RFC 6350, 3.3


def lines_of(data):
    """The unfolded lines."""
    return re.sub("\r\n ", "", data.decode()).split("\r\n")[:-1]


def test_cards_are_as_the_standard_says(everything):
    """Lines of at most 75 bytes with CRLF; each card begins with its version, and has its one name."""
    data = as_vcard(everything)
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and b"\n" not in data.replace(b"\r\n", b"")
    lines = lines_of(data)
    assert all(map(PROPERTY.fullmatch, lines))
    cards = "\n".join(lines).split("BEGIN:VCARD\n")[1:]
    assert [re.findall("(?m)^FN:(.*)", card) for card in cards] == [["Harbor Kitchen"], ["Refuge"], ["Gone House"], ["Night Group"]]  # fmt: skip
    assert all(card.startswith("VERSION:4.0\n") and "END:VCARD" in card for card in cards)
    assert len(set(re.findall("(?m)^UID:urn:uuid:[0-9a-f-]{36}$", "\n".join(lines)))) == 4


def test_how_to_reach_them(everything):
    lines = lines_of(as_vcard(everything))
    assert "TEL;VALUE=uri;TYPE=fax:tel:+17734710998;ext=5" in lines
    assert "TEL;VALUE=text;TYPE=voice:See website" in lines
    assert "NICKNAME:HK,The Harbor,Soup\\; and bread,Old Kitchen" in lines
    (pier,) = [line for line in lines if "Pier Street" in line]
    assert (
        pier.endswith(":;;12 Pier Street\\, Suite 5;Larkin;OR;97401;US") and 'GEO="geo:44.05,-123.09"' in pier
    )


def test_of_a_confidential_place_only_the_city_is_said(everything):
    (line,) = [each for each in lines_of(as_vcard(everything)) if each.startswith("ADR") and "Larkin" in each and "Pier" not in each and each.endswith("Larkin;OR;;US") and "LABEL" in each][:1]  # fmt: skip
    assert line == 'ADR;TYPE=work;LABEL="Larkin, OR":;;;Larkin;OR;;US'


@pytest.mark.parametrize(
    ("phone", "line"),
    [
        (Phone(number="988", printed="988", e164="988"), "TEL;VALUE=uri;TYPE=voice:tel:988;phone-context=+1"),
        (Phone(number="1", printed="a;b", type="call or text"), 'TEL;VALUE=text;TYPE="voice,text":a\\;b'),
    ],
)
def test_numbers(phone, line):
    assert phone_line(phone) == line


def test_no_letter_is_divided():
    pieces = [*fold("NOTE:" + "é" * 80)]
    assert all(len(piece.encode()) <= 75 for piece in pieces)
    assert pieces[0] + "".join(piece[1:] for piece in pieces[1:]) == "NOTE:" + "é" * 80


def test_a_value_keeps_to_its_line():
    assert escaped("a,b;c\\d\ne\x07") == "a\\,b\\;c\\\\d\\ne "
