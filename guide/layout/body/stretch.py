"""Stretches: runs of sections that are set and made into pages together, a long guide in two at the same time.

What one stretch needs to know of the other is little: how many pages it has, and where on them its anchors stand. So
the second can be another process's (`guide.workers`), from the words to the bytes of its pages. Whether a guide is
divided, and where, follows from the guide and its edition: on one processor the same is done in turn. A process that keeps
what it has set sets both. An edition with a number of pages to fit, or for a press that needs all pages, is never divided.
"""

from collections import deque
from collections.abc import Generator, Iterator, Sequence
from functools import partial
from itertools import chain, groupby
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol, cast

from guide.errors import Mark, Problem
from guide.language.words import Words
from guide.layout.body.bilingual import add_title
from guide.layout.body.column_pages import column_frame, paginate_columns
from guide.layout.body.columns import open_across, set_columns
from guide.layout.body.furniture import Furniture
from guide.layout.body.galley import Column, Listed, Row, Strip, join_chunks, parts_in
from guide.layout.body.kept_pages import PageToKeep, page_made_of
from guide.layout.body.listing_pages import ListingPages, OpenPage
from guide.layout.body.memory import Galley, GalleyMemory, MadeOf
from guide.layout.body.own_sheet import OwnSheet, ordered, said_of_coupons, sheet_items
from guide.layout.body.paginate import Frame, FramePlan, fit_strips, page_frame, paginate
from guide.layout.body.section import join_runs, opening_prose, set_section
from guide.layout.compose.composer import Composer, NumberedSection
from guide.layout.compose.kept import KeptListings
from guide.layout.compose.links import section_anchor
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.voice import Voice
from guide.layout.pages import ACCENT, Line, Page
from guide.layout.references import Place, Resolver
from guide.layout.tags import Tag
from guide.layout.type.fonts import FaceStack
from guide.layout.type.inline import Anchor
from guide.layout.type.setter import Setter
from guide.model import Guide, Section
from guide.problems.layout import TOO_LONG_FOR_A_PAGE

if TYPE_CHECKING:  # see row_setter
    from guide.layout.body.row import RowSetter
    from guide.layout.compose.rows import RowComposer

ABOUT = Anchor("about")
LONG = 200  # listings: a shorter guide is made sooner than a second process has begun
FLOWS_ON = 0.05  # of the listings: so much nearer has a section to be that may flow on
LEAST_SHARE = 0.15  # of the listings, that each stretch has: dividing costs the time of a few dozen
FIRST_SHARE = 0.39  # of the listings; who sets them has contents, index and outline to make too


class AnchorPlace(NamedTuple):
    """Where an anchor stands in a stretch: the page, counted from 0, and the height on it."""

    anchor: Anchor
    page: int
    y: float


class Outcome(NamedTuple):
    """What a stretch tells of itself when it is set."""

    pages: int
    anchors: list[AnchorPlace]
    problems: list[Problem]
    broken: list[tuple[Mark | None, str]]  # words that were cut, with the listing's place
    missing: list[set[str]]  # characters, for each stack of faces

    def places(self, first: int) -> dict[Anchor, Place]:
        """Where its anchors stand, its first page having this index."""
        return {anchor: Place(first + page, first + page + 1, y) for anchor, page, y in self.anchors}


def divide(sections: Sequence[Section]) -> int:
    """Where the second stretch of a guide begins, an index of its sections, or their number for a single stretch.

    It begins a page, as one that has to anyway does if it is near there.
    """
    total = sum(len(section.listings) for section in sections)
    if total < LONG:
        return len(sections)
    before = 0
    found: dict[int, float] = {}
    for index, section in enumerate(sections):
        if index and LEAST_SHARE * total <= before <= (1 - LEAST_SHARE) * total:
            found[index] = abs(before - FIRST_SHARE * total) + FLOWS_ON * total * (not section.own_page)
        before += len(section.listings)
    return min(found, key=lambda index: found[index], default=len(sections))


