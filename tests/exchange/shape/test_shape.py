"""Records become sections: every row has its fate, nothing that is said is lost, and what comes out is content."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from guide.content.load import load_guide
from guide.exchange.ledger import LISTING, MERGED
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.write.section_file import section_text
from tests.exchange.shape.made import item, listing, listings, office, organization, service, shaped, street
from tests.thorough import examples


def test_an_organization_with_all_that_it_has_is_one_listing():
    """Its own row is the listing; the rows of its office and service went into it."""
    one = organization(row=2, locations=[office(row=3, address=street())], services=[service("Meals", row=4, hours=["Mo 12:00"])])  # fmt: skip
    sections, ledger = shaped(one)
    (made,) = sections[0].listings
    assert list(made.values)[:2] == ["id", "name"] and made.values["id"] == "larkin-center"
    assert [lot.fate for lot in ledger.lots.values()] == [LISTING, MERGED, MERGED]
    assert ledger.sums == (3, 1, 2, 0)


def test_orphans_are_kept():
    """Who joined the tables told of them already."""
    sections, ledger = shaped(
        organization(), office("Main office", address=street()), service("Meals", hours=["Mo"])
    )
    assert sum(len(section.listings) for section in sections) == 3 and ledger.notes == []


def test_duplicates_are_proposed_and_made_one_only_on_demand():
    """What the second says besides is added."""
    twice = (
        item(name="Harbor Food Bank", row=2, address=street(), phones=["510-555-0100"]),
        item(
            name="The Harbor Food Bank",
            row=3,
            address=street(),
            phones=["510-555-0100"],
            email="a@example.org",
        ),
    )
    sections, ledger = shaped(*twice)
    assert len(sections[0].listings) == 2
    assert [note[1:] for note in ledger.notes] == [("perhaps a duplicate, same name and number and street", "The Harbor Food Bank", "Harbor Food Bank (a.csv, row 2)")]  # fmt: skip
    sections, ledger = shaped(*twice, merge=True)
    (made,) = sections[0].listings
    assert made.values["email"] == "a@example.org" and made.values["address"] == street()
    assert made.values["alternate_names"] == ["The Harbor Food Bank"] and ledger.sums == (2, 1, 1, 0)


def test_a_merged_listing_keeps_its_offices_and_programs_and_doubts():
    services = [
        service("Meals", hours=["Mo 12:00"], doubts={"hours": "look"}),
        service("Law", hours=["Tu 12:00"]),
    ]
    one = organization("Harbor Food Bank", phones=["510-555-0100"], address=street(), services=services)
    other = item(name="Harbor Food Bank", phones=["510-555-0100"], locations=[office(address=street()), office("B", address=street(2))], hours=["Su"])  # fmt: skip
    sections, _ = shaped(one, other, merge=True)
    (made,) = sections[0].listings
    assert [each["name"] for each in made.values["programs"]] == ["Meals", "Law"]
    assert len(made.values["locations"]) == 2 and made.doubts == {"name": "look"}


def test_a_row_with_two_listings_is_told():
    """Where each service is a listing, and one row had two of them."""
    one = organization(
        row=2, services=[service("Arts", row=2, hours=["Mo"]), service("Law", row=2, hours=["Tu"])]
    )
    _, ledger = shaped(one, services="listings")
    assert ledger.sums.listings == 1 and ledger.notes[-1][1:3] == ("one row with several listings", "law")


def test_a_record_of_nothing_is_left_out():
    _, ledger = shaped(item(row=2), item(name="A", row=3))
    assert ledger.sums == (2, 1, 0, 1)


# --- every sort of tree -------------------------------------------------------------------------------

NAMES = st.sampled_from(
    ("Larkin Center", "Meals", "Main office", "Oakland", "12", "Food pantry", "Ähre", "安心", "")
)
TEXTS = st.sampled_from(("Free meals.", "For all.", "Call first", "Free meals. For all."))
VALUES = {
    "phones": st.lists(
        st.sampled_from(("510-555-0100", "510-555-0101", {"number": "510-555-0102", "type": "fax"})),
        min_size=1,
        max_size=2,
        unique_by=str,
    ),  # fmt: skip
    "email": st.sampled_from(("a@example.org", "b@example.org")),
    "website": st.sampled_from(("www.example.org", "https://example.org/")),
    "hours": st.sampled_from((["Mo 09:00-17:00"], ["Tu 09:00-17:00", "We 10:00-12:00"])),
    "description": TEXTS,
    "summary": TEXTS,
    "alert": TEXTS,
    "status": st.just("closed for now"),
    "eligibility_description": TEXTS,
    "languages": st.sampled_from((["English"], ["Spanish", "English"])),
    "topics": st.sampled_from((["Meals"], ["Law", "Meals"])),
    "service_areas": st.sampled_from(([{"city": "Oakland"}], [{"county": "Larkin County"}])),
    "alternate_names": st.sampled_from((["LC"], ["Larkin"])),
    "minimum_age": st.sampled_from(("18", "60")),
    "verified": st.sampled_from(("2026-01-01", "2026-02-01")),
    "meetings": st.just([{"hours": "Mo 19:00"}]),
    "latitude": st.just("1.5"),
    "longitude": st.just("1.5"),
    "address": st.sampled_from(
        (
            street(),
            street(2),
            street(1, "Albany"),
            {"city": "Oakland"},
            {"confidential": "yes", "city": "Oakland"},
            {"po_box": "PO Box 4", "city": "Oakland"},
        )
    ),  # fmt: skip
}
CATEGORIES = st.lists(st.sampled_from(("Food", "Health", "Housing", "food")), max_size=2)


@st.composite
def trees(draw, levels=("organization", "listing", "location", "service"), depth=2):
    """An item of any sort."""
    keys = draw(st.sets(st.sampled_from(sorted(VALUES)), max_size=6))
    values = {key: draw(VALUES[key]) for key in sorted(keys)}
    nested = st.lists(trees(("location",), depth - 1), max_size=2) if depth else st.just(())
    served = st.lists(trees(("service",), depth - 1), max_size=2) if depth else st.just(())
    doubts = {key: "look" for key in list(values)[:1] if key != "topics"}
    return item(draw(st.sampled_from(levels)), draw(NAMES), categories=draw(CATEGORIES), locations=draw(nested), services=draw(served), doubts=doubts, **values)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(30, 2_000), deadline=None, phases=[Phase.generate])
@given(st.lists(trees(), max_size=4), st.sampled_from(("inside", "listings")), st.booleans())
def test_the_sums_come_out_right_and_all_that_is_said_is_said(found, services, merge):
    """No row without a fate, as many listings as the sums say, ids that are unique, and no contact or text lost."""
    sections, ledger = shaped(*found, merge=merge, services=services)
    made = [each for section in sections for each in section.listings]
    assert not list(ledger.lost()) and ledger.sums.listings == len(made)
    ids = [each.values["id"] for each in made]
    assert len(set(ids)) == len(ids) and len({section.id for section in sections}) == len(sections)
    assert {each for section in sections for each in section.see} <= set(ids)
    said = f"{[each.values for each in made]} {ledger.notes}"
    for each in found:
        for value in words_in(each):
            assert value in said, value
    for each in made:
        for path in each.doubts:
            value = each.values
            for step in path.split("/"):
                value = value[int(step)] if isinstance(value, list) else value[step]


def words_in(each):
    """What of an item has to be found again: numbers, addresses to write to, streets."""
    for key in ("phones", "email", "hours", "address"):
        value = each.values.get(key, ())
        for one in [value] if isinstance(value, (str, dict)) else value:
            yield one if isinstance(one, str) else next(iter(one.values()))
    for one in (*each.locations, *each.services):
        yield from words_in(one)


@pytest.mark.slow
@settings(max_examples=examples(12, 300), deadline=None)
@given(st.lists(trees(), min_size=1, max_size=3), st.sampled_from(("inside", "listings")))
def test_what_comes_out_is_read_without_an_error(tmp_path_factory, found, services):
    """By the reader of content."""
    folder = tmp_path_factory.mktemp("guide")
    (folder / "sections").mkdir()
    (folder / "guide.yaml").write_text("title: T\nedition:\n  number: 1\n  date: 2026-11-30\n")
    sections, _ = shaped(*found, services=services)
    for number, section in enumerate(sections):
        (folder / "sections" / f"{number}-{section.id}.yaml").write_text(
            section_text(section), encoding="utf-8"
        )
    if sections:
        _, problems = load_guide(folder)
        assert [str(each) for each in problems if each.level == "error"] == []


def test_the_same_items_come_out_the_same():
    """Whatever their order."""
    found = [item(name=name, row=row, address=street(row)) for row, name in enumerate(("B", "A", "A"), 2)]
    assert listings(*found) == listings(*found[::-1])
    assert SourceMapping(name="a", tables=()).services == "inside" and listing(found[0])["id"] == "b"
