"""Mapping files: YAML becomes a SourceMapping, with every mistake at its line and column."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any, get_args

from guide.content.file import read_file
from guide.content.records.codes import COUNTRY
from guide.content.records.listings import LISTING_RECORD
from guide.content.schema import write_schema
from guide.errors import ERROR, GuideError
from guide.exchange.clean.steps import STEPS
from guide.exchange.drafts import FIELDS, GROUPS, LEVELS
from guide.exchange.mapping.model import Need, Role, Rule, Sections, SourceMapping, TableMapping, Take
from guide.exchange.mapping.names import fold_table
from guide.exchange.mapping.values import PLAIN, PLAINS, TAKE, named, read_plain
from guide.problems import mappings as kinds
from guide.reading.fields import Field, Kind, Levels, Record, closest, report_type
from guide.reading.kinds import FLAG, ONE_OR_MORE, choice, many, number
from guide.reading.source import Node, Place, Source

ROLES = get_args(Role)
CHIEF = {
    "phones": "number",
    "addresses": "address",
    "schedules": "description",
    "emails": "email",
    "websites": "website",
    "areas": "name",
}  # what a column is that is named alone: `phones: Phone`
MOST_ROWS = 1000  # that are no data
OWN_DOCS = {
    "category": "What kind of service it is: sections and topics are made of it.",
    "status": "Whether it is open; what says that it is not stays out.",
    "alert_from": "The first day on which the alert holds.",
    "alert_until": "The last day on which the alert holds; later it is left out.",
    "private": "Whether it may not be printed: what says yes stays out.",
    "remark": "A note for the editor, which is never printed.",
    "neighborhood": "Part of the city, as people call it.",
}
SINGULAR = {"phones": "a phone", "addresses": "an address", "schedules": "a schedule", "meetings": "a meeting",
            "emails": "a further e-mail address", "websites": "a further web address", "areas": "a service area"}  # fmt: skip


# --- fields and groups ------------------------------------------------------------------------------


def group_kind(group: str) -> Kind[tuple[Mapping[str, Take], ...]]:
    """The kind of the groups of a name: a column, a list of them, or keys for their parts; one or several."""
    fields = tuple(Field(part, TAKE, f"The column with its {part}.") for part in GROUPS[group])
    record: Record[Mapping[str, Take]] = Record(SINGULAR[group], fields, lambda values, place, source: values)

    def read(node: Node, key: str, source: Source) -> Mapping[str, Take] | None:
        if isinstance(node[0], tuple):
            return record.read(node, key, source)
        if group not in CHIEF:
            source.report(node[1], kinds.NO_PART, key=key, part=GROUPS[group][0])
            return None
        column = read_plain(node, key, source)
        return {CHIEF[group]: Take(columns=(column,))} if column else None

    return many(Kind(read, {"anyOf": [ONE_OR_MORE, record.schema]}))


def field_of(key: str) -> Field:
    """The row of a field of a listing: what it is for stands with the content's own keys."""
    own = next((each for each in LISTING_RECORD.fields if each.key == key), None)
    also = (
        "categories topics type"
        if key == "category"
        else ""
        if key == "services" or own is None
        else own.also
    )
    return Field(
        key, TAKE, OWN_DOCS.get(key) or (own.doc if own else f"The column with its {key}."), also=also
    )


GROUP_ALSO = {"phones": "phone telephone tel phone_number fax", "addresses": "address street location",
              "schedules": "schedule opening", "areas": "area"}  # fmt: skip
GROUP_FIELDS = tuple(
    Field(group, group_kind(group), f"Where {SINGULAR[group]} stands: its columns, once or several times.",
          also=GROUP_ALSO.get(group, ""))
    for group in GROUPS
)  # fmt: skip
FIELDS_RECORD: Record[dict[str, Any]] = Record(
    "a record", (*map(field_of, FIELDS), *GROUP_FIELDS), lambda values, place, source: values
)
GROUPS_RECORD: Record[dict[str, Any]] = Record(
    "a record's groups", GROUP_FIELDS, lambda values, place, source: values
)


# --- tables -----------------------------------------------------------------------------------------

