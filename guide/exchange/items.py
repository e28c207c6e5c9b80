"""Records as the content will say them: cleaned, and still with their rows."""

from collections.abc import Mapping
from dataclasses import field

from guide.content.edit import Plain
from guide.exchange.drafts import Level
from guide.exchange.origin import Origin
from guide.frozen import frozen


@frozen
class Item:
    """A listing, or an office or a service of one.

    `doubts` become comments above their keys: the path is "hours", or in a listing that is whole "locations/0/hours".
    """

    level: Level
    key: str  # as in `Draft.key`
    rows: tuple[Origin, ...]
    values: Mapping[str, Plain] = field(
        default_factory=dict
    )  # {key of the content: its value}, in the order of docs/keys.md
    doubts: Mapping[str, str] = field(default_factory=dict)  # {path of a key: what to look at}
    categories: tuple[str, ...] = ()  # of the source, the first is the chief one
    locations: tuple["Item", ...] = ()
    services: tuple["Item", ...] = ()


@frozen
class NewSection:
    """A section with its listings; of these all is in `values`, their locations and services too."""

    id: str
    title: str
    listings: tuple[Item, ...]  # of the level "listing"; the first two values are `id` and `name`
    see: tuple[str, ...] = ()  # ids of listings in other sections to which it refers
