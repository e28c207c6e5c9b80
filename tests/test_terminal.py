"""What reaches a terminal: nothing that steers it; and what happens where nobody listens."""

import json
import subprocess
import sys
import unicodedata
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from guide import cli
from guide.cli import terminal
from guide.errors import GuideError, Mark, Problem

ROOT = Path(__file__).resolve().parent.parent
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
SECTION = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"
MAIN = "from guide.cli import main; main()"


@pytest.fixture
def content(tmp_path, monkeypatch):
    """A small guide in content/ of a new current folder."""
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "GUIDE_DEBUG", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    (tmp_path / "content/sections").mkdir(parents=True)
    (tmp_path / "content/guide.yaml").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "content/sections/a.yaml").write_text(SECTION, encoding="utf-8")
    return tmp_path / "content"


# --- what is shown ----------------------------------------------------------------------------------


def test_no_character_steers_the_terminal():
    """Each control, format, private, unassigned or half character, and what ends a line, is shown as its number."""
    for code in (
        *range(0x3000),
        *range(0xD7F0, 0xE010),
        *range(0xF8F0, 0x10010),
        *range(0xE0000, 0xE0100),
        0x1FFFF,
        0x10FFFD,
    ):
        character = chr(code)
        told = terminal.one_line(f"a{character}b")
        if unicodedata.category(character) in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"):
            assert told.isascii() and told.isprintable() and told[1] == "\\" and int(told[3:-1], 16) == code
        else:
            assert told == f"a{character}b"


def test_joiners_stay_where_scripts_need_them():
    """Persian words are shown as they are written; a joiner elsewhere, or at an end, is not."""
    word = "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"
    assert terminal.one_line(word) == word
    assert terminal.one_line("a\u200cb \u0645\u200c") == "a\\u200cb \u0645\\u200c"


@pytest.mark.parametrize(
    "escape",
    ["\\u202e", "\\U000E0041", "\\u0378", "\\e[31m", "\\L", "\\ue000", "\\uFFFE", "\\0", "\\x9b", "\\u2067"],
)
@pytest.mark.parametrize("form", ["text", "json", "github"])
def test_escapes_of_yaml_do_not_reach_the_terminal(content, capsys, escape, form):
    """Whatever key or value they stand in, and in every form."""
    (content / "sections/a.yaml").write_text(
        SECTION + f'    "colour{escape}": x\n    website: "x{escape}y"\n    phones: ["12{escape}3"]\n',
        encoding="utf-8",
    )
    (content / "editions").mkdir()
    (content / "editions/a.yaml").write_text(
        f'format: "letter{escape}"\nchoice:\n  services: ["Fo{escape}od"]\n', encoding="utf-8"
    )
    assert cli.run(["check", "--format", form]) == 1
    out, err = capsys.readouterr()
    for line in (out + err).split("\n"):
        assert not [c for c in line if unicodedata.category(c) in ("Cc", "Cf", "Cn", "Co", "Zl", "Zp")]
    assert form != "json" or json.loads(out)["problems"]


def test_wrong_use_cannot_steer_the_terminal(content, capsys):
    """What was typed is shown as it can be seen."""
    for arguments in (
        ["build", "--content", "\x1b[31mred"],
        ["\x1b[31m"],
        ["build", "--\u202e"],
        ["verify", "\x1b[2J"],
    ):
        assert cli.run(arguments)
        out, err = capsys.readouterr()
        assert "\x1b" not in out + err and "\u202e" not in out + err and err


def test_a_bar_cannot_steer_the_terminal(capsys):
    """It shows names of editions, which are names of files."""
    terminal.draw("Setting \x1b[31m")
    assert "\x1b" not in capsys.readouterr().err


# --- nobody listens ---------------------------------------------------------------------------------


def shell(line):
    """(exit code, what a shell's command line wrote on standard error)."""
    line = line.replace("GUIDE", f"{sys.executable} -c '{MAIN}'")
    done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=120)
    return done.returncode, done.stderr.decode()


