"""From drafts to files and reports: no private word is in any byte, and every row has its fate."""

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from guide.exchange.clean.items import clean_all
from guide.exchange.drafts import Draft
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.origin import Cell, Origin
from guide.exchange.privacy import keep_public
from guide.exchange.shape.shape import shape
from guide.exchange.write.report import report_table, report_text
from guide.exchange.write.section_file import section_text
from tests.exchange.clean.made import DAY
from tests.thorough import examples

SECRET = {"address_1": "12 Zanzibar Street", "address_2": "Suite 77", "city": "Oakland", "postal_code": "94607-1234", "private": "True", "attention": "Pat Quux"}  # fmt: skip
NUMBER, MAIL = "773-471-0999", "secret@example.org"
SAYINGS = st.sampled_from(("We help.", "Come to 12 Zanzibar St. now!", "12&nbsp;ZANZIBAR street", f"Call {NUMBER}.", "(773) 471 0999", MAIL.upper(), "Free\\nmeals", "<p>Go to 12 N. Zanzibar</p>", "Pantry", "Zanzibar Center"))  # fmt: skip
TEXT = st.lists(SAYINGS, min_size=1, max_size=4).map(" ".join)
FIELDS = "name short_name alternate_names description summary remark transportation hours email website how_to_apply fees_description alert services category latitude".split()
GROUPS = st.sampled_from(
    (
        ("addresses", SECRET),
        ("addresses", {"address_1": "12 Zanzibar St", "city": "Oakland"}),
        ("addresses", {"address": "12 Zanzibar Street, Oakland, CA 94607"}),
        ("addresses", {"address_1": "4 Pier Street", "city": "Oakland", "attention": "Pat Quux"}),
        ("phones", {"number": NUMBER, "private": "yes"}),
        ("phones", {"number": f"{NUMBER} or 773-555-0100", "description": "desk"}),
        ("emails", {"email": MAIL, "label": "private"}),
        ("schedules", {"weekday": "Monday", "opens_at": "9:00", "closes_at": "17:00", "description": "at 12 Zanzibar"}),
        ("meetings", {"weekday": "Monday", "start": "19:00", "note": "at 12 Zanzibar St"}),
        ("websites", {"website": "www.example.org", "label": "12 Zanzibar"}),
    )
)  # fmt: skip
WORDS = (
    "12zanzibar",
    "12nzanzibar",
    "zanzibarst",
    "suite77",
    "946071234",
    "4710999",
    "secretexample",
    "quux",
)


@st.composite
def drafts(draw, level="organization", depth=2):
    """A draft of any sort, with rows that may be another's too."""
    at = Origin("a.csv", draw(st.integers(2, 10_000)))
    groups = {}
    for name, parts in draw(st.lists(GROUPS, max_size=3)):
        group = {part: Cell(text, at._replace(column=part)) for part, text in parts.items()}
        groups[name] = (*groups.get(name, ()), group)
    said = draw(st.dictionaries(st.sampled_from(FIELDS), TEXT, max_size=5))
    said |= draw(
        st.sampled_from(({}, {}, {}, {}, {"private": "yes"}, {"status": "inactive"}, {"status": "?"}))
    )
    inner = st.lists(drafts("location", depth - 1), max_size=2) if depth else st.just([])
    served = (
        st.lists(drafts("service", depth - 1), max_size=2) if depth and level != "service" else st.just([])
    )
    return Draft(
        level=level,
        key=draw(st.sampled_from(("", "7", "8"))),
        rows=(at,),
        cells={key: (Cell(text, at._replace(column=key)),) for key, text in said.items()},
        groups=groups,
        locations=tuple(draw(inner)),
        services=tuple(draw(served)),
    )


def walk(draft):
    yield draft
    for each in (*draft.locations, *draft.services):
        yield from walk(each)


def with_secret(number, draft):
    """An organization with an office that is private, and all of its private numbers, beside a draft."""
    at = Origin("b.csv", number)
    groups = {"addresses": SECRET, "phones": {"number": NUMBER, "private": "1"}, "emails": {"email": MAIL, "private": "1"}}  # fmt: skip
    cells = {
        name: ({part: Cell(text, at) for part, text in parts.items()},) for name, parts in groups.items()
    }
    office = Draft(level="location", key=f"o{number}", rows=(at._replace(source="c.csv"),), groups=cells)
    name = (Cell(f"Larkin {number}", at),)
    return Draft(level="organization", key=str(number), rows=(at,), cells={"name": name}, locations=(office,), services=(draft,))  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(30, 600), deadline=None, phases=[Phase.generate])
@given(st.lists(drafts(), max_size=3), st.sampled_from(("inside", "listings")), st.booleans())
def test_no_private_word_comes_out_and_no_row_is_lost(found, services, merge):
    ledger, mapping = Ledger(), SourceMapping(name="a", tables=(), services=services)
    found = [with_secret(number, each) for number, each in enumerate(found, 2)]
    for row in {row for each in found for one in walk(each) for row in one.rows}:
        ledger.read(row)
        ledger.note(Cell("12 Zanzibar St", row), "before anybody knew")
    sections = shape(
        clean_all(keep_public(found, ledger), mapping, ledger, "US", DAY), mapping, ledger, merge
    )
    out = (
        "".join(map(section_text, sections))
        + report_text(ledger)
        + report_table(ledger).decode()
        + str(sections)
    )
    plain = "".join(filter(str.isalnum, out.casefold()))
    assert [word for word in WORDS if word in plain] == []
    assert not list(ledger.lost())
    unseen = sum(1 for note in ledger.notes if note.kind == "one row with several listings")
    assert ledger.sums.listings + unseen == sum(len(section.listings) for section in sections)
