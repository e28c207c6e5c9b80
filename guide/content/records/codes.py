"""Values of one word that several files have: ids, codes of countries and languages, degrees."""

import re

from guide.language.scripts import usual_code
from guide.problems import content as kinds
from guide.reading.fields import Kind, Reader
from guide.reading.kinds import (
    pattern,
    read_word,
)
from guide.reading.source import Node, Source

COUNTRY = pattern("[A-Z]{2}", kinds.COUNTRY)
ID = pattern("[a-z0-9]+(-[a-z0-9]+)*", kinds.ID)
_CODE = pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", kinds.LANGUAGE)


def read_language(node: Node, key: str, source: Source) -> str | None:
    """The code of a language in its usual form; None where it is none."""
    code = _CODE.read(node, key, source)
    return code and usual_code(code)


LANGUAGE = Kind(read_language, _CODE.schema)


def read_coordinate(limit: int) -> Reader[float]:
    """A reader of degrees, north and east positive."""

    def read(node: Node, key: str, source: Source) -> float | None:
        text = read_word(node, key, source)
        if text and re.fullmatch(r"[+-]?\d{1,3}(\.\d+)?", text) and abs(float(text)) <= limit:
            return float(text)
        if text:
            source.report(node[1], kinds.DEGREES, key=key, text=text, limit=limit)
        return None

    return read


def coordinate(limit: int) -> Kind[float]:
    """Degrees up to a limit, either way."""
    return Kind(read_coordinate(limit), {"type": ["number", "string"]})
