"""Texts on pages of braille: running heads, page numbers, and contents that name them."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from guide.braille.blocks import SECTION, Block, Entry, Style
from guide.braille.cells import DOT_5, GOES_ON, SPACE, in_cells, wrapped
from guide.braille.liblouis import Braille
from guide.frozen import frozen
from guide.model.edition import BRAILLE_CELLS, BRAILLE_LINES

LEADER = DOT_5  # from words to their page in the contents
LEAST_LEADER = 2  # cells of it
ROUNDS = 6  # until no page number changes any more
DEEPER = 2  # cells, for each level of the contents


@frozen
class Sheet:
    """The size of a page, in cells and lines."""

    cells: int = BRAILLE_CELLS
    lines: int = BRAILLE_LINES


USUAL = Sheet()
Page = list[str]  # its lines, without spaces at their ends
Places = dict[str, int]  # {place: its page}
Bound = tuple[list[Page], Places]


class Binder:
    """Makes pages of one size in one language."""

    def __init__(self, sheet: Sheet, braille: Braille) -> None:
        self.sheet, self.braille = sheet, braille

    def in_cells(self, text: str) -> str:
        """A text in cells."""
        return in_cells(text, self.braille)

    def number(self, page: int) -> str:
        """The number of a page in cells."""
        return self.in_cells(str(page))

    # --- lines --------------------------------------------------------------------------------------

    def lines(self, block: Block) -> list[str]:
        """The lines of a text."""
        style, width = block.style, self.sheet.cells
        if style.centred:
            found = wrapped(self.in_cells(block.text), width - 6, 0, 0)
            return [SPACE * ((width - len(line)) // 2) + line for line in found]
        return wrapped(self.in_cells(block.text), width, style.first, style.others)

    def entry(self, entry: Entry, page: int) -> list[str]:
        """The lines of an entry of the contents: its page at the right of the last."""
        number, indent = self.number(page), entry.depth * DEEPER
        most = self.sheet.cells - len(number) - LEAST_LEADER - 2
        lines = wrapped(self.in_cells(entry.text), most, indent, indent + 2 * DEEPER) or [""]
        leader = self.sheet.cells - len(lines[-1]) - len(number) - 2
        return [*lines[:-1], f"{lines[-1]}{SPACE}{LEADER * leader}{SPACE}{number}"]

    # --- pages --------------------------------------------------------------------------------------

    def title_pages(self, blocks: Iterable[Block]) -> list[Page]:
        """Blocks on pages that have no running head, and an empty line at their foot."""
        pages, _ = self.pages(blocks, 1, "", foot=1)
        return [[self.head("", number), *page[1:]] for number, page in enumerate(pages, 1)]

    def pages(self, blocks: Iterable[Block], first: int, title: str, foot: int = 0) -> Bound:
        """Blocks on pages with running heads, counted from the first; so many lines at the foot stay empty."""
        filling = Filling(self.sheet.lines - 1 - foot)
        sections: list[tuple[int, str]] = []  # (page, title) of each section
        for group in kept_together(blocks):
            lines = [(block, self.lines(block)) for block in group]
            filling.make_room(
                sum(len(each) + block.style.above + block.style.below for block, each in lines[:-1]) + 1
            )
            for block, each in lines:
                filling.add(each, block.style)
                if block.place:
                    filling.places[block.place] = first + filling.page_of_last(len(each))
                if block.style is SECTION:
                    sections.append((filling.page_of_last(len(each)), block.text))
        pages = filling.pages
        return [
            [self.head(head_of(sections, number, title), first + number), *page]
            for number, page in enumerate(pages)
        ], filling.places

    def head(self, text: str, page: int) -> str:
        """The first line of a page: what it is of in the middle, its number at the right."""
        number = self.number(page)
        room = self.sheet.cells - 2 * (len(number) + 3)
        found = wrapped(self.in_cells(text), room, 0, 0)
        words = (found[0] if len(found) == 1 else found[0].removesuffix(GOES_ON)) if found else ""
        left = (self.sheet.cells - len(words)) // 2
        start = SPACE * left + words
        return start + SPACE * (self.sheet.cells - len(start) - len(number)) + number


class Filling:
    """Pages while they are filled."""

    def __init__(self, depth: int) -> None:
        self.depth = depth
        self.pages: list[Page] = [[]]
        self.places: Places = {}

    def make_room(self, lines: int) -> None:
        """Begin a page where so many lines have no room on this one, and would have on a new one."""
        if self.pages[-1] and len(self.pages[-1]) + min(lines, self.depth) > self.depth:
            self.pages.append([])

    def add(self, lines: Sequence[str], style: Style) -> None:
        """Lines more, with empty ones around them but not at the top of a page."""
        if self.pages[-1] and self.pages[-1][-1]:
            self.blank(style.above)
        for line in lines:
            if len(self.pages[-1]) >= self.depth:
                self.pages.append([])
            self.pages[-1].append(line)
        self.blank(style.below)

    def blank(self, count: int) -> None:
        """Empty lines, as far as the page has them."""
        page = self.pages[-1]
        page += [""] * min(count, self.depth - len(page))

    def page_of_last(self, count: int) -> int:
        """The page, from 0, on which the last `count` lines begin."""
        last = sum(1 for line in self.pages[-1] if line)
        return len(self.pages) - (1 if count <= last else 2)


def kept_together(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Yield headings with what follows them, and every other block alone."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.style.heads:
            yield group
            group = []
    if group:
        yield group


def head_of(sections: Sequence[tuple[int, str]], page: int, title: str) -> str:
    """What the head of a page says: the section in which it begins, or the first that begins on it."""
    before = [text for number, text in sections if number < page]
    on_it = [text for number, text in sections if number == page]
    return before[-1] if before else on_it[0] if on_it else title


def settled(make: Callable[[Places], Bound]) -> Bound:
    """Pages that name their own numbers: made again until none changes."""
    places: Places = {}
    pages: list[Page] = []
    for _ in range(ROUNDS):
        pages, found = make(places)
        if found == places:
            break
        places = found
    return pages, places
