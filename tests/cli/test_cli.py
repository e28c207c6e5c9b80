"""The command as a whole: help, wrong use, every way to end, and that nothing is written over."""

import subprocess
import sys
from pathlib import Path

import pytest

import guide
from guide.errors import GuideError
from tests.cli.samples import SMALL, builds
from tests.thorough import first_quick

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    "arguments, path",
    first_quick(
        [
            (["translate", "es", "--export"], "content/guide.yaml"),
            (["translate", "es", "--export"], "es.po"),
            (["build", "--output"], "own.pdf"),
            (["check", "--worklist"], "calls.pdf"),
            (["check", "--worklist"], "calls.csv"),
            (["mail", "status", "--report"], "report.csv"),
            (["build", "--out", "out"], "out/guide/guide.pdf"),
            (["build", "--out", "out"], "out/guide/manifest.json"),
            (["schema"], "content/schema/guide.schema.json"),
            (["new"], "mine"),
            (["mail", "letter", "--to", "people.csv", "--outbox"], "box/1.eml"),
        ],
        5,
    ),
)
@pytest.mark.parametrize("linked", [False, True])
def test_no_command_writes_over_what_it_has_not_made(command, small, folder, arguments, path, linked):
    """Nor over what a link leads to; it names the file and says what to do."""
    own = folder / "precious" if linked else folder / path
    own.parent.mkdir(parents=True, exist_ok=True)
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    data = own.read_bytes() if own.exists() else b"%PDF-1.4 mine"
    own.write_bytes(data)
    if linked:
        (folder / path).unlink(missing_ok=True)
        (folder / path).symlink_to(own)
    Path("people.csv").write_text("address\na@example.org\n", encoding="utf-8")
    last = {"schema": [], "mine": [path], "box/1.eml": ["box"]}.get(
        arguments[0] if arguments == ["schema"] else path, [path]
    )
    run = command(
        *arguments,
        *(last if arguments[-1] != "out" else []),
        *(["--content", str(small)] if arguments[0] in ("build", "check") else []),
    )
    assert run.code and own.read_bytes() == data and (folder / path).is_symlink() == linked
    if linked and path == "content/guide.yaml":
        return
    assert any(Path(last[0] if last and arguments[-1] != "out" else path).name in line for line in run.err), (
        run.err
    )


@pytest.mark.slow
def test_what_was_made_here_is_made_again(command, small):
    """Every command writes over its own work as long as nobody has changed it."""
    for arguments in (
        ["build", "--output", "a.pdf"],
        ["check", "--worklist", "calls"],
        ["translate", "es", "--export", "es.po"],
        ["schema"],
        ["mail", "status", "--report", "report.csv"],
        ["build"],
        ["translate", "es"],
    ):
        assert [command(*arguments).code for _ in range(2)] == [0, 0], arguments
        small.joinpath("guide.yaml").write_text(
            SMALL["guide.yaml"].replace("near you", f"for {len(arguments)}"), encoding="utf-8"
        )
        assert command(*arguments).code == 0, arguments


def test_version_is_the_packages(command):
    assert command("--version").out == [f"make-guide {guide.__version__}"]


@pytest.mark.parametrize("arguments", [["--help"], ["build", "--help"], ["check", "-h"]])
def test_help_ends_well(command, arguments):
    run = command(*arguments)
    assert run.code == 0
    assert run.out[0].startswith("Usage: make-guide")


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["bild"],
        ["build", "--contents"],
        ["build", "one", "--all"],
        ["build", "--all", "--output", "x.pdf"],
        ["build", "--content", "nowhere"],
        ["build", "--output", "content"],
        ["check", "--output", "x.pdf"],
    ],
)
def test_wrong_use_ends_with_2(command, arguments):
    run = command(*arguments)
    assert run.code == 2
    assert run.out == []
    assert run.err


def test_a_missing_content_folder_says_what_to_do(command, folder):
    (folder / "content").rmdir()
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 2
    assert "content does not exist; name the folder that holds guide.yaml." in run.err[-1]


def test_a_fault_of_the_program_owns_up_in_one_line(command, pretend):
    pretend("guide.build", build_guide=builds(error=KeyError("frame")))
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 1
    assert len(run.err) == 1
    assert run.err[0].startswith(
        "Error: This is a fault of the program, not of your content (KeyError: 'frame')."
    )
    assert "GUIDE_DEBUG=1" in run.err[0]


def test_with_guide_debug_a_fault_shows_its_traceback(command, pretend, monkeypatch):
    monkeypatch.setenv("GUIDE_DEBUG", "1")
    pretend("guide.build", build_guide=builds(error=KeyError("frame")))
    run = command("build", "--output", "out/guide.pdf")
    assert run.err[0] == "Traceback (most recent call last):"
    assert "This is a fault of the program" in run.err[-1]


def test_a_missing_library_says_so(command, pretend):
    pretend("guide.build", build_guide=builds(error=ModuleNotFoundError("No module named 'reportlab'")))
    assert command("build", "--output", "out/guide.pdf").err == [
        "Error: A part of the program is missing (No module named 'reportlab'); install it again."
    ]


def test_ctrl_c_is_quiet(command, pretend):
    pretend("guide.build", build_guide=builds(error=KeyboardInterrupt()))
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 130
    assert "".join(run.err) == ""


@pytest.mark.parametrize("broken", [ValueError("half a ZIP file"), GuideError(()), OSError("gone")])
def test_what_goes_wrong_in_the_midst_of_ctrl_c_is_not_told(command, pretend, broken):
    """An end that is not possible half way, as of a ZIP file."""

    def build(*_, **__):
        try:
            raise KeyboardInterrupt
        finally:
            raise broken

    pretend("guide.build", build_guide=build)
    run = command("build", "--output", "out/guide.pdf")
    assert (run.code, "".join(run.err)) == (130, "")


def test_help_does_not_wait_for_layout():
    program = (
        "import sys, guide.cli; print(*(m for m in ('reportlab', 'yaml', 'uharfbuzz') if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
