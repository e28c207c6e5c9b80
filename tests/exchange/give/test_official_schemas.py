"""What is given out as HSDS is valid by the schemas that Open Referral publishes, where somebody has them here.

HSDS_SCHEMAS names their folder: `schema` of github.com/openreferral/specification, branch 3.2.
"""

import json
import os
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from guide.exchange.give.hsds_json import as_json
from tests.exchange.give.hsds_schema import KINDS
from tests.exchange.give.samples import MAIN, Lot, loaded, printed

HERE = "https://openreferral.org/"  # a place for the schemas, which name each other by their files
FORMATS = FormatChecker(["email", "uuid"])


@FORMATS.checks("uri")
def is_uri(value):
    """As RFC 3986 has it; jsonschema itself looks at none."""
    return not isinstance(value, str) or bool(re.match(KINDS["uri"]["pattern"], value))


def published():
    """The schema of a service, with those that it names; skips where they are not here."""
    folder = os.environ.get("HSDS_SCHEMAS", "")
    if not folder:
        pytest.skip("HSDS_SCHEMAS names no folder with the schemas of HSDS 3.2")
    schemas = {
        path.name: json.loads(path.read_text(encoding="utf-8")) for path in Path(folder).glob("*.json")
    }
    found = ((HERE + name, Resource.from_contents(schema, DRAFT202012)) for name, schema in schemas.items())
    registry = Registry().with_resources(found)
    return Draft202012Validator({"$ref": HERE + "service.json"}, registry=registry, format_checker=FORMATS)


def wrong_in(guide):
    """What is wrong with the services of a guide, by the schemas that are published."""
    services = json.loads(as_json(guide))["contents"]
    validator = published()
    return [
        (each["name"], error.json_path, error.message)
        for each in services
        for error in validator.iter_errors(each)
    ]


def test_services_are_valid(everything):
    assert wrong_in(everything) == []


def test_costs_and_languages_are_valid(tmp_path):
    text = "title: Food\nlistings:\n  - {id: a, name: A, cost: [free, $10-40, insurance], languages: [es, zh-Hans, others by phone]}\n"
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "1-food.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "guide.yaml").write_text(MAIN, encoding="utf-8")
    assert wrong_in(loaded(tmp_path)) == []


def test_content_by_lot_is_valid(tmp_path):
    lot = Lot(7)
    listings = [lot.listing(number) for number in range(40)]
    (tmp_path / "sections").mkdir()
    (tmp_path / "sections" / "1-food.yaml").write_text(
        json.dumps({"title": "Food", "listings": listings}, ensure_ascii=False), encoding="utf-8"
    )
    (tmp_path / "guide.yaml").write_text(MAIN, encoding="utf-8")
    assert wrong_in(printed(tmp_path)) == []
