"""Tables for tests, as a source would give them."""

import csv
import io

from guide.exchange.tables import Row, Table


def table(name, text, source=""):
    """A table of lines of CSV."""
    lines = csv.DictReader(io.StringIO(text.strip()))
    rows = tuple(Row(number, {k: v or "" for k, v in row.items()}) for number, row in enumerate(lines, 2))
    return Table(source or f"{name}.csv", name, tuple(lines.fieldnames), rows)


def nested(name, *values):
    """A table of objects of JSON."""
    columns = tuple(dict.fromkeys(key for row in values for key in row))
    return Table(
        f"feed.json: {name}", name, columns, tuple(Row(number, row) for number, row in enumerate(values, 1))
    )


def tree(draft):
    """(level, key, [locations], [services]) of a draft."""
    return draft.level, draft.key, [*map(tree, draft.locations)], [*map(tree, draft.services)]


def texts(draft):
    """{field: [texts]} of a draft."""
    return {key: [cell.text for cell in cells] for key, cells in draft.cells.items()}


def parts(draft, group):
    """[{part: text}] of a draft's group."""
    return [{part: cell.text for part, cell in each.items()} for each in draft.groups.get(group, ())]
