"""What a run of cleaning knows: the country, which steps are wanted, and where changes are told."""

from collections.abc import Mapping
from datetime import date

from guide.exchange.ledger import Ledger
from guide.exchange.origin import Cell
from guide.frozen import frozen

STEPS = (
    "blanks",  # N/A and the like are left out
    "mojibake",  # letters that were read in another encoding
    "markup",  # HTML becomes Markdown, in short texts plain words; \n becomes a new line
    "capitals",  # NAMES IN CAPITALS become Names in Capitals
    "phones",  # several numbers in a cell, words beside them
    "addresses",  # a whole address in a cell
    "hours",  # hours as they are computed with
    "web",  # trailing dots and what follows people around in addresses
    "summary",  # the first sentence, where it is short
)


@frozen
class Cleaning:
    """What every cleaner is given."""

    ledger: Ledger
    today: date  # by which it is judged what is over
    country: str = "US"
    off: frozenset[str] = frozenset()  # of STEPS: not wanted
    forms: Mapping[str, str]  # {word in capitals: how the source itself writes it}: see `capitals`
    abbreviations: frozenset[str] = frozenset()  # words that stay in capitals

    def does(self, step: str) -> bool:
        """Whether a step is wanted."""
        return step not in self.off

    def changed(self, cell: Cell, kind: str, text: str) -> Cell:
        """The cell with another text, which is told if it is another one."""
        if text == cell.text:
            return cell
        self.ledger.note(cell, kind, text)
        return cell._replace(text=text)
