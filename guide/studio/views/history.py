"""What was changed, step by step, and the archive: both opened from the settings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from guide.archive import Old, list_archive
from guide.language.words import words_in
from guide.studio.bring_back import CannotBring, bring_back, is_listing, ways_of
from guide.studio.hiding import owner_in
from guide.studio.history import DELETE, NEW, Step
from guide.studio.pages import page, words_for
from guide.studio.said import said_of, when_said
from guide.studio.views.deeds import address_of, deed, saves_of, studio_of
from guide.studio.wording import StudioWords

SHOWN = 50  # steps on a page


# --- what was changed -------------------------------------------------------------------------------


def history(request: Request) -> Response:
    """The steps, the last one first: of a listing, or of all; and older ones."""
    studio, words, log = studio_of(request), words_for(request), saves_of(request).history
    of, older = request.query_params.get("of", ""), request.query_params.get("older", "")
    numbers = sorted(log.steps, reverse=True)
    wanted = [number for number in numbers if not of or log.steps[number].owner == of]
    before = int(older) if older.isdecimal() and len(older) < 9 else None
    rest = [number for number in wanted if before is None or number < before]
    steps = [log.steps[number] for number in rest[:SHOWN]]  # as the disk has them: without secret streets
    return page(
        request,
        "history.html",
        view="settings",
        part="history",
        of=of,
        names=names_in([log.steps[number] for number in numbers]),
        steps=[
            said_of(each, studio, words)._asdict() | {"address": address_of(owner_in(each))} for each in steps
        ],
        older=rest[SHOWN - 1] if len(rest) > SHOWN else "",
    )


def names_in(steps: list[Step]) -> list[tuple[str, str]]:
    """[("listing/food-bank", "Food Bank")] of the listings that were changed, as they were called last, in their alphabet."""
    named: dict[str, str] = {}
    for step in steps:
        if is_listing(step):
            named.setdefault(step.owner, step.name)
    return sorted(named.items(), key=lambda pair: pair[1].casefold())


@deed
def bring(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Bring back what was before a step, or after it; why not, where it cannot be."""
    words = words_for(request)
    try:
        step = bring_back(saves_of(request), int(body["number"]), str(body["side"]), str(body.get("tab", "")))
    except CannotBring as error:
        return {"refused": words(f"history.cannot_{error}")}
    return {"said": words("history.brought", name=step.name)}


# --- the archive ------------------------------------------------------------------------------------


def archive(request: Request) -> Response:
    """What was deleted, and the editions that were made with former numbers."""
    studio, words, log = studio_of(request), words_for(request), saves_of(request).history
    steps = [log.steps[number] for number in sorted(log.steps, reverse=True)]
    gone = [each for each in steps if each.kind in (DELETE, NEW) and ways_of(each, studio)]
    return page(
        request,
        "archive.html",
        view="settings",
        part="archive",
        gone=[said_of(each, studio, words)._asdict() for each in gone],
        editions=[old_row(each, words) for each in list_archive(studio.out)],
    )


def old_row(old: Old, words: StudioWords) -> dict[str, Any]:
    """An old edition in words."""
    return {
        "folder": old.folder.name,
        "title": words("archive.edition", name=old.name.replace("-", " ").capitalize(), number=old.number),
        "date": day_words(old.date, words),
        "made": when_said(max(path.stat().st_mtime for path in old.files), words) if old.files else "",
        "pages": words("archive.pages", count=old.pages) if old.pages else "",
        "files": [path.name for path in old.files],
    }


def day_words(text: str, words: StudioWords) -> str:
    """A day as 2026-03-14 in words; as it is where it is none."""
    try:
        return words_in(words.language).full_date(date.fromisoformat(text))
    except ValueError:
        return text


def download(request: Request) -> Response:
    """A file of an old edition; only what its manifest names."""
    folder, wanted = request.path_params["folder"], request.path_params["file"]
    for old in list_archive(studio_of(request).out):
        for path in old.files if old.folder.name == folder else ():
            if path.name == wanted and Path(wanted).name == wanted:
                return FileResponse(path, filename=wanted, media_type="application/pdf")
    return PlainTextResponse("There is no such file.", 404)


ROUTES = [
    Route("/settings/history", history),
    Route("/settings/archive", archive),
    Route("/settings/archive/{folder}/{file}", download),
    Route("/api/settings/bring_back", bring, methods=["POST"]),
]
