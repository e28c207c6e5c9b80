"""What HSDS 3.2 (the Human Services Data Specification of Open Referral) asks of each table that is given out.

A column is said as `name:kind`: with `!` it has to be filled, `>table` means the id of a row there. Columns of the
specification in which this program has nothing to say are not named.
"""

from typing import NamedTuple

from guide.expressions import expression

VERSION = "3.2"
SPECIFICATION = "https://docs.openreferral.org/en/3.2/"


class Column(NamedTuple):
    """A column: what may stand in it."""

    name: str
    kind: str = "string"  # or "uuid", "uri", "email", "number", "date", "time"
    needed: bool = False
    refers: str = ""  # the table of whose rows it has the id


class Sheet(NamedTuple):
    """A table: the name of its file, and its columns; the first is `id`."""

    path: str
    columns: tuple[Column, ...]


CHOICES = {
    ("service", "status"): ("active", "inactive", "defunct", "temporarily closed"),
    ("location", "location_type"): ("physical", "postal", "virtual"),
    ("address", "address_type"): ("physical", "postal", "virtual"),
    ("schedule", "freq"): ("WEEKLY", "MONTHLY"),
}
SAID = expression(r"(\w+)(?::(\w+))?(!)?(?:>(\w+))?")
TABLES = {
    "organization": ("organizations", "name! alternate_name description! email:email website:uri"),
    "service": (
        "services",
        "organization_id:uuid!>organization name! alternate_name description url:uri email:email status! application_process "
        "fees_description wait_time eligibility_description minimum_age:number maximum_age:number assured_date:date alert",
    ),
    "location": (
        "locations",
        "location_type! url:uri organization_id:uuid>organization name description transportation latitude:number longitude:number",
    ),
    "service_at_location": ("service_at_location", "service_id:uuid!>service location_id:uuid!>location"),
    "address": (
        "addresses",
        "location_id:uuid>location attention address_1! address_2 city! region state_province! postal_code! country! address_type!",
    ),
    "phone": (
        "phones",
        "location_id:uuid>location service_id:uuid>service organization_id:uuid>organization number! extension:number type description",
    ),
    "contact": (
        "contacts",
        "organization_id:uuid>organization service_id:uuid>service location_id:uuid>location name email:email",
    ),
    "schedule": (
        "schedules",
        "service_id:uuid>service location_id:uuid>location valid_from:date valid_to:date freq byday description "
        "opens_at:time closes_at:time schedule_link:uri attending_type notes",
    ),
    "service_area": ("service_areas", "service_id:uuid>service name"),
    "required_document": ("required_documents", "service_id:uuid>service document"),
    "language": ("languages", "service_id:uuid>service location_id:uuid>location name code"),
    "accessibility": ("accessibility", "location_id:uuid>location description"),
    "cost_option": ("cost_options", "service_id:uuid!>service option currency amount:number amount_description"),
    "url": ("url", "label url:uri! organization_id:uuid>organization service_id:uuid>service"),
    "taxonomy": ("taxonomies", "name! description!"),
    "taxonomy_term": ("taxonomy_terms", "code name! description! taxonomy language taxonomy_id:uuid>taxonomy"),
    "attribute": ("attributes", "link_id:uuid! taxonomy_term_id:uuid!>taxonomy_term link_type link_entity!"),
}  # fmt: skip


def column_of(said: str) -> Column:
    """A column as it is said."""
    match = SAID.fullmatch(said)
    assert match  # the table above is our own
    return Column(match[1], match[2] or "string", bool(match[3]), match[4] or "")


SHEETS = {
    name: Sheet(f"{path}.csv", (column_of("id:uuid!"), *map(column_of, said.split())))
    for name, (path, said) in TABLES.items()
}
