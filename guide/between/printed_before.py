"""An older edition as it lies around: laid out again, with the pages that its manifest gives its listings."""

from dataclasses import replace
from pathlib import Path

from guide.between.errata_files import Before
from guide.between.printed import print_edition
from guide.between.states import State, edition_named, placed
from guide.between.where import places_in
from guide.content.kept import Old, read_row
from guide.errors import GuideError
from guide.manifest import MANIFEST
from guide.project import open_project


def kept_edition(out: Path, old: str, name: str) -> Old | None:
    """The edition of this name that was kept with the number `old`, or else what `old` names."""
    return edition_named(out, f"{name}-{old}") or edition_named(out, old)


def print_before(state: State, name: str, kept: Old | None) -> Before:
    """An edition of an older state; what checks find in it now is past."""
    project = replace(open_project(state.folder, state.guide.day), problems=())
    try:
        printed = print_edition(project, name)
    except GuideError as error:
        raise GuideError([placed(each, state.folder, state.name) for each in error.problems]) from error
    pages = pages_of(kept) if kept and kept.name == printed.edition.name else None
    return Before(printed, printed.pages if pages is None else pages)


def pages_of(kept: Old) -> dict[str, int] | None:
    """The page of each listing, as the manifest says; None where it says none."""
    places = places_in(read_row(kept.folder / MANIFEST))
    return {id: page for id, page in places.items() if page is not None} or None
