"""Where the pages of the guide's own stand in a book, each set once."""

from collections.abc import Iterator, Sequence

from guide.errors import Problem
from guide.language.words import Words
from guide.layout.body.own_sheet import OwnSheet, ordered
from guide.layout.compose.links import page_anchor, section_anchor
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor
from guide.layout.type.setter import Setter
from guide.model import Guide, OwnPage
from guide.model.page import COVER, INDEX, LAST, LISTINGS, PAGE_2, PLACES

IN_FRONT, BEHIND_INDEX, BEHIND_FORM = (COVER, PAGE_2, LISTINGS), (INDEX,), (LAST,)
PartRow = tuple[
    str, Anchor, str
]  # of the contents: title, where it is, its language if that is not the guide's


class OwnPlaces:
    """The pages of the guide's own on paper, by their places; `guide` has their titles in all languages."""

    def __init__(
        self,
        guide: Guide,
        versions: Sequence[tuple[Guide, Words]],
        setter: Setter,
        words: Words,
        root: Tag,
        one_sided: bool,
    ) -> None:
        self.guide = guide
        self.one_sided = one_sided
        self.spare: list[list[OwnSheet]] = []
        self.problems: list[Problem] = []
        self._sheets: dict[str, list[OwnSheet]] = {}
        if guide.own_pages:
            from guide.layout.parts.own_page import OwnPages  # many guides have none

            part = OwnPages(versions, guide.mark.path.parent, setter, words, root)
            for each in zip(guide.own_pages, *(own.own_pages for own, _ in versions)):
                self._add(each[0], part.sheets(each[1:], each[0].title))
            self.problems = part.problems

    def _add(self, page: OwnPage, sheets: list[OwnSheet]) -> None:
        if page.spare:
            self.spare.append(sheets)
        else:
            self._sheets.setdefault(self.place_of(page), []).extend(sheets)

    def place_of(self, page: OwnPage) -> str:
        """Where a page stands: behind all listings where its section is the last one, or is not printed."""
        sections = [section.id for section in self.guide.sections]
        return page.place if page.place in (*PLACES, *sections[:-1]) else LISTINGS

    def at(self, place: str, folio: int) -> list[OwnSheet]:
        """The pages of a place, from a folio on, with those that fill up between them."""
        return ordered(self._sheets.get(place, []), folio, self.one_sided)

    def behind(self, section: Anchor) -> list[OwnSheet]:
        """The pages behind a section, without any that fill up."""
        for each in self.guide.sections if self._sheets else ():
            if section_anchor(each.id) == section:
                return self._sheets.get(each.id, [])
        return []

    @property
    def among_sections(self) -> bool:
        """Whether one stands between two sections."""
        return any(place not in PLACES for place in self._sheets)

    def in_front(self, between: int) -> int:
        """How many pages stand before the listings, `between` other pages standing behind those at the cover."""
        first = len(self.at(COVER, 2))
        return first + len(self.at(PAGE_2, 2 + first + between))

    def rows(self, places: Sequence[str]) -> Iterator[PartRow]:
        """Yield the rows of the contents for pages at some places, those of sections being before the listings' end."""
        wanted = (*places, *(section.id for section in self.guide.sections)) if LISTINGS in places else places
        order = (*PLACES[:2], *(section.id for section in self.guide.sections), *PLACES[2:])
        pages = [page for page in self.guide.own_pages if not page.spare and self.place_of(page) in wanted]
        for page in sorted(pages, key=lambda page: order.index(self.place_of(page))):
            yield page.title, page_anchor(page.id), self.guide.language_of(page, "title")

    def anchors(self) -> Iterator[tuple[str, Anchor]]:
        """Yield (title, where it is) of every page."""
        yield from ((page.title, page_anchor(page.id)) for page in self.guide.own_pages)
