"""Telephone numbers as they are printed and as they are dialled, however they were typed."""

import re
from typing import NamedTuple

from guide.model import Phone

NANP = frozenset("US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI".split())

GAP = r"[-./\s\u00a0\u00b7\u2010-\u2015]*"
PLAIN = re.compile(rf"(?:\+?1{GAP})?\(?([2-9]\d\d)\)?{GAP}(\d\d\d){GAP}(\d\d\d\d)", re.ASCII)
VANITY = re.compile(rf"(?:\+?1{GAP})?\(?([2-9]\d\d)\)?{GAP}([A-Za-z\d][-.\sA-Za-z\d]+)", re.ASCII)
EXTENSION = re.compile(r"[,;]?\s*\(?(?:x|ext|extn|extension|#)\b?[.:]?\s*(\d{1,7})\)?", re.IGNORECASE)
SPELLED_OUT = re.compile(r"\s*\([-\d\s]+\)$")
SHORT_CODE = re.compile(r"\d{3,6}", re.ASCII)
DIALLED_WORDS = re.compile(r"(?:dial|call)\s+(\d{3})", re.IGNORECASE)
ONE_NUMBER = re.compile(r"\d\d\d[-.\s]?\d\d\d\d(?!\d)")
KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
MIN_DIGITS = 7  # fewer digits than these are words with a number in them


class Number(NamedTuple):
    """A number taken apart; `doubt` is (what is wrong, what to do) where it could not be understood."""

    printed: str
    e164: str = ""
    in_digits: str = ""
    extension: str = ""
    doubt: tuple = ()
