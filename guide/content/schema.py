"""JSON Schemas of the content files, for editors that complete keys and underline mistakes while somebody types.

They are made of the tables by which content is read. Draft 7 is what the YAML extension of VS Code reads best.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from guide.content.edition import EDITION
from guide.content.own_pages import PAGE
from guide.content.records.guide_file import GUIDE
from guide.content.records.listings import SECTION
from guide.content.style_file import style_record
from guide.content.translations import RECORDS
from guide.content.unit_texts import ROWS
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
    written = {name: write_schema(record) for name, record in files.items()}
    return written | {"translation.schema.json": write_schema(TranslationSchema())}


class TranslationSchema:
    """What a file of translations may hold, in the way of a `Record`: its keys are those of the content's texts."""

    @property
    def schema(self) -> Schema:
        """The schema of the file."""
        entry: Schema = {"anyOf": [{"type": ["string", "array", "null"]}, RECORDS[ROWS].schema]}
        entries: Schema = {"type": ["object", "null"], "additionalProperties": entry}
        return {
            "title": "a file of translations",
            "type": "object",
            "properties": {
                "checked": {
                    "description": "The native speaker who has read the translation, and the day: Ana Ruiz, 2026-11-30. "
                    "In guide.yaml; no while nobody has.",
                    "type": ["string", "boolean"],
                },
                "topics": {"description": "The words of the index.", **entries},
                "listings": {
                    "description": "The texts of listings, by their ids.",
                    "type": ["object", "null"],
                    "additionalProperties": entries,
                },
            },
            "additionalProperties": entry,
        }


def write_schema(record: Record[Any] | TranslationSchema) -> str:
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
