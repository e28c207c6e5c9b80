"""Who gets mail: a table (CSV) or a list (YAML), read with every problem at once."""

import re
from collections.abc import Collection, Iterable, Sequence
from itertools import product
from pathlib import Path
from typing import Any

from guide.errors import ERROR, GuideError, Mark, Problem
from guide.expressions import expression
from guide.frozen import frozen
from guide.language.files import language_code
from guide.mail.address import Address, parse_address
from guide.mail.forms import ALSO as ALSO_FORMS
from guide.mail.forms import FORMS
from guide.problems import mail as kinds
from guide.problems.editions import UNKNOWN_EDITION
from guide.problems.reading import KEY_TWICE
from guide.reading.fields import Field, Kind, Record, closest, report_type
from guide.reading.kinds import WORD, choice, number, read_items
from guide.reading.nodes import build_nodes
from guide.reading.source import Place, Source
from guide.reading.tables import read_table_text, separator_of
from guide.reading.text import read_text

MOST_COPIES = 100_000
NAME = expression(r"[a-z][a-z0-9_]*")
SEVERAL = expression(r"\s*[,;]\s*")  # what stands between several in a cell

Cell = tuple[str, Place]
Node = tuple[Any, Place]  # see guide/reading/source.py
Row = tuple[Sequence[tuple[Cell, Node]], Place]  # of a table or a list: columns, each with its value


@frozen
class Recipient:
    """One who gets an edition; what is not known is empty."""

    address: Address
    mark: Mark
    name: str = ""
    organization: str = ""
    language: str = ""
    editions: tuple[str, ...] = ()  # none: those that the command names
    forms: tuple[str, ...] = ()  # names of FORMS; none: the one that the file of the edition says
    copies: int = 0  # wanted on paper
    own: tuple[tuple[str, str], ...] = ()  # (name of a column of their own, text)


FORM = choice(tuple(FORMS), kinds.FORM, ALSO_FORMS)


