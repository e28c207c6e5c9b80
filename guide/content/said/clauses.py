"""Atoms put together: on which days it is open from when to when, or closed, or open by appointment."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from guide.content.said import words
from guide.content.said.atoms import Atom, Group, NotUnderstood, Pair
from guide.frozen import frozen
from guide.language.hours_words import ENGLISH_HOURS
from guide.model import Season

BY_APPOINTMENT = ENGLISH_HOURS.by_appointment


@frozen(kw_only=False)
class Clause:
    """One statement of a text about hours."""

    sentence: int
    groups: tuple[Group, ...] = ()
    times: tuple[Pair, ...] = ()
    season: tuple[Season, ...] = ()
    hint: str = ""  # the half of the day that words say
    note: str = ""
    always: bool = False
    closed: bool = False  # on days, in a part of the year, or for the times that it has
    until: bool = False  # its time is an end alone
    excepted: bool = False  # its days are said to be an exception, of whatever kind
    lunch: bool = False
    appointment: bool = False
    otherwise: bool = False  # the appointment is for other times
    inside: bool = False  # in brackets

    @property
    def says_when(self) -> bool:
        return bool(self.times or self.always or self.appointment)

    @property
    def is_open(self) -> bool:
        return not (self.closed or self.until or self.otherwise) and bool(self.times or self.always)


def clauses_of(atoms: Sequence[Atom]) -> tuple[Clause, ...]:
    """The statements of a text; NotUnderstood where what belongs together cannot be told."""
    found: list[Clause] = []
    sentence: list[Atom] = []
    for number, atom in enumerate((*atoms, Atom(words.STOP))):
        if atom.kind != words.STOP:
            sentence.append(atom)
        elif sentence:
            found += _Sentence(number).read(sentence)
            sentence = []
    return tuple(found)


@dataclass(slots=True)
class _Sentence:
    """Puts the atoms of a sentence together, from the left."""

    number: int
    clauses: list[Clause] = field(default_factory=list)
    season: tuple[Season, ...] = ()
    season_first: bool = False
    waiting: bool = False  # the last clause has its days or its times, and needs the other
    times_first: bool = False
    aside: bool = False  # within brackets
    held: Clause | None = None  # days before an exception that still wait for their times

    def read(self, atoms: Sequence[Atom]) -> list[Clause]:
        """The clauses of a sentence; list."""
        self.season_first = atoms[0].kind == words.MONTH
        steps = {
            words.DAY: self.days,
            words.TIME: self.times,
            words.ALWAYS: self.times,
            words.CLOSED: self.shut,
            words.EXCEPT: self.exception,
            words.UNTIL: self.until,
            words.LUNCH: self.lunch,
            words.APPOINTMENT: self.appointment,
            words.ELSE_APPOINTMENT: self.otherwise,
            words.NOTE: self.note,
            words.PART: self.part,
            words.MONTH: self.part_of_year,
            words.OPENED: self.opened,
            words.OPEN: self.bracket,
            words.CLOSE: self.bracket,
        }
        for atom in atoms:
            steps[atom.kind](atom)
        if self.waiting and not self.is_shut:
            raise NotUnderstood("days without times, or times without days")
        self.check_seasons()
        if any(each.hint and not (each.is_open and each.times) for each in self.clauses):
            raise NotUnderstood("mornings or evenings of what?")
        return self.clauses

    # --- the clause that is being put together ----------------------------------------------------

    @property
    def last(self) -> Clause:
        if not self.clauses:
            raise NotUnderstood("what it belongs to")
        return self.clauses[-1]

    @property
    def is_single(self) -> bool:
        """Whether what follows can only be meant for the last clause."""
        return (
            self.last.is_open and bool(self.last.groups) and sum(each.is_open for each in self.clauses) == 1
        )

    @property
    def is_shut(self) -> bool:
        return bool(self.clauses) and self.clauses[-1].closed

    @property
    def is_closing(self) -> bool:
        """Whether the last clause is for closed times that name no days, and its brackets are still open."""
        return (
            self.is_shut and bool(self.last.times) and not self.last.groups and self.last.inside == self.aside
        )

    def begin(self, clause: Clause, waiting: bool = True) -> None:
        season = clause.season or (self.season if self.season_first else ())
        self.clauses.append(replace(clause, season=season, inside=self.aside))
        self.waiting = waiting

    def amend(self, clause: Clause, waiting: bool = False) -> None:
        self.clauses[-1] = clause
        self.waiting = waiting

    # --- one step for each kind of atom -----------------------------------------------------------

    def days(self, atom: Atom) -> None:
        if self.times_first and self.last.always and not self.last.groups:
            self.amend(replace(self.last, groups=atom.groups))
            return
        if self.is_closing and atom.groups == (Group(words.WEEK),):  # "closed 12-1 daily"
            return
        if not self.waiting:
            self.begin(Clause(self.number, groups=atom.groups))
            return
        if self.last.groups:
            raise NotUnderstood("days without times")
        shut = self.last.closed and not (self.last.times or self.last.excepted)
        self.amend(replace(self.last, groups=atom.groups), waiting=shut and not self.held)
        if self.held:
            self.clauses.append(self.held)
            self.held, self.waiting = None, True

    def times(self, atom: Atom) -> None:
        always = atom.kind == words.ALWAYS
        if not self.waiting:
            self.only_first()
            self.begin(Clause(self.number, times=atom.times, always=always))
            self.waiting = not always
        elif self.last.says_when or always and self.last.closed:
            raise NotUnderstood("times without days")
        else:
            self.amend(replace(self.last, times=atom.times, always=always))

    def only_first(self) -> None:
        """Times stand before their days only where they do so from the beginning."""
        if any(each.is_open and each.groups for each in self.clauses) and not self.times_first:
            raise NotUnderstood("times without days")
        self.times_first = True

    def shut(self, atom: Atom) -> None:
        if self.waiting and self.last.groups and not self.last.closed:
            self.amend(replace(self.last, closed=True))
        elif self.waiting and not self.last.closed:
            raise NotUnderstood(atom.text)
        elif not self.waiting:
            self.begin(Clause(self.number, closed=True))

    def exception(self, atom: Atom) -> None:
        if self.waiting and not self.last.closed:
            self.held = self.clauses.pop()
            if self.held.says_when:
                raise NotUnderstood(atom.text)
        self.begin(Clause(self.number, closed=True, excepted=True))

    def until(self, atom: Atom) -> None:
        if self.waiting and self.last.groups and not self.last.closed:
            self.amend(replace(self.last, until=True, times=atom.times))
        elif self.waiting:
            raise NotUnderstood("until")
        else:
            self.begin(Clause(self.number, until=True, times=atom.times))

    def lunch(self, atom: Atom) -> None:
        if not self.is_shut or self.last.groups:
            raise NotUnderstood(atom.text)
        self.amend(replace(self.last, lunch=True), self.waiting)

    def appointment(self, atom: Atom) -> None:
        if not self.clauses:
            self.begin(Clause(self.number, appointment=True), waiting=False)
        elif self.waiting and self.last.groups and not (self.last.closed or self.last.note):
            self.amend(replace(self.last, appointment=True))
        elif self.is_single and not self.last.note:
            self.amend(replace(self.last, note=BY_APPOINTMENT))
        else:
            raise NotUnderstood(atom.text)

    def otherwise(self, atom: Atom) -> None:
        if self.waiting and not self.is_shut:
            raise NotUnderstood(atom.text)
        self.begin(Clause(self.number, appointment=True, otherwise=True), waiting=False)

    def note(self, atom: Atom) -> None:
        if (
            self.last.note
            or self.last.appointment
            or not (self.last.groups or self.last.always)
            or self.last.closed
            and self.waiting
        ):
            raise NotUnderstood(atom.text)
        self.amend(replace(self.last, note=atom.text), self.waiting)

    def part(self, atom: Atom) -> None:
        if self.last.hint or self.last.closed:
            raise NotUnderstood(atom.text)
        self.amend(replace(self.last, hint=atom.half), self.waiting)

    def part_of_year(self, atom: Atom) -> None:
        if self.waiting and self.is_shut and not self.last.groups:
            self.amend(replace(self.last, season=atom.season))
        elif self.season_first and not self.waiting and not self.aside:
            self.season = atom.season
        elif self.clauses and not self.waiting and not self.last.season:
            self.amend(replace(self.last, season=atom.season))
        else:
            raise NotUnderstood("a part of the year")

    def opened(self, atom: Atom) -> None:
        if self.is_shut and self.last.groups:
            self.waiting = False

    def bracket(self, atom: Atom) -> None:
        if self.waiting and not self.is_shut and self.clauses[-1].inside:
            raise NotUnderstood("days without times")
        self.aside = atom.kind == words.OPEN
        if self.is_shut and atom.kind == words.CLOSE:
            self.waiting = False

    def check_seasons(self) -> None:
        """Refuse a part of the year of which it is not plain how many clauses before it it is for."""
        of_days = [each for each in self.clauses if each.is_open]
        if (
            not self.season_first
            and any(each.season for each in of_days)
            and not all(each.season for each in of_days)
        ):
            raise NotUnderstood("a part of the year")
        if any(each.season and (each.otherwise or each.until) for each in self.clauses):
            raise NotUnderstood("a part of the year")
        shut = [each for each in self.clauses if each.closed and not (each.groups or each.times)]
        if any(
            each.season == other.season != () for each in shut for other in self.clauses if other is not each
        ):
            raise NotUnderstood("closed when?")
        if self.season_first and not self.clauses:
            raise NotUnderstood("a part of the year without hours")
