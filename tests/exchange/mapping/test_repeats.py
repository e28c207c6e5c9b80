"""One table whose rows repeat their organization."""

from guide.exchange.mapping.columns import columns_of
from guide.exchange.mapping.repeats import parts_of_rows
from tests.exchange.mapping.tables_made_up import made


def parts(text, role="listing"):
    """[(role, [columns], id, {level: column})], the lowest first."""
    table = made(text)
    return [
        (
            part.role,
            [column.name for column in part.columns],
            part.id and part.id.name,
            {level: column.name for level, column in part.above.items()},
        )
        for part in parts_of_rows(table, columns_of(table), role)
    ]


def test_a_row_for_each_service():
    """What all rows of an agency have in common is the agency's; what it asks for is the service's."""
    found = parts(
        "Agency | Program | Phone | Eligibility\nA | Food | 555-555-0101 | All\nA | Beds | 555-555-0101 | All\nB | Bus | 555-555-0102 | All"
    )
    assert found == [
        ("service", ["Program", "Eligibility"], None, {"organization": "Agency"}),
        ("organization", ["Agency", "Phone"], "Agency", {}),
    ]


def test_three_levels_in_a_row():
    """Programs at sites of agencies."""
    found = parts(
        "Agency | Site | Program | Street | City | Hours\nA | East | Food | 1 A St | Ames | Mon 9-5\nA | East | Beds | 1 A St | Ames | Tue 9-5\nA | West | Food | 2 B St | Nome | Fri 9-5"
    )
    assert [(role, columns) for role, columns, *_ in found] == [
        ("service", ["Program", "Hours"]), ("location", ["Site", "Street", "City"]), ("organization", ["Agency"]),
    ]  # fmt: skip
    assert found[0][3] == {"organization": "Agency", "location": "Site"}


def test_sites_of_one_name():
    """Rows that have one name and other addresses."""
    found = parts("Name | Street | City\nA | 1 A St | Ames\nA | 2 B St | Nome\nB | 3 C St | Ames")
    assert [role for role, *_ in found] == ["location", "organization"]


def test_services_by_their_kind():
    """Rows that have one name and one address, and other kinds of service."""
    found = parts("Name | Street | Service type\nA | 1 A St | Food\nA | 1 A St | Beds\nB | 3 C St | Bus")
    assert [role for role, *_ in found] == ["service", "organization"]


def test_meetings_of_a_group_are_one_listing():
    """Where they meet in one place; otherwise nobody can say that it is one group."""
    one = "Group | Day | Time | Address\nA | Monday | 7 PM | 1 A St, Ames\nA | Friday | 7 PM | 1 A St, Ames\nB | Friday | 8 PM | 2 B St, Ames"
    assert parts(one)[0][2] == "Group"
    assert parts(one.replace("Friday | 7 PM | 1 A St", "Friday | 7 PM | 9 Z St"))[0][2] is None


def test_rows_that_repeat_nothing():
    assert [role for role, *_ in parts("Name | Street\nA | 1 A St\nB | 2 B St\nC | 3 C St")] == ["listing"]
    assert [role for role, *_ in parts("Agency | Program\nAlpha | Alpha\nBeta | Beta\nGamma | Gamma")] == [
        "listing"
    ]


def test_a_few_that_stand_twice_are_no_sites():
    """They are duplicates, for a person to look at."""
    rows = "\n".join(f"Place {n} | {n} Elm St" for n in range(100))
    assert [role for role, *_ in parts(f"Name | Street\n{rows}\nPlace 1 | 9 Oak St")] == ["listing"]


def test_each_with_an_organization_of_its_own():
    """Its address and its phone are the organization's, what is said of the service is the service's."""
    found = parts(
        "Name | Organization Name | Street | Phone | Description\nFood | Alpha | 1 A St | 555-555-0101 | Bags\nBeds | Beta | 2 B St | 555-555-0102 | Nights"
    )
    assert [(role, columns) for role, columns, *_ in found] == [
        ("service", ["Name", "Description"]), ("organization", ["Organization Name", "Street", "Phone"]),
    ]  # fmt: skip


def test_branches_of_two_institutions_are_theirs():
    """Branches of one name of two banks are not one place."""
    table = made(
        "Financial Institution | Branch Name | Address | Phone\n"
        "First Bank | Downtown | 1 Elm St, Barton, OR 97401 | 503-555-0101\n"
        "First Bank | Mission | 2 Elm St, Barton, OR 97401 | 503-555-0102\n"
        "Second Bank | Downtown | 3 Elm St, Barton, OR 97401 | 503-555-0103\n"
        "Second Bank | Harbor | 4 Elm St, Barton, OR 97401 | 503-555-0104"
    )
    lower, upper = parts_of_rows(table, columns_of(table), "listing")
    assert lower.role == "location" and upper.role == "organization"
    assert upper.id and upper.id.name == "Financial Institution"
