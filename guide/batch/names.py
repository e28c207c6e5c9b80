"""Names of files: made by a template of what a row says, safe on every system, and none of them twice."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from guide.expressions import expression

PLACE = expression(r"\{([^{}:]+)(?::(0?\d{1,2}))?\}")
UNSAFE = expression(r"[^\w.() +-]+|[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]+")
RESERVED = expression(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")
LONGEST = 120  # bytes of a name without its ending
ROW = "row"


class NoSuchColumn(ValueError):
    """A template names a column that the table does not have; its argument is the name."""


def check_template(template: str, columns: Callable[[str], str]) -> None:
    """Raise NoSuchColumn for the first name in a template that is no column; `columns` gives what a name means, "" for none."""
    for name, _ in PLACE.findall(template):
        if name != ROW and not columns(name):
            raise NoSuchColumn(name)


def fill(template: str, row: int, value: Callable[[str], str]) -> str | None:
    """The template with the values of a row; None where one that it names is empty."""
    empty = False

    def one(match: re.Match[str]) -> str:
        nonlocal empty
        text = str(row) if match[1] == ROW else value(match[1])
        empty = empty or not text
        width = match[2] or ""
        return text.zfill(int(width)) if width.startswith("0") else text.rjust(int(width or 0))

    filled = PLACE.sub(one, template)
    return None if empty else filled


def safe_name(text: str) -> str:
    """A name that every system takes for a file, without an ending; "" where nothing of it is left."""
    text = unicodedata.normalize("NFC", text.strip())
    text = text[:-4] if text.lower().endswith(".pdf") else text
    text = re.sub(r"\s+", " ", UNSAFE.sub("-", text)).strip(". -")
    while len(text.encode()) > LONGEST:
        text = text[:-1]
    text = text.strip(". -")
    return f"{text}-" if RESERVED.fullmatch(text) else text


class Named(NamedTuple):
    """A name that is free, and the row that had it first, 0 for none."""

    name: str
    taken_by: int = 0


class Names:
    """The names that are given out, each once, whatever its capitals."""

    def __init__(self, width: int = 6) -> None:
        self.rows: dict[str, int] = {}  # by name
        self.width = width

    def __contains__(self, name: str) -> bool:
        return key_of(name) in self.rows

    def give(self, wanted: str | None, row: int) -> Named:
        """The name for a row: the one that is wanted, with a number where another row has it; else the row's number."""
        name = safe_name(wanted or "") or f"{row:0{self.width}}"
        first = self.rows.get(key_of(name), 0)
        free = next(each for each in numbered(name) if key_of(each) not in self.rows)
        self.rows[key_of(free)] = row
        return Named(free, first)


def key_of(name: str) -> str:
    """What two names have in common that are one on some systems."""
    return unicodedata.normalize("NFC", name.casefold())


def numbered(name: str) -> Iterator[str]:
    """Yield a name, and the name with 2, 3 and so on."""
    yield name
    number = 2
    while True:
        yield f"{name}-{number}"
        number += 1
