"""Translations as PO files."""

import io
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from guide.content.load import load_guide
from guide.content.translate_file import translation_files
from guide.content.translations import load_translation
from guide.exchange.po import export_po, import_po
from guide.exchange.po_text import OFFERED
from tests.content.translated import FOOD

CONTENT = Path(__file__).resolve().parent.parent.parent / "content"


@pytest.fixture(scope="module")
def guide():
    return load_guide(CONTENT)[0]


def exported(guide, language):
    return export_po(guide, load_translation(guide, CONTENT, language)[0], language)


def test_every_text_is_there_with_its_translation(guide):
    """As a standard library reads it."""
    catalog = read_po(io.BytesIO(exported(guide, "es")))
    message = catalog.get("safe place to inject drugs", context="listing insite summary")
    assert message.string == "lugar seguro para inyectarse drogas" and not message.fuzzy
    assert catalog.get("Needle exchange", context="topic Needle exchange").string == "Intercambio de jeringas"
    assert str(catalog.locale) == "es" and len(catalog) > 80


def test_it_comes_back_as_it_went(guide, tmp_path):
    """Every translated text, however many lines it has."""
    path = tmp_path / "guide.po"
    path.write_bytes(exported(guide, "es"))
    entries, topics, problems = import_po(path, guide, "es")
    assert problems == ()
    translation, _ = load_translation(guide, CONTENT, "es")
    assert entries.keys() == translation.entries.keys() and topics == translation.topics
    assert {place: entry.of for place, entry in entries.items()} == {
        place: entry.of for place, entry in translation.entries.items()
    }


def test_what_is_not_translated_stays_so(guide, tmp_path):
    path = tmp_path / "guide.po"
    path.write_bytes(exported(guide, "ar"))
    entries, _, _ = import_po(path, guide, "ar")
    assert ("listing", "insite", "summary") in entries and ("listing", "hams", "summary") not in entries


def test_texts_that_changed_since_come_back_with_what_they_were_made_from(guide, tmp_path):
    """So that the files mark them as out of date."""
    path = tmp_path / "guide.po"
    path.write_bytes(
        exported(guide, "es").replace(b'msgid "safe place to inject drugs"', b'msgid "a safe place"')
    )
    entries, _, _ = import_po(path, guide, "es")
    old = load_translation(guide, CONTENT, "es")[0].entries["listing", "insite", "summary"]
    assert entries["listing", "insite", "summary"].of not in ("", old.of)


def test_a_text_that_is_gone_is_told(guide, tmp_path):
    path = tmp_path / "guide.po"
    path.write_bytes(
        exported(guide, "es").replace(
            b'msgctxt "listing insite summary"', b'msgctxt "listing outsite summary"'
        )
    )
    _, _, (problem,) = import_po(path, guide, "es")
    assert (
        problem.name == "orphan-translation"
        and "listing outsite summary" in problem.message
        and problem.mark.line
    )


@pytest.mark.parametrize("data", [b"this is no PO file\n", b"\xff\xfe", b'msgid "a\n', b""])
def test_what_is_no_po_file_is_told(guide, tmp_path, data):
    """Without a traceback."""
    path = tmp_path / "guide.po"
    path.write_bytes(data)
    entries, topics, problems = import_po(path, guide, "es")
    assert entries == {} and topics == {} and {problem.name for problem in problems} == {"po"}


HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Plural-Forms: nplurals=INTEGER; plural=EXPRESSION;\\n"\n"PO-Revision-Date: some day\\n"\n\n'
SUMMARY = 'msgctxt "listing insite summary"\nmsgid "safe place to inject drugs"\n'


def imported(guide, tmp_path, *messages):
    """(entries, topics, [(line, level)], messages of problems) of a PO file with these messages."""
    path = tmp_path / "guide.po"
    path.write_text(HEAD + "\n".join(messages), encoding="utf-8")
    entries, topics, problems = import_po(path, guide, "es")
    return (
        entries,
        topics,
        [(problem.mark.line, problem.level) for problem in problems],
        " ".join(problem.message for problem in problems),
    )


def test_heads_that_nobody_filled_in_are_no_mistake(guide, tmp_path):
    """Texts of a guide have no plural forms."""
    entries, _, problems, _ = imported(guide, tmp_path, SUMMARY + 'msgstr "lugar"\n')
    assert [entry.value for entry in entries.values()] == ["lugar"] and problems == []


