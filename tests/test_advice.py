"""Advice that names an option names one that the command has which gives it."""

import ast
import re
from functools import cache
from pathlib import Path

import click
import pytest

from guide import cli
from tests.sources import parsed, walk

PACKAGE = Path(cli.__file__).resolve().parents[1]
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
MAIL = {"mail", "mail send", "mail status", "mail suppress", "mail bounced", "suppress"}
GIVEN_BY = {
    "batch/run.py": {"batch"},
    "produce.py": {"build", "mail send"},
    "manifest.py": {"build", "mail send"},
    "batch/mailing.py": {"mail send"},
    "cli/grouping.py": {"build", "check"},
    "cluster.py": {"batch", "build", "mail send"},
    "crew.py": {"batch", "build", "mail send"},
    "shipment.py": {"batch", "build", "mail send"},
    "cli/places.py": {"build", "check", "schema", "suppress", "translate", "verify"},
    "exchange/po.py": {"translate"},
    "layout/editions/label_pages.py": {"distribute labels", "errata"},
    "mail/ledger.py": MAIL - {"mail"},
    "mail/messages.py": {"mail send"},
    "mail/post.py": {"mail send"},
}  # the commands that give a module's advice; other modules name the command too
OF_OTHERS = {"between/revisions.py", "problems/cluster.py"}  # options of git, of Dask


def commands(group=cli.cli, path=()):
    """{name: options} of every command; of a group, those of what it does without a command."""
    found = {}
    for name, command in group.commands.items():
        options = {option for each in command.params for option in (*each.opts, *each.secondary_opts)} | {
            "--help"
        }
        if isinstance(command, click.Group):
            found |= commands(command, (*path, name))
            options |= found.get(f"{name} send", set())
        found[" ".join((*path, name))] = options
    return found


COMMANDS = commands()


def functions(group=cli.cli, path=()):
    """{(module, name) of its function: name of the command} of every command."""
    found = {}
    for name, command in group.commands.items():
        module = command.callback.__module__.removeprefix("guide.cli").lstrip(".") or "__init__"
        found[module, command.callback.__name__] = " ".join((*path, name))
        if isinstance(command, click.Group):
            found |= functions(command, (*path, name))
    return found


FUNCTIONS = functions()


def texts(node):
    """(text, line) of every text in a tree; what is filled in stands as {}."""
    inside = set()
    for each in walk(node):
        if isinstance(each, ast.JoinedStr):
            inside.update(map(id, each.values))
            yield (
                "".join(part.value if isinstance(part, ast.Constant) else "{}" for part in each.values),
                each.lineno,
            )
    yield from (
        (each.value, each.lineno)
        for each in walk(node)
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and id(each) not in inside
    )


def command_named(before):
    """The command that a text names before an option, or None."""
    for words in (
        *re.findall(r"((?:(?<![-\w])[a-z]+ )+)$", before),
        *re.findall(r"make-guide ((?:[a-z]+ ?)+)[^,;]*$", before),
    ):
        words = words.split()
        for end in range(len(words), 0, -1):  # the last one that is named, and the whole of its name
            for start in range(end):
                if " ".join(words[start:end]) in COMMANDS:
                    return " ".join(words[start:end])
    return None


def uses(module, tree):
    """{(module, name): such pairs} of what each function and value at the top of a module of the commands uses, there or in another."""
    brought = {
        each.asname or each.name: (node.module.removeprefix("guide.cli."), each.name)
        for node in walk(tree)
        if isinstance(node, ast.ImportFrom) and node.module.startswith("guide.cli.")
        for each in node.names
    }
    return {
        (module, name): {
            brought.get(each.id, (module, each.id)) for each in walk(node) if isinstance(each, ast.Name)
        }
        for name, node in tops(tree)
    }


def tops(tree):
    """(name, node) of what stands at the top of a module."""
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name, node
        elif isinstance(node, ast.Assign):
            yield from ((target.id, node) for target in node.targets if isinstance(target, ast.Name))


