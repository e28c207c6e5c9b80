"""About this guide: who hands it out, which edition it is, what of it was checked and when, until when it is good."""

from collections.abc import Iterator, Sequence

from guide.language.words import Words
from guide.layout.body.galley import Column, Row, set_prose
from guide.layout.compose.checked import cover_counts, months_checked
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.voice import Voice
from guide.layout.parts.base import Part
from guide.layout.parts.publisher import publisher_lines
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import cover_edition
from guide.model import Guide, Paragraph, Prose

SHORT_NOTES = 400  # letters of closing notes that stand with what else is told of the guide


def are_short(notes: Prose) -> bool:
    """Whether closing notes are short enough to stand on page 2."""
    spans = [span for block in notes if isinstance(block, Paragraph) for span in block.spans]
    only_text = all(isinstance(block, Paragraph) for block in notes)
    return only_text and 0 < sum(len(span.text) for span in spans) <= SHORT_NOTES


class AboutGuide(Part):
    """Sets it; `subtitle`: what had no room on the cover, `more`: what else is said last, `notes`: the closing notes."""

    def __init__(
        self,
        guide: Guide,
        setter: Setter,
        words: Words,
        tag: Tag,
        subtitle: str = "",
        more: Sequence[str] = (),
        notes: Prose = (),
    ) -> None:
        super().__init__(setter, words, tag)
        self.guide = guide
        self.subtitle = subtitle
        self.more = more
        self.notes = notes

    def rows(self, x: float, measure: float) -> list[Row]:
        """The heading, the publisher, and the rest paragraph by paragraph, in a column at x of this measure."""
        u = self.style.u
        publisher = publisher_lines(self.guide, self.setter, self.words, self.root, measure)
        if publisher.y:
            publisher.skip(u)
        items = tuple(item.moved(x, 0) for item in publisher.items)
        rows = [self.part_head(self.words.about, x, measure), Row(publisher.y, items)]
        text = Column(self.setter, x, measure)
        if self.subtitle:
            text.add((Inline(self.subtitle, Tag("P", self.root)),), self.style.body)
            text.skip(u)
        for paragraph in self.paragraphs():
            text.add((Inline(paragraph, Tag("P", self.root)),), self.style.body)
        return [*rows, text.row(), *self.note_rows(x, measure)]

    def paragraphs(self) -> Iterator[str]:
        """Yield which edition it is, what of it was checked, and what else is said."""
        words, edition = self.words, self.guide.edition
        yield words.say(
            "edition_month",
            edition=lambda each: cover_edition(self.guide, each),
            month=lambda each: each.full_date(edition.date),
        )
        yield cover_counts(self.guide, words)
        if checked := months_checked(self.guide, words):
            yield checked
        yield from self.more

    def note_rows(self, x: float, measure: float) -> Iterator[Row]:
        """Yield the closing notes."""
        composer = ProseComposer(Voice(self.guide, self.words))
        self.setter.mark = self.guide.mark
        source = self.guide.language_of(self.guide, "closing_notes")
        blocks = composer.blocks(self.notes, self.root, source)
        for chunk in set_prose(blocks, self.setter, x, measure):
            yield Row(chunk.space or (0 if chunk.inside else self.style.u), ())
            yield chunk.row
