"""Translations beside the content: read, judged, written for translators, and printed."""

import shutil
from pathlib import Path

import pytest

from guide.content.choose.printable import printable
from guide.content.translation_checks import check_translations, judge
from guide.content.translations import (
    load_translation,
    translate,
    translated_languages,
)
from guide.errors import ERROR, WARNING
from tests.content.translated import FOOD, guide_in, half, read, said, write_files

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


def test_a_translation_of_what_is_not_printed_waits_for_it(content, tmp_path):
    """It is no orphan, and no message names it."""
    beds = "\n  - id: shelter\n    name: Shelter\n    print: no\n    print_reason: it asks us\n    services: Beds\n"
    content("sections/1-food.yaml", FOOD.rstrip("\n") + beds)
    content("translations/es/1-food.yaml", "listings:\n  shelter:\n    summary: {text: Camas}\n")
    content("translations/es/guide.yaml", "topics:\n  Beds: Camas\n")
    assert load_translation(printable(guide_in(tmp_path)), tmp_path, "es")[1] == ()


def test_hours_that_say_themselves_need_no_translation(content, tmp_path):
    """They may have been words yesterday; then their translation is not called unknown."""
    content(
        "sections/1-food.yaml", FOOD.replace("    fees_desc", "    hours: Mo-Fr 09:00-17:00\n    fees_desc")
    )
    content(
        "translations/es/1-food.yaml", "listings:\n  pantry:\n    hours: lunes\n    location-1-hours: x\n"
    )
    spoken, unknown = read(tmp_path)[1]
    assert (spoken.mark.line, spoken.hint) == (3, "delete hours: and what stands below it")
    assert spoken.message.startswith("Pantry: these hours are said in every language by the program itself")
    assert "no text" in unknown.message


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


def test_a_translation_outlasts_the_folder_that_it_came_from(content, tmp_path):
    """A copy of the content is a copy of its translations."""
    half(content)
    copy = tmp_path / "copy"
    shutil.copytree(tmp_path, copy, ignore=shutil.ignore_patterns("copy"))
    assert read(Path(copy))[0].entries.keys() == read(tmp_path)[0].entries.keys()


# --- folders and files that are not as they should be -----------------------------------------------


def test_a_folder_that_nobody_may_read_is_told(content, tmp_path, monkeypatch):
    """It is not as if there were no translation."""
    content("translations/es/1-food.yaml", "title: Comida\n")

    def refuse(place):
        raise PermissionError(13, "Permission denied", str(place))

    guide = guide_in(tmp_path)
    monkeypatch.setattr(Path, "iterdir", refuse)
    assert [each.name for each in load_translation(guide, tmp_path, "es")[1]] == ["unreadable"]
    assert [each.name for each in check_translations(guide, tmp_path)] == ["unreadable"]


def test_an_entry_of_a_listing_that_has_no_texts_any_more_is_kept(content, tmp_path):
    content("sections/1-food.yaml", FOOD.replace("    fees_description: Free\n", "    email: a@b.org\n"))
    path = content("translations/es/1-food.yaml", "listings:\n  pantry:\n    fees_description: Gratis\n")
    write_files(tmp_path)
    assert "Gratis" in path.read_text(encoding="utf-8")


# --- who has read it --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "line, name, day",
    [
        ("no", None, None),
        ("Ana Ruiz", "Ana Ruiz", None),
        ("Ruiz, Ana, 2026-11-30", "Ruiz, Ana", "2026-11-30"),
    ],
)
def test_a_native_speaker_signs_with_a_day(content, tmp_path, line, name, day):
    content("translations/es/guide.yaml", f"checked: {line}\n")
    translation, problems = read(tmp_path)
    assert problems == ()
    found = translation.checked
    assert (found and found.name, found and found.day and found.day.isoformat()) == (name, day)


def test_a_day_that_there_is_not_is_told(content, tmp_path):
    content("translations/es/guide.yaml", "checked: Ana Ruiz, 2026-13-40\n")
    _, problems = read(tmp_path)
    assert [problem.name for problem in problems] == ["date"]
