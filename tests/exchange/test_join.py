"""Tables and a mapping become drafts: nested, whole, and with nothing lost in silence."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.exchange.join import gather
from guide.exchange.ledger import LEFT_OUT, Ledger
from guide.exchange.mapping.known import find_mapping
from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from tests.exchange.made_tables import nested, parts, table, texts, tree
from tests.thorough import examples

ORGANIZATIONS = table("organizations", "id,name,description\n1,Harbor House,Help\n2,Legal Aid,Law\n")
LOCATIONS = table("locations", "id,organization_id,name\nL1,1,North\nL2,1,South\nL3,,Nowhere\n")
SERVICES = table(
    "services", "id,organization_id,name,description\nS1,1,Soup,a\nS2,2,Court,b\nS3,9,Lost,c\nS4,,Alone,d\n"
)


def join(*tables, mapping=None):
    """(drafts, ledger) of tables."""
    ledger = Ledger()
    found = mapping or find_mapping(tables, "hsds")
    return gather(tables, found, ledger), ledger


def told(ledger, *without):
    """[(kind, what)] of the notes, without columns."""
    return [(note.kind, note.before) for note in ledger.notes if "column" not in note.kind]


def left_out(ledger):
    """[(source, row, reason)]"""
    return [
        (at.source, at.row, lot.reason) for at, lot in ledger.lots.items() if lot and lot.fate == LEFT_OUT
    ]


def test_locations_and_services_stand_in_their_organization():
    """Who belongs to nobody stands by itself, and is told."""
    drafts, ledger = join(ORGANIZATIONS, LOCATIONS, SERVICES)
    assert [tree(draft) for draft in drafts] == [
        (
            "organization",
            "1",
            [("location", "L1", [], []), ("location", "L2", [], [])],
            [("service", "S1", [], [])],
        ),
        ("organization", "2", [], [("service", "S2", [], [])]),
        ("location", "L3", [], []),
        ("service", "S3", [], []),
        ("service", "S4", [], []),
    ]
    assert told(ledger) == [
        ("belongs to nobody, and stands by itself", "it does not say whose it is"),
        ("belongs to nobody, and stands by itself", "organization_id 9 is not here"),
        ("belongs to nobody, and stands by itself", "it does not say whose it is"),
    ]
    assert left_out(ledger) == []


def test_a_service_has_the_locations_where_it_is_given():
    """What a link or a detail says of one of several places holds there alone; of the only one, for the service."""
    at = table(
        "services_at_location", "id,service_id,location_id\nA,S1,L1\nB,S1,L2\nC,S2,L3\nD,S9,L1\nE,S1,L1\n"
    )
    schedules = table(
        "regular_schedules",
        "service_id,location_id,service_at_location_id,weekday,opens_at\nS1,,,Monday,9\n,,B,Tuesday,10\nS2,L3,,Friday,8\nS1,L2,,Sunday,7\n",
    )
    drafts, ledger = join(ORGANIZATIONS, LOCATIONS, SERVICES, at, schedules)
    house, law = drafts[:2]
    assert tree(house)[3] == [("service", "S1", [("location", "L1", [], []), ("location", "L2", [], [])], [])]
    assert tree(law)[2:] == (
        [("location", "L3", [], [])],
        [("service", "S2", [("location", "L3", [], [])], [])],
    )
    soup, court = house.services[0], law.services[0]
    assert parts(soup, "schedules") == [{"weekday": "Monday", "opens_at": "9"}]
    assert [parts(place, "schedules") for place in soup.locations] == [
        [],
        [{"weekday": "Tuesday", "opens_at": "10"}, {"weekday": "Sunday", "opens_at": "7"}],
    ]
    assert parts(house.locations[1], "schedules") == []
    assert parts(court, "schedules") == [{"weekday": "Friday", "opens_at": "8"}]
    assert [row[1:] for row in left_out(ledger)] == [(5, "belongs to nobody: service_id S9 is not here")]


def test_a_detail_goes_to_the_first_that_it_names():
    """Another one if that is not here; nobody's is left out."""
    phones = table(
        "phones",
        "service_id,location_id,organization_id,contact_id,number\nS1,L1,1,,1\n,L1,1,,2\n,,1,,3\nS77,,2,,4\n,,,C,5\n,,,,6\nS88,,,,7\n",
    )
    contacts = table("contacts", "id,organization_id,name\nC,2,Ann Persona\n")
    drafts, ledger = join(ORGANIZATIONS, LOCATIONS, SERVICES, phones, contacts)
    house, law = drafts[:2]
    assert [parts(each, "phones") for each in (house.services[0], house.locations[0], house, law)] == [
        [{"number": "1"}],
        [{"number": "2"}],
        [{"number": "3"}],
        [{"number": "4"}, {"number": "5"}],
    ]
    assert ("names what is not here", "S77") in told(ledger)
    assert left_out(ledger) == [
        ("phones.csv", 7, "belongs to nobody: it does not say whose it is"),
        ("phones.csv", 8, "belongs to nobody: service_id S88 is not here"),
        ("contacts.csv", 2, "nothing of it is taken"),
    ]
    assert "Ann Persona" not in repr(drafts)


