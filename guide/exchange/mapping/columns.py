"""The columns of a table, and what each is: by its name where its cells do not speak against it, else by its cells."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from guide.exchange.mapping.headers import (
    LEAST,
    Meaning,
    common_start,
    day_of,
    days,
    meanings_of,
    plain_words,
)
from guide.exchange.mapping.looks import Look, is_state, look_at
from guide.exchange.tables import PARENT, Table
from guide.expressions import expression
from guide.frozen import frozen

SURE = 0.85  # less is a guess, and is told as one
BY_CELLS, GUESSED = 0.3, "a guess, by what stands in it"
NEVER = "skip"
MANY, FEW = (
    20,
    4,
)  # filled cells and different values, of a column that is named by some words and says little
LINKED_DATA = ("@type", "@context")  # what JSON for linked data says of itself
CODE_LETTERS = 4  # of the code before the names of a form
PLACES = (
    "addresses.city",
    "addresses.address",
    "addresses.state_province",
    "addresses.postal_code",
    "areas.cities",
)
# the city with its state and code, beside a street that stands in a column of its own
REST = "addresses.rest"
CITY_STATE = expression(
    r"[^\d,]{2,40}?(?P<comma>,)? (?P<state>[^\W\d]{2,14}(?: [^\W\d]{3,12})?\.?),?(?P<code> \d{5}(?:-\d{4})?)?"
)
TIMES = ("hours", "schedules.weekday", "schedules.opens_at", "schedules.closes_at")
ENOUGH = 3  # filled cells, to tell by them what a column is
DAYS_AT_LEAST = 3  # columns of days, for "Sun" and "Mon" to be days


@frozen(kw_only=False)
class Column:
    """A column of a table, and what it is."""

    name: str
    look: Look
    meaning: Meaning | None  # None where nobody knows
    day: str = ""  # it is about one day of the week
    doubt: str = ""  # why it is a guess

    @property
    def target(self) -> str:
        """What it is, "" where nobody knows."""
        return self.meaning.target if self.meaning else ""

    @property
    def entity(self) -> str:
        """Whose it is, as its name says."""
        return self.meaning.entity if self.meaning else ""


Test = Callable[[Look], bool]


def at_least(share: float, *kinds: str) -> Test:
    """A test whether that many cells are of one of these kinds."""
    return lambda look: look.share(*kinds) >= share


def short(most: float, flags: bool = False) -> Test:
    """A test whether cells are short words, not a yes or no, an address of the web or a number."""
    return lambda look: (
        look.length <= most and (flags or look.share("flag") < 0.8) and look.share("email", "url") < 0.5
    )


def is_words(look: Look) -> bool:
    """Whether cells have words: no yes and no, no addresses of the web, no numbers alone."""
    return (
        look.share("flag") < 0.8
        and look.share("email") < 0.6
        and look.share("url") < 0.8
        and look.share("number", "uuid") < 0.6
    )


def is_name(look: Look) -> bool:
    """Whether cells can be names."""
    return (
        is_words(look)
        and has_letters(look)
        and look.length <= 120
        and look.share("phone", "date", "address") < 0.6
        and not look.literal
    )


def has_letters(look: Look) -> bool:
    """Whether half of the cells have words in letters."""
    return sum(any(map(str.isalpha, text)) for text in look.values) * 2 >= len(look.values)


def is_kind(look: Look) -> bool:
    """Whether cells can be words for kinds of things: a few, or several in a cell."""
    return is_words(look) and (look.length <= 60 or bool(look.split)) and look.share("phone", "date") < 0.5


GATES: Mapping[str, Test] = {
    "id": lambda look: (look.share("flag") < 0.8 or look.distinct == 1) and look.share("prose", "email") < 0.3,
    "name": is_name,
    "short_name": short(40),
    "alternate_names": is_name,
    "former_names": is_name,
    "summary": is_words,
    "description": lambda look: is_words(look) and look.share("phone", "date") < 0.7,
    "alert": is_words,
    "hours": lambda look: is_words(look) and look.share("phone", "date") < 0.7 and look.share("number") < 0.5,
    "email": at_least(0.3, "email", "url"),
    "website": at_least(0.3, "url", "email"),
    "websites": at_least(0.3, "url"),
    "eligibility_description": is_words,
    "fees_description": lambda look: look.share("url", "email", "uuid") < 0.5,
    "required_documents": is_words,
    "how_to_apply": is_words,
    "waiting_time": lambda look: look.share("email", "uuid", "url") < 0.5,
    "languages": lambda look: is_words(look) and look.length < 250,
    "accessibility": lambda look: look.share("email", "url", "uuid", "phone") < 0.5,
    "transportation": is_words,
    "minimum_age": lambda look: look.length < 25 and any(map(has_digit, look.values)),
    "maximum_age": lambda look: look.length < 25 and any(map(has_digit, look.values)),
    "services": lambda look: is_words(look) and look.share("code") < 0.5,
    "audience": is_words,
    "service_areas": lambda look: is_words(look) or look.share("zip") > 0.8,
    "verified": at_least(0.4, "date"),
    "changed": at_least(0.4, "date"),
    "neighborhood": short(60),
    "latitude": at_least(0.7, "degrees", "number"),
    "longitude": at_least(0.7, "degrees", "number"),
    "category": is_kind,
    "status": lambda look: look.length <= 40 and is_words(look) or look.share("flag") > 0.8,
    "private": lambda look: look.length <= 40 and look.share("address", "phone", "email", "url") < 0.2,
    "out": at_least(0.8, "flag"),
    "in": at_least(0.8, "flag"),
    "phones.number": at_least(0.3, "phone"),
    "phones.extension": lambda look: look.length <= 12 and look.share("flag", "number", "code") > 0.3,
    "phones.type": short(30),
    "phones.description": short(150),
    "phones.private": at_least(0.5, "flag"),
    "addresses.address": lambda look: is_words(look) and look.length < 200 and look.share("code", "phone", "uuid") < 0.6,
    "addresses.address_1": lambda look: look.share("flag", "email", "url", "uuid", "prose") < 0.6,
    "addresses.address_2": lambda look: look.share("email", "url", "uuid", "prose") < 0.5 and look.share("flag") < 0.9,
    "addresses.house": lambda look: look.length <= 15 and look.share("email", "url", "phone") < 0.5,
    "addresses.city": lambda look: is_words(look) and look.length <= 45 and look.share("phone", "address") < 0.5,
    "addresses.county": lambda look: is_words(look) and look.length <= 60,
    "addresses.state_province": lambda look: look.length <= 30 and look.share("flag", "number", "email", "url") < 0.5,
    "addresses.postal_code": at_least(0.4, "zip"),
    "addresses.country": short(40),
    "addresses.attention": short(80),
    "addresses.type": short(30),
    "addresses.private": at_least(0.5, "flag"),
    "schedules.weekday": lambda look: look.share("day") > 0.4 or look.share("number") > 0.8 and look.length < 2,
    "schedules.opens_at": at_least(0.5, "clock"),
    "schedules.closes_at": at_least(0.5, "clock"),
    "meetings.formats": is_kind,
    "meetings.link": at_least(0.3, "url"),
    "meetings.meeting_id": lambda look: any(map(has_digit, look.values)),
    "meetings.dial_in": at_least(0.3, "phone"),
    "meetings.duration": at_least(0.5, "clock", "number"),
    "areas.counties": is_words,
    "areas.cities": lambda look: is_words(look) or look.share("zip") > 0.8,
    "remark": is_words,
}  # fmt: skip

# What cells say by themselves, the plainest first.
PLAIN: tuple[tuple[str, Test], ...] = (
    ("email", at_least(0.8, "email")),
    ("website", lambda look: look.share("url") >= 0.8 and look.share("email") < 0.2),
    ("phones.number", lambda look: look.share("phone") >= 0.8 and look.share("uuid", "date", "degrees", "number") < 0.2),
    ("schedules.weekday", lambda look: look.share("day") >= 0.9 and look.length < 14),
    ("hours", lambda look: look.share("hours") >= 0.7 and look.share("date", "clock", "phone") < 0.3),
    ("addresses.state_province", lambda look: look.share("state") >= 0.9 and look.filled > 1),
    ("addresses.address", lambda look: look.share("address") >= 0.7 and look.share("phone", "date", "hours") < 0.4 and look.length < 120),
    ("category", lambda look: is_kind(look) and look.filled >= 10 and 3 / look.filled <= look.distinct < 0.3 and look.share("number", "code", "date", "clock", "state", "zip") < 0.3
        and (look.length < 40 or look.split in (";", "|", "\n"))),
)  # fmt: skip


def has_digit(text: str) -> bool:
    """Whether a text has a figure."""
    return any(map(str.isdigit, text))


def columns_of(table: Table) -> tuple[Column, ...]:
    """The columns of a table with what each is, as far as it can be told from one column alone."""
    skipped = common_start(table.columns)
    looks = {name: look_at(table, name) for name in table.columns}
    daily_names = {name: day_of(name, skipped) for name in table.columns}
    is_week = len({day for day, _ in daily_names.values() if day}) >= DAYS_AT_LEAST
    columns = [
        daily(name, looks[name], *daily_names[name])
        if is_week and daily_names[name][0]
        else Column(name, looks[name], Meaning(NEVER, 1.0))
        if is_of_person(name, table.columns)
        else Column(name, looks[name], fitting(meanings_of(name, skipped), looks[name]))
        for name in table.columns
        if name not in PARENT and any(map(str.isalnum, name)) and name.rpartition(".")[2] not in LINKED_DATA
    ]
    return retimed(tuple(map(with_rest, by_cells(columns))))


def with_rest(column: Column) -> Column:
    """A column of cities in which state and postal code stand as well: "Springfield, IL 62703"."""
    if column.target not in PLACES or not column.look.values:
        return column
    rest = sum(map(is_rest, column.look.values))
    return as_target(column, REST) if rest > len(column.look.values) / 2 else column


def is_rest(text: str) -> bool:
    """Whether a text is a city with its state, or its postal code, and no street."""
    match = CITY_STATE.fullmatch(" ".join(text.split()))
    return bool(match and (match["comma"] or match["code"]) and is_state(match["state"].strip(".")))


def is_of_person(name: str, columns: Sequence[str]) -> bool:
    """Whether a column has the names of people, or their jobs: "A1Name" beside "A1Title", as forms call what they ask."""
    start = name.removesuffix("Name").removesuffix("Title")
    is_code = any(map(str.isdigit, start)) and len(start) <= CODE_LETTERS
    return start != name and is_code and f"{start}Name" in columns and f"{start}Title" in columns


def daily(name: str, look: Look, day: str, part: str) -> Column:
    """A column about one day of the week."""
    return Column(name, look, Meaning(f"schedules.{part or 'day'}", 1.0), day)


def fitting(meanings: Sequence[Meaning], look: Look) -> Meaning | None:
    """The surest meaning that the cells allow."""
    for meaning in meanings:
        if meaning.score < LEAST:
            break
        gate = GATES.get(meaning.target)
        is_vague = meaning.score < SURE and look.filled > MANY and look.distinct * look.filled <= FEW
        if is_vague and meaning.target not in ("category", "services", NEVER):
            continue
        if look.is_empty or gate is None or gate(look):
            return meaning if not look.is_empty or meaning.score >= SURE else None
    return None


def by_cells(columns: Sequence[Column]) -> Iterator[Column]:
    """Yield columns, with a guess for those whose names say nothing; and for the name, if no column says that it is one."""
    known = {column.target for column in columns if not column.look.is_empty}
    name = None if "name" in known else name_among(columns)
    for column in columns:
        if column is name:
            yield replace(column, meaning=Meaning("name", BY_CELLS), doubt=GUESSED)
        elif column.meaning or column.look.is_empty:
            yield replace(column, doubt=doubt_of(column))
        else:
            target = plain_target(column, known)
            known.add(target)
            number = 1 + sum(other.target == target for other in columns)
            yield (
                replace(column, meaning=Meaning(target, BY_CELLS, number=number), doubt=GUESSED)
                if target
                else column
            )


def name_among(columns: Sequence[Column]) -> Column | None:
    """The column that has the names where none is called so: the first with short texts that are nearly all different.

    One whose name says it comes before, whatever stands in it, if it has words.
    """
    filled = [column for column in columns if not column.look.is_empty]
    free = [column for column in filled if column.meaning is None]
    called = [
        column for column in free if says_name(column) and is_words(column.look) and has_letters(column.look)
    ]
    titles = [column for column in free if is_title(column.look)]
    others = [column for column in free if is_name(column.look) and column.look.distinct > 0.4]
    return next(iter((*called, *titles, *others)), None)


def says_name(column: Column) -> bool:
    """Whether a column is called a name in all its words."""
    return any(meaning.target == "name" and meaning.score >= SURE for meaning in meanings_of(column.name))


def plain_target(column: Column, known: Collection[str]) -> str:
    """What the cells of a column say that it is, "" where they do not, or another column is it already."""
    look = column.look
    target = next((each for each, test in PLAIN if test(look)), "") if look.filled >= ENOUGH else ""
    if target == "category" and meanings_of(column.name):
        target = ""  # its name says something else that its cells do not
    if not target and look.share("prose") > 0.6:
        target = "description"
    return "" if target in known and target not in ("email", "website", "phones.number") else target


def retimed(columns: tuple[Column, ...]) -> tuple[Column, ...]:
    """Columns of a day and of a time as parts of one schedule: "Day", "Time"; a time that stands alone is hours."""
    times = [column for column in columns if column.target in TIMES and not column.day]
    day = next((column for column in times if is_weekday(column)), None)
    opens = next((column for column in times if column.target == "schedules.opens_at"), None)
    if day and not opens:
        opens = next(
            (
                column
                for column in times
                if column is not day and column.look.share("clock", "hours") > 0.5 and not says_days(column)
            ),
            None,
        )
    if opens and not day and not any(column.target == "schedules.closes_at" for column in times):
        return tuple(as_target(column, "hours") if column is opens else column for column in columns)
    if not opens:
        return tuple(as_target(column, "hours") if column is day else column for column in columns)
    changed = {id(day): "schedules.weekday", id(opens): "schedules.opens_at"}
    return tuple(as_target(column, changed.get(id(column), column.target)) for column in columns)


def is_weekday(column: Column) -> bool:
    """Whether a column has days of the week and no times."""
    return column.target == "schedules.weekday" or column.target == "hours" and column.look.share("day") > 0.5


def says_days(column: Column) -> bool:
    """Whether the cells of a column say the days of their times themselves."""
    texts = column.look.values
    return sum(any(word in days() for word in plain_words(text)) for text in texts) > 0.3 * len(texts)


def as_target(column: Column, target: str) -> Column:
    """A column that is something else than it seemed."""
    return replace(column, meaning=column.meaning._replace(target=target)) if column.meaning else column


def is_title(look: Look) -> bool:
    """Whether cells look like names of places and services: short, with words, nearly all different."""
    return (
        is_name(look)
        and look.distinct > 0.6
        and 3 < look.length < 80
        and look.share("code", "address", "hours", "date", "state", "zip", "clock", "prose", "degrees") < 0.3
    )


def doubt_of(column: Column) -> str:
    """What makes a column a guess, "" where its name says it in all its words."""
    meaning = column.meaning
    if meaning is None or meaning.score >= SURE or meaning.target == NEVER:
        return ""
    return "a guess, by some words of its name"
