"""What the content tests share: a small guide written to a folder, and one text read as a listing's field."""

from types import SimpleNamespace

import pytest

from guide.content.load import load_guide

GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
LISTING = "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n"


@pytest.fixture
def load(tmp_path):
    """Writes content files and loads them: load(guide=..., food=...), as text or bytes; what was found in it."""

    def write(name, content):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def load_files(guide=GUIDE, food=LISTING, **more):
        write("guide.yaml", guide)
        for name, content in {"food": food, **more}.items():
            write(f"sections/{name}.yaml", content)
        loaded, problems = load_guide(tmp_path)
        lines = tuple(str(problem).replace(f"{tmp_path}/", "") for problem in problems)
        return SimpleNamespace(guide=loaded, problems=problems, lines=lines)

    return load_files


@pytest.fixture
def load_listing(load):
    """The one listing of a guide, with these lines added to it; no problem may be found."""

    def load_lines(*lines, guide=GUIDE):
        found = load(guide=guide, food=LISTING + "".join(f"    {line}\n" for line in lines))
        assert not found.lines
        return found.guide.listings[0]

    return load_lines
