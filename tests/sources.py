"""The modules of the program as trees, for tests that read the program itself."""

import ast
import shutil
from functools import cache
from importlib.util import cache_from_source
from pathlib import Path


@cache
def parsed(path):
    """A module's tree."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def walk(node):
    """Every node of a tree but those that tell whether a name is read or written; tuple. As ast.walk, in a third of the time."""
    found = [node]
    for each in found:
        for value in vars(each).values():
            if isinstance(value, list):
                found += [one for one in value if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST) and not isinstance(value, ast.expr_context):
                found.append(value)
    return tuple(found)


def nodes_of(path):
    """Every node of a module's tree; tuple."""
    return walk(parsed(path))


def lend_compiled(root, folder):
    """Give a copy of the program what Python has compiled of the modules that are the same: it takes seconds to do it again."""
    for path in (root / "guide").rglob("*.py"):
        copy, made = folder / path.relative_to(root), Path(cache_from_source(path))
        if made.exists() and copy.exists() and copy.read_bytes() == path.read_bytes():
            shutil.copystat(path, copy)
            target = Path(cache_from_source(copy))
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(made, target)


def last_name(call):
    """The last name of what is called: `a.b.c(...)` is c."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")
