"""What is new in an edition since the one before, by names, for a message."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from guide.content.compare.listings import compare
from guide.content.former import guide_in
from guide.content.kept import MANIFEST, edition_before, read_row
from guide.model import Guide
from guide.model.changes import CHANGED, CLOSED, GONE, MOVED, NEW, OPEN_AGAIN

MOST_NAMES = 12  # listings that are named


class News(NamedTuple):
    """Names of listings of which the same became, as a text; "" where there are none."""

    new: str = ""
    changed: str = ""
    moved: str = ""
    closed: str = ""
    gone: str = ""


def news_since(out: Path, name: str, number: int, guide: Guide, printed: Container[str]) -> News:
    """What is new in an edition of this name and number since the last one before whose content was kept.

    `printed`: the ids of the listings in it. What was only checked is not new; what has `print: no` is not told.
    """
    old = edition_before(out, number, name)
    former = guide_in(old.content) if old and old.content else None
    if old is None or former is None:
        return News()
    before = {str(row.get("id")) for row in rows_of(read_row(old.folder / MANIFEST))}
    changes = compare(only(former.guide, before), only(guide, printed))

    def names(*kinds: str) -> str:
        return some_of([each.name for each in changes.of(*kinds)])

    return News(names(NEW), names(CHANGED, OPEN_AGAIN), names(MOVED), names(CLOSED), names(GONE))


def rows_of(manifest: dict[str, object]) -> Iterable[dict[str, Any]]:
    """The listings that a manifest names."""
    rows = manifest.get("listings")
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else ()


def only(guide: Guide, ids: Container[str]) -> Guide:
    """The guide with these listings alone."""
    return replace(
        guide,
        sections=tuple(
            replace(section, listings=tuple(each for each in section.listings if each.id in ids))
            for section in guide.sections
        ),
    )


def some_of(names: Sequence[str]) -> str:
    return ", ".join(names[:MOST_NAMES]) + (" \u2026" if len(names) > MOST_NAMES else "")
