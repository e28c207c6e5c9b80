"""Mapping files: what is read of them, and one clear line for every mistake."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from guide.errors import GuideError
from guide.exchange.drafts import FIELDS, GROUPS
from guide.exchange.mapping.known import FOLDER
from guide.exchange.mapping.model import Need, Rule, Sections, TableMapping, Take
from guide.exchange.mapping.read import CHIEF, FIELDS_RECORD, SINGULAR, mapping_schema, read_mapping

WHOLE = """
name: city
needs:
  - [id, name]
  - table: Sites
    columns: [id, agency|parent]
tables:
  - table: Sites|Offices
    looks: [id]
    where: {Kind: [Site, Program], Open: yes}
    role: location
    id: {columns: id}
    parents: {organization: Agency No, notes: Note No}
    by_name: yes
    fields:
      name: [Public Name, Name]
      languages: {columns: "Lang*", every: yes, split: ";", drop: [N/A, none, "null"]}
      latitude: {columns: Place, literal: json, pick: point.lat}
      description: {columns: About, words: {"1": Food, "0": ""}}
      fees_description: {fixed: Free}
      phones:
        - Phone
        - number: Fax
          type: {fixed: fax}
          description: {columns: Fax note, prefix: "Fax "}
    groups:
      addresses: {address_1: Street, city: Town}
    leave_out:
      - Private
      - column: Status
        values: Inactive
        unless: no
        reason: inactive
    skip: 1
  - table: notes
    role: detail
    parents: {location: site}
    fields: {remark: text}
sections:
  titles: {FOOD: Food and meals}
  limit: 8
  other: More
  topics: no
contact_order: [location, organization]
services: listings
clean: {capitals: no, hours: yes}
abbreviations: [AIDS, YMCA]
country: CA
"""


@pytest.fixture
def read(tmp_path):
    """Reads a mapping file; what is wrong with it as lines without the folder."""

    def read_text(text):
        path = tmp_path / "mine.yaml"
        path.write_text(text, encoding="utf-8")
        try:
            return read_mapping(path)
        except GuideError as error:
            return [str(problem).replace(f"{tmp_path}/", "") for problem in error.problems]

    return read_text


def test_every_key_is_read(read):
    """As the types say it."""
    mapping = read(WHOLE)
    sites, notes = mapping.tables
    assert mapping.name == "city"
    assert mapping.needs == (Need(("id", "name")), Need(("id", "agency|parent"), "Sites"))
    assert sites.where == {"Kind": ("Site", "Program"), "Open": ("yes",)}
    assert (sites.table, sites.looks, sites.role, sites.skip, sites.by_name) == (
        "Sites|Offices",
        ("id",),
        "location",
        1,
        True,
    )
    assert sites.parents == {
        "organization": Take(columns=("Agency No",)),
        "notes": Take(columns=("Note No",)),
    }
    assert sites.fields == {
        "name": Take(columns=("Public Name", "Name")),
        "languages": Take(columns=("Lang*",), every=True, split=";", drop=("N/A", "none", "null")),
        "latitude": Take(columns=("Place",), literal="json", pick=("point", "lat")),
        "description": Take(columns=("About",), words={"1": "Food", "0": ""}),
        "fees_description": Take(fixed="Free"),
    }
    phone, fax = sites.groups["phones"]
    assert phone == {"number": Take(columns=("Phone",))}
    assert fax["description"] == Take(columns=("Fax note",), prefix="Fax ")
    assert sites.groups["addresses"] == (
        {"address_1": Take(columns=("Street",)), "city": Take(columns=("Town",))},
    )
    assert sites.leave_out == (
        Rule(column="Private"),
        Rule(column="Status", values=("Inactive",), reason="inactive"),
    )
    assert notes.role == "detail"
    assert mapping.sections == Sections(
        titles={"FOOD": "Food and meals"}, limit=8, other="More", topics=False
    )
    assert (mapping.contact_order, mapping.services, mapping.country) == (
        ("location", "organization"),
        "listings",
        "CA",
    )
    assert mapping.clean == {"capitals": False, "hours": True}
    assert mapping.abbreviations == ("AIDS", "YMCA")


def test_what_holds_everywhere_is_said_once(read):
    """A table's own word comes first."""
    mapping = read(
        "everywhere: {id: No, fields: {name: Name, phones: Phone}, leave_out: Hidden}\n"
        "tables:\n- {where: {Level: Agency}, role: organization}\n- {role: location, fields: {name: Site}, leave_out: Gone}\n"
    )
    agency, site = mapping.tables
    assert agency.id == site.id == Take(columns=("No",))
    assert (agency.fields["name"], site.fields["name"]) == (Take(columns=("Name",)), Take(columns=("Site",)))
    assert agency.groups == site.groups and "phones" in site.groups
    assert [rule.column for rule in site.leave_out] == ["Gone", "Hidden"]


def test_one_table_alone_may_stand_at_the_top(read):
    """Its name is the file's."""
    mapping = read(
        "fields:\n  name: Agency\n  phones: [Phone, Cell]\n  hours: {columns: Hours, split: lines}\n"
    )
    assert mapping.name == "mine"
    (table,) = mapping.tables
    assert table == TableMapping(
        fields={"name": Take(columns=("Agency",)), "hours": Take(columns=("Hours",), split="\n")},
        groups={"phones": ({"number": Take(columns=("Phone",))}, {"number": Take(columns=("Cell",))})},
    )


