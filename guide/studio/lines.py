"""The lines of files before and after a change, while the studio runs: its undoing puts them back as they stood."""

from __future__ import annotations

from guide.studio.hunks import Overlap, hunks, taken_back

MOST = 30  # changes that are kept


class Lines:
    """What files said before and after the last changes, secret streets too: this is never on the disk."""

    def __init__(self) -> None:
        self.kept: dict[
            int, tuple[bytes, bytes]
        ] = {}  # {number of a step: (before, after)}, the last one last

    def keep(self, number: int, before: bytes, after: bytes) -> None:
        """Keep a change; one that goes on with the last of its step is one with it. A text that is known is kept once."""
        known = next((last for _, last in reversed(self.kept.values()) if last == before), before)
        first, last = self.kept.pop(number, (known, known))
        if last == before:
            self.kept[number] = first, after
        while len(self.kept) > MOST:
            self.kept.pop(next(iter(self.kept)))

    def back(self, number: int, now: bytes) -> bytes | None:
        """A file without the change of a step, and with every later one; None where that is not known, or they meet."""
        if number not in self.kept:
            return None
        before, base = (lines_of(each) for each in self.kept[number])
        mine = lines_of(now)
        back = [(each.start, each.end, before[each.first : each.last]) for each in hunks(base, before)]
        try:
            return "".join(taken_back(mine, base, mine, back)).encode("latin-1")
        except Overlap:
            return None


def lines_of(data: bytes) -> list[str]:
    """Bytes as lines, each byte a letter."""
    return data.decode("latin-1").splitlines(keepends=True)
