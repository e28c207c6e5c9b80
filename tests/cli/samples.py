"""A small guide, and what a pretended build or check gives, for tests of the commands."""

from pathlib import Path
from types import SimpleNamespace

from guide.errors import WARNING, Mark, Problem

PDF = b"%PDF-1.7 not really" * 3_000

WRONG = (
    Problem(
        mark=Mark(Path("content/guide.yaml"), 3, 7),
        name="unknown-key",
        message="there is no key titel",
        hint="did you mean title?",
    ),
    Problem(
        mark=Mark(Path("content/sections/1.yaml")),
        name="empty-section",
        message="the section has no listings",
        hint="add one or take the section out",
    ),
)
DOUBTFUL = Problem(
    mark=Mark(Path("content/guide.yaml"), 9, 1),
    name="long-summary",
    message="the summary is long",
    hint="use six words",
    level=WARNING,
)
SMALL = {
    "guide.yaml": "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n",
    "sections/a.yaml": "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank # its new name\n",
    "sections/b.yaml": "title: Shelter\nlistings:\n  - id: night-shelter\n    name: Night Shelter",
}


def builds(result=None, error=None):
    """A build_guide that gives a result or fails."""

    def build_guide(folder, progress=None, **how):
        if error is not None:
            raise error
        return result or SimpleNamespace(pdf=PDF, pages=12, listings=18, problems=(), said=())

    return build_guide


def reviews(listings, problems=(), seen=None):
    """A check_content that gives these listings and problems."""
    loaded = (
        SimpleNamespace(listings=listings, sections=(1, 2, 3, 4), mail=None) if listings is not None else None
    )

    def check_content(folder, today):
        if seen is not None:
            seen.append(today)
        return loaded, problems

    return {"check_content": check_content}


def listing(name, verified=None):
    return SimpleNamespace(
        name=name, verified=verified, printed=True, mark=Mark(Path("content/1.yaml"), 4, 5)
    )