def test_a_table_that_has_lost_its_ids_is_told_once():
    """By no fault of ours; its rows are left out."""
    eligibility = table("eligibility", "id,service_id,eligibility\n1,,Veterans\n2,,Families\n3,,Seniors\n")
    _, ledger = join(ORGANIZATIONS, LOCATIONS, SERVICES, eligibility)
    assert told(ledger)[-1] == (
        "a table that belongs to nobody",
        "none of its 3 rows says whose it is; ask for an export with their ids",
    )
    assert len(left_out(ledger)) == 3


def test_a_service_without_an_organization_stands_in_its_location():
    """Or in that of the location, or has its locations where they are several."""
    services = table("services", "id,location_id,name,description\nS1,L1,A,\nS2,L3,B,\nS3,,C,\n")
    more = table("locations", "id,organization_id,name\nL1,1,North\nL3,,Nowhere\nL4,,East\nL5,,West\n")
    links = table("service_at_location", "service_id,location_id\nS3,L4\nS3,L5\n")
    drafts, ledger = join(ORGANIZATIONS, more, services, links)
    assert [tree(draft) for draft in drafts] == [
        (
            "organization",
            "1",
            [("location", "L1", [], [])],
            [("service", "S1", [("location", "L1", [], [])], [])],
        ),
        ("organization", "2", [], []),
        ("location", "L3", [], [("service", "S2", [], [])]),
        ("service", "S3", [("location", "L4", [], []), ("location", "L5", [], [])], []),
    ]
    assert told(ledger) == []


def test_json_that_holds_an_organization_in_each_service_is_turned_round():
    """So do feeds of services; what is nested has its owner in its own row."""
    page = nested("page1", {"id": "S1", "name": "Soup", "status": "active", "organization_id": "O"},
                  {"id": "S2", "name": "Bread", "status": "active", "organization_id": "O"})  # fmt: skip
    organization = nested(
        "organization",
        {"parent_table": "page1", "parent_id": "S1", "id": "O", "name": "Food Bank", "description": ""},
    )
    places = nested(
        "service_at_locations",
        {"parent_table": "page1", "parent_id": "S1", "id": "X", "location_id": "L"},
        {"parent_table": "page1", "parent_id": "S2", "id": "Y", "location_id": "L"},
    )
    location = nested(
        "location", {"parent_table": "service_at_locations", "parent_id": "X", "id": "L", "name": "North"}
    )
    address = nested(
        "addresses", {"parent_table": "location", "parent_id": "L", "id": "A", "address_1": "1 Elm St"}
    )
    phones = nested(
        "phones", {"parent_table": "service_at_locations", "parent_id": "Y", "id": "P", "number": "5"}
    )
    terms = nested(
        "attributes", {"parent_table": "page1", "parent_id": "S2", "id": "T", "taxonomy_term_id": "7"}
    )
    term = nested(
        "taxonomy_term", {"parent_table": "attributes", "parent_id": "T", "id": "7", "name": "Pantries"}
    )
    tables = (page, organization, places, location, address, phones, terms, term)
    assert find_mapping(tables).name == "hsds"
    drafts, ledger = join(*tables)
    there = ("location", "L", [], [])
    assert [tree(draft) for draft in drafts] == [
        ("organization", "O", [there], [("service", "S1", [there], []), ("service", "S2", [there], [])])
    ]
    (bank,) = drafts
    assert parts(bank.locations[0], "addresses") == [{"address_1": "1 Elm St"}]
    assert parts(bank.services[1], "phones") == [{"number": "5"}]
    assert texts(bank.services[1])["category"] == ["Pantries"]
    assert told(ledger) == []


