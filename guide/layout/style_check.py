"""Whether a guide's own accent and faces can be printed and read."""

from pathlib import Path
from string import ascii_letters, digits, punctuation

import uharfbuzz as hb

from guide.errors import ERROR, WARNING, Mark, Problem
from guide.layout.colour import LEAST_CONTRAST, blackness, contrast, is_accent_in_grey, is_legible
from guide.layout.fonts import Face, FontError

NEEDED = frozenset(map(ord, ascii_letters + digits + punctuation + " \u00a0\u2013\u2014\u2018\u2019\u201c\u201d\u2026"))
RESTRICTED, NO_SUBSET = 0x0002, 0x0100  # bits of fsType in the table OS/2: no embedding, no subsets


def check_style(style):
    """The problems of a guide's own style; tuple of Problem."""
    problems = [*_accent(style)]
    for path in filter(None, (style.regular, style.bold)):
        problems += _face(Path(path))
    return tuple(problems)


def _accent(style):
    if not style.accent:
        return
    if not is_legible(style.accent):
        yield Problem(mark=style.mark, name="accent-contrast", level=ERROR,
                      message=f"the accent {style.accent} has a contrast of {contrast(style.accent):.1f} to 1 on white; white words on it cannot be read",
                      hint=f"choose a darker one, with {LEAST_CONTRAST} to 1 or more")
    elif not is_accent_in_grey(style.accent):
        yield Problem(mark=style.mark, name="accent-grey", level=WARNING,
                      message=f"the accent {style.accent} becomes a grey of {blackness(style.accent)} % black on a printer without colour",
                      hint="one between 70 and 80 % looks as the others do")


def _face(path):
    mark = Mark(path)
    try:
        face = Face(path)
    except FontError as error:
        yield Problem(mark=mark, name="face", message=str(error).partition(": ")[2], hint="use another file")
        return
    tables = hb.Face(face.data).table_tags
    if "glyf" not in tables:
        yield Problem(mark=mark, name="face", message="this face has no TrueType outlines", hint="use a TrueType file, not one with CFF outlines")
    permission = int.from_bytes(hb.Face(face.data).reference_table("OS/2").data[8:10], "big") if "OS/2" in tables else 0
    if permission & (RESTRICTED | NO_SUBSET):
        yield Problem(mark=mark, name="face", message="the makers of this face do not allow it to be embedded in a PDF", hint="use one that may be")
    lacking = sorted(NEEDED - face.coverage)
    if lacking:
        shown = ", ".join(f"U+{code:04X}" for code in lacking[:5])
        yield Problem(mark=mark, name="face-coverage", level=WARNING, message=f"this face lacks {len(lacking)} usual characters ({shown})",
                      hint="the shipped face shows them instead")
