"""Work beside this process, as a conversation with a generator: it yields answers, and is sent what it is told next.

The generator runs in a process of its own where there is a second processor, and else here, in turn: what comes out
is the same.
"""

import os
import pickle
import sys
from collections import deque
from contextlib import suppress


def cores():
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def begin(conversation, parted=True):
    """A peer that carries on this generator: a `Process`, or `Here` unless `parted`, or if that would not be faster or cannot be."""
    if parted and sys.platform == "linux" and cores() > 1 and not _is_worker():
        with suppress(OSError):  # the system allows no more processes
            return Process(conversation)
    return Here(conversation)


def _is_worker():
    """Whether this process is itself one of several."""
    multiprocessing = sys.modules.get("multiprocessing.process")
    return multiprocessing is not None and multiprocessing.parent_process() is not None


class Here:
    """The peer within this process, which works while it is waited for."""

    def __init__(self, conversation):
        self.conversation = conversation
        self.told = deque((None,))  # which begins it

    def tell(self, value):
        """Let it have a value for what it yields next; as many may wait as it will yield."""
        self.told.append(value)

    def answer(self):
        """What it yields next."""
        return self.conversation.send(self.told.popleft())

    def close(self):
        """End it."""
        self.conversation.close()


class Process:
    """A peer in a process that begins as a copy of this one, with all that has been read; values go through a pipe."""

    def __init__(self, conversation):
        from multiprocessing import get_context  # only long guides need it

        context = get_context("fork")
        self.connection, other = context.Pipe()
        self.process = context.Process(target=_converse, args=(conversation, other, self.connection), daemon=True)
        with other:
            try:
                self.process.start()
            except OSError:
                self.connection.close()
                raise

    def tell(self, value):
        """Send it a value."""
        with suppress(ConnectionError):  # it has ended; its answer says why
            self.connection.send(value)

    def answer(self):
        """Wait for what it yields next. Raises what went wrong there."""
        try:
            done, value = self.connection.recv()
        except (EOFError, OSError):
            raise ChildProcessError("it gave no answer") from None
        if not done:
            raise value
        return value

    def close(self):
        """End it, if it has not ended."""
        self.connection.close()
        self.process.terminate()
        self.process.join()


def _converse(conversation, connection, far):
    far.close()  # or its end would never be seen
    value = None
    try:
        while True:
            connection.send((True, conversation.send(value)))
            value = connection.recv()
    except (EOFError, StopIteration, ConnectionError, KeyboardInterrupt):  # the other has all it wants, or is gone
        return
    except Exception as error:
        connection.send((False, _sendable(error)))


def _sendable(error):
    """An exception that goes through a pipe, with where it came from."""
    import traceback  # seldom needed

    error.add_note("in another process:\n" + "".join(traceback.format_exception(error)))
    try:
        pickle.loads(pickle.dumps(error))
    except Exception:
        return RuntimeError(f"{type(error).__name__}: {error}")
    return error
