"""Pages that are drawn together, with faces, pictures and elements of their own.

Content streams name no object numbers: all that does is written when every page is drawn. So two parts of a long
document can be drawn in two processes, and the second is numbered first (`Writer`).
"""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from guide.layout.group import Group, Grouped
from guide.layout.kept_page import KeptPage, NotAsKept
from guide.layout.pages import Destination, Drawing, FieldArea, Image, Item, LinkArea, Page
from guide.layout.tags import Tag
from guide.pdf.backend import File, Packed
from guide.pdf.content import Content
from guide.pdf.fields import Widgets
from guide.pdf.kept_pages import AsDrawn, DrawnPage, KeptLink, Linked, Recording
from guide.pdf.marks import begin, tag_of
from guide.pdf.navigation import Places, link_annotation
from guide.pdf.resources import Resources
from guide.pdf.rows import row_of
from guide.pdf.shared import SharedFaces
from guide.pdf.structure import Elements, count_leaves, write_leaves
from guide.pdf.syntax import array, number, reference


class Numbers(NamedTuple):
    """What all parts of a document know of its objects and its look before any page is drawn."""

    root: int  # the object number of the element of the whole document
    places: Places
    ink: str
    accent: str


class DrawnElsewhere(NamedTuple):
    """A part that another process has drawn, ready to stand in the file."""

    packed: Packed
    root_kids: list[bytes]
    page_leaves: list[bytes]  # references of leaves of the parent tree: of its pages,
    link_leaves: list[bytes]  # and of its annotations


def whole_links(areas: Iterable[LinkArea]) -> list[list[LinkArea]]:
    """The areas of each link of a page: one that breaks over lines has several."""
    links: dict[Tag, list[LinkArea]] = {}
    for area in areas:
        links.setdefault(area.tag, []).append(area)
    return list(links.values())