@pytest.mark.parametrize(
    "text, line",
    [
        ("fields:\n  nmae: A\n", 'mine.yaml:2:3: a record has no key "nmae"; did you mean "name"?'),
        ("fields:\n  telephone: A\n", 'mine.yaml:2:3: a record has no key "telephone"; did you mean "phones"?'),
        ("feilds:\n  name: A\n", 'mine.yaml:1:1: a mapping has no key "feilds"; did you mean "fields"?'),
        ("phones: A\nfields: {name: B}\n", 'mine.yaml:1:1: a mapping has no key "phones"; phones: belongs below "fields"'),
        ("tables:\n- fields: {name: A}\n  limit: 3\n", 'mine.yaml:3:3: a table has no key "limit"; put'),
        ("tables:\n- fields: {name: A}\n  country: CA\n",
         'mine.yaml:3:3: a table has no key "country"; country: belongs at the top of the file'),
        ("fields: {name: {colums: A}}\n", 'mine.yaml:1:17: a field has no key "colums"; did you mean "columns"?'),
        ("fields: {name: {split: x}}\n", 'mine.yaml:1:16: "columns" has neither columns nor a fixed value; write'),
        ("fields: {name: {columns: A, literal: xml}}\n", 'mine.yaml:1:38: "literal" cannot be "xml"; write one of: json, python'),
        ("role: servic\nfields: {name: A}\n", 'mine.yaml:1:7: "role" cannot be "servic"; did you mean "service"?'),
        ("fields: {meetings: A}\n", 'mine.yaml:1:20: "meetings" has several parts; write which column is which, as in weekday:'),
        ("fields: {phones: {no: A}}\n", 'mine.yaml:1:19: a phone has no key "no"; the keys are number, extension'),
        ("fields: [name]\n", 'mine.yaml:1:9: "fields" is a list here; write keys of its own below it, such as name'),
        ("where: Kind\nfields: {name: A}\n", 'mine.yaml:1:8: "where" is a text here; write lines of the form column: value below it'),
        ("where: {A: 1, A: 2}\nfields: {name: A}\n", 'mine.yaml:1:15: "A" is given twice; delete one of the two'),
        ("where: {[a]: 1}\nfields: {name: A}\n", "mine.yaml:1:9: a key must be a word; write it as key: text"),
        ("parents: {organisation: A}\nfields: {name: A}\n",
         'mine.yaml:1:11: "organisation" is neither a level nor a table of this mapping; did you mean "organization"?'),
        ("skip: many\nfields: {name: A}\n", 'mine.yaml:1:7: "skip" is "many"; write a number from 0 to 1000'),
        ("services: apart\nfields: {name: A}\n", 'mine.yaml:1:11: "services" cannot be "apart"; write one of: inside, listings'),
        ("country: Canada\nfields: {name: A}\n", 'mine.yaml:1:10: "Canada" '),
        ("contact_order: [site]\nfields: {name: A}\n", 'mine.yaml:1:17: "contact_order" cannot be "site"; write one of: organization'),
        ("leave_out: [{values: [x]}]\nfields: {name: A}\n", 'mine.yaml:1:13: a rule needs "column"'),
        ("needs: id\nfields: {name: A}\n", 'mine.yaml:1:8: "needs" is a text here; write a list of columns'),
        ("tables: [{fields: {name: A}}]\nrole: service\n", 'mine.yaml:1:1: "role" stands at the top of this mapping, and so does "tables"'),
        ("name: x\n", "mine.yaml:1:1: this mapping names no column; write fields:"),
        ("clean: {capitalz: no}\nfields: {name: A}\n", 'mine.yaml:1:1: "capitalz" is no step of cleaning; did you mean "capitals"?'),
        ('fields: {name: {columns: A, split: " "}}\n', 'mine.yaml:1:36: "split" is nothing but spaces; write the word'),
        ("- a\n", "mine.yaml:1:1: this file must consist of lines of the form key: text"),
        ("", "mine.yaml: this file is empty"),
        ("fields: {name: A\n", "mine.yaml:"),
        ("fields: {name: [[A]]}\n", 'mine.yaml:1:17: "name" is a list here; write one text'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_where_it_is(read, text, line):
    """With what to do."""
    told = read(text)
    assert isinstance(told, list) and told[0].startswith(line), told


def test_all_mistakes_are_told_at_once(read):
    """Nobody mends a file line by line."""
    assert len(read("role: x\nskip: y\nfields: {nmae: A}\n")) == 3


def test_a_file_that_is_not_there_is_told(tmp_path):
    """Not as a traceback."""
    with pytest.raises(GuideError, match="missing"):
        read_mapping(tmp_path / "none.yaml")


def test_bytes_are_no_mapping(tmp_path):
    """Nor is a spreadsheet."""
    for data in (b"PK\x03\x04xl/workbook.xml", b"\xff\xfea\x00", b"fields: {name: \x00}", bytes(range(256))):
        path = Path(tmp_path / "m.yaml")
        path.write_bytes(data)
        with pytest.raises(GuideError):
            read_mapping(path)


def test_every_field_and_group_has_its_key():
    """A draft may have no more and no fewer."""
    assert [field.key for field in FIELDS_RECORD.fields] == [*FIELDS, *GROUPS]
    assert CHIEF.keys() <= SINGULAR.keys() == GROUPS.keys()
    assert all(part in GROUPS[group] for group, part in CHIEF.items())


@pytest.mark.slow
def test_it_has_a_schema_for_editors():
    """By which all that is read is right, what ships as well, and a wrong key is not."""
    (schema,) = map(json.loads, mapping_schema().values())
    checker = jsonschema.validators.validator_for(schema)
    checker.check_schema(schema)
    texts = [WHOLE, *(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.yaml"))]
    for text in texts:
        checker(schema).validate(yaml.safe_load(text))
    with pytest.raises(jsonschema.ValidationError):
        checker(schema).validate({"fields": {"nmae": "A"}})
