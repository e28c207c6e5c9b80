"""What a listing says as a value: what it costs, and the languages that are spoken there."""

from typing import Any, NamedTuple

from guide.expressions import expression
from guide.model import AMOUNT, COSTS, DONATION, FEE, FREE, SLIDING, Cost
from guide.problems import values as kinds
from guide.reading.fields import Kind, closest
from guide.reading.kinds import ANY_TEXT, ONE_OR_MORE, read_items, read_word, read_words
from guide.reading.source import Node, Source

MONEY = r"\d{1,3}(?:,\d{3})+(?:\.\d\d?)?|\d+(?:\.\d\d?)?"
AMOUNT_OF = expression(
    rf"(?P<before>[A-Z]{{3}}|US\$|C\$|[$\u20ac\u00a3])? ?(?P<least>{MONEY})(?: ?(?:-|\u2013|to) ?[$\u20ac\u00a3]?(?P<most>{MONEY}))? ?(?P<after>[A-Z]{{3}}|[$\u20ac\u00a3])?"
)
SIGNS = {"US$": "USD", "C$": "CAD", "\u20ac": "EUR", "\u00a3": "GBP"}
ALSO = {
    "no cost": FREE, "no charge": FREE, "free of charge": FREE, "no fee": FREE, "gratis": FREE,
    "sliding fee scale": SLIDING, "sliding-scale": SLIDING, "sliding_scale": SLIDING, "sliding fee": SLIDING,
    "donations": DONATION, "by donation": DONATION, "fees": FEE, "charge": FEE, "paid": FEE,
}  # fmt: skip
BETWEEN = expression(r"\s*[,;]\s+|\s*;\s*")
LANGUAGES_BETWEEN = expression(r"\s*[,;]\s*")
CODE = expression(r"[a-z]{2,3}(?:[-_][A-Za-z]{4})?(?:[-_](?:[A-Za-z]{2}|\d{3}))?")
WORDS = frozenset(("and", "any", "asl", "lao", "twi", "vai", "ewe", "fon", "all", "tba", "yes", "no"))


# --- cost -------------------------------------------------------------------------------------------


def read_costs(node: Node, key: str, source: Source) -> tuple[Cost, ...] | None:
    """The values of a cost, several as a list or behind commas."""

    def read(each: Node, key: str, source: Source) -> tuple[Cost, ...] | None:
        word = read_word(each, key, source)
        if word is None:
            return None
        costs = costs_in(word, source.country)
        if costs is None:
            near = closest(word, COSTS)
            source.report(each[1], kinds.COST, word=word, near=near, choices=", ".join(COSTS))
        return costs

    found = read_items(node, key, source, read) or ()
    return tuple(dict.fromkeys(cost for costs in found for cost in costs)) or None


def costs_in(text: str, country: str) -> tuple[Cost, ...] | None:
    """The costs that a text is, None where it is anything else."""
    whole = cost_of(text, country)
    if whole:
        return (whole,)
    found = [cost_of(part, country) for part in BETWEEN.split(text)]
    return tuple(each for each in found if each) if all(found) else None


def cost_of(text: str, country: str) -> Cost | None:
    """One cost, None for other words and for what goes from more to less; nothing to pay is free."""
    low = text.strip(" .").lower()
    kind = low if low in COSTS else ALSO.get(low, "")
    if kind:
        return Cost(kind)
    match = AMOUNT_OF.fullmatch(text.strip())
    if not match:
        return None
    least, most = (plain_amount(match[each] or "") for each in ("least", "most"))
    if not float(most or least):
        return Cost(FREE)
    if most and float(most) < float(least):
        return None  # "25-5": whether a figure is missing or they are exchanged, its writer knows
    currency = currency_of(match["before"] or match["after"] or "", country)
    return Cost(AMOUNT, least, "" if most == least else most, currency) if currency else None


def plain_amount(text: str) -> str:
    """An amount without what divides thousands, and with two figures of cents or none: "1200", "12.50"."""
    whole, _, cents = text.replace(",", "").partition(".")
    return f"{whole}.{cents:0<2}" if cents.strip("0") else whole


def currency_of(sign: str, country: str) -> str:
    """The code of a currency (ISO 4217) by its sign or its code, that of the country without one; "" where it is not known."""
    from babel.numbers import (  # slow to load; few guides name amounts
        get_territory_currencies,
        list_currencies,
    )

    if sign in SIGNS:
        return SIGNS[sign]
    if sign and sign != "$":
        return sign if sign in list_currencies() else ""
    own = get_territory_currencies(country or "US") or ["USD"]
    return str(own[0])


COST: Kind[tuple[Cost, ...]] = Kind(
    read_costs,
    {
        "anyOf": [
            {"enum": [*COSTS]},
            ANY_TEXT,
            {"type": "array", "items": {"anyOf": [{"enum": [*COSTS]}, ANY_TEXT, {"type": "null"}]}},
        ]
    },
)


# --- languages --------------------------------------------------------------------------------------


class Languages(NamedTuple):
    """Languages as the content gives them: their text, and where there are codes among them each by itself."""

    text: str
    items: tuple[str, ...] = ()


def read_languages(node: Node, key: str, source: Source) -> Languages | None:
    """Languages by their names, or by their codes; a code of none that is known is told."""
    words = read_words(node, key, source)
    if not words:
        return None
    items = [item for word in words for item in LANGUAGES_BETWEEN.split(word) if item]
    if not any(map(is_code, items)):
        return Languages(", ".join(words))
    from guide.language.tongues import known_code, nearest_code  # slow to load, and few guides have codes

    for item in items:
        if is_code(item) and not known_code(item):
            source.report(node[1], kinds.LANGUAGE_CODE, word=item, near=nearest_code(item))
    return Languages(", ".join(items), tuple(items))


def is_code(text: str) -> bool:
    """Whether a word is written as a code of a language is."""
    return CODE.fullmatch(text) is not None and text not in WORDS


def spread_languages(values: dict[str, Any]) -> dict[str, Any]:
    """The values of a listing, a program or an office with its languages as the model has them."""
    found = values.get("languages")
    return values | {"languages": found.text, "language_codes": found.items} if found else values


LANGUAGES: Kind[Languages] = Kind(read_languages, ONE_OR_MORE)
