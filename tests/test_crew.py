"""Work done side by side here: each piece once, whatever happens to one of them or to a process."""

import os
import pickle
import time
from concurrent.futures import Executor
from itertools import count, islice
from pathlib import Path

import pytest

from guide.crew import InTurn, Kit, Processes, Ready, as_done, local_crew, processes, side_by_side
from guide.errors import GuideError
from guide.workers import Process, start_method
from tests.far import failing, killed, prepared, stopped, told, waiting

needs_fork = pytest.mark.skipif(start_method() != "fork", reason="a copy of this process is needed")


@pytest.fixture
def two(monkeypatch):
    monkeypatch.setattr("guide.crew.cores", lambda: 2)


@pytest.fixture
def kit(tmp_path):
    (tmp_path / "guide.yaml").write_text("title: A\n", encoding="utf-8")
    return Kit(prepared, tmp_path, "b")


def test_a_kit_is_made_ready_once_and_travels_as_what_it_is_made_of(kit):
    assert kit.state is kit.state
    again = pickle.loads(pickle.dumps(kit))
    assert again.state == kit.state and again.state is not kit.state


def test_a_kit_that_is_ready_here_is_made_ready_elsewhere(kit, tmp_path):
    """What this process has already does not travel."""
    ready = Kit(prepared, tmp_path, "b", ready=("here",))
    assert ready.state == ("here",) and pickle.loads(pickle.dumps(ready)).state == kit.state


@needs_fork
def test_processes_have_the_kit_of_the_one_that_began_them(kit, two):
    """It is made ready once, before they part."""
    with local_crew(kit) as crew:
        done = list(crew.each(told, range(20)))
    assert sorted(row[-1] for row in done) == list(range(20))
    assert {row[4] for row in done} == {os.getpid()}
    assert os.getpid() not in {row[0] for row in done}


def test_processes_that_begin_afresh_make_it_ready_themselves(kit, two, monkeypatch):
    """As on macOS and Windows."""
    monkeypatch.setattr("guide.crew.start_method", lambda: "spawn")
    monkeypatch.setattr("guide.workers.start_method", lambda: "spawn")
    with local_crew(kit) as crew:
        done = list(crew.each(told, range(4)))
    assert sorted(row[-1] for row in done) == list(range(4))
    assert all(row[0] == row[4] != os.getpid() for row in done)


def test_with_one_processor_it_is_done_here(kit, monkeypatch):
    monkeypatch.setattr("guide.crew.cores", lambda: 1)
    with local_crew(kit) as crew:
        assert {row[0] for row in crew.each(told, range(3))} == {os.getpid()}


@needs_fork
def test_values_are_drawn_as_they_are_needed(kit, two):
    """Ten million rows are never all in memory."""
    drawn = []
    values = (drawn.append(number) or number for number in count())
    with local_crew(kit) as crew:
        assert len(list(islice(crew.each(told, values), 10))) == 10
    assert len(drawn) < 20


@pytest.mark.slow
@pytest.mark.parametrize("cores", [1, pytest.param(2, marks=needs_fork)])
def test_what_went_wrong_with_one_is_raised_when_the_others_are_done(kit, cores, monkeypatch):
    monkeypatch.setattr("guide.crew.cores", lambda: cores)
    done = []
    with local_crew(kit) as crew, pytest.raises(KeyError):
        for value in crew.each(failing, range(9)):
            done.append(value)
    assert sorted(done) == [0, 2, 4, 6, 8]


@pytest.mark.slow
@pytest.mark.parametrize("cores", [1, pytest.param(2, marks=needs_fork)])
def test_what_would_go_wrong_with_all_is_raised_at_once(kit, cores, monkeypatch):
    """With its problems, also from another process; the other values are not even drawn."""
    monkeypatch.setattr("guide.crew.cores", lambda: cores)
    with local_crew(kit) as crew, pytest.raises(GuideError) as error:
        list(crew.each(stopped, count()))
    assert error.value.problems[0].name == "x"


@needs_fork
def test_a_process_that_is_killed_takes_one_piece_with_it(kit, two):
    """The other process does what is left."""
    done = []
    with local_crew(kit) as crew, pytest.raises(ChildProcessError):
        for value in crew.each(killed, range(12)):
            done.append(value)
    assert sorted(done) == [value for value in range(12) if value != 3]


@needs_fork
def test_where_all_processes_were_killed_the_rest_is_not_done_here(kit):
    """What has ended them would end this one."""
    with processes(kit, 1) as executor:
        futures = [executor.submit(killed, value) for value in (3, 1)]
        assert all(isinstance(future.exception(10), ChildProcessError) for future in futures)


def test_where_no_process_can_begin_it_is_done_here(kit, two, monkeypatch):
    """As a container may have it."""

    def refused(self, *arguments):
        raise BlockingIOError

    monkeypatch.setattr(Process, "__init__", refused)
    with local_crew(kit) as crew:
        assert sorted(row[-1] for row in crew.each(told, range(9))) == list(range(9))


@needs_fork
def test_it_ends_at_once_when_nobody_wants_it(kit, two):
    start = time.monotonic()
    with pytest.raises(KeyboardInterrupt), processes(kit, 2) as executor:
        futures = [executor.submit(waiting, value) for value in range(5)]
        raise KeyboardInterrupt
    assert time.monotonic() - start < 10
    assert all(future.done() for future in futures)
    assert all(peer.process.exitcode is not None for peer in executor.begun)


@pytest.mark.slow
@needs_fork
def test_it_is_an_executor_as_python_knows_it(kit):
    """Which ends when all is done."""
    with Processes(kit, 2) as executor:
        assert isinstance(executor, Executor)
        futures = [executor.submit(told, value) for value in range(5)]
    assert [future.result()[-1] for future in futures] == list(range(5))
    with pytest.raises(RuntimeError):
        executor.submit(told, 1)
    assert isinstance(InTurn(kit), Executor)


@needs_fork
def test_what_was_not_begun_can_be_given_up(kit):
    with processes(kit, 1) as executor:
        futures = [executor.submit(waiting, number) for number in range(4)]
        assert futures[3].cancel()
        executor.shutdown(wait=False, cancel_futures=True)
        assert all(future.cancelled() for future in futures[1:])


@pytest.mark.slow
@needs_fork
def test_side_by_side_sends_neither_function_nor_values(two):
    """A copy of this process has them."""
    lock = open(__file__)  # noqa: SIM115  it cannot be sent
    with lock:
        assert sorted(
            side_by_side(lambda value: (value[0], value[1].name), [(n, lock) for n in range(4)])
        ) == [(n, __file__) for n in range(4)]


@pytest.mark.slow
def test_it_is_watched_while_nothing_comes(kit):
    """By whoever knows whether there is still somebody at work."""

    def watch():
        raise TimeoutError

    with processes(Ready(None), 1) as executor, pytest.raises(TimeoutError):
        list(as_done(lambda value: executor.submit(waiting, value), [1], lambda: 1, watch, 0.05))


def test_the_folder_of_a_kit_is_where_its_files_are(kit, tmp_path):
    assert told(kit.state, 1)[1:4] == (str(tmp_path), ["guide.yaml"], ("b",)) and Path(kit.folder) == tmp_path
