"""Pages of the guide's own: a welcome, what to do at an overdose, a coupon, a sponsor."""

from dataclasses import field
from typing import TypeAlias

from guide.errors import Mark
from guide.frozen import frozen
from guide.model.prose import BulletList, Paragraph, Span

COLUMN, PROSE_WIDE, LIVE, WHOLE_PAGE = "column", "prose", "live", "page"
PICTURE_WIDTHS = {COLUMN: 234, PROSE_WIDE: 372, LIVE: 492, WHOLE_PAGE: 612}  # points, on Letter
# Where a page stands: behind one of these, or behind the section whose id is given.
COVER, PAGE_2, LISTINGS, INDEX, LAST = "cover", "page 2", "listings", "index", "last"
PLACES = (COVER, PAGE_2, LISTINGS, INDEX, LAST)


@frozen(kw_only=False)
class Heading:
    """A heading within a page."""

    level: int  # 1, or 2 below it
    spans: tuple[Span, ...]


@frozen(kw_only=False)
class Picture:
    """A picture with what it shows in words."""

    file: str  # its name, from the content folder on
    alternate: str
    width: str = PROSE_WIDE  # one of PICTURE_WIDTHS
    caption: tuple[Span, ...] = ()


@frozen(kw_only=False)
class Coupon:
    """What readers cut out."""

    blocks: "PageText"  # without pictures and coupons


PageBlock: TypeAlias = Paragraph | BulletList | Heading | Picture | Coupon
PageText: TypeAlias = tuple[PageBlock, ...]


@frozen
class OwnPage:
    """A page of the guide's own, or several where its text is longer."""

    id: str  # the name of its file without its ending
    title: str
    mark: Mark = field(compare=False)
    text: PageText
    place: str = PAGE_2  # one of PLACES, or the id of a section
    recto: bool = False  # it has to be a right-hand page
    spare: bool = False  # it is there to fill up, where pages are left over
    untranslated: frozenset[str] = frozenset()


def pictures_of(text: PageText) -> tuple[Picture, ...]:
    """The pictures of a page, in order."""
    return tuple(block for block in text if isinstance(block, Picture))
