"""HTML as Markdown, or as plain words."""

import re
import warnings

from guide.content.checks.mending import LEFT_ENTITY, TAG
from guide.expressions import expression

LINE_TAGS = expression(r"<\s*(?:br|/p|/div|/tr|/h[1-6]|/li|/ul|/ol)\b[^<>]*>", re.IGNORECASE)


def has_markup(text: str) -> bool:
    """Whether there are tags or entities in a text."""
    return ("<" in text and TAG.search(text) is not None) or (
        "&" in text and LEFT_ENTITY.search(text) is not None
    )


def plain_of(text: str) -> str:
    """The words of HTML, a line for each of its lines."""
    from html import unescape  # most texts have none

    return unescape(TAG.sub("", LINE_TAGS.sub("\n", text))).replace("\u00a0", " ")


def markdown_of(text: str) -> str:
    """HTML as Markdown; headings become strong words, and pictures, tables and scripts their words."""
    from markdownify import markdownify  # most texts have none

    if not re.search(r"<\s*(?:p|br|div|li|h[1-6])\b", text, re.IGNORECASE):
        text = text.replace("\n", "<br>")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of the library that reads it: a text that looks like a file's name
        try:
            made: str = markdownify(
                text, heading_style="ATX", bullets="-", strip=STRIPPED, newline_style="backslash", wrap=False
            )
        except RecursionError:  # a thousand tags within each other, which were never closed
            return plain_of(text)
    made = re.sub(r"\\\n", "\n\n", made)
    return re.sub(r"(?m)^#{1,6} +(.+?)[ #]*$", r"**\1**", made)


STRIPPED = [
    "img",
    "table",
    "tbody",
    "thead",
    "tr",
    "td",
    "th",
    "code",
    "pre",
    "blockquote",
    "hr",
    "font",
    "span",
    "u",
    "s",
    "del",
]
