"""The panel in which an edition is changed: its form, and what comes of it; new editions, second ones, and none more."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from guide.studio.known import known_of
from guide.studio.new_edition import new_edition, remove_edition, second_edition
from guide.studio.owners import EDITION_KIND, Owner, edition_name
from guide.studio.pages import page, words_for
from guide.studio.shelf import SCALE, standing
from guide.studio.studio import Studio
from guide.studio.trial import Sums, findings_of, try_edition
from guide.studio.views.deeds import Answer, address_of, deed, finding_row, named, saves_of, studio_of
from guide.studio.views.editions import cost_words, when_words
from guide.studio.views.guide import form_values, useless_in
from guide.studio.wording import StudioWords


def show(request: Request) -> Response:
    """The form of an edition, beside what it was when it was made."""
    studio, words, name = studio_of(request), words_for(request), request.path_params["name"]
    if studio.read_only:
        return RedirectResponse("/editions", 303)
    owner = Owner(EDITION_KIND, name)
    try:
        values = form_values(request, owner)
    except KeyError:
        return page(request, "gone.html", 404, view="editions")
    return page(
        request,
        "editions_change.html",
        view="editions",
        edition=name,
        known=known_of(studio.seen.project, words),
        has_file=studio.seen.owners.editions[name] not in studio.seen.owners.unwritten,
        left_out=left_out(request, name),
        **before_of(studio, name, words),
        **values,
    )


def before_of(studio: Studio, name: str, words: StudioWords) -> dict[str, Any]:
    """What an edition was when it was made, if it is there."""
    manifest = standing(studio.out / name)
    if manifest is None:
        return {"before": [], "made": ""}
    made = (studio.out / name / "manifest.json").stat().st_mtime
    if not manifest["pages"]:  # it was on no paper
        return {"before": [], "made": when_words(made, words)}
    sums = Sums(manifest["pages"], manifest["sheets"], manifest["copies"], manifest["cost"])
    return {"before": numbers_of(sums, words), "made": when_words(made, words)}


def numbers_of(sums: Sums, words: StudioWords) -> list[str]:
    """Pages, sheets, cost of a copy, as they stand in the table."""
    sheets = f"{sums.sheets:,}"
    if sums.copies > 1:
        sheets = words("editions.for_copies", sheets=sheets, copies=sums.copies)
    return [f"{sums.pages:,}", sheets, cost_words(sums.cost) if sums.cost else words("editions.no_cost")]


def trial(request: Request) -> Response:
    """What would come of an edition as it is now."""
    studio, words, name = studio_of(request), words_for(request), request.path_params["name"]
    try:
        found = try_edition(studio, name)
    except KeyError:
        return JSONResponse({"gone": True}, 404)
    return JSONResponse(
        {
            "revision": found.revision,
            "numbers": numbers_of(found.sums, words) if found.sums else [],
            "pages": found.sums.pages if found.sums else 0,
            "why": found.why,
            "left_out": left_out(request, name),
            "screen": "" if found.sums or found.why else words(f"editions.on_{kind_of(studio, name)}"),
            "problems": [finding_row(each) for each in findings_of(studio, name, found)],
        }
    )


def left_out(request: Request, name: str) -> str:
    """The keys that are no part of the form of an edition as it is now: another format has others."""
    owner = Owner(EDITION_KIND, name)
    return " ".join(useless_in(owner, studio_of(request).seen.owners.values_of(owner)))


def kind_of(studio: Studio, name: str) -> str:
    """What an edition is that is on no paper: "screen" or "braille"."""
    return studio.seen.typed.editions[name].made_as.kind


def first_page(request: Request) -> Response:
    """The first page of an edition as it is now."""
    try:
        picture = studio_of(request).drawing(request.path_params["name"]).png(0, 2 * SCALE)
    except (KeyError, IndexError, AssertionError):
        return PlainTextResponse("There is no such page.", 404)
    return Response(picture, media_type="image/png")


# --- deeds ------------------------------------------------------------------------------------------


def answer_of(name: str) -> Answer:
    return {"edition": name, "name": edition_name(name), "address": address_of(Owner(EDITION_KIND, name))}


@deed
def new(request: Request, body: Answer) -> Answer:
    """A new edition of a kind."""
    return answer_of(new_edition(saves_of(request), named(body), str(body["kind"]), str(body.get("tab", ""))))


@deed
def duplicate(request: Request, body: Answer) -> Answer:
    """A second edition that says the same."""
    name = second_edition(saves_of(request), str(body["edition"]), named(body), str(body.get("tab", "")))
    return answer_of(name)


@deed
def remove(request: Request, body: Answer) -> Answer:
    """An edition no more."""
    name = str(body["edition"])
    step = remove_edition(saves_of(request), name, str(body.get("tab", "")))
    return {"step": step, "name": edition_name(name)}


ROUTES = [
    Route("/editions/{name}/change", show),
    Route("/editions/{name}/trial.png", first_page),
    Route("/api/editions/{name}/trial", trial),
    Route("/api/editions/new", new, methods=["POST"]),
    Route("/api/editions/duplicate", duplicate, methods=["POST"]),
    Route("/api/editions/remove", remove, methods=["POST"]),
]
