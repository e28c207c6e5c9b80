"""The studio as a web application."""

import asyncio
import time
from types import SimpleNamespace

import pytest

from guide.studio.app import FILES, content_in, events, make_app, take_in
from guide.studio.secret import Door
from tests.studio.conftest import SECRET


@pytest.mark.slow
def test_files_of_the_browser_s_part(client):
    for name in FILES:
        assert client.get(f"/static/{name}").status_code == 200
    assert (
        client.get("/fonts/AtkinsonHyperlegibleNext-Bold.ttf").headers["cache-control"].startswith("private")
    )
    assert client.get("/").url.path == "/guide"


def test_what_is_made_is_no_content(tmp_path):
    wanted = content_in(tmp_path / "out")
    assert wanted(1, str(tmp_path / "guide.yaml"))
    assert not wanted(1, str(tmp_path / "out/studio/history/1.json")) and not wanted(
        1, str(tmp_path / ".a.swp")
    )


def test_changes_from_outside_are_taken_in(studio, change):
    """As they come."""

    async def run():
        task = asyncio.create_task(take_in(studio))
        end = time.monotonic() + 60
        change("food", "Elm Pantry", "Oak Pantry")
        while studio.seen.revision == 0 and time.monotonic() < end:
            await asyncio.sleep(0.05)
            (studio.content / "sections/food.yaml").touch()  # what came before the watch began is not seen
        task.cancel()

    asyncio.run(run())
    assert studio.seen.owners.listings and studio.seen.revision == 1


@pytest.mark.slow
def test_a_look_that_fails_is_not_the_last(studio, change, monkeypatch):
    """It is said in the terminal, and tried again; the watch goes on."""
    look, failed = studio.look_again, []

    def fails_once():
        if not failed:
            failed.append(True)
            raise RuntimeError("gone")
        return look()

    monkeypatch.setattr(studio, "look_again", fails_once)
    test_changes_from_outside_are_taken_in(studio, change)
    assert failed


def test_a_page_says_what_it_was_made_of_and_the_first_words_what_is_now(client, studio, change, monkeypatch):
    """A tab that begins to listen compares them; what changes while its page is made is no part of what that says."""

    def hello():
        request = SimpleNamespace(app=SimpleNamespace(state=SimpleNamespace(studio=studio)))

        async def first():
            return await anext((await events(request)).body_iterator)

        return asyncio.run(first())

    before = studio.seen.version
    assert f'data-version="{before}"' in client.get("/guide/pantry").text
    assert hello() == f'event: hello\ndata: {{"version": {before}}}\n\n'
    findings_of = studio.findings_of

    def changed_meanwhile(owner):
        change("food", "Elm Pantry", "Oak Pantry")
        studio.look_again()
        monkeypatch.setattr(studio, "findings_of", findings_of)
        return findings_of(owner)

    monkeypatch.setattr(studio, "findings_of", changed_meanwhile)
    assert f'data-version="{before}"' in client.get("/guide/pantry").text
    assert f'"version": {studio.seen.version}' in hello() and studio.seen.version > before


def test_it_begins_and_ends(studio):
    """With its watch."""
    from starlette.testclient import TestClient

    with TestClient(make_app(studio, Door(SECRET, 80)).app):
        pass
