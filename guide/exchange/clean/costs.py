"""Costs as values: what other programs write for free, for a sliding scale, for an amount; other words are a text."""

import re
from collections.abc import Iterable

from guide.content.records.values import MONEY, costs_in
from guide.expressions import expression
from guide.model import COSTS, FREE, Cost

OPTION = expression(rf"(?P<kind>{'|'.join(COSTS)})(?: 0+(?:\.0+)?)?(?: [A-Z]{{3}})?", re.IGNORECASE)
AMOUNT_ROW = expression(
    rf"amount (?P<currency>[A-Z]{{3}} )?(?P<least>{MONEY})(?: (?P<behind>[A-Z]{{3}}))?(?: (?P<from>{MONEY}) to (?P<most>{MONEY}))?"
)


def costs_of(texts: Iterable[str], country: str) -> tuple[list[str], list[str]]:
    """(costs as content writes them, texts that are none) of cells with what something costs."""
    costs: dict[Cost, None] = {}
    words: list[str] = []
    for text in texts:
        found = cost_in(text, country)
        costs.update(dict.fromkeys(found))
        words += [] if found else [text]
    return [each.content for each in costs], words


def cost_in(text: str, country: str) -> tuple[Cost, ...]:
    """The costs in a cell, () where it says anything else: "free 0" is free, "amount 10 USD 10 to 40" an amount."""
    option, row = OPTION.fullmatch(text.strip()), AMOUNT_ROW.fullmatch(text.strip())
    if option and (option["kind"].lower() == FREE or " 0" not in text):
        return (Cost(option["kind"].lower()),)
    if row:
        money = f"{row['least']}-{row['most']}" if row["most"] else row["least"]
        text = " ".join(filter(None, (money, (row["currency"] or row["behind"] or "").strip())))
    return costs_in(text, country) or ()