def test_terms_are_categories_or_groups_of_people():
    """By ids of the 1.x tables; rows of words are told as such."""
    terms = table("taxonomy", "id,name,parent_name\n1,Food,\n2,Veterans,Target Populations\n3,Law,\n")
    links = table("services_taxonomy", "id,service_id,taxonomy_id\n1,S1,1\n2,S1,2\n3,S2,8\n")
    drafts, ledger = join(ORGANIZATIONS, LOCATIONS, SERVICES, links, terms)
    soup = drafts[0].services[0]
    assert (texts(soup)["category"], texts(soup)["audience"]) == (["Food"], ["Veterans"])
    assert ("names what is not here", "8") in told(ledger)
    assert left_out(ledger) == [
        ("services_taxonomy.csv", 4, "nothing of it is taken"),
        ("taxonomy.csv", 4, "a term that no record has"),
    ]


def test_two_exports_that_count_from_one_are_kept_apart():
    """Each has its own organization 1; what is in both is one."""
    tables = [
        table(name, text, f"{export}/{name}.csv")
        for export, own in (("north", "Harbor House"), ("south", "Legal Aid"))
        for name, text in (
            ("organizations", f"id,name,description\n1,{own},x\n2,Food Bank,x\n"),
            ("services", f"id,organization_id,name,description\n1,1,{own} help,x\n"),
            ("phones", f"service_id,organization_id,number\n1,,{own}\n,2,{export}\n"),
        )
    ]
    drafts, _ = join(*tables)
    assert [tree(draft) for draft in drafts] == [
        ("organization", "1", [], [("service", "1", [], [])]),
        ("organization", "2", [], []),
        ("organization", "1 (2)", [], [("service", "1 (2)", [], [])]),
    ]
    house, bank, law = drafts
    assert [parts(each.services[0], "phones") for each in (house, law)] == [
        [{"number": "Harbor House"}],
        [{"number": "Legal Aid"}],
    ]
    assert parts(bank, "phones") == [{"number": "north"}, {"number": "south"}]


def test_records_may_be_joined_by_names():
    """As spreadsheets of people do it."""
    agencies = table("Agencies", "Agency,Phone\nFood Bank,1\n")
    programs = table("Programs", "Program,By\nPantry,FOOD  BANK\nClinic,Nobody\n")
    mapping = SourceMapping(
        name="mine",
        tables=(
            TableMapping(table="agencies", role="organization", fields={"name": Take(columns=("agency",))}),
            TableMapping(table="programs", role="service", by_name=True, fields={"name": Take(columns=("program",))},
                         parents={"organization": Take(columns=("by",))}),
        ),
    )  # fmt: skip
    drafts, ledger = join(agencies, programs, mapping=mapping)
    assert [(draft.level, [texts(service)["name"] for service in draft.services]) for draft in drafts] == [
        ("organization", [["Pantry"]]),
        ("service", []),
    ]
    assert ("belongs to nobody, and stands by itself", "By Nobody is not here") in told(ledger)


def test_one_row_may_be_an_organization_and_its_service():
    """The organization of many rows is one record."""
    rows = table("a", "agency,program\nFood Bank,Soup\nFood Bank,Bread\n")
    agency = Take(columns=("agency",))
    mapping = SourceMapping(
        name="mine",
        tables=(
            TableMapping(role="organization", id=agency, fields={"name": agency}),
            TableMapping(
                role="service",
                also=True,
                parents={"organization": agency},
                fields={"name": Take(columns=("program",))},
            ),
        ),
    )
    (bank,), ledger = join(rows, mapping=mapping)
    assert tree(bank) == ("organization", "Food Bank", [], [("service", "", [], [])] * 2)
    assert told(ledger) == []


def test_what_stays_out_is_marked_with_its_reason():
    """Privacy leaves it out, with all that it has."""
    mapping = SourceMapping(
        name="mine",
        tables=(TableMapping(id=Take(columns=("id",)), fields={"name": Take(columns=("name",))},
                             leave_out=(Rule(column="description", values=("law",), reason="no law"),)),),
    )  # fmt: skip
    drafts, ledger = join(ORGANIZATIONS, mapping=mapping)
    assert [draft.leave_out for draft in drafts] == ["", "no law"]
    assert left_out(ledger) == []


