"""How many pages of a book may be other than listings, and what is given up for it, in the order that readers miss it least."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeVar

from guide.layout.body.stretch import Outcome
from guide.layout.compose.links import listing_anchor
from guide.layout.parts.base import Items
from guide.layout.references import Place
from guide.layout.type.inline import Anchor

MOST = 0.22  # of the pages: cover, contents, who is open when, index, form
FROM = 50  # listings: of a smaller guide these parts are a larger share, and nothing is given up


class Counted(NamedTuple):
    """Pages of a book: of listings and what belongs to them, and of parts that are never given up."""

    listings: int  # how many there are
    body: int
    fixed: int

    def over(self, flexible: int) -> bool:
        """Whether the parts take more than they may, with so many pages of those that can be given up."""
        apparatus = self.fixed + flexible
        return self.listings >= FROM and apparatus > MOST * (apparatus + self.body)

    def share(self, flexible: int) -> int:
        """How many pages of a hundred the parts take."""
        apparatus = self.fixed + flexible
        return round(100 * apparatus / (apparatus + self.body))


class Slimmer(NamedTuple):
    """One thing to give up: what it is called, and what does so; that says whether there was anything."""

    called: str
    give_up: Callable[[], bool]
    restores: tuple[str, ...] = ()  # what stands there again, by what it is called


State = TypeVar("State")  # of what can be given up


def slim(
    counted: Counted,
    pages: Callable[[], Iterable[Items]],
    slimmers: Iterable[Slimmer],
    state: Callable[[], State],
) -> tuple[list[str], State]:
    """(what was given up, the state then): one thing after the other until the parts take no more than they may.

    `pages` gives the pages of the parts as they are then, `state` what to go back to: where nothing is enough, no more is
    given up than it takes to have as few pages as can be.
    """
    given: list[str] = []
    fewest, best = len(list(pages())), (given, state())
    for called, give_up, restores in slimmers:
        if not counted.over(fewest):
            break
        if not give_up():
            continue
        given = [each for each in given if each not in restores] + [called]
        if (count := len(list(pages()))) < fewest:
            fewest, best = count, (given, state())
    return best


def page_of(outcomes: Iterable[Outcome]) -> Callable[[str], object]:
    """What tells the page of a listing before all are numbered; each has one of its own where nothing is known of it."""
    places: dict[Anchor, Place] = {}
    start = 0
    for outcome in outcomes:
        places |= outcome.places(start)
        start += outcome.pages

    def page(listing: str) -> object:
        place = places.get(listing_anchor(listing))
        return place.page if place else listing

    return page


def budget_words(counted: Counted, flexible: int, given: Iterable[str]) -> str:
    """What the build says of it; "" where nothing was given up and nothing is over."""
    names, over = ", ".join(given), counted.over(flexible)
    if not names and not over:
        return ""
    kept = f"the parts beside the listings take {counted.share(flexible)} % of the pages"
    aim = f"at most {MOST:.0%} was aimed at".replace("%", " %") if over else ""
    return "; ".join(filter(None, (kept, aim, f"given up for it: {names}" if names else "")))