class BookOfStretches(Protocol):
    """The book that a stretch is of, as far as the stretch knows it."""

    @property
    def versions(self) -> Sequence[tuple[Guide, Words]]: ...

    @property
    def guide(self) -> Guide: ...

    @property
    def words(self) -> Words: ...

    @property
    def setter(self) -> Setter: ...

    @property
    def galleys(self) -> GalleyMemory | None: ...

    @property
    def root(self) -> Tag: ...

    @property
    def own(self) -> "OwnPagesOfBook": ...

    @property
    def notes(self) -> bool: ...  # whether pages that fill up have lines to write on


class OwnPagesOfBook(Protocol):
    """The guide's own pages, as far as a stretch knows them."""

    def behind(self, section: Anchor) -> list[OwnSheet]: ...

    @property
    def one_sided(self) -> bool: ...


class Stretch:
    """Sections `start` to `end`, by index, of a book; the last stretch has the closing notes too."""

    def __init__(
        self, book: BookOfStretches, start: int, end: int, furniture: Furniture, lead: float = 0
    ) -> None:
        self.versions, self.guide, self.words = book.versions, book.guide, book.words
        self.setter, self.memory, self.root = book.setter, book.galleys, book.root
        self.style = self.setter.style
        self.grid = self.style.grid
        self.furniture = furniture
        self.start, self.end = start, end
        self.lead = lead  # of its first page, the height of what stands there above the listings
        self.in_columns = self.style.columns == 2
        self.rows = row_setter(self.setter, len(book.guide.listings)) if self.style.rows else None
        self.own, self.notes = book.own, book.notes
        self.plans: deque[FramePlan | OwnSheet] = deque()
        self.outcome: Outcome | None = None

    def set(self) -> Outcome:
        """Set the sections and choose the breaks of the pages; what comes out is kept."""
        before = len(self.setter.broken)
        leading, frame = self.style.body.leading, page_frame(self.style)
        runs = join_runs(self.section_galleys())
        if self.end == len(self.guide.sections):
            runs[-1] += self.about()
        if self.lead:
            runs[0][:1] = below_lead(runs[0][0], self.lead, frame.depth)
        problems: list[Problem] = []
        for number, run in enumerate(runs):
            known = self.memory.walk(self.start, number) if self.memory else None
            strips, cut = fit_strips(run, frame, leading)
            problems += map(_too_high, cut)
            if self.in_columns:
                self.plans += paginate_columns(strips, column_frame(self.style), known)
            elif self.rows:
                self.plans += pages_of_rows(strips, frame)
            else:
                self.plans += paginate(strips, frame, known)
            self.plans += self.own_behind(run)
        missing = [stack.missing for stack in self.stacks()]
        broken = self.setter.broken[before:]
        self.outcome = Outcome(len(self.plans), self.anchors(), problems, broken, missing)
        return self.outcome

    def own_behind(self, run: Sequence[Strip]) -> list[OwnSheet]:
        """The guide's own pages that stand behind the last section of a run."""
        section = run[-1].section
        return self.own.behind(section.anchor) if section else []

    def arranged(self, first: int) -> Outcome:
        """The outcome when the index of the first page is known: pages of the guide's own may have to be right-hand pages."""
        assert self.outcome
        if not any(isinstance(plan, OwnSheet) for plan in self.plans):
            return self.outcome
        plans: list[FramePlan | OwnSheet] = []
        for _, group in groupby(self.plans, lambda plan: isinstance(plan, OwnSheet)):
            some = list(group)
            sheets = [plan for plan in some if isinstance(plan, OwnSheet)]
            plans += ordered(sheets, first + len(plans) + 1, self.own.one_sided) if sheets else some
        self.plans = deque(plans)
        self.outcome = self.outcome._replace(pages=len(plans), anchors=self.anchors())
        return self.outcome

    def said_of_coupons(self, first: int) -> Iterator[str]:
        """Yield what is behind each coupon."""
        for own, group in groupby(
            enumerate(self.plans, first + 1), lambda each: isinstance(each[1], OwnSheet)
        ):
            sheets = [(folio, plan) for folio, plan in group if isinstance(plan, OwnSheet)] if own else []
            if sheets:
                yield from said_of_coupons([sheet for _, sheet in sheets], sheets[0][0], self.notes)

    def anchors(self) -> list[AnchorPlace]:
        """What begins on the pages, and where."""
        found: list[AnchorPlace] = []
        for page, plan in enumerate(self.plans):
            if isinstance(plan, OwnSheet):
                found += [AnchorPlace(plan.anchor, page, self.grid.top)] if plan.anchor else []
                continue
            for strip, y in plan.strips:
                for anchor, at in chain(strip.starts, parts_in(strip)):
                    found.append(AnchorPlace(anchor, page, self.grid.top + y + at))
        return found

    def stacks(self) -> list[FaceStack]:
        """The stacks of faces that texts are set in."""
        return [
            stack
            for style in (self.style, self.style.second)
            if style
            for stack in (style.regular, style.bold)
        ]

    def conversation(self) -> Generator[Any, Any, None]:
        """The stretch as another process makes it, a generator.

        It yields                       and is then told
        its Outcome                     the index of its first page
        None: its pages are made        the places of all other anchors
        None: they are finished         what to do with them, (function, arguments)
        what the generator `function(pages, root, *arguments)` yields
        """
        outcome = self.outcome or self.set()
        first: int = yield outcome
        waiting = deque(self.pages(first))
        places: dict[Anchor, Place] = yield
        resolver = Resolver(places | outcome.places(first), self.setter, self.guide.source_language)
        finished: deque[Page] = deque()
        while waiting:
            folio = first + len(finished) + 1
            finished.append(waiting.popleft().finished(resolver, str(folio)))
        function, arguments = yield
        for answer in function(finished, self.root, *arguments):
            if self.memory:
                self.memory.drawn_there()
            yield answer

    # --- the galleys

    def section_galleys(self) -> Iterator[tuple[bool, Sequence[Strip]]]:
        """Yield (whether it flows on, its strips) of each section."""
        guide, words = self.versions[0]
        second = self.versions[1] if len(self.versions) > 1 else None
        make = row_composer if self.rows else Composer
        composer: Composer = make(guide, words, second=second)
        before = False
        for numbered in [*composer.numbered_sections()][self.start : self.end]:
            yield not numbered.section.own_page and not before, self.galley(composer, numbered).strips
            before = bool(self.own.behind(section_anchor(numbered.section.id)))

    def galley(self, composer: Composer, numbered: NumberedSection) -> Galley:
        """A section as it is set, or as it was set before where nothing of it has changed."""
        if self.memory is None or not self.memory.keeps_sections:
            return self.set_anew(composer, numbered)
        made_of = MadeOf(numbered.section, composer.surroundings(numbered.section), numbered.second)
        make = partial(self.set_anew, composer, numbered)
        galley = self.memory.find(numbered.number, made_of, make)
        if galley is None:
            galley = self.memory.keep(numbered.number, made_of, make())
        else:
            self.setter.broken += galley.broken
        return galley

    def set_anew(self, composer: Composer, numbered: NumberedSection) -> Galley:
        before = len(self.setter.broken)
        strips = self.strips(composer, numbered)
        return Galley(strips, self.setter.broken[before:])

    def strips(self, composer: Composer, numbered: NumberedSection) -> list[Strip]:
        """The strips of a section: rows, columns, or listings as wide as the page."""
        if self.rows:
            return self.rows.section(cast("RowComposer", composer).row_section(numbered, self.root))
        kept = self.kept(numbered)
        block = composer.section(numbered, self.root, kept)
        lay = set_columns if self.in_columns else set_section
        return lay(block, self.setter, kept)

    def kept(self, numbered: NumberedSection) -> KeptListings[list[Strip]] | None:
        """The listings of a section as they were set before; None where what is below another tag cannot be kept."""
        if self.memory is None or len(self.versions) > 1 or numbered.section.groups:
            return None
        return self.memory.listings_of(numbered.number, numbered.section.id)

    def about(self) -> list[Strip]:
        """The closing notes, opened like a section that flows on but without a key."""
        if not self.guide.closing_notes:
            return []
        u, grid = self.style.u, self.grid
        tag = Tag("Sect", self.root, title=self.words.about)
        title = Column(self.setter, grid.number_column, grid.main)
        add_title(title, self.words.about, Tag("H2", tag))
        rule = Row(1.5 * u, (Line(0, 0, grid.live, 0, self.style.stroke, ACCENT),))
        first, *others = [
            ProseComposer(voice := Voice(guide, words)).blocks(
                guide.closing_notes,
                tag,
                guide.language if place else voice.language_of(guide, "closing_notes"),
            )
            for place, (guide, words) in enumerate(self.versions)
            if place == 0 or "closing_notes" not in guide.untranslated
        ]
        self.setter.mark = self.guide.mark
        if self.in_columns:
            return open_across([rule, title.row()], first, self.setter, None, ABOUT)
        title.skip(1.5 * u)
        strips = join_chunks(opening_prose(first, others[0] if others else (), self.setter), None, None)
        rows = (rule, title.row(), *strips[0].rows)
        strips[0] = Strip(sum(row.height for row in rows), rows, 4 * u, None, None, ((ABOUT, 0),))
        return strips

    # --- the pages

    def pages(self, first: int) -> Iterator[OpenPage]:
        """Yield each page of the stretch, whose first page has this index in the document.

        Plans are let go when their pages are made: a directory of 10,000 takes a fifth less memory.
        """
        folio = first
        while self.plans:
            folio += 1
            yield self.page_to_keep(self.plans.popleft(), folio, first)

    def page_to_keep(self, plan: FramePlan | OwnSheet, folio: int, first: int) -> OpenPage:
        """The same, made when it is finished and kept for the next time, where this process is to set it again."""
        memory, begins, make = self.memory, folio == first + 1, partial(self.page, plan, folio, first)
        is_here = memory and (memory.has_all_pages or memory.keeps_apart or not self.start)
        is_kept = is_here and memory and memory.keeps_pages
        if not memory or not is_kept or isinstance(plan, OwnSheet) or self.lead and begins:
            return make()
        head = ListingPages(self.furniture, self.root).head(plan)
        around = (*self.furniture.made_of, self.guide.source_language)
        made_of = memory.sign(page_made_of(plan, head, self.start > 0 and begins, around))
        return make() if made_of is None else PageToKeep(made_of, make, self.furniture, memory.pages)

    def page(self, plan: FramePlan | OwnSheet, folio: int, first: int) -> OpenPage:
        """One page as it is planned; `first` as for all of them."""
        if isinstance(plan, OwnSheet):
            return OpenPage(sheet_items(plan, folio, self.furniture, self.root, self.notes))
        made = ListingPages(self.furniture, self.root)
        begins = folio == first + 1
        return made.page(plan, folio, self.start > 0 and begins, not (self.lead and begins))


