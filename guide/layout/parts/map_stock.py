"""What a map shows of a guide, before it is drawn: its edges, the listings on it, and what there is to say of the others."""

from collections.abc import Iterator
from functools import cached_property

from guide.layout.parts.map_markers import Numbered, ranges
from guide.layout.parts.map_rows import MapList, Placed, bounds_of, map_lists, placed_on, seen
from guide.layout.parts.map_view import View
from guide.layout.type.inline import Anchor
from guide.model import Guide
from guide.model.sketch import Bounds, SketchMap

MOST_NAMED = 6  # listings that the build names


class MapStock:
    """What a map shows of a guide, before it is set."""

    def __init__(self, plan: SketchMap, guide: Guide, number: int) -> None:
        self.plan, self.guide, self.number = plan, guide, number
        self.placed = placed_on(plan, guide)
        self.bounds: Bounds | None = bounds_of(plan, self.placed)

    @property
    def anchor(self) -> Anchor:
        """Where it is, the first one of several or another."""
        return Anchor(f"map:{self.number}")

    def is_on(self, each: Placed) -> bool:
        """Whether a place of a listing lies on it."""
        extent = self.plan.plan.bounds or self.plan.sketch.extent
        return any(map(extent.holds, each.points))

    @cached_property
    def numbers(self) -> set[int]:
        """The numbers of the listings on it."""
        return {each.number for each in self.placed if self.is_on(each)}

    @property
    def lists(self) -> tuple[MapList, ...]:
        """These listings by their sections."""
        return map_lists(self.placed, self.numbers, self.guide)

    @property
    def missing(self) -> list[str]:
        """The numbers of the listings of its sections that are not on it, in ranges."""
        return ranges(each.number for each in self.placed if each.number not in self.numbers)

    def seen(self, view: View) -> list[Numbered]:
        """Each place that a view shows of it, with its number."""
        return list(seen(self.placed, self.plan, view))

    def said(self) -> Iterator[str]:
        """Yield what the build says of it."""
        name = self.plan.plan.file
        if not self.numbers:
            return  # a warning says so
        missing = [each for each in self.placed if each.number not in self.numbers]
        outside = [f"{each.number} {each.listing.name}" for each in missing if each.points]
        nowhere = sum(not each.points for each in missing)
        parts = []
        if outside:
            more = f" and {len(outside) - MOST_NAMED} more" if len(outside) > MOST_NAMED else ""
            parts.append(f"{', '.join(outside[:MOST_NAMED])}{more} (outside of it)")
        if nowhere:
            parts.append(f"{nowhere} without coordinates or without a street in print")
        yield f"the map {name} shows {len(self.numbers)} of {len(self.placed)} listings" + (
            f"; not on the map: {'; '.join(parts)}" if parts else ""
        )
