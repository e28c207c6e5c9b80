"""HSDS in JSON."""

import json

from jsonschema import Draft202012Validator

from guide.exchange.give.hsds_json import as_json, number
from tests.exchange.give.hsds_schema import PAGE


def test_the_page_is_valid(everything):
    page = json.loads(as_json(everything))
    assert [error.message for error in Draft202012Validator(PAGE).iter_errors(page)] == []
    assert (page["total_items"], page["size"], page["empty"]) == (5, 5, False)


def test_a_service_has_all_that_belongs_to_it(everything):
    whole, pantry, *_ = json.loads(as_json(everything))["contents"]
    assert whole["organization"] == pantry["organization"] and len(whole["organization"]["phones"]) == 4
    pier, hill = (each["location"] for each in whole["service_at_locations"])
    assert (pier["latitude"], pier["longitude"]) == (44.05, -123.09)
    assert pier["addresses"][0]["postal_code"] == "97401" and hill["addresses"][0]["country"] == "CA"
    assert [each["byday"] for each in whole["schedules"] if "byday" in each] == ["MO,TU,WE,TH,FR", "1SA,3SA"]
    assert (whole["minimum_age"], whole["maximum_age"]) == (18, 64)
    assert [each["taxonomy_term"]["name"] for each in whole["attributes"]] == ["Food and meals", "Hot meals", "Groceries", "Youth"]  # fmt: skip
    assert [each["location"]["name"] for each in pantry["service_at_locations"]] == ["Pier"]


def test_numbers_are_numbers():
    assert (number("18"), number("-123.5")) == (18, -123.5)
