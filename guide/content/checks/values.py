"""Values beside words: whether a cost and its text say the same, and whether languages are ones that there are."""

import re
from collections.abc import Iterator

from guide.content.checks.base import Check, Finding, Subject
from guide.errors import WARNING
from guide.expressions import expression
from guide.language.costs import cost_words
from guide.language.words import words_in
from guide.model import AMOUNT, FEE, FREE, SLIDING, Facts, Listing, Location, Program

MONEY = expression(r"[$\u20ac\u00a3]\s*[1-9]|\b[1-9]\d* (?:dollars|USD)\b", re.IGNORECASE)
CLAUSE = expression(r"[.;,:(]")
BETWEEN = expression(r"\s*[,;/&]\s*|\s+and\s+")
OFTEN = frozenset(
    "american sign language,asl,amharic,arabic,armenian,bengali,burmese,cantonese,chinese,creole,dari,dutch,english,farsi,french,german,"
    "greek,haitian creole,hebrew,hindi,hmong,italian,japanese,karen,khmer,korean,kreyol,lao,mandarin,navajo,nepali,pashto,persian,polish,"
    "portuguese,punjabi,romanian,russian,sign language,somali,spanish,swahili,tagalog,thai,tigrinya,turkish,ukrainian,urdu,vietnamese,"
    "yiddish".split(",")
)  # so that few guides need the names of all languages
NEAR = 0.82  # how much a slip is like the name: 1 is the same
SHORTEST, MOST_WORDS = 5, 3  # letters and words of what may be a slip in the name of a language


def find_cost(subject: Subject) -> Iterator[Finding]:
    """Costs whose values and words contradict each other, or say the same twice."""
    for listing in subject.listings:
        for owner in (listing, *listing.programs):
            if owner.cost and (told := contradiction(owner, subject.language)):
                yield Finding(listing.mark, f"{listing.name}: {told[0]}", told[1])


def contradiction(owner: Facts, language: str) -> tuple[str, str] | None:
    """(what is wrong, what to do) of a cost and its text, None where they agree."""
    from guide.language.offers import ENGLISH_OFFERS  # few guides have costs as values

    text, kinds = owner.fees_description, {each.kind for each in owner.cost}
    words = words_in(language)
    free = {words.costs[FREE].casefold(), *(each.casefold() for each in ENGLISH_OFFERS["free"])}
    begins_free = CLAUSE.split(text)[0].strip().casefold() in free
    written = ", ".join(each.content for each in owner.cost)
    if FREE in kinds and kinds & {AMOUNT, FEE, SLIDING} and not text:
        return (
            f"cost is {written}, which is free and not free",
            "write under fees_description for whom it is free",
        )
    if FREE not in kinds and begins_free:
        return f'cost is {written}, and fees_description says "{text}"', "mend the one that is wrong"
    if kinds == {FREE} and MONEY.search(text) and not begins_free:
        return (
            f'cost is free, and fees_description says "{text}"',
            "write the amount under cost too, or mend the one that is wrong",
        )
    if text.strip(" .").casefold() in {each.casefold() for each in cost_words(owner.cost, words)} | (
        free if FREE in kinds else set()
    ):
        return f'fees_description says "{text}", and so does cost', "take the line with fees_description out"
    return None


def find_language(subject: Subject) -> Iterator[Finding]:
    """Names of languages with a slip of the keys in them."""
    for listing in subject.listings:
        owners: tuple[Listing | Location | Program, ...] = (listing, *listing.locations, *listing.programs)
        for name in dict.fromkeys(name for each in owners for name in odd_names(each)):
            if meant := language_meant(name, subject.language):
                yield Finding(
                    listing.mark,
                    f'{listing.name}: "{name}" is no language that is known',
                    f"did you mean {meant}?",
                )


def odd_names(owner: Listing | Location | Program) -> Iterator[str]:
    """Yield what stands among languages and may be a name, and is none that many guides have."""
    if owner.languages and not owner.language_codes:
        for name in BETWEEN.split(owner.languages.rstrip(".")):
            short = len(name) >= SHORTEST and len(name.split()) <= MOST_WORDS and name.isalpha()
            if short and name.casefold() not in OFTEN:
                yield name


def language_meant(name: str, language: str) -> str:
    """The language whose name is nearly this, "" for none, or where it is one itself."""
    from guide.language.tongues import code_of, names_in  # slow to load, and few guides need it

    if code_of(name, language):
        return ""
    from difflib import get_close_matches  # only a mistake needs it

    names = {each.casefold(): each for each in names_in(language)}
    near = get_close_matches(name.casefold(), names, n=1, cutoff=NEAR)
    return names[near[0]] if near else ""


VALUE_CHECKS = (
    Check(
        "cost-words",
        WARNING,
        "a cost whose value and words contradict each other, or say the same twice",
        'cost: free\nfees_description: "$20 a visit"',
        find_cost,
    ),
    Check(
        "language-unknown",
        WARNING,
        "the name of a language with a slip in it",
        "languages: Spansih",
        find_language,
    ),
)
