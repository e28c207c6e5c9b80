"""What is different between two guides: of each listing, field by field, and of the guide itself."""

from datetime import date
from typing import NamedTuple

from guide.frozen import frozen
from guide.model.listing import Listing

NEW, GONE, CLOSED, OPEN_AGAIN, MOVED, CHANGED, VERIFIED, RENAMED = CHANGE_KINDS = (
    "new",
    "gone",
    "closed",  # for now or for good
    "open again",
    "moved",  # to another section
    "changed",
    "verified",  # nothing but the day of its last check
    "renamed",  # nothing but its id
)
OF_THE_GUIDE, OF_A_SECTION, OF_A_PAGE = "guide", "section", "page"


class Hidden(NamedTuple):
    """What has `print: no` in a guide that does not hold it any more: nothing is told of it, though it was printed once."""

    listings: frozenset[str] = frozenset()  # ids
    programs: frozenset[tuple[str, str]] = frozenset()  # (id of the listing, name)
    topics: frozenset[str] = frozenset()  # that no other listing has
    names: frozenset[str] = frozenset()  # of the listings, also those that they have beside and had before


@frozen
class FieldChange:
    """A thing that a listing says otherwise than before: one number, one address, its hours."""

    key: str  # "phone", "address", "hours": a key of the content, or "location" and "program" for a whole one
    old: str = ""  # as a line of text; "" where nothing was said
    new: str = ""  # "" where nothing is said any more
    where: str = ""  # the office or program that it is said of; "" for the whole listing
    language: str = ""  # of a translation that was changed; "" for the guide's own
    withheld: bool = (
        False  # what it was may not be told any more: the address of a place that is confidential now
    )


@frozen
class Change:
    """What is different of one listing; `kind` says the weightiest of it."""

    id: str  # as it is now
    kind: str  # one of CHANGE_KINDS
    name: str  # as it is now, of one that is gone as it was
    old: Listing | None = None  # as it was printed; None for a new one
    new: Listing | None = None  # None for one that is gone
    fields: tuple[FieldChange, ...] = ()  # phones first, then addresses
    old_section: str = ""  # title of the section that it stood in, in the old guide's words
    new_section: str = ""
    moved: bool = False  # it stands in another section, whatever else is different
    former_id: str = ""  # where its id was another one
    verified: tuple[date | None, date | None] = (None, None)  # before and now

    @property
    def is_news(self) -> bool:
        """Whether a reader finds anything different in print."""
        return self.kind not in (VERIFIED, RENAMED)


@frozen
class WholeChange:
    """What is different of the guide itself: its title, a line of help, a section, a page of its own."""

    owner: str  # OF_THE_GUIDE, OF_A_SECTION or OF_A_PAGE
    field: FieldChange
    id: str = ""  # of the section or page
    title: str = ""  # of the section or page, as it is now


@frozen
class Changes:
    """All that is different between two guides as they are printed."""

    listings: tuple[
        Change, ...
    ] = ()  # in the order of the new guide; what is gone at the end, in that of the old
    whole: tuple[WholeChange, ...] = ()
    number: int = 0  # of the edition before
    before: date | None = None  # the day of the edition before
    withdrawn: int = (
        0  # listings that were printed and may not be any more: nothing is told of them but their number
    )

    def of(self, *kinds: str) -> tuple[Change, ...]:
        """Those of some kinds, in order."""
        return tuple(each for each in self.listings if each.kind in kinds)

    @property
    def newly_verified(self) -> int:
        """How many listings have a later day of their last check, whatever else is different."""
        return sum(
            each.verified[1] is not None and (each.verified[0] or date.min) < each.verified[1]
            for each in self.listings
            if each.old and each.new
        )

    def __bool__(self) -> bool:
        """Whether anything is different."""
        return bool(self.listings or self.whole or self.withdrawn)
