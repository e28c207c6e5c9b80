"""Listings in fewer words, for sheets that have no room for whole descriptions."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from guide.expressions import expression
from guide.model import BulletList, Listing, Paragraph, Prose, Span

MOST_SUMMARY = 120  # characters of a sentence that stands in the place of a summary
# A full stop behind these ends no sentence; nor does one behind a single letter, or in "p.m." and "U.S.".
ABBREVIATIONS = frozenset(
    "approx apt assn ave blvd bldg co corp dept dr est etc ext fl ft hwy inc incl jr ltd mr mrs ms mt no nos org ph phd pl pp prof "
    "rd rev rm sr st ste tel univ vol vs av avda cra dra núm pág ps sra srta tels ud uds vd vds "
    "mme mlle art env janv févr sept oct nov dec déc jan feb aug д г ул стр тел см т е".split()
)
ENDS = expression(
    r"[.!?\u2026](?=[\"'\u2019\u201d\u00bb)\]]*\s)[\"'\u2019\u201d\u00bb)\]]*|[\u3002\uff01\uff1f\u0964\u06d4\u061f]"
)


class FewWords(NamedTuple):
    """What a listing is in few words, and which of its texts says so."""

    text: str
    key: str


def few_words(listing: Listing, names: Mapping[str, str]) -> FewWords:
    """A listing's summary as a sentence, or else the first sentence of its description; "" where it has neither."""
    if listing.summary:
        return FewWords(as_sentence(listing.summary), "summary")
    text = first_sentence(listing.description, names) if listing.description else ""
    return FewWords(as_sentence(text) if text else "", "description")


def sentence(text: str) -> Paragraph:
    """A summary as a sentence of its own."""
    return Paragraph((Span(as_sentence(text)),))


def as_sentence(text: str) -> str:
    """A text with a capital and an end, the full stop that of its script."""
    stop = "\u3002" if is_wide(text[-1:]) else "."
    ended = text if ENDS.search(text[-1:] + " ") else text.rstrip(".") + stop
    return ended[:1].upper() + ended[1:]


def is_wide(character: str) -> bool:
    """Whether a character is one of Chinese or Japanese, whose sentences end in a full stop of their own."""
    return "\u3040" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff"


def first_sentence(prose: Prose, names: Mapping[str, str]) -> str:
    """The first sentence of prose as plain text, a mention by its name; one that is too long is cut behind a word.

    A list is a sentence of its items, and so is one with the words that lead to it.
    """
    block, *following = prose
    if not isinstance(block, Paragraph):
        text = in_a_row(block, names)
    else:
        text = plain_words(block.spans, names)
        ends = (
            match.end() for match in ENDS.finditer(text + " ") if not is_abbreviation(text, match.start())
        )
        text = text[: next(ends, len(text))]
        items = following[0] if following and isinstance(following[0], BulletList) else None
        if text.endswith(":"):
            text = f"{text} {in_a_row(items, names)}" if items else text.rstrip(": ")
    return text if len(text) <= MOST_SUMMARY else cut(text)


def in_a_row(block: BulletList, names: Mapping[str, str]) -> str:
    """The items of a list one behind the other."""
    return "; ".join(plain_words(item, names).rstrip(".;, ") for item in block.items)


def plain_words(spans: Iterable[Span], names: Mapping[str, str]) -> str:
    """Spans as plain text, a mention by its name."""
    return " ".join(
        "".join(names.get(span.mention, "") if span.mention else span.text for span in spans).split()
    )


def is_abbreviation(text: str, place: int) -> bool:
    """Whether the full stop at a place belongs to the word before it, "St.", "J.", "p.m."; or no capital letter follows."""
    if text[place] != ".":
        return False
    word = text[:place].rpartition(" ")[2].lstrip("(\"'\u201c\u2018").lower()
    following = text[place + 1 :].lstrip(" \"'\u2019\u201d\u00bb)]")[:1]
    return len(word) < 2 or "." in word or word in ABBREVIATIONS or following.islower()


def cut(text: str) -> str:
    """The beginning of a text in whole words, in characters where it has none, and an ellipsis."""
    start = text[:MOST_SUMMARY]
    start = start.rpartition(" ")[0] if " " in start[MOST_SUMMARY // 2 :] else start
    return start.rstrip(" ,;:.(\u2013-") + "\u2026"
