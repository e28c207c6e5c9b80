"""Work beside this process, as a conversation with a generator: it yields answers, and is sent what it is told next.

The generator runs in a process of its own where there is a second processor, and else here, in turn: what comes out
is the same. However this process ends, those that it began end with it: none holds a terminal or writes a file after it.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import ExitStack, closing, contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:  # a small guide needs no process
    from multiprocessing.connection import Connection

PR_SET_PDEATHSIG = 1  # prctl(2)

# It yields answers and is sent what it is told: whatever goes through a pipe.
Conversation = Generator[Any, Any, None]
Value = TypeVar("Value")
Result = TypeVar("Result")


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def start_method() -> str:
    """How processes begin: as this program was told, else as copies of it on Linux, and afresh where that is not safe."""
    from multiprocessing import get_start_method  # a small guide needs no process

    return get_start_method(allow_none=True) or ("fork" if sys.platform == "linux" else "spawn")


def begin(conversation: Conversation, parted: bool = True) -> Process | Here:
    """A peer that carries on this generator: a `Process`, or `Here` unless `parted`, or if that would not be faster or cannot be.

    A generator cannot be sent: only a process that begins as a copy of this one has it.
    """
    if parted and cores() > 1 and not _is_worker() and start_method() == "fork":
        with suppress(OSError):  # the system allows no more processes
            return Process(conversation)
    return Here(conversation)


def side_by_side(function: Callable[[Value], Result], values: Sequence[Value]) -> Iterator[Result]:
    """Yield `function(value)` of each value as it is done, by as many processes as there are processors.

    What went wrong with one is raised when the others are done. Values for which no process could begin are done here.
    """
    from multiprocessing.connection import wait  # see start_method

    left = deque(range(len(values)))
    doing: dict[Connection[Any, Any], int] = {}  # the number of its value, by the connection of a peer
    failed: list[Exception] = []
    with ExitStack() as ending:
        peers: dict[Connection[Any, Any], Process] = {}
        for _ in range(min(cores(), len(values))):
            with suppress(OSError):
                peer = ending.enter_context(closing(Process(_work, function, values)))
                peers[peer.connection] = peer
        while peers:
            ready: list[Any] = wait(peers)  # which also waits for what is no connection
            for connection in ready:
                peer, number = peers[connection], doing.pop(connection, None)
                try:
                    answer = peer.answer()
                except ChildProcessError as error:  # one that was doing nothing could not begin
                    del peers[connection]
                    failed += [error] if number is not None else []
                    continue
                if left:
                    doing[connection] = left.popleft()
                    peer.tell(doing[connection])
                else:
                    del peers[connection]
                if answer:
                    value, wrong = answer
                    failed += [wrong] if wrong else []
                    if not wrong:
                        yield value
    if failed:
        raise failed[0]
    yield from (function(values[number]) for number in left)


def _work(function: Callable[[Value], Result], values: Sequence[Value]) -> Conversation:
    """Yields None when it can begin, then (what comes out, None) or (None, what went wrong) for each number that it is told."""
    answer: tuple[Result | None, Exception | None] | None = None
    while True:
        number = yield answer
        try:
            answer = function(values[number]), None
        except Exception as error:
            answer = None, _sendable(error)


def _is_worker() -> bool:
    """Whether this process is itself one of several."""
    multiprocessing = sys.modules.get("multiprocessing.process")
    return multiprocessing is not None and multiprocessing.parent_process() is not None


class Here:
    """The peer within this process, which works while it is waited for."""

    def __init__(self, conversation: Conversation) -> None:
        self.conversation = conversation
        self.told: deque[Any] = deque((None,))  # which begins it

    def tell(self, value: Any) -> None:
        """Let it have a value for what it yields next; as many may wait as it will yield."""
        self.told.append(value)

    def answer(self) -> Any:
        """What it yields next."""
        return self.conversation.send(self.told.popleft())

    def close(self) -> None:
        """End it."""
        self.conversation.close()


class Process:
    """A peer in a process of its own; values go through a pipe.

    It carries on a generator, which only a copy of this process has, or the one that a function makes of arguments,
    which are sent to a process that begins afresh.
    """

    def __init__(self, conversation: Conversation | Callable[..., Conversation], *arguments: Any) -> None:
        from multiprocessing import get_context  # only long guides and many editions need it

        method = start_method()
        context = get_context(method)
        self.connection, other = context.Pipe()
        far = self.connection if method == "fork" else None  # a copy has this end too
        self.process = context.Process(  # type: ignore[attr-defined]  # all contexts have it, not their base
            target=_converse, args=(conversation, arguments, other, far), daemon=True
        )
        with other:
            try:
                if method != "fork":
                    _begin_tracker()
                with interrupts_held_back():
                    self.process.start()
            except BaseException:
                self.connection.close()
                raise

    def tell(self, value: Any) -> None:
        """Send it a value."""
        with suppress(ConnectionError):  # it has ended; its answer says why
            self.connection.send(value)

    def answer(self) -> Any:
        """Wait for what it yields next. Raises what went wrong there."""
        try:
            done, value = self.connection.recv()
        except (EOFError, OSError):
            raise ChildProcessError("it gave no answer") from None
        if not done:
            raise value
        return value

    def close(self) -> None:
        """End it, if it has not ended."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


def _begin_tracker() -> None:
    """Begin what Python has beside processes that begin afresh: it would end the silence if it began within it."""
    from multiprocessing.resource_tracker import ensure_running  # see start_method

    ensure_running()


@contextmanager
def interrupts_held_back() -> Iterator[None]:
    """Ctrl-C is heard afterwards: by this process, and never by one that begins meanwhile."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end_with_parent() -> None:
    """Have this process end as soon as the one that began it has ended, in whatever way, and even in the middle of work."""
    from multiprocessing import parent_process  # only in another process
    from threading import Thread

    parent = parent_process()
    if parent is None:
        return

    def watch() -> None:
        parent.join()
        os._exit(1)

    Thread(target=watch, daemon=True).start()
    if sys.platform == "linux":
        _have_kernel_end_it()  # of copies, the last begun hears of it first; the kernel tells all at once


def _have_kernel_end_it() -> None:
    """Have Linux kill this process when its parent ends."""
    with suppress(ImportError, OSError, AttributeError):
        import ctypes  # only in another process

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def _converse(
    conversation: Conversation | Callable[..., Conversation],
    arguments: tuple[Any, ...],
    connection: Connection[Any, Any],
    far: Connection[Any, Any] | None,
) -> None:
    """Carry on a conversation through a pipe until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Windows tells every process of a console
    _end_with_parent()
    if far:
        far.close()  # or its end would never be seen
    value = None
    try:
        carried_on = conversation(*arguments) if callable(conversation) else conversation
        while True:
            connection.send((True, carried_on.send(value)))
            value = connection.recv()
    except (EOFError, StopIteration, ConnectionError):  # the other has all it wants, or is gone
        return
    except Exception as error:
        connection.send((False, _sendable(error)))


def _sendable(error: Exception) -> Exception:
    """An exception that goes through a pipe, with where it came from."""
    import traceback  # seldom needed

    error.add_note("in another process:\n" + "".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
