"""The programs of a listing as blocks: each with its name, how to reach it, what it is, and its facts."""

from dataclasses import replace

from guide.layout.compose.blocks import OfficeBlock, ProgramBlock, SecondTexts
from guide.layout.compose.facts import fact_blocks
from guide.layout.compose.links import part_anchor
from guide.layout.compose.merge import whole_of
from guide.layout.compose.offices import OfficeComposer
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.model import Listing, Location, Program


class ProgramComposer:
    """Puts programs into blocks in one language, and what they say in the second one beside it."""

    def __init__(self, voice: Voice) -> None:
        self.voice = voice
        self.offices = OfficeComposer(voice)
        self.prose = ProseComposer(voice)
        self.second = ProgramComposer(voice.second) if voice.second else None

    def programs(self, listing: Listing, parent: Tag, level: str) -> tuple[ProgramBlock, ...]:
        """The programs of a listing, their names headings one below its own level."""
        other = self.voice.seconds.get(listing.id)
        seconds = other.programs if other else (None,) * len(listing.programs)
        below = f"H{int(level[1:]) + 1}"
        return tuple(
            self.program(program, second, listing, Tag("Sect", parent), below)
            for program, second in zip(listing.programs, seconds)
        )

    def program(
        self, program: Program, second: Program | None, listing: Listing, tag: Tag, level: str
    ) -> ProgramBlock:
        """One program; `second` is it in the second language."""
        voice = self.voice
        return ProgramBlock(
            name=self.name(program, second, listing, Tag(level, tag)),
            office=self.office(program, second, listing, tag),
            prose=self.prose.blocks(
                program.description, tag, voice.language_of(listing, f"{program.key}-description")
            )
            if voice.prints(listing, f"{program.key}-description")
            else (),
            facts=fact_blocks(program, listing, voice, tag, prefix=f"{program.key}-"),
            second=self.second.texts(second, voice.seconds[listing.id], tag)
            if self.second and second
            else SecondTexts(),
            anchor=part_anchor(listing.id, program.key),
        )

    def texts(self, program: Program, listing: Listing, parent: Tag) -> SecondTexts:
        """What a program says in this, the second language, as far as it is translated."""
        language = self.voice.guide.language
        is_here = f"{program.key}-description" not in listing.untranslated
        return SecondTexts(
            prose=self.prose.blocks(program.description, parent, language) if is_here else (),
            facts=fact_blocks(program, listing, self.voice, parent, language, prefix=f"{program.key}-"),
        )

    def name(
        self, program: Program, second: Program | None, listing: Listing, tag: Tag
    ) -> tuple[Inline, ...]:
        """What a program is called, in both languages where they differ."""
        foreign = self.voice.language_of(listing, f"{program.key}-name")
        own = Tag("Span", tag, language=foreign) if foreign else tag
        if not (self.voice.second and second and second.name != program.name):
            return (Inline(program.name, own, True),)
        other = self.voice.inside(tag, self.voice.second)
        return Inline(program.name + " / ", own, True), Inline(second.name, other, True, apart=True)

    def office(
        self, program: Program, second: Program | None, listing: Listing, tag: Tag
    ) -> OfficeBlock | None:
        """How a program is reached, and when it is open; None where it says nothing of it."""
        reach = whole_of(program)
        if reach == Location():
            return None
        whose = replace(listing, name=f"{listing.name}, {program.name}")
        block = self.offices.office(whose, reach, tag, second=whole_of(second) if second else None)
        return block._replace(
            address=tuple(tuple(each._replace(bold=False) for each in line) for line in block.address)
        )
