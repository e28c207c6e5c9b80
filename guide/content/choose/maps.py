"""The maps of an edition: the files that it names, read, and what is wrong with them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.model import Edition, Guide
from guide.model.sketch import MapPlan, Sketch, SketchMap
from guide.problems import maps as kinds
from guide.reading.text import fold

if TYPE_CHECKING:  # see read_map
    from guide.content.geojson import Drawn

WEB = "web"  # the format of a page with drawings
NO_WORD = expression(r"[^a-z0-9]+")  # what an id has no letters for
SIGNS = expression(r"[\W_]+")  # whoever draws a map leaves out points and hyphens, or sets them


def maps_of(
    whole: Guide, chosen: Guide, edition: Edition, folder: Path
) -> tuple[tuple[SketchMap, ...], tuple[Problem, ...]]:
    """(the maps of an edition, problems); `whole`: with every listing, none of whose secret places is named on a map."""
    maps: list[SketchMap] = []
    problems: list[Problem] = []
    for plan in edition.maps if shows_maps(edition) else ():
        path = folder / plan.file
        drawn, wrong = read_map(path)
        problems += wrong
        if drawn:
            sketch = without_names(drawn.sketch, whole)
            problems += judged(path, sketch, plan, whole, chosen, edition)
            maps.append(SketchMap(plan=plan, sketch=sketch))
    return tuple(maps), tuple(problems)


def shows_maps(edition: Edition) -> bool:
    """Whether an edition of this form has maps: a book, and a web page."""
    return edition.made_as.is_book or edition.format == WEB


def read_map(path: Path) -> tuple[Drawn | None, tuple[Problem, ...]]:
    """(what a file shows, problems); None where nothing can be drawn."""
    from guide.content.geojson import MapError, sketch_of  # few editions have maps

    try:
        data = path.read_bytes()
    except OSError as error:
        return None, (kinds.UNREADABLE.at(Mark(path), reason=error.strerror or "unknown"),)
    try:
        drawn = sketch_of(data)
    except MapError as error:
        return None, (error.kind.at(mark_at(path, data, error.index), **error.values),)
    if not drawn.empty:
        return drawn, ()
    mark = mark_at(path, data, drawn.first_empty)
    return drawn, (kinds.EMPTY_SHAPES.at(mark, count=drawn.empty),)


def mark_at(path: Path, data: bytes, index: int | None) -> Mark:
    """The place of a character in a file; the whole file for None."""
    if index is None:
        return Mark(path)
    before = data.decode("utf-8-sig", "replace")[:index]
    return Mark(path, before.count("\n") + 1, index - before.rfind("\n"))


def without_names(sketch: Sketch, whole: Guide) -> Sketch:
    """A sketch on which no street and no area is called as a listing that is secret, or not printed."""
    secret = [each for each in whole.listings if any(one.is_secret for one in each.locations)]
    hidden = whole.hidden.listings
    names = whole.hidden.names.union(*(each.all_names for each in secret))
    if not names and not hidden:
        return sketch
    untold = {plain_name(each) for each in names}

    def told(name: str) -> str:
        as_id = NO_WORD.sub("-", fold(name).casefold()).strip("-")
        return "" if plain_name(name) in untold or as_id in hidden else name

    return Sketch(
        tuple(each._replace(name=told(each.name)) for each in sketch.streets),
        tuple(each._replace(name=told(each.name)) for each in sketch.tracts),
        sketch.credit,
        sketch.edges,
    )


def plain_name(name: str) -> str:
    """A name without what differs from one who writes it to another: capitals, signs, spaces."""
    return SIGNS.sub(" ", name.casefold()).strip()


def judged(
    path: Path, sketch: Sketch, plan: MapPlan, whole: Guide, chosen: Guide, edition: Edition
) -> Iterator[Problem]:
    """Yield what is wrong between a map and the listings: sections that are none, coordinates that are exchanged."""
    known = {section.id for section in whole.sections}
    for word in plan.sections:
        if word not in known:
            yield kinds.MAP_SECTION.at(plan.mark or Mark(path), word=word)
    extent = plan.bounds or sketch.extent
    wanted = (each for each in chosen.sections if not plan.sections or each.id in plan.sections)
    points = [point for section in wanted for each in section.listings for point in each.points]
    if any(map(extent.holds, points)):
        return
    if any(sketch.extent.holds((east, north)) for north, east in points):
        yield kinds.EXCHANGED.at(Mark(path), east=sketch.extent.west)
    elif not plan.sections or known.intersection(plan.sections):
        yield kinds.ELSEWHERE.at(plan.mark or Mark(path), edition=edition.name, file=plan.file)


def with_maps(
    whole: Guide, guide: Guide, edition: Edition, folder: Path
) -> tuple[Guide, tuple[Problem, ...]]:
    """(a chosen guide with the maps that its edition asks for, problems)."""
    maps, problems = maps_of(whole, guide, edition, folder)
    return replace(guide, maps=maps) if maps else guide, problems
