"""Items and runs for the tests beside this file."""

from itertools import count

from guide.exchange.items import Item
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.origin import Origin
from guide.exchange.shape.shape import shape

ROWS = count(2)


def item(
    level="listing", name="", key="", locations=(), services=(), categories=(), doubts=(), row=None, **values
):
    """An item with a row of its own; `topics` are its values `services`."""
    row = next(ROWS) if row is None else row
    return Item(
        level=level,
        key=key or f"{level} {row}",
        rows=(Origin("a.csv", row),),
        values={
            **({"name": name} if name else {}),
            **{"services" if key == "topics" else key: value for key, value in values.items()},
        },
        doubts=dict(doubts),
        categories=tuple(categories),
        locations=tuple(locations),
        services=tuple(services),
    )


def organization(name="Larkin Center", **values):
    return item("organization", name, **values)


def office(name="", **values):
    return item("location", name, **values)


def service(name="", **values):
    return item("service", name, **values)


def street(number=1, city="Oakland", **more):
    """An address."""
    return {"address_1": f"{number} Pier Street", "city": city, **more}


def rows_of(each):
    """All rows of an item."""
    yield from each.rows
    for one in (*each.locations, *each.services):
        yield from rows_of(one)


def shaped(*items, merge=False, **mapping):
    """(sections, the ledger) of items."""
    ledger = Ledger()
    for each in items:
        for row in rows_of(each):
            ledger.read(row)
    return shape(items, SourceMapping(name="a", tables=(), **mapping), ledger, merge), ledger


def listings(*items, **mapping):
    """The values of the listings of items."""
    return [each.values for section in shaped(*items, **mapping)[0] for each in section.listings]


def listing(*items, **mapping):
    """The values of the only listing of items."""
    (values,) = listings(*items, **mapping)
    return values
