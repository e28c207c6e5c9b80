"""Files are whole or as they were, whatever happens while they are written."""

import errno
import os
import signal
import stat
import subprocess
import sys
import textwrap
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from guide import output
from guide.output import (
    MADE,
    NEW,
    Kept,
    Rule,
    as_read,
    delete,
    is_table,
    write_all,
    write_atomically,
    write_edited,
)

ROOT = Path(__file__).resolve().parent.parent
ANYTHING = Rule(lambda old: True)
posix_only = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX systems")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def start_python(program, *arguments):
    """A Python process that runs a program and prints a line when it is where the test wants it."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


WRITES_AND_STOPS = """
    import os, sys, time
    from guide.output import Rule, write_atomically

    def stop(*arguments):
        print("here", flush=True)
        time.sleep(60)

    setattr(os, sys.argv[2], stop)
    write_atomically(sys.argv[1], b"new" * 100_000, over=Rule(lambda old: True))
"""


def test_writes_a_new_file_and_its_folders(tmp_path):
    path = tmp_path / "out" / "deep" / "guide.pdf"
    write_atomically(path, b"new", over=ANYTHING)
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["guide.pdf"]


def test_replaces_an_old_file(tmp_path):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old and longer")
    write_atomically(str(path), b"new", over=ANYTHING)
    assert path.read_bytes() == b"new"


def test_writes_to_a_bare_name_in_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_atomically("guide.pdf", b"new", over=ANYTHING)
    assert names(tmp_path) == ["guide.pdf"]


def test_writes_under_the_longest_name(tmp_path):
    path = tmp_path / ("g" * 251 + ".pdf")
    write_atomically(path, b"new", over=ANYTHING)
    assert path.read_bytes() == b"new"


@posix_only
def test_the_umask_decides_who_may_read_it(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "guide.pdf", b"new", over=ANYTHING)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "guide.pdf").stat().st_mode) == 0o640


@posix_only
def test_a_link_stays_a_link(tmp_path):
    real = tmp_path / "shared" / "guide.pdf"
    real.parent.mkdir()
    real.write_bytes(b"old")
    link = tmp_path / "link.pdf"
    link.symlink_to(real)
    write_atomically(link, b"new", over=ANYTHING)
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(real.parent) == ["guide.pdf"]


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(IsADirectoryError) as caught:
        write_atomically(tmp_path, b"new", over=ANYTHING)
    assert caught.value.filename == str(tmp_path)


@posix_only
def test_a_device_is_not_replaced():
    with pytest.raises(OSError, match="Not an ordinary file"):
        write_atomically("/dev/null", b"new", over=ANYTHING)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("path", ["file/guide.pdf", "file/deep/guide.pdf"])
def test_a_file_in_place_of_the_folder_is_an_error_that_names_the_wish(tmp_path, path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError) as caught:
        write_atomically(tmp_path / path, b"new", over=ANYTHING)
    assert caught.value.filename == str(tmp_path / path)
    assert (tmp_path / "file").read_bytes() == b"old"


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_a_full_disk_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, moment):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old")

    def fail(*arguments):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, moment, fail)
    with pytest.raises(OSError) as caught:
        write_atomically(path, b"new", over=ANYTHING)
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(path))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
def test_a_write_that_stops_half_way_leaves_the_old_file_and_no_litter(tmp_path):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old")
    process = start_python(
        """
        import resource, signal, sys
        from guide.output import Rule, write_atomically

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        try:
            write_atomically(sys.argv[1], b"new" * 10_000, over=Rule(lambda old: True))
        except OSError as error:
            print(error.errno)
    """,
        path,
    )
    said, complaints = process.communicate(timeout=30)
    assert said.strip() == str(errno.EFBIG), complaints
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["guide.pdf"]


@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_interrupted_by_ctrl_c_it_leaves_the_old_file_and_no_litter(tmp_path, monkeypatch, moment):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old")

    def interrupt(*arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, moment, interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, b"new", over=ANYTHING)
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
@pytest.mark.parametrize("moment", ["fsync", "replace"])
def test_killed_it_leaves_the_old_file_and_the_next_run_clears_up(tmp_path, moment):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old")
    process = start_python(WRITES_AND_STOPS, path, moment)
    assert process.stdout.readline() == "here\n"
    assert path.read_bytes() == b"old"
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert path.read_bytes() == b"old"
    assert len(names(tmp_path)) == 2

    write_atomically(path, b"newest", over=ANYTHING)
    assert path.read_bytes() == b"newest"
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
def test_the_draft_of_a_run_that_lives_is_left_alone(tmp_path):
    path = tmp_path / "guide.pdf"
    process = start_python(WRITES_AND_STOPS, path, "fsync")
    try:
        assert process.stdout.readline() == "here\n"
        write_atomically(path, b"mine", over=ANYTHING)
        assert path.read_bytes() == b"mine"
        assert len(names(tmp_path)) == 2
    finally:
        process.kill()
        process.communicate()


def test_other_files_of_the_folder_are_left_alone(tmp_path):
    others = [".guide-notes", "guide.part", ".other-1.part"]
    for name in others:
        (tmp_path / name).write_bytes(b"kept")
    write_atomically(tmp_path / "guide.pdf", b"new", over=ANYTHING)
    assert names(tmp_path) == sorted([*others, "guide.pdf"])


@posix_only
def test_a_draft_that_is_a_link_never_touches_what_it_points_to(tmp_path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"kept")
    (tmp_path / ".guide-1-1.part").symlink_to(precious)
    write_atomically(tmp_path / "guide.pdf", b"new", over=ANYTHING)
    assert names(tmp_path) == ["guide.pdf", "precious"]
    assert precious.read_bytes() == b"kept"


def test_many_writers_at_once_leave_one_whole_file(tmp_path):
    path = tmp_path / "guide.pdf"
    wishes = [bytes([65 + number]) * 50_000 for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda data: write_atomically(path, data, ANYTHING), wishes))
    assert path.read_bytes() in wishes
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
def test_a_disk_without_locks_is_good_enough(tmp_path, monkeypatch):
    def fail(*arguments):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(output.fcntl, "flock", fail)
    write_atomically(tmp_path / "guide.pdf", b"new", over=ANYTHING)
    assert names(tmp_path) == ["guide.pdf"]


def test_a_system_without_locks_still_writes_and_clears(tmp_path, monkeypatch):
    monkeypatch.setattr(output, "fcntl", None)
    (tmp_path / ".guide-1-1.part").write_bytes(b"litter")
    write_atomically(tmp_path / "guide.pdf", b"new", over=ANYTHING)
    assert names(tmp_path) == ["guide.pdf"]


# --- what may be replaced ---------------------------------------------------------------------------


def test_what_is_not_ours_stays(tmp_path):
    """The rule says what is; what is the same already is written over."""
    path = tmp_path / "notes.txt"
    path.write_bytes(b"mine")
    for rule in (NEW, MADE, as_read(b"other"), as_read(None), as_read(b"")):
        with pytest.raises(Kept, match="notes.txt") as error:
            write_atomically(path, b"new", rule)
        assert (
            error.value.problems[0].hint and names(tmp_path) == ["notes.txt"] and path.read_bytes() == b"mine"
        )
        assert write_atomically(path, b"mine", rule) == b"mine"
    assert write_atomically(path, b"new", as_read(b"mine")) == b"mine"


def test_a_file_that_became_empty_is_not_what_was_read(tmp_path):
    """An editor may be about to write it."""
    path = tmp_path / "a.yaml"
    path.touch()
    with pytest.raises(Kept):
        write_atomically(path, b"new", as_read(b"old"))
    assert write_atomically(path, b"new", NEW) == b""


def test_a_link_that_leads_to_itself_is_an_error(tmp_path):
    path = tmp_path / "loop.pdf"
    path.symlink_to(path)
    with pytest.raises(OSError) as caught:
        write_atomically(path, b"new", ANYTHING)
    assert caught.value.errno == errno.ELOOP and path.is_symlink()


def test_all_or_none(tmp_path, monkeypatch):
    """What was there comes back, what was not goes; nothing is written where one is refused."""
    old, new, last = tmp_path / "old", tmp_path / "new", tmp_path / "last"
    for path in (old, last):
        path.write_bytes(b"old")
    wishes = {old: b"1", new: b"2", last: b"3"}
    with pytest.raises(Kept):
        write_all(wishes, {old: ANYTHING, new: NEW, last: NEW})
    assert names(tmp_path) == ["last", "old"] and old.read_bytes() == b"old"

    def fail(draft, target, new, put=output.put_in_place):
        if Path(target).name == "last":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        put(draft, target, new)

    monkeypatch.setattr(output, "put_in_place", fail)
    with pytest.raises(OSError):
        write_all(wishes, dict.fromkeys(wishes, ANYTHING))
    assert names(tmp_path) == ["last", "old"] and old.read_bytes() == last.read_bytes() == b"old"


ADDS = """
    import sys
    from pathlib import Path
    from guide.output import Kept, as_read, write_atomically

    path = Path(sys.argv[1])
    for number in range(30):
        while True:
            old = path.read_bytes()
            try:
                write_atomically(path, old + f"{sys.argv[2]} {number}\\n".encode(), as_read(old))
                break
            except Kept:
                pass
