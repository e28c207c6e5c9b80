"""What checks are made of, and what they look at."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from functools import cache, cached_property
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from guide.content.checks.lists import WordLists, load_lists
from guide.content.checks.mending import is_suspect
from guide.errors import Mark, Problem
from guide.facts import FACT_KEYS
from guide.frozen import frozen
from guide.model import (
    Address,
    BulletList,
    Coupon,
    Guide,
    Listing,
    OwnPage,
    PageText,
    Paragraph,
    Phone,
    Picture,
    Prose,
    Section,
    find_mentions,
)
from guide.problems.kind import ProblemKind

LINES = ("summary", "alert", "name_note", *FACT_KEYS)


class Finding(NamedTuple):
    """What a check found: where, what is wrong, what to do."""

    mark: Mark
    message: str
    hint: str


Held: TypeAlias = (
    Any  # what a field of the model holds: a text, a number, another class of it, a tuple of these
)
KeyedText: TypeAlias = tuple[str, str]  # "description", and what stands there
OwnedTexts: TypeAlias = tuple[str, Mark, Sequence[KeyedText]]  # the owner's name and mark
Looked = TypeVar("Looked", bound="Texts", contravariant=True)  # a check of any texts is one of a guide too


@frozen(kw_only=False)
class Check(Generic[Looked]):
    """One thing that is looked for; `run(subject)` yields (mark, message, hint) for each that it finds."""

    name: str  # short and stable
    level: str
    what: str  # it finds, for the table in the docs
    example: str  # lines of a listing, or a list of listings, in which it finds something
    run: Callable[[Looked], Iterable[Finding]]

    @property
    def kind(self) -> ProblemKind:
        """The kind of problem that it finds, in the words that `run` gives."""
        return ProblemKind(self.name, self.level, self.what, "{message}", "{hint}", switchable=True)


class Text(NamedTuple):
    """A text that readers see, and whose it is."""

    owner: str  # the name of the listing or section
    mark: Mark
    words: str
    field: str  # "description"; one that is not a key is "text"
    listing: Listing | None = None


class Texts:
    """Texts that are checked alone, such as those of a translation, with what checks for dirt need of them."""

    def __init__(self, owned_texts: Sequence[OwnedTexts], language: str) -> None:
        self.given = owned_texts
        self.language = language

    @cached_property
    def owned_texts(self) -> Sequence[OwnedTexts]:
        """The texts, as they were given."""
        return self.given

    @cached_property
    def suspect_texts(self) -> list[tuple[str, Mark, str, str]]:
        """[(name, mark, key, text)] of the texts in which there may be dirt; addresses of pages and people are none."""
        return [
            (name, mark, key, text)
            for name, mark, texts in self.owned_texts
            for key, text in texts
            if is_suspect(text) and key not in ADDRESSES
        ]


class Subject(Texts):
    """The guide that is checked with what several checks need of it."""

    def __init__(self, guide: Guide, today: date, lists: WordLists) -> None:
        super().__init__((), guide.language)
        self.guide = guide
        self.today = today
        self.lists = lists
        self.listings = guide.listings
        self.is_english = guide.language.lower().split("-")[0] == "en"

    @cached_property
    def descriptions(self) -> tuple[Text, ...]:
        """The description of each listing as a Text; sentences end with a full stop or a line end."""
        return tuple(
            Text(each.name, each.mark, plain_text(each.description), "description", each)
            for each in self.listings
            if each.description
        )

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text in sentences: descriptions, introductions, and lines of facts."""
        guide, found = self.guide, list(self.descriptions)
        for each in self.listings:
            found += (
                Text(each.name, each.mark, text, key, each) for key in LINES if (text := getattr(each, key))
            )
            found += program_texts(each)
        found += (
            Text(each.title, each.mark, plain_text(each.introduction), "introduction")
            for each in guide.sections
            if each.introduction
        )
        if guide.closing_notes:
            found.append(Text("the guide", guide.mark, plain_text(guide.closing_notes), "closing_notes"))
        found += (Text(each.title, each.mark, page_text(each.text), "text") for each in guide.own_pages)
        found += (
            Text("the guide", guide.mark, line.text, "help_now") for line in guide.help_now if line.text
        )
        return tuple(found)

    @cached_property
    def owned_texts(self) -> Sequence[OwnedTexts]:
        """Every text of the guide, of its sections and of its listings, with whose it is."""
        guide = self.guide
        owners: list[tuple[str, Mark, Guide | Section | OwnPage | Listing]] = [
            ("the guide", guide.mark, guide),
            *((each.title, each.mark, each) for each in guide.sections),
            *((each.title, each.mark, each) for each in guide.own_pages),
            *((each.name, each.mark, each) for each in self.listings),
        ]
        return [(name, mark, every_text(thing)) for name, mark, thing in owners]

    @cached_property
    def whole(self) -> str:
        """Every text of the guide as one, in small letters: what is not in it is nowhere."""
        return "\n".join(text for _, _, texts in self.owned_texts for _, text in texts).lower()

    @cached_property
    def tokens(self) -> set[str]:
        """Every word of the texts, in small letters, with the parts of those that are joined."""
        words = set("\n".join(text.words for text in self.texts).lower().split())
        return words.union(
            *(re.findall(r"[\w'-]+", word) + re.findall(r"\w+", word) for word in words if not word.isalnum())
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """Every name of every listing and of its programs."""
        return frozenset(
            name
            for each in self.listings
            for name in (
                each.name,
                each.short_name,
                each.name_note,
                *each.alternate_names,
                *each.former_names,
                *(program.name for program in each.programs),
            )
            if name
        )

    @cached_property
    def phones(self) -> list[tuple[str, Mark, Phone, Listing | None]]:
        """(owner's name, mark, phone, listing or None) of every phone."""
        found = [
            (each.name, phone.mark or each.mark, phone, each)
            for each in self.listings
            for phone in each.all_phones
        ]
        guide = self.guide
        others = [line.phone for line in guide.help_now] + [guide.publisher.phone]
        return found + [("the guide", phone.mark or guide.mark, phone, None) for phone in others if phone]

    @cached_property
    def addresses(self) -> list[tuple[Listing, Address]]:
        """(listing, address) of every address that is not confidential."""
        return [
            (each, location.address)
            for each in self.listings
            for location in each.locations
            if location.address and not location.address.confidential
        ]


def make_subject(guide: Guide, today: date) -> tuple[Subject, tuple[Problem, ...]]:
    """(subject, problems of the lists of words that it was made with)."""
    lists, problems = load_lists(guide.mark.path.parent)
    return Subject(guide, today, lists), problems


def program_texts(listing: Listing) -> Iterator[Text]:
    """The texts in sentences of the programs of a listing."""
    for program in listing.programs:
        name = f"{listing.name}, {program.name}"
        texts = ((key, getattr(program, key)) for key in FACT_KEYS)
        for key, text in (("description", plain_text(program.description)), *texts):
            if text:
                yield Text(name, program.mark, text, key, listing)


def plain_text(prose: Prose) -> str:
    """Prose as text: a line for each paragraph and item, a mention left out."""
    lines = []
    for block in prose:
        for spans in block.items if isinstance(block, BulletList) else (block.spans,):
            lines.append("".join(span.text for span in spans))
    return "\n".join(lines)


def page_text(text: PageText) -> str:
    """The text of a page as text, a line for each block; alternate texts are left out."""
    lines = []
    for block in text:
        if isinstance(block, Coupon):
            lines.append(page_text(block.blocks))
        elif isinstance(block, Paragraph | BulletList):
            lines.append(plain_text((block,)))
        else:
            spans = block.caption if isinstance(block, Picture) else block.spans
            lines.append("".join(span.text for span in spans))
    return "\n".join(lines)


def targets(prose: Prose) -> Iterator[str]:
    """The address of every link."""
    for block in prose:
        for spans in block.items if isinstance(block, BulletList) else (block.spans,):
            yield from (span.target for span in spans if span.target)


def mentions(listing: Listing) -> Iterator[str]:
    """The ids of the listings that a listing mentions."""
    for prose in listing.prose:
        yield from find_mentions(prose)


LEFT_OUT = frozenset(
    (
        "mark",
        "listings",
        "sections",
        "checks_off",
        "print_reason",
        "id",
        "references",
        "order",
        "city_order",
        "neighborhood_order",
        "groups",
        "verified",
        "printed",
        "closed",
        "edition",
        "freshness",
        "opening",
        "own_pages",
        "place",
        "width",
    )
)
ADDRESSES = frozenset(
    (
        "website",
        "email",
        "target",
        "logo",
        "sender",
        "reply_to",
        "unsubscribe",
        "link",
        "e164",
        "regular",
        "bold",
        "file",
    )
)
INNER = frozenset(("text", "spans", "items"))  # of prose and lines of help, which are known by the key above


def every_text(thing: Held, key: str = "") -> list[KeyedText]:
    """[(key, text)] of every text in a value of the model, however deep; not of the listings that it holds."""
    found: list[KeyedText] = []
    _add_texts(thing, key, found)
    return found


def _add_texts(value: Held, key: str, found: list[KeyedText]) -> None:
    """Add the texts of a value to those found; many in a large guide, so each kind of value is told by its class."""
    kind = value.__class__
    if kind is str:
        found.append((key, value))
    elif kind is tuple:
        for each in value:
            _add_texts(each, key, found)
    else:
        for name in _text_fields(kind):
            inner = getattr(value, name)
            if inner:
                _add_texts(inner, key if name in INNER and key else name, found)


@cache
def _text_fields(kind: type) -> tuple[str, ...]:
    """The names of what may hold texts in a class of the model."""
    return (
        tuple(each.name for each in fields(kind) if each.name not in LEFT_OUT) if is_dataclass(kind) else ()
    )
