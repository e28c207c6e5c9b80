"""The command translate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import content_option, every_option, language_code
from guide.cli.terminal import count, echo, report
from guide.errors import ERROR, GuideError
from guide.language.scripts import base_language
from guide.output import Rule, as_read, write_all, write_atomically
from guide.problems.output import OTHER_PO

if TYPE_CHECKING:  # see build
    from guide.exchange.po import Imported
    from guide.model import Guide


@click.command()
@content_option
@click.argument("language", callback=language_code)
@click.option(
    "--export",
    "export_to",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write a PO file for a translator instead.",
)
@click.option(
    "--import",
    "import_from",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Take in a PO file that a translator has sent back.",
)
@every_option
def translate(content: Path, language: str, export_to: Path | None, import_from: Path | None) -> int:
    """Write the files in which the guide is translated to LANGUAGE, or bring them up to date.

    What is translated already stays. What is new is there to be filled in, and what has to be read again, because its
    source has changed, is marked. LANGUAGE is a code such as es.
    """
    if export_to and import_from:
        raise click.UsageError("Use --export or --import, not both.")
    guide = guide_to_translate(content, language)
    if export_to:
        export_translation(guide, content, language, export_to)
        return 0
    return write_translation(guide, content, language, import_from)


def guide_to_translate(content: Path, language: str) -> Guide:
    """What is printed of the guide; wrong use for the language that it is written in."""
    from guide.language.files import language_name  # see build
    from guide.project import open_project

    project = open_project(content)
    if project.guide is None:
        raise GuideError(problem for problem in project.problems if problem.level == ERROR)
    if language == project.guide.language:
        raise click.BadParameter(
            f"{language} is the language that the guide is written in.", param_hint="LANGUAGE"
        )
    if language_name(language, "en") == base_language(language):
        echo(
            f"No language is known by the code {language}. If that is a mistake, delete the files that are made now.",
            err=True,
        )
    return project.printed


def write_translation(guide: Guide, content: Path, language: str, import_from: Path | None) -> int:
    """Write the files of a translation, with what a translator has sent where there is any; the exit code."""
    from guide.content.translate_file import translation_files  # see build

    entries, topics, found = take_in(import_from, guide, language) if import_from else ({}, {}, ())
    files, more = translation_files(guide, content, language, entries, topics)
    if not files:
        raise GuideError((*found, *more))
    write_all(
        {file.path: file.data for file in files},
        {file.path: as_read(file.old) for file in files},
        keep_mode=True,
    )
    report((*found, *more))
    for file in files:
        echo(f"Made {file.path}", bold=True)
    if import_from:
        echo(f"{count(len(entries) + len(topics), 'text')} taken in from {import_from}.")
    added, changed = sum(file.added for file in files), sum(file.changed for file in files)
    echo(f"{count(added, 'text')} to be filled in, {changed:,} to be read again.")
    if offered := sum(file.offered for file in files):
        echo(
            f"{count(offered, 'text')} filled in by the program: read each, and delete its line offered: yes."
        )
    return int(any(problem.level == ERROR for problem in more))


def take_in(path: Path, guide: Guide, language: str) -> Imported:
    """What a translator has sent as a PO file, and warnings; raises GuideError where it cannot be read."""
    from guide.exchange.po import import_po  # Babel is slow to load

    entries, topics, found = import_po(path, guide, language)
    if any(problem.level == ERROR for problem in found):
        raise GuideError(found)
    return entries, topics, found


def export_translation(guide: Guide, content: Path, language: str, path: Path) -> None:
    """Write a PO file."""
    from guide.content.translations import load_translation  # see build
    from guide.exchange.po import export_po, has_nothing_else

    translation, problems = load_translation(guide, content, language)
    if any(problem.level == ERROR for problem in problems):
        raise GuideError(problems)
    data = export_po(guide, translation, language)
    write_atomically(path, data, Rule(lambda old: has_nothing_else(old, data), OTHER_PO))
    echo(f"Made {path}", bold=True)
