"""What happens to texts on their way through old programs, web pages and PDFs, and how it is taken back.

Every function returns the mended text, the same one where there is nothing to mend.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, partial

from guide.expressions import expression

# --- UTF-8 that was read as something else ----------------------------------------------------------

OLD_CODES = ("cp1252", "cp1250", "cp437", "cp850", "mac_roman")
PUNCTUATION = "[\u2010-\u2044\u20ac\u2122\u2190-\u21ff\u25a0-\u25ff\u2600-\u27bf]"
LATIN = expression(f"(?:[\u00a0-\u017f\u0218-\u021b\u1ea0-\u1ef9\ufeff\ufb01\ufb02]|{PUNCTUATION})+")
EMOJI = expression("[\U0001f000-\U0001faff\ufe0f\u200d]+")
BEST_FIT = expression("G(?=[\u00c7\u00e4][^\x00-\x7f])")  # code page 437's Gamma, which Windows wrote as G
BEST_FIT_LETTERS = {
    "\u00ac": "\u00e9",
    "\u00a1": "\u00ed",
    "\u00ed": "\u00e1",
}  # after a +, which was code page 437's corner
CUT_QUOTE = expression(
    "\u00e2\u20ac(?![^\x00-\x7f])"
)  # the last byte of a closing quotation mark has no character
LOST_SPACE = expression("\u00c3 (?=[a-z ])|\u00c2 (?=[ \\w])")  # a no-break space that became a plain one
OLD_CYRILLIC = expression(
    "\u0432\u0402[\u2018-\u2122\u0400-\u045f]|(?:[\u0420\u0421][\u00a0-\u00bf\u0400-\u045f\u2010-\u2122]){3,}"
)
LOST_APOSTROPHE = expression(r"(?<=[A-Za-z])\?(?=(?:s|t|re|ve|ll|d|m)\b)")


def _characters(codec: str, first: int, last: int) -> str:
    """The characters of a code page for some bytes, to stand in a class."""
    return re.escape("".join(bytes([byte]).decode(codec, "ignore") for byte in range(first, last)))


@cache
def _sequences(codec: str) -> re.Pattern[str]:
    """A pattern of what UTF-8 looks like in a code page; made when the first text is suspect, since it takes 2 ms."""
    more = f"[{_characters(codec, 0x80, 0xC0)}]"
    return re.compile(
        f"(?:[{_characters(codec, 0xC2, 0xE0)}]{more}|[{_characters(codec, 0xE0, 0xF0)}]{more}{more}"
        f"|[{_characters(codec, 0xF0, 0xF5)}]{more}{more}{more})+"
    )


# With what UTF-8 begins there, as the old code pages show it; to ask them for it would load all five.
LEADS = "\u00ac\u00ad\u00b4\u00b7\u00c2\u00c3\u00c4\u00c5\u00c6\u00d4\u00df\u00e1\u00e2\u00e3\u00ef\u00f0\u0102\u0106\u010f\u0111\u0139\u0192\u0393\u201a\u2206\u221a\u2229\u2248\u2261\u2500\u251c\u252c\u253c\u255e\uf8ff"


def mend_mojibake(text: str) -> str:
    """UTF-8 that was read as an old code page, once or several times, as the text that it was."""
    text = LOST_APOSTROPHE.sub("'", text)
    if text.isascii():
        return text
    text = BEST_FIT.sub("\u0393", text)
    text = re.sub(
        "(?<=[a-z])\\+([\u00ac\u00a1\u00ed])(?![^\\W_]*\\+\\d)",
        lambda match: BEST_FIT_LETTERS[match[1]],
        text,
    )
    for _ in range(4):
        before = text
        text = min(_readings(text), key=len)  # the right code page leaves the fewest characters
        if text == before:
            break
    text = CUT_QUOTE.sub("\u201d", text).replace("\ufeff", "")
    return LOST_SPACE.sub(_mend_lost_space, text)


def _readings(text: str) -> Iterator[str]:
    """The text read once more, in each code page."""
    yield OLD_CYRILLIC.sub(_decode_cyrillic, text)
    for codec in OLD_CODES:
        yield _sequences(codec).sub(partial(_decode, codec), text)


def _mend_lost_space(match: re.Match[str]) -> str:
    """The letter or space whose second half was taken for a space; a word in capitals ends so in Portuguese."""
    before = match.string[match.start() - 1 : match.start()]
    if before.isalpha():
        return match[0]
    return "\u00e0 " if match[0][0] == "\u00c3" else " "


def _decode(codec: str, match: re.Match[str]) -> str:
    """A run as the text that it was; itself where that would be no text that anybody writes."""
    found = match[0]
    word = found.rstrip("\u00a0")
    if word.isalpha() and word.islower():
        return found  # letters of a word as it is written in some language, before a space that holds it to the next
    try:
        decoded = found.encode(codec).decode("utf-8")
    except UnicodeError:
        return found
    before, after = (
        match.string[match.start() - 1 : match.start()],
        match.string[match.end() : match.end() + 1],
    )
    if len(found) == 2 and before.isupper() and not after.isalpha() and not found[1].isalpha():
        return found  # a word in capitals before a quotation mark
    return decoded if is_written(decoded) else found


def _decode_cyrillic(match: re.Match[str]) -> str:
    try:
        return match[0].encode("cp1251").decode("utf-8")
    except UnicodeError:
        return match[0]


def is_written(text: str) -> bool:
    """Whether what was decoded is Latin text with its marks, or enough letters of another script; or was garbled twice."""
    if LATIN.fullmatch(text) or EMOJI.fullmatch(text):
        return True
    if len(text) > 2 and all(unicodedata.category(character)[0] in "LM" for character in text):
        return True
    again = min(_readings(text), key=len)
    return again != text and LATIN.fullmatch(again) is not None


# --- web pages and tables ---------------------------------------------------------------------------

LEFT_ENTITY = expression(
    r"&(?:#?\w{2,31};|(?:amp|nbsp|quot|lt|gt|apos|[lr][sd]quo|[nm]dash|#\d{2,5})(?![\w;=]))"
)
BREAK = expression(r"\s*<\s*/?\s*(?:br|p|div|li|ul|ol|tr|h[1-6])\b[^<>]*>\s*", re.IGNORECASE)
TAG = expression(
    r"</?(?:a|abbr|b|big|blockquote|br|center|cite|code|dd|div|dl|dt|em|font|form|h[1-6]|hr|i|iframe|img|input|label|li|ol|p|pre|"
    r"q|s|script|section|small|span|strike|strong|style|sub|sup|table|tbody|td|th|thead|tr|tt|u|ul|o:p)\b(?:\s[^<>]*)?/?>|<!--.*?-->",
    re.IGNORECASE,
)
ESCAPE = expression(
    r"(?<![A-Za-z]:)(?<!\\)\\(?:r\\n|[nrt](?![a-z]{2})|[\"'/]|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[nrt](?=(?:[a-z]+\b)))"
)


def mend_html(text: str) -> str:
    """The text without tags, its entities decoded."""
    if "&" in text:
        from html import unescape

        text = LEFT_ENTITY.sub(lambda match: unescape(match[0]), text)
    return TAG.sub("", BREAK.sub(" ", text)).strip() if TAG.search(text) else text


def mend_escapes(text: str) -> str:
    """The text with spaces in place of \\n and the like, and with the characters that were written as their codes."""
    return re.sub("  +", " ", ESCAPE.sub(_meaning, text)).strip() if ESCAPE.search(text) else text


def _meaning(match: re.Match[str]) -> str:
    code = match[0][1:]
    if code[0] in "ux":
        return chr(int(code[1:], 16))
    return " " if code[0] in "nrt" else code


# --- old PDFs ---------------------------------------------------------------------------------------

# Ligatures, Latin letters of other widths and shapes, and the shapes of Arabic letters; names of God and honorifics stay.
OLD_SHAPES = expression(
    "[\u017f\ufb00-\ufb17\uff01-\uff5e\uff61-\uff9f\U0001d400-\U0001d7ff\u24b6-\u24e9\ufb1d-\ufb4f\ufb50-\ufdcf\ufe70-\ufefc]"
)
WIDE = expression("[\uff01-\uff5e\uff61-\uff9f]")  # usual in Chinese and Japanese
AND = "and|or|to|nor|und|oder|bis|y|e|o|u|et|ou|i|lub|at|atau|dan|en|of|och|eller"
DIVIDED = expression(rf"(?<![\w-])([^\W\d_]{{2,}})- (?!(?:{AND})\b)([^\W\d_A-Z]{{2,}})(?![\w-])")

WORD_HYPHEN = expression("(?<=[a-z])\u00ac ?(?=[a-z])")  # what Word writes where a word may be divided


def mend_shapes(text: str, wide: bool = True) -> str:
    """The text with usual letters in place of ligatures and other shapes; those of full width only where they are not usual."""
    if text.isascii() or not wide and WIDE.search(text):
        return text
    return OLD_SHAPES.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)


def mend_divided(text: str) -> str:
    """The text with words made whole that were divided at the end of a line."""
    text = WORD_HYPHEN.sub("", text) if "\u00ac" in text else text
    return DIVIDED.sub(r"\1\2", text) if "- " in text else text


MENDS = (mend_mojibake, mend_html, mend_escapes, mend_shapes, mend_divided)
LOST = "\ufffd"
# A quick look for all of them: what each is, is asked only where it finds something.
SUSPECT_MARKS = expression(r"[A-Za-z]\?[strvldm]|&[#a-zA-Z]|<[a-zA-Z/!]|\\[nrt\"'/ux]|[^\W\d_]- [^\W\d_]")
SUSPECT_LETTERS = expression(
    f"{LOST}|[{re.escape(LEADS)}][^\x00-\x7f]|{BEST_FIT.pattern}|\u00e2\u20ac|[\u00c2\u00c3] |[a-z]\\+[\u00ac\u00a1\u00ed]"
    "|[\u00c2-\u00f4][\u00a0-\u00bf\u0152-\u0192\u02c6\u02dc\u2010-\u2122]|[a-z]\u00ac|[\u0420\u0421][\u00a0-\u00bf\u0400-\u040f\u0450-\u045f\u2010-\u2122]"
    f"|\u0432\u0402|{OLD_SHAPES.pattern}"
)


def is_suspect(text: str) -> bool:
    """Whether there may be something to mend in a text, or a character was lost: most have none of the marks for it."""
    if ("&" in text or "<" in text or "\\" in text or "?" in text or "- " in text) and SUSPECT_MARKS.search(
        text
    ):
        return True
    return not text.isascii() and SUSPECT_LETTERS.search(text) is not None


def mend_all(text: str) -> str:
    """The text with everything mended that can be."""
    for mend in MENDS:
        text = mend(text)
    return text
