"""Which listings an edition prints: the keys under `choice`."""

from typing import Any

from guide.content.edition_values import read_distance
from guide.content.records.codes import coordinate
from guide.model import Choice, Nearby
from guide.reading.fields import Field, Kind, Record
from guide.reading.kinds import DAY, WORDS
from guide.reading.source import Place, Source


def make_nearby(values: dict[str, Any], place: Place, source: Source) -> Nearby | None:
    """The circle, None where a part of it is missing."""
    return Nearby(**values) if len(values) == 3 else None


NEARBY = Record(
    "a place on the map",
    (
        Field("latitude", coordinate(90), "Degrees north of the equator.", required=True, also="lat"),
        Field(
            "longitude",
            coordinate(180),
            "Degrees east of Greenwich; west is negative.",
            required=True,
            also="lon lng",
        ),
        Field(
            "kilometres",
            Kind(read_distance, {"type": "string"}),
            'How far around: "5 miles" or "8 km".',
            required=True,
            also="distance within radius miles",
        ),
    ),
    make_nearby,
)

CHOICE = Record(
    "a choice",
    (
        Field("sections", WORDS, "Ids of the sections that are printed."),
        Field("listings", WORDS, "Ids of the listings that are printed, in this order."),
        Field("leave_out", WORDS, "Ids of listings that are not printed.", also="exclude without"),
        Field("services", WORDS, "Listings with one of these topics.", also="topics tags"),
        Field("audience", WORDS, "Listings for one of these groups of people."),
        Field("cities", WORDS, "Listings in one of these cities.", also="city towns"),
        Field(
            "neighborhoods",
            WORDS,
            "Listings in one of these neighborhoods.",
            also="neighborhood neighbourhoods neighbourhood districts",
        ),
        Field(
            "states",
            WORDS,
            "Listings in one of these states or provinces, as CA.",
            also="state state_province",
        ),
        Field(
            "postal_codes",
            WORDS,
            "Listings with one of these ZIP codes, or ZIP codes that begin so.",
            also="zip zips postal_code",
        ),
        Field("near", NEARBY, "Listings whose coordinates lie within a distance of a place.", also="within"),
        Field("verified_since", DAY, "Listings that were verified on this day or later."),
        Field(
            "languages", WORDS, "Listings where one of these languages is spoken, by their names or codes."
        ),
    ),
    lambda values, place, source: Choice(**values),
)
