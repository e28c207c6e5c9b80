"""Records as the content will say them: cleaned, and still with their rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from guide.exchange.drafts import Level
from guide.exchange.origin import Origin

Plain: TypeAlias = (
    "str | list[Plain] | dict[str, Plain]"  # as YAML says it: texts, lists and mappings, in order
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A listing, or an office or a service of one."""

    level: Level
    key: str  # as in `Draft.key`
    rows: tuple[Origin, ...]
    values: Mapping[str, Plain] = field(
        default_factory=dict
    )  # {key of the content: its value}, in the order of docs/keys.md
    doubts: Mapping[str, str] = field(
        default_factory=dict
    )  # {key: what an editor should look at}: comments beside it
    categories: tuple[str, ...] = ()  # of the source, the first is the chief one
    locations: tuple["Item", ...] = ()
    services: tuple["Item", ...] = ()
