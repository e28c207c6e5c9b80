"""Names in capitals as they would be written: abbreviations stay, small words are small."""

import re
from collections.abc import Container, Iterable, Mapping

from guide.expressions import expression

WORD = expression(r"[^\W\d_]+(?:['\u2019][^\W\d_]+)*(?:\.(?:[^\W\d_]\.)+)?")
WORDS = expression(r"[^\W\d_]{2,}")
OWN_FORM = expression(r"\b[^\W_]*[A-Z][^\W_]*[A-Z][^\W_]*\b")  # AIDS, McDonald, YouthLink
NO_VOWEL = expression("[^AEIOUY\u00c0-\u00d6\u00d8-\u00dd]+")
ROMAN = expression("(?=.)X{0,3}(?:IX|IV|V?I{0,3})")
SMALL = frozenset(
    "a an and as at by de del des du el en for from in la las los le les near nor of off on or per the to und via with y".split()
)
SHORTENED = frozenset(
    "BLDG BLVD BROS CTR CT DR FT FWY HTS HWY JR LN LTD MR MRS MS MT PK PKWY PKY PL PLZ RD SQ SR ST STN STS TH TRL ND".split()
)
ORDINALS = frozenset("ST ND RD TH".split())  # behind a number: 8th Avenue
ABBREVIATIONS = frozenset(
    "AA AARP ABA ACLU ADA AIDS ALS ASPCA BIPOC CASA CBO CEO CPA CSA EBT EMS EMT EPA ESL GLAAD GLBT HIV HUD IRC IRS JCC LLC LLP NA NAACP "
    "NAMI NATO NE NYC NYU OA OAS PAWS PFLAG POW PTA PTSD ROTC SAGE SAMHSA SE SHRM SLA SNAP SSA SSI TANF UC UCLA UCSF UN UNICEF US USA USC USDA "
    "USO VA VFW VISTA WIC YMCA YWCA YMHA".split()
)


def in_capitals(text: str) -> bool:
    """Whether a text has no small letter, and is more than an abbreviation."""
    if not text.isupper():
        return False
    words = WORDS.findall(text)
    return len(words) > 1 or any(len(word) > 5 for word in words)


def own_forms(texts: Iterable[str]) -> dict[str, str]:
    """{word in capitals: how it is written} of the words with several capitals in texts that are not all in capitals."""
    return {word.upper(): word for text in texts if not text.isupper() for word in OWN_FORM.findall(text)}


def calm(name: str, forms: Mapping[str, str], known: Container[str]) -> str:
    """A name in capitals as it would be written; `forms` are how the guide writes words elsewhere, `known` abbreviations."""
    return WORD.sub(lambda match: _calm_word(match, forms, known), name)


def _calm_word(match: re.Match[str], forms: Mapping[str, str], known: Container[str]) -> str:
    word, before = match[0], match.string[: match.start()]
    if before[-1:].isdigit() and word in ORDINALS:
        return word.lower()
    if word in forms:
        return forms[word]
    in_brackets = before.endswith("(") and match.string[match.end() :].startswith(")")
    beside_and = before.endswith("&") or match.string[match.end() :].startswith("&")
    if (
        word in known
        or word in ABBREVIATIONS
        or in_brackets
        or beside_and
        or "." in word
        or ROMAN.fullmatch(word)
    ):
        return word
    if NO_VOWEL.fullmatch(word) and word not in SHORTENED and len(word) > 1:
        return word
    if before.strip() and word.lower() in SMALL and not before.rstrip().endswith((":", "\u2013", "(")):
        return word.lower()
    return capitalize(word)


def capitalize(word: str) -> str:
    """ "Mary's", "O'Brien" and "McKinley"."""
    if len(word) > 5 and word.startswith("MC"):
        return f"Mc{word[2:].capitalize()}"
    if word[1:2] in ("'", "\u2019") and len(word) > 4:
        return word[:2] + word[2:].capitalize()
    return word.capitalize()