"""


@pytest.mark.slow
@posix_only
def test_processes_that_change_one_file_lose_nothing(tmp_path):
    """Each writes only over what it has read."""
    path = tmp_path / "lines"
    path.touch()
    processes = [start_python(ADDS, path, name) for name in range(4)]
    assert [process.communicate(timeout=60)[1] for process in processes] == [""] * 4
    assert sorted(path.read_text().splitlines()) == sorted(
        f"{name} {number}" for name in range(4) for number in range(30)
    )
    assert names(tmp_path) == ["lines"]


@posix_only
def test_of_two_that_make_a_new_file_one_is_told(tmp_path):
    """Neither writes over the other."""
    path = tmp_path / "new"
    with ThreadPoolExecutor(8) as threads:

        def attempt(number):
            try:
                return write_atomically(path, b"%d" % number, NEW) is None
            except Kept:
                return False

        assert sum(threads.map(attempt, range(20))) == 1
    assert names(tmp_path) == ["new"]


def test_only_what_the_rule_gives_up_is_deleted(tmp_path):
    path, link = tmp_path / "a", tmp_path / "link"
    path.write_bytes(b"mine")
    link.symlink_to(path)
    assert (
        not delete(path, NEW)
        and not delete(link, ANYTHING)
        and not delete(tmp_path / "none", ANYTHING)
        and not delete(tmp_path, ANYTHING)
    )
    assert names(tmp_path) == ["a", "link"]
    assert delete(path, as_read(b"mine")) and names(tmp_path) == ["link"]


def test_what_is_no_draft_of_ours_is_not_cleared(tmp_path):
    """Only names that this program gives, and only files."""
    os.mkfifo(tmp_path / ".guide-1-2.part")
    (tmp_path / ".guide-of-mine.part").write_bytes(b"kept")
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert names(tmp_path) == [".guide-1-2.part", ".guide-of-mine.part", "guide.pdf"]


@pytest.mark.parametrize(
    "rows, mine",
    [
        ('"A","B"\r\n"1",""\r\n', True),
        ("", True),
        ('"A","B"\r\n"1","filled in"\r\n', False),
        ("A,B\r\n1,\r\n", False),
        ('"A","C"\r\n"1",""\r\n', False),
        ('"A","B"\n"1",""\n', False),
        ("my own", False),
        ('"A","B"\r\n"1\x00', False),
    ],
)
def test_a_table_as_it_was_made(rows, mine):
    """Nobody has written into it, and no spreadsheet has saved it."""
    assert is_table(rows.encode("utf-8-sig") if rows else b"", ("A", "B"), blank=1) is mine
    assert not is_table(b"\xff\xfe\x00", ("A",))


def test_a_folder_goes_only_when_nothing_is_in_it(tmp_path):
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "file").touch()
    assert not output.remove_empty(folder) and folder.is_dir()
    (folder / "file").unlink()
    assert output.remove_empty(folder) and not output.remove_empty(folder)


def test_what_is_edited_is_edited_again_where_it_was_changed_meanwhile(tmp_path):
    """Both changes are there afterwards; who changes it each time is told in the end."""
    file = tmp_path / "a.yaml"
    file.write_bytes(b"a")
    asked = []

    def edit(others: int):
        before = file.read_bytes()
        asked.append(before)
        if len(asked) <= others:
            file.write_bytes(before + b"!")
        return len(asked), {file: (before, before + b"b")}

    assert write_edited(lambda: edit(2)) == 3 and file.read_bytes() == b"a!!b"
    asked.clear()
    with pytest.raises(Kept):
        write_edited(lambda: edit(9), tries=3)
    assert len(asked) == 3 and file.read_bytes() == b"a!!b!!!"
