"""Editions made again whenever a file is saved: after any error, with the time, and "all is well again"."""

import re
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from guide import cli
from guide.cli.watch import saved_in
from guide.errors import GuideError, Mark, Problem


def watching(monkeypatch, outcomes):
    """Build with --watch, each time with an outcome: an error to raise, or None; how often it was made."""
    made = []

    def build_guide(*arguments, memory, **how):
        made.append((dict(memory.sections), dict(memory.galleys)))
        memory.sections["a"] = memory.galleys["a"] = 1
        if error := outcomes[len(made) - 1]:
            raise error
        return SimpleNamespace(pdf=b"%PDF-", pages=1, listings=1, problems=(), said=())

    monkeypatch.setattr("guide.build.build_guide", build_guide)
    monkeypatch.setattr("watchfiles.watch", lambda *arguments, **how: iter(range(len(outcomes) - 1)))
    return made


@pytest.mark.parametrize(
    "error",
    [
        KeyError("x"),
        RecursionError("deep"),
        MemoryError(),
        OSError(28, "No space left on device"),
        ImportError("no"),
        AssertionError(),
        GuideError([Problem(mark=Mark(Path("a.yaml")), name="x", message="wrong")]),
        click.ClickException("no"),
        UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"),
        ChildProcessError("gone"),
        EOFError(),
    ],
)
def test_watching_goes_on_after_any_error(small, monkeypatch, capsys, error):
    """It is told in one line, and nothing is kept of a build that ended who knows where."""
    made = watching(monkeypatch, [error, None])
    assert cli.run(["build", "--output", "a.pdf", "--watch"]) == 0
    out, err = capsys.readouterr()
    assert (
        len(made) == 2
        and "Made a.pdf" in out
        and len(err.splitlines()) == (2 if isinstance(error, GuideError) else 1)
    )
    assert isinstance(error, (GuideError, click.ClickException)) or made[1] == ({}, {})


def test_watching_shows_where_a_fault_is_when_asked(small, monkeypatch, capsys):
    """With GUIDE_DEBUG."""
    monkeypatch.setenv("GUIDE_DEBUG", "1")
    watching(monkeypatch, [KeyError("x"), None])
    assert cli.run(["build", "--output", "a.pdf", "--watch"]) == 0
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error, code", [(KeyboardInterrupt(), 130), (click.Abort(), 130), (BrokenPipeError(), 1)]
)
def test_watching_ends_where_it_is_told_to(small, monkeypatch, error, code):
    """By Ctrl-C, and where nobody reads any more."""
    made = watching(monkeypatch, [error, None])
    assert cli.run(["build", "--output", "a.pdf", "--watch"]) == code and len(made) == 1


WRONG = GuideError([Problem(mark=Mark(Path("a.yaml")), name="x", message="wrong")])


def test_watching_says_when_it_is_made_and_when_all_is_well_again(small, monkeypatch, capsys):
    """The hour stands before each time but the first; all is well again only after something was wrong."""
    watching(monkeypatch, [None, WRONG, WRONG, None, None])
    assert cli.run(["build", "--output", "a.pdf", "--watch"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert sum(bool(re.fullmatch(r"\d\d:\d\d:\d\d", line)) for line in lines) == 4
    assert lines.count("All is well again.") == 1 and lines.index("All is well again.") > lines.index(
        "Made a.pdf", 1
    )


def test_a_warning_is_told_at_the_first_save_alone(small, monkeypatch, capsys):
    """Then their number is; a new one is told."""
    old, new = (Problem(mark=Mark(Path("a.yaml")), name=name, message=name, level="warning") for name in "xy")
    watching(monkeypatch, [GuideError([old]), GuideError([old]), GuideError([old, new])])
    cli.run(["build", "--output", "a.pdf", "--watch"])
    lines = capsys.readouterr().err.splitlines()
    assert [line for line in lines if "[" in line or "as before" in line] == [
        "a.yaml: warning: x [x]",
        "1 warning as before: 1 x; --every shows it",
        "a.yaml: warning: y [y]",
        "1 warning as before: 1 x; --every shows it",
    ]


def test_watching_shows_the_first_pdf_once(small, monkeypatch):
    """As soon as there is one."""
    shown = []
    monkeypatch.setattr(click, "launch", lambda path: shown.append(path) or 0)
    watching(monkeypatch, [WRONG, None, None])
    assert cli.run(["build", "--output", "a.pdf", "--watch", "--open"]) == 0
    assert shown == [str(Path("a.pdf").absolute())]


@pytest.mark.parametrize(
    "options, poll", [(["--watch"], None), (["--watch", "--poll"], True), (["--poll"], True)]
)
def test_a_network_drive_is_looked_at_again_and_again(small, monkeypatch, options, poll):
    seen = {}
    watching(monkeypatch, [None])
    monkeypatch.setattr("watchfiles.watch", lambda *arguments, **how: seen.update(how) or iter(()))
    assert cli.run(["build", "--output", "a.pdf", *options]) == 0 and seen["force_polling"] is poll


def test_what_is_made_is_not_what_is_saved(tmp_path):
    """Or it would be made again for ever where `out` stands in the content."""
    saved = saved_in(tmp_path / "out")
    assert saved(1, str(tmp_path / "guide.yaml")) and saved(1, str(tmp_path / "outing/a.yaml"))
    assert not saved(1, str(tmp_path / "out/guide/manifest.json")) and not saved(
        1, str(tmp_path / ".a.yaml.swp")
    )
