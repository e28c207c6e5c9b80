"""Some pages of a finished document as one of their own, to be put into a copy that is printed already."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guide.layout.pages import Destination, Document, LinkArea, OutlineEntry, Page, Text
from guide.layout.tags import HEADER, Tag


def some_pages(document: Document, pages: Sequence[int], said: Mapping[int, str]) -> Document:
    """A document of some of its pages, counted from 1, 0 for a white one; `said`: each page in words, "page 4".

    What leads to others of them leads nowhere. Its tags are changed: the whole document cannot be written any more.
    """
    places = {page - 1: place for place, page in enumerate(pages) if page}
    root = document.root
    chosen = [
        named(document.pages[page - 1], Tag("H1", root, heard=said[page] + " "))
        if page
        else white_like(document.pages[0])
        for page in pages
    ]
    for page in chosen:
        set_levels(page)
    return replace(
        document,
        pages=tuple(replace(page, links=tuple(kept_links(page.links, places))) for page in chosen),
        outline=tuple(kept_entries(document.outline, places)),
        parts=(),
        filled=0,
        spare=0,
        said=(),
    )


def white_like(page: Page) -> Page:
    """A white page of the same size."""
    return Page(width=page.width, height=page.height, folio="", items=())


def named(page: Page, tag: Tag) -> Page:
    """A page whose number in its head is its heading, and read first."""
    number = next(
        (
            each
            for each in page.items
            if isinstance(each, Text) and each.tag is HEADER and each.text == page.folio
        ),
        None,
    )
    if number is None:
        return page
    others = tuple(each for each in page.items if each is not number)
    return replace(page, items=(number._replace(tag=tag), *others))


def set_levels(page: Page) -> None:
    """Let the levels of headings on a page follow each other: what stood over the first may be on another page."""
    above: list[tuple[int, int]] = []  # (level that it had, level that it has)
    for tag in headings(page):
        level = int(tag.kind[1:])
        while above and above[-1][0] >= level:
            above.pop()
        above.append((level, above[-1][1] + 1 if above else 1))
        tag.kind = f"H{above[-1][1]}"


def headings(page: Page) -> list[Tag]:
    """The headings on a page in reading order."""
    found: dict[int, Tag] = {}
    for item in page.items:
        tag = item.tag if isinstance(item, Text) else None
        while tag:
            if tag.kind[:1] == "H" and tag.kind[1:].isdecimal():
                found.setdefault(id(tag), tag)
            tag = tag.parent
    return list(found.values())


def kept_links(links: Iterable[LinkArea], places: Mapping[int, int]) -> Iterator[LinkArea]:
    """Yield the links that still lead somewhere; of others the words are no link any more."""
    for link in links:
        if not isinstance(link.target, Destination):
            yield link
        elif link.target.page in places:
            yield link._replace(target=link.target._replace(page=places[link.target.page]))
        else:
            link.tag.kind = "Span"


def kept_entries(entries: Iterable[OutlineEntry], places: Mapping[int, int]) -> Iterator[OutlineEntry]:
    """Yield the bookmarks of listings on these pages."""
    for entry in entries:
        if entry.listing and entry.destination.page in places:
            place = entry.destination._replace(page=places[entry.destination.page])
            yield replace(entry, destination=place, children=())
        yield from kept_entries(entry.children, places)
