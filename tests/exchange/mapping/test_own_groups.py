"""Columns become phones, addresses, schedules, meetings."""

from guide.exchange.mapping.columns import columns_of
from guide.exchange.mapping.own_groups import groups_of, spoken_hours
from tests.exchange.mapping.tables_made_up import made


def groups(text, words=()):
    """{name: [{part: column, or the fixed value}]}."""
    found = groups_of(columns_of(made(text)), words)
    return {
        name: [
            {
                part: take.columns[0] if len(take.columns) == 1 else take.columns or take.fixed
                for part, take in group.items()
            }
            for group in each
        ]
        for name, each in found.items()
    }


def test_phones_have_columns_of_their_own():
    """By their number, or because they stand behind it; their names say their type."""
    found = groups(
        "Name | Phone | Ext | Fax | Youth phone | Phone 2 | Phone 2 Type\nA | 555-555-0101 | 7 | 555-555-0102 | 555-555-0103 | 555-555-0104 | cell"
    )
    assert found["phones"] == [
        {"number": "Phone", "extension": "Ext"},
        {"number": "Fax", "type": "fax"},
        {"number": "Youth phone", "description": "Youth"},
        {"number": "Phone 2", "type": "Phone 2 Type"},
    ]


def test_a_whole_address_and_a_street():
    """Beside a city it is a street, unless its cells say more."""
    assert groups("Name | Address | City\nA | 1 A St | Ames\nB | 2 B St | Ames")["addresses"] == [
        {"address_1": "Address", "city": "City"}
    ]
    assert groups("Name | Address\nA | 1 A St, Ames")["addresses"] == [{"address": "Address"}]
    whole = groups(
        "Name | Address | City\nA | 1 A Street, Ames, IA 50010 | Ames\nB | 2 B Street, Ames, IA 50010 | Ames"
    )
    assert whole["addresses"] == [{"address": "Address", "city": "City"}]


def test_two_addresses():
    """One to write to; or each with its number."""
    found = groups(
        "Name | Street | City | Mailing Address | Mailing City\nA | 1 A St | Ames | PO Box 5 | Ames"
    )
    assert found["addresses"] == [
        {"address_1": "Street", "city": "City"},
        {"address_1": "Mailing Address", "city": "Mailing City", "type": "mailing"},
    ]
    found = groups("Name | Address 1 | City 1 | Address 2 | City 2\nA | 1 A St | Ames | 2 B St | Nome")
    assert found["addresses"] == [
        {"address_1": "Address 1", "city": "City 1"},
        {"address_1": "Address 2", "city": "City 2"},
    ]
    found = groups("Name | Mailing Address | City | Zip\nA | 1 A St | Ames | 50010")
    assert found["addresses"] == [
        {"city": "City", "postal_code": "Zip", "address_1": "Mailing Address", "type": "mailing"}
    ]


def test_three_lines_of_an_address():
    found = groups(
        "Name | Address Line 1 | Address Line 2 | Address Line 3 | Town\nA | 1 A St | Unit 2 | Old Mill | York"
    )
    assert found["addresses"] == [
        {"address_1": "Address Line 1", "address_2": ("Address Line 2", "Address Line 3"), "city": "Town"}
    ]


def test_a_column_that_says_whether_an_address_is_shown():
    """It is turned round."""
    columns = columns_of(
        made("Name | Address | Show address?\nA | 1 A St, Ames | Yes\nB | 2 B St, Ames | No")
    )
    private = groups_of(columns)["addresses"][0]["private"]
    assert private.words == {"Yes": "no", "No": "yes"}


def test_days_with_marks_and_one_time():
    found = groups_of(
        columns_of(
            made(
                "Name | Mon | Tue | Wed | Open time | Close time\nA | x | | x | 9:00 | 17:00\nB | | x | | 10:00 | 12:00"
            )
        )
    )["schedules"]
    assert found[0]["weekday"].words == {"x": "Monday"} and found[0]["opens_at"].columns == ("Open time",)
    assert len(found) == 3


def test_meetings_and_schedules():
    """A group meets; a pantry is open. A range of days and of times is said as hours."""
    assert groups("Group | Day | Time\nA | Monday | 7:00 PM")["meetings"] == [
        {"start": "Time", "weekday": "Day"}
    ]
    assert groups("Pantry | Day | Opens | Closes\nA | Monday | 7:00 PM | 9:00 PM")["schedules"][0] == {
        "closes_at": "Closes",
        "opens_at": "Opens",
        "weekday": "Day",
    }
    columns = columns_of(
        made(
            "Pantry | Days | Opens at | Closes at\nA | Mon-Fri | 7:00 PM | 9:00 PM\nB | Mon, Tue, Wed | 7:00 PM | 9:00 PM"
        )
    )
    assert spoken_hours(columns).join == " - " and "schedules" not in groups_of(columns)


def test_places_that_are_served():
    """Several in a cell, where there is no street."""
    found = groups("Name | Counties | Cities\nA | Lane; Linn | Ames\nB | Linn; Benton | Nome\nC | Linn |")
    assert found == {"areas": [{"name": "Counties", "type": "county"}, {"name": "Cities"}]}


def test_further_web_addresses():
    found = groups("Name | Website | Facebook\nA | a.example.org | https://facebook.example.com/a")
    assert found["websites"] == [{"website": "Facebook", "label": "Facebook"}]


def test_a_table_of_addresses_to_write_to():
    assert (
        groups("id | Street | City\n1 | PO Box 5 | Ames", ["mail", "address"])["addresses"][0]["type"]
        == "mailing"
    )


def test_of_two_columns_with_a_city_the_surer_one_is_it():
    """A name that a shapefile cut off is less sure than a whole one, wherever it stands."""
    rows = "\n".join(
        f"{number} Elm St | former SPRINGFIELD | Springfield | House {number}" for number in range(3)
    )
    found = groups(f"ADDRESS_FU | MUNICIPALI | CITY | NAME\n{rows}")
    assert found["addresses"] == [{"address_1": "ADDRESS_FU", "city": "CITY"}]
