"""Tags: the nodes of the structure tree (ISO 32000-1, 14.7), made in reading order while the guide is composed."""

from collections.abc import Iterator
from typing import Any

from guide.frozen import frozen
from guide.language.scripts import with_script

WHOLE = "listing"  # what is shown: all of it
ARTIFACT = "Artifact"
SUMMARY = "Summary"  # the attribute of a table that is a text
DESCRIBED = (("List", "ListNumbering", "Description"),)  # of a list: its labels are words; PDF 2.0


@frozen(kw_only=False)
class Shown:
    """What of a listing stands below a tag: the whole, or one number or line of hours of it."""

    listing: str  # its id
    what: str = (
        WHOLE  # or the key where it stands in the listing: "phones", "locations.1.hours", "programs.0.phones"
    )
    index: int = 0  # among those of that key


class Tag:
    """A node of the structure tree: a PDF 1.7 structure type below its parent.

    Tags are made in reading order while the guide is composed; a block that runs over two pages
    keeps its one tag. A tag that no item refers to, directly or through its children, is not written.
    """

    __slots__ = (
        "kind",
        "parent",
        "language",
        "alternate",
        "heard",
        "full",
        "spells",
        "title",
        "attributes",
        "shows",
    )

    def __init__(
        self,
        kind: str,
        parent: "Tag | None" = None,
        *,
        language: str = "",
        alternate: str = "",
        heard: str = "",
        full: str = "",
        spells: tuple[tuple[str, str], ...] = (),
        title: str = "",
        attributes: tuple[tuple[str, str, Any], ...] = (),
        shows: Shown | None = None,
    ) -> None:
        self.kind = (
            kind  # "Document", "Sect", "H1", "P", "L", "LI", "Lbl", "LBody", "TOC", "TOCI", "Link", ...
        )
        self.parent = parent
        self.language = language  # BCP 47, only where it differs from the parent's
        self.alternate = alternate  # alternate text of a Figure
        self.heard = heard  # what is heard in the place of its words: ActualText
        self.full = full  # what its words, an abbreviation, stand for: E
        self.spells = spells  # abbreviations among its words, and what each stands for
        self.title = title
        self.attributes = attributes  # ((owner, key, value), ...), as ("List", "ListNumbering", "Decimal")
        self.shows = shows  # for who draws pages beside the content; no file tells of it

    def __repr__(self) -> str:
        return f"Tag({self.kind!r})"

    @property
    def code(self) -> str:
        """The code of its language as a file says it."""
        return with_script(self.language)

    def __bool__(self) -> bool:
        """False for what is no part of what is read: a tag of that kind names an artifact."""
        return self.kind != ARTIFACT


def shown_by(tag: Tag | None) -> Iterator[Shown]:
    """Yield what stands below a tag and those above it, the nearest first."""
    while tag is not None:
        if tag.shows:
            yield tag.shows
        tag = tag.parent


# Texts that are no part of what is read, and what they are; others without a tag are repeated where a page begins.
HEADER, FOOTER = (Tag(ARTIFACT, title=each) for each in ("Header", "Footer"))
