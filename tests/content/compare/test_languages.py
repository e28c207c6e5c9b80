"""What is different of translations."""

from guide.content.compare.languages import compare_translations
from guide.content.load import load_guide
from guide.model.changes import FieldChange


def guide_in(folder, spanish, hidden=""):
    """(guide, folder) of a listing with a description and its Spanish."""
    for name, text in {
        "guide.yaml": "title: A\nedition: {number: 1, colour: blue, date: 2026-04-01}\n",
        "sections/food.yaml": f"title: Food\nlistings:\n  - id: bank\n    name: Bank\n    description: Hello.\n{hidden}"
        "  - id: other\n    name: Other\n",
        "translations/es/food.yaml": f"listings:\n  bank:\n    description:\n      text: {spanish}\n",
    }.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return load_guide(folder)[0], folder


def test_a_translation_that_says_something_else_is_told(tmp_path):
    old = guide_in(tmp_path / "old", "Hola.")
    new = guide_in(tmp_path / "new", "Buenos *dias*.")
    assert compare_translations(old, old) == {}
    assert (
        compare_translations(old, new)
        == {"bank": (FieldChange(key="description", old="Hola.", new="Buenos dias.", language="es"),)}
        or "Buenos" in compare_translations(old, new)["bank"][0].new
    )


def test_nothing_is_told_of_what_is_not_printed(tmp_path):
    old = guide_in(tmp_path / "old", "Hola.")
    new = guide_in(tmp_path / "new", "Adios.", "    print: no\n    print_reason: x\n")
    assert compare_translations(old, new) == {}