@pytest.mark.parametrize(
    "messages, line, words",
    [
        ([SUMMARY + 'msgstr "null"\n'], 9, "null"),
        ([SUMMARY + 'msgstr "a\u200eb"\n'], 9, "U+200E"),
        ([SUMMARY + 'msgstr "a\\rb"\n'], 9, "U+000D"),
        ([SUMMARY + f'msgstr "{"x" * 3001}"\n'], 9, "3,001 characters"),
        ([SUMMARY + 'msgstr "a"\n', SUMMARY + 'msgstr "b"\n'], 13, "in line 9"),
        ([SUMMARY + 'msgid_plural "places"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'], 7, "one form"),
        (['msgctxt "listing insite description"\nmsgid "x"\nmsgstr "see [[nobody]]"\n'], 9, "nobody"),
        (['msgctxt "listing insite description"\nmsgid "x"\nmsgstr "# a"\n'], 9, "heading"),
        (['msgctxt "topic Needle exchange"\nmsgid "Needle exchange"\nmsgstr "~"\n'], 9, '"~"'),
    ],
)
def test_a_text_that_cannot_be_used_is_refused_with_its_line(guide, tmp_path, messages, line, words):
    _, _, problems, told = imported(guide, tmp_path, *messages)
    assert problems == [(line, "error")] and words in told


def test_a_file_of_which_nothing_can_be_taken_says_so(guide, tmp_path):
    """Because nothing is filled in, or nothing belongs to this guide."""
    assert imported(guide, tmp_path, SUMMARY + 'msgstr ""\n')[2:] == (
        [(0, "error")],
        "nothing was taken in: the file has 1 texts, and none with a translation that belongs to this guide",
    )
    assert imported(guide, tmp_path, 'msgid "a"\nmsgstr "b"\n')[2] == [(8, "warning"), (0, "error")]


def test_hours_that_say_themselves_are_not_unknown(load, tmp_path):
    guide = load(food=FOOD.replace("    fees_desc", "    hours: Mo-Fr 09:00-17:00\n    fees_desc")).guide
    messages = (
        'msgctxt "guide title"\nmsgid "x"\nmsgstr "y"\n',
        'msgctxt "listing pantry hours"\nmsgid "x"\nmsgstr "y"\n',
    )
    told = imported(guide, tmp_path, *messages)[3]
    assert "said in every language by the program itself" in told and "no text" not in told


def test_what_is_offered_is_fuzzy_and_comes_back_marked(load, tmp_path):
    """Until a translator takes the mark away; a file in which nobody has written anything is refused as before."""
    guide = load(food=FOOD).guide
    path = tmp_path / "es.po"
    empty = load_translation(guide, tmp_path, "es")[0]
    path.write_bytes(export_po(guide, empty, "es"))
    text = path.read_text(encoding="utf-8")
    message = '#, fuzzy\nmsgctxt "listing pantry fees_description"\nmsgid "Free"\nmsgstr "Gratis"\n'
    assert f"#. {OFFERED}\n{message}" in text and text.count("fuzzy") == 2  # the comment says so too
    assert import_po(path, guide, "es")[2][0].name == "po"
    path.write_text(text.replace("#, fuzzy\n", ""), encoding="utf-8")
    entries, _, problems = import_po(path, guide, "es")
    assert not problems and [entry.outdated for entry in entries.values()] == [False]


def test_a_topic_that_nobody_has_confirmed_comes_back_so(load, tmp_path):
    guide = load(food=FOOD).guide
    path = tmp_path / "es.po"
    path.write_text('#, fuzzy\nmsgctxt "topic Food"\nmsgid "Food"\nmsgstr "Comida"\n', encoding="utf-8")
    entries, topics, problems = import_po(path, guide, "es")
    assert not problems and not topics and [entry.offered for entry in entries.values()] == [True]
    (file,) = (f for f in translation_files(guide, tmp_path, "es", entries)[0] if f.path.name == "guide.yaml")
    assert "  Food:\n    offered: yes\n    text: Comida\n" in file.text


def test_the_shipped_translations_are_as_the_command_writes_them(tmp_path):
    """Nothing to be brought up to date."""
    folder = tmp_path / "content"
    shutil.copytree(CONTENT, folder)
    for language in ("es", "ar", "zh"):
        for file in translation_files(load_guide(folder)[0], folder, language)[0]:
            assert file.path.read_text(encoding="utf-8") == file.text, file.path


def test_a_file_in_another_language_is_refused(guide, tmp_path):
    """Or it would take the place of what is translated."""
    path = tmp_path / "fr.po"
    path.write_bytes(exported(guide, "fr"))
    entries, topics, problems = import_po(path, guide, "es")
    assert (entries, topics) == ({}, {}) and [problem.level for problem in problems] == ["error"]
    assert "'fr'" in problems[0].message and "translate fr" in problems[0].hint
    assert not any("translation to" in problem.message for problem in import_po(path, guide, "fr-CA")[2])
