"""What of a listing is printed otherwise than in an older edition: what is crossed out, and what is written in its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from guide.language.scripts import spoken
from guide.layout.compose.blocks import (
    FactBlock,
    ListBlock,
    ListingBlock,
    NumberBlock,
    OfficeBlock,
    ProgramBlock,
    ProseBlock,
)
from guide.layout.compose.listings import ListingComposer
from guide.layout.compose.news import alert_of
from guide.layout.compose.shorten import as_sentence
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.foreign import language_of
from guide.layout.type.inline import Inline
from guide.model import Listing
from guide.model.changes import Change

Paragraph = tuple[Inline, ...]
REACH = ("label", "address", "phone", "web", "hours")  # kinds that stand behind one bar
IN_CONTACT = (
    "office",
    "shared",
)  # where a piece stands that is of the block that tells how to reach a listing


class Note(NamedTuple):
    """What is different of the guide itself: what it is called, its lines before and now."""

    title: str
    old: tuple[str, ...]
    new: tuple[str, ...]


class Correction(NamedTuple):
    """What is different of a listing, and where the older edition has it; number and page 0: it has it nowhere."""

    change: Change
    number: int
    page: int

    @property
    def name(self) -> str:
        """What the older edition calls it."""
        return self.change.old.name if self.change.old else self.change.name

    @property
    def is_gone(self) -> bool:
        """Whether nothing is left to write but that it is gone."""
        new = self.change.new
        return new is None or new.gone and not (self.change.old and self.change.old.gone)


class Words(NamedTuple):
    """A line of words as it is read, and its language where it is not the guide's."""

    text: str
    language: str = ""


class Piece(NamedTuple):
    """A thing that is printed of a listing: its lines as they are read, and as they are set."""

    lines: tuple[Words, ...]
    office: OfficeBlock = OfficeBlock()
    paragraphs: tuple[Paragraph, ...] = ()


class Spot(NamedTuple):
    """Where in a listing things are printed: in its office of a name, its program, its whole; and what they are."""

    place: str  # "office", "shared", "program", "whole"
    name: str  # of the office or program, "" for the only one
    kind: str


class Pair(NamedTuple):
    """What is crossed out and what is written in its place, one of them perhaps nothing."""

    spot: Spot
    old: tuple[Words, ...]
    new: tuple[Piece, ...]

    @property
    def place(self) -> str:
        """The office or program to name before it; "" where it has no name, or says it itself."""
        own = {*self.old, *lines_of(self.new)}
        name = self.spot.name
        return "" if name.isdecimal() or any(line.text == name for line in own) else name


NAMED = Spot("whole", "", "name")


class CorrectionComposer:
    """Puts what is different of listings into blocks, in the words of the edition that has to be corrected."""

    def __init__(self, old: Voice, new: Voice, level: str) -> None:
        self.old = ListingComposer(old)
        self.new = ListingComposer(new)
        self.level = level  # of the heading that a listing's name is

    def block(self, correction: Correction, tag: Tag) -> ListingBlock | None:
        """The listing as it is now, tagged; None for one that is not there any more."""
        new = correction.change.new
        return self.new.listing(plain(new), tag, self.level) if new else None

    def pairs(self, correction: Correction, tag: Tag) -> list[Pair]:
        """What is printed otherwise of a listing, what is new of it tagged below a tag; of a new one all of it."""
        was, block = correction.change.old, self.block(correction, tag)
        if not block:
            return []
        if not was:
            return together(pair for pair in different({}, dict(pieces_of(block, ()))) if pair.spot != NAMED)
        before = self.old.listing(plain(was), Tag("Document"), self.level)
        return together(different(dict(pieces_of(before, ())), dict(pieces_of(block, before.offices))))

    def farewell(self, correction: Correction, tag: Tag, full: bool = True) -> list[Inline]:
        """What is written in the place of a listing that is gone, in each language; `full`: with whom to ask."""
        found: list[Inline] = []
        for voice in self.new.voice.voices:
            new = correction.change.new and voice.listings.get(correction.change.id, correction.change.new)
            said = as_sentence(alert_of(new, voice.words)) if new else voice.words.left_guide
            text = f"{said} {voice.words.ask_staff}" if full else said
            found.append(Inline(text, self.new.voice.inside(tag, voice)))
        return found


