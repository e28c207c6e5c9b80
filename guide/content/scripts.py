"""Ranges of characters by how their scripts are set; for use within the brackets of a regular expression."""

import re

LEFTWARD = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"  # scripts that run from right to left
IDEOGRAPHIC = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
BEYOND_ALPHABETS = f"\u0590-\u1cff{IDEOGRAPHIC}\ufb1d-\ufdff\ufe70-\ufefc"  # Arabic, Devanagari, Thai, Chinese ...

HAS_LEFTWARD = re.compile(f"[{LEFTWARD}]")
NEEDS_RULES = re.compile(f"[{BEYOND_ALPHABETS}]")  # for where lines end: more than spaces


def base_language(code):
    """The language of a code without script and country: "pt" of "pt-BR"."""
    return code.replace("_", "-").split("-")[0].lower()
