"""Editions as files: each in a folder of its own with a manifest, made again only when something has changed."""

import hashlib
import json
import os
import shutil
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path

from guide import __version__
from guide.build import edition_files, load_content, stop_on_errors
from guide.content.edition import ARCHIVE, find_editions, load_editions
from guide.content.load import read_file
from guide.content.select import printable
from guide.content.versions import prepare
from guide.errors import GuideError, Mark, Problem
from guide.output import write_atomically
from guide.timing import untimed
from guide.workers import cores

MANIFEST = "manifest.json"
CONTENT = {".yaml", ".yml", ".png", ".jpg", ".jpeg", ".ttf", ".txt"}  # files that a guide is made of
PROGRAM = Path(__file__).resolve().parent
WORTH_A_PROCESS = 3  # editions; fewer are made faster in this process than in others that have to start


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """An edition that was made, or was there already: its files, what it takes to print, what there is to say."""

    name: str
    files: tuple[Path, ...] = ()
    pages: int = 0
    sheets: int = 0
    cost: float = 0
    listings: int = 0
    size: int = 0
    said: tuple[str, ...] = ()
    problems: tuple = ()
    changed: bool = True


@dataclass(frozen=True, kw_only=True, slots=True)
class Job:
    """Everything that making one edition needs; goes to another process whole."""

    guide: object
    content: Path  # the folder
    edition: object
    folder: Path  # of its files
    digest: str  # of the content
    key: str  # of all that the files depend on
    keep_old: bool
    strict: bool
    memory: object = None
    lap: object = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Wishes:
    """What the command asks for."""

    names: tuple[str, ...] = ()  # none: the default edition
    every: bool = False
    force: bool = False
    keep_old: bool = False
    strict: bool = False
    today: object = None
    memory: object = None  # a Memory, for a process that makes them again and again
    lap: object = None  # told when a stage of a build ends; then editions are made one after the other


def produce(content, out, wishes, progress=None):
    """Make the editions that are wished for in folders below `out`; (list of Made, warnings of the content).

    Raises GuideError with every problem that stops a build. `progress(name, done, total)` is called as editions are
    finished. Editions are made side by side where there are processors for it.
    """
    lap = wishes.lap or untimed
    lap("start")
    guide, problems = load_content(content, wishes.today, wishes.memory, lap)
    stop_on_errors(problems, wishes.strict)
    editions, edition_problems = load_editions(content, read_file)
    stop_on_errors((*problems, *edition_problems), wishes.strict)
    wanted = list(editions.values()) if wishes.every else find_editions(editions, wishes.names, Path(content))
    digest = content_digest(content)
    tool = tool_digest()
    guide = printable(guide)
    jobs, made = [], {}
    for edition in wanted:
        key = hashlib.sha256(f"{tool} {digest} {replace(edition, mark=None)!r}".encode()).hexdigest()
        job = Job(guide=guide, content=Path(content), edition=edition, folder=out / edition.name, digest=digest[:8], key=key,
                  keep_old=wishes.keep_old, strict=wishes.strict, memory=wishes.memory, lap=wishes.lap)
        old = None if wishes.force else unchanged(job)
        made[edition.name] = old
        if old is None:
            jobs.append(job)
    failed = list(run_jobs(jobs, made, progress or (lambda name, done, total: None)))
    if failed:
        raise GuideError((*problems, *failed))
    return [made[edition.name] for edition in wanted], problems


def run_jobs(jobs, made, progress):
    """Do the jobs and put what they make into made; yield the problems of those that failed, in the order of the jobs."""
    problems = {}
    for done, (name, result, found) in enumerate(results(jobs), 1):
        made[name], problems[name] = result, found
        progress(name, done, len(jobs))
    for job in jobs:
        yield from problems[job.edition.name]


def results(jobs):
    """Yield (name, Made or None, problems) for each job, done side by side where that is faster."""
    if len(jobs) < WORTH_A_PROCESS or cores() < 2 or any(job.memory or job.lap for job in jobs):
        yield from map(attempt, jobs)
        return
    import guide.pdf.writer  # noqa: F401  once, before the processes part

    jobs = sorted(jobs, key=lambda job: work_of(job.edition), reverse=True)  # the longest first: none is left for the end
    with ProcessPoolExecutor(min(cores(), len(jobs)), initializer=take_jobs, initargs=(jobs,)) as pool:
        for future in as_completed([pool.submit(attempt_number, number) for number in range(len(jobs))]):
            yield future.result()


WORK = {"pocket": 4, "large-print": 2, "half-letter": 1.5, "a5": 1.5, "trifold-letter": 0.3, "trifold-a4": 0.3, "one-sheet": 0.5}
FITTING = 4  # as many tries, about


def work_of(edition):
    """About how much longer than Letter an edition takes: by its pages, and how often it is set."""
    return WORK.get(edition.format, 1) * max(1, len(edition.languages)) * (FITTING if edition.fit else 1)


taken = []  # the jobs of a process of the pool: it has them from the one that it was parted from, or gets them once


def take_jobs(jobs):
    """Keep the jobs in a process of the pool."""
    taken[:] = jobs


def attempt_number(number):
    """What a process of the pool makes of one of the jobs that it has."""
    return attempt(taken[number])


def attempt(job):
    """(name, Made or None, problems) of a job."""
    try:
        return job.edition.name, make_edition(job), ()
    except GuideError as error:
        return job.edition.name, None, error.problems


# --- one edition ------------------------------------------------------------------------------------

