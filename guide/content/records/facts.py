"""The keys of facts, of a listing, of a service or of an office."""

from typing import Any

from guide.content.records.values import COST, LANGUAGES
from guide.facts import Fact
from guide.problems import dated as kinds
from guide.reading.fields import Field
from guide.reading.kinds import WORD, joined, number
from guide.reading.source import Place, Source

AGE = number(0, 120, kinds.AGE)
AGES = (
    Field("minimum_age", AGE, "Age in years from which people may come.", also="min_age age_from ages age"),
    Field("maximum_age", AGE, "Age in years up to which people may come.", also="max_age age_to"),
)


def fact_field(fact: Fact) -> Field:
    """The key of a fact."""
    if fact.key == "languages":
        return Field(fact.key, LANGUAGES, fact.meaning, also=fact.other_keys)
    kind = joined(fact.separator) if fact.separator else WORD
    return Field(fact.key, kind, fact.meaning, also=fact.other_keys)


COST_FIELD = Field(
    "cost",
    COST,
    "What it costs as a value, one or several: free, sliding scale, donation, insurance, fee, or an amount such as $25.",
)


def check_ages(values: dict[str, Any], place: Place, source: Source) -> None:
    """Report ages that are the wrong way round, and leave them out."""
    least, most = values.get("minimum_age"), values.get("maximum_age")
    if least is not None and most is not None and least > most:
        source.report(place, kinds.AGES, least=least, most=most)
        del values["minimum_age"], values["maximum_age"]
