"""Which characters are of scripts that are not set like Latin ones, and which keeps words on one line."""

from bisect import bisect_right
from collections.abc import Iterable
from functools import cache

NBSP = "\u00a0"

# First and last characters, in order.
LEFTWARD = ("\u0590\u08ff", "\ufb1d\ufdff", "\ufe70\ufefc")  # scripts that run from right to left
IDEOGRAPHIC = (
    "\u2e80\u9fff",
    "\uac00\ud7af",
    "\uf900\ufaff",
    "\ufe30\ufe4f",
    "\uff00\uffef",
    "\U00020000\U0003ffff",
)
IDEOGRAPHS = (
    "\u3005\u3007",
    "\u3041\u3096",
    "\u30a1\u30ff",
    "\u3400\u9fff",
    "\uf900\ufaff",
    "\U00020000\U0003ffff",
)
# Scripts without spaces between words: Thai and Lao, Burmese, Khmer.
SPACELESS = ("\u0e00\u0eff", "\u1000\u109f", "\u1780\u17ff", "\ua9e0\ua9ff", "\uaa60\uaa7f")
WORD_END = "\u200b"  # what people who write them put where a line may end; nothing is drawn for it
BEYOND_ALPHABETS = tuple(
    sorted((*LEFTWARD, "\u0900\u1cff", *IDEOGRAPHIC))
)  # Arabic, Devanagari, Thai, Chinese ...


class Among(dict[str, bool]):
    """{character: whether it is within one of these ranges}, found out when it first comes.

    A regular expression of so large a set takes 3 ms to make, which a guide of a few pages notices.
    """

    def __init__(self, ranges: tuple[str, ...]) -> None:
        super().__init__()
        self.ranges = ranges

    def __missing__(self, character: str) -> bool:
        place = bisect_right(self.ranges, character + "\U0010ffff") - 1
        self[character] = found = place >= 0 and character <= self.ranges[place][1]
        return found


_is_leftward = Among(LEFTWARD).__getitem__
_is_beyond_alphabets = Among(BEYOND_ALPHABETS).__getitem__
is_ideograph = Among(
    IDEOGRAPHS
).__getitem__  # of Chinese or Japanese, their syllables too: no mark, nothing of Korean
is_spaceless = Among(SPACELESS).__getitem__


def has_leftward(text: str) -> bool:
    """Whether a text has letters of a script that runs from right to left."""
    return not text.isascii() and any(map(_is_leftward, text))


def comma_after(text: str) -> str:
    """A comma and a space, as they stand behind the last letter of a text: Arabic and Persian have a comma of their own."""
    letters = [each for each in text if each.isalpha()]
    return "\u060c " if letters and _is_leftward(letters[-1]) else ", "


def with_commas(texts: Iterable[str]) -> str:
    """Texts one behind the other, each comma of the script of what stands before it."""
    found = ""
    for text in texts:
        found += (comma_after(found) if found else "") + text
    return found


def in_brackets(text: str) -> str:
    """A text in brackets, in full-width ones where it is Chinese or Japanese."""
    return f"\uff08{text}\uff09" if not text.isascii() and any(map(is_ideograph, text)) else f"({text})"


def needs_rules(text: str) -> bool:
    """Whether more than spaces tell where lines of a text may end, and its lines need more room."""
    return not text.isascii() and any(map(_is_beyond_alphabets, text))


def within(ranges: Iterable[str]) -> str:
    """Ranges as they stand within the brackets of a regular expression."""
    return "".join(f"{each[0]}-{each[1]}" for each in ranges)


def spoken(text: str) -> str:
    """A text without what only keeps its words together."""
    return " ".join(text.split())


def base_language(code: str) -> str:
    """The language of a code without script and country: "pt" of "pt-BR"."""
    return code.replace("_", "-").split("-")[0].lower()


@cache
def direction(language: str) -> str:
    """The direction in which a language is written, "ltr" or "rtl"."""
    if language == "en":
        return "ltr"
    from guide.language.unicode import runs_leftward  # ICU takes a while to load

    return "rtl" if runs_leftward(language) else "ltr"


def with_script(code: str) -> str:
    """The code of a language with the script in which it is printed where the code alone leaves it open: "zh-Hans" of "zh"."""
    return "zh-Hans" if code == "zh" else code


def usual_code(code: str) -> str:
    """The code of a language as it is usually written (BCP 47): "pt-BR" of "PT_br", "zh-Hans" of "zh-hans"."""
    language, *subtags = code.replace("_", "-").split("-")
    cased = [
        each.title() if len(each) == 4 else each.upper() if len(each) == 2 else each.lower()
        for each in subtags
    ]
    return "-".join((language.lower(), *cased))