@pytest.mark.parametrize("parents", ["1,3\n2,1\n3,2\n", "1,1\n2,2\n3,3\n", "1,2\n2,1\n3,1\n"])
@pytest.mark.parametrize("role", ["organization", "location", "service", "listing"])
def test_circles_do_no_harm(parents, role):
    """Every record still stands somewhere."""
    rule = TableMapping(role=role, id=Take(columns=("id",)), parents={role: Take(columns=("parent",))})
    drafts, _ = join(table("a", "id,parent\n" + parents), mapping=SourceMapping(name="a", tables=(rule,)))
    assert {row.row for row in all_rows(drafts)} == {2, 3, 4}


def all_rows(drafts):
    """Every row of drafts and of what stands in them."""
    for draft in drafts:
        yield from draft.rows
        yield from all_rows((*draft.locations, *draft.services))


IDS = st.sampled_from(["", "1", "2", "3", "9"])
KINDS = {
    "organizations": ("id", "name", "description"),
    "locations": ("id", "organization_id", "name", "description"),
    "services": ("id", "organization_id", "location_id", "name", "description"),
    "services_at_location": ("id", "service_id", "location_id", "description"),
    "phones": (
        "id",
        "service_at_location_id",
        "service_id",
        "location_id",
        "organization_id",
        "contact_id",
        "number",
    ),
    "contacts": ("id", "service_id", "location_id", "organization_id", "name"),
    "languages": ("id", "service_id", "phone_id", "language"),
    "holidays": ("id", "name"),
}


@pytest.mark.slow
@given(st.data())
@settings(max_examples=examples(60, 1000), deadline=None)
def test_every_row_of_dirty_tables_has_a_draft_or_a_reason(data):
    """Whatever points where: ids that stand twice, that lead nowhere, in circles, and tables that nobody takes."""
    tables = []
    for name, columns in KINDS.items():
        rows = data.draw(st.lists(st.tuples(*[IDS] * len(columns)), max_size=5))
        tables.append(table(name, "\n".join(map(",".join, (columns, *rows)))))
    drafts, ledger = join(*tables)
    rows = {each.origin(row) for each in tables for row in each.rows if any(row.values.values())}
    settled = {at for at, lot in ledger.lots.items() if lot}
    standing = set(all_rows(drafts))
    assert set(ledger.lots) == rows == settled | standing
    assert not settled & {draft.rows[0] for draft in drafts}
    tops = [draft.rows[0] for draft in drafts]
    assert len(tops) == len(set(tops))


@pytest.mark.slow
def test_four_thousand_records_are_joined_in_a_moment():
    """With their phones and terms."""
    count = 4000
    organizations = table(
        "organizations", "id,name,description\n" + "".join(f"{n},House {n},x\n" for n in range(650))
    )
    services = table(
        "services",
        "id,organization_id,name,description\n" + "".join(f"{n},{n % 650},S {n},y\n" for n in range(count)),
    )
    phones = table("phones", "service_id,number\n" + "".join(f"{n % count},{n}\n" for n in range(2 * count)))
    start = time.process_time()
    drafts, _ = join(organizations, services, phones)
    assert time.process_time() - start < 3
    assert sum(len(draft.services) for draft in drafts) == count


LINKS = SourceMapping(
    name="own",
    tables=(
        TableMapping(table="a", role="organization", id=Take(columns=("id",)), fields={"name": Take(columns=("name",))}),
        TableMapping(table="s", role="service", id=Take(columns=("id",)), parents={"organization": Take(columns=("a",))}, fields={"name": Take(columns=("name",))}),
        TableMapping(
            table="l", role="link", otherwise="service", id=Take(columns=("id",)), by_name=True, fields={"name": Take(columns=("name",)), "hours": Take(columns=("hours",))},
            parents={"service": Take(columns=("s",)), "organization": Take(columns=("a", "agency"), every=True)},
        ),
    ),
)  # fmt: skip


def test_a_link_whose_service_is_not_here_is_one_itself():
    """Another says more of its service, but has no name for it; an organization may be named instead of its id."""
    drafts, ledger = join(
        table("a", "id,name\n1,Harbor House\n"),
        table("s", "id,a,name\n5,1,Soup\n"),
        table(
            "l",
            "id,s,a,agency,name,hours\n8,5,1,,Soup at noon,Mon 12pm\n9,77,99,HARBOR HOUSE,Bread,Tue 1pm\n",
        ),
        mapping=LINKS,
    )
    (house,) = drafts
    assert [texts(service) for service in house.services] == [
        {"name": ["Soup"], "hours": ["Mon 12pm"]},
        {"name": ["Bread"], "hours": ["Tue 1pm"]},
    ]
    assert told(ledger) == [("names what is not here", "77"), ("names what is not here", "99")]
