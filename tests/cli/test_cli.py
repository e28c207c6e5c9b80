"""What the command says, where it says it, and how it ends."""

import errno
import json
import os
import pty
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace

import click
import pytest

import guide
from guide import cli
from guide.content import edit, translate_file
from guide.errors import WARNING, GuideError, Mark, Problem

ROOT = Path(__file__).resolve().parents[2]
PDF = b"%PDF-1.7 not really" * 3_000

WRONG = (
    Problem(
        mark=Mark(Path("content/guide.yaml"), 3, 7),
        name="unknown-key",
        message="there is no key titel",
        hint="did you mean title?",
    ),
    Problem(
        mark=Mark(Path("content/sections/1.yaml")),
        name="empty-section",
        message="the section has no listings",
        hint="add one or take the section out",
    ),
)
DOUBTFUL = Problem(
    mark=Mark(Path("content/guide.yaml"), 9, 1),
    name="long-summary",
    message="the summary is long",
    hint="use six words",
    level=WARNING,
)


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


def builds(result=None, error=None):
    """A build_guide that gives a result or fails."""

    def build_guide(folder, progress=None, **how):
        if error is not None:
            raise error
        return result or SimpleNamespace(pdf=PDF, pages=12, listings=18, problems=(), said=())

    return build_guide


def listing(name, verified=None):
    return SimpleNamespace(
        name=name, verified=verified, printed=True, mark=Mark(Path("content/1.yaml"), 4, 5)
    )


# --- build ----------------------------------------------------------------------------------------


def test_build_writes_the_pdf_and_says_what_it_made(command, pretend):
    pretend("guide.build", build_guide=builds())
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 0
    assert Path("out/guide.pdf").read_bytes() == PDF
    assert run.out[0] == f"Made {Path('out/guide.pdf')}"
    assert run.out[1].startswith("12 pages, 18 listings, 57 kB, 0.")
    assert run.out[1].endswith(" seconds")
    assert run.err == []


def test_build_takes_content_and_output_from_anywhere(command, pretend, folder):
    seen = []

    def build_guide(content, progress=None, **how):
        seen.append(content)
        return SimpleNamespace(pdf=PDF, pages=1, listings=1, problems=(), said=())

    pretend("guide.build", build_guide=build_guide)
    (folder / "other").mkdir()
    run = command("build", "--content", str(folder / "other"), "--output", str(folder / "new" / "mine.pdf"))
    assert run.code == 0
    assert seen == [folder / "other"]
    assert (folder / "new" / "mine.pdf").read_bytes() == PDF
    assert run.out[1].startswith("1 page, 1 listing, ")


def test_build_prints_every_problem_and_writes_nothing(command, pretend):
    pretend("guide.build", build_guide=builds(error=GuideError((*WRONG, DOUBTFUL))))
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 1
    assert run.out == []
    assert run.err == [
        f"{Path('content/guide.yaml')}:3:7: error: there is no key titel; did you mean title? [unknown-key]",
        f"{Path('content/sections/1.yaml')}: error: the section has no listings; add one or take the section out [empty-section]",
        f"{Path('content/guide.yaml')}:9:1: warning: the summary is long; use six words [long-summary]",
        "2 problems and 1 warning",
    ]
    assert not Path("out").exists()


def test_build_prints_warnings_and_goes_on(command, pretend):
    pretend(
        "guide.build",
        build_guide=builds(SimpleNamespace(pdf=PDF, pages=2, listings=3, problems=(DOUBTFUL,), said=())),
    )
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 0
    assert run.err[-1] == "1 warning"
    assert Path("out/guide.pdf").exists()


def test_a_problem_cannot_steer_the_terminal(command, pretend):
    nasty = Problem(mark=Mark(Path("content/a.yaml"), 1, 1), name="x", message="red \x1b[31m\nand a new line")
    pretend("guide.build", build_guide=builds(error=GuideError([nasty])))
    run = command("build", "--output", "out/guide.pdf")
    assert run.err == [
        f"{Path('content/a.yaml')}:1:1: error: red \\x1b[31m\\x0aand a new line [x]",
        "1 problem",
    ]


