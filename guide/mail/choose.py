"""Which editions a recipient gets: those of their line, or of the command, or the one in their language."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from guide.content.edition import in_language, is_in
from guide.errors import Problem
from guide.language.files import language_name
from guide.language.scripts import base_language
from guide.mail.recipients import Recipient
from guide.model import Edition
from guide.problems import mail as kinds

Wanted = tuple[str, Recipient]  # the name of an edition, and who gets it


def wanted_editions(
    recipients: Iterable[Recipient],
    editions: Mapping[str, Edition],
    names: Sequence[str],
    usual: Sequence[str],
    language: str,
    folder: Path = Path(),
) -> tuple[tuple[Wanted, ...], tuple[Problem, ...]]:
    """(who gets what, warnings): the editions of their lines, of those that the command `names` if it names any; else the
    one in their language, or the `usual` ones. `language` is the guide's, `folder` its content; a warning names the first who gets another than theirs.
    """
    found: list[Wanted] = []
    without: dict[str, Recipient] = {}  # by language
    for each in recipients:
        if each.editions:
            found += ((name, each) for name in each.editions if not names or name in usual)
            continue
        mine = [in_language(each.language, editions, usual[0], language)] if not names else []
        gets = [name for name in mine if name] or usual
        if each.language and not any(is_in(editions[name], each.language, language) for name in gets):
            without.setdefault(base_language(each.language), each)
        found += ((name, each) for name in gets)
    return tuple(found), tuple(
        no_edition(each, editions, usual, language, folder) for each in without.values()
    )


def no_edition(
    each: Recipient, editions: Mapping[str, Edition], names: Sequence[str], language: str, folder: Path
) -> Problem:
    """The warning for the first who gets an edition that is not in their language."""
    code = base_language(each.language)
    there = in_language(code, editions, names[0], language)
    kind = kinds.OTHER_EDITION if there else kinds.NO_EDITION
    file = folder / "editions" / f"{code}.yaml"
    return kind.at(
        each.mark,
        language=language_name(code, "en"),
        code=code,
        names=", ".join(names),
        there=there,
        file=file,
    )
