"""The pane of the page: pages of an edition as they will be printed, and what stands where on them."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from guide.content.edition import DEFAULT, default_edition
from guide.studio.findings import said
from guide.studio.owners import LISTING, Owner
from guide.studio.pages import words_for
from guide.studio.pictures import Drawing
from guide.studio.studio import Studio
from guide.studio.wording import StudioWords

SCALES = (0.5, 4.0)  # pixels for a point, at least and at most


def editions_of(studio: Studio, words: StudioWords) -> list[dict[str, str]]:
    """The editions that can be shown, the usual one first."""
    editions = studio.seen.project.editions
    if not editions:
        return [{"name": "", "title": words("page.usual")}]
    first = default_edition(editions).name
    names = sorted(editions, key=lambda name: (name != first, name))
    return [{"name": name, "title": name.replace("-", " ").capitalize()} for name in names]


def drawing_of(request: Request) -> Drawing:
    """The drawing that is asked for; KeyError for an edition that there is not."""
    studio: Studio = request.app.state.studio
    query = request.query_params
    return studio.drawing(query.get("edition", ""), query.get("language", ""))


def facts(request: Request) -> Response:
    """How many pages an edition has, on which of them a listing stands, and why where it cannot be drawn."""
    try:
        drawing = drawing_of(request)
    except KeyError:
        return JSONResponse({"gone": True}, 404)
    listing = request.query_params.get("listing", "")
    pages = drawing.pages_of(listing) if listing else ()
    return JSONResponse(
        {
            "drawing": drawing.number,
            "edition": drawing.edition.name or DEFAULT.name,
            "pages": [list(each) for each in drawing.pages],
            "of_listing": list(pages),
            "why": "" if drawing.pages or not drawing.problems else said(drawing.problems[0], ""),
        }
    )


def boxes(request: Request) -> Response:
    """What stands where on a page: listings with their numbers and hours, and what is wrong there."""
    studio: Studio = request.app.state.studio
    try:
        found = drawing_of(request).boxes_on(int(request.path_params["page"]))
    except (KeyError, IndexError, AssertionError):
        return JSONResponse({"gone": True}, 404)
    words = words_for(request)
    wrong = {(each.owner, each.path[:2]): each for each in studio.seen.findings if each.is_error}
    rows = []
    for box in found:
        owner = Owner(LISTING, box.listing)
        name = studio.name_of(owner)
        finding = wrong.get((owner, (box.what, str(box.index))))
        row: dict[str, Any] = {
            "owner": str(owner),
            "what": box.what,
            "path": "" if box.what == LISTING else f"{box.what.replace('.', '-')}-{box.index}",
            "box": [round(each, 1) for each in (box.x0, box.y0, box.x1, box.y1)],
            "label": words("page.open", name=name),
            "problem": words("page.problem", says=finding.says) if finding else "",
        }
        rows.append(row)
    return JSONResponse({"boxes": rows})


def picture(request: Request) -> Response:
    """A page as a PNG."""
    try:
        scale = min(max(float(request.query_params.get("scale", "1")), SCALES[0]), SCALES[1])
        data = drawing_of(request).png(int(request.path_params["page"]), scale)
    except (KeyError, IndexError, ValueError, AssertionError):
        return PlainTextResponse("There is no such page.", 404)
    return Response(data, media_type="image/png")


ROUTES = [
    Route("/page/facts", facts),
    Route("/page/{page:int}.json", boxes),
    Route("/page/{page:int}.png", picture),
]
