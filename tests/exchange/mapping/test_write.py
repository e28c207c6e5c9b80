"""Mapping files as text: what is written is read again as it was, and each column stands in it with what it holds."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.exchange.drafts import FIELDS, GROUPS
from guide.exchange.mapping.guess import guess
from guide.exchange.mapping.known import known_mappings
from guide.exchange.mapping.model import Lookup, Need, Rule, Sections, SourceMapping, TableMapping, Take
from guide.exchange.mapping.read import read_mapping
from guide.exchange.mapping.tables import match_tables
from guide.exchange.mapping.write import write_mapping
from guide.exchange.tables import Row, Table
from guide.reading.text import without_unseen
from tests.exchange.mapping.tables_made_up import SEVERAL, TABLES, made
from tests.thorough import examples, first_quick

LINE = re.compile(r"# (?:a guess[^;]*; )?([\d,]+) of ([\d,]+)")


def again(text, tmp_path):
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    return read_mapping(path)


@pytest.mark.parametrize("name", first_quick(TABLES, 6))
def test_a_guess_is_read_as_it_was_written(name, tmp_path):
    """And every column stands in the file, those too that are not taken."""
    table = made(TABLES[name])
    found = guess([table])
    text = write_mapping(found.mapping, [table], found.doubts)
    assert again(text, tmp_path) == found.mapping
    for column in table.columns:
        assert any(column.casefold() in line.casefold() for line in text.splitlines() if LINE.search(line)), (
            column
        )


def test_several_tables_are_read_as_they_were_written(tmp_path):
    """With a table that is not taken, as a comment."""
    for tables in SEVERAL.values():
        tables = [made(text, name) for name, text in tables.items()]
        mapping = guess(tables).mapping
        assert again(write_mapping(mapping, tables), tmp_path) == mapping
    assert "#   - table: READ ME  # 2 rows" in write_mapping(mapping, tables)


@pytest.mark.parametrize("name", known_mappings())
def test_a_mapping_that_ships_can_be_written(name, tmp_path):
    """For a user to begin with."""
    mapping = known_mappings()[name]
    assert again(write_mapping(mapping, []), tmp_path) == mapping


def test_what_stands_in_a_column_is_told_beside_it():
    """How many cells are filled, and the first three that are different; a guess is told as one."""
    table = made(
        "Org | Kind\n"
        + "\n".join(f"Place {'ABCDE'[n % 5]}{n} | {'Food' if n % 2 else ''}" for n in range(12))
    )
    text = write_mapping(guess([table]).mapping, [table], {("table", "Org"): "a guess"})
    assert text.startswith("# yaml-language-server: $schema=../schema/mapping.schema.json\n")
    assert "      name: Org  # a guess; 12 of 12: Place A0 | Place B1 | Place C2\n" in text
    assert "category: Kind  # 6 of 12: Food\n" in text


def test_nothing_private_stands_in_the_file():
    """No row that stays out, no person, and no street or number of theirs elsewhere."""
    text = """