def read_forms(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """The forms that somebody asks for, each once: a list, or with commas between."""
    value, place = node
    if isinstance(value, str):
        node = [(each, place) for each in SEVERAL.split(value.strip()) if each], place
    found = read_items(node, key, source, FORM.read)
    return found and tuple(dict.fromkeys(found))


FIELDS = Record(
    "a recipient",
    (
        Field("address", WORD, "The e-mail address.", required=True, also="email e-mail mail"),
        Field("name", WORD, "The person."),
        Field("organization", WORD, "Where they work.", also="organisation company"),
        Field("language", WORD, "The language of the message, as a code: es."),
        Field("edition", WORD, "The edition they get, or several with commas between.", also="editions"),
        Field(
            "format",
            Kind(read_forms, FORM.schema),
            "The form they get it in: " + ", ".join(FORMS) + "; several with commas between.",
            also="form",
        ),
        Field("copies", number(1, MOST_COPIES, kinds.COPIES), "How many they print.", also="copies_wanted"),
    ),
    lambda values, place, source: values,
)
KINDS = {field.key: field.kind for field in FIELDS.fields}
ALSO = {re.sub(r"[ -]+", "_", also): field.key for field in FIELDS.fields for also in field.also.split()}
ALSO |= dict.fromkeys(
    "email_address e_mail_address email_1 e_mail_1_value correo correo_electronico correo_electr\u00f3nico".split(),
    "address",
)  # as address books call it
ALSO |= {"full_name": "name", "organization_name": "organization", "organisation_name": "organization"}
ALSO |= {"street_address": "street"}
STREET = "street"  # a column "address" beside one "e-mail"


def load_recipients(
    path: Path, editions: Collection[str]
) -> tuple[tuple[Recipient, ...], frozenset[str], tuple[Problem, ...]]:
    """(Recipients, names of their own columns, warnings), in the order of the file.

    `editions` are the names that there are. Raises GuideError with every problem.
    """
    source = Source(path, path.parent)
    is_list = path.suffix.lower() in (".yaml", ".yml")
    text = read_text(path, source) if is_list else read_table_text(path, source)
    rows: list[Row] = []
    if text is not None:
        source.text = text
        rows = read_yaml(text, source) if is_list else read_table(text, source)
    recipients = [made for row in rows if (made := read_recipient(row, editions, source))]
    report_twice(recipients, source)
    if not recipients and not errors_in(source):
        source.report(None, kinds.NO_RECIPIENTS)
    if errors_in(source):
        raise GuideError(sorted(source.problems, key=lambda problem: problem.mark[1:]))
    own = frozenset(name for each in recipients for name, _ in each.own)
    return tuple(recipients), own, tuple(source.problems)


def errors_in(source: Source) -> bool:
    return any(problem.level == ERROR for problem in source.problems)


def report_twice(recipients: Iterable[Recipient], source: Source) -> None:
    """Report whoever would get one edition twice."""
    first: dict[tuple[str, ...], int] = {}
    for each in recipients:
        for what in product(each.editions or ("",), each.forms or ("",)):
            line = first.setdefault((each.address.key, *what), each.mark.line)
            if line != each.mark.line:
                source.report(each.mark, kinds.ADDRESS_TWICE, address=str(each.address), line=line)


# --- one recipient ----------------------------------------------------------------------------------


def read_recipient(row: Row, editions: Collection[str], source: Source) -> Recipient | None:
    """The recipient of a row, a node with keys; None where it has no good address."""
    pairs, place = row
    values: dict[str, Any] = {}  # by column, as its kind reads it
    own: dict[str, str] = {}
    places: dict[str, Place] = {}
    for (key, key_place), node in pairs:
        if node[0] == "":
            continue
        if key in values or key in own:
            source.report(key_place, KEY_TWICE, name=key)
        elif key in KINDS:
            values[key], places[key] = KINDS[key].read(node, key, source), node[1]
        else:
            own[key] = WORD.read(node, key, source) or ""
    address = read_address(values.get("address"), places.get("address"), place, source)
    if address is None:
        return None
    return Recipient(
        address=address,
        mark=source.mark(places["address"]),
        name=values.get("name") or "",
        copies=values.get("copies") or 0,
        organization=values.get("organization") or "",
        language=language_code(values.get("language") or ""),
        own=tuple(own.items()),
        forms=values.get("format") or (),
        editions=read_editions(values.get("edition") or "", places.get("edition"), editions, source),
    )


def read_address(text: str | None, text_place: Place | None, place: Place, source: Source) -> Address | None:
    """The address of a row; None where there is no good one, which is reported."""
    if not text:
        if text_place is None:
            source.report(place, kinds.NO_ADDRESS)
        return None
    found = parse_address(text)
    if not isinstance(found, Address):
        source.report(text_place, found, text=f'"{text}"')
        return None
    return found


def read_editions(
    text: str, place: Place | None, editions: Collection[str], source: Source
) -> tuple[str, ...]:
    """The names of editions with commas between them, each of which has to be there."""
    names = tuple(dict.fromkeys(filter(None, SEVERAL.split(text))))
    for name in names:
        if name not in editions:
            near, known = closest(name, editions), ", ".join(editions)
            source.report(place, UNKNOWN_EDITION, name=name, near=near, names=known)
    return names


def plain_key(name: str) -> str:
    """The name of a column as templates write it."""
    key = re.sub(r"[ _-]+", "_", name.strip().rstrip(":").lower())
    return ALSO.get(key, key)


def check_key(name: str, place: Place, source: Source) -> str | None:
    """The name of a column as templates write it; None where it is none, which is reported."""
    key = plain_key(name)
    if key in KINDS or key == STREET:
        return key
    near = FIELDS.meant(key)
    if near:
        source.report(place, kinds.UNKNOWN_COLUMN, name=name, near=near)
    elif not NAME.fullmatch(key):
        source.report(place, kinds.NO_COLUMN_NAME, name=name)
    else:
        return key
    return None


# --- YAML -------------------------------------------------------------------------------------------


def read_yaml(text: str, source: Source) -> list[Row]:
    """The rows of a list of recipients, perhaps under the key `recipients`."""
    node = build_nodes(text, source)
    if node is None:
        return []
    if node[0].__class__ is tuple and [key for (key, _), _ in node[0]] == ["recipients"]:
        node = node[0][0][1]
    if node[0].__class__ is not list:
        report_type(node, "recipients", "a list of recipients, each beginning with - address:", source)
        return []
    return list(filter(None, (yaml_row(item, source) for item in node[0])))


def yaml_row(node: Node, source: Source) -> Row | None:
    """One item of the list with its keys checked: keys with values, or an address alone."""
    value, place = node
    if value.__class__ is str:
        return ((("address", place), node),), place
    if value.__class__ is not tuple:
        report_type(node, "recipients", "address: and so on", source)
        return None
    pairs = []
    for (name, name_place), item in value:
        key = check_key(name if name.__class__ is str else "", name_place, source)
        if key:
            pairs.append(((key, name_place), item))
    return tuple(pairs), place


# --- CSV --------------------------------------------------------------------------------------------


def read_table(text: str, source: Source) -> list[Row]:
    """The rows of a table whose first line names the columns."""
    lines = split_table(text, source)
    if not lines:
        source.report(None, kinds.EMPTY_TABLE)
        return []
    header = [
        ((check_key(name, place, source) or "") if name.strip() else "", place)
        for name, place in without_street(lines[0])
    ]
    if all(key != "address" for key, _ in header) and not errors_in(source):
        source.report(lines[0][0][1], kinds.NO_ADDRESS_COLUMN)
    rows: list[Row] = []
    for cells in lines[1:]:
        for value, place in cells[len(header) :]:
            if value.strip():
                source.report(place, kinds.TOO_MANY_CELLS)
        pairs = tuple((key, cell) for key, cell in zip(header, cells) if key[0])
        rows.append((pairs, cells[0][1]))
    return [] if errors_in(source) and all(key != "address" for key, _ in header) else rows


def without_street(names: list[Cell]) -> list[Cell]:
    """The names of the columns, where "Address" beside "E-mail" is where somebody lives."""
    words = [name.strip().casefold() for name, _ in names]
    if not any(plain_key(word) == "address" != word for word in words):
        return names
    return [
        (STREET, place) if word == "address" else (name, place) for word, (name, place) in zip(words, names)
    ]


def split_table(text: str, source: Source) -> list[list[Cell]]:
    """Lines of cells (text, place); empty lines are left out."""
    separator = separator_of(text)
    pattern = re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?=[{separator}\n]|\Z)|([^{separator}\n]*)')
    lines: list[list[Cell]] = []
    cells: list[Cell] = []
    index = line = start = 0
    while index <= len(text) and (
        match := pattern.match(text, index)
    ):  # it matches everywhere, if only nothing
        place = Place(index, line, index - start)
        value = match[2] if match[1] is None else match[1].replace('""', '"')
        if match[1] is None and value.lstrip().startswith('"'):
            source.report(place, kinds.QUOTES)
        if "\n" in value:
            source.report(place, kinds.LINE_END)
            line += value.count("\n")
            start = index + match[0].rindex("\n") + 1
        cells.append((value.strip(), place))
        index = match.end() + 1
        if match.end() == len(text) or text[match.end()] == "\n":
            if any(value for value, _ in cells):
                lines.append(cells)
            cells, line, start = [], line + 1, index
    return lines
