"""Who gets mail: a table (CSV) or a list (YAML), read with every problem at once."""

import re
from dataclasses import dataclass

from guide.errors import ERROR, GuideError, Mark
from guide.mail.address import Address, parse_address
from guide.problems import mail as kinds
from guide.problems.editions import UNKNOWN_EDITION
from guide.problems.reading import KEY_TWICE
from guide.reading.fields import WORD, Field, Record, closest, number, report_type
from guide.reading.nodes import build_nodes
from guide.reading.source import Place, Source
from guide.reading.text import read_text

MOST_COPIES = 100_000
NAME = re.compile(r"[a-z][a-z0-9_]*")
SEPARATORS = ",;\t"


@dataclass(frozen=True, kw_only=True, slots=True)
class Recipient:
    """One who gets an edition; what is not known is empty."""

    address: Address
    mark: Mark
    name: str = ""
    organization: str = ""
    language: str = ""
    editions: tuple[str, ...] = ()  # none: those that the command names
    copies: int = 0  # wanted on paper
    own: tuple[tuple[str, str], ...] = ()  # (name of a column of their own, text)


FIELDS = Record(
    "a recipient",
    (
        Field("address", WORD, "The e-mail address.", required=True, also="email e-mail mail"),
        Field("name", WORD, "The person."),
        Field("organization", WORD, "Where they work.", also="organisation company"),
        Field("language", WORD, "The language of the message, as a code: es."),
        Field("edition", WORD, "The edition they get, or several with commas between.", also="editions"),
        Field("copies", number(1, MOST_COPIES, kinds.COPIES), "How many they print.", also="copies_wanted"),
    ),
    lambda values, place, source: values,
)
KINDS = {field.key: field.kind for field in FIELDS.fields}


def load_recipients(path, editions):
    """(Recipients, names of their own columns), in the order of the file.

    `editions` are the names that there are. Raises GuideError with every problem.
    """
    source = Source(path, path.parent)
    text = read_text(path, source)
    rows = []
    if text is not None:
        source.text = text
        rows = (
            read_yaml(text, source) if path.suffix.lower() in (".yaml", ".yml") else read_table(text, source)
        )
    recipients = [made for row in rows if (made := read_recipient(row, editions, source))]
    report_twice(recipients, source)
    if not recipients and not source.problems:
        source.report(None, kinds.NO_RECIPIENTS)
    if any(problem.level == ERROR for problem in source.problems):
        raise GuideError(sorted(source.problems, key=lambda problem: problem.mark[1:]))
    return tuple(recipients), frozenset(name for each in recipients for name, _ in each.own)


def report_twice(recipients, source):
    """Report whoever would get one edition twice."""
    first = {}
    for each in recipients:
        for edition in each.editions or ("",):
            line = first.setdefault((each.address.key, edition), each.mark.line)
            if line != each.mark.line:
                source.report(each.mark, kinds.ADDRESS_TWICE, address=str(each.address), line=line)


# --- one recipient ----------------------------------------------------------------------------------


def read_recipient(row, editions, source):
    """The recipient of a row, a node with keys; None where it has no good address."""
    pairs, place = row
    values, own, places = {}, {}, {}
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
        language=(values.get("language") or ""),
        own=tuple(own.items()),
        editions=read_editions(values.get("edition") or "", places.get("edition"), editions, source),
    )


def read_address(text, text_place, place, source):
    """The address of a row; None where there is no good one, which is reported."""
    if not text:
        if text_place is None:
            source.report(place, kinds.NO_ADDRESS)
        return None
    address, trouble = parse_address(text)
    if trouble:
        source.report(text_place, trouble, text=f'"{text}"')
    return address


def read_editions(text, place, editions, source):
    """The names of editions with commas between them, each of which has to be there."""
    names = tuple(dict.fromkeys(filter(None, re.split(r"\s*[,;]\s*", text))))
    for name in names:
        if name not in editions:
            near, names = closest(name, editions), ", ".join(editions)
            source.report(place, UNKNOWN_EDITION, name=name, near=near, names=names)
    return names


def check_key(name, place, source):
    """The name of a column as templates write it; None where it is none, which is reported."""
    key = re.sub(r"[ -]+", "_", name.strip().lower())
    if key in KINDS:
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


def read_yaml(text, source):
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


def yaml_row(node, source):
    """One item of the list with its keys checked: keys with values, or an address alone."""
    value, place = node
    if value.__class__ is str:
        return ((("address", place), node),), place
    if value.__class__ is not tuple:
        return report_type(node, "recipients", "address: and so on", source)
    pairs = []
    for (name, name_place), item in value:
        key = check_key(name if name.__class__ is str else "", name_place, source)
        if key:
            pairs.append(((key, name_place), item))
    return tuple(pairs), place


# --- CSV --------------------------------------------------------------------------------------------


def read_table(text, source):
    """The rows of a table whose first line names the columns."""
    lines = split_table(text, source)
    if not lines:
        source.report(None, kinds.EMPTY_TABLE)
        return []
    header = [(check_key(name, place, source) if name.strip() else "", place) for name, place in lines[0]]
    if all(key != "address" for key, _ in header) and not source.problems:
        source.report(lines[0][0][1], kinds.NO_ADDRESS_COLUMN)
    rows = []
    for cells in lines[1:]:
        for value, place in cells[len(header) :]:
            if value.strip():
                source.report(place, kinds.TOO_MANY_CELLS)
        pairs = tuple((key, cell) for key, cell in zip(header, cells) if key[0])
        rows.append((pairs, cells[0][1]))
    return [] if source.problems and all(key != "address" for key, _ in header) else rows


def split_table(text, source):
    """Lines of cells (text, place); empty lines are left out."""
    first = text.split("\n", 1)[0]
    separator = max(SEPARATORS, key=first.count)
    pattern = re.compile(rf'[ ]*"((?:[^"]|"")*)"[ ]*(?=[{separator}\n]|\Z)|([^{separator}\n]*)')
    lines, cells, index, line, start = [], [], 0, 0, 0
    while index <= len(text):
        match = pattern.match(text, index)
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
