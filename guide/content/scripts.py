"""Ranges of characters by how their scripts are set; for use within the brackets of a regular expression."""

import re
from functools import lru_cache

LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # scripts that run from right to left
IDEOGRAPHIC = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
BEYOND_ALPHABETS = f"\u0590-\u1cff{IDEOGRAPHIC}\ufb1d-\ufdff\ufe70-\ufefc"  # Arabic, Devanagari, Thai, Chinese ...


@lru_cache(maxsize=None)
def _pattern(characters):
    """A pattern of one character; made when a text needs it: so large a set takes 2 ms."""
    return re.compile(f"[{characters}]")


def has_leftward(text):
    """Whether a text has letters of a script that runs from right to left."""
    return not text.isascii() and _pattern(LEFTWARD).search(text) is not None


def needs_rules(text):
    """Whether more than spaces tell where lines of a text may end, and its lines need more room."""
    return not text.isascii() and _pattern(BEYOND_ALPHABETS).search(text) is not None



def base_language(code):
    """The language of a code without script and country: "pt" of "pt-BR"."""
    return code.replace("_", "-").split("-")[0].lower()
