"""Columns of a record become its groups: phones, addresses, schedules, meetings, each of several columns."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from guide.exchange.mapping import header_words as said
from guide.exchange.mapping.columns import Column
from guide.exchange.mapping.headers import plain_words, words_in
from guide.exchange.mapping.looks import is_flag, says_yes
from guide.exchange.mapping.model import Take
from guide.expressions import expression

Parts = dict[str, Take]
Lines = list[Column]
Group = Mapping[str, Lines]  # {part of an address: its columns}
Groups = dict[str, tuple[Mapping[str, Take], ...]]
PLAIN_PHONE = words_in(
    "phone number telephone tel contact main office business line no other alternate second secondary additional public general work voice "
    "telefono numero otro principal telefon nummer rufnummer nr the primary organization agency location service site program vanity 1 2 3 4 5 6 7 8 9"
)
STREET = ("address", "address_1")
PLACE = ("city", "postal_code", "state_province")
MEETING = words_in(
    "meeting group reunion junta grupo fellowship aa na alanon recovery treffen gruppe selbsthilfe groupe"
)
MAILING = {"type": Take(fixed="mailing")}
HALF = 0.5
RANGE = expression(r"[-\u2013]|\b(?:to|through|thru|a|bis|au)\b", re.IGNORECASE)  # of days


def groups_of(columns: Sequence[Column], words: Iterable[str] = ()) -> Groups:
    """{name of a group: its parts, as often as it stands in a row}; `words` are those of the table's name."""
    has_street = any(column.target.startswith("addresses.address") for column in columns)
    times = {} if spoken_hours(columns, words) else times_of(columns)
    meets = bool(times) and is_meeting(columns, words)
    mailing = bool(words_in(said.MAILING) & set(words))
    found: dict[str, list[Parts]] = {
        "phones": list(phones_of(columns)),
        "addresses": [{**parts, **(MAILING if mailing else {})} for parts in addresses_of(columns)],
        "schedules": [*days_of(columns), *([times] if times and not meets else [])],
        "meetings": [as_meeting(times, columns)] if meets else [],
        "websites": list(websites_of(columns)),
        "areas": list(areas_of(columns, has_street)),
    }
    return {name: tuple(groups) for name, groups in found.items() if groups}


def part_of(column: Column) -> str:
    """The part of a group that a column is."""
    return column.target.partition(".")[2]


def is_of(column: Column, group: str) -> bool:
    """Whether a column is part of a group."""
    return column.target.startswith(f"{group}.")


def alone(column: Column) -> Take:
    """A column as it stands."""
    return Take(columns=(column.name,), literal=column.look.literal)


# --- phones -----------------------------------------------------------------------------------------


def phones_of(columns: Sequence[Column]) -> Iterator[Parts]:
    """Yield the phones: each number with the columns of its own."""
    numbers = [column for column in columns if column.target == "phones.number"]
    found = [{"number": alone(column), **kind_of(column, place)} for place, column in enumerate(numbers)]
    for column in columns:
        if is_of(column, "phones") and part_of(column) != "number" and numbers:
            found[phone_at(column, columns, numbers)][part_of(column)] = alone(column)
    yield from found


def phone_at(column: Column, columns: Sequence[Column], numbers: Sequence[Column]) -> int:
    """Which of the phones a column is about: the last one before it, of those that have its number and its kind."""
    before = [place for place, number in enumerate(numbers) if columns.index(number) < columns.index(column)]
    same = [place for place, number in enumerate(numbers) if which(number) == which(column)]
    alike = [place for place in same if place in before]
    return (alike or same[:1] or before or [0])[-1]


def which(column: Column) -> tuple[int, str]:
    """Which of several a column is about."""
    return (column.meaning.number, column.meaning.kind) if column.meaning else (1, "")


def kind_of(column: Column, place: int) -> Parts:
    """The type or the words of a phone, which the name of its column says."""
    kind = column.meaning.kind if column.meaning else ""
    if kind:
        is_type = kind in ("fax", "tty", "toll-free", "text", "cell")
        return {
            "type" if is_type else "description": Take(fixed=kind if is_type else kind[0].upper() + kind[1:])
        }
    words = [
        word for word in column.name.replace("_", " ").split() if not set(plain_words(word)) <= PLAIN_PHONE
    ]
    is_label = place and words and len(" ".join(words)) < 30
    return (
        {"description": Take(fixed=" ".join(words).strip(":#-() "))}
        if is_label and words[0].strip(":#-() ")
        else {}
    )


# --- addresses --------------------------------------------------------------------------------------


