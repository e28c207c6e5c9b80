"""Which guide a command works on, where what it makes stands, and commands that find both when they are pasted."""

import os
from pathlib import Path

import click

from guide.cli.wishes import CONTENT as CHOSEN
from guide.cli.wishes import note, wish
from guide.expressions import expression
from guide.reading.folders import CONTENT
from guide.reading.folders import MAIN_FILE as MAIN_FILE  # commands find these three here
from guide.reading.folders import OUT as OUT
from guide.reading.folders import out_of as out_of

COMMAND = expression(
    r"make-guide (?:mail (?:status|bounced)|distribute list|archive|build|changes|errata|check|export|history|numbers|schema|suppress|translate|verify|where)\b"
)


def content_here() -> Path:
    """The content folder where nobody names one: this folder if it is a guide, else `content` in it."""
    return Path() if Path(MAIN_FILE).is_file() else Path(CONTENT)


def chosen() -> Path | None:
    """The folder that the run works on; None where it needs none."""
    content = wish(CHOSEN)
    return content if isinstance(content, Path) else None


def choose(context: click.Context | None, content: Path) -> Path:
    """The folder, which the run remembers as the one that it works on."""
    return note(context, CHOSEN, content)


def pasteable(text: str) -> str:
    """A text whose commands name the folder that this run works on, where they would not find it by themselves."""
    content = chosen()
    if content is None or content == content_here() or "make-guide " not in text:
        return text
    return COMMAND.sub(lambda command: f"{command[0]} --content {quoted(content)}", text)


def quoted(path: str | Path) -> str:
    """A path as it is typed in a shell of this system."""
    if os.name == "nt":
        from subprocess import list2cmdline  # only here

        return list2cmdline([str(path)])
    from shlex import quote  # only here

    return quote(str(path))
