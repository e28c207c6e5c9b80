"""Columns as somebody looks at them."""

from guide.exchange.mapping.guess import guess
from guide.exchange.mapping.overview import overview
from tests.exchange.made_tables import table

TABLE = table(
    "list",
    """
Agency,Street,Phone,Web,City/ST/ZIP,Contact Person,Last Update,Status,Notes,Empty
FOOD BANK,1 Oak St,773-471-0142,example.org,Larkin OR 97401,Maria,3/14/26,active,Come in.,
Larkin Clinic,2 Oak St,773-471-0144,none,Larkin OR 97402,,3/15/26,active,Call us.,
Night Pantry,3 Oak St,ask for Ann,none,Larkin OR 97402,Ann,3/16/26,active,Knock.,
Secret House,4 Oak St,773-471-0199,example.net,Larkin OR 97403,Zoe,3/16/26,confidential,Hidden at 5 Elm Way.,
""",
)


def seen(chosen=None):
    found = guess([TABLE])
    return {each.column: each for each in overview([TABLE], found.mapping, found.doubts, chosen or {})}


def test_those_to_look_at_come_first_and_empty_ones_not_at_all():
    columns = list(seen().values())
    order = [each.sure for each in columns]
    assert order == sorted(order, key=("look", "sure", "private", "left").index) and order[0] == "look"
    assert "Empty" not in seen()


def test_it_is_said_how_sure_it_is_and_why():
    """Rows that stay out are not looked at."""
    columns = seen()
    assert (columns["Agency"].sure, columns["Agency"].why, columns["Agency"].count) == ("sure", "capitals", 1)
    assert (columns["Phone"].sure, columns["Phone"].why, columns["Phone"].count) == ("look", "no_numbers", 1)
    assert columns["Phone"].samples[0] == "ask for Ann"
    assert (columns["City/ST/ZIP"].target, columns["City/ST/ZIP"].why) == ("addresses.rest", "rest")
    assert columns["Last Update"].sure == "left" and columns["Last Update"].why == "change"
    assert columns["Last Update"].is_change


def test_nothing_private_is_shown():
    """Neither of a column with people, nor of a row that stays out."""
    columns = seen()
    person = columns["Contact Person"]
    assert (person.sure, person.samples, person.filled) == ("private", (), 3)
    told = str(columns)
    assert "Maria" not in told and "0199" not in told and "Elm Way" not in told


def test_what_somebody_has_said_is_sure():
    chosen = {("list.csv", "City/ST/ZIP"): "addresses.city", ("list.csv", "Contact Person"): ""}
    assert seen(chosen)["City/ST/ZIP"].why == "chosen" and seen(chosen)["Contact Person"].sure == "private"


def test_a_day_of_change_is_not_called_private():
    """Whatever the column is called: it is left out, and why is said."""
    updates = table("list", "Agency,Phone,Last Updated\nFood Bank,773-471-0142,2026-03-14\n")
    found = guess([updates])
    columns = {each.column: each for each in overview([updates], found.mapping, found.doubts, {})}
    assert (columns["Last Updated"].sure, columns["Last Updated"].why) == ("left", "change")
