"""Many pieces of work done side by side, by whoever does them: processes here, or a cluster (guide/cluster.py).

Whoever does work is a `concurrent.futures.Executor`. What all pieces need is a `Kit`, which is made ready once in each
process; what one piece needs is small and goes along with it, and so does what comes out.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, Generic, Protocol, TypeVar

from guide.errors import GuideError
from guide.workers import Conversation, Process, cores, sendable, start_method

if TYPE_CHECKING:  # a small guide needs no process
    from multiprocessing.connection import Connection

AHEAD = 2  # pieces that wait for each process, so that none waits for the next piece

WITH_ALL = (GuideError, ImportError)  # a piece tells what is wrong with it alone as what comes out of it

State = TypeVar("State")
Value = TypeVar("Value")
Result = TypeVar("Result")


class Kit(Generic[State]):
    """What all pieces of work need: made of a content folder, once in each process, by a function of a module.

    It is sent as what it is made of: the folder (its files, where a process cannot see it) and plain arguments. `ready`:
    what the function would make of them, where this process has it already.
    """

    def __init__(
        self, prepare: Callable[..., State], folder: Path, *arguments: Any, ready: State | None = None
    ) -> None:
        self.prepare, self.folder, self.arguments = prepare, folder, arguments
        if ready is not None:
            self.state = ready

    @cached_property
    def state(self) -> State:
        """What it is when it is ready."""
        return self.prepare(self.folder, *self.arguments)

    def __getstate__(self) -> dict[str, Any]:
        return {name: value for name, value in self.__dict__.items() if name != "state"}


class Crew(Protocol):
    """Those who do pieces of work that need one kit."""

    def each(self, function: Callable[[State, Value], Result], values: Iterable[Value]) -> Iterator[Result]:
        """Yield `function(state of the kit, value)` of each value as it is done.

        Values are drawn as they are needed. What went wrong with one is raised when the others are done.
        """


def as_done(
    submit: Callable[[Value], Future[Result]],
    values: Iterable[Value],
    ahead: Callable[[], int],
    watch: Callable[[], None] | None = None,
    patience: float | None = None,
) -> Iterator[Result]:
    """Yield what comes out of each value as it is done, at most `ahead` of them being begun at a time.

    What went wrong with one is raised when the others are done, and at once where it would go wrong with all of them.
    `watch` is called where nothing has come for `patience` seconds.
    """
    begun: set[Future[Result]] = set()
    failed: list[BaseException] = []

    def some(least: int) -> Iterator[Result]:
        while len(begun) > least:
            done = wait(begun, patience, FIRST_COMPLETED).done
            if not done and watch:
                watch()
            begun.difference_update(done)
            for future in done:
                error = future.exception()
                if error is None:
                    yield future.result()
                elif isinstance(error, WITH_ALL):
                    raise error
                elif not failed:
                    failed.append(error)

    for value in values:
        yield from some(max(ahead(), 1) - 1)
        begun.add(submit(value))
    yield from some(0)
    if failed:
        raise failed[0]


class Local:
    """The crew of this computer: as many processes as there are processors, or this one alone."""

    def __init__(self, kit: Kit[Any], executor: Processes | InTurn) -> None:
        self.kit, self.executor = kit, executor

    def each(self, function: Callable[[State, Value], Result], values: Iterable[Value]) -> Iterator[Result]:
        """See Crew."""
        return as_done(
            lambda value: self.executor.submit(function, value), values, lambda: self.executor.ahead
        )


@contextmanager
def local_crew(kit: Kit[Any]) -> Iterator[Crew]:
    """The crew of this computer, which has ended when this ends."""
    if cores() < 2:
        yield Local(kit, InTurn(kit))
        return
    if start_method() == "fork":
        _ = kit.state  # once, before the processes part
    with processes(kit, cores()) as executor:
        yield Local(kit, executor)


def side_by_side(function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result]:
    """Yield `function(value)` of each value as it is done, by as many processes as there are processors.

    What went wrong with one is raised when the others are done. Values for which no process could begin are done here.
    A process that is a copy of this one has function and values; only others are sent them.
    """
    with processes(Ready((function, values)), min(cores(), len(values))) as executor:
        yield from as_done(
            lambda number: executor.submit(_numbered, number), range(len(values)), lambda: executor.ahead
        )


def _numbered(given: tuple[Callable[[Value], Result], Sequence[Value]], number: int) -> Result:
    function, values = given
    return function(values[number])


class Ready(Generic[State]):
    """A kit that is ready."""

    def __init__(self, state: State) -> None:
        self.state = state


# --- who does them here -----------------------------------------------------------------------------


class InTurn(Executor):
    """Does what is submitted in this process, at once."""

    ahead = 1

    def __init__(self, kit: Kit[Any] | Ready[Any]) -> None:
        self.kit = kit

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        future: Future[Any] = Future()
        done_here(future, self.kit, function, arguments, named)
        return future


def done_here(
    future: Future[Any], kit: Kit[Any] | Ready[Any], function: Callable[..., Any], arguments: Any, named: Any
) -> None:
    """Let a future have what a function gives for the state of a kit and arguments."""
    try:
        future.set_result(function(kit.state, *arguments, **named))
    except Exception as error:
        future.set_exception(error)


@contextmanager
def processes(kit: Kit[Any] | Ready[Any], count: int) -> Iterator[Processes]:
    """Processes that do what is submitted; they are ended when this ends, whatever they do then."""
    executor = Processes(kit, count)
    try:
        yield executor
    finally:
        executor.stop()


class Processes(Executor):
    """Processes that each have the state of a kit and do what is submitted: `function(state, *arguments)`.

    All begin at once, since a copy of a process is safe only before there are threads in it. One thread hands out and hears.
    Where none could begin, that thread does all itself. What a process did that was killed is a ChildProcessError.
    """

    def __init__(self, kit: Kit[Any] | Ready[Any], count: int) -> None:
        from multiprocessing import Pipe  # a small guide needs no process

        self.kit = kit
        self.left: deque[tuple[Future[Any], tuple[Any, ...]]] = deque()
        self.doing: dict[Connection[Any, Any], Future[Any]] = {}
        self.peers: dict[Connection[Any, Any], Process] = {}
        for _ in range(count):
            with suppress(OSError):  # the system allows no more processes
                peer = Process(_serve, kit) if start_method() != "fork" else Process(_serve(kit))
                self.peers[peer.connection] = peer
        self.begun = tuple(self.peers.values())
        self.idle: list[Connection[Any, Any]] = []
        self.lost: ChildProcessError | None = None  # the last process ended in the middle of work
        self.ended = self.stopped = False
        self.ahead = AHEAD * max(len(self.peers), 1)
        self.bell, self.ringer = Pipe(duplex=False)
        self.thread: Thread | None = None

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **named: Any) -> Future[Any]:
        """What `function(state, *arguments)` gives, which a process works at; a function of a module."""
        if self.ended:
            raise RuntimeError("it has ended")
        future: Future[Any] = Future()
        self.left.append((future, (function, arguments, named)))
        if self.thread is None:
            self.thread = Thread(target=self._work, daemon=True)
            self.thread.start()
        self.ringer.send(None)
        return future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End when all is done that was submitted, or that was begun."""
        if cancel_futures:
            for future, _ in self.left:
                future.cancel()
        self.ended = True
        with suppress(OSError):
            self.ringer.send(None)
        if wait and self.thread:
            self.thread.join()
            self.stop()

    def stop(self) -> None:
        """End at once, whatever is being done."""
        self.ended = self.stopped = True
        for peer in self.begun:
            peer.process.terminate()
        if self.thread:
            with suppress(OSError):
                self.ringer.send(None)
            self.thread.join()
        for peer in self.begun:
            peer.close()
        self.bell.close()
        self.ringer.close()

    # What follows is done by the thread.

    def _work(self) -> None:
        from multiprocessing.connection import wait as wait_for  # see __init__

        while not self.stopped and not (self.ended and not self.left and not self.doing):
            ready: list[Any] = wait_for([self.bell, *self.peers])
            for connection in ready:
                if connection is self.bell:
                    self.bell.recv()
                else:
                    self._hear(connection)
            self._hand_out()
        for future in (*self.doing.values(), *(future for future, _ in self.left)):
            if not future.cancel() and not future.done():
                future.set_exception(ChildProcessError("it was stopped"))

    def _hear(self, connection: Connection[Any, Any]) -> None:
        """Hear a process: that it can begin, what came out, or that it has ended."""
        future = self.doing.pop(connection, None)
        try:
            answer = self.peers[connection].answer()
        except Exception as error:
            del self.peers[connection]
            if future:  # one that was doing nothing could not begin
                self.lost = error if isinstance(error, ChildProcessError) else None
                future.set_exception(error)
            return
        self.idle.append(connection)
        if future and answer:
            value, wrong = answer
            future.set_exception(wrong) if wrong else future.set_result(value)

    def _hand_out(self) -> None:
        """Give work to those who have none; where nobody is left, do it here, unless that is why nobody is left."""
        self.idle = [connection for connection in self.idle if connection in self.peers]
        while self.left and not self.stopped and (self.idle or not self.peers):
            future, call = self.left.popleft()
            if not future.set_running_or_notify_cancel():
                continue
            if self.idle:
                connection = self.idle.pop()
                self.doing[connection] = future
                self.peers[connection].tell(call)
            elif self.lost:
                future.set_exception(self.lost)
            else:
                done_here(future, self.kit, *call)


def _serve(kit: Kit[Any] | Ready[Any]) -> Conversation:
    """Yields None when it can begin, then (what comes out, None) or (None, what went wrong) for each call that it is told."""
    answer: tuple[Any, Exception | None] | None = None
    while True:
        function, arguments, named = yield answer
        try:
            answer = function(kit.state, *arguments, **named), None
        except Exception as error:
            answer = None, sendable(error)
