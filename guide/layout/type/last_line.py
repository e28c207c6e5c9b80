"""The last line of a paragraph in Chinese or Japanese: three characters or more (CLREQ, JLReq)."""

from collections.abc import Sequence

from guide.language.scripts import is_ideograph
from guide.layout.type.ideographs import CLOSING
from guide.layout.type.inline import Atom

LEAST_LAST = 3  # characters of a last line


def with_whole_end(atoms: Sequence[Atom], measure: float) -> Sequence[Atom]:
    """Atoms of a paragraph, the last ones as one where the line that they might make would be too short."""
    taken, count, width = 0, 0, 0.0
    for atom in reversed(atoms):
        text = "".join(fragment.text for fragment in atom.fragments)
        if not (is_ideograph(text[-1:]) or text[-1:] in CLOSING) or taken and atoms[-taken].spaced:
            return atoms  # words end at spaces, and one is long enough
        taken, count, width = taken + 1, count + len(text), width + atom.width
        if count >= LEAST_LAST:
            break
    if taken < 2 or width > measure or count < LEAST_LAST:
        return atoms
    last = atoms[-taken:]
    whole = Atom(tuple(fragment for atom in last for fragment in atom.fragments), width, last[0].spaced)
    return (*atoms[:-taken], whole)
