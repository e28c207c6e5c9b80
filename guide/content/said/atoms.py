"""Groups of days, times and parts of the year, and the words beside them, as atoms."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.content.said import words
from guide.content.said.clock import Moment
from guide.content.said.tokens import Token
from guide.model import Season

JOINTS = (words.COMMA, words.AND)
OF_DAYS = (words.DAY, words.ORDINAL, words.HOLIDAY, words.OTHER_HOLIDAYS)
SPANS = (words.TO, words.UNTIL)
OF_A_NOTE = {words.WORD, words.FILLER, words.OPENED, words.LUNCH, words.TO, *JOINTS}
MOST_DAYS = 31
Pair = tuple[Moment, Moment | None]


class NotUnderstood(ValueError):
    """A text that is not read, with the part that is not understood."""


class Group(NamedTuple):
    """Days of every week, or some of a month, or public holidays, "PH", or others in words."""

    days: tuple[int, ...] = ()
    occurrences: tuple[int, ...] = ()
    holidays: str = ""


class Atom(NamedTuple):
    """What hours are put together of: its kind is one of `words`, with what belongs to it."""

    kind: str
    text: str = ""
    groups: tuple[Group, ...] = ()
    times: tuple[Pair, ...] = ()
    season: tuple[Season, ...] = ()
    half: str = ""  # of the day, of mornings and evenings


def atoms_of(tokens: Sequence[Token], text: str) -> tuple[Atom, ...]:
    """The atoms of tokens; NotUnderstood for a word that says something else."""
    return tuple(_Reader(with_notes(tokens, text)).atoms())


def with_notes(tokens: Sequence[Token], text: str) -> list[Token]:
    """The tokens, what stands in brackets and says nothing of days or times as one note; list."""
    found: list[Token] = []
    opened = -1
    for token in tokens:
        found.append(token)
        if token.kind == words.OPEN:
            opened = len(found) - 1
        elif token.kind == words.CLOSE and opened >= 0:
            inside = {each.kind for each in found[opened + 1 : -1]}
            if words.WORD in inside and inside <= OF_A_NOTE:
                note = text[found[opened].place + 1 : token.place].strip()
                found[opened:] = [Token(words.NOTE, note)]
            opened = -1
    return [token for token in found if token.kind != words.FILLER]


class _Reader:
    """Reads tokens from the left; each method takes those that belong to what it gives."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.place = 0

    def kind(self, ahead: int = 0) -> str:
        place = self.place + ahead
        return self.tokens[place].kind if 0 <= place < len(self.tokens) else ""

    def take(self) -> Token:
        self.place += 1
        return self.tokens[self.place - 1]

    def atoms(self) -> list[Atom]:
        """All atoms of the tokens; list."""
        found: list[Atom] = []
        while self.kind():
            atom = self.atom()
            if atom:
                found.append(atom)
        return found

    def atom(self) -> Atom | None:
        kind = self.kind()
        if kind in OF_DAYS:
            return Atom(words.DAY, groups=tuple(self.groups()))
        if kind == words.TIME:
            return Atom(words.TIME, times=tuple(self.times()))
        if kind == words.MONTH:
            return Atom(words.MONTH, season=tuple(self.seasons()))
        token = self.take()
        if kind == words.UNTIL:
            return self.until(token)
        if kind == words.TO:
            self.check_dash(token)
            return None
        if kind in (words.WORD, words.OF_MONTH):
            raise NotUnderstood(f'"{token.text}"')
        return None if kind in (*JOINTS, words.COLON) else Atom(kind, token.text, half=token.moment.half)

    def until(self, token: Token) -> Atom:
        if self.kind() != words.TIME:
            raise NotUnderstood(f'"{token.text}"')
        return Atom(words.UNTIL, times=((self.take().moment, None),))

    def check_dash(self, token: Token) -> None:
        """Refuse a "to" between what has no span; a dash may stand between days and times, "a las" before a time."""
        before, after = self.kind(-2), self.kind()
        of_days = before != words.TIME or self.kind(-3) in SPANS  # not "8 am Monday - 5 pm Friday"
        of_times = after != words.TIME or self.kind(1) in SPANS
        is_joint = token.text == "-" and before != after and of_days and of_times
        if not (is_joint and before and after or token.number and after == words.TIME):
            raise NotUnderstood(f'"{token.text}"')

    # --- days -------------------------------------------------------------------------------------

    def groups(self) -> list[Group]:
        """A list of days: those of every week, some of a month, holidays; list."""
        week: set[int] = set()
        others: list[Group] = []
        while True:
            group = self.group()
            if group.occurrences or group.holidays:
                others.append(group)
            elif any(each.occurrences for each in others):
                raise NotUnderstood("first and third ... and ...")  # of each week, or of some?
            else:
                week.update(group.days)
            if not self.goes_on(OF_DAYS):
                return ([Group(tuple(sorted(week)))] if week else []) + others

    def goes_on(self, kinds: Sequence[str]) -> bool:
        """Pass over the joints to another of some kinds; whether there is one."""
        ahead = 0
        while self.kind(ahead) in JOINTS:
            ahead += 1
        if self.kind(ahead) not in kinds or not ahead and kinds == (words.TIME,):
            return False
        self.place += ahead
        return True

    def group(self) -> Group:
        """A day, from a day to another, first and third days, or holidays."""
        if self.kind() == words.HOLIDAY:
            self.take()
            return Group(holidays="PH")
        if self.kind() == words.OTHER_HOLIDAYS:
            return Group(holidays=self.take().text.lower())
        occurrences = self.occurrences()
        if self.kind() != words.DAY:
            raise NotUnderstood(self.tokens[self.place - 1].text)
        days = self.take().days
        if self.kind() == words.TO and self.kind(1) == words.DAY:
            days = self.run(days, occurrences)
        if occurrences and self.kind() == words.OF_MONTH:
            self.take()
        return Group(days, occurrences)

    def occurrences(self) -> tuple[int, ...]:
        found: list[int] = []
        while self.kind() == words.ORDINAL:
            found.append(self.take().number)
            self.goes_on((words.ORDINAL,))
        if found and self.kind() == words.DAY and len(self.tokens[self.place].days) > 1:
            raise NotUnderstood(self.tokens[self.place].text)
        return tuple(dict.fromkeys(found))

    def run(self, first: tuple[int, ...], occurrences: tuple[int, ...]) -> tuple[int, ...]:
        """The days from one to another; not of groups, and not Monday-Wednesday-Friday."""
        joint, last = self.take(), self.take()
        again = self.kind() == words.TO and self.kind(1) == words.DAY
        if occurrences or again or len(first) > 1 or len(last.days) > 1 or joint.number:
            raise NotUnderstood(f"{joint.text} {last.text}")
        return tuple(sorted((first[0] + n) % 7 for n in range((last.days[0] - first[0]) % 7 + 1)))

    # --- times ------------------------------------------------------------------------------------

    def times(self) -> list[Pair]:
        """From when to when, or when alone; list."""
        found: list[Pair] = []
        while True:
            first, last = self.take(), None
            if self.kind() in SPANS and self.kind(1) == words.TIME:
                self.take()
                last = self.take()
            found.append((first.moment, last and last.moment))
            if not self.goes_on((words.TIME,)):
                break
        if len(found) > 1 and any(last is None for _, last in found):
            raise NotUnderstood(first.text)
        return found

    # --- parts of the year ------------------------------------------------------------------------

    def seasons(self) -> list[Season]:
        """Months, from one to another, or from a day to another; list."""
        found: list[Season] = []
        while True:
            first = self.edge()
            last = first
            if self.kind() in SPANS and self.kind(1) == words.MONTH:
                self.take()
                last = self.edge()
            number = self.kind() in (words.TIME, words.WORD) and self.tokens[self.place].text.isdigit()
            if number or bool(first[1]) != bool(last[1]):  # of what: "Sept 5-9"?
                raise NotUnderstood("a part of the year")
            found.append((first, last))
            if not self.goes_on((words.MONTH,)):
                return found

    def edge(self) -> tuple[int, int]:
        """A month, or a day of one: a number behind it that is no time of opening."""
        month = self.take()
        is_day = self.kind() in (words.TIME, words.WORD) and self.tokens[self.place].text.isdigit()
        ends = self.kind(1) not in SPANS or self.kind(2) == words.MONTH
        if not is_day or not ends:
            return month.number, 0
        day = int(self.take().text)
        if not 1 <= day <= MOST_DAYS:
            raise NotUnderstood(f"{month.text} {day}")
        return month.number, day
