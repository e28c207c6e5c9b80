"""The view of the guide: its list, and the form of what is open in it."""

from __future__ import annotations

import time
from collections.abc import Mapping
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from guide.content.edit import Plain
from guide.model import Edition
from guide.model.page import PLACES
from guide.screen import useless_keys
from guide.studio.broken import broken_in
from guide.studio.fields import form_of
from guide.studio.history import IMPORT
from guide.studio.owners import EDITION_KIND, GUIDE_KIND, LISTING, Owner, owner_of
from guide.studio.pages import page, words_for
from guide.studio.pair_words import step_name
from guide.studio.reads import reads_as, said_before
from guide.studio.said import NAMED
from guide.studio.saves import Write
from guide.studio.search import Search
from guide.studio.showing import editions_of, languages_to_show
from guide.studio.studio import Studio
from guide.studio.tree import counts_of, language_names, state_of, tree_of
from guide.studio.views.deeds import (
    Answer,
    address_of,
    deed,
    finding_row,
    named,
    own_in,
    plain_or_none,
    saves_of,
    studio_of,
)
from guide.studio.wording import StudioWords

# --- pages ------------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """The view with what its address names, the first listing where that is nothing."""
    studio = studio_of(request)
    path = request.path_params.get("owner", "")
    try:
        owner = owner_named(path) if path else first_owner(studio)
        values = form_values(request, owner)
    except KeyError:
        return page(request, "gone.html", 404, view="guide", **lost_values(studio, path))
    words = words_for(request)
    editions = editions_of(studio, words)
    languages = languages_to_show(studio, editions[0].name, words)
    return page(request, "guide.html", view="guide", editions=editions, languages=languages, **values)


def form(request: Request) -> Response:
    """The form alone, to take the place of another."""
    path = request.path_params["owner"]
    try:
        values = form_values(request, owner_named(path))
    except KeyError:
        return page(request, "gone_form.html", 404, **lost_values(studio_of(request), path))
    return page(request, "form.html", **values)


def lost_values(studio: Studio, path: str) -> Answer:
    """Why what an address names is not there: it, or what it may stand in, is in a file that cannot be read."""
    lost = broken_in(studio)
    with suppress(KeyError):
        return {"lost": [lost[owner_named(path or GUIDE_KIND)]], "is_it": True}
    return {"lost": list(lost.values()), "is_it": False}


def owner_named(path: str) -> Owner:
    """What an address names: a listing by its id, "section/ID" or "guide"."""
    if path in ("cover", GUIDE_KIND):
        return Owner(GUIDE_KIND)
    return owner_of(path if "/" in path else f"{LISTING}/{path}")


def first_owner(studio: Studio) -> Owner:
    """What is open where nothing is named."""
    first = next(iter(studio.seen.owners.listings), None)
    return Owner(LISTING, first) if first else Owner(GUIDE_KIND)


def form_values(request: Request, owner: Owner) -> Answer:
    """What the template of a form needs; KeyError where there is no such owner."""
    studio, words = studio_of(request), words_for(request)
    values = shown_values(studio, owner)
    findings = studio.findings_of(owner)
    row = state_of(owner, studio, words)
    return {
        "owner": str(owner),
        "kind": owner.kind,
        "number": row["number"],
        "name": title_of(owner, studio, words),
        "badges": row["badges"],
        "whole": [each for each in findings if not each.path],
        "groups": form_of(
            owner.kind, values, findings, words, places_of(studio, words), useless_in(owner, values)
        ),
        "was": values,
        "places": [list(pair) for pair in places_of(studio, words).items()],
        "reads": reads_as(studio, owner),
        "now": {"problems": [finding_row(each) for each in findings], "badges": row["badges"]},
    }


def useless_in(owner: Owner, values: Mapping[str, Plain]) -> tuple[str, ...]:
    """The keys of an edition that say nothing in its format."""
    format = values.get("format") or Edition(name="").format
    return useless_keys(str(format)) if owner.kind == EDITION_KIND else ()


def title_of(owner: Owner, studio: Studio, words: StudioWords) -> str:
    """What stands above the form of an owner."""
    return words(NAMED[owner.kind]) if owner.kind in NAMED else studio.name_of(owner)


def places_of(studio: Studio, words: StudioWords) -> dict[str, str]:
    """{what a page of the guide's own may stand behind: its name}, in the order of the guide."""
    guide = studio.seen.project.guide
    titles = {section.id: section.title or section.id for section in guide.sections} if guide else {}
    named = {place: words(f"choices.behind.{place}") for place in PLACES}
    return {place: named[place] for place in PLACES[:2]} | titles | named


def shown_values(studio: Studio, owner: Owner) -> Mapping[str, Plain]:
    """What the browser may have of an owner."""
    values = studio.seen.owners.values_of(owner)
    return {key: studio.streets.hidden(value) for key, value in values.items()}


# --- data -------------------------------------------------------------------------------------------


def tree(request: Request) -> Response:
    """The list, the counts of what is wrong, and what can be undone."""
    studio, words = studio_of(request), words_for(request)
    last, counts = saves_of(request).history.last(), counts_of(studio)
    return JSONResponse(
        {
            "languages": language_names(studio, words),
            "rows": tree_of(studio, words, saves_of(request).history),
            "undo": step_name(last, words) if last else "",
            **counts._asdict(),
            "problems_word": words("head.problem_word", count=counts.problems),
            "warnings_word": words("head.warning_word", count=counts.warnings),
        }
    )


