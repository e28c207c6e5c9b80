"""The file of an edition, edited so that it always has a line: without any it could not be read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from guide.content.edit import Plain
from guide.content.edit_keys import TOP, KeyEdit, edit_file
from guide.studio.owners import EDITION_KIND, ORDERS


def edit_edition(old: bytes, edits: Sequence[KeyEdit], path: Path) -> bytes:
    """The bytes of the file of an edition with the edits: what is new first, so that it never is without a line."""
    for some in (
        [each for each in edits if each.value is not None],
        [each for each in edits if each.value is None],
    ):
        old = edit_file(old, {TOP: some}, path, ORDERS[EDITION_KIND]) if some else old
    return old


def with_a_line(edits: list[KeyEdit], now: Mapping[str, Plain]) -> list[KeyEdit]:
    """Edits of an edition that leave its file a line: without any it could not be read."""
    gone = {each.key for each in edits if each.value is None}
    if set(now) - gone or any(each.value is not None for each in edits):
        return edits
    return [*(each for each in edits if each.key != "format"), KeyEdit("format", "letter")]
