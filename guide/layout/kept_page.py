"""A page that is kept when it is finished: it is made and drawn again only where it would not be the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from guide.layout.pages import Page
    from guide.layout.references import Place
    from guide.layout.tags import Tag
    from guide.layout.type.inline import Anchor

    Tags = tuple[Tag, Tag]


class NotAsKept(Exception):
    """A page of which nothing is known but how it was drawn cannot stand in a file as it was: all has to be made anew."""


class KeptPage:
    """A finished page, and what is made of it.

    `asked` is where the anchors stand that it names or leads to: while they stand there, it is the same. `before` and `after`
    are the tags of the foreign words that may go on at its beginning and at its end.
    """

    __slots__ = ("page", "asked", "before", "after", "drawn", "is_whole")

    def __init__(
        self,
        page: Page,
        asked: Mapping[Anchor, Place],
        before: Tags | None = None,
        after: Tags | None = None,
        drawn: dict[object, Any] | None = None,
    ) -> None:
        self.page = page  # which does not name this: nobody would ever let go of a circle
        self.asked = asked
        self.before, self.after = before, after
        # By who draws it, for each way in which it does. Given where nothing else is known of it: then it stands for the page.
        self.drawn: dict[object, Any] = {} if drawn is None else drawn
        self.is_whole = drawn is None

    def is_as_finished(self, page: Page) -> bool:
        """Whether nothing of the page was changed since, as a press does."""
        return page.items is self.page.items and page.links is self.page.links

    def holds(self, place_of: Callable[[Anchor], Place | None]) -> bool:
        """Whether all that the page names stands where it stood."""
        return all(place_of(anchor) == place for anchor, place in self.asked.items())
