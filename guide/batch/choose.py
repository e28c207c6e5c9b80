"""What a person gets: which listings of the guide, in which edition, by what their row says; the nearest first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cached_property

from guide.batch import people as columns
from guide.batch.editions import as_handout
from guide.batch.handouts import Wish
from guide.batch.names import fill
from guide.batch.nearness import MOST_KEPT, Nearness, Point, Where, plain_code
from guide.batch.people import Person, Table, meant
from guide.content.choose.choice import choose
from guide.content.edition import default_edition, in_language, is_in
from guide.errors import ERROR, GuideError, Mark, Problem
from guide.expressions import expression
from guide.formats import ZINE
from guide.frozen import frozen
from guide.language.files import language_code, language_codes, language_name
from guide.language.scripts import base_language
from guide.layout.type.coverage import PROGRAM
from guide.model import Edition, Guide, Personal
from guide.problems import people as kinds
from guide.reading.fields import closest

MOST_NAMED = 8  # of what there is to choose from, where nothing is near
BEGINNING = 4  # letters in which a word and what was meant agree
ZINE_PAGES = 9  # of the one sheet that it is
CODE = expression(r"(?i)[a-z]{2,3}([-_][a-z0-9]{2,8})*")


@frozen
class Request:
    """What the command asks of all handouts."""

    edition: str = ""  # that rows without one get; "": the default one
    greeting: str = ""  # "": the edition's own
    pages: int = 4  # at most
    two: bool = False  # two copies on a sheet


@frozen(kw_only=False)
class Picked:
    """What was chosen for a row: a wish, or None with the problems that stand against it."""

    wish: Wish | None
    problems: tuple[Problem, ...] = ()


class Chooser:
    """Chooses for one row after the other from one guide."""

    def __init__(self, guide: Guide, editions: Mapping[str, Edition], request: Request) -> None:
        self.guide, self.editions, self.request = guide, editions, request
        self.nearness = Nearness(guide)
        self.usual = request.edition or default_edition(editions).name
        self.topics = Tagged((word, listing.id) for listing in guide.listings for word in listing.services)
        self.audiences = Tagged((word, listing.id) for listing in guide.listings for word in listing.audience)
        self.sections = Tagged(
            (word, listing.id)
            for section in guide.sections
            for listing in section.listings
            for word in (section.title, section.id)
        )
        self.listings: dict[str, tuple[str, ...]] = {}  # of editions, by name
        self.orders: dict[tuple[str, Where], tuple[str, ...]] = {}  # the same, the nearest to a place first

    def pick(self, person: Person, table: Table) -> Picked:
        """What a person gets."""
        row = _Row(self, person, table)
        try:
            wish = row.wish()
        except GuideError as error:  # an edition of which no such handout can be
            wish = None
            row.problems += (as_row(problem, row.mark(columns.EDITION)) for problem in error.problems)
        return Picked(wish if not row.is_wrong else None, tuple(row.problems))

    def of_edition(self, name: str) -> tuple[str, ...]:
        """The listings that an edition chooses, by id, in their order."""
        if name not in self.listings:
            chosen, _ = choose(self.guide, self.editions[name])
            self.listings[name] = tuple(listing.id for listing in chosen.listings)
        return self.listings[name]

    def nearest(self, name: str, where: Where) -> tuple[str, ...]:
        """The same, the nearest to a place first."""
        found = self.orders.get((name, where))
        if found is None:
            ids = self.of_edition(name)
            if len(self.orders) * len(self.guide.listings) >= MOST_KEPT:
                self.orders.clear()
            found = self.orders[name, where] = self.nearness.sorted(ids, where)
        return found


def as_row(problem: Problem, mark: Mark) -> Problem:
    """A problem of an edition, as it is told of a row that has no handout for it."""
    return kinds.NOT_MADE.at(mark, message=problem.message.removeprefix(f"{PROGRAM}: "), advice=problem.hint)


class Tagged:
    """Words of listings, and which listings have each, whatever its capitals."""

    def __init__(self, pairs: Iterable[tuple[str, str]]) -> None:
        self.words: dict[str, str] = {}
        self.ids: dict[str, set[str]] = {}
        for word, id in pairs:
            self.words.setdefault(word.casefold(), word)
            self.ids.setdefault(word.casefold(), set()).add(id)

    def find(self, word: str) -> set[str] | None:
        """The listings that have a word; None where none has."""
        return self.ids.get(word.casefold())


class _Row:
    """One row while it is chosen for."""

    def __init__(self, chooser: Chooser, person: Person, table: Table) -> None:
        self.of, self.person, self.table = chooser, person, table
        self.problems: list[Problem] = []

    @property
    def is_wrong(self) -> bool:
        return any(problem.level == ERROR for problem in self.problems)

    def mark(self, column: str = "") -> Mark:
        return self.table.mark(self.person.row, column)

    def unknown(self, column: str, thing: str, word: str, there: Iterable[str]) -> None:
        """Report a word that nothing has."""
        words = sorted(set(filter(None, there)))
        named = ", ".join(words[:MOST_NAMED]) + (" and others" if len(words) > MOST_NAMED else "")
        begin = word.casefold()[:BEGINNING]
        near = closest(word, words) or next((each for each in words if each.casefold().startswith(begin)), "")
        self.problems.append(
            kinds.UNKNOWN_WISH.at(
                self.mark(column), thing=thing, word=word, near=near, names=named or "none at all"
            )
        )

    # --- the parts of a wish

    def wish(self) -> Wish | None:
        """The wish of the row; None, with a problem, where it cannot be had."""
        edition, where = self.edition(), self.where
        wanted = [self.tagged(columns.TOPIC, "topic"), self.tagged(columns.AUDIENCE, "audience")]
        if edition is None or self.is_wrong:
            return None
        ids = self.of.nearest(edition.name, where)
        for some in wanted:
            ids = ids if some is None else tuple(id for id in ids if id in some)
        if not ids:
            wishes = [f"{name} {self.person.get(name)}" for name in (columns.TOPIC, columns.AUDIENCE)]
            said = ", ".join([wish for wish in wishes if wish[-1] != " "] + [f"edition {edition.name}"])
            self.problems.append(kinds.NOTHING_MEETS.at(self.mark(columns.TOPIC), wishes=said))
            return None
        request = self.of.request
        return Wish(
            edition=as_handout(edition, request.pages, request.two),
            listings=ids,
            pages=max(request.pages, ZINE_PAGES) if edition.made_as.kind == ZINE else request.pages,
            personal=Personal(greeting=self.greeting(edition), fields=self.person.own),
        )

    def edition(self) -> Edition | None:
        """The edition that the row names, or the one in its language."""
        editions, name, code = self.of.editions, self.person.get(columns.EDITION), self.language()
        if name and name not in editions:
            near, names = closest(name, editions), ", ".join(editions)
            self.problems.append(
                kinds.NO_SUCH_EDITION.at(self.mark(columns.EDITION), name=name, near=near, names=names)
            )
            return None
        own = self.of.guide.language
        printed = {
            each: one for each, one in editions.items() if one.made_as.is_paper or each == self.of.usual
        }
        found = name or (code and in_language(code, printed, self.of.usual, own)) or self.of.usual
        if code and not is_in(editions[found], code, own):
            self.problems.append(
                kinds.NONE_IN_LANGUAGE.at(
                    self.mark(columns.LANGUAGE),
                    language=language_name(code, "en"),
                    code=code,
                    name=found,
                    file=f"editions/{code}.yaml",
                )
            )
        return editions[found]

    def language(self) -> str:
        """The code of the row's language, "" for none."""
        text = self.person.get(columns.LANGUAGE)
        code = language_code(text)
        if text and not CODE.fullmatch(code):
            names = [language_name(each, "en") for each in language_codes()]
            self.unknown(columns.LANGUAGE, "language", text, names)
            return ""
        return base_language(code)

    def tagged(self, column: str, thing: str) -> set[str] | None:
        """The listings that have what a column asks for, one of several words; None where it asks for nothing."""
        text = self.person.get(column)
        if not text:
            return None
        sources = [self.of.topics, self.of.sections] if column == columns.TOPIC else [self.of.audiences]
        whole = any(source.find(text) is not None for source in sources)
        found: set[str] = set()
        for word in [text] if whole else filter(None, re.split(r"\s*[;,]\s*", text)):
            some = next((ids for source in sources if (ids := source.find(word)) is not None), None)
            if some is None:
                there = [each for source in sources for each in source.words.values()]
                self.unknown(column, thing, word, there)
            found |= some or set()
        return found

    # --- place

    @cached_property
    def where(self) -> Where:
        """Where the person is; a place where nothing is, is told."""
        city, code = self.person.get(columns.CITY), plain_code(self.person.get(columns.POSTAL_CODE))
        where = Where(city.casefold(), code, self.point())
        nearness = self.of.nearness
        if where.point is None and not nearness.knows(where):
            if city:
                self.no_place(columns.CITY, "the city", city)
            elif code:
                self.no_place(columns.POSTAL_CODE, "the postal code", code)
        return where

    def no_place(self, column: str, thing: str, word: str) -> None:
        """Report a place that says nothing of what is near."""
        cities = {
            location.address.city
            for listing in self.of.guide.listings
            for location in listing.locations
            if location.address and location.address.city
        }
        near = closest(word, cities) if column == columns.CITY else ""
        self.problems.append(kinds.NO_SUCH_PLACE.at(self.mark(column), thing=thing, word=word, near=near))

    def point(self) -> Point | None:
        """The coordinates of the row, where it has both."""
        found: list[float] = []
        for column, most in ((columns.LATITUDE, 90), (columns.LONGITUDE, 180)):
            text = self.person.get(column).replace(",", ".")
            try:
                number = float(text) if text else None
            except ValueError:
                number = float("nan")
            if number is not None and not -most <= number <= most:
                self.problems.append(kinds.NO_SUCH_NUMBER.at(self.mark(column), thing=column, word=text))
            elif number is not None:
                found.append(number)
        return (found[0], found[1]) if len(found) == 2 else None

    # --- the head

    def greeting(self, edition: Edition) -> str:
        """The greeting of the row; "" where there is none, or a column that it names is empty."""
        template = self.of.request.greeting or edition.greeting
        return fill(template, self.person.row, lambda name: value_of(self.person, name)) or ""


def value_of(person: Person, name: str) -> str:
    """What stands in a column by the name that a template has for it."""
    column = meant(name)
    return person.get(column) or next((text for label, text in person.own if label == column), "")
