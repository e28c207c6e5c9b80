"""Many handouts as one document for the printer: their pages one after the other, their tags below one root."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from guide.layout.pages import Destination, Document, LinkArea, OutlineEntry, Page
from guide.layout.tags import Tag

LEAF = 2  # pages


def merged(documents: Sequence[Document], both_sides: bool) -> Document:
    """One document of them all; where both sides are printed, each begins a leaf. Their tags are below its root then."""
    first = documents[0]
    root = Tag("Document", language=first.language)
    pages: list[Page] = []
    parts: list[Tag] = []
    outline: list[OutlineEntry] = []
    for document in documents:
        if both_sides and len(pages) % LEAF:
            pages.append(replace(pages[-1], items=(), links=()))
        begin = len(pages)
        document.root.kind, document.root.parent = "Sect", root
        parts += [document.root, *document.parts]
        outline.append(entry_of(document, begin))
        pages += (page_from(page, begin) for page in document.pages)
    folios = (replace(page, folio=str(folio)) for folio, page in enumerate(pages, 1))
    return replace(first, pages=tuple(folios), root=root, parts=tuple(parts), outline=tuple(outline))


def entry_of(document: Document, begin: int) -> OutlineEntry:
    """The bookmark of a document whose first page has this index."""
    destination = Destination(begin, 0)
    return OutlineEntry(
        title=document.title, destination=destination, children=moved_entries(document.outline, begin)
    )


def moved_entries(entries: Iterable[OutlineEntry], begin: int) -> tuple[OutlineEntry, ...]:
    """Bookmarks so many pages further."""
    return tuple(
        replace(
            each,
            destination=moved(each.destination, begin),
            children=moved_entries(each.children, begin),
        )
        for each in entries
    )


def page_from(page: Page, begin: int) -> Page:
    """A page whose links lead so many pages further."""
    return replace(page, links=tuple(moved_link(link, begin) for link in page.links))


def moved_link(link: LinkArea, begin: int) -> LinkArea:
    """A link that leads so many pages further, where it leads to a page."""
    target = link.target
    return link._replace(target=moved(target, begin)) if isinstance(target, Destination) else link


def moved(destination: Destination, begin: int) -> Destination:
    """A place so many pages further."""
    return destination._replace(page=destination.page + begin)
