"""What every part of an edition is set with."""

from collections.abc import Iterable

from guide.language.words import Words
from guide.layout.pages import WHITE, Tag, Text
from guide.layout.type.inline import OpenItem
from guide.layout.type.setter import Setter

Items = list[OpenItem]  # in reading order


class Part:
    """A part of an edition that has a tag of its own; what it sets looks as the setter's style says."""

    def __init__(self, setter: Setter, words: Words, tag: Tag) -> None:
        self.setter = setter
        self.style = setter.style
        self.grid = setter.style.grid
        self.words = words
        self.root = tag  # of all that is in the part


def in_white(texts: Iterable[OpenItem]) -> Items:
    """Texts in white, for a ground of colour."""
    return [item._replace(colour=WHITE) for item in texts if isinstance(item, Text)]
