"""What has happened, told to every tab that listens (server-sent events)."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import suppress
from typing import TypeAlias

Json: TypeAlias = "str | int | bool | None | list[Json] | Mapping[str, Json]"
WAITING = 200  # events that a tab may have to come; one that is further behind reads all anew
BEAT = 15.0  # seconds after which a line is sent that says nothing


class Events:
    """Tells events to those who listen, from whatever thread."""

    def __init__(self) -> None:
        self.listeners: dict[asyncio.Queue[str], asyncio.AbstractEventLoop] = {}

    def tell(self, name: str, data: Mapping[str, Json]) -> None:
        """Tell all who listen."""
        self._put(f"event: {name}\ndata: {json.dumps(data)}\n\n")

    def end(self) -> None:
        """Tell all who listen that nothing more comes."""
        self._put("")

    def _put(self, text: str) -> None:
        for queue, loop in list(self.listeners.items()):
            with suppress(RuntimeError):  # it ends in this moment, and nobody listens any more
                loop.call_soon_threadsafe(put, queue, text)

    async def listen(self, first: Callable[[], str]) -> AsyncIterator[str]:
        """Yield the first words, and then events as they are sent, until the end.

        What is first is asked when we listen already: what happens in between is told too, and never lost.
        """
        queue: asyncio.Queue[str] = asyncio.Queue(WAITING)
        self.listeners[queue] = asyncio.get_running_loop()
        try:
            yield first()
            while True:
                try:
                    text = await asyncio.wait_for(queue.get(), BEAT)
                except TimeoutError:
                    text = ": \n\n"
                if not text:
                    return
                yield text
        finally:
            self.listeners.pop(queue, None)


def put(queue: asyncio.Queue[str], text: str) -> None:
    """Add a text; where there are too many, only that all has to be read anew."""
    if queue.full():
        while not queue.empty():
            queue.get_nowait()
        text = "event: again\ndata: {}\n\n"
    queue.put_nowait(text)
