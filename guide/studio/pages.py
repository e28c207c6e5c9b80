"""HTML of templates; every text is escaped."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse

from guide.layout.type.fonts import FONT_FOLDERS
from guide.studio.calls import due_in
from guide.studio.own import own_of
from guide.studio.pair_words import step_name
from guide.studio.saves import Saves
from guide.studio.studio import Studio
from guide.studio.tree import counts_of
from guide.studio.wording import LANGUAGES, StudioWords, language_asked, words_of

ROOM = Path(__file__).resolve().parent
TEMPLATES, STATIC = ROOM / "templates", ROOM / "static"
ENVIRONMENT = jinja2.Environment(
    loader=jinja2.FileSystemLoader(TEMPLATES),
    autoescape=True,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=jinja2.StrictUndefined,
)
ENVIRONMENT.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
FONTS = {
    path.name: path
    for folder in FONT_FOLDERS
    for path in folder.glob("*.ttf")
    if path.name != "NotoSansSC-Bold.ttf"
}
VIEWS: list[tuple[str, str]] = [
    ("guide", "/guide"),
    ("calls", "/calls"),
    ("translate", "/translate"),
    ("editions", "/editions"),
    ("import", "/import"),
    ("settings", "/settings"),
]  # (name, address) of those that there are, in their order


def words_for(request: Request) -> StudioWords:
    """The words in the language of whoever asks: the one that was chosen, else that of the browser."""
    chosen = own_of(request.cookies).language
    asked = language_asked(request.headers.get("accept-language", ""))
    return words_of(chosen if chosen in LANGUAGES else asked)


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A page, or a part of one, made of a template."""
    studio: Studio = request.app.state.studio
    saves: Saves = request.app.state.saves
    words = words_for(request)
    guide = studio.seen.project.guide
    last = saves.history.last()
    known: dict[str, Any] = {
        "t": words,
        "lost": [],  # files that cannot be read
        "is_it": False,  # what is asked for is one of them
        "own": own_of(request.cookies),
        "title": guide.title if guide and guide.title else words("head.no_title"),
        "views": VIEWS,
        "counts": counts_of(studio),
        "to_call": len(due_in(studio)),
        "read_only": studio.read_only,
        "version": request.scope["version"],
        "undo": step_name(last, words) if last else "",
        "saved_at": studio.saved_at,
    }
    return HTMLResponse(ENVIRONMENT.get_template(template).render(known | values), status)