@pytest.mark.parametrize(
    ("status", "err"),
    [
        (0, []),
        (1, [f"No program here shows it; open {Path('out/guide.pdf')} yourself."]),
    ],
)
def test_build_opens_the_pdf_when_asked(command, pretend, monkeypatch, status, err):
    opened = []
    monkeypatch.setattr(click, "launch", lambda path: opened.append(path) or status)
    pretend("guide.build", build_guide=builds())
    run = command("build", "--output", "out/guide.pdf", "--open")
    assert opened == [str(Path("out/guide.pdf").absolute())]
    assert (run.code, run.err) == (0, err)


# --- check ----------------------------------------------------------------------------------------


def reviews(listings, problems=(), seen=None):
    """A check_content that gives these listings and problems."""
    loaded = SimpleNamespace(listings=listings, sections=(1, 2, 3, 4)) if listings is not None else None

    def check_content(folder, today):
        if seen is not None:
            seen.append(today)
        return loaded, problems

    return {"check_content": check_content}


def test_check_counts_what_is_verified(command, pretend):
    listings = [
        listing("Harm Reduction Coalition"),
        listing("Insite", date(2026, 3, 1)),
        listing("SMART Recovery"),
    ]
    pretend("guide.build", **reviews(listings))
    run = command("check")
    assert (run.code, run.out, run.err) == (0, ["3 listings in 4 sections, 1 verified."], [])


def test_check_prints_problems_and_ends_with_1(command, pretend):
    pretend("guide.build", **reviews(None, WRONG))
    run = command("check")
    assert run.code == 1
    assert run.err[-1] == "2 problems"
    assert len(run.err) == 3


@pytest.mark.parametrize(("arguments", "code"), [([], 0), (["--strict"], 1)])
def test_warnings_are_mistakes_only_where_that_is_asked(command, pretend, arguments, code):
    pretend("guide.build", **reviews([listing("Insite")], (DOUBTFUL,)))
    run = command("check", *arguments)
    assert run.code == code
    assert run.err[-1] == "1 warning"
    assert run.err[0].endswith("; use six words [long-summary]")


def test_build_hands_on_what_is_strict_and_which_day_it_is(command, pretend):
    seen = {}

    def build_guide(content, progress=None, **how):
        seen.update(how)
        return SimpleNamespace(pdf=PDF, pages=1, listings=1, problems=(), said=())

    pretend("guide.build", build_guide=build_guide)
    assert command("build", "--output", "out/guide.pdf", "--strict", "--today", "2027-03-01").code == 0
    assert {key: seen[key] for key in ("strict", "today", "name", "memory")} == {
        "strict": True,
        "today": date(2027, 3, 1),
        "name": "",
        "memory": None,
    }


@pytest.mark.parametrize(
    ("arguments", "epoch", "day"),
    [
        (["--today", "2027-03-01"], "0", date(2027, 3, 1)),
        ([], "86400", date(1970, 1, 2)),
        ([], "", None),
    ],
)
def test_today_is_as_given_or_of_the_build_or_of_the_clock(command, monkeypatch, arguments, epoch, day):
    from guide import build

    seen = []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setattr(build, "check_content", lambda folder, today: seen.append(today) or (None, WRONG))
    command("check", *arguments)
    assert seen == [day or date.today()]


@pytest.mark.parametrize(
    "arguments", [["--today", "tomorrow"], ["--today", "2026-02-30"], ["--today", "20260101"]]
)
def test_a_day_that_is_none_is_wrong_use(command, arguments):
    assert command("check", *arguments).code == 2


