"""docs/commands.md has every command with its options, written from the commands themselves.

After a change of a command: UPDATE_DOCS=1 pytest tests/cli/test_commands_page.py
"""

import os
import re
from pathlib import Path

import click

from guide.cli import cli

PAGE = Path(__file__).resolve().parents[2] / "docs" / "commands.md"
INTRODUCTION = """# Commands

Every command, with all that it can be told. This page is written from the commands themselves;
`make-guide COMMAND --help` says the same.
"""


def commands(group, name="make-guide"):
    """Yield (full name, command) of a group and of all below it, in the order of their names."""
    for each in sorted(group.commands):
        command = group.commands[each]
        yield f"{name} {each}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {each}")


def page():
    """The page as Markdown."""
    return "\n".join(
        [INTRODUCTION, *(section(name, command) for name, command in commands(cli) if not command.hidden)]
    )


def section(name, command):
    arguments = [
        each.human_readable_name if each.metavar is None else each.metavar
        for each in command.params
        if isinstance(each, click.Argument)
    ]
    lines = [f"## {name}", "", f"    {' '.join([name, *arguments])}", "", told(command.help)]
    options = [each for each in command.params if isinstance(each, click.Option)]
    if options:
        lines += ["", "| option | what it does |", "|---|---|", *map(row, options)]
    return "\n".join(lines) + "\n"


def row(option):
    """A line of the table; what stands without the option is said where its help does not say so."""
    names = ", ".join(f"`{each}`" for each in option.opts)
    value = "" if option.is_flag else f" `{option.metavar or choices(option) or option.name.upper()}`"
    default = (
        f" Without it: `{option.default}`."
        if option.show_default and isinstance(option.default, (str, int, float))
        else ""
    )
    return f"| {names}{value} | {told(option.help)}{default} |"


def choices(option):
    return " / ".join(option.type.choices) if isinstance(option.type, click.Choice) else ""


def told(text):
    """A help text as Markdown: paragraphs joined to lines, nothing taken for HTML."""
    paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", text or "")]
    return "\n\n".join(paragraphs).replace("|", "/").replace("<", "&lt;")


def test_the_page_has_every_command():
    """As the commands say it themselves."""
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(page(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == page()


def test_every_option_says_what_it_does():
    """No command and no option is without help."""
    for name, command in commands(cli):
        assert command.help, name
        assert all(each.help for each in command.params if isinstance(each, click.Option)), name
