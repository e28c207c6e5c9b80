"""The facts of a listing, of an office or of a service as blocks: a label and a text each."""

from collections.abc import Collection, Iterator
from typing import NamedTuple

from guide.facts import NEEDED
from guide.language.costs import costs_of, with_costs
from guide.language.words import Words
from guide.layout.compose.blocks import FactBlock
from guide.layout.compose.voice import Voice
from guide.layout.tags import DESCRIBED, Tag
from guide.layout.type.inline import Inline
from guide.model import Facts, Listing, Location, ServiceArea


class FactRow(NamedTuple):
    """A fact in words."""

    key: str  # of its unit of translation; "" where it is said in any language
    label: str
    text: str
    needed: bool


def fact_blocks(
    owner: Facts | Location, listing: Listing, voice: Voice, parent: Tag, language: str = "", prefix: str = ""
) -> tuple[FactBlock, ...]:
    """The facts of an owner within a listing, whose keys begin with a prefix.

    `language`: of those alone that are said in it, the second one.
    """
    rows = [
        row
        for row in fact_rows(owner, voice.words, prefix, listing.untranslated)
        if voice.prints(listing, row.key)
    ]
    if language:
        rows = [row for row in rows if row.key not in listing.untranslated]
    if not rows:
        return ()
    group = Tag("L", parent, language=language, attributes=DESCRIBED)
    words = voice.words.versions[0]
    return tuple(fact_block(row, group, voice.language_of(listing, row.key), words) for row in rows)


def fact_block(row: FactRow, group: Tag, language: str, words: Words) -> FactBlock:
    """A fact as an item of a list; its label is heard with a stop."""
    item = Tag("LI", group)
    label = Tag("Lbl", item, heard=words.fact_label.format(label=row.label) + " ")
    body = Tag("LBody", item, language=language)
    return FactBlock(Inline(row.label + " ", label, True), Inline(row.text, body), row.needed)


def fact_rows(
    owner: Facts | Location, words: Words, prefix: str = "", untranslated: Collection[str] = ()
) -> Iterator[FactRow]:
    """Yield the facts that an owner has, in the order of print; its ages stand first.

    A cost is said with its values; where its text is `untranslated`, these are a row of their own.
    """
    if isinstance(owner, Facts) and (ages := age_words(owner, words)):
        yield FactRow("", words.ages, ages, True)
    if isinstance(owner, Listing) and any(each.county or each.postal_codes for each in owner.service_areas):
        yield FactRow(
            "", words.serves, "; ".join(area_words(each, words) for each in owner.service_areas), True
        )
    for key, label in words.facts:
        text, costs = getattr(owner, key, ""), costs_of(owner, key)
        if costs and (not text or prefix + key in untranslated):
            yield FactRow("", label, with_costs(costs, "", words.versions[0]), key in NEEDED)
            costs = ()
        if text:
            yield FactRow(prefix + key, label, with_costs(costs, text, words.versions[0]), key in NEEDED)


def area_words(area: ServiceArea, words: Words) -> str:
    """A place that is served: "Larkin County, CA", "ZIP 94601, 94602"."""
    codes = ", ".join(area.postal_codes)
    return ", ".join(filter(None, (area.name, codes and words.postal_codes.format(codes=codes))))


def age_words(owner: Facts, words: Words) -> str:
    """For which ages something is, "" where it is for all."""
    least, most = owner.minimum_age, owner.maximum_age
    if least is None and most is None:
        return ""
    if most is None:
        return words.age_from.format(least=least)
    if not least:
        return words.age_to.format(most=most)
    return (words.age_only if least == most else words.age_range).format(least=least, most=most)
