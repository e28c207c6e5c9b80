"""Whether a guide's own accent and faces can be printed and read."""

from collections.abc import Iterator
from pathlib import Path
from string import ascii_letters, digits, punctuation

import uharfbuzz as hb

from guide.errors import ERROR, WARNING, Mark, Problem
from guide.layout.type.colour import LEAST_CONTRAST, blackness, contrast, is_accent_in_grey, is_legible
from guide.layout.type.face_check import trouble_of, wrong_sums
from guide.layout.type.fonts import Face, FontError
from guide.model import GuideStyle

NEEDED = frozenset(
    map(ord, ascii_letters + digits + punctuation + " \u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026")
)
FORBIDDEN = (
    0x0002 | 0x0100 | 0x0200
)  # bits of fsType in the table OS/2: no embedding, no subsets, no outlines


def check_style(style: GuideStyle) -> tuple[Problem, ...]:
    """The problems of a guide's own style."""
    problems = [*_accent(style)]
    for path in filter(None, (style.regular, style.bold)):
        problems += _face(Path(path))
    return tuple(problems)


def _accent(style: GuideStyle) -> Iterator[Problem]:
    if not style.accent:
        return
    mark = style.mark or Mark(Path())  # a style that was made, not read, stands nowhere
    if not is_legible(style.accent):
        yield Problem(
            mark=mark,
            name="accent-contrast",
            level=ERROR,
            message=f"the accent {style.accent} has a contrast of {contrast(style.accent):.1f} to 1 on white; white words on it cannot be read",
            hint=f"choose a darker one, with {LEAST_CONTRAST} to 1 or more",
        )
    elif not is_accent_in_grey(style.accent):
        yield Problem(
            mark=mark,
            name="accent-grey",
            level=WARNING,
            message=f"the accent {style.accent} becomes a grey of {blackness(style.accent)} % black on a printer without colour",
            hint="one between 70 and 80 % looks as the others do",
        )


def _face(path: Path) -> Iterator[Problem]:
    mark = Mark(path)
    try:
        data = path.read_bytes()
        trouble = trouble_of(data)
        if trouble:
            yield Problem(mark=mark, name="face", message=trouble[0], hint=trouble[1])
            return
        face = Face(path)
    except (OSError, FontError):
        yield Problem(
            mark=mark,
            name="face",
            message="this face cannot be read",
            hint="check who may read it, or use another file",
        )
        return
    if permission(data) & FORBIDDEN:
        yield Problem(
            mark=mark,
            name="face",
            message="the makers of this face do not allow it to be embedded in a PDF",
            hint="use one that may be",
        )
    wrong = wrong_sums(data)
    if wrong:
        where = f" of its tables {', '.join(wrong)}" if wrong[0] else ""
        yield Problem(
            mark=mark,
            name="face-damaged",
            level=WARNING,
            message=f"the sums{where} are wrong, so this face is damaged, or was changed carelessly",
            hint="use the file that its makers give out, or look at each page",
        )
    lacking = sorted(NEEDED - face.coverage)
    if lacking:
        shown = ", ".join(f"U+{code:04X}" for code in lacking[:5])
        yield Problem(
            mark=mark,
            name="face-coverage",
            level=WARNING,
            message=f"this face lacks {len(lacking)} usual characters ({shown})",
            hint="the shipped face shows them instead",
        )


def permission(data: bytes) -> int:
    """The bits of fsType, 0 where a face does not say."""
    return int.from_bytes(hb.Face(data).reference_table("OS/2").data[8:10], "big")
