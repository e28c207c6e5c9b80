"""The archive: old editions, the content of each, and what is forgotten."""

import json
import os
import signal
import threading
from pathlib import Path
from types import SimpleNamespace
from zipfile import ZipFile

import pytest

from guide import archive
from guide.errors import GuideError, Mark
from guide.manifest import MANIFEST, as_text, digests_of, sha256
from guide.model import Edition

CONTENT = {"guide.yaml": b"title: A\n", "editions/letter.yaml": b"default: yes\n", "mail/en.txt": b"Hello"}


@pytest.fixture
def content(tmp_path):
    for name, data in (CONTENT | {"out/old.yaml": b"x", ".hidden.yaml": b"x", "notes.docx": b"x"}).items():
        path = tmp_path / "mine" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return tmp_path / "mine"


def write_edition(folder, number, state="", pdf=b"%PDF"):
    """A folder of an edition with one file."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "letter.pdf").write_bytes(pdf)
    files = [
        {"name": "letter.pdf", "bytes": 4, "sha256": sha256(pdf)},
        {"name": "n.pdf", "bytes": 3, "sha256": "x"},
    ]
    (folder / "n.pdf").write_bytes(b"somebody's")
    said = {
        "edition": "letter",
        "number": number,
        "date": "2026-01-02",
        "pages": 4,
        "state": state,
        "files": files,
    }
    (folder / MANIFEST).write_bytes(as_text(said))


def test_all_that_a_guide_is_made_of_is_kept_and_nothing_else(content):
    """Its editions and mail too; the same content is the same bytes."""
    out, state = content / "out", archive.state_of(digests_of(content))
    archive.keep_content(content, out, state)
    path = out / "archive/content" / f"{state}.zip"
    with ZipFile(path) as kept:
        assert {name: kept.read(name) for name in kept.namelist()} == CONTENT
    first = path.read_bytes()
    path.unlink()
    archive.keep_content(content, out, state)
    assert path.read_bytes() == first


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals cannot be held back here")
def test_ctrl_c_is_heard_when_the_content_is_packed(content, tmp_path, monkeypatch):
    """Not in its midst: an open ZIP file makes something else of it."""
    packed, done = archive.packed, []

    def interrupted(files):
        signal.pthread_kill(threading.get_ident(), signal.SIGINT)  # a worker of a test run has other threads
        done.append(packed(files))
        return done[0]

    monkeypatch.setattr(archive, "packed", interrupted)
    before = signal.signal(signal.SIGINT, signal.default_int_handler)  # workers of a test run do not hear it
    try:
        with pytest.raises(KeyboardInterrupt):
            archive.keep_content(content, tmp_path / "out", archive.state_of(digests_of(content)))
    finally:
        signal.signal(signal.SIGINT, before)
    assert done


def test_content_that_was_saved_anew_meanwhile_is_not_kept_as_what_it_was(content, tmp_path):
    state = archive.state_of(digests_of(content))
    (content / "guide.yaml").write_bytes(b"title: B\n")
    archive.keep_content(content, tmp_path / "out", state)
    assert not (tmp_path / "out").exists() and archive.state_of(digests_of(content)) != state


def test_content_that_no_edition_names_is_forgotten_after_a_while(content, tmp_path):
    """Not what today's names, an old one names, another run has just written, or somebody else has put there."""
    out = tmp_path / "out"
    store = archive.store_of(out)
    store.mkdir(parents=True)
    for name in ("today", "old", "new", "gone", "mine"):
        (store / f"{name}.zip").write_bytes(b"x" if name == "mine" else archive.MADE_HERE)
        if name != "new":
            os.utime(store / f"{name}.zip", (1, 1))
    write_edition(out / "letter", 2, "today")
    write_edition(out / "archive/letter-1", 1, "old")
    archive.forget_content(out)
    assert sorted(path.stem for path in store.iterdir()) == ["mine", "new", "old", "today"]


