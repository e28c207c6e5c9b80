"""HSDS in tables."""

import csv
import hashlib
import io
import json

from guide.exchange.give.datapackage import DESCRIPTOR, as_zip, is_zip_made_here, members_of
from guide.seal import are_sealed


def test_the_descriptor_says_what_stands_in_each_file(everything):
    members = members_of(everything)
    package = json.loads(members[DESCRIPTOR])
    assert {each["path"] for each in package["resources"]} == members.keys() - {DESCRIPTOR}
    names = {each["name"] for each in package["resources"]}
    for each in package["resources"]:
        data = members[each["path"]]
        assert (each["bytes"], each["hash"]) == (len(data), f"sha256:{hashlib.sha256(data).hexdigest()}")
        rows = [*csv.DictReader(io.StringIO(data.decode(), newline=""))]
        assert [*rows[0]] == [field["name"] for field in each["schema"]["fields"]]
        for field in each["schema"]["fields"]:
            values = [row[field["name"]] for row in rows]
            rules = field["constraints"]
            assert all(values) or not rules["required"]
            assert len({*values}) == len(values) or not rules["unique"]
            assert {*values} <= {*rules.get("enum", values), ""}
        assert {key["reference"]["resource"] for key in each["schema"].get("foreignKeys", ())} <= names


def test_it_is_known_again_as_a_folder_and_as_an_archive(everything):
    assert are_sealed(members_of(everything), DESCRIPTOR) and is_zip_made_here(as_zip(everything))