RULE_RECORD = Record(
    "a rule",
    (
        Field("column", PLAIN, "The column that says it.", required=True),
        Field(
            "values", PLAINS, "What it says there; any word that means yes if it is not given.", also="value"
        ),
        Field("unless", FLAG, "Yes turns it round: where it says something else."),
        Field("unless_most", FLAG, "Yes asks the column only where it does not say so of nearly all rows."),
        Field("reason", PLAIN, "Why, for the report: inactive.", also="because why"),
    ),
    lambda values, place, source: Rule(**values) if "column" in values else None,
)


def read_rule(node: Node, key: str, source: Source) -> Rule | None:
    """A rule; the name of a column alone means: where it says yes."""
    if isinstance(node[0], tuple):
        return RULE_RECORD.read(node, key, source)
    column = read_plain(node, key, source)
    return Rule(column=column) if column else None


def upper_levels() -> Levels:
    """Where keys belong that stand too high or too low."""
    return (
        ('below "fields"', FIELDS_RECORD),
        ('in a table below "tables"', TABLE_RECORD),
        ("at the top of the file", MAPPING_RECORD),
    )


TABLE_FIELDS = (
    Field("table", PLAIN, "The name of the table; * stands for anything, | divides several names.", also="name sheet file"),
    Field("looks", PLAINS, "Columns by which a table of any name is meant, where none names it."),
    Field("where", named(PLAINS, "column: value"), "Which rows are meant: a column and what it says there.", also="rows"),
    Field("role", choice(ROLES, kinds.ROLE), "What a row is: " + ", ".join(ROLES) + "; a listing if it is not given.",
          also="level is what"),
    Field("id", TAKE, "The column with its id, by which it is known again.", also="key identifier"),
    Field("parents", named(TAKE, "organization: Name of a column"), "Whose it is: a level, and the column with its id.",
          also="parent belongs_to of"),
    Field("by_name", FLAG, "Yes where parents are named by their names, not by ids."),
    Field("fields", FIELDS_RECORD, "Which column is what.", also="columns mapping"),
    Field("groups", GROUPS_RECORD, "Phones, addresses and the like; they may stand below fields as well."),
    Field("leave_out", many(Kind(read_rule, {"anyOf": [RULE_RECORD.schema, {"type": "string"}]})),
          "Which rows stay out.", also="exclude skip_rows"),
    Field("otherwise", choice(LEVELS, kinds.LEVEL), "What a link is where the service that it names is not here.", also="else"),
    Field("also", FLAG, "Yes takes rows that a table above has taken once more, as another record."),
    Field("skip", number(0, MOST_ROWS, kinds.NUMBER), "Rows after the head that are no data.", also="skip_first"),
    Field("skip_unless", PLAIN, "A column: such a row is data after all where a number stands in it."),
)  # fmt: skip


def make_table(values: dict[str, Any], place: Place, source: Source) -> TableMapping:
    """A table: the groups among its fields stand by themselves."""
    every = {**values.pop("fields", {}), **values.pop("groups", {})}
    fields = {key: value for key, value in every.items() if key in FIELDS}
    groups = {key: value for key, value in every.items() if key in GROUPS}
    return TableMapping(**values, fields=fields, groups=groups)


TABLE_RECORD = Record("a table", TABLE_FIELDS, make_table, upper_levels)


# --- the whole --------------------------------------------------------------------------------------


def make_need(values: dict[str, Any], place: Place, source: Source) -> Need:
    """A table that must be there."""
    return Need(values.get("columns", ()), values.get("table", "*"))


NEED_RECORD = Record(
    "a need",
    (
        Field("columns", PLAINS, "Columns that it must have; a|b is one of them."),
        Field("table", PLAIN, "The name of the table; any if it is not given."),
    ),
    make_need,
)


def read_needs(node: Node, key: str, source: Source) -> tuple[Need, ...] | None:
    """Tables that must be there: each a list of columns, or keys that name the table too."""
    if not isinstance(node[0], list):
        report_type(node, key, "a list of columns in a list: - [id, name]", source)
        return None
    needs: list[Need] = []
    for each in node[0]:
        if isinstance(each[0], tuple):
            made = NEED_RECORD.read(each, key, source)
            needs += [made] if made else []
        else:
            needs.append(Need(PLAINS.read(each, key, source) or ()))
    return tuple(needs)


SECTIONS_RECORD = Record(
    "sections",
    (
        Field("titles", named(PLAIN, "Category: Title of its section"), "The titles of sections by their categories.", also="names"),
        Field("limit", number(1, 99, kinds.NUMBER), "How many there are at most; 12 if it is not given.", also="most max"),
        Field("other", PLAIN, "The title of the section of the rest.", also="rest"),
        Field("topics", FLAG, "No keeps categories out of the topics of the index."),
    ),
    lambda values, place, source: Sections(**values),
)  # fmt: skip


