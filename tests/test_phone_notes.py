"""The words beside a number in a translated edition: printed, shown, read out, told where they are missing, sent to translators."""

import re
from datetime import date

import pytest

from guide.braille.compose import Composer
from guide.content.choose.languages import choose_in_languages
from guide.content.load import load_guide
from guide.content.translate_file import translation_files
from guide.content.translations import load_translation
from guide.exchange.po import export_po, import_po
from guide.language.words import words_in
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.editions.versions import stacks_of
from guide.layout.pages import Text
from guide.model import Edition
from guide.project import open_project
from guide.web.make import make_page
from tests.braille.test_compose import KNOWN

GUIDE = """\
title: Help
edition: {number: 1, colour: blue, date: 2026-04-01}
help_now: [{text: In danger, phone: "911"}]
"""
FOOD = """\
title: Food
listings:
  - id: kitchen
    name: Kitchen
    phones: [{number: 773-471-0102, description: zask for Ana}]
    locations:
      - {name: Pier, address: {city: Gary, state_province: IN}, phones: [{number: 773-471-0103, description: zback door}]}
    programs: [{name: Beds, phones: [{number: 773-471-0104, description: zafter five}]}]
    meetings: [{hours: Mo 19:00-20:00, dial_in: {number: 773-471-0105, description: zmute first}}]
"""
NOTES = {
    "zask for Ana": "zpregunte por Ana",
    "zback door": "zpuerta trasera",
    "zafter five": "zdespués de las cinco",
    "zmute first": "zsin sonido",
}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A guide whose notes are all translated."""
    folder = tmp_path_factory.mktemp("notes")
    for name, text in {"guide.yaml": GUIDE, "sections/1-food.yaml": FOOD}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    for file in translation_files(load_guide(folder)[0], folder, "es")[0]:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        text = file.text
        for note, said in NOTES.items():
            before, shown, rest = text.partition(f"# en: {note}\n")
            text = before + shown + rest.replace("text:", f"text: {said}", 1) if shown else text
        file.path.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def spanish(content):
    """The guide in Spanish."""
    project = open_project(content, date(2026, 4, 2))
    return choose_in_languages(project.printed, Edition(name="es", languages=("es",)), content)[0].guide


def all_said(text):
    """That all notes are there in Spanish, and none in English."""
    plain = " ".join(text.replace("\u00a0", " ").split())
    assert [each for each in NOTES.values() if each not in plain] == []
    assert [each for each in NOTES if each in plain] == []


@pytest.mark.parametrize("format", ["web", "text"])
def test_on_a_screen(spanish, format):
    edition = Edition(name="x", format=format, languages=("es",))
    (data,) = make_page([(spanish, words_in("es"))], edition).data.values()
    all_said(re.sub("<[^>]*>", " ", data.decode()))


def test_in_print(spanish):
    version = Version(spanish, words_in("es"), stacks_of(spanish))
    document = lay_out([version], Edition(name="x"), spanish)
    runs = [item.text for page in document.document.pages for item in page.items if isinstance(item, Text)]
    all_said(" ".join(runs))


def test_in_braille(spanish):
    composer = Composer(spanish, words_in("es"), KNOWN)
    texts = [block.text for section in spanish.sections for unit in composer.section(section) for block in unit.blocks]  # fmt: skip
    plain = " ".join(" ".join(texts).split())
    assert all(said in plain for said in NOTES.values())


def test_what_is_not_translated_is_told(content):
    """By the check for missing translations, with the words of the listing."""
    folder, path = content, content / "translations" / "es" / "1-food.yaml"
    whole = path.read_text(encoding="utf-8")
    try:
        path.write_text(whole.replace("zpregunte por Ana", '""'), encoding="utf-8")
        project = open_project(folder, date(2026, 4, 2))
        _, problems = choose_in_languages(project.printed, Edition(name="es", languages=("es",)), folder)
        assert any("phone-1-description" in str(each) or "phone 1" in str(each) for each in problems)
    finally:
        path.write_text(whole, encoding="utf-8")


def test_translators_get_them_and_send_them_back(content, tmp_path):
    guide = load_guide(content)[0]
    translation, _ = load_translation(guide, content, "es")
    path = tmp_path / "es.po"
    path.write_bytes(export_po(guide, translation, "es"))
    text = path.read_text(encoding="utf-8")
    assert all(note in text and said in text for note, said in NOTES.items())
    entries, _, problems = import_po(path, guide, "es")
    assert (
        problems == () and entries["listing", "kitchen", "phone-1-description"].value == "zpregunte por Ana"
    )
