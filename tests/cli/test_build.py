"""The command build: what it says, what it writes, when it watches, and what becomes of each edition."""

import errno
import os
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import click
import pytest

from guide import cli
from guide.errors import GuideError
from tests.cli.samples import DOUBTFUL, PDF, WRONG, builds


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


def test_output_never_replaces_what_is_not_a_pdf(command, pretend):
    pretend("guide.build", build_guide=builds())
    Path("content/guide.yaml").write_text("title: Precious", encoding="utf-8")
    run = command("build", "--output", "content/guide.yaml")
    assert run.code == 2
    assert "would be lost" in run.err[-1]
    assert Path("content/guide.yaml").read_text(encoding="utf-8") == "title: Precious"


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


# --- many editions ----------------------------------------------------------------------------------


def test_a_summary_says_of_each_edition_what_became_of_it(small, capsys):
    """Made, unchanged, or not made and why; then the command ends with 1."""
    for name, text in (("a", "format: a5\n"), ("b", "clock: 24\npres: duplex\n"), ("c", "format: pocket\n")):
        (small / "editions").mkdir(exist_ok=True)
        (small / f"editions/{name}.yaml").write_text(text, encoding="utf-8")
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


# --- what the next build can use


def test_what_is_kept_serves_the_next_build(command, pretend, folder):
    """It gets a memory; what goes wrong when that is kept is a line and stops nothing."""
    memories, trouble = [], ["", "No space left on device"]

    def build_guide(content, progress=None, memory=None, **how):
        memories.append(memory)
        return SimpleNamespace(pdf=PDF, pages=1, listings=1, problems=(), said=())

    class Kept:
        def __init__(self, cache, content):
            self.places = cache, content

        def save(self):
            return trouble.pop(0)

    pretend("guide.build", build_guide=build_guide)
    pretend("guide.cache.memory", DiskMemory=Kept, Refused=ValueError)
    first, second = (command("build", "--output", f"{name}.pdf", "--cache", "kept") for name in "ab")
    assert (first.code, first.err, second.code) == (0, [], 0)
    assert second.err == [
        "Nothing, or not all, could be kept in kept for the next build: No space left on device."
    ]
    assert Path("b.pdf").read_bytes() == PDF
    assert [each.places for each in memories] == [(Path("kept"), Path("content"))] * 2


@pytest.mark.skipif(os.name == "nt", reason="folders have no such modes")
def test_a_folder_that_others_may_read_is_refused(command, folder):
    (folder / "kept").mkdir()
    (folder / "kept").chmod(0o755)
    run = command("build", "--output", "guide.pdf", "--cache", "kept")
    assert run.code == 2 and "others may read or change kept" in " ".join(run.err)
    assert not Path("guide.pdf").exists() and not any((folder / "kept").iterdir())


@pytest.mark.parametrize("other", [["--watch"], ["--poll"], ["--from", "3"], ["--scheduler", "tcp://a:1"]])
def test_nothing_is_kept_where_it_would_serve_nobody(command, other):
    run = command("build", "--cache", "kept", *other)
    assert run.code == 2 and "--cache serves one build after another" in " ".join(run.err)
    assert not Path("kept").exists()
