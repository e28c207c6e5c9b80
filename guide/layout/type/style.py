"""The measures of the printed guide: type sizes, the grid of a page, strokes and accents.

All lengths are points. Editions differ only in the row of `FORMATS` that they use; every space is
a part or a multiple of the unit `u`, half the body's leading, so that lines keep to one grid.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from math import sqrt
from typing import Any, TypeAlias

from guide.colours import ACCENTS
from guide.formats import FORMATS, LARGE_PRINT_SIZE, LEAST_SIZE, CoverMeasures, Format, Grid, Tab, TextStyle
from guide.frozen import frozen
from guide.language.scripts import needs_rules
from guide.language.words import Words
from guide.layout.type.fonts import Face, FaceStack
from guide.model import Guide

Stacks: TypeAlias = tuple[FaceStack, FaceStack]  # regular, bold


def accent_of(guide: Guide) -> str:
    """The accent of a guide, "#0B4A8C": its own, or the one of its edition's colour."""
    return guide.style.accent or ACCENTS[guide.edition.colour].screen


def colour_name(guide: Guide) -> Callable[[Words], str]:
    """What the colour of an edition is called, as it stands within a sentence."""
    return lambda words: guide.style.accent_name.lower() or words.colours[guide.edition.colour]


def cover_edition(guide: Guide, words: Words) -> str:
    """ "Teal edition 3", in one language."""
    text = words.say("cover_edition", colour=colour_name(guide), number=guide.edition.number)
    return text[:1].upper() + text[1:]


def edition_words(guide: Guide, words: Words, short: bool = False, coloured: bool = True) -> str:
    """ "Edition 1, blue, November 2026"; `short`: "Nov 2026"."""
    edition, name = guide.edition, "edition_foot" if coloured else "edition"
    return words.say(
        "edition_month",
        edition=lambda each: each.say(name, number=edition.number, colour=colour_name(guide)),
        month=lambda each: each.hours.month_of(edition.date, short),
    )


def edition_choices(guide: Guide, words: Words) -> tuple[str, ...]:
    """The words that tell an edition, the fullest first: two languages before one, then the month in short, then no colour."""
    first = words.versions[0]
    return tuple(
        dict.fromkeys(
            (
                edition_words(guide, words),
                edition_words(guide, first),
                edition_words(guide, first, True),
                edition_words(guide, first, True, False),
            )
        )
    )