@pytest.mark.parametrize("epoch", ["soon", "9" * 30])
def test_a_strange_source_date_epoch_is_wrong_use(command, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    run = command("check")
    assert (run.code, "SOURCE_DATE_EPOCH" in run.err[-1]) == (2, True)


def test_json_is_for_programs(command, pretend):
    pretend("guide.build", **reviews([listing("Insite")], (*WRONG, DOUBTFUL)))
    run = command("check", "--format", "json")
    told = json.loads("\n".join(run.out))
    assert told["problems"][0] == {
        "path": str(Path("content/guide.yaml")),
        "line": 3,
        "column": 7,
        "level": "error",
        "name": "unknown-key",
        "message": "there is no key titel",
        "hint": "did you mean title?",
    }
    assert [row["line"] for row in told["problems"]] == [3, 0, 9]
    assert told["summary"] == {"errors": 2, "warnings": 1, "listings": 1, "unverified": 1}
    assert (run.code, run.err) == (1, [])


def test_github_shows_problems_beside_the_lines(command, pretend):
    odd = Problem(mark=Mark(Path("a,b:c.yaml"), 1, 2), name="odd", message="50% of it\nis ::error::")
    pretend("guide.build", **reviews(None, (WRONG[0], WRONG[1], DOUBTFUL, odd)))
    run = command("check", "--format", "github")
    assert run.out == [
        "::error file=content/guide.yaml,line=3,col=7,title=unknown-key::there is no key titel; did you mean title?",
        "::error file=content/sections/1.yaml,title=empty-section::the section has no listings; add one or take the section out",
        "::warning file=content/guide.yaml,line=9,col=1,title=long-summary::the summary is long; use six words",
        "::error file=a%2Cb%3Ac.yaml,line=1,col=2,title=odd::50%25 of it\\x0ais ::error::",
    ]
    assert (run.code, run.err) == (1, [])


# --- call sheet, verified dates, schemas ----------------------------------------------------------

SMALL = {
    "guide.yaml": "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n",
    "sections/a.yaml": "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank # its new name\n",
    "sections/b.yaml": "title: Shelter\nlistings:\n  - id: night-shelter\n    name: Night Shelter",
}


@pytest.fixture
def small(folder):
    """A small guide in content/."""
    for name, text in SMALL.items():
        path = folder / "content" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder / "content"


def test_a_worklist_is_a_pdf_and_a_table(command, small):
    run = command("check", "--worklist")
    assert (run.code, run.out[:2]) == (
        0,
        [f"Made {Path('out/worklist.pdf')}", f"Made {Path('out/worklist.csv')}"],
    )
    assert Path("out/worklist.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert Path("out/worklist.csv").read_bytes().startswith(b'\xef\xbb\xbf"Entry"')
    assert command("check", "--worklist", "calls.csv").code == 0
    assert command("check", "--worklist", "calls.csv", "--format", "json").err == [
        "Made calls.pdf",
        "Made calls.csv",
    ]


def test_a_worklist_replaces_nobodys_table(command, small):
    Path("calls.csv").write_text("my own", encoding="utf-8")
    run = command("check", "--worklist", "calls.pdf")
    assert (run.code, Path("calls.csv").read_text(encoding="utf-8")) == (2, "my own")
    assert not Path("calls.pdf").exists()


def test_verify_sets_the_day_and_nothing_else(command, small):
    run = command("verify", "food-bank", "night-shelter", "--date", "2026-03-14", "--by", "Ann")
    assert run.code == 0
    added = "\n    verified: 2026-03-14\n    verified_by: Ann"
    assert (small / "sections/a.yaml").read_text(encoding="utf-8") == SMALL["sections/a.yaml"][
        :-1
    ] + added + "\n"
    assert (small / "sections/b.yaml").read_text(encoding="utf-8") == SMALL["sections/b.yaml"] + added
    run = command("verify", "food-bank", "--today", "2026-05-01")
    assert run.out == [
        f"Harbor Food Bank: verified 2026-05-01, still by Ann ({Path('content/sections/a.yaml')})"
    ]


@pytest.mark.parametrize(
    "arguments, code",
    [
        (["food-bank", "food-bnk"], 1),
        (["food-bank", "--date", "2999-01-01"], 2),
        (["food-bank", "--by", " "], 2),
        (["food-bank", "--by", "a\nb"], 2),
        (["food-bank", "--by", "null"], 2),
        ([], 2),
        (["food-bank", "--date", "today"], 2),
    ],
)
def test_verify_that_cannot_be_done_changes_nothing(command, small, arguments, code):
    run = command("verify", *arguments)
    assert run.code == code
    assert {name: (small / name).read_text(encoding="utf-8") for name in SMALL} == SMALL
    if code == 1:
        assert run.err[0].endswith(
            'there is no listing with the id "food-bnk"; did you mean "food-bank"? [unknown-id]'
        )


def test_verify_keeps_who_may_read_a_file(command, small):
    path = small / "sections/a.yaml"
    path.chmod(0o640)
    assert command("verify", "food-bank").code == 0
    assert path.stat().st_mode & 0o777 == 0o640


def test_verify_is_all_or_nothing_when_the_disk_fails(command, small, monkeypatch):
    fsync, synced = os.fsync, []

    def fail_on_second(file):
        synced.extend([file] * stat.S_ISREG(os.fstat(file).st_mode))
        if len(synced) == 2:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        fsync(file)

    monkeypatch.setattr(os, "fsync", fail_on_second)
    assert command("verify", "food-bank", "night-shelter").code == 1
    assert {name: (small / name).read_text(encoding="utf-8") for name in SMALL} == SMALL


def test_verify_of_two_at_once_loses_no_date(small):
    """Real processes, and one file: each reads again what the other has written."""
    ids = [f"place-{number}" for number in range(6)]
    section = small / "sections/a.yaml"
    section.write_text(
        "title: Food\nlistings:\n" + "".join(f"  - id: {id}\n    name: Place {id}\n" for id in ids),
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = [
        subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from guide.cli import main; main()",
                "verify",
                id,
                "--date",
                f"2026-03-1{number}",
            ],
            env=environment,
            stderr=subprocess.PIPE,
        )
        for number, id in enumerate(ids)
    ]
    assert [(run.communicate(timeout=60)[1], run.returncode) for run in runs] == [(b"", 0)] * len(ids)
    assert section.read_text(encoding="utf-8") == "title: Food\nlistings:\n" + "".join(
        f"  - id: {id}\n    name: Place {id}\n    verified: 2026-03-1{number}\n"
        for number, id in enumerate(ids)
    )
    assert sorted(path.name for path in section.parent.iterdir()) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("once", [True, False])
def test_verify_while_somebody_saves_the_file(command, small, monkeypatch, once):
    """What was saved is kept, and the date goes into it; if it never rests, the command says so."""
    section, saved = small / "sections/a.yaml", []

    def save(data, values, path, edit=edit.set_values):
        if not once or not saved:
            saved.append(f"# saved {len(saved)}\n")
            path.write_text(saved[-1] + SMALL["sections/a.yaml"], encoding="utf-8")
        return edit(data, values, path)

    monkeypatch.setattr(edit, "set_values", save)
    run = command("verify", "food-bank", "--date", "2026-03-14")
    text = section.read_text(encoding="utf-8")
    assert (
        text.startswith(saved[-1])
        and ("verified: 2026-03-14" in text) is once
        and run.code == (0 if once else 1)
    )
    assert once or "was changed while the command ran" in run.err[0]


def test_translate_writes_over_nothing_that_was_saved_meanwhile(command, small, monkeypatch):
    """All files or none."""
    assert command("translate", "es").code == 0
    path = small / "translations/es/a.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")

    def save(*arguments, make=translate_file.translation_files):
        made = make(*arguments)
        path.write_text("# saved meanwhile\n", encoding="utf-8")
        return made

    (small / "translations/es/guide.yaml").unlink()
    monkeypatch.setattr(translate_file, "translation_files", save)
    run = command("translate", "es")
    assert run.code == 1 and "a.yaml: error: this file was changed while the command ran" in run.err[0]
    assert (
        path.read_text(encoding="utf-8") == "# saved meanwhile\n"
        and not (small / "translations/es/guide.yaml").exists()
    )


