"""The modules of the program as trees, for tests that read the program itself."""

import ast
from functools import cache


@cache
def nodes_of(path):
    """Every node of a module's tree; tuple."""
    return tuple(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def last_name(call):
    """The last name of what is called: `a.b.c(...)` is c."""
    return getattr(call.func, "attr", "") or getattr(call.func, "id", "")