def test_an_old_edition_is_kept_once_and_whole(tmp_path):
    """What somebody changed is none of it; one that was kept with the same number before stays beside it."""
    folder, kept = tmp_path / "letter", tmp_path / "archive/letter-3"
    write_edition(folder, 3)
    assert archive.keep_old_edition(folder, 3) is None and not kept.exists()
    assert archive.keep_old_edition(folder, 4) == kept == archive.keep_old_edition(folder, 5)
    assert sorted(path.name for path in kept.iterdir()) == ["letter.pdf", MANIFEST]
    write_edition(folder, 3, "other", b"%PDF other")
    assert archive.keep_old_edition(folder, 4) == tmp_path / "archive/letter-3.2"
    assert (kept / "letter.pdf").read_bytes() == b"%PDF"
    (folder / MANIFEST).write_bytes(b"[]")
    assert archive.keep_old_edition(folder, 9) is None


def test_the_list_says_what_there_is(tmp_path):
    """The newest number first; what is no manifest is passed over."""
    for number in (1, 3, 2):
        write_edition(tmp_path / f"archive/letter-{number}", number, "s")
    (tmp_path / "archive/junk").mkdir()
    (tmp_path / "archive/junk" / MANIFEST).write_bytes(b"{")
    store = archive.store_of(tmp_path)
    store.mkdir()
    assert [old.content for old in archive.list_archive(tmp_path)] == [None] * 3
    (store / "s.zip").write_bytes(b"x")
    there = archive.list_archive(tmp_path)
    assert [(old.number, old.date, old.content) for old in there] == [
        (number, "2026-01-02", store / "s.zip") for number in (3, 2, 1)
    ]


def test_an_edition_that_cannot_be_made_again_is_told(tmp_path):
    write_edition(tmp_path / "archive/letter-1", 1, "s")
    for number, name in ((1, "content-not-kept"), (2, "not-in-archive")):
        with pytest.raises(GuideError) as error:
            archive.old_edition(tmp_path, number, ())
        assert [problem.name for problem in error.value.problems] == [name]


def test_the_content_of_an_old_edition_stands_again_in_the_archive(content, tmp_path):
    """What somebody has changed there stays; no name leads out of it."""
    out, state = tmp_path / "out", archive.state_of(digests_of(content))
    archive.keep_content(content, out, state)
    write_edition(out / "archive/letter-1", 1, state)
    old = archive.old_edition(out, 1, ("letter",))
    folder = archive.unpack(old, out)
    assert {
        str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    } == CONTENT
    assert archive.unpack(old, out) == folder and folder.is_relative_to(out / "archive/again-1")
    (folder / "guide.yaml").write_bytes(b"mine")
    with pytest.raises(GuideError):
        archive.unpack(old, out)
    assert list(archive.within(Path("a"), [("../b", b""), ("/c", b""), ("d/e", b"")])) == [("d/e", b"")]


def test_the_isbn_of_an_older_edition_is_known(tmp_path):
    """Whether it is in the archive already or still in its folder; the same edition made again is no other."""
    guide = SimpleNamespace(edition=SimpleNamespace(number=2))
    edition = Edition(name="letter", isbn="978-0-306-40615-7", mark=Mark(Path("editions/letter.yaml"), 1, 1))
    for place, number in (("archive/letter-1", 1), ("letter", 2)):
        folder = tmp_path / place
        write_edition(folder, number)
        row = json.loads((folder / MANIFEST).read_bytes()) | {"isbn": "9780306406157"}
        (folder / MANIFEST).write_bytes(as_text(row))
    (told,) = archive.isbn_again([edition, Edition(name="other")], guide, tmp_path)
    assert "978-0-306-40615-7 was the ISBN of edition 1 of letter" in told.message
    assert archive.with_isbn(archive.all_made(tmp_path), "9780306406157", 1)["number"] == 2
    (tmp_path / "archive/letter-1" / MANIFEST).unlink()
    assert list(archive.isbn_again([edition], guide, tmp_path)) == []