@pytest.mark.parametrize(
    "arguments, path",
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


def test_answers_in_a_call_sheet_are_not_written_over(command, small):
    """Whoever called has filled them in."""
    assert command("check", "--worklist", "calls").code == 0
    path = Path("calls.csv")
    first, rest = path.read_bytes().split(b"\r\n", 1)
    path.write_bytes(filled := first + b"\r\n" + rest.replace(b'"",""', b'"no","They moved"', 1))
    run = command("check", "--worklist", "calls")
    assert run.code == 2 and "answers are written into it" in run.err[-1] and path.read_bytes() == filled


def test_a_translators_work_is_not_written_over(command, small):
    """It has to be taken in first."""
    assert command("translate", "es", "--export", "es.po").code == 0
    path = Path("es.po")
    path.write_text(
        filled := path.read_text(encoding="utf-8")
        .replace('msgstr ""', 'msgstr "Comida"')
        .replace('"Comida"', '""', 1),
        encoding="utf-8",
    )
    run = command("translate", "es", "--export", "es.po")
    assert run.code == 1 and "--import" in run.err[0] and path.read_text(encoding="utf-8") == filled
    assert command("translate", "es", "--import", "es.po").code == 0
    assert command("translate", "es", "--export", "es.po").code == 0


def test_schema_writes_the_schemas(command, small):
    run = command("schema")
    assert (run.code, len(run.out)) == (0, 4)
    assert json.loads((small / "schema/section.schema.json").read_text(encoding="utf-8"))["required"] == [
        "title"
    ]


# --- help and wrong use ---------------------------------------------------------------------------


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


def test_output_never_replaces_what_is_not_a_pdf(command, pretend):
    pretend("guide.build", build_guide=builds())
    Path("content/guide.yaml").write_text("title: Precious", encoding="utf-8")
    run = command("build", "--output", "content/guide.yaml")
    assert run.code == 2
    assert "would be lost" in run.err[-1]
    assert Path("content/guide.yaml").read_text(encoding="utf-8") == "title: Precious"


# --- things that go wrong -------------------------------------------------------------------------


def test_an_output_folder_that_cannot_be_written_is_one_clear_line(command, pretend):
    pretend("guide.build", build_guide=builds())
    Path("file").write_text("in the way", encoding="utf-8")
    run = command("build", "--output", "file/guide.pdf")
    assert run.code == 1
    assert len(run.err) == 1
    assert "a file stands where its folder should be" in run.err[0]


def test_a_full_disk_is_one_clear_line(command, pretend, monkeypatch):
    def fail(path, data, over):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))

    pretend("guide.build", build_guide=builds())
    monkeypatch.setattr("guide.cli.build.write_atomically", fail)
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 1
    assert run.err == [
        f"Error: {Path('out/guide.pdf')}: No space left on device; "
        "make room on the disk and run the command again"
    ]


