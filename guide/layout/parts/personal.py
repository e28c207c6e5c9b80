"""The head of a handout that is for one person: for whom it is, what else is said of it, and what the pages had no room for."""

from collections.abc import Iterator

from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.checked import checked_of
from guide.layout.parts.base import Part
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.model import Guide, Personal

ABOVE, BELOW = 0.5, 0.5  # of u: space around it


class PersonalHead(Part):
    """Sets a line for the greeting, one for each field, and what there is to say of the choice."""

    def __init__(
        self, guide: Guide, setter: Setter, words: Words, tag: Tag, personal: Personal | None
    ) -> None:
        super().__init__(setter, words, tag)
        self.guide, self.personal = guide, personal

    def add(self, column: Column, advice: bool = True) -> None:
        """Put it into a column; `advice`: with what the circles mean, where nothing else on the pages says it."""
        self.add_named(column)
        self.add_told(column, advice)

    def add_named(self, column: Column) -> None:
        """Put the greeting and the fields into a column."""
        if self.personal is None:
            return
        column.skip(ABOVE * self.style.u)
        if self.personal.greeting:
            column.add((Inline(self.personal.greeting, Tag("P", self.root), True),), self.style.name)
        for label, text in self.personal.fields:
            tag = Tag("P", self.root)
            column.add((Inline(f"{label}: ", tag, True), Inline(text, tag)), self.style.body)

    def add_told(self, column: Column, advice: bool = True) -> None:
        """Put what there is to say of the choice below them."""
        if self.personal is None:
            return
        if told := " ".join(self.told(advice)):
            column.add((Inline(told, Tag("P", self.root)),), self.style.small)
        column.skip(BELOW * self.style.u)

    def row(self, measure: float, advice: bool = True) -> Row:
        """The same as a row, from its left edge."""
        column = Column(self.setter, 0, measure)
        self.add(column, advice)
        return column.row()

    def told(self, advice: bool) -> Iterator[str]:
        """Yield what the circles mean, and how many listings more were chosen."""
        words = self.words.versions[0]
        if advice:
            yield words.circles if checked_of(self.guide).ever else words.step_unverified
        if self.personal and self.personal.left_out:
            count = self.personal.left_out
            more = words.more_place if count == 1 else words.say("more_places", count=count)
            yield f"{more}."
            yield words.say("leaflet_whole", count=self.personal.total)
