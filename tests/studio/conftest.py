"""Small real guides in folders, for tests of the studio."""

import multiprocessing
import threading
from datetime import date

import pytest
from starlette.testclient import TestClient

from guide.studio import import_work
from guide.studio.app import make_app
from guide.studio.saves import Saves
from guide.studio.secret import Door
from guide.studio.studio import Studio

GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
SECTIONS = {
    "food": """\
title: Food
listings:
  - id: pantry
    name: Elm Pantry
    phones:
      - number: 773-471-0111
      - number: 773-471-0112
        type: fax
    locations:
      - name: North
        address: {address_1: 1 Elm Street, city: Chicago, state_province: IL, postal_code: "60601"}
        phones:
          - number: 773-471-0113
        hours: Mo-Fr 09:00-17:00; Sa 10:00-12:00
      - name: South
        address: {address_1: 2 Oak Street, city: Chicago, state_province: IL, postal_code: "60602"}
        phones:
          - number: 773-471-0114
    description: Groceries for everybody.
    verified: 2026-04-01
  - id: kitchen
    name: Soup Kitchen
    phones:
      - number: 773-471-0121
    hours: By appointment.
    description: A hot meal at noon. See also [[shelter]].
    verified: 2026-04-01
""",
    "beds": """\
title: Beds
listings:
  - id: shelter
    name: Night Shelter
    phones:
      - number: 773-471-0131
    description: A bed for the night.
    verified: 2026-04-01
  - id: hidden
    name: Not For Print
    print: no
    print_reason: Not yet
""",
}


@pytest.fixture
def folder(tmp_path):
    """A content folder with two sections, into which tests write."""
    (tmp_path / "content/sections").mkdir(parents=True)
    (tmp_path / "content/guide.yaml").write_text(GUIDE, encoding="utf-8")
    for name, text in SECTIONS.items():
        (tmp_path / f"content/sections/{name}.yaml").write_text(text, encoding="utf-8")
    return tmp_path / "content"


@pytest.fixture
def change(folder):
    """change("food", old, new): a section file with other words in it."""

    def change(name, old, new):
        path = folder / f"sections/{name}.yaml"
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


SECRET, PORT = "s" * 43, 8123
ORIGIN = f"http://127.0.0.1:{PORT}"


@pytest.fixture
def studio(folder):
    """The studio of the folder."""
    return open_studio(folder)


def open_studio(folder, **options):
    """The studio of a folder, on a day of its own."""
    return Studio(folder, folder.parent / "out", "salt", date(2026, 5, 1), **options)


@pytest.fixture
def saves(studio):
    return Saves(studio)


@pytest.fixture
def client(studio):
    """A browser that has entered the studio."""
    return enter(studio)


def enter(studio, secret=SECRET):
    """A browser that has entered a studio."""
    app = make_app(studio, Door(SECRET, PORT), watch=False)
    browser = TestClient(app, base_url=ORIGIN, headers={"origin": ORIGIN})
    browser.get(f"/enter?secret={secret}", follow_redirects=False)
    return browser


class InThread:
    """What stands for processes in a test: nothing has to be loaded again."""

    class Process:
        def __init__(self, target, args, daemon):
            self.there, task = args
            self.thread = threading.Thread(target=import_work.serve, args=(self.there, task), daemon=daemon)
            self.start = self.thread.start

        def terminate(self):
            self.there.connection.close()

    @staticmethod
    def Pipe():
        here, there = multiprocessing.Pipe()
        return here, Open(there)


class Open:
    """An end of a pipe which stays open where a process would have another; once that is ended, nobody is at the other."""

    def __init__(self, connection):
        self.connection = connection

    def recv(self):
        try:
            return self.connection.recv()
        except OSError:
            raise EOFError from None

    def send(self, value):
        try:
            self.connection.send(value)
        except OSError:
            raise BrokenPipeError from None

    def close(self):
        pass


@pytest.fixture
def in_thread(monkeypatch):
    """Imports are worked on in a thread."""
    monkeypatch.setattr("guide.studio.imports.get_context", lambda how: InThread)


@pytest.fixture
def text(folder):
    """text("food"): what a section file says."""
    return lambda name: (folder / f"sections/{name}.yaml").read_text(encoding="utf-8")
