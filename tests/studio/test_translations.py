"""Translations read file by file."""

import pytest

from guide.content.units import fingerprint
from guide.project import Memory, typed_project
from guide.studio.translations import languages_of, outdated, parts_of, texts_in


@pytest.fixture
def translate(folder):
    """translate("es", "food", text): a file of a translation."""

    def translate(language, name, text):
        path = folder / f"translations/{language}/{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return translate


def entry(listing, key, source, text):
    return f"listings:\n  {listing}:\n    {key}:\n      of: {fingerprint(source)!r}\n      text: {text}\n"


def names_and_files(project, language):
    return [
        (part.texts.name, part.path.name, bool(part.translation.entries))
        for part in parts_of(project, language)
    ]


def test_each_file_of_a_language_has_its_texts(folder, translate):
    translate(
        "es", "food", entry("pantry", "description", "Groceries for everybody.", "Alimentos para todos.")
    )
    project = typed_project(folder)
    assert languages_of(project) == ("es",)
    assert names_and_files(project, "es") == [
        ("cover", "guide.yaml", False),
        ("section/beds", "beds.yaml", False),
        ("section/food", "food.yaml", True),
    ]
    beds = next(texts for texts in texts_in(project) if texts.name == "section/beds")
    assert [(unit.id, unit.key) for unit in beds.units] == [("beds", "title"), ("shelter", "description")]


def test_listings_whose_source_has_changed_are_out_of_date(folder, change, translate):
    translate(
        "es", "food", entry("pantry", "description", "Groceries for everybody.", "Alimentos para todos.")
    )
    translate("ar", "beds", entry("shelter", "description", "An older text.", "نص قديم"))
    translate("no code", "beds", "")
    memory = Memory()
    assert outdated(typed_project(folder, memory=memory)) == {"ar": {"shelter"}, "es": set()}
    change("food", "Groceries for everybody.", "Groceries for some.")
    assert outdated(typed_project(folder, memory=memory)) == {"ar": {"shelter"}, "es": {"pantry"}}


def test_what_is_kept_is_read_again_when_it_changes(folder, translate):
    memory = Memory()
    path = translate("es", "food", entry("pantry", "description", "Older.", "Antes."))
    first = list(parts_of(typed_project(folder, memory=memory), "es"))
    again = list(parts_of(typed_project(folder, memory=memory), "es"))
    assert all(one is other for one, other in zip(first, again))
    path.write_text("", encoding="utf-8")
    assert outdated(typed_project(folder, memory=memory)) == {"es": set()}
    path.unlink()
    assert outdated(typed_project(folder, memory=memory)) == {"es": set()}


def test_a_guide_that_cannot_be_read_has_no_texts(tmp_path):
    assert texts_in(typed_project(tmp_path / "nowhere")) == ()
    assert outdated(typed_project(tmp_path / "nowhere")) == {}
