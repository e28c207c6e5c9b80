"""Sections and own pages in the view of the guide: what makes, moves and deletes them."""

from __future__ import annotations

from starlette.requests import Request
from starlette.routing import Route

from guide.studio.chapters import Chapters
from guide.studio.owners import PAGE_KIND, SECTION_KIND
from guide.studio.pages import words_for
from guide.studio.views.deeds import Answer, address_of, deed, named, own_in, saves_of


def chapters_of(request: Request) -> Chapters:
    return Chapters(saves_of(request))


@deed
def new_section(request: Request, body: Answer) -> Answer:
    """A new section, behind the one that is named."""
    after = body.get("after")
    owner = chapters_of(request).new_section(
        named(body), None if after is None else str(after), str(body.get("tab", ""))
    )
    return {"owner": str(owner), "address": address_of(owner)}


@deed
def move_section(request: Request, body: Answer) -> Answer:
    """Put a section elsewhere."""
    section = own_in(body, SECTION_KIND)
    chapters_of(request).move_section(section, str(body.get("after", "")), str(body.get("tab", "")))
    return {}


@deed
def delete_section(request: Request, body: Answer) -> Answer:
    """Take a section out."""
    step = chapters_of(request).delete_section(own_in(body, SECTION_KIND), str(body.get("tab", "")))
    return {"step": step.number, "name": step.name}


@deed
def new_page(request: Request, body: Answer) -> Answer:
    """A new page of the guide's own, with a first sentence that says that it is to be written."""
    owner = chapters_of(request).new_page(
        named(body), str(body["place"]), words_for(request)("form.new_page_text"), str(body.get("tab", ""))
    )
    return {"owner": str(owner), "address": address_of(owner)}


@deed
def delete_page(request: Request, body: Answer) -> Answer:
    """Take a page out."""
    step = chapters_of(request).delete_page(own_in(body, PAGE_KIND), str(body.get("tab", "")))
    return {"step": step.number, "name": step.name}


ROUTES = [
    Route("/api/section/new", new_section, methods=["POST"]),
    Route("/api/section/move", move_section, methods=["POST"]),
    Route("/api/section/delete", delete_section, methods=["POST"]),
    Route("/api/own-page/new", new_page, methods=["POST"]),
    Route("/api/own-page/delete", delete_page, methods=["POST"]),
]
