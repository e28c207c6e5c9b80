"""Drafts become items."""

from guide.exchange.clean.items import clean_all
from guide.exchange.drafts import Draft
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.origin import Origin
from tests.exchange.clean.made import DAY, cell, group

MAPPING = SourceMapping(name="own", tables=())
ROWS = (Origin("a.csv", 2),)


def draft(level="listing", groups=(), **fields):
    """A draft; {field: text, or list of texts}."""
    cells = {
        key: tuple(map(cell, [texts] if isinstance(texts, str) else texts)) for key, texts in fields.items()
    }
    return Draft(level=level, key="7", rows=ROWS, cells=cells, groups=dict(groups))


def item(**wishes):
    """The only item of a draft."""
    (made,) = clean_all([draft(**wishes)], MAPPING, Ledger(), "US", DAY)
    return made


def test_fields_become_keys_of_the_content_in_their_order():
    """What is empty is not there."""
    made = item(
        groups={
            "phones": (group(number="541-555-0142"),),
            "addresses": (group(address="1 Oak St, Eugene, OR 97401"),),
        },
        name="FOOD BANK",
        short_name="FB",
        description="Gives food to everyone who comes. No papers.",
        email="a@b.org",
        hours="Mon-Fri 9 am to 5 pm",
        eligibility_description=["Adults", "No papers needed"],
        languages="English; es",
        category="Food",
        alert="",
        minimum_age="18",
    )
    assert dict(made.values) == {
        "name": "Food Bank",
        "short_name": "FB",
        "summary": "Gives food to everyone who comes",
        "address": {
            "address_1": "1 Oak St",
            "city": "Eugene",
            "state_province": "OR",
            "postal_code": "97401",
        },
        "phones": ["541-555-0142"],
        "email": "a@b.org",
        "hours": ["Mon-Fri 9 am to 5 pm"],
        "description": "No papers.",
        "eligibility_description": "Adults. No papers needed",
        "languages": ["en", "es"],
        "minimum_age": "18",
    }
    assert list(made.values)[:4] == ["name", "short_name", "summary", "address"]
    assert made.categories == ("Food",) and "made of the first sentence" in made.doubts["summary"]


def test_what_is_no_number_stands_beside_the_name():
    """For the editor."""
    made = item(name="A", groups={"phones": (group(number="see website"),)}, remark="ask in May")
    assert made.doubts == {"name": "no number that can be dialled: see website\nask in May"}


def test_an_address_to_write_to_is_taken_where_there_is_no_other():
    """A second place becomes an office."""
    street, box = (
        group(address_1="1 Oak St", city="Eugene"),
        group(address_1="PO Box 7", city="Eugene", type="mailing"),
    )
    assert item(name="A", groups={"addresses": (box, street)}).values["address"] == {
        "address_1": "1 Oak St",
        "city": "Eugene",
    }
    assert item(name="A", groups={"addresses": (box,)}).values["address"] == {
        "po_box": "PO Box 7",
        "city": "Eugene",
    }
    two = item(name="A", groups={"addresses": (street, group(address_1="2 Elm St", city="Eugene"), street)})
    assert [dict(place.values) for place in two.locations] == [
        {"address": {"address_1": "2 Elm St", "city": "Eugene"}}
    ]


def test_a_private_street_is_no_street():
    """City and state stay, and the key that keeps the rest out of everything."""
    place = group(address_1="1 Oak St", city="Eugene", state_province="OR", private="Yes")
    assert item(name="A", groups={"addresses": (place,)}).values["address"] == {
        "city": "Eugene",
        "state_province": "OR",
        "confidential": "yes",
    }


def test_steps_that_the_mapping_turns_off_are_not_done():
    """The words stay as they came."""
    mapping = SourceMapping(name="own", tables=(), clean={"capitals": False, "summary": False})
    (made,) = clean_all(
        [draft(name="FOOD BANK", description="Gives food to everyone.")], mapping, Ledger(), "US", DAY
    )
    assert dict(made.values) == {"name": "FOOD BANK", "description": "Gives food to everyone."}


def test_an_alert_has_its_days_and_ends_with_them():
    """Days that stand for none say nothing."""
    assert item(alert="Moved", alert_from="1900-01-01", alert_until="0000-00-00 00:00:00").values == {
        "alert": "Moved"
    }
    assert item(alert="Moved", alert_from="2026-01-02 00:00:00", alert_until="2999-02-03").values == {
        "alert": {"text": "Moved", "from": "2026-01-02", "until": "2999-02-03"}
    }
    assert item(alert="Moves", alert_from="2999-02-03").values == {
        "alert": {"text": "Moves", "from": "2999-02-03"}
    }
    ledger = Ledger()
    (made,) = clean_all([draft(alert="Moved", alert_until="2013-02-01")], MAPPING, ledger, "US", DAY)
    assert made.values == {}
    assert ("alert that is over, left out", "Moved", "2013-02-01") in [note[1:] for note in ledger.notes]


def test_a_part_of_the_city_stands_in_the_address():
    """Unless it is called as the city."""
    place = {"addresses": (group(address_1="12 Elm St", city="Portland"),)}
    assert item(groups=place, neighborhood="Alberta").values["address"] == {
        "address_1": "12 Elm St",
        "neighborhood": "Alberta",
        "city": "Portland",
    }
    assert "neighborhood" not in item(groups=place, neighborhood="Portland").values["address"]


def test_a_yes_alone_says_nothing_and_words_of_programs_are_words():
    """It is told; a sentence with commas is no list of services."""
    ledger = Ledger()
    draft = Draft(
        level="listing",
        key="1",
        rows=(),
        cells={
            "name": (cell("Open Kitchen"),),
            "accessibility": (cell("No"),),
            "fees_description": (cell("Varies"), cell("true")),
            "services": (
                cell("meals,  ,  ,"),
                cell("A quiet room for reading and study, which is open in July, too"),
            ),
            "category": (cell("food_bank"),),
        },
    )
    (item,) = clean_all([draft], SourceMapping(name="x", tables=()), ledger, "US", DAY)
    assert "accessibility" not in item.values and item.values["fees_description"] == "Varies"
    assert item.values["services"] == [
        "meals",
        "A quiet room for reading and study, which is open in July, too",
    ]
    assert item.categories == ("Food bank",)
    assert [note.kind for note in ledger.notes] == ["a yes or a no alone, left out"] * 2
