"""Advice that names an option names one that the command has which gives it."""

import ast
import re
from functools import cache
from pathlib import Path

import click

from guide import cli
from tests.sources import parsed, walk

PACKAGE = Path(cli.__file__).resolve().parents[1]
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")
MAIL = {"mail", "mail send", "mail status", "mail suppress", "mail bounced", "suppress"}
GIVEN_BY = {
    "cluster.py": {"batch", "build"},
    "copies/ledger.py": {"distribute add", "distribute import", "distribute list", "distribute remove"},
    "layout/editions/label_pages.py": {"errata", "distribute labels", "distribute slips"},
    "produce.py": {"build", "mail send"},
    "manifest.py": {"build", "mail send"},
    "cli/grouping.py": {"build", "check"},
    "cli/places.py": {"build", "check", "schema", "suppress", "translate", "verify"},
    "exchange/po.py": {"translate"},
    "mail/ledger.py": MAIL - {"mail"},
    "mail/messages.py": {"mail send"},
    "mail/post.py": {"mail send"},
}  # the commands that give a module's advice; other modules name the command too
OTHERS = {"between/revisions.py"}  # whose options are those of git
OF_DASK = {"--nworkers", "--nthreads"}


def commands(group=cli.cli, path=()):
    """{name: options} of every command; of a group, those of what it does without a command."""
    found = {}
    for name, command in group.commands.items():
        options = {option for each in command.params for option in (*each.opts, *each.secondary_opts)}
        options.add("--help")
        if isinstance(command, click.Group):
            found |= commands(command, (*path, name))
            options |= found.get(f"{name} send", set())
        found[" ".join((*path, name))] = options
    return found


COMMANDS = commands()


def functions(group=cli.cli, path=()):
    """{name of its function: name of the command} of every command."""
    found = {}
    for name, command in group.commands.items():
        found[command.callback.__name__] = " ".join((*path, name))
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
        *re.findall(r"((?:(?<![\w-])[a-z]+ )+)$", before),
        *re.findall(r"make-guide ((?:[a-z]+ ?)+)[^,;]*$", before),
    ):
        words = words.split()
        for end in range(len(words), 0, -1):
            for start in range(end):
                if " ".join(words[start:end]) in COMMANDS:
                    return " ".join(words[start:end])
    return None


def uses(tree):
    """{name: names} of what each function and value at the top of a module uses."""
    return {name: {each.id for each in walk(node) if isinstance(each, ast.Name)} for name, node in tops(tree)}


def tops(tree):
    """(name, node) of what stands at the top of a module."""
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name, node
        elif isinstance(node, ast.Assign):
            yield from ((target.id, node) for target in node.targets if isinstance(target, ast.Name))


def givers(tree):
    """{name: commands} by which each function and value of the module of commands is used; every command ends in main."""
    graph, found = uses(tree), {}
    for function, used_by in (
        {name: {command} for name, command in FUNCTIONS.items()} | {"main": set(COMMANDS)}
    ).items():
        waiting, seen = [function], set()
        while waiting:
            name = waiting.pop()
            if name in graph and name not in seen:
                seen.add(name)
                found.setdefault(name, set()).update(used_by)
                waiting += graph[name] - FUNCTIONS.keys()
    return found


@cache
def command_modules(package):
    """The modules of all commands as one tree."""
    return ast.Module(
        [node for path in sorted((package / "cli").glob("*.py")) for node in parsed(path).body],
        [],
    )


def advice(path):
    """(line, option, commands that may say it) of every option in a module's texts."""
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
        return givers_of(PACKAGE).get(name, set(COMMANDS))
    if module.startswith("problems/"):
        return users_commands(PACKAGE, name) or set(COMMANDS)
    if module.startswith("batch/"):
        return {"batch"}
    if module.startswith("exchange/") and module not in GIVEN_BY:
        return {"translate"} if module.startswith("exchange/po") else {"import"}
    return GIVEN_BY.get(module, set(COMMANDS))


@cache
def givers_of(package):
    """`givers` of the commands of a package."""
    return givers(command_modules(package))


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


def test_every_option_in_a_text_is_there():
    """For each command that may say so; --version and --help are the program's own."""
    modules = sorted(PACKAGE.rglob("*.py"))
    for path in (each for each in modules if each.relative_to(PACKAGE).as_posix() not in OTHERS):
        for line, option, said_by in advice(path):
            lacking = {
                command for command in said_by if option not in COMMANDS[command] | {"--version"} | OF_DASK
            }
            assert not lacking, f"{path.name}:{line}: {option} is no option of {sorted(lacking)}"


def test_the_functions_of_commands_are_found():
    """Or nothing would be tested."""
    found = givers(command_modules(PACKAGE))
    assert found["tell_edition"] == {"build"} and found["report_rule"] == {"mail send", "mail status"}
    assert found["explain"] == set(COMMANDS)
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
