"""What stands before the listings of a book: contents in the form that page 2 has room for, and what tells of the guide."""

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.galley import Row
from guide.layout.parts.about import AboutGuide
from guide.layout.parts.base import Items, Keep
from guide.layout.parts.contents import ContentsEntry, set_contents
from guide.layout.parts.contents_sections import SectionContents
from guide.layout.parts.front import ABOUT, HOW, LANGUAGES, SIGNS, Block, Front, FrontPages
from guide.layout.parts.howto import Helps, HowToUse
from guide.layout.parts.language_help import LanguageHelp
from guide.layout.parts.signs import Signs
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter
from guide.model import Guide, Prose

MOST_ROWS = 70  # of contents with every listing that are tried on one page
LISTING, SECTION, NO_CONTENTS = "listing", "section", "none"


class Told(NamedTuple):
    """What page 2 is to tell beside the contents."""

    how_to_use: bool = True
    signs: bool = True
    about: bool = True
    subtitle: str = ""  # which had no room on the cover
    more: Sequence[str] = ()  # paragraphs that end what is told of the guide
    notes: Prose = ()  # the closing notes, if they stand there
    languages: Sequence[str] = ()  # in which there is help
    tabbed: bool = True  # whether sections have marks at the edges of their pages
    barred: bool = True  # whether there are bars beside addresses, and large figures


class FrontParts:
    """Sets the pages before the listings; `guides` is the guide in each of its languages, `keep` knows parts set before."""

    def __init__(
        self, guides: Sequence[Guide], guide: Guide, setter: Setter, words: Words, root: Tag, keep: Keep
    ) -> None:
        self.guides = guides
        self.guide = guide
        self.setter = setter
        self.words = words
        self.root = root
        self.keep = keep

    def pages(
        self, entries: Sequence[ContentsEntry], note: str, form: str, told: Told, helps: Helps
    ) -> FrontPages:
        """The pages in the form of contents that is asked for; where none is, with every listing if that takes no more room."""
        front, blocks = Front(self.setter.style), list(self.blocks(told, helps))
        if form == NO_CONTENTS:
            return front.pages([[]], blocks)
        if form:
            return front.pages(self.contents(form, entries, note), blocks)
        made = self.contents(LISTING, entries, note) if len(entries) <= MOST_ROWS else []
        if len(made) != 1:
            return front.pages(self.contents(SECTION, entries, note), blocks)
        listed = front.pages(made, blocks)
        if listed.whole and len(listed.pages) == 1:
            return listed
        by_section = front.pages(self.contents(SECTION, entries, note), blocks)
        return by_section if len(by_section.pages) < len(listed.pages) or not listed.whole else listed

    def contents(self, form: str, entries: Sequence[ContentsEntry], note: str) -> list[Items]:
        """The pages of the contents in a form."""

        def make() -> list[Items]:
            if form == LISTING:
                return set_contents(entries, self.setter, self.words, self.root, note)
            return SectionContents(self.setter, self.words, self.root, note).pages(entries)

        return self.keep(f"contents by {form}", (entries, note), make)

    def blocks(self, told: Told, helps: Helps) -> Iterator[Block]:
        """Yield what stands beside the contents."""
        setter, words, guide = self.setter, self.words, self.guide

        def block(name: str, make: Callable[[Tag, float], Sequence[Row]]) -> Block:
            return Block(name, lambda measure: make(Tag("Sect", self.root), measure))

        if told.how_to_use:
            yield block(
                HOW,
                lambda tag, measure: HowToUse(self.guides, setter, words, tag, False, helps).rows(0, measure),
            )
        if told.signs:
            yield block(
                SIGNS,
                lambda tag, measure: Signs(guide, setter, words, tag, told.tabbed, told.barred).rows(
                    0, measure
                ),
            )
        if told.about:
            yield block(
                ABOUT,
                lambda tag, measure: AboutGuide(
                    guide, setter, words, tag, told.subtitle, told.more, told.notes
                ).rows(0, measure),
            )
        if told.languages:
            yield block(
                LANGUAGES,
                lambda tag, measure: LanguageHelp(guide, setter, words, tag).brief(told.languages, measure),
            )
