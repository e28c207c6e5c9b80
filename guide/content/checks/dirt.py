"""Dirt: what came into the texts from old programs, web pages, tables and PDFs, and would be printed as it stands."""

from collections.abc import Callable, Iterator
from functools import partial
from os.path import commonprefix

from guide.content.checks.base import Check, Finding, Texts
from guide.content.checks.mending import (
    LOST,
    mend_all,
    mend_divided,
    mend_escapes,
    mend_html,
    mend_mojibake,
    mend_shapes,
)
from guide.errors import ERROR, WARNING
from guide.reading.damage import NO_VALUES, SURE_NO_VALUES

SHORT = 100  # characters of a text that a hint shows whole
BEFORE, AFTER = 20, 60  # characters that it shows of a longer one, around what was mended
WIDE_LANGUAGES = ("zh", "ja", "ko", "yue")
NAMES = frozenset(
    (
        "name",
        "short_name",
        "alternate_names",
        "former_names",
        "name_note",
        "services",
        "state_province",
        "country",
        "topic_synonyms",
    )
)
PARTS = frozenset(
    ("description", "introduction", "closing_notes", "how_to_use", "words", "text", "caption")
)  # whose texts may be a mark between two others


def find_lost(subject: Texts) -> Iterator[Finding]:
    """Characters that were lost when a text was converted."""
    for owner, mark, key, text in subject.suspect_texts:
        if LOST in text:
            yield Finding(
                mark,
                f'{owner}: a character of {key} was lost, and U+FFFD stands in its place: "{excerpt(text, text.index(LOST))}"',
                "look up what it was where the text came from, and type it",
            )


def find_mended(mend: Callable[[str], str], says: str, subject: Texts, more: str = "") -> Iterator[Finding]:
    """Texts that a way to mend changes, with the text mended in every way in the hint, and more of it."""
    for owner, mark, key, text in subject.suspect_texts:
        mended = mend(text)
        if mended != text:
            at = len(commonprefix((text, mended)))
            whole = mend_all(text)
            yield Finding(
                mark,
                f'{owner}: {says}: "{excerpt(text, at)}" in {key}',
                f'write "{excerpt(whole, len(commonprefix((text, whole))))}"{more}',
            )


def find_shapes(subject: Texts) -> Iterator[Finding]:
    """Ligatures and other shapes of letters, those of full width left alone where they are usual."""
    usual = subject.language.lower().startswith(WIDE_LANGUAGES)
    yield from find_mended(
        partial(mend_shapes, wide=not usual), "letters in the shape that an old PDF gave them", subject
    )


def excerpt(text: str, at: int) -> str:
    """A text that is short, or the part of it around a place."""
    text = text.replace("\n", " ")
    if len(text) <= SHORT:
        return text
    start, end = max(0, at - BEFORE), at + AFTER
    start = text.rfind(" ", 0, start) + 1 if start else 0
    return f"{'...' if start else ''}{text[start:end].strip()}{'...' if end < len(text) else ''}"


def find_no_values(subject: Texts) -> Iterator[Finding]:
    """Words that say that a table had nothing to say."""
    for owner, mark, texts in subject.owned_texts:
        for key, text in texts:
            if len(text) < 20 and says_nothing(text, key):
                yield Finding(mark, f'{owner}: "{text}" would be printed in {key}', "leave the key out")


def says_nothing(text: str, key: str) -> bool:
    """Whether a whole value says that there is none; in a name NA may be a name."""
    low, key = text.lower(), key.partition("-")[0]  # how_to_use-2, in a translation
    if low in SURE_NO_VALUES:
        return True
    if low in NO_VALUES:
        return key not in NAMES
    return key not in PARTS and text.isascii() and not any(map(str.isalnum, text))


DIRT_CHECKS = (
    Check(
        "lost-character",
        ERROR,
        "a character (U+FFFD) that stands where another was lost",
        "description: The Caf\ufffd serves soup.",
        find_lost,
    ),
    Check(
        "garbled",
        WARNING,
        "UTF-8 that was read in another encoding, once or several times",
        "description: It\u00e2\u20ac\u2122s a caf\u00c3\u00a9.",
        partial(find_mended, mend_mojibake, "characters are garbled"),
    ),
    Check(
        "html",
        WARNING,
        "HTML's tags and entities that would be printed",
        "summary: Soup<br>and <b>bread</b>",
        partial(find_mended, mend_html, "HTML would be printed"),
    ),
    Check(
        "escape",
        WARNING,
        r"\n, \t and other codes that would be printed",
        r"summary: Soup.\nBread.",
        partial(find_mended, mend_escapes, "a code would be printed"),
    ),
    Check(
        "old-shape",
        WARNING,
        "ligatures and other shapes of letters from an old PDF",
        "summary: \ufb01rst aid",
        find_shapes,
    ),
    Check(
        "divided-word",
        WARNING,
        "a word that was divided at the end of a line of another print",
        "summary: Infor- mation",
        partial(
            find_mended,
            mend_divided,
            "a word is divided in the middle of a line",
            more=", or a space before the dash",
        ),
    ),
    Check(
        "no-value",
        WARNING,
        "N/A and the like, which say that there is nothing to say",
        "fees_description: N/A",
        find_no_values,
    ),
)
