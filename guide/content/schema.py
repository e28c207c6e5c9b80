"""JSON Schemas of the content files, for editors that complete keys and underline mistakes while somebody types.

They are made of the tables by which content is read. Draft 7 is what the YAML extension of VS Code reads best.
"""

import json
from collections.abc import Mapping
from typing import Any

from guide.content.edition import EDITION
from guide.content.own_pages import PAGE
from guide.content.records.guide_file import GUIDE
from guide.content.records.listings import SECTION
from guide.content.style_file import style_record
from guide.reading.fields import Record, Schema

DRAFT = "http://json-schema.org/draft-07/schema#"
FILES: dict[str, Record[Any]] = {
    "guide.schema.json": GUIDE,
    "section.schema.json": SECTION,
    "edition.schema.json": EDITION,
    "page.schema.json": PAGE,
}


def schema_files(words: Mapping[str, str]) -> dict[str, str]:
    """{file name: text} of the schema of each kind of content file; `words` are the fixed texts that a style may replace."""
    files = FILES | {"style.schema.json": style_record(words)}
    return {name: write_schema(record) for name, record in files.items()}


def write_schema(record: Record[Any]) -> str:
    """The schema of a record as the text of a file."""
    schema = {"$schema": DRAFT, **share(record.schema)}
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def share(schema: Schema) -> Any:
    """A schema in which every mapping that is described more than once stands once, under `definitions`."""
    counts: dict[str, int] = {}
    texts: dict[str, Any] = {}
    count_mappings(schema, counts, texts)
    often = [key for key, count in counts.items() if count > 1]
    names = {
        key: texts[key]["title"].removeprefix("a ").removeprefix("an ").replace(" ", "-") for key in often
    }
    assert len(set(names.values())) == len(names), "two records have one name"
    definitions = {names[key]: refer(texts[key], names, key) for key in often}
    return {**refer(schema, names, None), **({"definitions": definitions} if definitions else {})}


def count_mappings(schema: Any, counts: dict[str, int], texts: dict[str, Any]) -> None:
    """Count each mapping in a schema by its text; what lies in one seen twice is counted often enough."""
    if isinstance(schema, dict):
        if schema.get("type") == "object" and "properties" in schema:
            key = json.dumps(schema)
            counts[key] = counts.get(key, 0) + 1
            texts[key] = schema
            if counts[key] > 2:
                return
        schema = list(schema.values())
    if isinstance(schema, list):
        for each in schema:
            count_mappings(each, counts, texts)


def refer(schema: Any, names: dict[str, str], inside: str | None) -> Any:
    """The schema with references to the definitions, except at the top of the definition it is itself."""
    if isinstance(schema, list):
        return [refer(each, names, None) for each in schema]
    if not isinstance(schema, dict):
        return schema
    if schema.get("type") == "object" and "properties" in schema:
        key = json.dumps(schema)
        if key in names and key != inside:
            return {"$ref": f"#/definitions/{names[key]}"}
    return {name: refer(value, names, None) for name, value in schema.items()}