@cache
def givers_of(package):
    """{(module, name): commands} by which each function and value of the modules of commands is used; every command ends in main."""
    graph, found = {}, {}
    for path in sorted((package / "cli").glob("*.py")):
        graph |= uses(path.stem, parsed(path))
    for function, used_by in (
        {name: {command} for name, command in FUNCTIONS.items()} | {("__init__", "main"): set(COMMANDS)}
    ).items():
        waiting, seen = [function], set()
        while waiting:
            name = waiting.pop()
            if name in graph and name not in seen:
                seen.add(name)
                found.setdefault(name, set()).update(used_by)
                waiting += graph[name] - FUNCTIONS.keys()
    return found


def advice(path):
    """(line, option, commands that may say it) of every option in a module's texts."""
    if not OPTION.search(path.read_text(encoding="utf-8")):
        return
    tree = parsed(path)
    module = path.relative_to(PACKAGE).as_posix()
    for name, node in [*tops(tree)]:
        for text, line in texts(node):
            for match in OPTION.finditer(text):
                named = command_named(text[: match.start()])
                yield line, match[0], {named} if named else said_by(module, name)


def said_by(module, name):
    """The commands that say a text of a value or function at the top of a module."""
    if module.startswith("cli/") and module not in GIVEN_BY:
        return givers_of(PACKAGE).get((Path(module).stem, name), set(COMMANDS))
    if module.startswith("problems/"):
        return users_commands(PACKAGE, name) or set(COMMANDS)
    if module.startswith("batch/") and module not in GIVEN_BY:
        return {"batch"}
    if module.startswith("copies/"):
        return {name for name in COMMANDS if name.startswith("distribute ")}
    if module.startswith("exchange/") and module not in GIVEN_BY:
        return {"translate"} if module.startswith("exchange/po") else {"import"}
    return GIVEN_BY.get(module, set(COMMANDS))


@cache
def words_of(package):
    """[(module, name, words)] of what each function and value at the top of a module speaks of, but for kinds of problems."""
    found = []
    for path in sorted(package.rglob("*.py")):
        module = path.relative_to(package).as_posix()
        for name, node in tops(parsed(path)):
            nodes = [each for each in walk(node) if isinstance(each, ast.Name | ast.Attribute)]
            words = {each.id if isinstance(each, ast.Name) else each.attr for each in nodes}
            found += [(module, name, words)] * (not module.startswith("problems/"))
    return found


@cache
def users_commands(package, kind):
    """The commands that may make a problem of a kind."""
    return set().union(*(said_by(*user) for user in users_of(package, kind)))


def users_of(package, kind):
    """(module, name) of all that makes a problem of a kind."""
    yield from ((module, name) for module, name, words in words_of(package) if kind in words)


@pytest.mark.slow
def test_every_option_in_a_text_is_there():
    """For each command that may say so; --version and --help are the program's own."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.relative_to(PACKAGE).as_posix() in OF_OTHERS:
            continue
        for line, option, said_by in advice(path):
            lacking = {command for command in said_by if option not in COMMANDS[command] | {"--version"}}
            assert not lacking, f"{path.name}:{line}: {option} is no option of {sorted(lacking)}"


def test_the_functions_of_commands_are_found():
    """Or nothing would be tested."""
    found = givers_of(PACKAGE)
    assert found["build", "tell_edition"] == {"build"}
    assert found["ledger", "report_rule"] == {"mail send", "mail status"}
    assert found["terminal", "explain"] == set(COMMANDS)
    assert len([each for path in (PACKAGE / "cli").glob("*.py") for each in advice(path)]) > 30


def test_wrong_advice_would_be_found(tmp_path, monkeypatch):
    """An option that another command has, and one that none has."""
    monkeypatch.setitem(globals(), "PACKAGE", tmp_path)
    (tmp_path / "po.py").write_text(
        'HINT = "choose another place with --output"\nHELP = f"run make-guide translate {x} --import, or check --worklist"\n'
    )
    first, *others = advice(tmp_path / "po.py")
    assert first[1] == "--output" and first[2] == set(COMMANDS)
    assert [(option, said_by) for _, option, said_by in others] == [
        ("--import", {"translate"}),
        ("--worklist", {"check"}),
    ]
