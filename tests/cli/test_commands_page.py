"""docs/commands.md has every command with its options, written from the commands themselves.

After a change of a command: UPDATE_DOCS=1 pytest tests/cli/test_commands_page.py
"""

import os
import re
import shlex
from pathlib import Path

import click
import pytest

from guide.cli import cli

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "commands.md"
TYPED = re.compile(
    r"(?:`|^ {4,})make-guide ([a-z][^`\n]*?)(?:`| {2,}.*|\n)", re.MULTILINE
)  # in a text, or on a line of its own
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
    names = ", ".join(f"`{each}`" for each in (*option.opts, *option.secondary_opts))
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


def said(words, group=cli):
    """Reads a command line as far as commands and options go; what they are given need not be there."""
    _, command, rest = group.resolve_command(click.Context(group), words)
    if isinstance(command, click.Group):
        if rest and rest[0] != "--help":
            said(rest if rest[0] in command.commands else ["send", *rest], command)  # as mail does
    else:
        command.make_parser(click.Context(command, **cli.context_settings)).parse_args(list(rest))


@pytest.mark.parametrize(
    "path", [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))], ids=lambda path: path.name
)
def test_every_command_of_the_docs_can_be_typed(path):
    """It is there, and has the options that stand behind it."""
    typed = TYPED.findall(path.read_text(encoding="utf-8"))
    for line in typed:
        try:
            said(shlex.split(line) if "..." not in line else [line.split()[0]])
        except click.UsageError as error:
            pytest.fail(f"{path.name}: make-guide {line}: {error.message}")
    assert typed or path.name != "README.md"


@pytest.mark.parametrize("line", ["bild", "build --pol", "mail --too people.csv", "check --strict=1"])
def test_a_command_that_is_not_there_is_found(line):
    with pytest.raises(click.UsageError):
        said(shlex.split(line))