@frozen
class Style:
    """Everything that decides how the guide looks."""

    grid: Grid
    accent: str
    regular: FaceStack
    bold: FaceStack
    body: TextStyle
    name: TextStyle
    phone: TextStyle
    small: TextStyle
    contents_row: TextStyle
    contents_section: TextStyle
    h1: TextStyle
    lead: TextStyle
    title: TextStyle
    band: TextStyle
    folio: float
    key_head: float
    key_opening: float
    white: float  # part of a page that may stay white to keep a listing whole
    tab: Tab
    cover: CoverMeasures
    listing_range: bool  # in the running head, where it fits
    index_by_name_only: bool
    columns: int = 1  # of listings on a page
    rows: bool = False  # listings are rows of a telephone book
    numerals: float = 0  # the size of listings' numbers; 0: as their names
    numbers: float = 0  # in each of two columns, the room for them before the names
    step: float = 0  # heights are rounded up to it; 0: to u
    unit: float = 0  # of the grid; 0: half the body's leading
    language: str = "en"
    leftward: bool = False  # the language is written from right to left
    hyphenation: bool = False  # words are divided in narrow columns
    latin: TextStyle | None = (
        None  # of lines in Latin letters that stand alone, where those of the language take more room
    )
    second: "Style | None" = None  # of the second of two languages on a page
    beside: bool = False  # the two stand beside each other

    @property
    def u(self) -> float:
        return self.unit or self.body.leading / 2

    @property
    def narrow(self) -> float:
        """A measure below this is narrow: about 40 letters."""
        return NARROW_LETTERS * 0.455 * self.body.size

    @property
    def stroke(self) -> float:
        """Bars and section rules grow more slowly than the type."""
        return 3 * sqrt(self.body.size / USUAL_SIZE)

    def stack(self, bold: bool) -> FaceStack:
        return self.bold if bold else self.regular

    def em(self, count: float) -> float:
        return count * self.body.size

    def up(self, height: float) -> float:
        """A height rounded up to the grid, of u unless told."""
        step = self.step or self.u
        return -(-round(height, 3) // step) * step

    @property
    def column(self) -> float:
        """The width of each of two columns."""
        return (self.grid.live - self.grid.gutter) / 2


NARROW_LETTERS = 41
LEAST_COLUMN = 220 / 12  # em: the least width of two columns of listings
COLUMN_NAME = 15 / 17  # of the size of names: of names and numbers to call in two columns
USUAL_SIZE = 12  # points of the body: what shapes are drawn for, that grow with it

HAIRLINE, FIELD_LINE, COVER_RULE, HELP_BOX, STAMP_BOX, TICK_BOX, LINK_RULE = 0.5, 0.75, 1.5, 2, 0.75, 1, 0.75
LINK_DROP = 2.2  # from the baseline down to a link's rule


KEY_NUMERALS: Mapping[float, float] = {36: 22, 24: 15, 20: 13, 16: 11}  # by the side of the key


def key_numeral(side: float, least: float = LEAST_SIZE) -> float:
    """The size of the numeral in a key of one side, never under the least size."""
    return max(least, KEY_NUMERALS.get(side, round(side * 0.62)))


def least_size(style: Style) -> float:
    """The smallest size of any type: 11, and 18 in large print."""
    return LARGE_PRINT_SIZE if style.body.size >= LARGE_PRINT_SIZE else LEAST_SIZE


def make_style(format: str | Format, accent: str, stacks: Stacks) -> Style:
    """The style of a format, or of the one of a name, with an accent ("#0B4A8C") and the stacks (regular, bold)."""
    regular, bold = stacks
    format = FORMATS[format] if isinstance(format, str) else format
    return Style(accent=accent, regular=regular, bold=bold, **format.measures)


def has_room_for_columns(style: Style) -> bool:
    """Whether two columns of listings are wide enough: as on Letter and A4 with text of 12 points."""
    return style.column >= LEAST_COLUMN * style.body.size


def with_grid(style: Style, **changes: Any) -> Style:
    """The same style on a grid with these measures changed."""
    return replace(style, grid=replace(style.grid, **changes))


ONE_COLUMN_COVER = 16  # points of the body: from here on the cover has no room for two columns
TEXT_STYLES = ("body", "name", "phone", "small", "contents_row", "contents_section", "h1", "lead")
LEADED = (*TEXT_STYLES, "title")  # whose leading follows the language


def scaled(style: Style, body_size: float) -> Style:
    """The style with another body size: u is half the new leading, and every size and space follows (look, 13)."""
    if not body_size or body_size == style.body.size:
        return style
    factor = body_size / style.body.size
    unit = round(style.u * factor * 2) / 2 / style.u  # u in halves of a point, so that the grid stays a grid
    grid = style.grid
    return replace(
        with_grid(
            style,
            prose=min(grid.main, grid.prose * factor),
            phones_beside=grid.phones_beside and (grid.main - grid.gutter) / 2 >= 16 * body_size,
            index_columns=grid.index_columns if body_size < LARGE_PRINT_SIZE else 1,
        ),
        **_scaled_texts(style, factor, unit),
        unit=style.unit * unit,
        cover=replace(style.cover, columns=1) if body_size >= ONE_COLUMN_COVER else style.cover,
    )


def with_leading(style: Style, leading: float) -> Style:
    """The style with another leading of the body, and all other leadings in proportion."""
    unit = leading / style.body.leading
    style = replace(style, unit=style.unit * unit)
    return replace(style, **_scaled_texts(style, 1, unit))


def _scaled_texts(style: Style, factor: float, unit: float) -> dict[str, Any]:
    """{name: TextStyle} of all sizes of text."""
    return {name: _scaled_text(getattr(style, name), factor, unit) for name in TEXT_STYLES}


def _scaled_text(text: TextStyle, factor: float, unit: float) -> TextStyle:
    return text._replace(size=max(LEAST_SIZE, round(text.size * factor, 2)), leading=text.leading * unit)


# --- languages --------------------------------------------------------------------------------------

RUNNING, SINGLE = (
    1.6,
    1.33,
)  # of the size as it is drawn: least leading of running text, and of lines that stand alone
# The same of faces whose signs are stacked below each other and above, so that two lines would touch.
TALL = {"NotoSansLao": 1.4, "NotoSansMyanmar": 1.6, "NotoSansTelugu": 1.4, "NotoNastaliqUrdu": 2.5}
LEFTWARD_RISE = 0.7  # letters of Arabic reach further below the baseline


def style_for(style: Style, language: str) -> Style:
    """The style for texts in a language: room between the lines of a tall script, and the way that it runs."""
    if language == style.language:
        return style
    from guide.language.unicode import letters_of, runs_leftward  # an English guide has no need of it

    leftward = runs_leftward(language)
    style = replace(style, language=language, leftward=leftward, unit=style.u)
    letters = "".join(letters_of(language))
    if not needs_rules(letters):
        return style
    changes: dict[str, Any] = {}  # TextStyle by name
    faces = {face for face, _ in style.regular.anew().runs(letters)}
    for name in LEADED:
        text = getattr(style, name)
        usual = RUNNING if name in ("body", "contents_row") else SINGLE
        least = max(face.size_at(text.size) * max(usual, _tall(face)) for face in faces)
        leading = max(text.leading, -(-round(least, 2) // (style.u / 2)) * style.u / 2)
        changes[name] = text._replace(leading=leading, rise=LEFTWARD_RISE if leftward else text.rise)
    changes["latin"] = style.body
    return replace(style, **changes)


def _tall(face: Face) -> float:
    return TALL.get(face.name.partition("-")[0], 0)


def two_languages(style: Style, language: str, stacks: Stacks, arrangement: str = "") -> Style:
    """The style for two languages on a page, both with the leading of the one that needs more.

    `arrangement`: "beside", "under", or "" for what the format has room for.
    """
    regular, bold = stacks
    second = style_for(replace(style, regular=regular, bold=bold, language="", leftward=False), language)
    changes: dict[str, Any] = {
        name: max(getattr(style, name), getattr(second, name), key=lambda text: (text.leading, -text.rise))
        for name in LEADED
    }
    beside = arrangement == "beside" or not arrangement and style.grid.phones_beside
    return replace(style, **changes, second=replace(second, **changes), beside=beside)
