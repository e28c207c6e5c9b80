"""Lines at their places: finished items where nothing is open, lines that wait for folios elsewhere."""

from collections.abc import Sequence

from guide.language.scripts import NBSP
from guide.layout.pages import BLACK, Text
from guide.layout.type.inline import Fragment, OpenItem, RichLine, Run
from guide.layout.type.joined import apart
from guide.layout.type.lines import Breaker
from guide.layout.type.runs import runs_of
from guide.layout.type.style import Style

FIRST_LEFTWARD = "\u0590"  # the first character of a script that runs leftward


class Setter(Breaker):
    """Sets text in the style's faces.

    In a language that runs leftward x counts from the right: everything is set as if it ran to the right, and
    `mirrored` turns finished items round.
    """

    def in_style(self, style: Style) -> "Setter":
        """A setter in another style; words that it has to cut are told with those of this one."""
        other = Setter(style, len(self.folio_reserve))
        other.broken = self.broken
        return other

    def place(self, fragments: Sequence[Fragment], x: float, y: float, size: float) -> list[OpenItem]:
        """A line at its place: finished items where nothing is open, else a RichLine."""
        if self.style.second:
            fragments = apart(fragments, self.style.second.language)
        for inline, _ in fragments:
            if inline.link or inline.page_of:
                return [RichLine(x, y, tuple(fragments), size)]
        if len(fragments) == 1 and not self.leftward:  # most lines are
            inline, text = fragments[0]
            stack = self.style.stack(inline.bold)
            if text.isascii() and stack.has_ascii:
                return [Text(inline.tag, x, y, text, stack.main, inline.size or size, BLACK)]
            if max(text, default="") < FIRST_LEFTWARD and stack.main.covers(text):
                return [
                    Text(inline.tag, x, y, text.replace(NBSP, " "), stack.main, inline.size or size, BLACK)
                ]
        return [self.item(run, x, y) for run in self.runs(fragments, size)]

    def item(self, run: Run, x: float, y: float) -> Text:
        """A run as a finished item in a line that begins at (x, y)."""
        return Text(run.inline.tag, x + run.x, y, run.text, run.face, run.size, BLACK, run.leftward)

    def runs(self, fragments: Sequence[Fragment], size: float) -> list[Run]:
        """The runs of one face and direction of a line, in the order in which they are read."""
        return runs_of(fragments, size, self.style)
