"""How Chinese and Japanese are set: room beside Latin letters, and marks that hang with their blank half.

As W3C's requirements say it (CLREQ, JLReq): a little room between ideographs and Latin letters or figures; a full stop
or a bracket has its ink in one half of its square, and the other half may hang over an end of the line.
"""

from guide.language.scripts import is_ideograph

FIRST_WIDE = "\u2e80"  # the first character of those scripts
ROOM = 0.125  # of the em, between an ideograph and a Latin letter or a figure
HALF = 0.5  # of a mark's square
OPENING = frozenset("\uff08\u300c\u300e\u3010\u300a\u3008\u3014")  # their ink is in the right half
CLOSING = frozenset(
    "\uff09\u300d\u300f\u3011\u300b\u3009\u3015\u3002\uff0c\u3001\uff0e"
)  # and that of these in the left


def room_between(before: str, after: str) -> float:
    """The room between two texts that stand beside each other without a space, in ems."""
    last, first = before[-1:], after[:1]
    if (last < FIRST_WIDE) == (first < FIRST_WIDE):
        return 0
    wide, other = (last, first) if last >= FIRST_WIDE else (first, last)
    return ROOM if other.isalnum() and is_ideograph(wide) else 0


def hanging_before(text: str) -> float:
    """How far a text that begins a line hangs out before it, in ems."""
    return HALF if text[:1] in OPENING else 0


def hanging_after(text: str) -> float:
    """How far a text that ends a line hangs out behind it, in ems."""
    return HALF if text[-1:] in CLOSING else 0
