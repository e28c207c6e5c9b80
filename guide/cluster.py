"""Work for a cluster: what processes do here, a Dask scheduler hands out to workers on many computers.

Dask is imported here alone, and only where a scheduler is named. The kit travels as one archive that Dask brings to each
worker once; what comes out returns as a value and is written here, so that a piece that is done twice (its worker was lost)
harms nothing. Dask begins a piece again whose worker is lost; a piece whose workers are lost four times is given up.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

from guide import shipment
from guide.crew import AHEAD, Crew, Kit, as_done, local_crew
from guide.errors import GuideError, Mark
from guide.problems import cluster as kinds
from guide.problems.kind import MessageValue, ProblemKind
from guide.shipment import Has, here, other_faces

OPTION = Mark(Path("--scheduler"))
ANSWER = 10  # seconds in which a scheduler answers
FIRST_WORKER = 30  # seconds in which one has a worker
NO_WORKER = 60  # seconds without any worker, after which the work is given up
TICK = 2  # seconds after which it is looked how many workers there are
SHOWN = 4  # differences in a message

State = TypeVar("State")
Value = TypeVar("Value")
Result = TypeVar("Result")


@contextmanager
def crew_of(kit: Kit[Any], scheduler: str = "") -> Iterator[Crew]:
    """Those who work with a kit: the cluster of the scheduler at an address, or processes here where none is named.

    Raises GuideError where the scheduler or its workers cannot do it.
    """
    if not scheduler:
        with local_crew(kit) as crew:
            yield crew
        return
    files = shipment.files_of(kit.folder)
    with client_of(scheduler) as client:
        compare(client, scheduler, files)
        yield Cluster(client, scheduler, shipment.ship(kit, files))


def trouble(kind: ProblemKind, **values: MessageValue) -> GuideError:
    return GuideError([kind.at(OPTION, **values)])


# --- the scheduler ----------------------------------------------------------------------------------


@contextmanager
def client_of(scheduler: str) -> Iterator[Any]:
    """A client of a scheduler; whatever it has begun is given up when this ends. Raises GuideError where none answers."""
    try:
        import dask  # an extra
        from distributed import Client
    except ImportError:
        raise trouble(kinds.NO_DASK) from None
    be_quiet()
    with dask.config.set({"distributed.admin.large-graph-warning-threshold": "1TB"}):
        try:
            client = Client(scheduler, timeout=ANSWER, set_as_default=False, name="make-guide")
        except (
            OSError,
            ValueError,
            TypeError,
            RuntimeError,
        ) as error:  # also a wrong address, or no certificate
            reason = " ".join(str(error).split()) or type(error).__name__
            raise trouble(kinds.NO_SCHEDULER, address=scheduler, reason=reason) from None
        try:
            yield client
        finally:
            with suppress(Exception):  # it is lost already
                client.close(timeout=ANSWER)


def be_quiet() -> None:
    """Keep what Dask says from the terminal: what matters is told as a problem."""
    import logging  # Dask has it

    for name in [
        "distributed",
        *(each for each in logging.root.manager.loggerDict if each.startswith("distributed.")),
    ]:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def compare(client: Any, scheduler: str, files: dict[str, bytes]) -> None:
    """Raise GuideError unless there are workers, and all have the program, the libraries and the faces of this computer."""
    from distributed import TimeoutError as TooLate  # see client_of

    try:
        client.wait_for_workers(1, timeout=FIRST_WORKER)
        answers = client.run(here, on_error="return")
    except TooLate:
        raise trouble(kinds.NO_CLUSTER_WORKERS, address=scheduler) from None
    except OSError:
        raise trouble(kinds.CLUSTER_LOST, address=scheduler) from None
    refuse_without_program(answers)
    refuse_other_versions(answers)
    refuse_other_faces(answers, files)


def refuse_without_program(answers: dict[str, Any]) -> None:
    """Raise GuideError for workers that cannot say what they have."""
    wrong = {worker: answer for worker, answer in answers.items() if not isinstance(answer, Has)}
    for worker, error in wrong.items():
        reason = " ".join(str(error).split())
        raise trouble(kinds.NO_PROGRAM, worker=worker, more=and_others(wrong), reason=reason)


def refuse_other_versions(answers: dict[str, Has]) -> None:
    """Raise GuideError for workers that would make other files."""
    mine = here()
    wrong = {worker: found for worker, has in answers.items() if (found := mine.differences(has))}
    for worker, found in wrong.items():
        raise other_program(worker, found, and_others(wrong))


def other_program(worker: str, found: Sequence[str], more: str = "") -> GuideError:
    """What is told of a worker with other versions."""
    shown = ", ".join([*found[:SHOWN], *(["..."] if len(found) > SHOWN else [])])
    return trouble(kinds.OTHER_PROGRAM, worker=worker, more=more, differences=shown)


def refuse_other_faces(answers: dict[str, Has], files: dict[str, bytes]) -> None:
    """Raise GuideError for workers that would draw a script of the content with another face, or not at all."""
    mine = here()
    wrong = {worker: found for worker, has in answers.items() if (found := other_faces(mine, has, files))[0]}
    for worker, (names, packages) in wrong.items():
        raise trouble(
            kinds.OTHER_FACES,
            worker=worker,
            more=and_others(wrong),
            files=", ".join(names[:SHOWN]),
            package=" ".join(packages) or "see docs/languages.md",
        )


def and_others(workers: dict[str, Any]) -> str:
    """ " (and 3 others)", "" for one."""
    more = len(workers) - 1
    return f" (and {more} other{'s' * (more > 1)})" if more else ""


# --- the work ---------------------------------------------------------------------------------------


def do_there(data: bytes, digest: str, function: Callable[..., Any], value: Any) -> Any:
    """Do a piece in the process of a worker."""
    from distributed import get_worker  # only there

    worker = get_worker()
    try:
        return shipment.do(data, digest, Path(worker.local_directory), function, value)
    except shipment.NotTheSame as error:  # one that came after all were compared
        raise other_program(worker.address, error.args) from None


def itself(data: bytes) -> bytes:
    """What is to be brought to each worker, as something that Dask can make again when a worker is lost."""
    return data


class Cluster:
    """The workers of a scheduler."""

    def __init__(self, client: Any, scheduler: str, shipped: shipment.Shipment) -> None:
        self.client, self.scheduler, self.shipped = client, scheduler, shipped
        self.executor = client.get_executor(pure=False)
        self.data = client.submit(itself, shipped.data, pure=False)
        self.width, self.looked = 0, float("-inf")
        self.none_since: float | None = None

    def each(self, function: Callable[[State, Value], Result], values: Iterable[Value]) -> Iterator[Result]:
        """See Crew. Raises GuideError where the scheduler is lost, or all workers."""
        from distributed.scheduler import KilledWorker  # see client_of

        def submit(value: Value) -> Future[Result]:
            future: Future[Result] = self.executor.submit(
                do_there, self.data, self.shipped.digest, function, value
            )
            return future

        try:
            yield from as_done(submit, values, self.ahead, self.look, TICK)
        except KilledWorker:
            raise ChildProcessError("every worker that tried it has ended") from None
        except ImportError as error:
            raise trouble(kinds.NO_PROGRAM, worker="that came last", more="", reason=str(error)) from None
        except (CancelledError, OSError) as error:
            if isinstance(error, OSError) and self.client.status == "running":
                raise  # of a worker's disk
            raise trouble(kinds.CLUSTER_LOST, address=self.scheduler) from None

    def ahead(self) -> int:
        """How many pieces are begun at a time: so many that no worker waits for the next."""
        if time.monotonic() - self.looked > TICK:
            self.look()
        return AHEAD * self.width + 1

    def look(self) -> None:
        """Look how many workers there are; GuideError where there has been none for long."""
        if self.client.status not in ("running", "connecting"):
            raise trouble(kinds.CLUSTER_LOST, address=self.scheduler)
        with suppress(TimeoutError):  # a scheduler that has much to do
            self.width = sum(self.client.nthreads().values())
        self.looked = time.monotonic()
        if self.width:
            self.none_since = None
        elif self.none_since is None:
            self.none_since = self.looked
        elif self.looked - self.none_since > NO_WORKER:
            raise trouble(kinds.NO_CLUSTER_WORKERS, address=self.scheduler)
