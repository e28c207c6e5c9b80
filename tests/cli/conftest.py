"""What tests of the commands share: a folder, a small guide in it, and a way to run a command line."""

import sys
from types import ModuleType, SimpleNamespace

import pytest

from guide import cli
from tests.cli.samples import SMALL


class Run(SimpleNamespace):
    """How a command ended: code, and the lines of out and err."""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """An empty content folder in a new current folder, and no wishes from outside."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "GUIDE_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "content").mkdir()
    return tmp_path


@pytest.fixture
def command(folder, capsys):
    """Runs a command line in this process."""

    def run(*arguments):
        code = cli.run(list(arguments))
        captured = capsys.readouterr()
        return Run(code=code, out=captured.out.splitlines(), err=captured.err.splitlines())

    return run


@pytest.fixture
def pretend(monkeypatch):
    """Puts a function in the place of one that the commands import: pretend("guide.build", build_guide=...)."""

    def put(module_name, **functions):
        module = ModuleType(module_name)
        vars(module).update(functions)
        monkeypatch.setitem(sys.modules, module_name, module)

    return put


@pytest.fixture
def small(folder):
    """A small guide in content/."""
    for name, text in SMALL.items():
        path = folder / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "content"


@pytest.fixture
def changed(command, small):
    """A guide whose edition 1 was made; it is edition 2 now, and the night shelter has another number."""
    section = small / "sections/b.yaml"
    text = SMALL["sections/b.yaml"] + "\n    phones: [773-471-0999]\n"
    section.write_text(text, encoding="utf-8")
    assert command("build").code == 0
    (small / "guide.yaml").write_text(SMALL["guide.yaml"].replace("number: 1", "number: 2"), encoding="utf-8")
    section.write_text(text.replace("0999", "0998"), encoding="utf-8")
