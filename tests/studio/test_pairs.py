"""Pairs of a source and its translation, and what is to do with each."""

import pytest

from guide.content.offers import Offers
from guide.content.units import fingerprint
from guide.project import Memory, typed_project
from guide.studio.pairs import (
    checked_by,
    difference,
    field_of,
    groups_of,
    names_of,
    offers_in,
    pairs_of,
    standing_of,
    standings_of,
)

SPANISH = f"""\
title:
  of: {fingerprint("Food")!r}
  text: Comida
listings:
  pantry:
    description:
      # en: Groceries for most.
      of: {fingerprint("Groceries for most.")!r}
      text: Alimentos para la mayoría.
    location-1-name:
      of: {fingerprint("North")!r}
      offered: yes
      text: Norte
  kitchen:
    description:
      of: {fingerprint("A hot meal at noon. See also [[shelter]].")!r}
      text: |
        A hot meal at noon. See also [[shelter]].
"""


@pytest.fixture
def spanish(folder, change):
    """A folder with all states."""
    change("food", "    verified: 2026-04-01\n", "    services: [Food, Free meals]\n")
    place = folder / "translations/es"
    place.mkdir(parents=True)
    (place / "food.yaml").write_text(SPANISH, encoding="utf-8")
    main = "checked: Ana Ruiz, 2026-04-02\ntopics:\n  Food: Comida\n"
    (place / "guide.yaml").write_text(main, encoding="utf-8")
    return folder


def group_in(folder, name):
    return next(group for group in groups_of(typed_project(folder), "es") if group.name == name)


def test_groups_stand_in_the_order_of_the_guide(spanish):
    names = [group.name for group in groups_of(typed_project(spanish), "es")]
    assert names == ["cover", "section/beds", "section/food", "words"]


def test_each_pair_says_what_is_to_do(spanish):
    pairs = pairs_of(group_in(spanish, "section/food"), "en", Offers("en", "es", ()))
    states = {(pair.unit.id, pair.unit.key): pair.state for pair in pairs}
    assert states == {
        ("food", "title"): "done",
        ("pantry", "description"): "outdated",
        ("pantry", "location-1-name"): "offered",
        ("pantry", "location-2-name"): "missing",
        ("kitchen", "description"): "left",
    }
    outdated = next(pair for pair in pairs if pair.state == "outdated")
    assert (outdated.before, outdated.text) == ("Groceries for most.", "Alimentos para la mayoría.")


def test_a_standing_counts_them(spanish):
    group = group_in(spanish, "section/food")
    standing = standing_of(group)
    assert standing == (1, 1, 1, 1, 5) and standing.to_do == 4
    assert standing_of(group_in(spanish, "words")) == (1, 0, 0, 0, 2)


def test_what_is_kept_is_counted_again_when_a_file_changes(spanish):
    memory, known = Memory(), {}
    for text, missing in ((SPANISH, 1), ("", 5)):
        (spanish / "translations/es/food.yaml").write_text(text, encoding="utf-8")
        groups = groups_of(typed_project(spanish, memory=memory), "es")
        assert standings_of(groups, known)["section/food"].missing == missing


def test_lines_that_are_meant_to_be_the_same_are_done(spanish):
    path = spanish / "translations/es/food.yaml"
    path.write_text(SPANISH.replace("      text: |\n", "      same: yes\n      text: |\n"), encoding="utf-8")
    assert standing_of(group_in(spanish, "section/food")).left == 0


def test_equal_texts_are_offered(spanish):
    groups = groups_of(typed_project(spanish), "es")
    offers = offers_in(groups, "en", "es")
    words = pairs_of(groups[-1], "en", offers)
    assert [(pair.unit.key, pair.offer, pair.text) for pair in words] == [
        ("Food", "", "Comida"),
        ("Free meals", "", ""),
    ]
    assert offers.of_topic("Food") == "Comida"


def test_what_is_wrong_stands_at_its_pair(spanish):
    path = spanish / "translations/es/food.yaml"
    path.write_text(SPANISH.replace("para la mayoría", "[[nowhere]]"), encoding="utf-8")
    pairs = pairs_of(group_in(spanish, "section/food"), "en", Offers("en", "es", ()))
    wrong = {pair.unit.key: [each.name for each in pair.problems] for pair in pairs if pair.problems}
    assert wrong == {"description": ["unknown-mention"]}


def test_the_browser_s_names_have_no_hyphens(spanish):
    """By which it divides the paths of fields."""
    units = [unit for group in groups_of(typed_project(spanish), "es") for unit in group.units]
    fields = [field_of(unit) for unit in units]
    assert len(set(fields)) == len(units) and not any("-" in field for field in fields)
    assert names_of(units[-1]) == ("topics", "Free meals")


def test_who_has_read_it_is_known(spanish):
    assert checked_by(typed_project(spanish), "es").name == "Ana Ruiz"
    assert checked_by(typed_project(spanish), "ar") is None


@pytest.mark.parametrize(
    "before, now, parts",
    [
        ("three weeks", "two weeks", [("out", "three"), ("in", "two"), ("same", " weeks")]),
        ("Call.", "Call. Or come.", [("same", "Call."), ("in", " Or come.")]),
        ("a b c", "x y c", [("out", "a b"), ("in", "x y"), ("same", " c")]),
        ("same", "same", [("same", "same")]),
    ],
)
def test_what_was_taken_out_and_put_in(before, now, parts):
    found = difference(before, now)
    assert "".join(text for kind, text in found if kind != "out") == now
    assert "".join(text for kind, text in found if kind != "in") == before
    assert [(kind, text.strip()) for kind, text in found] == [(kind, text.strip()) for kind, text in parts]
