"""What an import leaves behind for the next one: from where it came, with which mapping, and what came."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import Any

from guide.content.edit import Plain
from guide.errors import GuideError, Mark
from guide.frozen import frozen
from guide.manifest import IMPORTED
from guide.problems import sources as kinds

FOLDER = IMPORTED  # in the content folder; nothing of it is printed
STATE, MAPPING = "import.json", "mapping.yaml"
VERSION = 1


@frozen(kw_only=False)
class Came:
    """A listing as it came last time."""

    key: str  # its id in the source; "" where the source has none
    section: str  # the id of its section
    values: Mapping[str, Plain]
    gone: bool = False  # it was not there the last time, and is kept out of print


@frozen
class State:
    """What is known of the import before."""

    sources: tuple[str, ...] = ()  # as they were named, files as paths from the content folder
    handed: tuple[str, ...] = ()  # names of those that were handed over, and are kept nowhere
    section: str = ""  # the id of the section into which everything went
    day: str = ""  # as 2026-11-30
    format: str = ""  # the known export, "" for one's own mapping
    merge: bool = False  # duplicates were merged
    came: Mapping[str, Came] = field(default_factory=dict)  # {id of a listing in the content: as it came}

    @property
    def ids(self) -> dict[str, str]:
        """{id in the source: id in the content}."""
        return {came.key: own for own, came in self.came.items() if came.key}


def read_state(content: Path) -> State:
    """What the import before left in a content folder; an empty State where there was none. Raises GuideError where it is damaged."""
    path = content / FOLDER / STATE
    try:
        read: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        came = {
            own: Came(each["key"], each["section"], each["values"], each["gone"])
            for own, each in read["came"].items()
        }
        return State(
            sources=tuple(read["sources"]),
            handed=tuple(read.get("handed", ())),
            section=str(read.get("section", "")),
            day=read["day"],
            format=read["format"],
            merge=read["merge"],
            came=came,
        )
    except FileNotFoundError:
        return State()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GuideError([kinds.NO_STATE.at(Mark(path), reason=type(error).__name__)]) from None


def state_bytes(state: State) -> bytes:
    """The state as it is kept: JSON with a line for each listing, so that it can be compared by people and by git."""
    came = ",\n".join(
        f"    {dumped(own)}: {dumped(as_dict(each))}" for own, each in sorted(state.came.items())
    )
    head = {
        "version": VERSION,
        "sources": state.sources,
        "day": state.day,
        "format": state.format,
        "merge": state.merge,
        **({"handed": state.handed} if state.handed else {}),
        **({"section": state.section} if state.section else {}),
    }
    lines = [f"  {dumped(key)}: {dumped(value)}," for key, value in head.items()]
    return ("{\n" + "\n".join(lines) + '\n  "came": {\n' + came + "\n  }\n}\n").encode()


def as_dict(came: Came) -> dict[str, object]:
    """A listing as it came, for JSON."""
    return {"key": came.key, "section": came.section, "values": came.values, "gone": came.gone}


def dumped(value: object) -> str:
    """A value as JSON on one line."""
    return json.dumps(value, ensure_ascii=False)
