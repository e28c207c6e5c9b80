"""Records of a source on their way to become listings: the words are still the source's own."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, TypeAlias, get_args

from guide.exchange.origin import Cell, Origin
from guide.frozen import frozen

Level: TypeAlias = Literal["organization", "location", "service", "listing"]
LEVELS: tuple[Level, ...] = get_args(Level)
RANKS: Mapping[str, int] = {
    "organization": 0,
    "listing": 0,
    "location": 1,
    "service": 2,
}  # what stands in what

# What a draft may have, by the names of the content's own keys (see docs/keys.md) and of a few that stand for
# decisions: `private` and `status` (who stays out), `category` (sections and topics), `remark` (for the editor alone).
FIELDS = (
    "name", "short_name", "alternate_names", "former_names", "summary", "description", "alert", "alert_from", "alert_until",
    "hours", "email", "website", "eligibility_description", "cost", "fees_description", "required_documents",
    "how_to_apply", "waiting_time", "languages", "accessibility", "transportation", "minimum_age", "maximum_age",
    "services", "audience", "service_areas", "verified", "neighborhood", "latitude", "longitude",
    "category", "status", "private", "remark",
)  # fmt: skip

# What comes in several parts, each group a row of a table or some columns of one.
GROUPS: Mapping[str, tuple[str, ...]] = {
    "phones": ("number", "extension", "type", "description", "private"),
    "addresses": (
        "address", "address_1", "address_2", "city", "county", "state_province", "postal_code", "country",
        "attention", "type", "private",
    ),  # `address` is a whole one in a cell; the type "mailing" or "postal" is one to write to
    "schedules": (
        "weekday", "opens_at", "closes_at", "freq", "interval", "byday", "bymonthday", "valid_from", "valid_to",
        "rrule", "description", "closed",
    ),
    "meetings": (
        "weekday", "start", "end", "duration", "name", "formats", "note", "link", "meeting_id", "dial_in",
    ),
    "emails": ("email", "label"),
    "websites": ("website", "label"),
    "areas": ("name", "type"),
}  # fmt: skip

Group: TypeAlias = Mapping[str, Cell]


@frozen
class Draft:
    """A record with what belongs to it.

    An organization has all its locations and services side by side. A service's own `locations` are those where it is
    given, as they stand in the organization, with what holds there alone (the hours of a service at one of its three
    places). A location has services only where neither belongs to an organization.
    """

    level: Level
    key: str  # its id in the source, with which it is known again; "" where the source has none
    rows: tuple[Origin, ...]  # the rows that it is made of, its own first
    cells: Mapping[str, tuple[Cell, ...]] = field(default_factory=dict)  # {one of FIELDS: filled cells}
    groups: Mapping[str, tuple[Group, ...]] = field(default_factory=dict)  # {one of GROUPS: (parts, ...)}
    locations: tuple["Draft", ...] = ()
    services: tuple["Draft", ...] = ()
    leave_out: str = ""  # why it is to stay out with all that it has, by a rule of the mapping: "inactive"
