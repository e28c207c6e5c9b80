"""A content file as what its record makes of it."""

from typing import Protocol, TypeVar

from guide.content.secrets import hide_comments
from guide.problems.reading import MISSING, NO_KEYS
from guide.reading.nodes import build_nodes
from guide.reading.source import Node, Source
from guide.reading.text import read_text

Made = TypeVar("Made", covariant=True)


class FileRecord(Protocol[Made]):
    """What knows how the mapping at the top of a file is read: a Record, or what stands in the place of one."""

    def read(self, node: Node, key: str, source: Source, /) -> Made | None:
        """What it makes of the mapping."""


def read_file(source: Source, record: FileRecord[Made]) -> Made | None:
    """What a record makes of a content file; None where the file cannot be read."""
    text = read_text(source.path, source)
    return None if text is None else read_content(text, source, record)


def read_content(text: str, source: Source, record: FileRecord[Made]) -> Made | None:
    """What a record makes of the text of a content file; None where it cannot be read."""
    source.text = text
    node = build_nodes(text, source)
    if node is None:
        return None
    if not isinstance(node[0], tuple):
        source.report(node[1], NO_KEYS)
        return None
    made = record.read(node, "", source)
    if source.is_damaged:
        drop_missing(node, source)
    hide_comments(source, node)
    return made


def drop_missing(node: Node, source: Source) -> None:
    """Take away what is told of keys that the top of a damaged file lacks: they may stand where it could not be read."""
    top = source.mark(node[1])
    source.problems[:] = [
        problem for problem in source.problems if problem.name != MISSING.name or problem.mark != top
    ]