def addresses_of(columns: Sequence[Column]) -> Iterator[Parts]:
    """Yield the addresses: columns that have one number and one type, or one that no other has."""
    own = [column for column in columns if is_of(column, "addresses") and part_of(column) != "private"]
    private = {
        which(column)[1].replace("shown", ""): column
        for column in columns
        if column.target == "addresses.private"
    }
    several = any(part_of(column) in PLACE and which(column)[0] > 1 for column in own)
    groups: dict[tuple[int, str], Lines] = {}
    for column in own:
        number, kind = which(column)
        is_second = plain_words(column.name)[-1:] == ["2"] and part_of(column) == "address_2"
        place = (
            2 if several and is_second else number if several else 1
        )  # "Address 2" beside "City 2" is another one
        groups.setdefault((place, kind), []).append(column)
    for (_, kind), lines in together({key: in_parts(lines) for key, lines in groups.items()}).items():
        if any(part in lines for part in (*STREET, *PLACE, "rest")) and not is_of_areas(lines):
            yield {**address(lines), **typed(kind, lines), **hidden(private, kind)}


def in_parts(columns: Sequence[Column]) -> dict[str, list[Column]]:
    """{part of an address: its columns}; of several streets the one with houses is the first line, the others the second."""
    filled = [column for column in columns if not column.look.is_empty] or list(columns)
    streets = [column for column in filled if part_of(column) in STREET]
    first = max(
        streets,
        key=lambda column: (column.look.share("address") > HALF, -streets.index(column)),
        default=None,
    )
    groups: dict[str, list[Column]] = {}
    houses = [column for column in filled if part_of(column) == "house"]
    for column in filled:
        part = part_of(column)
        if part == "house" or column is first and houses:
            groups["address_1"] = [each for each in filled if each in houses or each is first]
            continue
        part = "address_2" if part in STREET and column is not first and not is_whole(column) else part
        if part == "address_2" and first is None:
            part, first = "address_1", column
        if part not in groups or part == "address_2":
            groups.setdefault(part, []).append(column)
        elif part not in STREET and sureness(column) > sureness(groups[part][0]):
            groups[part] = [column]
    return groups


def sureness(column: Column) -> float:
    """How sure it is what a column is."""
    return column.meaning.score if column.meaning else 0.0


def together(groups: dict[tuple[int, str], Group]) -> dict[tuple[int, str], Group]:
    """Addresses whose street and whose place have names of two kinds ("Mailing Address", "City") as one."""
    plain = groups.get((1, ""), {})
    with_street = [key for key, group in groups.items() if any(part in group for part in STREET)]
    if plain and not any(part in plain for part in STREET) and len(with_street) == 1:
        key = with_street[0]
        merged = {**plain, **groups[key]}
        return {each: merged if each == key else group for each, group in groups.items() if each != (1, "")}
    return groups


def is_of_areas(group: Group) -> bool:
    """Whether places without a street are those that are served: several stand in a cell, or the names are plurals."""
    return not any(part in group for part in STREET) and any(
        is_list(column) for some in group.values() for column in some
    )


def is_list(column: Column) -> bool:
    """Whether a column has several places in a cell, or is named so: "Cities"."""
    return bool(column.look.split) or column.name.rstrip(" :?*").casefold().endswith(
        ("ies", "codes", "zips", "towns")
    )


def address(group: Group) -> Parts:
    """The parts of an address; a street that stands beside its city is no whole address."""
    parts = {part: in_line(columns, " " if part == "address_1" else ", ") for part, columns in group.items()}
    whole = group.get("address")
    if "rest" in group:
        return with_rest(group, parts)
    if whole and "address_1" in parts:
        del parts["address"]
    elif whole and "city" in parts and not is_whole(whole[0]):
        parts = {"address_1": parts.pop("address"), **parts}
    return parts


def with_rest(group: Group, parts: Parts) -> Parts:
    """An address whose city stands in one cell with its state and code: with its street it is read as a whole one."""
    street = group.get("address_1") or group.get("address") or []
    lines = (*street, *group.get("address_2", ()), *group["rest"])
    others = {
        part: take for part, take in parts.items() if part in ("type", "private", "attention", "country")
    }
    return {"address": in_line(lines, ", "), **others}


def in_line(columns: Sequence[Column], sign: str) -> Take:
    """Columns that make one line."""
    return (
        alone(columns[0])
        if len(columns) == 1
        else Take(columns=tuple(column.name for column in columns), join=sign)
    )


def is_whole(column: Column) -> bool:
    """Whether cells have more of an address than its street: a postal code at their end, or two commas."""
    ends = [
        text for text in column.look.values if plain_words(text)[-1:] and any(map(str.isdigit, text[-5:]))
    ]
    several = [text for text in column.look.values if text.count(",") + text.count("\n") > 1]
    count = len(column.look.values) or 1
    return max(len(ends), len(several)) / count > HALF and column.look.length > 20


def typed(kind: str, group: Group) -> Parts:
    """The type of an address, where its name says it and no column does."""
    return MAILING if kind == "mailing" and "type" not in group else {}


