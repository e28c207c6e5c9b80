"""The country of a source, by its postal codes, its numbers and its addresses on the web."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from guide.exchange.mapping.looks import texts_of
from guide.exchange.tables import Row, Table
from guide.expressions import expression

MOST_ROWS = 300  # of a table
LONGEST = 300  # characters of a cell
LEAST, HALF = 0.3, 0.5  # of the rows, and of those that speak for a country
SIGNS = {
    "GB": expression(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b"),
    "CA": expression(r"\b[ABCEGHJ-NPRSTVXY]\d[A-Z] ?\d[A-Z]\d\b"),
    "AU": expression(r"\b(?:NSW|VIC|QLD|TAS|Vic|Qld|Tas),? \d{4}\b"),
    "US": expression(r"\b[A-Z]{2},? \d{5}\b"),
}
ENDS = "uk:GB ca:CA au:AU nz:NZ ie:IE de:DE at:AT ch:CH fr:FR es:ES mx:MX be:BE nl:NL it:IT pt:PT"
WEB = {end: country for end, country in (pair.split(":") for pair in ENDS.split())}
WEB_END = expression(r"(?:https?://|www\.|@)[\w.-]*\.([a-z]{2})(?=[/:?#,;\s]|$)", re.IGNORECASE)
PREFIXES = {
    "44": "GB", "61": "AU", "64": "NZ", "353": "IE", "49": "DE", "43": "AT", "41": "CH", "33": "FR",
    "34": "ES", "52": "MX", "32": "BE", "31": "NL", "39": "IT", "351": "PT",
}  # fmt: skip
PREFIX = expression(rf"^\+({'|'.join(sorted(PREFIXES, key=len, reverse=True))})\D")


def country_of(tables: Iterable[Table]) -> str:
    """The country that most rows speak for, in two letters; "" where they do not, and for the United States."""
    votes: Counter[str] = Counter()
    rows = 0
    for table in tables:
        some = sample(table.rows)
        rows += len(some)
        votes.update(country for row in some for country in signs_of(row))
    if not votes:
        return ""
    country, count = votes.most_common(1)[0]
    is_clear = count >= LEAST * rows and count > HALF * sum(votes.values())
    return country if is_clear and country != "US" else ""


def sample(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows from all over a table."""
    return rows[:: max(1, len(rows) // MOST_ROWS)]


def signs_of(row: Row) -> set[str]:
    """The countries that the cells of a row speak for."""
    return {
        country
        for value in row.values.values()
        for text in texts_of(value)
        for country in countries_in(text[:LONGEST])
    }


def countries_in(text: str) -> Iterator[str]:
    """Yield the countries that a text speaks for."""
    yield from (country for country, sign in SIGNS.items() if sign.search(text))
    if match := PREFIX.match(text):
        yield PREFIXES[match[1]]
    yield from (WEB[end.lower()] for end in WEB_END.findall(text) if end.lower() in WEB)
