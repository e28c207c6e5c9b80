"""One text in two languages, which print sets apart and titles, bookmarks and descriptions say as "first / second"."""

from typing import Any, Self

from guide.expressions import expression

BETWEEN = " / "
BEHIND_LETTERS = "\ue001"  # a character of no script, which sorts behind those of all others
SENTENCE = expression(r"[^ ] .*[.?!:\u061f\u0964]$|[\u3002\uff1f]$")  # not "No.", which is a word alone


class Both(str):
    """A text in two languages; as any other text it is plain, "Contents / Contenido".

    What is added before it belongs to the first language, what is added behind it to the second.
    """

    __slots__ = ("first", "second")
    first: str
    second: str

    def __new__(cls, first: str, second: str) -> Self:
        text = super().__new__(cls, first + BETWEEN + second)
        text.first, text.second = first, second
        return text

    def __getnewargs__(self) -> Any:  # of a copy, and for another process
        return self.first, self.second

    def __add__(self, text: str) -> "Both":
        return Both(self.first, self.second + str(text))

    def __radd__(self, text: str) -> "Both":
        return Both(text + self.first, self.second)

    def rstrip(self, characters: str | None = None) -> "Both":
        return Both(self.first, self.second.rstrip(characters))

    def in_line(self) -> tuple[str, str]:
        """The two as they follow each other on a line: a sentence needs no stroke behind it."""
        return self.first + (" " if SENTENCE.search(self.first) else BETWEEN), self.second


def one_text(*texts: str) -> str:
    """Texts in two languages as one; alike, they are said once."""
    first, *others = dict.fromkeys(texts) or ("",)
    return Both(first, *others) if others else first


def texts_of(text: str) -> tuple[str, ...]:
    """A text in each of its languages, one or two."""
    return (text.first, text.second) if isinstance(text, Both) else (text,)


def in_a_row(text: str) -> str:
    """The characters of a text in its languages, with one between them that ends a word of the first and sorts behind letters."""
    return BEHIND_LETTERS.join(texts_of(text))


def beginning(text: str, count: int) -> str:
    """The first characters of a text, counted as `in_a_row` has them; in both languages if so many reach the second."""
    if not isinstance(text, Both):
        return text[:count]
    more = count - len(text.first) - 1
    return text.first[:count] if more < 0 else Both(text.first, text.second[:more])
