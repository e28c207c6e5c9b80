"""An edition as HSDS in JSON: a page of services, each with all that belongs to it, as the API of the specification gives it."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping

from guide.exchange.give.hsds_rows import Row, Tables, tables_of
from guide.exchange.give.hsds_rules import SHEETS
from guide.model import Guide
from guide.seal import BLANK, sealed

Object = dict[str, object]

# What is nested in a record: {the key: the table of its rows}.
IN_ORGANIZATION = {"phones": "phone", "contacts": "contact", "additional_websites": "url"}
IN_LOCATION = {
    "languages": "language", "addresses": "address", "contacts": "contact", "accessibility": "accessibility",
    "phones": "phone", "schedules": "schedule",
}  # fmt: skip
IN_SERVICE = {
    "phones": "phone", "schedules": "schedule", "service_areas": "service_area", "languages": "language",
    "additional_urls": "url", "cost_options": "cost_option", "required_documents": "required_document", "contacts": "contact",
}  # fmt: skip


def as_json(guide: Guide) -> bytes:
    """The services, in the order of the edition."""
    services = services_of(tables_of(guide))
    page = {
        "total_items": len(services),
        "total_pages": 1,
        "page_number": 1,
        "size": len(services),
        "first_page": True,
        "last_page": True,
        "empty": not services,
        "contents": services,
        "generator": BLANK,
    }
    return sealed(json.dumps(page, ensure_ascii=False, indent=1) + "\n")


def services_of(tables: Tables) -> list[Object]:
    """The services with what belongs to them."""
    nested = Nested(tables)
    return [nested.service(row) for row in tables.get("service", ())]


class Nested:
    """The rows of tables, by whose they are."""

    def __init__(self, tables: Tables) -> None:
        self.by_id = {name: {row["id"]: row for row in rows} for name, rows in tables.items()}
        self.below: defaultdict[tuple[str, str], list[Row]] = defaultdict(list)
        for name, rows in tables.items():
            for row in rows:
                for key in ("organization_id", "location_id", "service_id", "link_id"):
                    if key in row:
                        self.below[name, row[key]].append(row)

    def service(self, row: Row) -> Object:
        """A service with its organization, its offices and its terms."""
        places = [
            {"id": each["id"], "location": self.location(self.by_id["location"][each["location_id"]])}
            for each in self.below["service_at_location", row["id"]]
        ]
        found = plain("service", row) | self.parts(row, IN_SERVICE)
        found |= {"service_at_locations": places} if places else {}
        found["organization"] = self.organization(self.by_id["organization"][row["organization_id"]])
        terms = [self.attribute(each) for each in self.below["attribute", row["id"]]]
        return found | ({"attributes": terms} if terms else {})

    def organization(self, row: Row) -> Object:
        """An organization with its numbers."""
        return plain("organization", row) | self.parts(row, IN_ORGANIZATION)

    def location(self, row: Row) -> Object:
        """An office with its address, numbers and hours."""
        return plain("location", row) | self.parts(row, IN_LOCATION)

    def attribute(self, row: Row) -> Object:
        """An attribute with its term."""
        term = self.by_id["taxonomy_term"][row["taxonomy_term_id"]]
        taxonomy = plain("taxonomy", self.by_id["taxonomy"][term["taxonomy_id"]])
        return plain("attribute", row) | {
            "taxonomy_term": plain("taxonomy_term", term) | {"taxonomy_detail": taxonomy}
        }

    def parts(self, row: Row, keys: Mapping[str, str]) -> Object:
        """What is nested in a record."""
        return {key: objects(table, self.below[table, row["id"]]) for key, table in keys.items() if self.below[table, row["id"]]}  # fmt: skip


def objects(table: str, rows: Iterable[Row]) -> list[Object]:
    """Rows as objects."""
    return [plain(table, row) for row in rows]


def plain(table: str, row: Row) -> Object:
    """A row as an object: numbers are numbers, and ids of what it stands in are not needed."""
    columns = {column.name: column for column in SHEETS[table].columns}
    return {
        name: number(value) if columns[name].kind == "number" else value
        for name, value in row.items()
        if not columns[name].refers and name != "link_id"
    }


def number(text: str) -> int | float:
    """A number, whole where it is."""
    return int(text) if text.lstrip("-").isdigit() else float(text)
