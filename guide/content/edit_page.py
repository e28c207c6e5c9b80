"""Files of a guide's own pages: the keys of the head and the text below it, read and written in place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from guide.content.edit import Plain, cannot
from guide.content.edit_keys import TOP, KeyEdit, Order, edit_keys, read_plain, text_of
from guide.content.key_places import KeyPlace, key_places
from guide.content.own_pages import HEAD, PAGE
from guide.errors import GuideError

TEXT = "text"  # the key of what stands below the head
PAGE_ORDER: Mapping[str, int] = {
    key: place for place, key in enumerate((*(field.key for field in PAGE.fields), TEXT))
}


def page_values(data: bytes) -> dict[str, Plain]:
    """What a page says: the keys of its head, and its text; {} where it cannot be read."""
    try:
        head, body = parts_of(text_of(data)[1].replace("\r\n", "\n"))
    except (UnicodeDecodeError, ValueError):
        return {}
    top = read_plain(head.encode())
    return (top if isinstance(top, dict) else {}) | {TEXT: body.strip("\n")}


def page_places(data: bytes) -> list[KeyPlace]:
    """Where the keys of a page stand, the text last; [] where it cannot be read."""
    try:
        head, _ = parts_of(text_of(data)[1].replace("\r\n", "\n"))
    except (UnicodeDecodeError, ValueError):
        return []
    places = key_places(("\n" + head).encode())
    return [*places, KeyPlace(head.count("\n") + 2, 1, TOP, (TEXT,))]


def parts_of(whole: str) -> tuple[str, str]:
    """(the lines between the two of dashes, what stands below them) of a page; ValueError where there is no head."""
    head = HEAD.match(whole)
    if not head:
        raise ValueError
    return head[1] or "", whole[head.end() :]


def edit_page(data: bytes, edits: Sequence[KeyEdit], path: Path, order: Order) -> bytes:
    """The bytes of a page with the edits; lines that say the same stay as they are. Raises GuideError where that cannot be done."""
    try:
        bom, text = text_of(data)
        ending = "\r\n" if "\r\n" in text else "\n"
        head, body = parts_of(text.replace("\r\n", "\n"))
    except (UnicodeDecodeError, ValueError):
        raise GuideError([cannot(path, path.stem)]) from None
    keys = [each for each in edits if each.key != TEXT]
    if keys:
        head = edit_keys(head, {TOP: keys}, path, order)
    for edit in edits:
        if edit.key == TEXT:
            body = as_body(edit.value)
    return (bom + whole_of(head, body).replace("\n", ending)).encode("utf-8")


def as_body(value: Plain | None) -> str:
    """The text of a page as it stands below the head."""
    text = value.strip("\n") if isinstance(value, str) else ""
    return f"\n{text}\n" if text else "\n"


def whole_of(head: str, body: str) -> str:
    """A page of its head and what stands below it."""
    return f"---\n{head.rstrip(chr(10))}\n---\n{body}"


def new_page(title: str, place: str, text: str) -> bytes:
    """The file of a new page."""
    edits = [KeyEdit("title", title), KeyEdit("place", place)]
    head = edit_keys("title: x\n", {TOP: edits}, Path("page.md"), PAGE_ORDER)
    return whole_of(head, as_body(text)).encode("utf-8")
