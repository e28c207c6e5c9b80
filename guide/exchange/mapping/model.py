"""A mapping: what the tables of a source are, and which of their columns is what."""

from collections.abc import Mapping
from dataclasses import field
from typing import Literal, NamedTuple, TypeAlias

from guide.exchange.drafts import Level
from guide.frozen import frozen

Literals: TypeAlias = Literal["", "json", "python"]

# What a row of a table is: a record of its own, or details of one (a phone, a schedule), or a bridge between two.
Role: TypeAlias = Literal["organization", "location", "service", "listing", "detail", "link"]


class Lookup(NamedTuple):
    """A cell has the id of a row in another table, which has the word: terms of a taxonomy, codes of formats."""

    table: str  # as in `TableMapping.table`
    id: tuple[str, ...] = ("id",)  # columns, the first that is there
    column: tuple[str, ...] = ("name",)  # the word; the first that is filled
    below: tuple[
        str, ...
    ] = ()  # only terms below one of these, or of such a vocabulary: "Target Populations"
    not_below: tuple[str, ...] = ()


@frozen
class Take:
    """How a field is taken from a row. In the file a text, `name: Agency`, is `{columns: [Agency]}`."""

    columns: tuple[str, ...] = ()  # the first that is filled; "*" in a name stands for anything
    every: bool = False  # all that are filled, not only the first
    join: str = ""  # all that are filled as one text, with this between them: " "
    split: str = ""  # several values in a cell are divided by this: ";"
    literal: Literals = ""  # the cell is a list or an object, written as JSON or as Python writes it
    pick: tuple[str, ...] = ()  # of an object in the cell: the way to the value, ("address", "city")
    prefix: str = ""  # words before it: "Fax "
    fixed: str = ""  # a value of the mapping's own, for every row
    words: Mapping[str, str] = field(default_factory=dict)  # {as it stands: what it means}: {"1": "Sunday"}
    lookup: Lookup | None = None
    drop: tuple[
        str, ...
    ] = ()  # values that mean nothing here: "1900-01-01", "N/A"; or patterns between slashes: "/[A-Z]+-[0-9.]+/"


@frozen
class Rule:
    """Rows that stay out, or are private, where a column says so."""

    column: str
    values: tuple[
        str, ...
    ] = ()  # compared without regard to case, patterns between slashes too; () means: any value that says yes
    unless: bool = False  # where it is *not* one of the values, and not empty
    unless_most: bool = False  # not where nearly all rows say so: then nobody has used the column
    reason: str = ""  # told in the report: "inactive"


@frozen
class TableMapping:
    """What the rows of a table are."""

    table: str = "*"  # the name of the table, "*" stands for anything, "|" divides several; case, plural and "_" do not count
    looks: tuple[str, ...] = ()  # columns of tables of any name that are meant, where no rule names them
    where: Mapping[str, tuple[str, ...]] = field(
        default_factory=dict
    )  # {column: values}: rows that are meant
    role: Role = "listing"
    id: Take = Take()
    parents: Mapping[str, Take] = field(
        default_factory=dict
    )  # whose it is: {level, or name of a table of details: the column with its id}; first filled wins
    by_name: bool = False  # parents are joined by their names
    fields: Mapping[str, Take] = field(default_factory=dict)  # {one of drafts.FIELDS: ...}
    groups: Mapping[str, tuple[Mapping[str, Take], ...]] = field(
        default_factory=dict
    )  # {one of drafts.GROUPS: ({part: ...}, ...)}
    leave_out: tuple[Rule, ...] = ()
    otherwise: Literal["", Level] = ""  # what a link is where the service that it names is not here
    also: bool = False  # rows that an earlier rule has taken are taken once more, as another record: the organization of each
    skip: int = 0  # rows after the head that are no data: instructions
    skip_unless: str = ""  # a column: such a row is data after all where a number stands in it


class Need(NamedTuple):
    """What must be there for a mapping to be recognised: a table with these columns."""

    columns: tuple[str, ...]  # "a|b" is one of them
    table: str = "*"  # as in `TableMapping.table`


@frozen
class Sections:
    """How categories become sections and topics."""

    titles: Mapping[str, str] = field(default_factory=dict)  # {category: title of its section}
    limit: int = 12  # sections at most: the most frequent; the rest go to `other`
    other: str = "Other services"
    topics: bool = True  # categories are topics of the index as well


@frozen
class SourceMapping:
    """A whole mapping."""

    name: str  # "icarol", or of the user's own file
    tables: tuple[TableMapping, ...]
    needs: tuple[Need, ...] = ()  # of one that ships: all of this must be there, for it to be recognised
    based_on: str = (
        ""  # one that ships: its tables come behind its own, and it is not meant where this one fits
    )
    sections: Sections = Sections()
    contact_order: tuple[Level, ...] = (
        "service",
        "location",
        "organization",
    )  # whose phone is taken where one has none
    services: Literal["inside", "listings"] = (
        "inside"  # services in their organisation's listing, or each a listing
    )
    clean: Mapping[str, bool] = field(default_factory=dict)  # {name of a step: whether it is done}
    abbreviations: tuple[str, ...] = ()  # words that stay in capitals
    country: str = ""  # of addresses and numbers, in two letters; the guide's own if it is not given
