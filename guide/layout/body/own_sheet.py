"""Pages of paper with what a page of the guide's own has on them; and the order that puts coupons on leaves of their own."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from guide.layout.body.furniture import Furniture, Head
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, OpenItem


class OwnSheet(NamedTuple):
    """A page of paper before it has its folio."""

    title: str  # for its running head; "" for one that only fills up
    items: tuple[OpenItem, ...] = ()  # from the corner of the frame, or of the page where it is bare
    anchor: Anchor | None = None  # of the page that begins on it
    recto: bool = False  # it has to be a right-hand page
    bare: bool = False  # a picture fills it: no head, no foot
    coupon: bool = False  # what is on its other side may be cut away


FILLER = OwnSheet("")


def ordered(sheets: Sequence[OwnSheet], folio: int, one_sided: bool = False) -> list[OwnSheet]:
    """The sheets from a folio on, with fillers where one has to be a right-hand page, and behind each coupon.

    A coupon stands on a right-hand page, so that what is behind it follows it: a picture, or a filler. Where paper is
    printed on one side, every page is a right-hand one, and nothing is behind it.
    """
    done: list[OwnSheet] = []
    for sheet in sheets:
        odd = (folio + len(done)) % 2 == 1
        behind = done[-1] if done else None
        if not one_sided and behind and behind.coupon and not sheet.bare:
            done.append(FILLER)
            odd = not odd
        if not one_sided and (sheet.recto or sheet.coupon) and not odd:
            done.append(FILLER)
        done.append(sheet)
    if not one_sided and done and done[-1].coupon:
        done.append(FILLER)
    return done


def said_of_coupons(sheets: Sequence[OwnSheet], folio: int, noted: bool) -> Iterator[str]:
    """A sentence on what is behind each coupon; none where nothing is printed there."""
    for place, (sheet, behind) in enumerate(zip(sheets, sheets[1:])):
        if sheet.coupon and (behind.bare or not behind.title):
            picture = behind.bare
            what = "a picture" if picture else "lines for notes" if noted else "nothing"
            yield f"the coupon on page {folio + place} has {what} on its back"


def sheet_items(sheet: OwnSheet, folio: int, furniture: Furniture, root: Tag, notes: bool) -> list[OpenItem]:
    """All that stands on a page of paper; `notes`: lines to write on, where it only fills up."""
    if sheet.bare:
        return list(sheet.items)
    grid = furniture.grid
    if not sheet.title:
        items = (
            furniture.head(Head(name=furniture.words.notes), folio) + furniture.notes(folio) if notes else []
        )
    else:
        items = furniture.head(Head(name=sheet.title), folio)
        items += [item.moved(grid.left(folio), grid.top) for item in sheet.items]
    return items + furniture.foot(folio, root)