def make_mapping(values: dict[str, Any], place: Place, source: Source) -> SourceMapping:
    """The whole mapping, of several tables or of one."""
    single = {field.key: values.pop(field.key) for field in TABLE_FIELDS if field.key in values}
    tables = values.pop("tables", ())
    if tables and single:
        source.report(place, kinds.TABLES_AND_FIELDS, key=next(iter(single)))
    tables = tables or (make_table(single, place, source),)
    common = values.pop("everywhere", TableMapping())
    tables = tuple(with_common(table, common) for table in tables)
    says_something = any(table.fields or table.groups or table.role == "link" for table in tables)
    if not says_something and not source.problems:
        source.report(place, kinds.MAPPING)
    check_parents(tables, place, source)
    for word in values.get("clean", {}):
        if word not in STEPS:
            source.report(place, kinds.STEP, word=word, near=closest(word, STEPS), known=", ".join(STEPS))
    return SourceMapping(**{"name": source.path.stem, **values}, tables=tables)


def with_common(table: TableMapping, common: TableMapping) -> TableMapping:
    """A table with what holds everywhere; what it says itself comes first."""
    return replace(
        table,
        id=table.id if table.id.columns else common.id,
        fields={**common.fields, **table.fields},
        groups={**common.groups, **table.groups},
        leave_out=(*table.leave_out, *common.leave_out),
    )


def check_parents(tables: tuple[TableMapping, ...], place: Place, source: Source) -> None:
    """Report owners that are neither a level nor a table of the mapping."""
    names = {fold_table(name) for table in tables for name in table.table.split("|")}
    for parent in dict.fromkeys(key for table in tables for key in table.parents):
        if parent not in LEVELS and fold_table(parent) not in names:
            kind = kinds.NO_PARENT
            mark = source.find(place, parent)
            source.report(mark, kind, key=parent, near=closest(parent, LEVELS))


MAPPING_RECORD = Record(
    "a mapping",
    (
        Field("name", PLAIN, "A short name; that of the file if it is not given."),
        Field("needs", Kind(read_needs, {"type": "array"}), "What a source must have to be recognised; only for mappings that ship."),
        Field("based_on", PLAIN, "One that ships, whose tables it has besides its own; only for mappings that ship."),
        Field("tables", many(TABLE_RECORD), "The tables of the source; one alone may stand at the top as well.", also="table_list sheets files"),
        Field("everywhere", TABLE_RECORD, "What holds for every table: an id, fields, groups, and what stays out.", also="common all"),
        Field("sections", SECTIONS_RECORD, "How categories become sections.", also="categories"),
        Field("contact_order", many(choice(LEVELS, kinds.LEVEL)), "Whose phone and e-mail address are taken where one has none.",
              also="fallback order"),
        Field("services", choice(("inside", "listings"), kinds.SERVICES), "Whether services stand inside their organization or are listings."),
        Field("clean", named(FLAG, "capitals: no"), "Steps of cleaning, and whether they are done.", also="cleaning"),
        Field("abbreviations", PLAINS, "Words that stay in capitals: [AIDS, YMCA].", also="acronyms capitals"),
        Field("country", COUNTRY, "The country of addresses and numbers, in two letters."),
        *TABLE_FIELDS,
    ),
    make_mapping,
    upper_levels,
)  # fmt: skip


def read_mapping(path: Path) -> SourceMapping:
    """The mapping of a file; raises GuideError with every mistake in it."""
    source = Source(path, path.parent)
    mapping = read_file(source, MAPPING_RECORD)
    report_blanks(source)
    wrong = [problem for problem in source.problems if problem.level == ERROR]
    if mapping is None or wrong:
        raise GuideError(wrong)
    return mapping


@cache
def mapping_schema() -> dict[str, str]:
    """{file name: text} of the schema by which editors complete and check mapping files."""
    return {"mapping.schema.json": write_schema(MAPPING_RECORD)}


def report_blanks(source: Source) -> None:
    """Report separators that are nothing but spaces, which YAML has no eye for."""
    for key, mark in source.blanks:
        if key in ("split", "join"):
            source.report(mark, kinds.BLANK_SPLIT, key=key)
