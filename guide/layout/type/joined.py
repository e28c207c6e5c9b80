"""Texts in two languages within a line, taken apart."""

from collections.abc import Iterable

from guide.language.both import Both
from guide.layout.tags import Tag
from guide.layout.type.inline import Fragment, Inline


def joined(text: str) -> str:
    """A text as it stands on a line, one in two languages with what stands between them there."""
    return "".join(text.in_line()) if isinstance(text, Both) else text


def inside(tag: Tag | None, language: str) -> Tag | None:
    """A tag for words in a language, "" for the same, within another tag; an artifact stays one."""
    return Tag("Span", tag, language=language) if tag and language else tag


def apart(fragments: Iterable[tuple[Inline, str]], language: str) -> list[Fragment]:
    """Fragments with words of two languages taken apart, those of the second tagged with its code."""
    found = []
    for inline, text in fragments:
        if not isinstance(text, Both):
            found.append(Fragment(inline, text))
            continue
        first, second = text.in_line()
        tag = inside(inline.tag, language)
        found += [Fragment(inline, first), Fragment(inline._replace(tag=tag, apart=True), second)]
    return found