def make_edition(job):
    """Make the files of an edition and their manifest, the manifest last."""
    edition = job.edition
    prepared, problems = prepare(job.guide, edition, job.content)
    chosen = prepared.guide
    stop_on_errors(problems, job.strict)
    files = edition_files(prepared, edition, job.digest, job.memory, job.lap or untimed)
    stop_on_errors((*problems, *files.problems), job.strict)
    if job.keep_old:
        keep_old_edition(job.folder, chosen.edition.number)
    paths = []
    for name, data in files.data.items():
        path = job.folder / name
        write_atomically(path, data)
        paths.append(path)
    manifest = write_manifest(job, chosen, files, problems + files.problems)
    for path in job.folder.iterdir():
        if path.is_file() and path.name not in files.data and path.name != MANIFEST and path.suffix == ".pdf":
            path.unlink()  # of a press that the edition no longer asks for
    return made_from(job, manifest, problems + files.problems, changed=True)


def problem_row(problem):
    """A warning as a manifest keeps it, to be told again while nothing has changed."""
    path, line, column = problem.mark
    return [str(path), line, column, problem.name, problem.message, problem.hint, problem.level]


def read_problem(row):
    path, line, column, name, message, hint, level = row
    return Problem(mark=Mark(Path(path), line, column), name=name, message=message, hint=hint, level=level)


def write_manifest(job, chosen, files, problems):
    """Write what the folder holds: edition, content, each listing with its page, each file with its digest."""
    edition = chosen.edition
    manifest = {
        "edition": job.edition.name, "title": chosen.title, "number": edition.number, "colour": edition.colour,
        "date": edition.date.isoformat(), "tool": __version__, "content": job.digest, "key": job.key,
        "pages": files.pages, "sheets": files.sheets, "cost": round(files.sheets * job.edition.price_per_sheet, 2),
        "said": list(files.said), "problems": [problem_row(problem) for problem in problems],
        "listings": [
            {"id": listing.id, "name": listing.name, "page": files.places.get(listing.id), "digest": listing_digest(listing)}
            for listing in chosen.listings
        ],
        "files": [
            {"name": name, "bytes": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.data.items()
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    write_atomically(job.folder / MANIFEST, text.encode())
    return manifest


def made_from(job, manifest, problems, changed):
    """What a manifest says was made."""
    files = manifest["files"]
    return Made(
        name=job.edition.name, files=tuple(job.folder / file["name"] for file in files), pages=manifest["pages"],
        sheets=manifest["sheets"], cost=manifest["cost"], listings=len(manifest["listings"]),
        size=sum(file["bytes"] for file in files), said=tuple(manifest["said"]), problems=problems, changed=changed,
    )


def unchanged(job):
    """What was made of an edition before, if nothing that it depends on has changed and its files are whole; or None."""
    try:
        manifest = json.loads((job.folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["key"] != job.key:
            return None
        for file in manifest["files"]:
            if hashlib.sha256((job.folder / file["name"]).read_bytes()).hexdigest() != file["sha256"]:
                return None
        return made_from(job, manifest, tuple(map(read_problem, manifest["problems"])), changed=False)
    except (OSError, ValueError, KeyError, TypeError):  # no manifest, or not one of ours: it is made anew
        return None


def keep_old_edition(folder, number):
    """Copy the files of an edition with another number to archive/NAME-NUMBER before they are replaced."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        old, files = int(manifest["number"]), [file["name"] for file in manifest["files"]]
    except (OSError, ValueError, KeyError, TypeError):
        return
    place = folder.parent / ARCHIVE / f"{folder.name}-{old}"
    if old == number or place.exists():
        return
    draft = place.with_name(f".{place.name}.{os.getpid()}.part")
    draft.mkdir(parents=True)
    for name in [*files, MANIFEST]:
        if (folder / name).exists():
            shutil.copy2(folder / name, draft / name)
    draft.rename(place)


# --- digests ----------------------------------------------------------------------------------------

def content_digest(folder):
    """A digest of every file that the guide is made of: not of editions, nor of the texts of e-mails."""
    digest = hashlib.sha256()
    folder = Path(folder)
    for path in sorted(folder.rglob("*")):
        parts = path.relative_to(folder).parts
        if path.suffix.lower() in CONTENT and parts[0] not in ("editions", "mail") and not path.name.startswith(".") and path.is_file():
            digest.update("/".join(parts).encode("utf-8", "surrogateescape") + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def tool_digest():
    """A digest of the program and its faces: another version makes every edition again."""
    libraries = [version(name) for name in ("reportlab", "uharfbuzz", "pyicu-wheels", "babel", "pyphen")]
    digest = hashlib.sha256(repr((os.environ.get("SOURCE_DATE_EPOCH", ""), libraries)).encode())
    faces = [path for folder in (PROGRAM / "fonts", PROGRAM.parent / "fonts") for path in folder.glob("*.ttf")]
    for path in sorted([*PROGRAM.rglob("*.py"), *PROGRAM.rglob("languages/*.yaml")]):
        digest.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    for path in sorted(faces):  # 24 MB: to read them all would take longer than a small guide
        digest.update(f"{path.name} {path.stat().st_size} {path.stat().st_mtime_ns}".encode())
    return digest.hexdigest()


def listing_digest(listing):
    """A digest of what a listing says, to see which listings changed between two editions."""
    fields = asdict(listing)
    fields.pop("mark")
    return hashlib.sha256(repr(without_marks(fields)).encode()).hexdigest()[:16]


def without_marks(value):
    """A value of the model as plain data without its places in files."""
    if isinstance(value, dict):
        return {key: without_marks(each) for key, each in value.items() if key != "mark"}
    if isinstance(value, (list, tuple)):
        return [without_marks(each) for each in value]
    return value
