"""Files for translators: what is to be filled in, what is brought up to date, and that nothing is lost."""

import pytest

from guide.content.translate_file import translation_files
from guide.content.translation_checks import check_translations, judge
from guide.content.units import fingerprint
from guide.errors import ERROR
from tests.content.translated import guide_in, read, write_files


def test_the_files_that_are_to_be_filled_in(content, tmp_path, golden):
    """Every text with its source, its fingerprint and an empty place."""
    texts, added, changed = write_files(tmp_path)
    golden("translations/new.txt", "".join(f"=== {name}\n{text}" for name, text in texts.items()))
    assert (added, changed) == (8, 0)


FILLED = """\
# Ana Ruiz has read this.

title:
  # en: Food
  of: 1a2b3c4d
  text: Comida

# Is this the right word?
introduction: Coma con nosotros.

listings:
  kitchen:
    summary:
      # ask Ana
      of: 11111111
      text: "comidas: calientes"
    description: |
      Comidas calientes cada día. Vea [[pantry]].

      # no note, but text
      - sopa
      - pan
    alert:
      text: "Cerrado # por ahora"
  old-kitchen:
    # its own note
    summary: una cocina
# the end
"""


def test_nothing_is_lost_when_a_file_is_brought_up_to_date(content, tmp_path, golden):
    """Texts, notes and orphans stay; what has changed is marked; a second time changes nothing."""
    content("translations/es/1-food.yaml", FILLED.replace("      # no note, but text\n", ""))
    texts, added, changed = write_files(tmp_path)
    golden("translations/updated.txt", texts["1-food.yaml"])
    assert changed == 2  # title and summary have other fingerprints
    again, _, changed = write_files(tmp_path)
    assert again == texts and changed == 0


def test_a_file_that_was_brought_up_to_date_means_the_same(content, tmp_path):
    """Whatever was translated before is translated still."""
    content("translations/es/1-food.yaml", FILLED.replace("      # no note, but text\n", ""))
    before = read(tmp_path)[0].entries
    write_files(tmp_path)
    after = read(tmp_path)[0].entries
    assert {place: entry.value for place, entry in after.items() if not entry.offered} == {
        place: entry.value for place, entry in before.items()
    }


PANTRIES = """\
title: Food
listings:
  - id: a
    name: A
    summary: hot meals
    languages: Spanish, Vietnamese
    fees_description: Free
    services: Food
  - id: b
    name: B
    summary: hot meals
    phones: {number: 541-672-3344, description: toll-free}
"""


def test_what_is_known_is_offered_and_marked_until_somebody_has_read_it(content, tmp_path):
    """Equal texts, words of every guide and names of languages; what is not known stays empty."""
    content("sections/1-food.yaml", PANTRIES)
    content("translations/es/1-food.yaml", "title: Comida\nlistings:\n  a:\n    summary: comidas calientes\n")
    texts, _, _ = write_files(tmp_path)
    for text in ("comidas calientes", "Gratis", "Español, vietnamita", "gratuito"):
        assert f"      offered: yes\n      text: {text}\n" in texts["1-food.yaml"].replace('"', "")
    assert "  Food:\n    offered: yes\n    text: Comida\n  Meals:\n" in texts["guide.yaml"]
    translation, problems = read(tmp_path)
    assert translation.topics == {"Food": "Comida"} and not problems
    assert sum(entry.offered for entry in translation.entries.values()) == 5
    again, _, _ = write_files(tmp_path)
    assert again == texts
    content("translations/es/1-food.yaml", texts["1-food.yaml"].replace("      offered: yes\n", ""))
    content("translations/es/guide.yaml", texts["guide.yaml"].replace("    offered: yes\n", ""))
    texts, _, _ = write_files(tmp_path)
    assert "offered: yes\n" not in "".join(texts.values()).replace('says\n# "offered', "")
    assert "  Food: Comida\n" in texts["guide.yaml"]


def test_an_offer_for_a_text_that_has_changed_is_out_of_date(content, tmp_path):
    content("translations/es/1-food.yaml", "title: {of: 00000000, offered: yes, text: Comida}\n")
    texts, _, changed = write_files(tmp_path)
    assert "  outdated: yes\n  text: Comida" in texts["1-food.yaml"] and changed == 1


