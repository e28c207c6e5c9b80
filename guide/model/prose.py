"""What Markdown becomes: paragraphs and lists of spans."""

from collections.abc import Iterator
from typing import Any

from guide.frozen import frozen


@frozen(kw_only=False)
class Span:
    """Part of a paragraph: words in one weight, perhaps a link, or a mention of another listing."""

    text: str  # "" for a mention
    strong: bool = False
    target: str = ""  # an http, https, mailto or tel address
    mention: str = ""  # the id of a listing: printed as "see NAME, page N"


@frozen(kw_only=False)
class Paragraph:
    """Words that run on until their end, in spans."""

    spans: tuple[Span, ...]


@frozen(kw_only=False)
class BulletList:
    """Items one below the other, each a text in spans, numbered or with dots."""

    items: tuple[tuple[Span, ...], ...]
    ordered: bool = False


Prose = tuple[Paragraph | BulletList, ...]


def find_mentions(prose: Any) -> Iterator[str]:
    """The ids that a text mentions, however deep."""
    if isinstance(prose, Span):
        if prose.mention:
            yield prose.mention
    elif isinstance(prose, tuple):
        for each in prose:
            if each.__class__ is not Span or each.mention:  # most spans mention nothing
                yield from find_mentions(each)
    else:
        for name in ("spans", "items", "caption", "blocks"):
            yield from find_mentions(getattr(prose, name, ()))