def test_a_broken_face_is_one_clear_line(command, pretend):
    class FontError(Exception):
        pass

    pretend("guide.layout.type.fonts", FontError=FontError)
    pretend("guide.build", build_guide=builds(error=FontError("fonts/A.ttf: not a font file")))
    run = command("build", "--output", "out/guide.pdf")
    assert run.code == 1
    assert run.err == ["Error: fonts/A.ttf: not a font file"]


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


def test_a_pipe_gets_plain_lines(folder):
    process = start(
        "build",
        "--output",
        "out/guide.pdf",
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        pause=0.3,
    )
    out, err = process.communicate(timeout=30)
    assert process.returncode == 0
    assert out.splitlines()[0] == b"Made out/guide.pdf"
    assert (b"\x1b" in out, err) == (False, b"")


def test_a_terminal_gets_colour_and_a_bar_that_is_wiped(folder):
    seen = on_terminal("build", "--output", "out/guide.pdf", cwd=folder, pause=0.3)
    assert "\x1b[1mMade out/guide.pdf" in seen
    assert "Setting pages" in seen
    assert "####" in seen
    wiped = seen.split("\x1b[1mMade")[0].rstrip("\r").rsplit("\r", 1)[-1]
    assert wiped.strip() == ""


def test_short_work_shows_no_bar(folder):
    assert "Setting" not in on_terminal("build", "--output", "out/guide.pdf", cwd=folder)


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


def test_help_does_not_wait_for_layout():
    program = (
        "import sys, guide.cli; print(*(m for m in ('reportlab', 'yaml', 'uharfbuzz') if m in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == ""
