"""Pages that are kept as they were drawn: their bytes, and their elements with room for the numbers of the file.

A page that is the same is not the same in a file where others are not: elements and annotations are numbered through the whole
document, and what begins on the page before goes on. So what a page brings to the tree is kept as it is made, with room for
numbers; it is put in only where what it needs of other pages is as it was. Then the bytes are those that drawing it would give.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from guide.layout.pages import Box, Dots, Line, Page, Path, Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import Face
from guide.pdf.encoding import SPACE, Pair
from guide.pdf.structure import Element, Kid, below_bytes
from guide.pdf.syntax import reference

if TYPE_CHECKING:
    from guide.layout.kept_page import KeptPage
    from guide.pdf.content import Fonts
    from guide.pdf.part import Part

ALIKE = frozenset((Text, Line, Box, Path, Dots))  # items that need nothing but their place and faces
ROOM = b"%d 0 R"
WHOLE_ON_A_PAGE = Tag("Kept")  # of an element that is known as it is written, and gets no kids elsewhere

# A kid of an element: bytes as they are; an element, by its place among those that a page needs and makes; or
# (the page's entry, place among the annotations of the page) of a link.
KeptKid: TypeAlias = "bytes | int | tuple[bytes, int]"


class DrawnPage(NamedTuple):
    """A page whose content stream is made, and packed."""

    page: int  # its index
    width: float
    height: float
    packed: bytes
    links: int  # how many


class KeptLink(NamedTuple):
    """An annotation, before and behind its key in the parent tree."""

    before: bytes
    after: bytes

    def keyed(self, key: int) -> bytes:
        """It with its key."""
        return self.before + b"%d" % key + self.after


class FaceUse(NamedTuple):
    """A face, its resource name, and the codes of what it shows."""

    face: Face
    resource: str
    codes: dict[Pair, bytes]

    def holds(self, fonts: Fonts) -> bool:
        """Whether all of it is shown by the same codes in a document, as far as it is drawn."""
        fonts.use(self.face)
        resource, encoding = fonts.encodings[self.face]
        return resource == self.resource and (
            self.codes.items() <= encoding.items()
            or all(encoding.direct(pair) == code for pair, code in self.codes.items())
        )


class Before(NamedTuple):
    """An element that a page adds to and does not make."""

    tag: Tag
    page: int  # object number of its first content then, 0 for none
    page_after: int
    kids: tuple[KeptKid, ...]  # that it gets


class Own(NamedTuple):
    """An element that a page makes."""

    tag: Tag
    parent: int
    page: int
    kids: tuple[KeptKid, ...]  # that it gets there


class AsDrawn(NamedTuple):
    """What is put in a file for a page. Elements are counted from those before, which come first."""

    page: DrawnPage
    faces: tuple[FaceUse, ...]
    before: tuple[Before, ...]
    own: tuple[Own, ...]
    marked: tuple[int, ...]
    annotated: tuple[int, ...]
    links: tuple[KeptLink, ...]
    whole: tuple[int, ...]  # the elements that get no kids elsewhere,
    written: bytes  # as they are written, a line each, with room for numbers
    numbers: tuple[int, ...]  # which: an element, or ~ an annotation of the page


class Linked:
    """The elements of a page that is put in a file as it was drawn."""

    def __init__(self, drawn: AsDrawn, before: Sequence[Element], links: int) -> None:
        self.drawn, self.links = drawn, links  # the number of its first annotation, among all
        self.elements = [*before]
        for own in drawn.own:
            self.elements.append(Element(own.tag, self.elements[own.parent], own.page, True))
        for each, element in zip(drawn.before, before):
            element.page = each.page_after
            element.kids += self.kids(each.kids)

    @property
    def tags(self) -> Iterator[tuple[Tag | Element, Element]]:
        """Yield the tags of the elements that it makes, with these; one that nobody asks for stands for its tag."""
        for element in self.elements[len(self.drawn.before) :]:
            yield element if element.tag is WHOLE_ON_A_PAGE else element.tag, element

    def places(self, numbers: Sequence[int]) -> list[Element]:
        """Elements by their numbers here."""
        return [self.elements[each] for each in numbers]

    def kids(self, kids: Sequence[KeptKid]) -> Iterator[Kid]:
        """Yield kids as the file has them."""
        for kid in kids:
            if isinstance(kid, int):
                yield self.elements[kid]
            elif isinstance(kid, bytes):
                yield kid
            else:
                yield kid[0], self.links + kid[1]

    def complete(self) -> None:
        """Give those elements their kids that get others elsewhere: they are written anew."""
        whole = {self.elements[each] for each in self.drawn.whole}
        for own, element in zip(self.drawn.own, self.elements[len(self.drawn.before) :]):
            if element.kids or element not in whole:
                element.kids[:0] = self.kids(own.kids)
                element.is_kept = False

    def objects(self, first_annotation: int) -> Iterator[tuple[Element, bytes]]:
        """Yield the bytes of each element that gets no kids elsewhere."""
        objects = [each.number for each in self.elements]
        written = with_numbers(self.drawn.written, self.drawn.numbers, objects, first_annotation + self.links)
        return zip(self.places(self.drawn.whole), written)


def with_numbers(
    lines: bytes, numbers: Sequence[int], objects: Sequence[int], first_annotation: int
) -> list[bytes]:
    """What is written with room for numbers, with those of the file."""
    room = tuple([objects[each] if each >= 0 else first_annotation + ~each for each in numbers])
    return (lines % room).split(b"\n")


class NotApart(Exception):
    """What is drawn on a page cannot be kept."""


class Needed:
    """An element that a page adds to and does not make, as it is when the page is drawn."""

    def __init__(self, element: Element, page: int) -> None:
        self.element = element
        self.before = 0 if element.page == page else element.page
        self.after = element.page
        self.count = 0  # of the kids that it gets

    def noted(self) -> tuple[Element, int, int, tuple[Kid, ...]]:
        """The element, its page before and after, and the kids."""
        return self.element, self.before, self.after, tuple(self.element.kids[-self.count :])


class Recording:
    """A page while it is drawn, and what it brings to the tree."""

    def __init__(self, kept: KeptPage, key: object, part: Part) -> None:
        self.kept, self.key = kept, key
        self.first_element, self.first_link = part.elements.count, len(part.elements.annotated)

    def end(self, part: Part) -> None:
        """Note what the page has brought, now that it is drawn."""
        elements = part.elements
        self.place = len(part.drawn) - 1
        self.marked, self.annotated = elements.marked[-1], elements.annotated[self.first_link :]
        self.own = [(each, len(each.kids)) for each in elements.made_since(self.first_element)]
        own = {each for each, _ in self.own}
        needed: dict[Element, Needed] = {}
        parents = [each.parent for each, _ in self.own if each.parent]
        for each in (*parents, *self.marked, *self.annotated):
            if each not in own:
                found = needed.get(each) or needed.setdefault(each, Needed(each, elements.page))
                found.count += 1
        self.needed = [each.noted() for each in needed.values()]

    def keep(self, part: Part, key: int) -> None:
        """Keep what is drawn, when all of it is in the file."""
        if all(item.__class__ in ALIKE for item in self.kept.page.items):
            with suppress(NotApart):
                self.kept.drawn[self.key] = self.as_drawn(part, key + self.first_link)

    def as_drawn(self, part: Part, key: int) -> AsDrawn:
        """What is kept; `key` in the parent tree is that of its first link."""
        first_link, file = part.annotation + self.first_link, part.file
        elements = [*(each[0] for each in self.needed), *(each for each, _ in self.own)]
        written = Written({each: place for place, each in enumerate(elements)}, self.first_link)
        whole = [each for each, count in self.own if len(each.kids) == count]
        lines = written.elements(whole, [file.made(each.number) for each in whole], part.annotation)
        return AsDrawn(
            page=part.drawn[self.place],
            faces=faces_of(self.kept.page, part.resources.ink.fonts),
            before=tuple(
                Before(each.tag, before, after, written.kids(kids))
                for each, before, after, kids in self.needed
            ),
            own=tuple(
                Own(each.tag, written.place(each.parent), each.page, written.kids(each.kids[:count]))
                for each, count in self.own
            ),
            marked=tuple(map(written.place, self.marked)),
            annotated=tuple(map(written.place, self.annotated)),
            links=tuple(
                kept_link(file.made(first_link + place), key + place) for place in range(len(self.annotated))
            ),
            whole=tuple(map(written.place, whole)),
            written=lines,
            numbers=tuple(written.numbers),
        )


class Written:
    """Elements as they are written, with room for numbers."""

    def __init__(self, places: Mapping[Element, int], first_link: int) -> None:
        self.places, self.first_link = places, first_link
        self.numbers: list[int] = []

    def place(self, element: Element | None) -> int:
        """The number of an element for the page."""
        found = self.places.get(element) if element else None
        if found is None:
            raise NotApart
        return found

    def kids(self, kids: Sequence[Kid]) -> tuple[KeptKid, ...]:
        """Kids as they are kept."""
        return tuple(map(self.kid, kids))

    def kid(self, kid: Kid) -> KeptKid:
        """One of them."""
        if isinstance(kid, Element):
            return self.place(kid)
        return kid if isinstance(kid, bytes) else (kid[0], kid[1] - self.first_link)

    def elements(self, elements: Sequence[Element], made: Sequence[bytes], first_annotation: int) -> bytes:
        """Elements as they are written, a line each, with room for the numbers of their parents and kids."""
        lines = b"\n".join(map(self.element, elements, made))
        objects, first = [each.number for each in self.places], first_annotation + self.first_link
        if with_numbers(lines, self.numbers, objects, first) != list(made):
            raise NotApart
        return lines

    def element(self, element: Element, made: bytes) -> bytes:
        """An element as it is written, with room."""
        head, _, rest = made.partition(b"/P " + reference(element.parent.number if element.parent else 0))
        self.numbers.append(self.place(element.parent))
        middle = rest[: rest.rfind(b"/K")] if element.kids else rest[:-2]
        kids = [each if each.__class__ is bytes else self.with_room(each) for each in element.kids]
        if b"%" in made:
            head, middle = head.replace(b"%", b"%%"), middle.replace(b"%", b"%%")
        return b"%s/P %s%s%s>>" % (head, ROOM, middle, below_bytes(kids))

    def with_room(self, kid: Kid) -> bytes:
        """A kid with room for its number."""
        if isinstance(kid, bytes):
            return kid
        if isinstance(kid, Element):
            self.numbers.append(self.place(kid))
            return ROOM
        self.numbers.append(~(kid[1] - self.first_link))
        return b"<</Type/OBJR%s/Obj %s>>" % (kid[0], ROOM)


def kept_link(made: bytes, key: int) -> KeptLink:
    """An annotation without its key."""
    before, own, after = made.partition(b"/StructParent %d/" % key)
    if not own:
        raise NotApart
    return KeptLink(before + b"/StructParent ", b"/" + after)


def faces_of(page: Page, fonts: Fonts) -> tuple[FaceUse, ...]:
    """The faces of a page in the order in which they come, with the codes of what it shows."""
    words: dict[tuple[Face, bool], set[str]] = {}
    for item in page.items:
        if isinstance(item, Text):
            words.setdefault((item.face, item.leftward), {SPACE}).update(item.text.split(SPACE))
    shown: dict[Face, set[Pair]] = {}
    for (face, leftward), some in words.items():
        shown.setdefault(face, set()).update(*map(fonts.words_of(face, leftward).pairs, some))
    return tuple(
        FaceUse(face, fonts.encodings[face][0], {pair: fonts.encodings[face][1][pair] for pair in pairs})
        for face, pairs in shown.items()
    )
