"""What something costs in words: its values in the words of a language, and what the content says of it behind them."""

import re
from collections.abc import Iterable

from guide.language.words import Words
from guide.model import Cost, Facts, Location

COST_TEXT = "fees_description"  # the fact in which a cost is said


def fact_text(owner: Facts | Location, key: str, words: Words) -> str:
    """A fact of an owner as it is printed, "" for none; the cost with its values before its text."""
    return with_costs(costs_of(owner, key), str(getattr(owner, key, "")), words)


def costs_of(owner: Facts | Location, key: str) -> tuple[Cost, ...]:
    """The values that belong to a fact of an owner."""
    return owner.cost if key == COST_TEXT and isinstance(owner, Facts) else ()


def with_costs(costs: Iterable[Cost], text: str, words: Words) -> str:
    """Values of a cost, each with a full stop, and the text behind them: "Sliding scale. Ask for the form."; none twice."""
    said = [each for each in cost_words(costs, words) if not says(text, each)]
    whole = [*said, text] if text else said
    return " ".join([*(words.fact_label.format(label=each) for each in whole[:-1]), *whole[-1:]])


def cost_words(costs: Iterable[Cost], words: Words) -> list[str]:
    """Each value in words: "Free", "$10\u2013$40"."""
    return [amount_words(each, words.language) if each.least else words.costs[each.kind] for each in costs]


def says(text: str, words: str) -> bool:
    """Whether a text has these words in it, whatever their capitals."""
    return bool(re.search(rf"(?<!\w){re.escape(words)}(?!\w|[.,]\d)", text, re.IGNORECASE))


def amount_words(cost: Cost, language: str) -> str:
    """An amount of money as it is written in a language and where it is paid with: "$25", "25\u00a0$"."""
    return "\u2013".join(money(each, cost.currency, language) for each in (cost.least, cost.most) if each)


def money(amount: str, currency: str, language: str) -> str:
    """One amount, without cents where it has none."""
    from babel import Locale, UnknownLocaleError  # slow to load, and few guides name amounts
    from babel.numbers import format_currency

    from guide.language.files import without_marks

    try:  # the first two letters of a currency are its country's
        locale = Locale.parse(f"{language.partition('-')[0]}_{currency[:2]}")
    except (UnknownLocaleError, ValueError):
        locale = Locale.parse(language.partition("-")[0])
    pattern = locale.currency_formats["standard"].pattern
    whole = pattern if "." in amount else pattern.replace(".00", "")
    said = format_currency(amount, currency, whole, locale=locale, currency_digits=False)
    return without_marks(said).strip()
