"""Translations beside the content: read, judged, written for translators, and printed."""

import shutil
from pathlib import Path

import pytest

from guide.content.choose.languages import choose_in_languages
from guide.content.load import load_guide
from guide.content.translate_file import translation_files
from guide.content.translations import (
    check_translations,
    incomplete_listings,
    judge,
    load_translation,
    translate,
    translated_languages,
)
from guide.errors import ERROR, WARNING
from guide.model import Edition

GUIDE = """\
title: Help near here
edition:
  date: 2026-03-01
closing_notes: Ask the staff.
topic_synonyms:
  Meals: Food
"""
FOOD = """\
title: Food
introduction: Eat with us.
listings:
  - id: kitchen
    name: Community Kitchen
    summary: hot meals
    description: |
      Hot meals every day. See [[pantry]].

      - soup
      - bread
    services: Food
  - id: pantry
    name: Pantry
    fees_description: Free
"""


@pytest.fixture
def content(tmp_path):
    """A content folder, as a function that writes a file in it."""

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    write("guide.yaml", GUIDE)
    write("sections/1-food.yaml", FOOD)
    return write


def guide_in(folder):
    guide, problems = load_guide(folder)
    assert guide is not None, problems
    return guide


def read(folder, language="es"):
    return load_translation(guide_in(folder), folder, language)


def said(problems, folder):
    return [str(problem).replace(f"{folder}/", "") for problem in problems]


def write_files(folder, language="es", **more):
    """Bring the files up to date; (texts by name, to be filled in, to be read again)."""
    files, _ = translation_files(guide_in(folder), folder, language, **more)
    for file in files:
        file.path.parent.mkdir(parents=True, exist_ok=True)
        file.path.write_text(file.text, encoding="utf-8")
    return (
        {file.path.name: file.text for file in files},
        sum(file.added for file in files),
        sum(file.changed for file in files),
    )


# --- reading ----------------------------------------------------------------------------------------


def test_a_translation_is_put_in_the_place_of_the_source(content, tmp_path):
    """A text alone will do; a fingerprint is added by the command."""
    content("translations/es/guide.yaml", "title: Ayuda cerca de aquí\ntopics:\n  Food: Comida\n")
    content(
        "translations/es/1-food.yaml",
        "title:\n  text: Comida\nlistings:\n  kitchen:\n    summary: comidas calientes\n",
    )
    translation, problems = read(tmp_path)
    assert problems == ()
    guide = translate(guide_in(tmp_path), translation)
    assert (guide.title, guide.sections[0].title, guide.listings[0].summary) == (
        "Ayuda cerca de aquí",
        "Comida",
        "comidas calientes",
    )
    assert guide.listings[0].services == ("Comida",) and guide.topic_synonyms == (("Meals", "Comida"),)
    assert guide.listings[0].name == "Community Kitchen" and "description" in guide.listings[0].untranslated


@pytest.mark.parametrize(
    "name, text, expected",
    [
        (
            "1-food.yaml",
            "titel:\n  text: Comida\n",
            'translations/es/1-food.yaml:1:1: this file has no text "titel" to translate; did you mean "title"?',
        ),
        (
            "1-food.yaml",
            "listings:\n  kitchn:\n    summary: x\n",
            'translations/es/1-food.yaml:2:3: this section has no listing "kitchn"; did you mean "kitchen"?',
        ),
        (
            "1-food.yaml",
            "listings:\n  pantry:\n    summary: x\n",
            'translations/es/1-food.yaml:3:5: Pantry has no text "summary" to translate',
        ),
        (
            "guide.yaml",
            "topics:\n  Foods: x\n",
            'translations/es/guide.yaml:2:3: the guide has no topic "Foods"; did you mean "Food"?',
        ),
        ("2-beds.yaml", "title: x\n", 'translations/es/2-beds.yaml: the content has no file "2-beds.yaml"'),
    ],
)
def test_an_orphan_is_a_warning(content, tmp_path, name, text, expected):
    """What has no place any more is named, with what may be meant."""
    content(f"translations/es/{name}", text)
    (problem,) = read(tmp_path)[1]
    assert (problem.name, problem.level) == ("orphan-translation", WARNING)
    assert said([problem], tmp_path)[0].startswith(expected)


