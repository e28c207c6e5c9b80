"""Words: whether somebody who is tired, worried or new to this can read the text, and would want to."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from functools import lru_cache

from guide.content.checks.base import Check, Finding, Subject, Text
from guide.content.checks.casing import calm, own_forms
from guide.content.checks.lists import words_pattern
from guide.errors import WARNING
from guide.expressions import expression

GRADE = 9
LEAST_WORDS = 100  # a grade of fewer words says little
LONG_SENTENCE = 30  # words
LONG_DESCRIPTION, TIMES_MEDIAN = 200, 3
TOPIC_ROWS = 12
LONG_SHOUT = 7  # letters; shorter words in capitals are taken for abbreviations

SENTENCE_END = expression(
    r"[.!?](?<![A-Z]\.[A-Z]\.)(?<!\bDr\.)(?<!\bSt\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bNo\.)[\"')\]\u201d\u2019]*\s+|\n"
    # full stops of Armenian, Urdu, Hindi and its like, Amharic, Khmer, Burmese, Chinese; the question marks of some
    r"|[\u0589\u061f\u06d4\u0964\u0965\u1362\u1367\u1368\u17d4\u17d5\u104b\u3002\uff01\uff1f]\s*"
)
SPOKEN = expression(r"[A-Za-z][A-Za-z'\u2019]*")
VOWELS = expression(r"[aeiouy]+")
TWO_CAPITALS = expression("[A-Z][A-Z]")
CAPITALS = expression(r"(?<![\w@.&/#-])[A-Z]{2,}(?:'?[A-Z]+)*(?![\w@&#-]|\.\w)(?:[ ,]+[A-Z]{2,}(?![\w@-]))*")
SHOUTED = frozenset(
    "ALL AND ANY ARE ASK BUT CALL CAN CLOSED DO FIRST FOR FREE FROM GET HAVE HELP IF IN IS MUST NEED NEVER NEW NO NOT NOW OF ON "
    "ONLY OPEN OR OUR PLEASE SEE STOP THE THIS TO WE WILL WITH YOU YOUR".split()
)
TO_BE_FILLED_IN = frozenset(("TBA", "TBC", "TBD", "TODO", "XXX"))  # find_placeholders speaks of these
STATES = frozenset(
    "AL AK AZ AR CA CO CT DE DC FL GA GU HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA PR RI "
    "SC SD TN TX UT VT VI VA WA WV WI WY NE NW SE SW".split()
)
ROMAN = expression(r"[IVX]+")
NAME_WORD = expression(r"\b[A-Z][\w'\u2019]*$")
NEXT_NAME_WORD = expression(r"[\s-]+(?:(?:of|the|and|on|for)\s+)*[A-Z]")
QUOTED = expression('["\u201c][^"\u201c\u201d\n]{1,80}["\u201d]')


# --- how hard it is to read -------------------------------------------------------------------------


@lru_cache(maxsize=50_000)
def count_syllables(word: str) -> int:
    """About how many syllables an English word has."""
    word = word.lower().replace("'", "").replace("\u2019", "")
    groups = len(VOWELS.findall(word))
    silent_e = (
        word.endswith("e")
        and not word.endswith(("le", "ee", "ie", "ye"))
        or word.endswith(("es", "ed"))
        and not word.endswith(
            ("ses", "zes", "ces", "ges", "xes", "shes", "ches", "ted", "ded", "ies", "ees", "eed")
        )
    )
    if silent_e and groups > 1:
        groups -= 1
    return max(groups, 1)


def split_sentences(text: str) -> list[str]:
    """The sentences of a text, each item of a list as one."""
    return [sentence for sentence in SENTENCE_END.split(text) if SPOKEN.search(sentence)]


def reading_grade(text: str) -> float:
    """The grade of school after which most people can read a text, 0 for one without words.

    Kincaid, Fishburne, Rogers and Chissom (1975), Derivation of new readability formulas for Navy enlisted
    personnel: 0.39 words a sentence + 11.8 syllables a word - 15.59.
    """
    words = SPOKEN.findall(text)
    sentences = split_sentences(text)
    if not words or not sentences:
        return 0.0
    syllables = sum(map(count_syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def find_hard(subject: Subject) -> Iterator[Finding]:
    """Descriptions that need more school than most readers have."""
    for text in subject.descriptions if subject.is_english else ():
        if text.words.count(" ") >= LEAST_WORDS - 10 and len(SPOKEN.findall(text.words)) >= LEAST_WORDS:
            grade = reading_grade(text.words)
            if grade > GRADE:
                yield Finding(
                    text.mark,
                    f"{text.owner}: the description reads like grade {grade:.0f} of school",
                    f"use shorter words and sentences; grade {GRADE} or lower is read by most people",
                )


def find_long_sentences(subject: Subject) -> Iterator[Finding]:
    """Sentences that are too long to keep in mind."""
    for text in subject.texts:
        if text.words.count(" ") < LONG_SENTENCE:
            continue
        for sentence in SENTENCE_END.split(text.words):
            count = len(sentence.split()) if sentence.count(" ") >= LONG_SENTENCE else 0
            if count > LONG_SENTENCE:
                start = " ".join(sentence.split()[:5])
                yield Finding(
                    text.mark,
                    f'{text.owner}: a sentence has {count} words: "{start}..."',
                    "make two or three of it",
                )


# --- capitals and abbreviations ---------------------------------------------------------------------


def known_capitals(subject: Subject) -> set[str]:
    """Words in capitals that belong to names of the guide, or that everybody knows."""
    named = {word for name in subject.names for word in re.findall(r"[A-Z]{2,}", name)}
    initials = {"".join(re.findall(r"\b[A-Z]", name)) for name in subject.names}
    known = {word for phrase in subject.lists.known for word in (phrase, *phrase.split())}
    return named | initials | known | STATES | TO_BE_FILLED_IN


def capital_runs(subject: Subject) -> Iterator[tuple[Text, re.Match[str]]]:
    """(text, run) of every word in capitals, or row of them, in texts."""
    for text in subject.texts:
        if TWO_CAPITALS.search(text.words):
            yield from ((text, match) for match in CAPITALS.finditer(text.words))


def is_shouted(run: str, known: Container[str]) -> bool:
    """Whether words in capitals are plain words, not abbreviations."""
    words = re.findall(r"[A-Z']+", run)
    unknown = [word for word in words if word not in known]
    plain = [word for word in words if word in SHOUTED or len(word) >= LONG_SHOUT and word not in known]
    return bool(unknown) and bool(plain or len(unknown) > 2)


def find_capitals(subject: Subject) -> Iterator[Finding]:
    """Words and names that are shouted."""
    known, forms = known_capitals(subject), None
    for listing in subject.listings:
        letters = [letter for letter in listing.name if letter.isalpha()]
        if len(letters) >= LONG_SHOUT and listing.name.isupper() and " " in listing.name:
            if forms is None:
                forms = own_forms([text.words for text in subject.texts] + sorted(subject.names))
            yield Finding(
                listing.mark,
                f"{listing.name}: the name is written in capitals",
                f"write {calm(listing.name, forms, subject.lists.known)}; abbreviations stay in capitals",
            )
    seen = set()
    for text, match in capital_runs(subject):
        run = match.group()
        if (text.owner, run) not in seen and is_shouted(run, known):
            seen.add((text.owner, run))
            yield Finding(
                text.mark,
                f'{text.owner}: "{run}" in capitals is hard to read',
                "write it in small letters, or in **bold**",
            )


def find_abbreviations(subject: Subject) -> Iterator[Finding]:
    """Abbreviations that no text explains, each once, where it comes first."""
    first: dict[str, Text] = {}
    owners: dict[str, set[str]] = {}
    for text, word in abbreviations(subject):
        first.setdefault(word, text)
        owners.setdefault(word, set()).add(text.owner)
    everything = "\n".join(text.words for text in subject.texts) if first else ""
    for word, text in first.items():
        if f"({word})" in everything or re.search(rf"\b{word} \([a-z]", everything):
            continue
        more = len(owners[word]) - 1
        also = f", here and in {more:,} more place{'s' * (more > 1)}" if more else ""
        yield Finding(
            text.mark,
            f'{text.owner}: "{word}" is not explained{also}',
            f"write it in full at first, as in Full Name ({word})",
        )


def abbreviations(subject: Subject) -> Iterator[tuple[Text, str]]:
    """Yield (text, word) of the abbreviations that not everybody knows, but for listings that turn the check off."""
    known = known_capitals(subject)
    for text, match in capital_runs(subject):
        run, listing = match.group(), text.listing
        if (
            is_shouted(run, known)
            or listing
            and any(each.name == "abbreviation" for each in listing.checks_off)
        ):
            continue
        for word in re.findall(r"[A-Z]{2,}", run):
            if word not in known and word not in SHOUTED and not ROMAN.fullmatch(word):
                yield text, word


# --- words that hurt --------------------------------------------------------------------------------


def find_stigma(subject: Subject) -> Iterator[Finding]:
    """Words that people who are meant by them would not use."""
    words = subject.lists.instead if subject.is_english else subject.lists.own
    pattern = words_pattern([each for each in words if subject.tokens.issuperset(each.split())])
    if not pattern:
        return
    names = sorted((name for name in subject.names if len(name) > 3), key=len, reverse=True)
    for text in subject.texts:
        lower = text.words.lower()
        seen = set()
        for match in pattern.finditer(lower):
            term = subject.lists.instead[match.group()]
            if (
                term.say in seen
                or is_name(text.words, match.start(), match.end())
                or in_a_name(lower, match, names)
            ):
                continue
            seen.add(term.say)
            because = f" ({term.reason})" if term.reason else ""
            yield Finding(
                text.mark,
                f'{text.owner}: "{text.words[match.start() : match.end()]}" can hurt people{because}',
                f"write {term.say}",
            )


def is_name(text: str, start: int, end: int) -> bool:
    """Whether a word stands in a proper name or in quotation marks."""
    if text[start].isupper() and (NAME_WORD.search(text[:start].rstrip()) or NEXT_NAME_WORD.match(text, end)):
        return True
    return any(match.start() < start and end < match.end() for match in QUOTED.finditer(text))


def in_a_name(lower: str, match: re.Match[str], names: Iterable[str]) -> bool:
    """Whether what was found is part of a name of the guide."""
    return any(
        match.group() in name.lower()
        and name.lower() in lower[max(0, match.start() - len(name)) : match.end() + len(name)]
        for name in names
    )


# --- how much there is ------------------------------------------------------------------------------


def find_long_descriptions(subject: Subject) -> Iterator[Finding]:
    """Descriptions that are far longer than the others."""
    counts = [(text.words.count(" ") + 1, text) for text in subject.descriptions]
    if not any(count > LONG_DESCRIPTION for count, _ in counts):
        return
    from statistics import median  # slow to load, and few guides have texts so long

    usual = median(count for count, _ in counts)
    for count, text in counts:
        if count > LONG_DESCRIPTION and count > TIMES_MEDIAN * usual:
            yield Finding(
                text.mark,
                f"{text.owner}: the description has {count} words, most others about {usual:.0f}",
                "keep what somebody needs to know before the first call",
            )


def find_large_topics(subject: Subject) -> Iterator[Finding]:
    """Topics with so many rows in the index that they do not help to choose."""
    rows = defaultdict(list)
    for listing in subject.listings:
        for topic in dict.fromkeys(listing.services + listing.audience):
            rows[topic].append(listing)
    for topic, listings in rows.items():
        if len(listings) > TOPIC_ROWS:
            yield Finding(
                listings[0].mark,
                f'the topic "{topic}" has {len(listings)} rows in the index',
                "divide it into narrower topics",
            )


HARD = (
    "description: >-\n"
    + (
        "  Comprehensive organizations facilitate individualized rehabilitation opportunities, including psychological\n"
        "  evaluation, pharmaceutical intervention and educational preparation for participating individuals.\n"
    )
    * 6
)
FILLER = "Come in and eat with us. "
MANY = "".join(
    f"  - id: site-{n}\n    name: {name}\n    services: Food\n"
    for n, name in enumerate(
        "Ash Birch Cedar Dogwood Elm Fir Ginkgo Hazel Ivy Juniper Katsura Larch Maple".split(), 1
    )
)

WORDING_CHECKS = (
    Check(
        "reading-level",
        WARNING,
        f"a description of {LEAST_WORDS} words or more that reads like a grade above {GRADE} (the formula "
        "of Kincaid and others, 1975)",
        HARD,
        find_hard,
    ),
    Check(
        "long-sentence",
        WARNING,
        f"a sentence of more than {LONG_SENTENCE} words",
        "description: >-\n  You can come in the morning or in the evening and eat with us and talk to\n  somebody who knows where to "
        "find a bed and a lawyer\n  and a bus ticket and a phone.",
        find_long_sentences,
    ),
    Check(
        "capitals",
        WARNING,
        "words or a name in capitals that are no abbreviation",
        "description: You MUST call first.",
        find_capitals,
    ),
    Check(
        "stigmatising-word",
        WARNING,
        "a word that can hurt people, with a better one; names and quotations are left alone",
        "description: A home for addicts.",
        find_stigma,
    ),
    Check(
        "abbreviation",
        WARNING,
        "an abbreviation that no text of the guide explains, told once, where it comes first",
        "description: We take people on MAT.",
        find_abbreviations,
    ),
    Check(
        "long-description",
        WARNING,
        f"a description of more than {LONG_DESCRIPTION} words that is more than {TIMES_MEDIAN} times as "
        "long as most",
        "listings:\n"
        + "".join(
            f"  - id: site-{n}\n    name: {name}\n    description: We serve food.\n"
            for n, name in enumerate(("Pantry", "Kitchen"), 1)
        )
        + "  - id: hall\n    name: Great Hall\n    description: >-\n"
        + ("      " + FILLER * 4 + "\n") * 9,
        find_long_descriptions,
    ),
    Check(
        "large-topic",
        WARNING,
        f"a topic with more than {TOPIC_ROWS} rows in the index",
        "listings:\n" + MANY,
        find_large_topics,
    ),
)
