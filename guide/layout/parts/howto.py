"""How to use the guide: numbered steps, on page 2 or, where it has room for them, on the cover."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.language.words import Words
from guide.layout.body.galley import Column, Row
from guide.layout.compose.checked import checked_of
from guide.layout.compose.links import reference
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.templates import fill, in_each
from guide.layout.compose.voice import Voice
from guide.layout.parts.base import Part
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Fragment, Inline
from guide.layout.type.setter import Setter
from guide.model import Guide
from guide.model.edition import INDEX_PARTS

CONTENTS, INDEX, FORM = map(Anchor, ("contents", "index", "form"))


class Helps(NamedTuple):
    """What a guide has that the steps lead to."""

    contents: bool = True
    indexed: Sequence[str] = INDEX_PARTS  # the parts of the index
    form: bool = True
    signs: bool = True  # which stand beside the steps, and say what a tick is worth
    on_cover: bool = False  # the sections, each with its mark at the edge of its pages


ALL = Helps()


class HowToUse(Part):
    """The steps as rows; `guides` is the guide, in two languages where they are printed together.

    `listed`: whether the sections stand above them, so that readers need not turn to the contents.
    """

    def __init__(
        self,
        guides: Sequence[Guide],
        setter: Setter,
        words: Words,
        tag: Tag,
        listed: bool,
        helps: Helps = ALL,
    ) -> None:
        super().__init__(setter, words, tag)
        self.guides = guides
        self.listed = listed
        self.helps = helps
        self.composers = [ProseComposer(Voice(guide, own)) for guide, own in zip(guides, words.versions)]

    def rows(self, x: float, measure: float) -> list[Row]:
        """Rule and heading, then a step each, in a column at x of this measure."""
        scale, body = self.style.body.size / 12, self.style.body
        rows = [self.part_head(self.words.how_to_use, x, measure)]
        steps = Tag("L", self.root, attributes=(("List", "ListNumbering", "Decimal"),))
        for label, *inlines in self.steps(steps):
            step = Column(self.setter, x + 20 * scale, measure - 20 * scale)
            step.items += self.setter.place([Fragment(label, label.text)], x, body.baseline, body.size)
            step.add(tuple(inlines), body)
            step.skip(4)
            rows.append(step.row())
        return rows

    def steps(self, parent: Tag) -> Iterator[tuple[Inline, ...]]:
        """Yield the inline pieces of each step, its number first: the guide's own, or the usual ones."""
        own = self.guides[0].how_to_use
        usual = () if own else self.usual_steps()
        for number in range(1, len(own or usual) + 1):
            item = Tag("LI", parent)
            body = Tag(
                "LBody",
                item,
                language=self.composers[0].voice.language_of(self.guides[0], f"how_to_use-{number}")
                if own
                else "",
            )
            pieces = self.own_step(number, body) if own else self.usual_step(usual[number - 1], body)
            yield Inline(f"{number} ", Tag("Lbl", item), True), *pieces

    def usual_steps(self) -> tuple[str, ...]:
        """The names of the words for the usual steps."""
        helps = self.helps
        look = ("step_look" if len(helps.indexed) == len(INDEX_PARTS) else "step_look_in",)
        signs = ("step_call",) if helps.signs else ("step_numbers", checked_of(self.guides[0]).step)
        wrong = "step_wrong" if helps.form else "leaflet_wrong"
        return *self.find_step(), *(look if helps.indexed else ()), *signs, wrong

    def find_step(self) -> tuple[str, ...]:
        """Where to find a section; () where nothing lists them."""
        if self.listed:
            return ("step_find",)
        if self.helps.on_cover:
            return ("step_find_cover",)
        return ("step_find_inside",) if self.helps.contents else ()

    def usual_step(self, name: str, tag: Tag) -> tuple[Inline, ...]:
        """A usual step by the name of its words, in each language."""

        def make(words: Words, own: Tag | None) -> tuple[Inline, ...]:
            return fill(
                getattr(words, name),
                own,
                contents=reference(words.step_contents, CONTENTS, words.contents, own, words),
                index=reference(words.step_index, INDEX, words.index, own, words),
                form=reference(words.step_form, FORM, words.form_title, own, words),
            )

        return in_each(self.words, tag, make)

    def own_step(self, number: int, tag: Tag) -> list[Inline]:
        """A step of the guide's own, in each language that it is translated to."""
        first, *rest = (guide.how_to_use[number - 1] for guide in self.guides)
        pieces = list(self.composers[0].inlines(first, tag))
        for composer, step in zip(self.composers[1:], rest):
            if step != first:
                inside = Tag("Span", tag, language=composer.voice.guide.language)
                pieces += [
                    Inline(" ", tag),
                    *(each._replace(apart=True) for each in composer.inlines(step, inside)),
                ]
        return pieces
