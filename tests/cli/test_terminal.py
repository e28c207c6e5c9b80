"""What reaches a terminal: nothing that steers it; and what happens where nobody listens."""

import errno
import json
import os
import pty
import sqlite3
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from guide import cli
from guide.cli import terminal
from guide.errors import GuideError, Mark, Problem
from tests.cli.samples import SMALL, builds
from tests.thorough import covering, examples, first_quick

ROOT = Path(__file__).resolve().parents[2]


MAIN = "from guide.cli import main; main()"


@pytest.fixture
def content(small, monkeypatch):
    """A small guide in content/ of a new current folder, for processes too."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    return small


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
    "escape, form",
    covering(
        (
            "\\u202e",
            "\\U000E0041",
            "\\u0378",
            "\\e[31m",
            "\\L",
            "\\ue000",
            "\\uFFFE",
            "\\0",
            "\\x9b",
            "\\u2067",
        ),
        ("text", "json", "github"),
    ),
)
def test_escapes_of_yaml_do_not_reach_the_terminal(content, capsys, escape, form):
    """Whatever key or value they stand in, and in every form."""
    (content / "sections/a.yaml").write_text(
        SMALL["sections/a.yaml"]
        + f'    "colour{escape}": x\n    website: "x{escape}y"\n    phones: ["12{escape}3"]\n',
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


def test_a_problem_cannot_steer_the_terminal(command, pretend):
    nasty = Problem(mark=Mark(Path("content/a.yaml"), 1, 1), name="x", message="red \x1b[31m\nand a new line")
    pretend("guide.build", build_guide=builds(error=GuideError([nasty])))
    run = command("build", "--output", "out/guide.pdf")
    assert run.err == [
        f"{Path('content/a.yaml')}:1:1: error: red \\x1b[31m\\x0aand a new line [x]",
        "1 problem",
    ]


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


@pytest.mark.parametrize(
    "number, words", [(1, "1 page"), (2, "2 pages"), (0, "0 pages"), (1200, "1,200 pages")]
)
def test_things_are_counted_in_words(number, words):
    assert terminal.count(number, "page") == words


@pytest.mark.parametrize("number, words", [(3, "1 kB"), (57_600, "58 kB"), (1_250_000, "1.2 MB")])
def test_a_size_is_given_as_file_managers_do(number, words):
    assert terminal.size(number) == words


def test_a_bar_says_how_far_the_work_is():
    assert terminal.bar("Setting", 1, 2, 3.4) == f"Setting   [{'#' * 15:30}]  50%  3 s"
    assert terminal.bar("Setting", 3, 2, 0).count("#") == 30
    assert "#" not in terminal.bar("", 0, 0, 0)


@pytest.mark.parametrize(
    "error, words",
    [
        (
            OSError(errno.ENOSPC, "No space left on device", "a.pdf"),
            "a.pdf: No space left on device; make room",
        ),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (ChildProcessError("gone"), "perhaps because memory ran out (gone)"),
        (
            sqlite3.OperationalError("disk is full"),
            "A ledger cannot be used, that of mail or of handouts (disk",
        ),
        (MemoryError(), "memory of this computer is too small"),
        (ImportError("no icu"), "A part of the program is missing (no icu); install it again."),
        (KeyError("x"), "a fault of the program, not of your content (KeyError: 'x')"),
    ],
)
def test_whatever_goes_wrong_is_explained(error, words):
    assert words in terminal.explain(error)


# --- nobody listens ---------------------------------------------------------------------------------


def shell(line):
    """(exit code, what a shell's command line wrote on standard error)."""
    line = line.replace("GUIDE", f"{sys.executable} -c '{MAIN}'")
    done = subprocess.run(["bash", "-c", line], capture_output=True, timeout=120)
    return done.returncode, done.stderr.decode()


CLOSED = (">&-", "2>&-", ">&- 2>&-", "<&- >&- 2>&-", "<&-")


@pytest.mark.parametrize(
    "arguments, code, closed",
    first_quick(
        [
            ("build", 0, CLOSED[3]),
            *((*ends, closed) for closed, ends in covering(CLOSED, (("check", 0), ("bild", 2)))),
            ("build nothing", 1, CLOSED[1]),
            *[
                ("build", 0, CLOSED[4]),
                ("build nothing", 1, CLOSED[3]),
                ("check --format json", 0, CLOSED[0]),
                ("--help", 0, CLOSED[3]),
            ][: examples(0, 4)],
        ],
        2,
    ),
)
def test_closed_streams_change_nothing_else(content, arguments, code, closed):
    """No traceback; the work is done, and no file takes the words."""
    ended, told = shell(f"GUIDE {arguments} {closed}")
    assert ended == code and "Traceback" not in told and "fault of the program" not in told
    if arguments == "build":
        assert Path("out/guide/guide.pdf").read_bytes().endswith(b"%%EOF\n")


PIPES = (
    "GUIDE ARGUMENTS | true",
    "GUIDE ARGUMENTS 2>&1 | true",
    "GUIDE ARGUMENTS 2> >(true)",
    "GUIDE ARGUMENTS 2>&1 >/dev/null | true",
)


@pytest.mark.parametrize(
    "arguments, pipe",
    first_quick(
        [
            *((arguments, pipe) for pipe, arguments in covering(PIPES, ("check", "bild"))),
            *(
                (each, PIPES[1])
                for each in ("build", "translate es", "--help", "build nothing", "verify nothing", "schema")[
                    : examples(2, 6)
                ]
            ),
        ],
        2,
    ),
)
def test_a_reader_that_left_gives_no_traceback(content, arguments, pipe):
    """On either stream, or both."""
    line = pipe.replace("GUIDE ARGUMENTS", f"( sleep 0.05; GUIDE {arguments}; echo $? >code )")
    _, told = shell(line + "; wait; until [ -s code ]; do sleep 0.01; done")
    assert (
        "Traceback" not in told
        and "Exception" not in told
        and Path("code").read_text().strip() in ("0", "1", "2")
    )


@pytest.mark.slow
def test_a_disk_that_is_full_for_the_words_is_an_error(content):
    """Whoever keeps the answer has to know that it is not whole."""
    if not Path("/dev/full").exists():
        pytest.skip("there is no /dev/full")
    code, told = shell("GUIDE check --format json >/dev/full")
    assert code == 1 and "Traceback" not in told and "No space left" in told


# --- the real command on pipes and terminals ------------------------------------------------------


FAKE_BUILD = """
import sys, time
from types import ModuleType, SimpleNamespace

def build_guide(folder, progress=None, **how):
    for done in range(4):
        progress("Setting pages", done, 4)
        time.sleep({pause})
    return SimpleNamespace(pdf=b"%PDF-", pages=1, listings=2, problems=(), said=())

sys.modules["guide.build"] = module = ModuleType("guide.build")
module.build_guide = build_guide
from guide.cli import main
main()
"""


def start(*arguments, pause=0, **options):
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TERM": "xterm", **options.pop("env", {})}
    return subprocess.Popen(
        [sys.executable, "-c", FAKE_BUILD.format(pause=pause), *arguments], env=environment, **options
    )


def on_terminal(*arguments, **options):
    """What a person sees on a terminal."""
    master, terminal = pty.openpty()
    process = start(*arguments, stdout=terminal, stderr=terminal, **options)
    os.close(terminal)
    seen = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux says so when the other side is closed
            break
        if not part:
            break
        seen += part
    os.close(master)
    assert process.wait(timeout=30) == 0
    return seen.decode()


@pytest.mark.slow
def test_a_pipe_gets_plain_lines(folder):
    process = start(
        "build",
        "--output",
        "out/guide.pdf",
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pause=0.2,
    )
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out.splitlines()[0] == b"Made out/guide.pdf"
    assert (b"\x1b" in out, err) == (False, b"")


@pytest.mark.slow
def test_a_terminal_gets_colour_and_a_bar_that_is_wiped(folder):
    seen = on_terminal("build", "--output", "out/guide.pdf", cwd=folder, pause=0.2)
    assert "\x1b[1mMade out/guide.pdf" in seen
    assert "Setting pages" in seen
    assert "####" in seen
    wiped = seen.split("\x1b[1mMade")[0].rstrip("\r").rsplit("\r", 1)[-1]
    assert wiped.strip() == ""


def test_short_work_shows_no_bar(folder):
    assert "Setting" not in on_terminal("build", "--output", "out/guide.pdf", cwd=folder)


@pytest.mark.slow
def test_no_color_is_honoured(folder):
    assert "\x1b" not in on_terminal("build", "--output", "out/guide.pdf", cwd=folder, env={"NO_COLOR": "1"})


def test_a_reader_that_left_is_no_reason_to_complain(folder):
    process = start("--help", cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, pause=0)
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    process.wait(timeout=30)
    assert complaints == b""


def test_a_name_that_the_terminal_cannot_show_is_shown_in_escapes(folder):
    process = start(
        "build",
        "--output",
        "\u6307.pdf",
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={"PYTHONIOENCODING": "latin-1"},
    )
    out, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (0, b"")
    assert out.splitlines()[0] == b"Made \\u6307.pdf"
