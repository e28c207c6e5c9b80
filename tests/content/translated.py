"""A small guide that is translated, for tests of translations, of their files and of editions in other languages."""

from guide.content.load import load_guide
from guide.content.translate_file import translation_files
from guide.content.translations import (
    load_translation,
)

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


def half(content):
    """Translate the one listing and not the other."""
    content(
        "translations/es/1-food.yaml",
        "title: Comida\nlistings:\n  kitchen:\n    summary: x\n    description: Vea [[pantry]].\n",
    )
