"""Pages as they were drawn, as plain data, and read again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from guide.cache.plain import Plain
from guide.layout.tags import Tag
from guide.layout.type.fonts import Face, load_face
from guide.pdf.kept_pages import WHOLE_ON_A_PAGE, AsDrawn, Before, DrawnPage, FaceUse, KeptLink, NotApart, Own

WHOLE = Own(WHOLE_ON_A_PAGE, 0, 0, ())
Name = tuple[bytes, int]  # of a tag: the digest of what it is in, and its place there
NameOf = Callable[[Tag], "Name | None"]
TagOf = Callable[[Name, Plain], Tag]


def plain_page(drawn: AsDrawn, name_of: NameOf) -> Plain:
    """A drawn page as plain data; NotApart where it has a tag on other pages that has no name."""
    whole = {*drawn.whole}
    first = len(drawn.before)

    def named(tag: Tag) -> Plain:
        name = name_of(tag)
        if name is None:
            raise NotApart
        return name, said(tag)

    return (
        tuple(drawn.page),
        tuple((str(face.path), face.language, name, dict(codes)) for face, name, codes in drawn.faces),
        tuple((named(tag), *others) for tag, *others in drawn.before),
        tuple(
            None if place in whole else (named(tag), *others)
            for place, (tag, *others) in enumerate(drawn.own, first)
        ),
        drawn.marked,
        drawn.annotated,
        tuple(map(tuple, drawn.links)),
        drawn.whole,
        drawn.written,
        drawn.numbers,
    )


def said(tag: Tag) -> Plain:
    """What an element says of its tag."""
    return tag.kind, tag.language, tag.alternate, tag.heard, tag.full, tag.title, tag.attributes


def tag_saying(
    kind: str, language: str, alternate: str, heard: str, full: str, title: str, attributes: Any
) -> Tag:
    """A tag that says the same."""
    return Tag(
        kind,
        language=language,
        alternate=alternate,
        heard=heard,
        full=full,
        title=title,
        attributes=attributes,
    )


def read_page(made: Plain, tag_of: TagOf) -> AsDrawn:
    """A drawn page of plain data."""
    page, faces, before, own, marked, annotated, links, whole, written, numbers = made
    return AsDrawn(
        page=DrawnPage(*page),
        faces=tuple(FaceUse(face_of(path, language), name, codes) for path, language, name, codes in faces),
        before=tuple(Before(tag_of(*tag), *others) for tag, *others in before),
        own=tuple(Own(tag_of(*each[0]), *each[1:]) if each else WHOLE for each in own),
        marked=marked,
        annotated=annotated,
        links=tuple(KeptLink(*each) for each in links),
        whole=whole,
        written=written,
        numbers=numbers,
    )


@cache
def face_of(path: str, language: str) -> Face:
    """The face in a file, as the stacks of a style have it."""
    return load_face(Path(path), language)


class Drawn(dict[object, Any]):
    """What is kept of a page for each way in which it is drawn, read when it is asked for."""

    def __init__(self, made: Mapping[object, Plain], tag_of: TagOf) -> None:
        super().__init__(made)
        self.tag_of = tag_of

    def get(self, key: object, default: Any = None) -> Any:
        """The page as it is drawn in a way."""
        made = super().get(key)
        return (
            default if made is None else made if isinstance(made, AsDrawn) else read_page(made, self.tag_of)
        )
