"""Changes in the text of a section file: keys get other values, listings are added; all else stays as it is, to the letter.

The file is composed once; the places are found by the parser's marks, and changed from the last to the first. Then the
new text is read again: it must say what was there with the changes, and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import yaml

from guide.content.edit import (
    Change,
    Pair,
    Plain,
    Unreachable,
    as_read,
    cannot,
    end_of,
    pair_of,
    trimmed,
)
from guide.content.edit_keys import KeyEdit, node_id
from guide.content.edit_nodes import apply, ending, line_end, line_start, next_line
from guide.content.yaml_text import pair_lines
from guide.errors import GuideError
from guide.exchange.again.merge import same
from guide.exchange.items import Item
from guide.exchange.write.section_file import listing_lines
from guide.reading.nodes import LOADER
from guide.reading.text import fold

Edits = Mapping[str, Sequence[KeyEdit]]  # {id of a listing: what is changed in it}


def edit_sections(text: str, edits: Edits, added: Sequence[Item], path: Path) -> str:
    """The text of a section file with the edits, and with listings added at its end.

    Raises GuideError where a place cannot be found without a change to anything else; the path is for its message.
    """
    if not edits and not added:
        return text
    try:
        changes = list(changes_of(text, edits, added))
        changed = apply(text, changes)
        if not same(as_read(changed), expected(text, edits, added)):
            raise Unreachable
    except (yaml.YAMLError, Unreachable):
        first = next(iter(edits), "") or str(added[0].values["id"])
        raise GuideError([cannot(path, first)]) from None
    return changed


def expected(text: str, edits: Edits, added: Iterable[Item]) -> Plain:
    """What the new text has to say."""
    top = as_read(text)
    known = {fold(str(each.get("id", ""))): each for each in listings_of(top)}
    for own, keys in edits.items():
        if own not in known:
            raise Unreachable
        listing = known[own]
        for edit in keys:
            if edit.keep:
                continue
            if edit.value is None:
                listing.pop(edit.key, None)
            else:
                listing[edit.key] = edit.value
    if isinstance(top, dict) and isinstance(top.get("listings"), list):
        top["listings"].extend(dict(item.values) for item in added)  # type: ignore[union-attr]
    return trimmed(top)


def listings_of(top: Plain) -> list[dict[str, Plain]]:
    """The listings of a section file as it is read."""
    found = top.get("listings") if isinstance(top, dict) else None
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def changes_of(text: str, edits: Edits, added: Sequence[Item]) -> Iterator[Change]:
    """Yield the changes of a text."""
    top = yaml.compose(text, LOADER)
    pair = pair_of(top, "listings") if isinstance(top, yaml.MappingNode) else None
    if pair is None or not isinstance(pair[1], yaml.SequenceNode) or pair[1].flow_style or not pair[1].value:
        raise Unreachable
    listings = pair[1]
    found = {own: node for node in listings.value if (own := node_id(node))}
    for own, keys in edits.items():
        if own not in found or found[own].flow_style:
            raise Unreachable
        yield from listing_changes(text, found[own], keys)
    if added:
        yield new_listings(text, listings, added)


def listing_changes(text: str, mapping: yaml.MappingNode, keys: Iterable[KeyEdit]) -> Iterator[Change]:
    """Yield the changes of one listing; new keys stand at its end, in one change."""
    indent = " " * mapping.start_mark.column
    new: list[str] = []
    for edit in keys:
        pair = pair_of(mapping, edit.key)
        if pair is None:
            if edit.value is not None and not edit.keep:
                new += [*comment_lines(edit.comment, indent), *pair_lines(edit.key, edit.value, indent)]
            elif edit.comment:
                new += comment_lines(edit.comment, indent)
        elif edit.keep:
            yield comment_change(text, mapping, pair, edit.comment)
        else:
            yield value_change(text, mapping, pair, edit)
    if new:
        key, value = mapping.value[-1]
        end = line_end(text, end_of(value, key, text))
        yield Change(end, end, "".join(ending(text) + line for line in new))


def comment_lines(comment: str, indent: str) -> list[str]:
    """A comment as lines."""
    return [f"{indent}# {line}" for line in comment.splitlines()]


def comment_change(text: str, mapping: yaml.MappingNode, pair: Pair, comment: str) -> Change:
    """The change that puts a comment above a key."""
    start = line_start(text, pair[0].start_mark.index)
    indent = " " * (
        mapping.start_mark.column - (2 if pair is mapping.value[0] or pair[0] is mapping.value[0][0] else 0)
    )
    return Change(start, start, "".join(line + ending(text) for line in comment_lines(comment, indent)))


def value_change(text: str, mapping: yaml.MappingNode, pair: Pair, edit: KeyEdit) -> Change:
    """The change that gives a key another value, or takes it out; a comment behind the old value stands above then."""
    is_first = pair[0] is mapping.value[0][0]
    indent = " " * mapping.start_mark.column
    end = end_of(pair[1], pair[0], text)
    last = line_end(text, end)
    behind = text[end:last].strip()
    if behind and not behind.startswith("#") or is_first and edit.value is None:
        raise Unreachable
    comments = [line for line in (behind.lstrip("# "), *edit.comment.splitlines()) if line]
    lines = [] if edit.value is None else list(pair_lines(edit.key, edit.value, indent))
    if is_first:
        if comments:
            raise Unreachable
        return Change(pair[0].start_mark.index, last, ending(text).join(lines).lstrip())
    start = line_start(text, pair[0].start_mark.index)
    whole = [*(f"{indent}# {line}" for line in comments), *lines]
    if not whole:  # the line goes with its end
        return Change(start, next_line(text, last), "")
    return Change(start, last, ending(text).join(whole))


def new_listings(text: str, listings: yaml.SequenceNode, added: Sequence[Item]) -> Change:
    """The change that adds listings behind the last one."""
    end = line_end(text, end_of(listings, None, text))
    indent = " " * listings.start_mark.column
    lines = [
        line
        for item in added
        for line in ("", *(indent + each[2:] if each else each for each in listing_lines(item)))
    ]
    return Change(end, end, "".join(ending(text) + line for line in lines))