def hidden(private: Mapping[str, Column], kind: str) -> Parts:
    """The column that says whether an address is private; one that says whether it is shown is turned round."""
    column = private.get("mailing" if kind == "mailing" else "")
    if column is None or column.meaning is None:
        return {}
    if column.meaning.kind != "shown":
        return {"private": alone(column)}
    values = dict.fromkeys((*(text for text in column.look.values if is_flag(text)), "No", "Yes"))
    words = {value: "no" if says_yes(value) else "yes" for value in values}
    return {"private": Take(columns=(column.name,), words=words)}


# --- days and times ---------------------------------------------------------------------------------


def days_of(columns: Sequence[Column]) -> Iterator[Parts]:
    """Yield a schedule for each day that has columns of its own."""
    opens = next(
        (column for column in columns if column.target == "schedules.opens_at" and not column.day), None
    )
    closes = next(
        (column for column in columns if column.target == "schedules.closes_at" and not column.day), None
    )
    paired: dict[str, Parts] = {}
    for column in columns:
        if not column.day:
            continue
        part = part_of(column)
        if part != "day":
            day = paired.setdefault(column.day, {"weekday": Take(fixed=column.day)})
            day[part] = alone(column)
        elif column.look.share("flag", "day") > 0.8:
            words = {
                text: "" if is_flag(text) and not says_yes(text) else column.day
                for text in dict.fromkeys(column.look.values)
            }
            take = Take(columns=(column.name,), words=words)
            yield (
                {"weekday": take, "opens_at": alone(opens), "closes_at": alone(closes)}
                if opens and closes
                else {"description": take}
            )
        else:
            yield {"description": Take(columns=(column.name,), prefix=f"{column.day}: ")}
    yield from (parts for parts in paired.values() if len(parts) > 2)


def times_of(columns: Sequence[Column]) -> Parts:
    """The parts of a schedule whose day and times stand in columns of their own, {} where there is none."""
    parts = {part_of(column): alone(column) for column in reversed(timed(columns))}
    has_week = any(column.day for column in columns)
    return parts if len(parts) > 1 and not has_week else {}


def timed(columns: Sequence[Column]) -> list[Column]:
    """The columns with a day of the week, and the times on it."""
    return [column for column in columns if is_of(column, "schedules") and not column.day]


def spoken_hours(columns: Sequence[Column], words: Iterable[str] = ()) -> Take | None:
    """Hours whose days and times stand in two or three columns, where these are more than a day and a time: "Mon-Fri", "9-5"."""
    own = {part_of(column): column for column in reversed(timed(columns))}
    day, opens, closes = (own.get(part) for part in ("weekday", "opens_at", "closes_at"))
    if (
        not day
        or not opens
        or is_meeting(columns, words)
        or any(column.target == "hours" for column in columns)
    ):
        return None
    if (
        day.look.share("day") > 0.9
        and not any(map(RANGE.search, day.look.values))
        and opens.look.share("clock") > HALF
    ):
        return None
    some = [column.name for column in (day, opens, closes) if column]
    return Take(columns=tuple(some), join=" - " if closes else ": ")


def is_meeting(columns: Iterable[Column], words: Iterable[str]) -> bool:
    """Whether days and times are those of meetings."""
    named = {word for column in columns for word in plain_words(column.name)} | set(words)
    return any(is_of(column, "meetings") for column in columns) or bool(named & MEETING)


def as_meeting(parts: Parts, columns: Iterable[Column]) -> Parts:
    """A day and a time as a meeting, with what else is said of it."""
    renamed = {
        {"opens_at": "start", "closes_at": "end"}.get(part, part): take for part, take in parts.items()
    }
    return {**renamed, **{part_of(column): alone(column) for column in columns if is_of(column, "meetings")}}


# --- the web, and areas -----------------------------------------------------------------------------


def websites_of(columns: Iterable[Column]) -> Iterator[Parts]:
    """Yield the further web addresses, each with what it is."""
    for column in columns:
        if column.target == "websites" and column.meaning:
            yield {"website": alone(column), "label": Take(fixed=column.meaning.kind)}


def areas_of(columns: Sequence[Column], has_street: bool) -> Iterator[Parts]:
    """Yield the columns with places that are served: counties and cities of a table without streets, or several in a cell."""
    for column in columns:
        is_place = not has_street and is_of(column, "addresses") and part_of(column) in ("county", *PLACE)
        if is_of(column, "areas") or is_place and (is_list(column) or part_of(column) == "county"):
            is_county = part_of(column) in ("counties", "county")
            has_lines = any("\n" in text for text in column.look.values)
            take = Take(columns=(column.name,), split="\n" if has_lines else column.look.split)
            yield {"name": take, **({"type": Take(fixed="county")} if is_county else {})}