# --- rows, which few formats have


def row_setter(setter: Setter, listings: int) -> "RowSetter":
    """What sets rows for the pages of a book."""
    from guide.layout.body.row_pages import page_rows

    return page_rows(setter, listings)


def row_composer(guide: Guide, words: Words, second: tuple[Guide, Words] | None = None) -> "RowComposer":
    """What makes rows of the listings of a book."""
    from guide.layout.compose.rows import RowComposer

    return RowComposer(guide, words, paged=True, second=second)


def pages_of_rows(strips: Sequence[Strip], frame: Frame) -> list[FramePlan]:
    """The pages of a run of sections of rows."""
    from guide.layout.body.row_pages import fill_pages

    return fill_pages(strips, frame)


# --- what stands above the listings of page 1


def below_lead(strip: Strip, lead: float, depth: float) -> list[Strip]:
    """The first strip below what stands on page 1; where it has no room there, it begins the next page whole."""
    if strip.height + lead <= depth:
        return [lowered(strip, lead)]
    return [Strip(lead, (Row(lead, ()),), 0, None, None), strip]


def lowered(strip: Strip, lead: float) -> Strip:
    """The strip with so much room above it, which stays with it at the top of a page."""
    starts = tuple((anchor, y + lead) for anchor, y in strip.starts)
    return strip._replace(height=strip.height + lead, rows=(Row(lead, ()), *strip.rows), starts=starts)


def _too_high(listing: Listed) -> Problem:
    return TOO_LONG_FOR_A_PAGE.at(listing.mark, name=listing.title)
