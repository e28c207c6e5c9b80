"""Editions as files: each in a folder of its own with a manifest, made again only when something has changed."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import fields, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from guide.archive import isbn_again, keep_content, keep_old_edition, state_of
from guide.build import Progress, edition_files
from guide.content.choose.current import day_state
from guide.content.choose.languages import choose_in_languages
from guide.errors import GuideError, Mark, Problem, as_if_in
from guide.frozen import frozen
from guide.manifest import (
    MANIFEST,
    MANIFESTS,
    Made,
    Manifest,
    Order,
    as_text,
    content_digest,
    digests_of,
    made_from,
    manifest_of,
    of_digest,
    own,
    read_manifest,
    tool_digest,
    unchanged,
)
from guide.model import Edition, Former, Guide
from guide.output import ADVICE, delete, refuse_all, write_atomically
from guide.problems.output import NOT_WRITTEN
from guide.project import Memory, open_project, stop_on_errors
from guide.request import Request as Request  # who makes editions finds it here
from guide.timing import Lap, untimed
from guide.workers import cores

Found = tuple[Problem, ...]
Result = tuple[str, Made | None, Found]  # of an edition: its name, what was made, or what was wrong

WORTH_A_PROCESS = 3  # editions; fewer are made faster in this process than in others that have to start


@frozen
class Job(Order):
    """Everything that making one edition needs; goes to another process whole."""

    guide: Guide
    strict: bool
    memory: Memory | None = None
    lap: Lap | None = None

    @property
    def order(self) -> Order:
        """The same without what it is made of."""
        return Order(**{each.name: getattr(self, each.name) for each in fields(Order)})


@frozen
class Bundle:
    """What was made of an order, on its way into the folder of the edition."""

    order: Order
    number: int  # of the edition
    data: dict[str, bytes]  # by file name; the manifest last
    manifest: Manifest
    problems: Found


class NotAllMade(GuideError):
    """Editions that could not be made, {name: problems}, with every problem; the others, a list of Made, are there."""

    def __init__(self, problems: Iterable[Problem], made: Sequence[Made], failed: dict[str, Found]) -> None:
        problems = tuple(problems)
        super().__init__((*problems, *(problem for found in failed.values() for problem in found)))
        self.told, self.made, self.failed = problems, made, failed


def produce(
    content: str | Path, out: Path, request: Request, progress: Progress | None = None
) -> tuple[list[Made], Found]:
    """Make the editions that are wished for in folders below `out`; (list of Made, warnings of the content).

    Raises GuideError with every problem that stops a build, NotAllMade where it stops some editions and not the others.
    `progress(name, done, total)` is called as editions are finished. Editions are made side by side where there are
    processors for it.
    """
    lap = request.lap or untimed
    lap("start")
    project = open_project(content, request.today, request.memory, lap)
    asked = project.ask_for(request.names, request.every, request.strict)
    problems = project.problems + asked.told
    files = digests_of(content)
    digest = content_digest(files)
    state = state_of(files) if request.keep else ""
    tool = tool_digest()
    guide = with_former(
        project.printed, Path(content), out, (*asked.sound, *(each for each, _ in request.forms))
    )
    used = tuple(isbn_again(asked.sound, guide, Path(out)))
    stop_on_errors(used, request.strict)
    problems += used
    jobs: list[Job] = []
    found: dict[str, Made | None] = {}
    for edition, place, kept in (
        *((each, each.name, state) for each in asked.sound),
        *((each, place, "") for each, place in request.forms),
    ):
        key = key_of(edition, guide, tool, digest)
        job = Job(
            guide=guide,
            content=Path(content),
            edition=edition,
            folder=out / place,
            digest=digest[:8],
            state=kept,
            key=key,
            strict=request.strict,
            memory=request.memory,
            lap=request.lap,
        )
        old = None if request.force else unchanged(job)
        found[edition.name] = old
        if old is None:
            jobs.append(job)
    failed = {name: tuple(some) for name, some in asked.wrong.items()} | run_jobs(
        jobs, found, progress or (lambda name, done, total: None), out, request
    )
    made = [each for each in found.values() if each]
    if failed:
        raise NotAllMade(problems, made, failed)
    return made, problems


def with_former(guide: Guide, content: Path, out: Path, editions: Iterable[Edition]) -> Guide:
    """The guide with the one of the edition before, where one of the editions tells what is new since then."""
    if not any(edition.tells_news for edition in editions):
        return guide
    from guide.content.former import former_guide  # few editions need it

    number = guide.edition.number
    return replace(guide, former=former_guide(content, number, out) or former_guide(content, number))


def key_of(edition: Edition, guide: Guide, tool: str, digest: str) -> str:
    """A digest of all that the files of an edition depend on; `tool` and `digest` are those of the program and the content."""
    former = guide.former.state if guide.former and edition.tells_news else ""
    return hashlib.sha256(
        f"{tool} {digest} {replace(edition, mark=None)!r}{day_state(guide)}{former}".encode()
    ).hexdigest()


def run_jobs(
    jobs: Sequence[Job], made: dict[str, Made | None], progress: Progress, out: Path, request: Request
) -> dict[str, Found]:
    """Do the jobs and put what they make into made; the problems of those that failed, by name in the order of the jobs.

    As soon as one is made, the content goes to the archive in `out`.
    """
    waiting = next((job.state for job in jobs if job.state), "")
    problems: dict[str, Found] = {job.edition.name: () for job in jobs}
    there = bool(jobs and request.scheduler)
    for done, (name, result, found) in enumerate(
        results_of_cluster(jobs, request) if there else results(jobs), 1
    ):
        made[name], problems[name] = result, found
        if result and waiting:
            keep_content(jobs[0].content, out, waiting)
            waiting = ""
        progress(name, done, len(jobs))
    return {name: found for name, found in problems.items() if found}


def results(jobs: Sequence[Job]) -> Iterator[Result]:
    """Yield (name, Made or None, problems) for each job, done side by side where that is faster."""
    if len(jobs) < WORTH_A_PROCESS or cores() < 2 or any(job.memory or job.lap for job in jobs):
        yield from map(attempt, jobs)
        return
    import guide.pdf.writer  # noqa: F401  once, before the processes part
    from guide.crew import side_by_side  # few editions need no other process

    yield from side_by_side(attempt, longest_first(jobs))


def longest_first(jobs: Iterable[Job]) -> list[Job]:
    """So that none long is left for the end."""
    return sorted(jobs, key=lambda job: work_of(job.edition), reverse=True)


FITTING = 4  # as many tries, about


def work_of(edition: Edition) -> float:
    """About how much longer than Letter an edition takes: by its pages, and how often it is set."""
    return (
        edition.made_as.work
        * max(1, len(edition.languages))
        * (FITTING if edition.fit or edition.pages else 1)
    )


def attempt(job: Job) -> Result:
    """(name, Made or None, problems) of a job."""
    return attempt_to(lambda: make_edition(job), job)


def attempt_to(make: Callable[[], Made], order: Order) -> Result:
    """(name, what is made or None, problems) of an edition."""
    try:
        return order.edition.name, make(), ()
    except GuideError as error:
        return order.edition.name, None, error.problems
    except ChildProcessError:
        raise
    except OSError as error:
        return order.edition.name, None, (not_written(error, order.folder),)


def not_written(error: OSError, folder: Path) -> Problem:
    """The Problem of a file that the system did not let us write."""
    mark, reason = Mark(Path(error.filename or folder)), error.strerror or str(error)
    return NOT_WRITTEN.at(mark, reason=reason, advice=ADVICE.get(error.errno or 0, ""))


# --- one edition ------------------------------------------------------------------------------------


def make_edition(job: Job) -> Made:
    """Make the files of an edition and their manifest, the manifest last."""
    return put_in_place(make_bundle(job))


def make_bundle(job: Job) -> Bundle:
    """Make the files of an edition and their manifest; nothing is written."""
    chosen, problems = choose_in_languages(job.guide, job.edition, job.content)
    stop_on_errors(problems, job.strict)
    files = edition_files(chosen, job.edition, job.digest, job.memory, job.lap or untimed)
    problems += files.problems
    stop_on_errors(problems, job.strict)
    manifest = manifest_of(job, chosen.guide, files, problems, job.memory.digests if job.memory else None)
    data = {**files.data, MANIFEST: as_text(manifest)}
    return Bundle(
        order=job.order, number=chosen.guide.edition.number, data=data, manifest=manifest, problems=problems
    )


def put_in_place(bundle: Bundle) -> Made:
    """Write what was made into the folder of its edition, the manifest last; each file takes its place in one step."""
    order, folder = bundle.order, bundle.order.folder
    former = read_manifest(folder)
    data = {folder / name: each for name, each in bundle.data.items()}
    rules = {path: MANIFESTS if path.name == MANIFEST else own(former.get(path.name)) for path in data}
    refuse_all(data, rules)
    kept = keep_old_edition(folder, bundle.number) if order.state else None
    for name in former.keys() - bundle.data.keys():
        delete(folder / name, of_digest(former[name]))  # of a press that the edition no longer asks for
    for path, each in data.items():
        write_atomically(path, each, rules[path])
    return made_from(order, bundle.manifest, bundle.problems, changed=True, kept=kept)


# --- on a cluster -----------------------------------------------------------------------------------


def results_of_cluster(jobs: Sequence[Job], request: Request) -> Iterator[Result]:
    """Yield (name, Made or None, problems) for each job, done by the workers of a scheduler; the files are written here."""
    from guide.cluster import crew_of  # few have one
    from guide.crew import Kit

    kit = Kit(printed_in, jobs[0].content, request.today, request.strict, jobs[0].guide.former)
    orders = [job.order for job in longest_first(jobs)]
    with crew_of(kit, request.scheduler) as crew:
        for order, bundle, problems in crew.each(bundle_there, orders):
            if bundle is None:
                yield order.edition.name, None, problems
            else:
                yield attempt_to(partial(put_in_place, bundle), order)


class There(NamedTuple):
    """What a worker makes editions of."""

    guide: Guide
    folder: Path  # a copy of the content
    strict: bool


def printed_in(folder: Path, today: date | None, strict: bool, former: Former | None = None) -> There:
    """What is printed of a content folder, with the guide of the edition before."""
    return There(replace(open_project(folder, today).printed, former=former), folder, strict)


def bundle_there(there: There, order: Order) -> tuple[Order, Bundle | None, Found]:
    """(the order, its Bundle or None, problems), made of a copy of the content folder."""
    own_order = replace(order, content=there.folder)
    parts = {each.name: getattr(own_order, each.name) for each in fields(Order)}
    try:
        bundle = make_bundle(Job(guide=there.guide, strict=there.strict, **parts))
    except GuideError as error:
        return order, None, as_told_here(order, there, error.problems)
    return order, replace(bundle, order=order, problems=as_told_here(order, there, bundle.problems)), ()


def as_told_here(order: Order, there: There, problems: Found) -> Found:
    """Problems of a copy of the content folder as those of the folder."""
    return tuple(as_if_in(order.content, each, there.folder) for each in problems)
