"""The first page of the studio where there is no guide yet."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from guide.content.review import current_day
from guide.language.files import language_codes, language_name
from guide.language.hours_words import capitalise
from guide.project import typed_project
from guide.starter import STARTER
from guide.studio.app import font, static
from guide.studio.begin import Answers, begin_empty, begin_example, why_not
from guide.studio.first import First
from guide.studio.own import own_of
from guide.studio.pages import ENVIRONMENT, words_for
from guide.studio.pictures import Pictures
from guide.studio.views.deeds import deed

SCALE = 0.6  # pixels for a point, of the picture of the example
PAPERS = ("letter", "a4")
EMPTY, EXAMPLE, IMPORT = "empty", "example", "import"


def first_of(request: Request) -> First:
    first: First = request.app.state.first
    return first


def render(request: Request, template: str, **values: Any) -> HTMLResponse:
    """A page where there is no guide."""
    words, first = words_for(request), first_of(request)
    known: dict[str, Any] = {
        "t": words,
        "own": own_of(request.cookies),
        "view": "first",
        "title": words("first.no_guide"),
        "version": 0,
        "read_only": False,
        "folder": first.content.name,
        "inside": str(first.content.parent),
        "path": str(first.content),
        "is_usual": first.content == first.usual,
    }
    return HTMLResponse(ENVIRONMENT.get_template(template).render(known | values))


def show(request: Request) -> Response:
    """The ways in which a guide can begin."""
    return render(request, "first.html")


def questions(request: Request) -> Response:
    """What is asked before an empty guide, and before one into which a spreadsheet comes."""
    words = words_for(request)
    named = [(code, capitalise(language_name(code, words.language))) for code in language_codes()]
    kind = IMPORT if request.query_params.get("then") == IMPORT else EMPTY
    return render(request, "first_questions.html", languages=named, papers=PAPERS, kind=kind)


@cache
def example_cover() -> bytes:
    """The first page of the example, as a PNG."""
    return Pictures().draw(typed_project(STARTER), "").png(0, SCALE)


def cover(request: Request) -> Response:
    """The picture of the example."""
    return Response(example_cover(), media_type="image/png")


# --- deeds ------------------------------------------------------------------------------------------


@deed
def place(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Choose another folder; why not, where it cannot be."""
    folder = Path(str(body["folder"]).strip()).expanduser()
    why = why_not(folder)
    if why:
        return {"refused": words_for(request)(f"first.folder_{why}", folder=str(folder))}
    first_of(request).content = folder
    return {}


@deed
def write(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Write the guide that was chosen."""
    first, words, today = first_of(request), words_for(request), current_day()
    try:
        if body["kind"] == EXAMPLE:
            begin_example(first.content, today)
        else:
            begin_empty(first.content, answers_in(body), today)
    except FileExistsError:
        return {"refused": words("first.folder_full", folder=str(first.content))}
    return {"address": "/import" if body["kind"] == IMPORT else "/guide"}


def answers_in(body: dict[str, Any]) -> Answers:
    """What was answered; ValueError where a title is missing, or something is none of the choices."""
    texts = {name: " ".join(str(body.get(name, "")).split())[:300] for name in Answers._fields}
    answers = Answers(**texts)
    has_section = bool(answers.section) or body["kind"] == IMPORT
    if not (
        answers.title and has_section and answers.paper in PAPERS and answers.language in language_codes()
    ):
        raise ValueError
    return answers


async def begin(request: Request) -> Response:
    """Write the guide that was chosen, and open its studio; once, however often it is asked for."""
    first = first_of(request)
    async with first.lock:
        if first.studio is not None:
            return JSONResponse({"address": "/guide"})
        answer = await write(request)
        if (
            isinstance(answer, JSONResponse)
            and answer.status_code == 200
            and b'"address"' in bytes(answer.body)
        ):
            await first.hand_over()
        return answer


ROUTES = [
    Route("/", show),
    Route("/start/questions", questions),
    Route("/start/example.png", cover),
    Route("/static/{name}", static),
    Route("/fonts/{name}", font),
    Route("/api/start/place", place, methods=["POST"]),
    Route("/api/start/begin", begin, methods=["POST"]),
    Route("/{other:path}", lambda request: RedirectResponse("/", 303)),
]
