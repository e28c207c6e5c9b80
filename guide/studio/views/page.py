"""The pane of the page: pages of an edition as they will be printed, and what stands where on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from guide.studio.boxes import Box
from guide.studio.findings import Finding, said
from guide.studio.owners import GUIDE_KIND, LISTING, PAGE_KIND, STYLE_KIND, Owner, owner_of
from guide.studio.pages import words_for
from guide.studio.pictures import Drawing, PageSize
from guide.studio.showing import editions_of, languages_to_show, unread, why_absent
from guide.studio.studio import Studio
from guide.studio.translations import languages_of
from guide.studio.wording import StudioWords

SCALES = (0.5, 4.0)  # pixels for a point, at least and at most


def drawing_of(request: Request) -> Drawing:
    """The drawing that is asked for; KeyError for an edition or a language that there is not."""
    studio: Studio = request.app.state.studio
    query, project = request.query_params, studio.seen.typed
    language = query.get("language", "")
    if language and language not in (project.guide.language if project.guide else "", *languages_of(project)):
        raise KeyError(language)
    return studio.drawing(query.get("edition", ""), language)


def facts(request: Request) -> Response:
    """What is to be seen: which pages, what stands where on them, and what there is to choose.

    `owner`: what is open; `at`: the page that is in sight; `moves`: whether it may become that of the owner; `two`: whether
    the page beside it is shown too.
    """
    studio: Studio = request.app.state.studio
    query, words = request.query_params, words_for(request)
    editions = [each._asdict() for each in editions_of(studio, words)]
    try:
        drawing = drawing_of(request)
        owner = owner_of(query["owner"]) if query.get("owner") else None
        languages = languages_to_show(studio, query.get("edition", ""), words)
        at = int(query.get("at", "0"))
    except (KeyError, ValueError):
        return JSONResponse({"gone": True, "editions": editions}, 404)
    answer = {
        "drawing": drawing.number,
        "edition": drawing.edition.name,
        "editions": editions,
        "languages": [each._asdict() for each in languages],
        "leftward": bool(drawing.draft and drawing.draft.document.leftward),
        "sizes": list(sizes_of(drawing.pages)),
        **why_not(studio, drawing, owner, words),
    }
    if not drawing.pages:
        return JSONResponse(answer)
    own = pages_of(drawing, owner, studio)
    shown = in_sight(at, own, len(drawing.pages), bool(query.get("moves")), bool(query.get("two")))
    boxes = {page: list(rows(studio, drawing, page, words)) for page in shown}
    return JSONResponse(answer | {"own": own, "shown": shown, "boxes": boxes})


def why_not(studio: Studio, drawing: Drawing, owner: Owner | None, words: StudioWords) -> dict[str, str]:
    """What keeps the pages, or what is open, from being seen; "" for nothing."""
    broken = " ".join(unread(studio, words))
    why = words("page.nothing") if not drawing.problems else said(drawing.problems[0], "")
    if not drawing.edition.made_as.is_paper:
        why = words(f"page.on_{drawing.edition.made_as.kind}")
    is_lost = owner is not None and owner.kind == LISTING and owner.id not in drawing.listings
    return {
        "why": "" if drawing.pages else broken or why,
        "unread": broken,
        "absent": why_absent(studio, drawing, owner.id, words) if owner and is_lost else "",
    }


def sizes_of(pages: Sequence[PageSize]) -> Iterator[tuple[int, float, float]]:
    """Yield (how many pages, width, height) of pages of one size in a row."""
    for (width, height), some in groupby(pages, key=lambda page: page[:2]):
        yield len(list(some)), width, height


def pages_of(drawing: Drawing, owner: Owner | None, studio: Studio) -> list[int]:
    """The pages that something touches: all of a listing, the first of a section or of the guide."""
    if owner is None or owner.kind == PAGE_KIND:
        return []
    if owner.kind == LISTING:
        return list(drawing.pages_of(owner.id))
    if owner.kind in (GUIDE_KIND, STYLE_KIND):
        return [0]
    guide = studio.seen.typed.guide
    section = next((each for each in guide.sections if each.id == owner.id), None) if guide else None
    listings = (drawing.first_page(each.id) for each in (section.listings if section else ()))
    return [page for page in listings if page is not None][:1]


def in_sight(at: int, own: Sequence[int], count: int, moves: bool, two: bool) -> list[int]:
    """The pages to be seen: those about `at`, or where something may move and is not on them, about its first one."""
    shown = side_by_side(min(max(at, 0), count - 1), count, two)
    return side_by_side(own[0], count, two) if moves and own and not set(own) & set(shown) else shown


def side_by_side(page: int, count: int, two: bool) -> list[int]:
    """A page, and the one that faces it where two are shown: the first page has none, as in a book."""
    if not two:
        return [page]
    left = 0 if count == 2 else (page - 1) // 2 * 2 + 1
    return [each for each in (left, left + 1) if 0 <= each < count]


def rows(studio: Studio, drawing: Drawing, page: int, words: StudioWords) -> Iterator[dict[str, Any]]:
    """Yield what stands where on a page: listings with their numbers and hours, and what is wrong with them."""
    wrong: dict[str, list[Finding]] = {}
    for each in studio.seen.findings:
        if each.is_error and each.owner and each.owner.kind == LISTING:
            wrong.setdefault(each.owner.id, []).append(each)
    boxes = drawing.boxes_on(page)
    marked = marks_of(boxes, wrong)
    for box in boxes:
        finding = marked.get(box)
        path = finding.path if finding else () if box.what == LISTING else key_of(box)
        yield {
            "owner": str(Owner(LISTING, box.listing)),
            "what": box.what,
            "path": "-".join(path),
            "box": [round(each, 1) for each in (box.x0, box.y0, box.x1, box.y1)],
            "label": label_of(box, drawing, studio, words),
            "problem": words("page.problem", says=finding.says) if finding else "",
        }


def label_of(box: Box, drawing: Drawing, studio: Studio, words: StudioWords) -> str:
    """What a link on the page is called."""
    name = drawing.listings.get(box.listing) or studio.name_of(Owner(LISTING, box.listing))
    if box.what == LISTING:
        return words("page.open", number=drawing.numbers.get(box.listing, ""), name=name)
    return words(f"page.to_{box.what.rpartition('.')[2]}", name=name, number=box.index + 1)


def key_of(box: Box) -> tuple[str, ...]:
    """The path of the field that a box shows."""
    return (*box.what.split("."), str(box.index))


def marks_of(boxes: Sequence[Box], wrong: Mapping[str, Sequence[Finding]]) -> dict[Box, Finding]:
    """Where problems are marked: at the number or the hours that they are about, else at the beginning of their listing."""
    found: dict[Box, Finding] = {}
    for listing, findings in wrong.items():
        mine = [box for box in boxes if box.listing == listing]
        for finding in findings:
            lines = [box for box in mine if box.what != LISTING and is_about(finding, box)]
            for box in lines[:1] or [box for box in mine if box.what == LISTING][:1]:
                found.setdefault(box, finding)
    return found


def is_about(finding: Finding, box: Box) -> bool:
    """Whether a finding is about what a box shows, or about all of its kind."""
    key = key_of(box)
    return finding.path[: len(key)] == key or finding.path == key[:-1]


def picture(request: Request) -> Response:
    """A page as a PNG."""
    try:
        scale = min(max(float(request.query_params.get("scale", "1")), SCALES[0]), SCALES[1])
        data = drawing_of(request).png(int(request.path_params["page"]), scale)
    except (KeyError, IndexError, ValueError, AssertionError):
        return PlainTextResponse("There is no such page.", 404)
    return Response(data, media_type="image/png")


ROUTES = [Route("/page/facts", facts), Route("/page/{page}.png", picture)]
