"""Work beside this process, as a conversation with a generator: it yields answers, and is sent what it is told next.

The generator runs in a process of its own where there is a second processor, and else here, in turn: what comes out
is the same. However this process ends, those that it began end with it: none holds a terminal or writes a file after it.
"""

from __future__ import annotations

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:  # a small guide needs no process
    from multiprocessing.connection import Connection

PR_SET_PDEATHSIG = 1  # prctl(2)

# It yields answers and is sent what it is told: whatever goes through a pipe.
Conversation = Generator[Any, Any, None]


_one_of_several = ContextVar("_one_of_several", default=False)


@contextmanager
def one_of_several() -> Iterator[None]:
    """Within it this thread begins no process: others do the like on the other processors."""
    token = _one_of_several.set(True)
    try:
        yield
    finally:
        _one_of_several.reset(token)


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


def _is_worker() -> bool:
    """Whether this process is itself one of several, or what it does now is one of several things."""
    if _one_of_several.get():
        return True
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
        connection.send((False, sendable(error)))


def sendable(error: Exception) -> Exception:
    """An exception that goes through a pipe, with where it came from."""
    import pickle  # seldom needed
    import traceback

    error.add_note("in another process:\n" + "".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
