"""What became of a listing."""

from dataclasses import replace
from pathlib import Path

import pytest

from guide.between.history import history_of, known_ids
from guide.content.load import load_guide


def test_each_edition_and_what_changed_since(two_versions):
    content, out = two_versions
    guide, _ = load_guide(content)
    first, now = history_of(out, guide, "chicago-recovery-alliance")
    assert first.name == "Edition 1 of 2026-11-23" and first.there
    assert [name for name, _ in first.places] == ["pocket"] and first.places[0][1] > 1
    assert first.change is None
    assert (now.name, now.there, now.change.fields[0].key) == ("", True, "phone")


def test_a_listing_that_is_gone_or_new_is_followed(two_versions):
    content, out = two_versions
    guide, _ = load_guide(content)
    first, now = history_of(out, guide, "harbor-food-bank")
    assert (first.there, now.there, now.change.kind) == (False, True, "new")
    without = replace(guide, sections=guide.sections[1:])
    first, now = history_of(out, without, "insite")
    assert (first.there, now.there, now.change.kind) == (True, False, "gone")
    assert {"insite", "harbor-food-bank"} <= known_ids(out, guide)


@pytest.mark.parametrize("id", ["chicago-recovery-alliance", "renamed"])
def test_another_id_is_followed(two_versions, id):
    content, out = two_versions
    guide, _ = load_guide(content)
    (first, *rest) = guide.sections
    listings = tuple(
        replace(each, id="renamed") if each.id == "drug-policy-alliance" else each for each in first.listings
    )
    renamed = replace(guide, sections=(replace(first, listings=listings), *rest))
    stages = list(history_of(out, renamed, id))
    assert stages[0].there and stages[0].places


def test_without_anything_kept_there_is_the_content_alone(maker):
    (now,) = history_of(Path("nowhere"), maker.guide(maker.section(maker.listing("a"))), "a")
    assert now.there and now.change is None
