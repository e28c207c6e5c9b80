"""What translators write, and its undoing."""

import pytest

from guide.content.units import fingerprint
from guide.errors import GuideError
from guide.studio.pairs import field_of
from guide.studio.saves import Conflict, Saves
from guide.studio.translating import Translating
from guide.studio.translations import parts_of
from tests.studio.conftest import open_studio

BREAD = "Groceries for everybody."
SPANISH = f"""\
# By Ana.
listings:
  pantry:
    description:
      # en: Groceries for some.
      # ask Rosa
      of: {fingerprint("Groceries for some.")}
      text: Alimentos para algunos.
"""


@pytest.fixture
def spanish(folder):
    """A language with one text, whose source has changed since."""
    path = folder / "translations/es/food.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SPANISH, encoding="utf-8")
    return path


@pytest.fixture
def desk(spanish, folder):
    """Somebody who translates."""
    return begin(folder)


def begin(folder):
    studio = open_studio(folder)
    return Translating(studio, Saves(studio))


def field(desk, listing, key="description", language="es"):
    """What the browser calls a text."""
    for part in parts_of(desk.studio.seen.typed, language):
        for unit in part.texts.units:
            if (unit.id, unit.key) == (listing, key):
                return desk.place(language, field_of(unit))
    raise KeyError(listing)


def test_typing_alone_does_not_clear_the_mark(desk, spanish):
    pantry = field(desk, "pantry")
    step = desk.write(pantry, "Alimentos para todos.", "Alimentos para algunos.")
    text = spanish.read_text(encoding="utf-8")
    assert text == SPANISH.replace("algunos", "todos").replace(
        "      # en: Groceries for some.\n      # ask Rosa\n",
        "      # ask Rosa\n      # en: Groceries for some.\n",
    )
    assert (step.owner, step.name) == ("translation/es/listing/pantry", "Elm Pantry")
    assert step.keys["description"] == ["Alimentos para algunos.", "Alimentos para todos."]
    assert desk.write(field(desk, "pantry"), "Alimentos para todos.", "whatever") is None


def test_what_is_done_is_right_for_the_source_of_now(desk, spanish):
    pantry = field(desk, "pantry")
    desk.write(pantry, "Alimentos para algunos.", "Alimentos para algunos.", is_done=True)
    text = spanish.read_text(encoding="utf-8")
    assert f"      # ask Rosa\n      # en: {BREAD}\n      of: {fingerprint(BREAD)}\n" in text
    assert text.startswith("# By Ana.\n") and text.endswith("      text: Alimentos para algunos.\n")
    with pytest.raises(ValueError):
        desk.write(pantry, " ", "", is_done=True)


def test_a_change_is_undone_after_the_studio_was_begun_again(desk, spanish, folder):
    desk.write(field(desk, "pantry"), "Comida.", "Alimentos para algunos.", is_done=True)
    desk.write(field(desk, "shelter"), "Una cama.", "")
    beds = spanish.with_name("beds.yaml")
    assert "text: |\n        Una cama.\n" in beds.read_text(encoding="utf-8")
    again = begin(folder)
    assert again.saves.undo().owner == "translation/es/listing/shelter"
    assert not beds.exists()
    again.saves.undo()
    assert spanish.read_text(encoding="utf-8") == SPANISH


def test_one_visit_is_one_step(desk):
    for text, was in (("Comida", "Alimentos para algunos."), ("Comida buena", "Comida")):
        desk.write(field(desk, "pantry"), text, was, visit="me-1-pantry")
    assert len(desk.saves.history.steps) == 1
    desk.saves.undo()
    assert field(desk, "pantry").group.part.data == SPANISH.encode()


def test_a_text_that_somebody_else_has_changed_is_asked_about(desk, spanish):
    spanish.write_text(SPANISH.replace("algunos", "muchos"), encoding="utf-8")
    pantry = field(desk, "pantry")
    with pytest.raises(Conflict) as found:
        desk.write(pantry, "Alimentos para todos.", "Alimentos para algunos.")
    assert list(found.value.keys.values()) == ["Alimentos para muchos."]
    step = desk.write(pantry, "Alimentos para todos.", "Alimentos para muchos.")
    spanish.write_text(SPANISH, encoding="utf-8")
    with pytest.raises(Conflict):
        desk.saves.undo(step.number)


def test_a_text_that_nobody_could_read_is_refused(desk, spanish):
    with pytest.raises(GuideError):
        desk.write(field(desk, "pantry"), "Alimentos\x07", "Alimentos para algunos.")
    assert spanish.read_text(encoding="utf-8") == SPANISH
    desk.write(field(desk, "pantry"), "Vea [[nowhere]].", "Alimentos para algunos.")
    assert "Vea [[nowhere]]." in spanish.read_text(encoding="utf-8")


def test_who_has_read_it_stands_in_the_file_of_the_guide(desk, spanish):
    with pytest.raises(ValueError):
        desk.sign("es", " ")
    desk.sign("es", " Ana  Ruiz ")
    main = spanish.with_name("guide.yaml")
    assert "\nchecked: Ana Ruiz, 2026-05-01\n" in main.read_text(encoding="utf-8")
    desk.saves.undo()
    assert "\nchecked: no\n" in main.read_text(encoding="utf-8")


def test_a_language_begins_and_can_be_taken_back(folder):
    desk = begin(folder)
    desk.start("es")
    assert (folder / "translations/es/beds.yaml").exists()
    for wrong in ("es", "en", "../x", "no code"):
        with pytest.raises(ValueError):
            desk.start(wrong)
    begin(folder).saves.undo()
    assert not (folder / "translations/es").exists()


def test_a_translator_s_file_goes_out_and_comes_back(desk, spanish):
    sent = desk.export("es").replace(
        b'msgid "A bed for the night."\nmsgstr ""',
        b'msgid "A bed for the night."\nmsgstr "Una cama."',
    )
    taken = desk.take_in("es", "../guide-es.po", sent)
    assert (taken.texts, taken.problems) == (2, ())
    beds = spanish.with_name("beds.yaml")
    assert "Una cama." in beds.read_text(encoding="utf-8")
    desk.saves.undo()
    assert not beds.exists() and spanish.read_text(encoding="utf-8") == SPANISH
    with pytest.raises(GuideError):
        desk.take_in("es", "guide-es.po", b"no PO file")


def test_lines_that_are_meant_to_be_the_same_are_told_so(desk, spanish):
    """They are no warning after that; without a word of it they are one."""
    pantry = field(desk, "pantry")
    desk.write(pantry, BREAD, "Alimentos para algunos.", is_done=True)
    assert "same: yes" not in spanish.read_text(encoding="utf-8")
    desk.write(pantry, BREAD, BREAD, is_done=True, same=True)
    assert "      same: yes\n" in spanish.read_text(encoding="utf-8")
