"""The studio: the guide in a browser."""

from __future__ import annotations

import gc
import os
import socket
from pathlib import Path

import click

from guide.cli.options import studio_content_option
from guide.cli.places import out_of
from guide.cli.terminal import echo

JUDGED = 0.6  # seconds after a change: first its page is drawn


@click.command()
@studio_content_option
@click.option("--port", type=click.IntRange(1, 65535), help="Where it listens.  [default: any that is free]")
@click.option("--no-open", is_flag=True, help="Do not open the browser.")
@click.option("--read-only", is_flag=True, help="For looking only: nothing can be changed.")
def studio(content: Path, port: int | None, no_open: bool, read_only: bool) -> None:
    """Edit the guide in a browser, beside its pages. Where there is none yet, begin one.

    It listens on this computer alone, and the address that it prints has a secret in it: whoever has the address can change
    the guide, until twelve hours later. Ctrl-C ends it.
    """
    from guide.studio.begin import is_free  # the room of the studio is slow to load
    from guide.studio.secret import keep_door, open_door

    is_first = is_free(content)
    if is_first and read_only:
        raise click.UsageError(f"There is no guide in {content} to look at; begin one without --read-only.")
    door = open_door(content)
    listening = listen(port or door.port, bool(port))
    door = door._replace(port=listening.getsockname()[1])
    keep_door(content, door)
    address = f"http://127.0.0.1:{door.port}/enter?secret={door.secret}"
    echo(address)
    if not no_open:
        click.launch(address)
    gc.enable()  # see main: this goes on for hours
    serve(content, door, listening, read_only, is_first)


def listen(port: int, is_wanted: bool) -> socket.socket:
    """A socket of this computer alone; another port where a kept one is taken, wrong use where a wanted one is."""
    listening = socket.socket()
    if os.name != "nt":  # there it would let two programs have one port
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except OSError as error:
        if is_wanted:
            listening.close()
            raise click.UsageError(
                f"The port {port} cannot be had ({error.strerror}); name another."
            ) from None
        listening.bind(("127.0.0.1", 0))
    listening.listen()  # who comes before all is ready waits
    return listening


def serve(
    content: Path, door: object, listening: socket.socket, read_only: bool, is_first: bool = False
) -> None:
    """Answer the browser until Ctrl-C; `is_first`: there is no guide yet, and one can begin."""
    import uvicorn  # only here

    from guide.studio.app import make_app
    from guide.studio.first import first_app
    from guide.studio.safety import Safety
    from guide.studio.secret import Door, keep_door
    from guide.studio.studio import Studio

    assert isinstance(door, Door)

    studios: list[Studio] = []

    class Server(uvicorn.Server):
        """A server that waits for no tab when it ends: they are told, and go."""

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            for each in studios:
                each.events.end()
            await super().shutdown(sockets)

    def opened(folder: Path) -> Safety:
        if is_first:
            keep_door(folder, door)
        studios.append(Studio(folder, out_of(folder), door.salt, read_only=read_only, later=JUDGED))
        return make_app(studios[-1], door)

    app = first_app(content.absolute(), door, opened) if is_first else opened(content)
    settings = uvicorn.Config(
        app, log_level="error", access_log=False, server_header=False, timeout_graceful_shutdown=2
    )
    Server(settings).run([listening])
