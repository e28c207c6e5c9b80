"""The view of an import: a file, its columns, a report, and what was taken in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from guide.content.edit import Plain
from guide.exchange.again.plan import Differs
from guide.exchange.again.state import FOLDER, MAPPING
from guide.exchange.bring_in import STAGES, TABLE
from guide.exchange.mapping.choose import CHOICES, choices_for
from guide.exchange.mapping.overview import LOOK, PRIVATE, SURE, Shown
from guide.studio.findings import said
from guide.studio.import_work import Columns, Row, Told
from guide.studio.imports import (
    BUSY,
    COLUMNS,
    FILE,
    MOST_MB,
    REPORT,
    REPORTING,
    TAKEN,
    Intake,
    TooLarge,
    plain_name,
)
from guide.studio.owners import SECTION_KIND, Owner
from guide.studio.pages import page, words_for
from guide.studio.streets import without_tokens
from guide.studio.studio import Studio
from guide.studio.views.deeds import Answer, deed, not_written, saves_of, studio_of
from guide.studio.wording import StudioWords

STEPS = (FILE, COLUMNS, REPORT, TAKEN)
SIGNS = {LOOK: "warning", SURE: "ok", PRIVATE: "secret"}
MOST_NAMES = 100  # of listings in a list of the report; the others are counted
MOST_ADDRESSES = 20
MENDED = ("summary made",)  # of which there is nothing after
HTTPS = "https://"


def intake_of(request: Request) -> Intake:
    """The import of the studio."""
    intake: Intake = request.app.state.intake
    return intake


# --- the page ---------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """The step in which the import is."""
    intake, studio, words = intake_of(request), studio_of(request), words_for(request)
    if intake.state == TAKEN and intake.step and saves_of(request).history.get(intake.step.number).undone:
        intake.clear()
    state, columns, told = intake.state, intake.columns, intake.told
    if state in (REPORT, TAKEN) and told is None or state == COLUMNS and columns is None:
        state = FILE  # somebody has begun anew in this moment
    step = COLUMNS if state == REPORTING else FILE if state in BUSY else state
    return page(
        request,
        "import.html",
        view="import",
        state=state,
        busy=state in BUSY,
        step=step,
        steps=[(each, STEPS.index(each) < STEPS.index(step)) for each in STEPS],
        stage=intake.stage,
        stages=len(STAGES),
        stage_word=words(f"import.stages.{STAGES[intake.stage]}"),
        file=intake.name,
        most=MOST_MB,
        problems=[said(each, "") for each in intake.problems],
        again=intake.again,
        **(columns_values(columns, studio, intake, words) if columns and step == COLUMNS else {}),
        **(report_values(told, studio, words) if told and step in (REPORT, TAKEN) else {}),
        **(taken_values(studio, intake) if step == TAKEN else {}),
    )


def columns_values(columns: Columns, studio: Studio, intake: Intake, words: StudioWords) -> Answer:
    """What the step of the columns says."""
    seen = studio.seen.owners.sections
    source = columns.tables[0][0] if len(columns.tables) == 1 else intake.name  # with its sheet
    return {
        "rows": [column_row(each, columns, words) for each in columns.rows],
        "looks": sum(each.sure == LOOK for each in columns.rows),
        "of_file": f"{source}, {words('import.rows', count=sum(count for _, _, count in columns.tables))}",
        "system": words(f"import.systems.{columns.system}") if columns.system else "",
        "kept": columns.kept,
        "named": columns.named,
        "empty": columns.empty,
        "sections": [(own, studio.name_of(Owner(SECTION_KIND, own))) for own in seen],
        "section": intake.section,
    }


def column_row(shown: Shown, columns: Columns, words: StudioWords) -> Answer:
    """A row of the table of columns."""
    table = next((name for source, name, _ in columns.tables if source == shown.table), "")
    own = [] if shown.target in ("", *CHOICES) else [(shown.target, target_words(shown.target, words))]
    choices = [(each, target_words(each, words)) for each in choices_for(shown.column)]
    why = f"import.why.{shown.why}"
    return {
        "source": shown.table,
        "table": table if len(columns.tables) > 1 else "",
        "column": shown.column,
        "samples": shown.samples,
        "hidden": words("import.not_shown", count=shown.filled) if not shown.samples else "",
        "target": shown.target,
        "choices": [("", words("import.leave_out")), *own, *choices],
        "sure": shown.sure,
        "sign": SIGNS.get(shown.sure, ""),
        "says": words(f"import.sure.{shown.sure}"),
        "why": words(why, count=shown.count, all=shown.filled) if shown.why else "",
    }


def target_words(target: str, words: StudioWords) -> str:
    """What a column goes into, in words."""
    key = f"import.targets.{slug(target)}"
    return words(key) if words.has(key) else words("import.targets.own")


def slug(text: str) -> str:
    """A text as a key of words."""
    return re.sub("[^a-z0-9]+", "_", text.lower()).strip("_")


def kind_words(kind: str, words: StudioWords) -> str:
    """A kind of change or a reason, in words of the studio where there are some."""
    text = in_parts(kind, words)
    return text[:1].upper() + text[1:]


def in_parts(kind: str, words: StudioWords) -> str:
    """A kind in words: as a whole, or else the parts of it that there are words for."""
    key = f"import.kinds.{slug(kind)}"
    if words.has(key):
        return words(key)
    for sign in (", ", ": "):
        head, _, rest = kind.partition(sign)
        if rest and words.has(f"import.kinds.{slug(head)}"):
            return f"{in_parts(head, words)}{sign}{in_parts(rest, words)}"
    return kind


# --- the report -------------------------------------------------------------------------------------


def report_values(told: Told, studio: Studio, words: StudioWords) -> Answer:
    """What the report says."""
    counts = {"new": len(told.new), "changed": len(told.changed), "same": told.same, "gone": len(told.gone), "left": told.sums.left_out}  # fmt: skip
    return {
        "sums": [(name, count) for name, count in counts.items()],
        "read": told.sums,
        "count": told.listings,
        "new": first(told.new),
        "more_new": max(0, len(told.new) - MOST_NAMES),
        "new_sections": told.new_sections,
        "changed": first(differences(told.changed, studio, words)),
        "more_changed": max(0, len(told.changed) - MOST_NAMES),
        "conflicts": list(differences(told.conflicts, studio, words)),
        "gone": first(told.gone),
        "more_gone": max(0, len(told.gone) - MOST_NAMES),
        "left": [(kind_words(reason, words), count, places) for reason, count, places in told.left],
        "mended": kinds_in(told, True, words),
        "doubts": kinds_in(told, False, words),
        "would_write": bool(told.listings),
    }


def kinds_in(told: Told, mended: bool, words: StudioWords) -> list[tuple[str, int, Any]]:
    """The kinds of what was mended, or of what is worth a look."""
    return [
        (kind_words(kind, words), count, places)
        for kind, count, places in told.kinds
        if mended == (kind in MENDED or any(after for _, _, after in places))
    ]


def first(some: Any) -> list[Any]:
    """The first of many."""
    return list(some)[:MOST_NAMES]


def differences(
    some: Sequence[tuple[str, tuple[Differs, ...]]], studio: Studio, words: StudioWords
) -> Iterator[tuple[str, list[tuple[str, str, str]]]]:
    """Yield (name of a listing, [(key, before, after)])."""
    for name, keys in some:
        yield (
            name,
            [
                (
                    label_of(each.key, words),
                    in_words(hidden(each.before, studio)),
                    in_words(hidden(each.after, studio)),
                )
                for each in keys
            ],
        )


def hidden(value: Plain | None, studio: Studio) -> Plain:
    """A value without what leads to a secret address."""
    return "" if value is None else without_tokens(studio.streets.hidden(value))


def label_of(key: str, words: StudioWords) -> str:
    """What a key of a listing is called."""
    label = f"fields.listing.{key}"
    return words(label) if words.has(label) else key.replace("_", " ").capitalize()


def in_words(value: Plain) -> str:
    """A value on one line."""
    if isinstance(value, str):
        return " ".join(value.split())
    parts = value.values() if isinstance(value, dict) else value
    return (", " if isinstance(value, dict) else "; ").join(filter(None, map(in_words, parts)))


def lines_of(value: Plain) -> list[str]:
    """A value, a line for each of several."""
    return [in_words(each) for each in value] if isinstance(value, list) else [in_words(value)]


def taken_values(studio: Studio, intake: Intake) -> Answer:
    """What is said when all is taken in."""
    kept = studio.content / FOLDER / MAPPING
    return {
        "mapping": f"{FOLDER}/{MAPPING}" if kept.is_file() else "",
        "undo_of": intake.step.name if intake.step else "",
    }


def table(request: Request) -> Response:
    """The whole report as a table, for a spreadsheet."""
    intake, studio = intake_of(request), studio_of(request)
    data = intake.told.files.get(studio.content / FOLDER / TABLE) if intake.told else None
    if data is None:
        return PlainTextResponse("There is no report.", 404)
    headers = {"content-disposition": f'attachment; filename="{TABLE}"'}
    return Response(data, media_type="text/csv", headers=headers)


# --- deeds ------------------------------------------------------------------------------------------


async def hand_over(request: Request) -> Response:
    """Take a file, whose bytes are the body."""
    name = plain_name(request.query_params.get("name", ""))
    data = await request.body()
    intake = intake_of(request)
    try:
        await run_in_threadpool(intake.hand_over, name, data)
    except TooLarge:
        return JSONResponse({"large": MOST_MB}, 413)
    except OSError as error:
        return JSONResponse(not_written(request, error), 507)
    return JSONResponse({"files": len(intake.files)})


@deed
def read(request: Request, body: Answer) -> Answer:
    """Read what was handed over, or what stands at addresses on the web."""
    addresses = tuple(str(body.get("address", "")).split())[:MOST_ADDRESSES]
    if any(not each.startswith(HTTPS) for each in addresses):
        return {"secure": False}
    intake = intake_of(request)
    if addresses and intake.state not in BUSY:
        intake.clear()
    intake.begin(addresses)
    return {}


@deed
def begin_anew(request: Request, body: Answer) -> Answer:
    """Forget what was handed over."""
    intake_of(request).clear()
    return {}


@deed
def choose(request: Request, body: Answer) -> Answer:
    """Let a column go into something else."""
    intake = intake_of(request)
    if intake.state != COLUMNS:
        raise KeyError(intake.state)
    intake.choose(str(body["table"]), str(body["column"]), str(body["target"]))
    return {}


@deed
def where(request: Request, body: Answer) -> Answer:
    """Into which section everything goes, "" for sections by categories."""
    own = str(body["section"])
    if own and own not in studio_of(request).seen.owners.sections:
        raise KeyError(own)
    intake_of(request).section = own
    return {}


@deed
def row(request: Request, body: Answer) -> Answer:
    """One of the rows as a listing."""
    intake, words = intake_of(request), words_for(request)
    if intake.columns is None:
        raise KeyError(intake.state)
    found: Row = intake.row(int(body["number"]))
    values = [(label_of(key, words), lines_of(each)) for key, each in found.values.items() if key != "id"]
    return {"number": found.number, "count": found.count, "row": found.row, "values": values}


@deed
def report(request: Request, body: Answer) -> Answer:
    """Make the report."""
    intake_of(request).report()
    return {}


@deed
def stop(request: Request, body: Answer) -> Answer:
    """Work on it no more."""
    intake_of(request).stop()
    return {}


@deed
def back(request: Request, body: Answer) -> Answer:
    """One step back."""
    intake_of(request).back()
    return {}


@deed
def take(request: Request, body: Answer) -> Answer:
    """Write what the report tells."""
    return {"taken": intake_of(request).take_in(saves_of(request), str(body.get("tab", "")))}


ROUTES = [
    Route("/import", show),
    Route("/import/report.csv", table),
    Route("/import/files", hand_over, methods=["POST"]),
    Route("/api/import/read", read, methods=["POST"]),
    Route("/api/import/anew", begin_anew, methods=["POST"]),
    Route("/api/import/choose", choose, methods=["POST"]),
    Route("/api/import/where", where, methods=["POST"]),
    Route("/api/import/row", row, methods=["POST"]),
    Route("/api/import/report", report, methods=["POST"]),
    Route("/api/import/stop", stop, methods=["POST"]),
    Route("/api/import/back", back, methods=["POST"]),
    Route("/api/import/take", take, methods=["POST"]),
]
