"""Words that stand for yes and for no in the cells of a source, and for what is not there any more, in English, Spanish, French and German."""

from collections.abc import Mapping

YES = frozenset("yes y true t 1 x on checked si sí oui ja j wahr vrai verdadero \u2713 \u2714 \u2611".split())
NO = frozenset("no n false f 0 off unchecked non nein nee nao não falsch faux falso \u2717 \u2718".split())
NOT_PRIVATE = NO | frozenset(
    "0.0 public open none null n/a na not-private not-confidential never".split()
)  # in a cell that asks "private?"

# {word of a status: why such a record stays out}
OUT: Mapping[str, str] = {
    "inactive": "inactive", "defunct": "defunct", "archived": "archived", "archive": "archived", "pending": "pending",
    "draft": "a draft", "deleted": "deleted", "expired": "expired", "disabled": "disabled", "retired": "retired",
    "discontinued": "discontinued", "removed": "removed", "withdrawn": "withdrawn", "dissolved": "dissolved",
    "unpublished": "unpublished", "terminated": "terminated", "rejected": "rejected",
    "hidden": "hidden", "duplicate": "a duplicate", "obsolete": "obsolete",
    "inactivo": "inactive", "inactif": "inactive", "inaktiv": "inactive",
}  # fmt: skip
INACTIVE = tuple(
    word for word, reason in OUT.items() if reason in ("inactive", "defunct")
)  # a no to "active?"
CLOSED = ("closed", "cerrado", "ferme", "geschlossen", "suspended")  # perhaps for now alone


def says_yes(text: str) -> bool:
    """Whether a cell plainly says yes."""
    return text.strip().casefold() in YES


def says_private(text: str) -> bool:
    """Whether a cell that asks "private?" says so: all but a plain no does, to be on the safe side."""
    words = "-".join(text.split()).casefold().strip(".,;:!-")
    return bool(words) and words not in NOT_PRIVATE
