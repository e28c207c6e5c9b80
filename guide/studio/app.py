"""The studio as a web application: its views, what is told while it runs, and its guard before all of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from guide.studio.calls import Calls
from guide.studio.imports import Intake
from guide.studio.pages import FONTS, STATIC
from guide.studio.posting import Posting
from guide.studio.safety import LOG, Safety, fault_words
from guide.studio.saves import Saves
from guide.studio.search import Search
from guide.studio.secret import Door
from guide.studio.shelf import Shelf
from guide.studio.studio import Studio
from guide.studio.translating import Translating
from guide.studio.views import calls as calls_view
from guide.studio.views import chapters as chapters_view
from guide.studio.views import editions as editions_view
from guide.studio.views import editions_change as change_view
from guide.studio.views import editions_send as send_view
from guide.studio.views import guide as guide_view
from guide.studio.views import history as history_view
from guide.studio.views import imports as imports_view
from guide.studio.views import page as page_view
from guide.studio.views import settings as settings_view
from guide.studio.views import translate as translate_view
from guide.studio.views.deeds import fault

FILES = {path.name: path for path in sorted(STATIC.iterdir()) if path.suffix in (".css", ".js", ".svg")}
TRIES = 3  # to look at what has changed
WAIT = 50  # milliseconds in which changes from outside are taken together


def make_app(studio: Studio, door: Door, watch: bool = True) -> Safety:
    """The application of a content folder, with its guard before it; `watch`: changes from outside are taken in."""

    intake = Intake(studio)

    @asynccontextmanager
    async def running(app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(take_in(studio)) if watch else None
        try:
            yield
        finally:
            studio.events.end()
            await run_in_threadpool(send_view.end, app)
            intake.clear()
            if task:
                task.cancel()
                with suppress(asyncio.CancelledError):
                    await task

    routes = [
        Route("/", lambda request: RedirectResponse("/guide", 303)),
        Route("/events", events),
        Route("/static/{name}", static),
        Route("/fonts/{name}", font),
        *guide_view.ROUTES,
        *chapters_view.ROUTES,
        *calls_view.ROUTES,
        *editions_view.ROUTES,
        *imports_view.ROUTES,
        *change_view.ROUTES,
        *send_view.ROUTES,
        *page_view.ROUTES,
        *settings_view.ROUTES,
        *translate_view.ROUTES,
        *history_view.ROUTES,
    ]
    app = Starlette(
        routes=routes,
        middleware=[Middleware(Noted, studio=studio)],
        lifespan=running,
        exception_handlers={Exception: fault},
    )
    app.state.studio = studio
    app.state.saves = saves = Saves(studio)
    app.state.translating = Translating(studio, saves)
    app.state.calls = Calls(studio, saves)
    app.state.shelf = shelf = Shelf(studio)
    app.state.posting = Posting(shelf)
    app.state.intake = intake
    app.state.search = Search(studio)
    return Safety(app, door.secret, door.port, studio.read_only)


class Noted:
    """Notes in which state the content is when a request comes: what is shown may be newer than its page says, never older."""

    def __init__(self, app: ASGIApp, studio: Studio) -> None:
        self.app = app
        self.studio = studio

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope["version"] = self.studio.seen.version
        await self.app(scope, receive, send)


async def take_in(studio: Studio) -> None:
    """Take in what other programs change in the folder."""
    from watchfiles import awatch  # a test without a watch does without it

    wanted = content_in(studio.out)
    async for _ in awatch(studio.content, watch_filter=wanted, step=WAIT, debounce=4 * WAIT):
        for tries in range(TRIES):
            try:
                await run_in_threadpool(studio.look_again)
                break
            except Exception as error:  # or the studio would see no change any more, and nobody would know
                LOG.error(fault_words({"path": str(studio.content)}, error))
                await asyncio.sleep(2**tries * WAIT / 1000)


def content_in(out: Path) -> Callable[[object, str], bool]:
    """Whether a path that has changed is content: neither hidden nor what is made of it."""
    place = out.absolute().resolve()
    return lambda change, path: not Path(path).is_relative_to(place) and not Path(path).name.startswith(".")


async def events(request: Request) -> Response:
    """What happens, as it happens."""
    studio: Studio = request.app.state.studio

    def hello() -> str:
        return f'event: hello\ndata: {{"version": {studio.seen.version}}}\n\n'

    return StreamingResponse(studio.events.listen(hello), media_type="text/event-stream")


async def static(request: Request) -> Response:
    """One of the files of the browser's own part; by name alone, so that no path leads elsewhere."""
    return file_of(FILES.get(request.path_params["name"]))


async def font(request: Request) -> Response:
    """One of the faces, which the browser may keep."""
    answer = file_of(FONTS.get(request.path_params["name"]))
    answer.headers["cache-control"] = "private, max-age=86400"
    return answer


def file_of(path: Path | None) -> Response:
    """The answer with a file."""
    return FileResponse(path) if path else PlainTextResponse("There is no such file.", 404)