def test_an_entry_marked_as_outdated_stays_so_until_the_line_is_deleted(content, tmp_path):
    """Only a person can say that it is right again."""
    content("translations/es/1-food.yaml", "title:\n  of: 00000000\n  text: Comida\n")
    write_files(tmp_path)
    text = (tmp_path / "translations/es/1-food.yaml").read_text()
    assert "outdated: yes" in text
    write_files(tmp_path)
    assert "outdated: yes" in (tmp_path / "translations/es/1-food.yaml").read_text()
    content("translations/es/1-food.yaml", text.replace("  outdated: yes\n", ""))
    assert not [
        each for each in judge(guide_in(tmp_path), read(tmp_path)[0]) if each.name == "outdated-translation"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "# a",
        "yes",
        "~x",
        "[a]",
        '"a"',
        "- a",
        "1.5",
        "a #b",
        "*a*",
        "@a",
        "a\\b",
        "«a»",
        "é",
        "a:",
        "{}",
    ],
)
def test_any_text_is_written_so_that_it_is_read_again(content, tmp_path, text):
    """YAML's own signs are quoted."""
    import json

    content("translations/es/1-food.yaml", f"title: {json.dumps(text)}\n")
    before = read(tmp_path)[0].entries["section", "food", "title"].value
    write_files(tmp_path)
    assert read(tmp_path)[0].entries["section", "food", "title"].value == before == text


@pytest.mark.parametrize(
    "data, name",
    [
        ("caf\u00e9: a\n".encode("latin-1"), "encoding"),
        ("title: a\n".encode("utf-16"), "encoding"),
        (b"title: [\n", "not-yaml"),
        (b"? [a]\n: b\n", "unknown-key"),
        (b"listings: {kitchen: {? {a: b} : c}}\n", "unknown-key"),
        (b"title: a\ntitle: b\n", "duplicate-key"),
        (b"listings: {kitchen: {summary: a, summary: b}}\n", "duplicate-key"),
        (b"gone: {a: 1, a: 2}\n", "duplicate-key"),
        (b"listings: [a]\n", "wrong-type"),
        (b"", "empty-file"),
    ],
)
def test_a_file_that_cannot_be_read_stops_before_anything_is_written(content, tmp_path, data, name):
    """Or what it holds would be lost."""
    path = content("translations/es/1-food.yaml", "")
    path.write_bytes(data)
    files, problems = translation_files(guide_in(tmp_path), tmp_path, "es")
    assert files == [] and name in [problem.name for problem in problems if problem.level == ERROR]
    assert name in [problem.name for problem in check_translations(guide_in(tmp_path), tmp_path)]


def make_file(place):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text("x")


def make_loop(place):
    place.parent.mkdir(parents=True, exist_ok=True)
    place.symlink_to(place.name)


@pytest.mark.parametrize("make", [make_file, make_loop])
@pytest.mark.parametrize("name", ["translations", "translations/es"])
def test_a_folder_that_is_none_is_told(content, tmp_path, make, name):
    make(tmp_path / name)
    _, (problem,) = translation_files(guide_in(tmp_path), tmp_path, "es")
    assert problem.name == "unreadable"
    if name == "translations":
        assert [each.name for each in check_translations(guide_in(tmp_path), tmp_path)] == ["unreadable"]


def test_a_link_that_leads_nowhere_is_told(content, tmp_path):
    (tmp_path / "translations/es").mkdir(parents=True)
    (tmp_path / "translations/es/1-food.yaml").symlink_to("nowhere.yaml")
    assert [each.name for each in translation_files(guide_in(tmp_path), tmp_path, "es")[1]] == ["unreadable"]


def test_the_source_that_a_translation_was_made_from_stays_beside_the_new_one(content, tmp_path):
    """As long as somebody has to compare the two."""
    old = f"title:\n  # en: Meals\n  of: {fingerprint('Meals')}\n  text: Comidas\n"
    content("translations/es/1-food.yaml", old)
    shown = f"title:\n  # en: Food\n  # en before: Meals\n  of: {fingerprint('Food')}\n  outdated: yes\n  text: Comidas\n"
    for _ in range(2):
        texts, _, _ = write_files(tmp_path)
        assert f"\n{shown}" in texts["1-food.yaml"]
    content("translations/es/1-food.yaml", texts["1-food.yaml"].replace("  outdated: yes\n", ""))
    assert "before" not in write_files(tmp_path)[0]["1-food.yaml"]


def test_who_has_read_a_translation_stays_in_its_place(content, tmp_path):
    for line in ("checked: no", "checked: Ana Ruiz, 2026-11-30"):
        content("translations/es/guide.yaml", f"# By Ana.\n\n# read by\n{line}\n\ntitle:\n  text: Ayuda\n")
        texts, _, _ = write_files(tmp_path)
        assert texts["guide.yaml"].startswith(f"# By Ana.\n\n# read by\n{line}\n\ntitle:\n")
        assert "\nchecked" not in texts["1-food.yaml"]
