"""Names of columns as people write them: which field each may be, in four languages, by the words in it."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from guide.exchange.mapping import header_words as said
from guide.exchange.mapping.names import singular
from guide.expressions import expression

BORDER = expression(
    r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{2})|(?<=[A-Za-z])(?=\d)|(?<=\d)(?=[A-Za-z]{2})"
)
ASIDE = expression(r"\s*[(\[{].*?[)\]}]\s*")
APART = expression(r"[^a-z0-9]+")
EXACT, PART, LEAST = 1.0, 0.4, 0.55  # how sure a name of a column is: in all its words, in some of them
NO_HEAD = expression(
    r"(?:column|field|columna|colonne|spalte|unnamed|campo|champ|feld|f)?[\W_]*\d*", re.IGNORECASE
)
LONGEST = 5  # words of a name
CUT_AT, CUT_SURE = 10, 0.9  # letters of a name in a shapefile; how sure the whole of one that is cut off is
MANY_WORDS = 25  # of a question: the rest is not read


class Meaning(NamedTuple):
    """What a column may be."""

    target: str  # "name", "phones.number", "id", "skip", "out", "in"; see header_words
    score: float
    kind: str = ""  # the type of a phone, "mailing" for an address, the day of hours, why a row stays out
    entity: str = ""  # whose it is: organization, location, service
    number: int = 1  # which of several: "Phone 2"


def plain_words(text: str) -> list[str]:
    """The words of a name in small letters, without accents, in the singular; numbers apart from letters."""
    parts = BORDER.sub(" ", unicodedata.normalize("NFC", text))
    flat = unicodedata.normalize("NFKD", parts.casefold())
    flat = "".join(letter for letter in flat if not unicodedata.combining(letter))
    return [singular(word) for word in APART.split(flat.replace("'s ", " ")) if word][:MANY_WORDS]


@cache
def noise() -> frozenset[str]:
    """Words that say nothing."""
    return words_in(said.NOISE)


def words_in(text: str) -> frozenset[str]:
    """The words of a list, as those of columns are."""
    return frozenset(word for part in text.split() for word in plain_words(part))


def without_noise(words: Iterable[str]) -> list[str]:
    """Words without those that say nothing, all of them where nothing else is left."""
    words = list(words)
    return [word for word in words if word not in noise()] or words


def phrases(names: str) -> Iterator[str]:
    """Yield the names in a list, each in one word; those of several also without words that say nothing."""
    for name in names.split(","):
        words = plain_words(name)
        yield "".join(words)
        if len(without_noise(words)) > 1:
            yield "".join(without_noise(words))


@cache
def targets() -> Mapping[str, tuple[str, ...]]:
    """{name of a column in one word: what it may be}."""
    found: dict[str, tuple[str, ...]] = {}
    for target, names in said.NAMES.items():
        for phrase in phrases(names):
            if target not in found.get(phrase, ()):
                found[phrase] = (*found.get(phrase, ()), target)
    return found


@cache
def entities() -> Mapping[str, str]:
    """{word for a record: its level}."""
    return {phrase: level for level, names in said.ENTITIES.items() for phrase in phrases(names)}


@cache
def days() -> Mapping[str, str]:
    """{name of a day: Monday and so on}."""
    return {word: day for day, names in said.DAYS.items() for word in words_in(names)}


def common_start(columns: Sequence[str]) -> int:
    """How many words all columns of a table begin with: "service_name", "service_email" have one."""
    named = [plain_words(column) for column in columns if not NO_HEAD.fullmatch(column)]
    if len(named) < 3:
        return 0
    count = 0
    while all(len(words) > count + 1 for words in named) and len({words[count] for words in named}) == 1:
        count += 1
    return count


@lru_cache(maxsize=10_000)
def meanings_of(column: str, skipped: int = 0) -> tuple[Meaning, ...]:
    """What a name of a column may mean, the surest first; `skipped` words at its beginning say nothing."""
    if NO_HEAD.fullmatch(column):
        return ()
    bare = ASIDE.sub(" ", column)
    found: dict[tuple[str, str], Meaning] = {}
    for text in dict.fromkeys((bare if bare.strip() else column, column)):
        for sure, words in spellings(without_code(plain_words(text)[skipped:]), is_cut=len(column) == CUT_AT):
            for meaning in readings(words):
                key = (meaning.target, meaning.kind)
                if key not in found or found[key].score < meaning.score * sure:
                    found[key] = meaning._replace(score=meaning.score * sure)
    if is_internal(column) and ("private", "") not in found:
        return (Meaning("skip", EXACT),)
    return tuple(sorted(found.values(), key=lambda meaning: -meaning.score - first_of_all(meaning)))


def is_internal(column: str) -> bool:
    """Whether a column says first of all that it is for those who keep the table, or of a person who was helped:
    "Internal contact phone", "Client email"."""
    words = plain_words(column)
    if len(words) > 1 and words[0] in words_in(said.PEOPLE) and words[1] in words_in(said.OF_A_PERSON):
        return True
    return bool(words) and words[0] in words_in(said.INTERNAL)


def first_of_all(meaning: Meaning) -> float:
    """What makes a meaning come before others that are as sure: it says more."""
    if meaning.target == "phones.number" and meaning.kind:
        return 0.2  # "Phone number TTY" is one for it
    return 0.01 if meaning.target.startswith("schedules.") else 0.0


def without_code(words: list[str]) -> list[str]:
    """Words without the code of a form before them, its number behind: "L2City" is the second city."""
    if len(words) < 3 or len(words[0]) > 1 or not words[1].isdecimal():
        return words
    return words[2:] + ([words[1]] if words[1] != "1" else [])


def spellings(words: list[str], is_cut: bool) -> Iterator[tuple[float, list[str]]]:
    """Yield (how sure, words) as they are, with the vowels of German in one letter, and whole where the last is cut off.

    A shapefile cuts the names of its columns off at ten letters: CONFIDENTI, POSTAL_COD.
    """
    yield 1.0, words
    other = [re.sub("([aou])e", r"\1", word) for word in words]
    if other != words:
        yield 1.0, other
    if is_cut and words and len(words[-1]) > 2 and words[-1] not in vocabulary():
        ends = sorted((word for word in vocabulary() if word.startswith(words[-1])), key=len)
        yield from ((CUT_SURE, [*words[:-1], end]) for end in ends)


@cache
def vocabulary() -> frozenset[str]:
    """All words in names of columns."""
    names = (*said.NAMES.values(), *said.ENTITIES.values(), said.FLAG_WORDS)
    return frozenset(word for text in names for word in plain_words_of_all(text))


def plain_words_of_all(text: str) -> Iterator[str]:
    """Yield the words of a list of names, however long it is."""
    for name in text.replace(",", " ").split():
        yield from plain_words(name)


def readings(words: list[str]) -> Iterator[Meaning]:
    """Yield what words may mean: as a whole, and without those that say which one, or whose."""
    yield from whole(words)
    entity, left = owned(words)
    if entity and left:
        yield from (each._replace(score=0.97, entity=entity) for each in whole(left))
    for whose, some in (("", words), (entity, left)):
        kind, others = typed(without_noise(some))
        if len(others) < len(some):
            of_places = (
                each for each in looked_up("".join(others), EXACT) if each.target.startswith("addresses.")
            )
            yield from (each._replace(score=0.98, kind=kind, entity=whose) for each in of_places)
    yield from marked(words)
    counted, number = numbered(words)
    yield from (
        each._replace(number=number)
        for each in looked_up("".join(counted), 0.99 * EXACT)
        if len(counted) < len(words)
    )
    bare = without_noise(words)
    rest, number = numbered(bare)
    is_cut = sum(word.isdecimal() for word in bare) < len(bare) - len(rest)
    kind, rest = typed(rest)
    whose, own = owned(rest)
    for entity, part in (("", rest), (whose, own)) if whose else (("", rest),):
        sure = 0.95 if is_cut else 0.97 if entity else 1.0
        if not part and entity:
            yield Meaning("name", 0.9 if not kind else 0.5, "", entity)
        if not part and kind:
            yield Meaning("addresses.address", 0.8, kind, entity, number)
        for meaning in (*looked_up("".join(part), EXACT), *parts_of(part)):
            yield meaning._replace(
                score=meaning.score * sure,
                kind=meaning.kind or (kind if meaning.target.startswith("addresses.") else ""),
                entity=entity,
                number=number,
            )


def whole(words: list[str]) -> Iterator[Meaning]:
    """Yield what all words together mean, with their numbers: "Address 2" is the second line of one."""
    for each in (words, without_noise(words)):
        yield from looked_up("".join(each), EXACT)


def looked_up(phrase: str, score: float) -> Iterator[Meaning]:
    """Yield what a phrase means."""
    for target in targets().get(phrase, ()):
        name, _, kind = target.partition(":")
        yield Meaning(name, score, kind)


def parts_of(words: Sequence[str]) -> Iterator[Meaning]:
    """Yield what some of the words mean, the more of them the surer; what stands last counts a little more."""
    total = len(words)
    for start in range(total):
        for end in range(start + 1, min(total, start + LONGEST) + 1):
            share, phrase = (end - start) / total, "".join(words[start:end])
            if share < 1 and (phrase not in entities() or share >= 0.5 and end == total):
                yield from looked_up(phrase, PART + 0.5 * share + 0.01 * (end == total))


def numbered(words: list[str]) -> tuple[list[str], int]:
    """(words without the one that counts, which of several it is)."""
    first, again = words_in(said.FIRST), words_in(said.AGAIN)
    number = next((int(word) for word in words if word.isdecimal() and len(word) < 3 and int(word)), 0)
    rest = [word for word in words if not (word.isdecimal() and len(word) < 3)]
    if any(word in again for word in rest) and len(rest) > 1:
        number, rest = number or 2, [word for word in rest if word not in again]
    if any(word in first for word in rest) and len(rest) > 1:
        rest = [word for word in rest if word not in first]
    return rest, number or 1


def typed(words: list[str]) -> tuple[str, list[str]]:
    """("mailing" where words are of an address to write to, the others)."""
    mailing, physical = words_in(said.MAILING), words_in(said.PHYSICAL)
    if words and words[0] in mailing and words != ["mail"] and words[:2] != ["mail", "address"]:
        return "mailing", words[1:]
    return "", [word for word in words if word not in physical] or words


def owned(words: list[str]) -> tuple[str, list[str]]:
    """(whose a column is, the other words); "" where no word says it. The first words count, then the last."""
    for size in range(min(3, len(words)), 0, -1):
        for start in dict.fromkeys((0, len(words) - size)):
            entity = entities().get("".join(words[start : start + size]))
            if entity:
                return entity, words[:start] + words[start + size :]
    return "", words


def marked(words: list[str]) -> Iterator[Meaning]:
    """Yield what words mean that say that something is private: a row, or its phone or address."""
    flags = words_in(said.FLAG_WORDS)
    if not any(word in flags for word in words):
        return
    rest, number = numbered([word for word in without_noise(words) if word not in flags])
    kind, rest = typed(rest)
    _, own = owned(rest)
    if not own:
        yield Meaning("private", 0.9)
    for part in (own, rest):
        for meaning in (*looked_up("".join(part), EXACT), *parts_of(part)):
            group = meaning.target.partition(".")[0]
            if group in ("phones", "addresses"):
                yield Meaning(f"{group}.private", 0.98 * meaning.score, kind or meaning.kind, "", number)


def day_of(column: str, skipped: int = 0) -> tuple[str, str]:
    """(day, part) of a column that is about one day of the week, where the part is "opens_at", "closes_at", "closed" or ""."""
    words = plain_words(column)[skipped:]
    found = [days()[word] for word in words if word in days()]
    rest = {word for word in words if word not in days() and word != "1"}
    if len(found) != 1:
        return "", ""
    plain = words_in(said.SAID_OF_DAYS)
    opens_last = rest == {"open"} or words[-1] == "open" and words[-2] in days()  # hours.monday.open
    if rest & words_in("closed") and rest <= words_in("closed") | plain:
        return found[0], "closed"
    for part, names in (("opens_at", said.OPENS), ("closes_at", said.CLOSES)):
        telling = words_in(names) - plain | ({"open"} if part == "opens_at" and opens_last else set())
        if rest & telling and rest <= telling | plain:
            return found[0], part
    return (found[0], "") if rest <= plain else ("", "")
