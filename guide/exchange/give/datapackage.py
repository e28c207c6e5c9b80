"""An edition as HSDS in tables: CSV files with a datapackage.json that says what stands in them (Frictionless Data)."""

import csv
import hashlib
import json
from collections.abc import Iterator, Sequence
from io import StringIO

from guide.exchange.give.hsds_rows import Row, tables_of
from guide.exchange.give.hsds_rules import CHOICES, SHEETS, SPECIFICATION, VERSION, Column, Sheet
from guide.model import Guide
from guide.seal import archive, is_sealed_archive, seal_of

DESCRIPTOR = "datapackage.json"
FORMATS = ("uuid", "uri", "email")  # kinds that are texts of a form
Object = dict[str, object]


def members_of(guide: Guide) -> dict[str, bytes]:
    """{name: bytes} of the files: the descriptor, which has the seal of the others, and a table for each kind of record."""
    tables = tables_of(guide)
    used = {name: (sheet, tables[name]) for name, sheet in SHEETS.items() if name in tables}
    files = {sheet.path: table_bytes(sheet, rows) for sheet, rows in used.values()}
    resources = [resource(name, sheet, files[sheet.path], {*used}) for name, (sheet, _) in used.items()]
    package: Object = {
        "name": "human_services_data",
        "title": guide.title,
        "profile": "tabular-data-package",
        "version": VERSION,
        "homepage": SPECIFICATION,
        "generator": seal_of(files),
        "resources": resources,
    }
    text = json.dumps(package, ensure_ascii=False, indent=1) + "\n"
    return {DESCRIPTOR: text.encode("utf-8"), **files}


def as_zip(guide: Guide) -> bytes:
    """The files in an archive."""
    return archive(members_of(guide))


def is_zip_made_here(data: bytes) -> bool:
    """Whether this is such an archive, as it was made."""
    return is_sealed_archive(data, DESCRIPTOR)


def table_bytes(sheet: Sheet, rows: Sequence[Row]) -> bytes:
    """A table as CSV, for programs: nothing in it is written otherwise than it is."""
    file = StringIO()
    names = [column.name for column in sheet.columns]
    writer = csv.DictWriter(file, names, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("utf-8")


def resource(name: str, sheet: Sheet, data: bytes, there: set[str]) -> Object:
    """What stands in a table."""
    keys = [each for each in sheet.columns if each.refers in there]
    return {
        "name": name,
        "path": sheet.path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "profile": "tabular-data-resource",
        "bytes": len(data),
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "schema": {
            "primaryKey": "id",
            "fields": [*fields(name, sheet)],
            **({"foreignKeys": [foreign_key(each) for each in keys]} if keys else {}),
        },
    }


def fields(name: str, sheet: Sheet) -> Iterator[Object]:
    """Yield the columns, as a schema of a table says them."""
    for column in sheet.columns:
        is_text = column.kind in FORMATS or column.kind == "string"
        found: Object = {"name": column.name, "type": "string" if is_text else column.kind}
        if column.kind in FORMATS:
            found["format"] = column.kind
        rules: Object = {"required": column.needed, "unique": column.name == "id"}
        if (name, column.name) in CHOICES:
            rules["enum"] = [*CHOICES[name, column.name]]
        yield {**found, "constraints": rules}


def foreign_key(column: Column) -> Object:
    """A column with the ids of another table."""
    return {"fields": column.name, "reference": {"resource": column.refers, "fields": "id"}}