class Part:
    """Pages on their way into a file."""

    def __init__(self, file: File, root: Tag, numbers: Numbers, shared: SharedFaces | None = None) -> None:
        self.file = file
        self.numbers = numbers
        self.places = numbers.places
        self.resources = Resources(numbers.ink, numbers.accent, shared)
        self.elements = Elements(root, numbers.places.targets)
        self.drawn: list[DrawnPage] = []
        # Each with the height of its page.
        self.links: list[tuple[list[LinkArea] | FieldArea | KeptLink, float]] = []
        self.recordings: list[Recording] = []  # of pages that may come again
        self.widgets: Widgets | None = None  # where there are fields
        self.fields: list[int] = []  # their object numbers
        self.shared = b""  # the reference of the resources
        self.contents = self.annotation = 0  # object numbers of the first content stream and the first link

    def draw_page(self, index: int, page: Page) -> None:
        """Draw a page and gather its links, or put it in as it was drawn before."""
        key = self.key_of(index, page)
        if key and page.kept and self.put_known(page.kept, key):
            return
        if page.kept and not page.kept.is_whole:
            raise NotAsKept
        recording = Recording(page.kept, key, self) if key and page.kept else None
        self.elements.begin_page(self.places.number(index))
        before = len(self.links)
        packed = self.file.pack(self.draw(page))
        targets = self.places.targets
        for areas in whole_links(page.links):
            tag, target = areas[0].tag, areas[0].target
            self.elements.annotate(tag)
            if targets and isinstance(target, Destination):
                self.elements.lead(tag, target)
            self.links.append((areas, page.height))
        self.drawn.append(DrawnPage(index, page.width, page.height, packed, len(self.links) - before))
        if targets:
            targets.gather(index, page, self.elements)
        if recording:
            recording.end(self)
            self.recordings.append(recording)

    def put_known(self, kept: KeptPage, key: object) -> bool:
        """Put a page in the file as it was drawn before; whether it is there."""
        drawn: AsDrawn | None = kept.drawn.get(key)
        if drawn is None or not all(face.holds(self.resources.ink.fonts) for face in drawn.faces):
            return False
        before = self.elements.needed(drawn.before)
        if before is None or not self.elements.has_none(drawn.own):
            return False
        self.elements.link(Linked(drawn, before, len(self.links)))
        self.links += ((link, drawn.page.height) for link in drawn.links)
        self.drawn.append(drawn.page)
        return True

    def key_of(self, index: int, page: Page) -> object:
        """What decides how a page is drawn, beside what is on it; None for one that is drawn anew each time."""
        if page.kept is None or self.places.targets or self.resources.ink.fonts.shared.count:
            return None
        if not page.kept.is_as_finished(page):
            return None
        height = self.places.heights[index]  # of all pages of a book
        return (
            index,
            self.places.number(index),
            height,
            self.numbers.ink,
            self.numbers.accent,
            self.file.level,
        )

    def draw(self, page: Page) -> bytes:
        """The content stream of a page: each run of items of one tag is one marked-content sequence."""
        for item in page.items:
            if isinstance(item, Image):
                self.resources.add_picture(item)
            if isinstance(item, (Image, Drawing)):
                self.bound(item, page)
        content = Content(self.resources.ink, page.height)
        self.draw_items(content, page.items, page)
        return content.finish()

    def draw_items(self, content: Content, items: Iterable[Item], page: Page) -> None:
        """Draw items, those of one tag as a marked-content sequence."""
        for tag, some in groupby(items, tag_of):
            if isinstance(tag, Grouped):
                for group in some:
                    self.put_row(content, group, page)
            elif isinstance(tag, Tag) and tag.kind == "Form":
                self.place_fields(some, page)
            else:
                begin(content, tag, self.elements.mark)
                content.draw(some)
                content.end()

    def put_row(self, content: Content, group: Item, page: Page) -> None:
        """Put a row that is drawn once for many documents on the page, with the MCIDs that it has here."""
        assert isinstance(group, Group)
        ink = self.resources.ink
        row = row_of(group.of, ink)
        if row is None:
            self.draw_items(content, group.items, page)
            return
        for face in row.faces:
            ink.fonts.use(face)
        content.put(row.operators % tuple(map(self.elements.mark, row.tags)), group.x, group.y)

    def place_fields(self, items: Iterable[Item], page: Page) -> None:
        """Hang fields below their tags, in the order in which they are read."""
        for item in items:
            if isinstance(item, FieldArea):
                self.elements.annotate(item.tag)
                self.links.append((item, page.height))

    def bound(self, item: Image | Drawing, page: Page) -> None:
        """Say where the figure of a picture stands."""
        if item.tag is not None:
            bottom = page.height - item.y - item.height
            self.elements.bound(item.tag, (item.x, bottom, item.x + item.width, bottom + item.height))

    # --- when all is drawn

    def number(self) -> None:
        """Write the resources, and give everything else its object number."""
        file = self.file
        self.shared = file.add_dictionary(self.resources.write(file))
        fields = [each for each, _ in self.links if isinstance(each, FieldArea)]
        self.widgets = Widgets(file, fields) if fields else None
        self.contents = file.reserve(len(self.drawn))
        self.annotation = file.reserve(len(self.links))
        self.elements.number(file, self.numbers.root)

    def write(self, key: int) -> None:
        """Write what has its number, but for the root; `key` in the parent tree is the first link's."""
        file, before = self.file, 0  # so many annotations are on the pages before
        entries = b"<</Type/Page/Parent %s/MediaBox%s/Resources %s/Contents %d 0 R/StructParents %d%s>>"
        for place, (index, width, height, packed, links) in enumerate(self.drawn):
            file.put_content(self.contents + place, packed)
            numbers = range(self.annotation + before, self.annotation + before + links)
            annotations = array(map(reference, numbers))
            media = array([b"0 0", number(width), number(height)])
            tabs = b"/Annots%s/Tabs/S" % annotations if links else b""
            file.put(
                self.places.number(index),
                entries % (file.page_tree, media, self.shared, self.contents + place, index, tabs),
            )
            self.write_annotations(range(before, before + links), self.places.number(index), key)
            before += links
        self.elements.write(file, self.annotation)
        for each in self.recordings:
            each.keep(self, key)

    def write_annotations(self, places: range, page: int, key: int) -> None:
        """Write links and fields, by their places among all, that are on the page with an object number."""
        for place in places:
            area, height = self.links[place]
            annotation = self.annotation + place
            if isinstance(area, FieldArea) and self.widgets:
                self.fields.append(annotation)
                made = self.widgets.widget(area, height, page, key + place)
            elif isinstance(area, KeptLink):
                made = area.keyed(key + place)
            elif isinstance(area, list):
                made = link_annotation(area, height, key + place, self.places)
            self.file.put(annotation, made)

    def form(self) -> bytes:
        """The interactive form, b"" where nothing can be filled."""
        return self.widgets.form(self.fields) if self.widgets else b""

    def root_kids(self) -> list[bytes]:
        """What hangs below the root, as bytes; list."""
        return self.elements.root_kids(self.annotation)

    def page_parents(self) -> list[bytes]:
        """The values of the parent tree for each page; list of bytes."""
        return [array([reference(element.number) for element in marked]) for marked in self.elements.marked]

    def link_parents(self) -> list[bytes]:
        """The values of the parent tree for each annotation; list of bytes."""
        return [reference(element.number) for element in self.elements.annotated]


def draw_elsewhere(
    pages: deque[Page], root: Tag, first: int, numbers: Numbers, after: int
) -> Iterator[tuple[int, int] | DrawnElsewhere]:
    """Draw the pages from index `first` on as a part whose object numbers follow `after`, a generator.

    Yields (its last object number, how many links it has) as soon as that is known, so that nobody waits for its objects
    to be written; then a DrawnElsewhere. `pages`, a deque, are let go as they are drawn.
    """
    count = len(numbers.places.heights)
    file = File(count, after=after)
    part = Part(file, root, numbers)
    for index in range(first, first + len(pages)):
        part.draw_page(index, pages.popleft())
    part.number()
    leaves = file.reserve(count_leaves(len(part.drawn)) + count_leaves(len(part.links)))
    yield file.close_numbers(), len(part.links)
    part.write(count)
    page_leaves = write_leaves(file, part.page_parents(), first, leaves)
    link_leaves = write_leaves(file, part.link_parents(), count, leaves + len(page_leaves))
    yield DrawnElsewhere(file.packed(), part.root_kids(), page_leaves, link_leaves)