def problems(request: Request) -> Response:
    """Everything that is wrong, in the order of the guide."""
    studio = studio_of(request)
    rows = [
        finding_row(each) | {"name": studio.name_of(each.owner) if each.owner else each.where}
        for each in studio.seen.findings
    ]
    return JSONResponse({"problems": rows})


def find(request: Request) -> Response:
    """The listings that have words in them, or the guide's own words for those that it has not."""
    search: Search = request.app.state.search
    return JSONResponse(search.find(request.query_params.get("q", "")[:200])._asdict())


def form_state(request: Request, owner: Owner) -> Answer:
    """What a form has to know after a change."""
    studio, words = studio_of(request), words_for(request)
    return {
        "problems": [finding_row(each) for each in studio.findings_of(owner)],
        "badges": state_of(owner, studio, words)["badges"],
        "name": title_of(owner, studio, words),
        "values": shown_values(studio, owner),
        "reads": reads_as(studio, owner),
        "time": time.strftime("%H:%M"),
    }


def said(request: Request) -> Response:
    """Topics, languages and audiences that the guide has already."""
    return JSONResponse(said_before(studio_of(request)))


def state(request: Request) -> Response:
    """What the file says of an owner now, and what is wrong with it."""
    try:
        return JSONResponse(form_state(request, owner_of(request.path_params["owner"])))
    except KeyError:
        return JSONResponse({"gone": True}, 404)


# --- deeds ------------------------------------------------------------------------------------------


@deed
def write(request: Request, body: Answer) -> Answer:
    """Write keys of an owner."""
    owner = owner_of(body["owner"])
    writes = [
        Write(str(key), plain_or_none(pair["value"]), plain_or_none(pair["was"]))
        for key, pair in body["keys"].items()
    ]
    saves_of(request).write(owner, writes, str(body.get("tab", "")), str(body.get("visit", "")))
    return form_state(request, owner)


@deed
def leave(request: Request, body: Answer) -> Answer:
    """Keep in the history what was not chosen."""
    saves_of(request).leave(owner_of(body["owner"]), str(body["key"]), plain_or_none(body["value"]))
    return {}


@deed
def new(request: Request, body: Answer) -> Answer:
    """A new listing."""
    name = named(body)
    owner = saves_of(request).listings.new(
        str(body["section"]), name, body.get("after"), str(body.get("tab", ""))
    )
    return {"owner": str(owner), "address": address_of(owner)}


@deed
def duplicate(request: Request, body: Answer) -> Answer:
    """A second listing that says the same."""
    owner = saves_of(request).listings.duplicate(own_in(body, LISTING), named(body), str(body.get("tab", "")))
    return {"owner": str(owner), "address": address_of(owner)}


@deed
def delete(request: Request, body: Answer) -> Answer:
    """Take a listing out."""
    step = saves_of(request).listings.delete(own_in(body, LISTING), str(body.get("tab", "")))
    return {"step": step.number, "name": step.name}


@deed
def move(request: Request, body: Answer) -> Answer:
    """Put a listing elsewhere."""
    after = body.get("after")
    saves_of(request).listings.move(
        own_in(body, LISTING),
        str(body["section"]),
        None if after is None else str(after),
        str(body.get("tab", "")),
    )
    return {}


@deed
def undo(request: Request, body: Answer) -> Answer:
    """Undo a step, the last one where none is named."""
    number = body.get("step")
    step = saves_of(request).undo(int(number) if number is not None else None, str(body.get("tab", "")))
    if step is None:
        return {"nothing": True}
    kind, _, own = step.owner.partition("/")
    owners = studio_of(request).seen.owners
    view = {EDITION_KIND: "/editions", IMPORT: "/import"}.get(kind, "/guide")
    address = address_of(Owner(kind, own)) if owners.has(Owner(kind, own)) else view
    return {
        "owner": step.owner,
        "name": step_name(step, words_for(request)),
        "kind": step.kind,
        "address": address,
        "keys": list(step.keys),
    }


@deed
def street(request: Request, body: Answer) -> Answer:
    """What leads to a secret address, for whoever asks to see it."""
    studio, owner = studio_of(request), owner_of(body["owner"])
    values = dict(studio.seen.owners.values_of(owner))
    return {"keys": studio.streets.behind(str(body["token"]), values)}


ROUTES = [
    Route("/guide", show),
    Route("/guide/{owner:path}", show),
    Route("/form/{owner:path}", form),
    Route("/api/tree", tree),
    Route("/api/problems", problems),
    Route("/api/state/{owner:path}", state),
    Route("/api/write", write, methods=["POST"]),
    Route("/api/find", find),
    Route("/api/said", said),
    Route("/api/leave", leave, methods=["POST"]),
    Route("/api/new", new, methods=["POST"]),
    Route("/api/duplicate", duplicate, methods=["POST"]),
    Route("/api/delete", delete, methods=["POST"]),
    Route("/api/move", move, methods=["POST"]),
    Route("/api/undo", undo, methods=["POST"]),
    Route("/api/street", street, methods=["POST"]),
]
