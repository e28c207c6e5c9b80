"""The studio where there is no guide yet: it asks how to begin, and then is the studio of the guide that has begun."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from starlette.applications import Starlette
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from guide.studio.safety import Safety
from guide.studio.secret import Door
from guide.studio.views.deeds import fault


class First:
    """What answers before there is a guide, and hands over to its studio."""

    def __init__(self, content: Path, open_studio: Callable[[Path], Safety], routes: list[BaseRoute]) -> None:
        self.content = content  # where it will be kept
        self.usual = content
        self.open_studio = open_studio
        self.lock = asyncio.Lock()
        self.rest = AsyncExitStack()
        self.studio: ASGIApp | None = None
        self.own = Starlette(routes=routes, lifespan=self.running, exception_handlers={Exception: fault})
        self.own.state.first = self

    @asynccontextmanager
    async def running(self, app: Starlette) -> AsyncIterator[None]:
        """Until the end, that of the studio too."""
        async with self.rest:
            yield

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        app = self.own if scope["type"] == "lifespan" or self.studio is None else self.studio
        await app(scope, receive, send)

    async def hand_over(self) -> None:
        """From now on the studio of the guide answers."""
        app = (await asyncio.to_thread(self.open_studio, self.content)).app
        assert isinstance(app, Starlette)
        await self.rest.enter_async_context(app.router.lifespan_context(app))
        self.studio = app


def first_app(content: Path, door: Door, open_studio: Callable[[Path], Safety]) -> Safety:
    """The application of a folder in which there is no guide; `open_studio` makes that of the guide, once it has begun."""
    from guide.studio.views.first import ROUTES  # which shows this

    return Safety(First(content, open_studio, list(ROUTES)), door.secret, door.port)
