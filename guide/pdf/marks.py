"""What marks content on a page: the tag of an item, or what kind of artifact it is."""

from collections.abc import Callable

from guide.layout.group import Group, Grouped
from guide.layout.pages import Item, Text
from guide.layout.tags import ARTIFACT, Tag
from guide.pdf.content import LAYOUT, PAGINATION, Content

SPAN = "Span"  # what stands for one in its element alone: poppler cuts the words behind it where it does in the content


def tag_of(item: Item) -> Grouped | Tag | str:
    """The tag of an item, or what kind of artifact it is; of a group all that stands together, which has its tags in itself."""
    tag: Tag | None = getattr(item, "tag", None)
    if tag is None:
        if isinstance(item, Group):
            return item.of
        return PAGINATION if item.__class__ is Text else LAYOUT
    return tag.title if tag.kind == ARTIFACT else tag


def begin(content: Content, tag: Tag | str, mark: Callable[[Tag], int]) -> None:
    """Open the sequence of what has a tag, whose MCID `mark` gives, or of an artifact."""
    if isinstance(tag, str):
        content.begin_artifact(tag)
    else:
        content.begin(tag.kind, mark(tag), "" if tag.kind == SPAN else tag.heard)
