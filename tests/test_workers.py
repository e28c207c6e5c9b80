"""Work beside this process: the same conversation here and in a process of its own."""

import os
import sys
import threading
import time
from multiprocessing.connection import wait

import pytest

from guide.cli.terminal import explain
from guide.workers import Here, Process, begin

needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="processes part on Linux alone")


def counting(start):
    """Yields sums of what it is told, and the number of its process."""
    total = start
    while True:
        told = yield total, os.getpid()
        total += told


@pytest.mark.parametrize("kind", [Here, pytest.param(Process, marks=needs_fork)])
def test_a_conversation_goes_to_and_fro(kind):
    """Each answer is to all that was told before; only a Process is another process."""
    peer = kind(counting(5))
    answers = [peer.answer()]
    for value in (1, 10):
        peer.tell(value)
        answers.append(peer.answer())
    peer.close()
    assert [total for total, _ in answers] == [5, 6, 16]
    assert {number == os.getpid() for _, number in answers} == {kind is Here}


@pytest.mark.parametrize("kind", [Here, pytest.param(Process, marks=needs_fork)])
def test_what_goes_wrong_there_goes_wrong_here(kind):
    """An exception is raised where it is waited for."""

    def failing():
        yield 1
        raise ValueError("no face has it")

    peer = kind(failing())
    assert peer.answer() == 1
    peer.tell(None)
    with pytest.raises(ValueError, match="no face has it"):
        peer.answer()
    peer.close()


@needs_fork
def test_a_process_that_is_stopped_is_told():
    """By whoever stops it: a machine without memory, say."""

    def stopped():
        os.kill(os.getpid(), 9)
        yield

    peer = Process(stopped())
    with pytest.raises(ChildProcessError, match="no answer") as error:
        peer.answer()
    assert "run the command again" in explain(error.value) and "fault of the program" not in explain(
        error.value
    )
    peer.close()


@pytest.mark.slow
@needs_fork
def test_a_process_that_is_stopped_with_something_still_to_hear():
    """Or in the middle of an answer."""

    def waiting():
        yield 1
        time.sleep(60)
        yield 2

    def interrupted():
        threading.Timer(0.2, os.kill, (os.getpid(), 9)).start()
        yield b"x" * 100_000_000

    peer = Process(waiting())
    assert peer.answer() == 1
    peer.tell(2)
    peer.tell(3)
    time.sleep(0.1)
    os.kill(peer.process.pid, 9)
    with pytest.raises(ChildProcessError, match="no answer"):
        peer.answer()
    peer.close()
    peer = Process(interrupted())
    assert wait([peer.process.sentinel], 60)
    with pytest.raises(ChildProcessError, match="no answer"):
        peer.answer()
    peer.close()


@pytest.mark.slow
@needs_fork
def test_what_went_wrong_there_is_heard_although_more_was_told():
    """With where it came from; an exception that cannot be sent says at least what it was."""

    class Odd(Exception):
        def __reduce__(self):
            raise TypeError

    for error, kind in ((KeyError("face"), KeyError), (Odd("no way"), RuntimeError)):

        def failing(error=error):
            raise error
            yield

        peer = Process(failing())
        time.sleep(0.3)
        for _ in range(3):
            peer.tell(1)
        with pytest.raises(kind) as raised:
            peer.answer()
        assert (
            kind is RuntimeError
            and "Odd: no way" in str(raised.value)
            or "in failing" in raised.value.__notes__[0]
        )
        peer.close()


def test_where_no_process_can_begin_it_is_done_here(monkeypatch):
    """As a container may have it."""
    monkeypatch.setattr("guide.workers.cores", lambda: 2)

    def refused(self, conversation):
        raise BlockingIOError

    monkeypatch.setattr(Process, "__init__", refused)
    peer = begin(counting(1))
    assert isinstance(peer, Here) and peer.answer() == (1, os.getpid())


@needs_fork
def test_a_process_ends_when_nobody_wants_it():
    """Closed before it has said all that it would."""
    peer = Process(counting(0))
    peer.close()
    assert peer.process.exitcode is not None


@needs_fork
def test_a_large_answer_comes_whole():
    """Larger than any pipe."""

    def large():
        yield b"x" * 3_000_000

    peer = Process(large())
    assert len(peer.answer()) == 3_000_000
    peer.close()


def test_with_one_processor_it_is_done_here(monkeypatch):
    """And where the caller wants it so."""
    monkeypatch.setattr("guide.workers.cores", lambda: 1)
    assert isinstance(begin(counting(0)), Here)
    monkeypatch.setattr("guide.workers.cores", lambda: 2)
    assert isinstance(begin(counting(0), parted=False), Here)


@needs_fork
def test_a_worker_has_no_workers(monkeypatch):
    """Editions that are made side by side use all processors already."""
    monkeypatch.setattr("guide.workers.cores", lambda: 2)

    def asking():
        peer = begin(counting(0))
        yield type(peer).__name__

    peer = begin(asking())
    assert (type(peer), peer.answer()) == (Process, "Here")
    peer.close()
