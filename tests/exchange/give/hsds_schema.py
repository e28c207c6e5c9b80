"""The rules of HSDS 3.2 as JSON Schema, written here from what the specification says of each kind of record."""

from guide.exchange.give.hsds_json import IN_LOCATION, IN_ORGANIZATION, IN_SERVICE
from guide.exchange.give.hsds_rules import CHOICES, SHEETS

UUID = "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
KINDS = {
    "string": {"type": "string", "minLength": 1},
    "uuid": {"type": "string", "pattern": UUID},
    "uri": {
        "type": "string",
        "pattern": r"^[A-Za-z][A-Za-z0-9+.-]*:(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@/?-])+(?:#(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9._~!$&'()*+,;=:@/?-])*)?$",
    },
    "email": {"type": "string", "pattern": r"^[^@\s]+@[^@\s]+$"},
    "number": {"type": "number"},
    "date": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"},
    "time": {"type": "string", "pattern": r"^[0-2]\d:[0-5]\d:[0-5]\d$"},
}


def record(table, more=None):
    """The schema of a record: nothing in it that is not named, and what has to be there."""
    columns = [each for each in SHEETS[table].columns if not each.refers and each.name != "link_id"]
    known = {each.name: KINDS[each.kind] for each in columns}
    for (name, column), words in CHOICES.items():
        if name == table:
            known[column] = {"enum": [*words]}
    return {
        "type": "object",
        "required": [each.name for each in columns if each.needed],
        "properties": known | (more or {}),
        "additionalProperties": False,
    }


def lists(keys):
    """Nested lists of records."""
    return {key: {"type": "array", "minItems": 1, "items": record(table)} for key, table in keys.items()}


LOCATION = record("location", lists(IN_LOCATION))
AT_LOCATION = {
    "type": "object",
    "required": ["id", "location"],
    "properties": {"id": KINDS["uuid"], "location": LOCATION},
    "additionalProperties": False,
}
TERM = record("taxonomy_term", {"taxonomy_detail": record("taxonomy")})
ATTRIBUTE = record("attribute", {"taxonomy_term": TERM})
SERVICE = record(
    "service",
    lists(IN_SERVICE)
    | {
        "organization": record("organization", lists(IN_ORGANIZATION)),
        "service_at_locations": {"type": "array", "items": AT_LOCATION},
        "attributes": {"type": "array", "items": ATTRIBUTE},
    },
)
SERVICE["required"].append("organization")
PAGE = {
    "type": "object",
    "required": [
        "total_items", "total_pages", "page_number", "size", "first_page", "last_page", "empty", "contents",
    ],
    "properties": {"contents": {"type": "array", "items": SERVICE}},
}  # fmt: skip