def plain(listing: Listing) -> Listing:
    """A listing whose offices are no table."""
    return replace(listing, office_table=False)


# --- what a listing says, piece by piece --------------------------------------------------------------


def pieces_of(block: ListingBlock, known: Sequence[OfficeBlock]) -> Iterator[tuple[Spot, tuple[Piece, ...]]]:
    """Yield what is printed of a listing, each thing once; its offices are named as those `known` that they are alike."""
    _, *name = block.name
    yield NAMED, (paragraph(tuple(name)),)
    if news := news_of(block):
        yield Spot("whole", "", "alert"), tuple(paragraph((each,)) for each in news)
    if block.shared:
        yield from office_pieces(block.shared, "shared", "")
    for office, called in zip(block.offices, names_of(block.offices, known)):
        yield from office_pieces(office, "office", called)
    yield from text_pieces(block, "whole", "")
    for program in block.programs:
        called = words_of(program.name)
        yield Spot("program", called, "name"), (paragraph(program.name),)
        if program.office:
            yield from office_pieces(program.office, "program", called)
        yield from text_pieces(program, "program", called)


def news_of(block: ListingBlock) -> list[Inline]:
    """The news of a listing in each language."""
    return [each for each in (block.alert, block.second.alert) if each]


def office_pieces(office: OfficeBlock, place: str, name: str) -> Iterator[tuple[Spot, tuple[Piece, ...]]]:
    """Yield how to reach an office, without what it is called."""
    label, where = office.labels, office.where
    if label and name:
        yield Spot(place, name, "label"), (Piece((read(label[0]),), OfficeBlock(address=label)),)
    if where:
        lines = tuple(map(read, where))
        yield Spot(place, name, "address"), (Piece(lines, OfficeBlock(address=where)),)
    groups = {
        "phone": tuple(Piece((read_number(each),), OfficeBlock(numbers=(each,))) for each in office.numbers),
        "web": tuple(Piece((read(line),), OfficeBlock(web=(line,))) for line in office.web),
        "hours": tuple(
            Piece((read((line,)),), OfficeBlock(hours=(line,)))
            for line in (*office.hours, *office.second_hours)
        ),
        "facts": tuple(map(fact_piece, (*office.facts, *office.second_facts))),
    }
    yield from ((Spot(place, name, kind), pieces) for kind, pieces in groups.items() if pieces)


def text_pieces(
    block: ListingBlock | ProgramBlock, place: str, name: str
) -> Iterator[tuple[Spot, tuple[Piece, ...]]]:
    """Yield what a listing or a program does, paragraph by paragraph, and its facts."""
    texts = tuple(paragraph(each) for each in paragraphs_of((*block.prose, *block.second.prose)))
    facts = tuple(map(fact_piece, (*block.facts, *block.second.facts)))
    yield from ((Spot(place, name, kind), some) for kind, some in (("text", texts), ("facts", facts)) if some)


def paragraphs_of(prose: Sequence[ProseBlock]) -> Iterator[Paragraph]:
    """Yield the paragraphs of prose, and the items of its lists."""
    for block in prose:
        if isinstance(block, ListBlock):
            yield from (item.inlines for item in block.items)
        else:
            yield block.inlines


def paragraph(inlines: Paragraph) -> Piece:
    return Piece((read(inlines),), paragraphs=(inlines,))


def fact_piece(fact: FactBlock) -> Piece:
    """A fact, its label before it."""
    return paragraph((fact.label, fact.text))


def read(inlines: Paragraph) -> Words:
    """Pieces of a line as they are read, in the language of the last."""
    return Words(words_of(inlines), language_of(inlines[-1].tag))


def read_number(number: NumberBlock) -> Words:
    """A number as it is read: with its extension, what kind it is, and its figures."""
    parts = (
        number.number.text,
        number.extension.text if number.extension else "",
        words_of(number.type),
        number.below.text if number.below else "",
    )
    return Words(spoken(" ".join(part.strip() for part in parts if part.strip())))