Name | Address | Phone | Contact | Internal notes | Status | Confidential
Safe Nest | 5 Hidden Way | 555-555-0199 | Ann Smith | secret door | active | Yes
Old Place | 6 Gone St | 555-555-0198 | Bob Ray | | inactive | No
Nest Office | 5 Hidden Way, Suite 2 | 555-555-0199 | Cy Dee | code 1234 | active | No
Open Door | 7 Open St | 555-555-0102 | Di Fox | | active | No
"""
    table = made(text)
    written = write_mapping(guess([table]).mapping, [table])
    for private in ("Safe Nest", "Hidden", "0199", "Old Place", "Gone", "Smith", "secret", "1234", "Fox"):
        assert private not in written
    assert "Open Door" in written and "7 Open St" in written


def test_what_belongs_to_a_private_record_is_not_shown_either():
    tables = [
        made("Agency ID | Agency | Confidential\n71001 | Alpha | No\n71002 | Beta | Yes", "agencies"),
        made(
            "Site ID | Agency ID | Site | City\n81001 | 71001 | East | Ames\n81002 | 71002 | Secret House | Nome",
            "sites",
        ),
        made("id | site_id | number\n1 | 81001 | 555-555-0101\n2 | 81002 | 555-555-0177", "phones"),
    ]
    text = write_mapping(guess(tables).mapping, tables)
    assert "East" in text and "0101" in text
    assert not any(word in text for word in ("Beta", "Secret House", "Nome", "0177"))


WORD = (
    st.text(
        st.characters(exclude_categories=("C", "M", "Zl", "Zp"), max_codepoint=0x2FFF), min_size=1, max_size=9
    )
    .map(lambda word: unicodedata.normalize("NFC", without_unseen(word)).strip())
    .filter(bool)
)
WORDS = st.lists(WORD, max_size=3).map(tuple)
TAKE = st.builds(
    Take,
    columns=st.lists(WORD, min_size=1, max_size=3).map(tuple),
    every=st.booleans(),
    join=st.sampled_from(["", ", ", "\n", ": "]),
    split=st.sampled_from(["", ";", "\n", "\t", "|", "#", "and"]),
    literal=st.sampled_from(["", "json", "python"]),
    pick=st.lists(WORD.filter(lambda word: "." not in word), max_size=2).map(tuple),
    prefix=st.sampled_from(["", "Fax ", "Monday: "]),
    fixed=st.one_of(st.just(""), WORD),
    words=st.dictionaries(WORD, st.one_of(st.just(""), WORD), max_size=2),
    lookup=st.one_of(
        st.none(),
        st.builds(
            Lookup, table=WORD, id=st.just(("id",)), column=st.just(("name",)), below=WORDS, not_below=WORDS
        ),
    ),
    drop=WORDS,
)
TABLE = st.builds(
    TableMapping,
    table=WORD,
    looks=WORDS,
    where=st.dictionaries(WORD, st.lists(WORD, min_size=1, max_size=2).map(tuple), max_size=2),
    role=st.sampled_from(["organization", "location", "service", "listing", "detail"]),
    id=st.one_of(st.just(Take()), TAKE),
    parents=st.dictionaries(st.sampled_from(["organization", "location"]), TAKE, max_size=2),
    by_name=st.booleans(),
    fields=st.dictionaries(st.sampled_from(FIELDS), TAKE, min_size=1, max_size=3),
    groups=st.dictionaries(
        st.sampled_from(["phones", "addresses"]),
        st.lists(
            st.dictionaries(st.sampled_from(["type", "private"]), TAKE, min_size=1), min_size=1, max_size=2
        ).map(tuple),
        max_size=2,
    ),
    leave_out=st.lists(
        st.builds(Rule, column=WORD, values=WORDS, unless=st.booleans(), reason=WORD), max_size=2
    ).map(tuple),
    also=st.booleans(),
    skip=st.integers(0, 9),
)
MAPPING = st.builds(
    SourceMapping,
    name=WORD,
    tables=st.lists(TABLE, min_size=1, max_size=2).map(tuple),
    needs=st.lists(st.builds(Need, columns=st.lists(WORD, min_size=1, max_size=2).map(tuple), table=st.one_of(st.just("*"), WORD)), max_size=2).map(tuple),
    sections=st.builds(Sections, titles=st.dictionaries(WORD, WORD, max_size=2), limit=st.integers(1, 20), topics=st.booleans()),
    services=st.sampled_from(["inside", "listings"]),
    clean=st.dictionaries(st.sampled_from(["capitals", "hours"]), st.booleans()),
    abbreviations=WORDS,
    country=st.sampled_from(["", "US", "CA", "NO"]),
)  # fmt: skip


@pytest.mark.slow
@settings(max_examples=examples(5, 200), deadline=None)
@given(MAPPING)
def test_any_mapping_is_read_as_it_was_written(tmp_path_factory, mapping):
    """Whatever signs its words have."""
    assert again(write_mapping(mapping, []), tmp_path_factory.mktemp("m")) == mapping


def test_columns_whose_names_nobody_can_type(tmp_path):
    """What cannot be seen stands as "*", which means it."""
    columns = (
        "Na\u200bme",
        "Pho\x1bne",
        "Stra\u0301\u0301\u0301\u0301\u0301\u0301sse",
        "Lin\ne",
        "#",
        ": x",
        "- y",
        '"z',
        "\u0378a",
    )
    rows = tuple(
        Row(number, {column: f"Word \u202e{column} {number}" for column in columns}) for number in range(2, 9)
    )
    table, other = (Table(f"{name}.csv", name, columns, rows) for name in ("odd \u202e", "even\u200b"))
    mapping = again(write_mapping(guess([table, other]).mapping, [table, other]), tmp_path)
    (rules,), (_,) = match_tables([table, other], mapping)
    assert dict(rules.fields)["name"].columns == ("Na\u200bme",)


def test_groups_with_all_their_parts(tmp_path):
    groups = {name: ({part: Take(columns=(part,)) for part in parts},) for name, parts in GROUPS.items()}
    mapping = SourceMapping(name="all", tables=(TableMapping(groups=groups),))
    assert again(write_mapping(mapping, []), tmp_path) == mapping
