"""Texts in cells: words and addresses of the web as the language writes them in braille, numbers undivided."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from os.path import commonprefix
from unicodedata import normalize

from guide.braille.liblouis import CELLS, WHOLE, Braille, cells_of
from guide.expressions import expression

SPACE = chr(CELLS)
TIED = "\ue000"  # a space at which no line ends
CUT = "\ue001"  # where an address may be divided, without width
SOFT = "\ue002"  # where a line may end between words that no space divides, without width
OPENING = "(\u201c\u2018\uff08\u300a\u300c\u300e"  # marks behind which no line ends
SPACELESS = frozenset(("km", "zh"))  # languages that divide no words
DOT_5 = chr(CELLS + 0b10000)
GOES_ON = DOT_5  # at the end of a line: what is divided goes on without a space
JOINED = " \u00a0\u202f"  # spaces of print; at all but the first no line ends
PLAIN = dict.fromkeys(map(ord, JOINED), " ")
BEFORE = frozenset(
    map(chr, (0x283C, 0x2820, 0x2828, 0x2830, 0x2818, 0x2838, 0x2808, 0x2810))
)  # signs of what follows
ADDRESS = r"\S*(?:https?://|www\.|@|\w\.(?:org|com|net|gov|edu|info|us|ca|uk|mx|es|fr|de|eu|io|co)\b)\S*"
NUMBER = r"\S*\+?\(?\d[\d() .\u2013-]{4,}\d\S*"
TIME = r"\S*\d[:/]\d\S*"
PIECE_SOURCE = f"({ADDRESS}|{NUMBER}|{TIME})"
PIECE = expression(PIECE_SOURCE)
PIECE_ALONE = expression(PIECE_SOURCE.replace(r"\S", "[!-~]"))  # among words that no space divides
IS_ADDRESS = expression(ADDRESS)
BETWEEN = expression(r"(?<=[-:/\u2013])(?=\d)")  # groups of a number, each of which has its sign
LABELLED = expression(
    r"(?<=\w) (?=#?\d{1,5}\b)|(?<=\d) (?=[ap]\.?m\b|Uhr\b|h\b)"
)  # a word and its number: Suite 210
DIVISIBLE = expression(r"(?<=[/?&=])(?=[^/?&=])|(?<=\w)(?=[.@_-]\w)")  # places of an address


@lru_cache(50_000)
def in_cells(text: str, braille: Braille) -> str:
    """A text in cells."""
    cells, gap, last = "", "", ""
    pattern = PIECE_ALONE if braille.language in SPACELESS else PIECE
    for place, piece in enumerate(pattern.split(normalize("NFC", text))):
        bare = piece.strip(" ")
        if piece[:1] == " ":
            gap = SPACE
        if made := piece_in_cells(bare, bool(place % 2), braille):
            may_end = gap == SPACE or (bare[0].isalnum() and last not in OPENING)
            cells += gap * bool(cells and may_end) + made
            gap, last = SPACE if piece[-1:] == " " else SOFT, bare[-1]
    return cells


def piece_in_cells(text: str, is_found: bool, braille: Braille) -> str:
    """A piece of a text in cells: words, or what was found among them, an address or a number."""
    if not text:
        return ""
    if not is_found:
        return words(text, braille)
    return address(text, braille) if IS_ADDRESS.fullmatch(text) else number(text, braille)


def words(text: str, braille: Braille) -> str:
    """Words in cells; a space that holds them together in print does so here, where the table leaves spaces as they are."""
    text = LABELLED.sub("\u00a0", text)
    spaces = [each for each in text if each in JOINED]
    text = text.translate(PLAIN)
    cells = cells_of(text, braille.usual).strip(SPACE)
    ends = soft_ends(text, cells, braille) if braille.language in SPACELESS and not text.isascii() else []
    parts = cells.split(SPACE)
    if len(parts) == len(spaces) + 1:
        behind = [SPACE if each == " " else TIED for each in spaces]
        cells = "".join(part + space for part, space in zip(parts, (*behind, "")))
    return SOFT.join(cells[first:last] for first, last in zip((0, *ends), (*ends, len(cells))))


def soft_ends(text: str, cells: str, braille: Braille) -> list[int]:
    """Where a line may end between words that no space divides: places among their cells."""
    from guide.language.unicode import line_ends  # ICU takes a while to load

    found: list[int] = []
    for end in line_ends(text, braille.language)[:-1]:
        before = cells_of(text[:end], braille.usual)
        if cells.startswith(before) and SPACE not in (before[-1:], cells[len(before) : len(before) + 1]):
            found.append(len(before))
    return found


def number(text: str, braille: Braille) -> str:
    """A number in cells, undivided; its sign stands before each of its groups, but in languages that say it once."""
    groups = BETWEEN.split(text) if braille.repeats else [text]
    cells = "".join(cells_of(each, braille.letters).strip(SPACE) for each in groups)
    return cells.replace(SPACE, TIED)


def address(text: str, braille: Braille) -> str:
    """An address in cells, with the places at which a line may end; it has no spaces."""
    cells = unspaced(text, braille.addresses)
    places = [0]
    for found in DIVISIBLE.finditer(text):
        before = unspaced(text[: found.start()], braille.addresses)
        place = len(commonprefix((cells, before)))
        if place and cells.endswith(before[place:]):  # what stands behind is a sign of the address's end
            places.append(place)
    return CUT.join(cells[first:last] for first, last in zip(places, (*places[1:], len(cells))))


def unspaced(text: str, table: str) -> str:
    """A text without spaces, which a table may put between its signs; those that it has not as in English."""
    lacking = {each for each in text if not cells_of(each, table).strip(SPACE)}
    groups = groupby(text, lambda each: WHOLE if each in lacking else table)
    return "".join(cells_of("".join(group), own).replace(SPACE, "") for own, group in groups)


# --- lines ------------------------------------------------------------------------------------------


def wrapped(cells: str, width: int, first: int, others: int) -> list[str]:
    """Lines of a text with their indents; a word that is longer than a line is divided, and dot 5 says that it goes on."""
    lines: list[str] = []
    line = SPACE * first
    is_empty = True
    for before, word in words_in(cells, width - max(first, others)):
        gap = "" if is_empty else before
        if len(line) + len(gap) + length(word) <= width:
            line += gap + word
            is_empty = False
            continue
        if not is_empty:
            lines.append(line)
            line = SPACE * others
        while len(line) + length(word) > width:
            part, word = divided(word, width - len(line) - len(GOES_ON))
            lines.append(line + part + GOES_ON)
            line = SPACE * others
        line, is_empty = line + word, False
    if not is_empty:
        lines.append(line)
    return [plain(each).rstrip(SPACE) for each in lines]


def plain(cells: str) -> str:
    """Cells without the marks of where lines end."""
    return cells.replace(TIED, SPACE).replace(CUT, "").replace(SOFT, "")


def words_in(cells: str, room: int) -> Iterator[tuple[str, str]]:
    """Yield words, each behind what stands before it in a line; those that are tied and have no room in a line are not."""
    for word in filter(None, cells.split(SPACE)):
        before = SPACE
        for part in filter(None, word.split(SOFT)):
            for each in part.split(TIED) if length(part) > room else (part,):
                yield before, each
                before = SPACE
            before = ""


def length(word: str) -> int:
    """How many cells a word takes."""
    return len(word) - word.count(CUT)


def divided(word: str, room: int) -> tuple[str, str]:
    """What of a word has room, and the rest: at a good place, or else anywhere but behind a sign of what follows."""
    cuts = [place for place, each in enumerate(word) if each == CUT and 0 < length(word[:place]) <= room]
    if cuts:
        return word[: cuts[-1]], word[cuts[-1] + 1 :]
    bare = word.replace(CUT, "")
    while room > 1 and bare[room - 1] in BEFORE:
        room -= 1
    return bare[:room], bare[room:]