@pytest.mark.parametrize(
    "text, expected",
    [
        ("title: [a\n", "translations/es/1-food.yaml:1:8: the list that begins here"),
        (
            "title:\n  txt: Comida\n",
            'translations/es/1-food.yaml:2:3: a translated text has no key "txt"; did you mean "text"?',
        ),
        ("listings: food\n", 'translations/es/1-food.yaml:1:11: "listings" is a text here'),
        ("listings:\n  kitchen: good\n", 'translations/es/1-food.yaml:2:12: "kitchen" is a text here'),
        (
            "listings:\n  kitchen:\n    description: See [[pantri]].\n",
            'translations/es/1-food.yaml:3:22: there is no listing with the id "pantri"; did you mean [[pantry]]?',
        ),
        (
            "introduction: |\n  # Comida\n",
            "translations/es/1-food.yaml:2:3: a heading cannot be printed in a text",
        ),
        (
            "title:\n  outdated: perhaps\n  text: x\n",
            'translations/es/1-food.yaml:2:13: "outdated" is "perhaps"',
        ),
    ],
)
def test_wrong_content_is_told_with_its_place(content, tmp_path, text, expected):
    """As in the content itself."""
    content("translations/es/1-food.yaml", text)
    (problem,) = read(tmp_path)[1]
    assert problem.level == ERROR and said([problem], tmp_path)[0].startswith(expected)


def test_dirt_in_a_translation_is_found(content, tmp_path):
    """Where it stands, with what to write, as in the content itself; and blanks are as good as nothing."""
    content(
        "translations/es/1-food.yaml",
        "title: Comid\u00c3\u00a1s\nlistings:\n  kitchen:\n    summary: a\ufffdo\n    description: ' '\n",
    )
    found = {problem.name: problem for problem in check_translations(guide_in(tmp_path), tmp_path)}
    assert set(found) == {"garbled", "lost-character", "blank", "missing-translation", "outdated-translation"}
    assert (
        str(found["garbled"].mark).endswith("1-food.yaml:1:8")
        and found["garbled"].hint == 'write "Comid\u00e1s"'
    )
    assert found["lost-character"].level == "error" and "in Spanish" in found["lost-character"].message


def test_a_folder_that_is_no_language(content, tmp_path):
    content("translations/spanish!/guide.yaml", "title: x\n")
    (problem,) = check_translations(guide_in(tmp_path), tmp_path)
    assert problem.name == "language" and "es or pt-BR" in problem.hint
    assert translated_languages(tmp_path) == ("spanish!",)


# --- judging ----------------------------------------------------------------------------------------


def test_what_is_missing_is_said_once(content, tmp_path):
    """Whole listings by their names, others with what they lack."""
    content(
        "translations/es/guide.yaml", "title: x\nclosing_notes: y\ntopics: {Food: Comida, Meals: Comidas}\n"
    )
    content(
        "translations/es/1-food.yaml",
        "title: Comida\nintroduction: Coma.\nlistings:\n  kitchen:\n    summary: x\n",
    )
    (problem,) = [
        each for each in judge(guide_in(tmp_path), read(tmp_path)[0]) if each.name == "missing-translation"
    ]
    assert problem.message == "not translated to Spanish: Community Kitchen (description), Pantry"


def test_a_change_of_the_source_is_noticed(content, tmp_path):
    """The fingerprint does not fit any more."""
    write_files(tmp_path)
    text = (tmp_path / "translations/es/1-food.yaml").read_text()
    content(
        "translations/es/1-food.yaml", text.replace("text:\n", "text: algo\n").replace("text:", "text:", 1)
    )
    assert not [
        each for each in judge(guide_in(tmp_path), read(tmp_path)[0]) if each.name == "outdated-translation"
    ]
    content("sections/1-food.yaml", FOOD.replace("hot meals", "cold meals"))
    (problem,) = [
        each for each in judge(guide_in(tmp_path), read(tmp_path)[0]) if each.name == "outdated-translation"
    ]
    assert problem.message.startswith(
        "Community Kitchen: the translation of summary was not made from the text"
    )
    assert problem.mark.path.name == "1-food.yaml" and problem.mark.line


# --- writing ----------------------------------------------------------------------------------------


def test_the_files_that_are_to_be_filled_in(content, tmp_path, golden):
    """Every text with its source, its fingerprint and an empty place."""
    texts, added, changed = write_files(tmp_path)
    golden("translations/new.txt", "".join(f"=== {name}\n{text}" for name, text in texts.items()))
    assert (added, changed) == (9, 0)


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
    assert {place: entry.value for place, entry in after.items()} == {
        place: entry.value for place, entry in before.items()
    }


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


