"""The file of the look of the paper, style.yaml, edited so that it always has a line: without any it could not be read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from guide.content.edit import Plain
from guide.content.edit_keys import TOP, KeyEdit, edit_file, read_plain
from guide.studio.owners import ORDERS, STYLE_KIND

LINE = "words"  # the key that says nothing where nothing stands below it


def edit_style(old: bytes, edits: Sequence[KeyEdit], path: Path) -> bytes:
    """The bytes of style.yaml with the edits: what is new first, so that it never is without a line."""
    nothing: dict[str, Plain] = {}
    gone = {each.key for each in edits if each.value is None}
    top = read_plain(old)
    values = top if isinstance(top, dict) else {}
    stays = {key for key in values if key not in gone and (key != LINE or values[key])}
    new = [each for each in edits if each.value is not None]
    if not new and not stays:
        new = [] if LINE in values and LINE not in gone else [KeyEdit(LINE, nothing)]
    elif LINE in values and not values[LINE]:
        gone.add(LINE)  # it is not needed any more
    for some in (
        new,
        [KeyEdit(key, None) for key in sorted(gone - {each.key for each in new}) if key in values],
    ):
        old = edit_file(old, {TOP: some}, path, ORDERS[STYLE_KIND]) if some else old
    return old
