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
from guide.output import write_atomically

ROOT = Path(__file__).resolve().parent.parent
posix_only = pytest.mark.skipif(os.name == "nt", reason="a matter of POSIX systems")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def start_python(program, *arguments):
    """A Python process that runs a program and prints a line when it is where the test wants it."""
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(program), *map(str, arguments)],
        cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )


WRITES_AND_STOPS = """
    import os, sys, time
    from guide.output import write_atomically

    def stop(*arguments):
        print("here", flush=True)
        time.sleep(60)

    setattr(os, sys.argv[2], stop)
    write_atomically(sys.argv[1], b"new" * 100_000)
"""


def test_writes_a_new_file_and_its_folders(tmp_path):
    path = tmp_path / "out" / "deep" / "guide.pdf"
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"
    assert names(path.parent) == ["guide.pdf"]


def test_replaces_an_old_file(tmp_path):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old and longer")
    write_atomically(str(path), b"new")
    assert path.read_bytes() == b"new"


def test_writes_to_a_bare_name_in_the_current_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_atomically("guide.pdf", b"new")
    assert names(tmp_path) == ["guide.pdf"]


def test_writes_under_the_longest_name(tmp_path):
    path = tmp_path / ("g" * 251 + ".pdf")
    write_atomically(path, b"new")
    assert path.read_bytes() == b"new"


@posix_only
def test_the_umask_decides_who_may_read_it(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomically(tmp_path / "guide.pdf", b"new")
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
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert names(real.parent) == ["guide.pdf"]


def test_a_folder_is_not_replaced(tmp_path):
    with pytest.raises(IsADirectoryError) as caught:
        write_atomically(tmp_path, b"new")
    assert caught.value.filename == str(tmp_path)


@posix_only
def test_a_device_is_not_replaced():
    with pytest.raises(OSError, match="Not an ordinary file"):
        write_atomically("/dev/null", b"new")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize("path", ["file/guide.pdf", "file/deep/guide.pdf"])
def test_a_file_in_place_of_the_folder_is_an_error_that_names_the_wish(tmp_path, path):
    (tmp_path / "file").write_bytes(b"old")
    with pytest.raises(OSError) as caught:
        write_atomically(tmp_path / path, b"new")
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
        write_atomically(path, b"new")
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, str(path))
    assert path.read_bytes() == b"old"
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
def test_a_write_that_stops_half_way_leaves_the_old_file_and_no_litter(tmp_path):
    path = tmp_path / "guide.pdf"
    path.write_bytes(b"old")
    process = start_python("""
        import resource, signal, sys
        from guide.output import write_atomically

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))
        try:
            write_atomically(sys.argv[1], b"new" * 10_000)
        except OSError as error:
            print(error.errno)
    """, path)
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
        write_atomically(path, b"new")
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

    write_atomically(path, b"newest")
    assert path.read_bytes() == b"newest"
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
def test_the_draft_of_a_run_that_lives_is_left_alone(tmp_path):
    path = tmp_path / "guide.pdf"
    process = start_python(WRITES_AND_STOPS, path, "fsync")
    try:
        assert process.stdout.readline() == "here\n"
        write_atomically(path, b"mine")
        assert path.read_bytes() == b"mine"
        assert len(names(tmp_path)) == 2
    finally:
        process.kill()
        process.communicate()


def test_other_files_of_the_folder_are_left_alone(tmp_path):
    others = [".guide-notes", "guide.part", ".other-1.part"]
    for name in others:
        (tmp_path / name).write_bytes(b"kept")
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert names(tmp_path) == sorted([*others, "guide.pdf"])


@posix_only
def test_a_draft_that_is_a_link_never_touches_what_it_points_to(tmp_path):
    precious = tmp_path / "precious"
    precious.write_bytes(b"kept")
    (tmp_path / ".guide-1-1.part").symlink_to(precious)
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert names(tmp_path) == ["guide.pdf", "precious"]
    assert precious.read_bytes() == b"kept"


def test_many_writers_at_once_leave_one_whole_file(tmp_path):
    path = tmp_path / "guide.pdf"
    wishes = [bytes([65 + number]) * 50_000 for number in range(20)]
    with ThreadPoolExecutor(8) as threads:
        list(threads.map(lambda data: write_atomically(path, data), wishes))
    assert path.read_bytes() in wishes
    assert names(tmp_path) == ["guide.pdf"]


@posix_only
def test_a_disk_without_locks_is_good_enough(tmp_path, monkeypatch):
    def fail(*arguments):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(output.fcntl, "flock", fail)
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert names(tmp_path) == ["guide.pdf"]


def test_a_system_without_locks_still_writes_and_clears(tmp_path, monkeypatch):
    monkeypatch.setattr(output, "fcntl", None)
    (tmp_path / ".guide-1-1.part").write_bytes(b"litter")
    write_atomically(tmp_path / "guide.pdf", b"new")
    assert names(tmp_path) == ["guide.pdf"]
