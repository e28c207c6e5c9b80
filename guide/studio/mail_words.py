"""The words of messages: those of the program, and a file of the guide's own for each language, checked as the mail command does."""

from __future__ import annotations

from typing import NamedTuple

from guide.errors import ERROR
from guide.language.files import language_name
from guide.language.hours_words import capitalise
from guide.mail.templates import ANY, CODE, FIELDS, FOLDER, load_templates
from guide.model import Guide
from guide.studio.findings import said
from guide.studio.owners import EDITION_KIND, Owner
from guide.studio.people import Row
from guide.studio.saves import Saves
from guide.studio.studio import Studio


class Words(NamedTuple):
    """What a message says in a language."""

    language: str
    name: str  # of the language
    subject: str
    text: str
    is_own: bool  # there is a file with them
    rows: list[Row]  # what is wrong with them


def words_of_mail(studio: Studio, guide: Guide, language: str) -> list[Words]:
    """The words in each language that there are some in, those of the guide first; names of languages in `language`."""
    templates, problems = load_templates(studio.content, guide, ANY)
    first = templates.choose(templates.language)
    codes = [first.language.lower(), *sorted(templates.by_language)]
    found = []
    for code in dict.fromkeys(code for code in codes if code in templates.by_language):
        each, path = templates.by_language[code], studio.content / FOLDER / f"{code}.txt"
        rows = [
            Row(said(problem, ""), problem.mark.line, problem.level == ERROR)
            for problem in problems
            if problem.mark.path == path or not path.exists() and problem.mark == each.mark
        ]
        name = capitalise(language_name(code, language))
        found.append(Words(code, name, each.subject, each.body, path.exists(), rows))
    return found


def fields() -> tuple[str, ...]:
    """What can be filled in."""
    return FIELDS


def write_words(
    saves: Saves, edition: str, language: str, subject: str, text: str, name: str, by: str = ""
) -> None:
    """Put the words in a language into their file; `name` is what the history calls them. ValueError where one is empty."""
    subject, text = " ".join(subject.split()), text.replace("\r\n", "\n").strip("\n")
    if not subject or not text.strip() or not CODE.fullmatch(language):
        raise ValueError(language)
    whole = f"Subject: {subject}\n\n{text}\n"
    saves.write_files(Owner(EDITION_KIND, edition), name, {f"{FOLDER}/{language}.txt": whole}, by)


def usual_words(saves: Saves, edition: str, language: str, name: str, by: str = "") -> None:
    """Take the guide's own words in a language away: those of the program are sent again."""
    if not CODE.fullmatch(language):
        raise ValueError(language)
    saves.write_files(Owner(EDITION_KIND, edition), name, {f"{FOLDER}/{language}.txt": None}, by)