@pytest.mark.parametrize("closed", [">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "<&-"])
@pytest.mark.parametrize(
    "arguments, code",
    [
        ("build", 0),
        ("check", 0),
        ("check --format json", 0),
        ("--help", 0),
        ("build nothing", 1),
        ("bild", 2),
    ],
)
def test_closed_streams_change_nothing_else(content, closed, arguments, code):
    """No traceback; the work is done, and no file takes the words."""
    ended, told = shell(f"GUIDE {arguments} {closed}")
    assert ended == code and "Traceback" not in told and "fault of the program" not in told
    if arguments == "build":
        assert Path("out/guide/guide.pdf").read_bytes().endswith(b"%%EOF\n")


@pytest.mark.parametrize(
    "arguments",
    ["build", "check", "--help", "build nothing", "bild", "verify nothing", "schema", "translate es"],
)
@pytest.mark.parametrize(
    "pipe",
    [
        "GUIDE ARGUMENTS | true",
        "GUIDE ARGUMENTS 2>&1 | true",
        "GUIDE ARGUMENTS 2> >(true)",
        "GUIDE ARGUMENTS 2>&1 >/dev/null | true",
    ],
)
def test_a_reader_that_left_gives_no_traceback(content, arguments, pipe):
    """On either stream, or both."""
    line = pipe.replace("GUIDE ARGUMENTS", f"( sleep 0.2; GUIDE {arguments}; echo $? >code )")
    _, told = shell(line + "; wait; until [ -s code ]; do sleep 0.1; done")
    assert (
        "Traceback" not in told
        and "Exception" not in told
        and Path("code").read_text().strip() in ("0", "1", "2")
    )


def test_a_disk_that_is_full_for_the_words_is_an_error(content):
    """Whoever keeps the answer has to know that it is not whole."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    code, told = shell("GUIDE check --format json >/dev/full")
    assert code == 1 and "Traceback" not in told and "No space left" in told


# --- watching ---------------------------------------------------------------------------------------


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
def test_watching_goes_on_after_any_error(content, monkeypatch, capsys, error):
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


def test_watching_shows_where_a_fault_is_when_asked(content, monkeypatch, capsys):
    """With GUIDE_DEBUG."""
    monkeypatch.setenv("GUIDE_DEBUG", "1")
    watching(monkeypatch, [KeyError("x"), None])
    assert cli.run(["build", "--output", "a.pdf", "--watch"]) == 0
    assert "Traceback" in capsys.readouterr().err


@pytest.mark.parametrize(
    "error, code", [(KeyboardInterrupt(), 130), (click.Abort(), 130), (BrokenPipeError(), 1)]
)
def test_watching_ends_where_it_is_told_to(content, monkeypatch, error, code):
    """By Ctrl-C, and where nobody reads any more."""
    made = watching(monkeypatch, [error, None])
    assert cli.run(["build", "--output", "a.pdf", "--watch"]) == code and len(made) == 1


# --- many editions ----------------------------------------------------------------------------------


def test_a_summary_says_of_each_edition_what_became_of_it(content, capsys):
    """Made, unchanged, or not made and why; then the command ends with 1."""
    for name, text in (("a", "format: a5\n"), ("b", "clock: 24\npres: duplex\n"), ("c", "format: pocket\n")):
        (content / "editions").mkdir(exist_ok=True)
        (content / f"editions/{name}.yaml").write_text(text, encoding="utf-8")
    assert cli.run(["build", "a"]) == 0
    out, err = capsys.readouterr()
    assert (
        "Made out/a/a.pdf" in out
        and "b.yaml:1:1: warning: an edition has no key" in err
        and "Not made" not in err
    )
    assert cli.run(["build", "--all"]) == 1
    out, err = capsys.readouterr()
    assert "Unchanged: out/a/a.pdf" in out and "Made out/c/c.pdf" in out
    assert 'b.yaml:1:1: error: an edition has no key "clock"' in err
    assert 'Not made: b: an edition has no key "clock" (and 1 problem more)' in err.splitlines()
    assert cli.run(["build", "c", "b"]) == 1 and cli.run(["build", "b"]) == 1
    assert (
        cli.run(["build", "a", "--output", "a.pdf"]) == 0
        and cli.run(["build", "a", "--output", "a.pdf", "--strict", "--today", "2026-04-02"]) == 1
    )
