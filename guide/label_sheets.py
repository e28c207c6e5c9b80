"""Sheets of labels that an office buys, by name or by their measures: where each label stands on its paper.

Lengths are points. The measures of a sheet are public: they are those of its maker's own templates.
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from guide.frozen import frozen

MM, INCH = 72 / 25.4, 72.0
UNITS = {"mm": MM, "cm": 10 * MM, "in": INCH, "pt": 1.0}
PAPERS = {"Letter": (8.5 * INCH, 11 * INCH), "A4": (210 * MM, 297 * MM)}
ROUNDING = 0.5  # points: so much may be missing at the end of a sheet whose measures are rounded
LEAST = (
    108.0,
    60.0,
)  # points, width and height: no smaller label has room for a name and a number that can be read
KEYS = ("paper", "labels", "size", "margin", "gap")
EXAMPLE = "paper=A4 labels=3x7 size=63.5x38.1mm margin=7.2x15.1mm gap=2.5x0mm"

Length: TypeAlias = tuple[float, float]  # across, down


class Spot(NamedTuple):
    """The place of a label on its sheet: its top left corner."""

    x: float
    y: float


@frozen
class LabelSheet:
    """A sheet of labels: rows and columns of one size, between margins."""

    name: str
    paper: str
    columns: int
    rows: int
    label: Length
    margin: Length  # at the left and at the top
    gap: Length = (0.0, 0.0)  # between two labels

    @property
    def width(self) -> float:
        return PAPERS[self.paper][0]

    @property
    def height(self) -> float:
        return PAPERS[self.paper][1]

    @property
    def count(self) -> int:
        """How many labels it has."""
        return self.columns * self.rows

    def spot(self, place: int) -> Spot:
        """Where a label stands, counted from 0, row by row from the left."""
        row, column = divmod(place, self.columns)
        (width, height), (left, top), (across, down) = self.label, self.margin, self.gap
        return Spot(left + column * (width + across), top + row * (height + down))

    @property
    def rest(self) -> Length:
        """What of the paper is left at the right and below the last label; less than nothing where there is too little."""
        x, y = self.spot(self.count - 1)
        return self.width - x - self.label[0], self.height - y - self.label[1]


def inches(
    name: str, columns: int, rows: int, label: Length, margin: Length, across: float = 0
) -> LabelSheet:
    """A sheet on Letter paper, its measures in inches."""
    return _sheet(name, "Letter", INCH, (columns, rows), label, margin, across)


def millimetres(
    name: str, columns: int, rows: int, label: Length, margin: Length, across: float = 0
) -> LabelSheet:
    """A sheet on A4, its measures in millimetres."""
    return _sheet(name, "A4", MM, (columns, rows), label, margin, across)


def _sheet(
    name: str, paper: str, unit: float, counts: tuple[int, int], label: Length, margin: Length, across: float
) -> LabelSheet:
    columns, rows = counts
    return LabelSheet(
        name=name,
        paper=paper,
        columns=columns,
        rows=rows,
        label=(label[0] * unit, label[1] * unit),
        margin=(margin[0] * unit, margin[1] * unit),
        gap=(across * unit, 0.0),
    )


SHEETS: Mapping[str, LabelSheet] = {
    sheet.name: sheet
    for sheet in (
        inches("5160", 3, 10, (2.625, 1), (0.1875, 0.5), 0.125),
        inches("5163", 2, 5, (4, 2), (0.15625, 0.5), 0.1875),
        inches("5164", 2, 3, (4, 10 / 3), (0.15625, 0.5), 0.1875),
        inches("5371", 2, 5, (3.5, 2), (0.75, 0.5)),
        millimetres("L7160", 3, 7, (63.5, 38.1), (7.21, 15.15), 2.54),
        millimetres("L7163", 2, 7, (99.1, 38.1), (4.63, 15.15), 2.54),
    )
}
USUAL = {"Letter": "5163", "A4": "L7163"}  # by the paper that a guide is printed on


def find_sheet(text: str) -> LabelSheet:
    """The sheet of a name, "5163" or "Avery 5163", or of measures that are given. ValueError says what is wrong."""
    name = text.strip().casefold().removeprefix("avery").strip().upper()
    if found := SHEETS.get(name):
        return found
    if "=" not in text:
        names = ", ".join(SHEETS)
        raise ValueError(
            f'"{text}" is no sheet of labels that is known: {names}; or give its measures: {EXAMPLE}'
        )
    sheet = _read_measures(text)
    if reason := next(refusals(sheet), ""):
        raise ValueError(reason)
    return sheet


def refusals(sheet: LabelSheet) -> Iterator[str]:
    """Yield why a sheet does not add up, or has no room for words on its labels."""
    (right, below), (width, height) = sheet.rest, sheet.label
    if right < -ROUNDING:
        yield f"{sheet.columns} labels side by side are {-right / MM:.1f} mm wider than {sheet.paper} paper"
    if below < -ROUNDING:
        yield f"{sheet.rows} labels one below the other are {-below / MM:.1f} mm higher than {sheet.paper} paper"
    if width < LEAST[0] or height < LEAST[1]:
        least = f"{LEAST[0] / MM:.0f} x {LEAST[1] / MM:.0f} mm"
        yield f"a label of less than {least} has no room for a name and a number that can be read"


def _read_measures(text: str) -> LabelSheet:
    """A sheet whose measures are given, "paper=A4 labels=3x7 size=63.5x38.1mm margin=7.2x15.1mm gap=2.5x0mm"."""
    given = dict(word.split("=", 1) for word in text.split() if "=" in word)
    if wrong := [*(set(given) - set(KEYS)), *(word for word in text.split() if "=" not in word)]:
        raise ValueError(f'"{min(wrong)}" is no measure of a sheet of labels; write {EXAMPLE}')
    if missing := [key for key in KEYS[:4] if key not in given]:
        raise ValueError(f"the measures of a sheet of labels need {missing[0]}=; write {EXAMPLE}")
    papers = {name.casefold(): name for name in PAPERS}
    if given["paper"].casefold() not in papers:
        raise ValueError(
            f'there are no labels on the paper "{given["paper"]}"; write paper=Letter or paper=A4'
        )
    columns, rows = _counts(given["labels"])
    return LabelSheet(
        name=f"{columns}x{rows}",
        paper=papers[given["paper"].casefold()],
        columns=columns,
        rows=rows,
        label=_lengths("size", given["size"]),
        margin=_lengths("margin", given["margin"]),
        gap=_lengths("gap", given.get("gap", "0x0mm")),
    )


def _counts(text: str) -> tuple[int, int]:
    """How many labels stand side by side, and one below the other."""
    match = re.fullmatch(r"([1-9]\d?)[x×]([1-9]\d?)", text)
    if not match:
        raise ValueError(
            f'labels={text}: write how many stand side by side and one below the other, as in "3x7"'
        )
    return int(match[1]), int(match[2])


def _lengths(key: str, text: str) -> Length:
    """Two lengths, across and down, with their unit."""
    match = re.fullmatch(rf"(\d+(?:\.\d+)?)[x×](\d+(?:\.\d+)?)({'|'.join(UNITS)})", text.casefold())
    if not match:
        raise ValueError(f'{key}={text}: write across, x, down and mm or in, as in "63.5x38.1mm"')
    unit = UNITS[match[3]]
    return float(match[1]) * unit, float(match[2]) * unit


def read_nudge(text: str) -> Length:
    """How far a printer has to be put right: "1.5,-2" in millimetres, or "4pt,-6pt". ValueError says what is wrong."""
    pieces = re.fullmatch(
        r"\s*([-+]?\d+(?:\.\d+)?)\s*(mm|pt)?\s*,\s*([-+]?\d+(?:\.\d+)?)\s*(mm|pt)?\s*", text
    )
    if not pieces:
        raise ValueError(
            f'"{text}" is no nudge; write how far to the right and how far down, in mm, as in "1.5,-2"'
        )
    unit = UNITS[pieces[4] or pieces[2] or "mm"]
    x, y = (float(pieces[n]) * (UNITS[pieces[n + 1]] if pieces[n + 1] else unit) for n in (1, 3))
    if max(abs(x), abs(y)) > MOST_NUDGE:
        raise ValueError(
            f'"{text}" is more than {MOST_NUDGE / MM:.0f} mm; put the paper in the tray right first'
        )
    return x, y


MOST_NUDGE = 36.0  # points
