"""Fixed texts with brackets, as inline pieces."""

from collections.abc import Callable

from guide.expressions import expression
from guide.language.scripts import NBSP
from guide.language.words import Words
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, Link
from guide.layout.type.joined import inside

FIELD = expression(r"\{(\w+)\}")


def joined(text: str) -> str:
    """Words that no line breaks."""
    return text.replace(" ", NBSP)


def fill(
    template: str, tag: Tag | None, link: Link | None = None, **pieces: tuple[Inline, ...]
) -> tuple[Inline, ...]:
    """A template as inline pieces: words of its own, and in the place of each of its brackets the pieces of that name."""
    inlines: list[Inline] = []
    for place, text in enumerate(FIELD.split(template)):
        for piece in pieces[text] if place % 2 else (Inline(text, tag, link=link),) * bool(text):
            alike = inlines and not (piece.page_of or inlines[-1].page_of) and piece[1:] == inlines[-1][1:]
            if alike:
                inlines[-1] = piece._replace(text=inlines[-1].text + piece.text)
            else:
                inlines.append(piece)
    return tuple(inlines)


def in_each(
    words: Words, tag: Tag | None, make: Callable[[Words, Tag | None], tuple[Inline, ...]]
) -> tuple[Inline, ...]:
    """What `make(words, tag)` gives, in both languages where there are two, the second tagged with its own."""
    first, *rest = words.versions
    inlines = list(make(first, tag))
    for own in rest:
        made = make(own, inside(tag, own.language))
        inlines += [Inline(" ", tag), *(each._replace(apart=True) for each in made)]
    return tuple(inlines)