def words_of(inlines: Paragraph) -> str:
    return spoken("".join(inline.text for inline in inlines))


# --- which office is which ------------------------------------------------------------------------------


def label_of(office: OfficeBlock) -> str:
    """What an office is called."""
    return spoken(" ".join(map(words_of, office.labels)))


def names_of(offices: Sequence[OfficeBlock], known: Sequence[OfficeBlock]) -> list[str]:
    """What offices are called among those that are known: by their label, by where they are, or by what is left over."""
    if len(offices) == 1 and len(known) <= 1:
        return [""]
    left = {place: office for place, office in enumerate(known)}
    found: dict[int, str] = {}
    for alike in (label_of, reached_at):
        for place, office in enumerate(offices):
            same = next((n for n, each in left.items() if alike(each) and alike(each) == alike(office)), None)
            if place not in found and same is not None:
                found[place] = called(known, same)
                del left[same]
    return [found.get(place) or label_of(office) or f"{place + 1}" for place, office in enumerate(offices)]


def called(offices: Sequence[OfficeBlock], place: int) -> str:
    """What one of several offices is called: by its label, else by its place."""
    if len(offices) == 1:
        return ""
    return label_of(offices[place]) or f"{place + 1}"


def reached_at(office: OfficeBlock) -> tuple[str, ...]:
    """Where an office is."""
    return tuple(map(words_of, office.where))


# --- what is different ----------------------------------------------------------------------------------


def different(old: Mapping[Spot, Sequence[Piece]], new: Mapping[Spot, Sequence[Piece]]) -> Iterator[Pair]:
    """Yield what is printed otherwise, in the order of print."""
    for spot in in_order(old, new):
        before, after = old.get(spot, ()), new.get(spot, ())
        gone = lines_of(without(before, after))
        came = tuple(without(after, before))
        if gone or came:
            yield Pair(spot, gone, came)


def in_order(old: Mapping[Spot, Sequence[Piece]], new: Mapping[Spot, Sequence[Piece]]) -> list[Spot]:
    """The spots of both in the order of the new one, what is gone behind what stood before it."""
    spots = list(new)
    before: Spot | None = None
    for spot in old:
        if spot not in new:
            spots.insert(spots.index(before) + 1 if before else 0, spot)
        before = spot
    return spots


def without(some: Sequence[Piece], others: Sequence[Piece]) -> list[Piece]:
    """The pieces that do not stand among the others in the same words."""
    there = {tuple(line.text for line in piece.lines) for piece in others}
    return [piece for piece in some if tuple(line.text for line in piece.lines) not in there]


def lines_of(pieces: Sequence[Piece]) -> tuple[Words, ...]:
    return tuple(line for piece in pieces for line in piece.lines)


def together(pairs: Iterable[Pair]) -> list[Pair]:
    """The pairs, those of where an office is, how it is reached and when it is open as one."""
    found: list[Pair] = []
    for pair in pairs:
        last = found[-1] if found else None
        if (
            last
            and pair.spot.kind in REACH
            and last.spot == pair.spot._replace(kind=last.spot.kind)
            and last.spot.kind in REACH
        ):
            found[-1] = Pair(last.spot, last.old + pair.old, last.new + pair.new)
        else:
            found.append(pair)
    return found


def in_contact(pairs: Sequence[Pair]) -> bool:
    """Whether all that is different stands in the block that tells how to reach a listing, or in its name and news."""
    return all(pair.spot.place in IN_CONTACT or pair.spot.kind in ("name", "alert") for pair in pairs)


def merged(pieces: Sequence[Piece]) -> tuple[tuple[Paragraph, ...], OfficeBlock]:
    """(paragraphs, office) of pieces that are written together."""
    office = OfficeBlock(
        address=tuple(line for piece in pieces for line in piece.office.address),
        numbers=tuple(each for piece in pieces for each in piece.office.numbers),
        web=tuple(each for piece in pieces for each in piece.office.web),
        hours=tuple(each for piece in pieces for each in piece.office.hours),
    )
    return tuple(each for piece in pieces for each in piece.paragraphs), office
