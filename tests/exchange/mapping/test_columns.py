"""What each column of a table is: its name says it, and its cells do not speak against it."""

from guide.exchange.mapping.columns import columns_of
from tests.exchange.mapping.tables_made_up import made


def targets(text):
    return {column.name: column.target for column in columns_of(made(text))}


def test_cells_speak_against_a_name():
    """A phone that is a yes or no is none; a site that is an address of the web is one."""
    found = targets(
        "Name | Same phone as organization? | Site | Location\nA | Yes | www.a.example.org | 1 A St, Ames, IA 50010\nB | No | www.b.example.org | 2 B St, Ames, IA 50010\nC | No | www.c.example.org | 3 B St, Ames, IA 50010"
    )
    assert found == {
        "Name": "name",
        "Same phone as organization?": "skip",
        "Site": "website",
        "Location": "addresses.address",
    }


def test_cells_speak_where_a_name_says_nothing():
    rows = "\n".join(
        f"{'ABCDEFGHIJKLM'[n]} Kitchen | {n}{n} Elm St, Ames | p{n}@a.example.org | 555-555-01{n:02} | {'Food' if n % 2 else 'Beds' if n % 3 else 'Bus'} | Mon {n}-{n + 1} pm"
        for n in range(1, 13)
    )
    found = targets(f"a1 | a2 | a3 | a4 | a5 | a6\n{rows}")
    assert list(found.values()) == [
        "name",
        "addresses.address",
        "email",
        "phones.number",
        "category",
        "hours",
    ]


def test_few_words_of_a_name_are_a_doubt():
    """All words of it are none."""
    columns = columns_of(made("Name | Food stamps phone line\nA | 555-555-0101\nB | 555-555-0102"))
    assert [bool(column.doubt) for column in columns] == [False, True]


def test_a_day_and_a_time():
    """A time alone is hours; beside a day it is when something begins."""
    assert (
        targets("Group | Day | Time\nA | Monday | 7:00 PM\nB | Friday | 8:00 PM")["Time"]
        == "schedules.opens_at"
    )
    assert targets("Group | Time\nA | 7:00 PM\nB | 8:00 PM")["Time"] == "hours"
    assert targets("Group | Start time\nA | 7:00 PM\nB | 8:00 PM")["Start time"] == "hours"
    assert targets("Group | Day\nA | Monday\nB | Friday")["Day"] == "hours"


def test_three_columns_of_days_are_a_week():
    """One is not: "Sun" may be anything."""
    assert targets("Name | Mon | Tue | Wed\nA | 9-5 | 9-5 | 9-5")["Tue"] == "schedules.day"
    assert targets("Name | Sun\nA | Yes")["Sun"] == ""


def test_a_column_that_is_called_a_name_comes_before_others():
    """Also where its cells are few words again and again."""
    found = targets("Code | Name\n" + "\n".join(f"Word {n} | Group" for n in range(9)))
    assert found["Name"] == "name"


def test_times_beside_a_day_are_those_that_say_no_day():
    """Hours in words stand by themselves."""
    rows = "\n".join(f"Place {n} | Fri 11am-{n}pm | | " for n in range(1, 4))
    found = targets(
        f"Name | hours | distributionDay | distributionTime\n{rows}\nPlace 4 | | saturday | 7am - 8am"
    )
    assert found["hours"] == "hours"
    assert found["distributionTime"] == "schedules.opens_at"


def test_what_is_open_all_day_is_not_what_is_open_at_all():
    """A no in "is open 24 hours" leaves nothing out."""
    found = targets("Name | isOpen24Hours | Ward\nA | false | North\nB | true | South\nC | false | East")
    assert found == {"Name": "name", "isOpen24Hours": "skip", "Ward": "skip"}


def test_a_name_beside_a_job_is_a_person_in_a_form():
    """It is never taken for the name of a listing."""
    found = targets(
        "A1Name | A1Title | B1OrgName | B1Phone\nAnn Miller | Manager | Open Kitchen | 503-555-0101\nBob Ray | Director | Harbor Pantry | 503-555-0102\nCy Dee | Clerk | North Shelter | 503-555-0103"
    )
    assert found == {"A1Name": "skip", "A1Title": "skip", "B1OrgName": "name", "B1Phone": "phones.number"}
