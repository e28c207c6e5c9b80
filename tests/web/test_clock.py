"""Hours as the page's clock reads them."""

from datetime import date

import pytest

from guide.content.hours_overlaps import settle_overlaps
from guide.content.hours_syntax import parse_rules
from guide.model import OpeningHours
from guide.web.clock import clock_code, public_holidays, zone_of


def code_of(text):
    rules, _ = parse_rules(text)
    return clock_code(OpeningHours(text=text, rules=settle_overlaps(rules)))


@pytest.mark.parametrize(
    "text,code",
    [
        ("Mo-Fr 09:00-17:00", "12345:0900-1700"),
        ("Mo-Fr 09:00-12:00,13:00-17:00; Sa 08:00-11:00; PH off", "12345:0900-1200,1300-1700;6:0800-1100;P"),
        ("Mo-Fr 09:00-17:00; We off", "1245:0900-1700"),
        ("24/7", "A"),
        ("Fr 20:00-26:00", "5:2000-2600"),
        ("Mo-Fr 09:00-17:00; PH 10:00-12:00", "12345:0900-1700;P:1000-1200"),
        ("We[1,3] 13:00-15:00", "3_1,3:1300-1500"),
        ("We[-1] 13:00-15:00", "3_-1:1300-1500"),
        ("Jun-Aug Mo 09:00-12:00", "1@0601-0831:0900-1200"),
        ("Mo 09:00-12:00; Dec 24-26 off", "1:0900-1200;1234567@1224-1226:"),
    ],
)
def test_what_the_clock_reads(text, code):
    assert code_of(text) == code


@pytest.mark.parametrize(
    "text",
    [
        'Mo-Fr 09:00-17:00 "by appointment"',
        "Mo 09:00+",
        "sunrise-sunset",
        "week 1-53/2 Mo 09:00-12:00",
        "SH Mo 09:00-12:00",
        "2027 Mar 01 09:00-12:00",
        "",
    ],
)
def test_what_it_cannot_be_sure_of(text):
    """Then it says nothing."""
    assert code_of(text) == ""


def test_public_holidays_of_two_years():
    """With their names where the language has some; observed days count too."""
    found = public_holidays("US", date(2026, 11, 23), "en")
    assert found["2026-11-26"] == "Thanksgiving Day" and found["2027-07-05"] == "Independence Day"
    assert min(found) >= "2026-11-23" and max(found) <= "2028-11-23"
    assert set(public_holidays("US", date(2026, 11, 23), "xx").values()) == {""}
    assert public_holidays("XX", date(2026, 11, 23), "en") == {}


def test_the_zone_of_a_country():
    """Where it has one alone."""
    assert zone_of("IE") == "Europe/Dublin" and zone_of("US") == "" and zone_of("") == ""
