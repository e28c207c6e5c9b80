"""The mappings that ship, one file each, and which of them a source is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from guide.errors import GuideError, Mark
from guide.exchange.mapping.model import Need, SourceMapping
from guide.exchange.mapping.names import has_columns
from guide.exchange.mapping.read import read_mapping
from guide.exchange.mapping.tables import is_named, match_tables
from guide.exchange.tables import Table
from guide.problems import mappings as kinds
from guide.reading.fields import closest

FOLDER = Path(__file__).parent / "known"


@cache
def known_mappings() -> dict[str, SourceMapping]:
    """{name: mapping} of all that ship."""
    mappings = map(read_mapping, sorted(FOLDER.glob("*.yaml")))
    known = {mapping.name: mapping for mapping in mappings}
    return {name: with_base(mapping, known) for name, mapping in known.items()}


def with_base(mapping: SourceMapping, known: Mapping[str, SourceMapping]) -> SourceMapping:
    """A mapping with the tables of the one that it is based on behind its own."""
    return (
        replace(mapping, tables=mapping.tables + known[mapping.based_on].tables)
        if mapping.based_on
        else mapping
    )


def find_mapping(tables: Sequence[Table], name: str = "") -> SourceMapping | None:
    """The mapping of a name, or the one that takes most columns of these tables among those whose needs they have.

    None where no mapping that ships knows them. GuideError where none has the name.
    """
    known = known_mappings()
    if name:
        return named_mapping(name)
    fitting = [mapping for mapping in known.values() if mapping.needs and fits(mapping.needs, tables)]
    others = {mapping.based_on for mapping in fitting}
    fitting = [mapping for mapping in fitting if mapping.name not in others]
    return max(fitting, key=lambda mapping: columns_taken(mapping, tables), default=None)


def named_mapping(name: str) -> SourceMapping:
    """The mapping that ships by this name, written in any way; GuideError with those that there are."""
    known = known_mappings()
    for each, mapping in known.items():
        if each.casefold() == name.strip().casefold():
            return mapping
    problem = kinds.NO_FORMAT.at(Mark(Path(name)), near=closest(name, known), known=", ".join(known))
    raise GuideError([problem])


def fits(needs: Iterable[Need], tables: Sequence[Table]) -> bool:
    """Whether tables have all that a mapping needs."""
    return all(
        any(
            is_named(need.table, table, tables) and has_columns(need.columns, table.columns)
            for table in tables
        )
        for need in needs
    )


def columns_taken(mapping: SourceMapping, tables: Sequence[Table]) -> int:
    """How many columns of the tables the mapping takes."""
    matched = match_tables(tables, mapping)
    return sum(len(frozenset().union(*(each.taken for each in rules))) for rules in matched)