# --- editions ---------------------------------------------------------------------------------------


def prepared(folder, **edition):
    return choose_in_languages(guide_in(folder), Edition(name="x", **edition), folder)


def half(content):
    content(
        "translations/es/1-food.yaml",
        "title: Comida\nlistings:\n  kitchen:\n    summary: x\n    description: Vea [[pantry]].\n",
    )


def test_an_edition_falls_back(content, tmp_path):
    """What is not translated is printed in the source's language, with a warning."""
    half(content)
    found, problems = prepared(tmp_path, languages=("es",))
    assert [listing.id for listing in found.guide.listings] == ["kitchen", "pantry"]
    assert found.guide.language == "es" and found.guide.listings[1].untranslated == {"fees_description"}
    assert {problem.level for problem in problems} == {WARNING}


def test_an_edition_leaves_out_what_is_not_translated(content, tmp_path):
    """The listing goes, and mentions of it become its name."""
    half(content)
    found, _ = prepared(tmp_path, languages=("es",), untranslated="leave out")
    (listing,) = found.guide.listings
    spans = listing.description[0].spans
    assert listing.id == "kitchen" and "".join(span.text for span in spans) == "Vea Pantry."
    assert incomplete_listings(guide_in(tmp_path), read(tmp_path)[0]) == ("pantry",)


def test_an_edition_stops(content, tmp_path):
    """Where somebody wants all of it or nothing."""
    half(content)
    _, problems = prepared(tmp_path, languages=("es",), untranslated="stop")
    assert {problem.level for problem in problems} == {ERROR}


def test_an_edition_in_a_language_that_nothing_is_translated_to(content, tmp_path):
    """It says what to do."""
    (problem,) = prepared(tmp_path, languages=("vi",))[1]
    assert (problem.name, problem.level) == (
        "no-translation",
        ERROR,
    ) and "make-guide translate vi" in problem.hint


def test_two_languages_have_the_same_listings(content, tmp_path):
    """In one order."""
    half(content)
    found, _ = prepared(tmp_path, languages=("en", "es"), order="by name")
    assert [each.id for each in found.guide.listings] == [each.id for each in found.second.listings]
    assert (found.guide.language, found.second.language) == ("en", "es")


def test_a_translation_outlasts_the_folder_that_it_came_from(content, tmp_path):
    """A copy of the content is a copy of its translations."""
    half(content)
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path, copy, ignore=shutil.ignore_patterns("copy"))
    assert read(Path(copy))[0].entries.keys() == read(tmp_path)[0].entries.keys()


def test_an_edition_that_leaves_everything_out_says_so(content, tmp_path):
    """And speaks of no listing without a name."""
    content("translations/es/1-food.yaml", "title: Comida\n")
    _, problems = prepared(tmp_path, languages=("es",), untranslated="leave out")
    (problem,) = [each for each in problems if each.level == ERROR]
    assert (
        problem.name == "empty-edition"
        and "no listing of it is translated as a whole" in problem.message
        and '""' not in problem.message
    )


# --- folders and files that are not as they should be -----------------------------------------------


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


def test_a_folder_that_nobody_may_read_is_told(content, tmp_path, monkeypatch):
    """It is not as if there were no translation."""
    content("translations/es/1-food.yaml", "title: Comida\n")

    def refuse(place):
        raise PermissionError(13, "Permission denied", str(place))

    guide = guide_in(tmp_path)
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [each.name for each in load_translation(guide, tmp_path, "es")[1]] == ["unreadable"]
    assert [each.name for each in check_translations(guide, tmp_path)] == ["unreadable"]


def test_a_link_that_leads_nowhere_is_told(content, tmp_path):
    (tmp_path / "translations/es").mkdir(parents=True)
    (tmp_path / "translations/es/1-food.yaml").symlink_to("nowhere.yaml")
    assert [each.name for each in translation_files(guide_in(tmp_path), tmp_path, "es")[1]] == ["unreadable"]


def test_an_entry_of_a_listing_that_has_no_texts_any_more_is_kept(content, tmp_path):
    content("sections/1-food.yaml", FOOD.replace("    fees_description: Free\n", "    email: a@b.org\n"))
    path = content("translations/es/1-food.yaml", "listings:\n  pantry:\n    fees_description: Gratis\n")
    write_files(tmp_path)
    assert "Gratis" in path.read_text(encoding="utf-8")
