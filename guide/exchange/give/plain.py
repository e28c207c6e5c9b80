"""Prose as plain words, for forms that know no Markdown."""

from collections.abc import Iterable, Mapping

from guide.language.scripts import NBSP
from guide.model import BulletList, Guide, Prose, Span

Names = Mapping[str, str]  # {id of a listing: its name}, for texts that mention it


def names_in(guide: Guide) -> dict[str, str]:
    """The names of the listings of a guide."""
    return {listing.id: listing.name for listing in guide.listings}


def plain_prose(prose: Prose, names: Names) -> str:
    """Prose in plain words: paragraphs with an empty line between them, items of lists behind hyphens or numbers."""
    return "\n\n".join(
        plain_list(block, names) if isinstance(block, BulletList) else plain_line(block.spans, names)
        for block in prose
    )


def plain_list(block: BulletList, names: Names) -> str:
    """A list, an item on each line."""
    marks = (f"{number}." if block.ordered else "-" for number in range(1, len(block.items) + 1))
    return "\n".join(f"{mark} {plain_line(spans, names)}" for mark, spans in zip(marks, block.items))


def plain_line(spans: Iterable[Span], names: Names) -> str:
    """Spans as one line: another listing by its name, an address of a link behind its words."""
    return spoken("".join(plain_span(span, names) for span in spans))


def plain_span(span: Span, names: Names) -> str:
    """A span in words."""
    if span.mention:
        return names.get(span.mention, "")
    target = span.target.removeprefix("mailto:").removeprefix("tel:")
    return f"{span.text} ({target})" if target and target != span.text else span.text


def spoken(text: str) -> str:
    """A text with usual spaces."""
    return text.replace(NBSP, " ")
