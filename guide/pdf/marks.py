"""What marks content on a page: the tag of an item, or what kind of artifact it is."""

from guide.layout.group import Group, Grouped
from guide.layout.pages import Item, Text
from guide.layout.tags import ARTIFACT, Tag
from guide.pdf.content import LAYOUT, PAGINATION

SPAN = "Span"  # what stands for one in its element alone: poppler cuts the words behind it where it does in the content


def tag_of(item: Item) -> Tag | str:
    """The tag of an item, or what kind of artifact it is."""
    tag: Tag | None = getattr(item, "tag", None)
    if tag is None:
        return PAGINATION if item.__class__ is Text else LAYOUT
    return tag.title if tag.kind == ARTIFACT else tag


def group_or_tag_of(item: Item) -> Grouped | Tag | str:
    """The same; of a group all that stands together, which has its tags in itself."""
    return item.of if isinstance(item, Group) else tag_of(item)
