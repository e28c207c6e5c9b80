"""Words of a confidential address in texts that are printed: looked for while the address is still known, never repeated.

Of a listing itself any word that leads there is told, at the text in which it stands. Of other listings a street with its
number is: what is kept for that is a digest of the two, of which nobody can read the street.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b

from guide.content.secrets import SECRETS_OF_PLACE, has_secret, is_secret, word_of
from guide.expressions import expression
from guide.model import Listing
from guide.problems.content import CONFIDENTIAL_WORDS
from guide.reading.source import Node, Place, Secret, Source

TYPES = frozenset(
    "street st avenue ave av road rd drive dr lane ln court ct place pl boulevard blvd way circle cir terrace ter parkway pkwy highway hwy "
    "square sq trail trl alley aly plaza plz loop row pike route rte expressway".split()
)
SIDES = frozenset("north south east west northeast northwest southeast southwest n s e w ne nw se sw".split())
UNITS = frozenset(
    "suite ste room rm floor fl unit apt apartment building bldg level box po the of and at c o no".split()
)
ANY_TYPE = f"(?:{'|'.join(sorted(TYPES))})"
# Street names that are words of many other things: told only with their number or with what follows them.
COMMON = frozenset(
    "main first second third fourth fifth sixth seventh eighth ninth tenth park center centre church high school market mission union "
    "washington lincoln lake hill oak elm maple cedar pine river spring mill old new central state county city grand college hospital station "
    "bridge house home office family community health public service safe shelter women children youth street court".split()
)
WORDS = expression(r"[^\W_]+(?:['\u2019][^\W_]+)?")
NUMBERED = expression(r"(?<![\w-])\d+[A-Za-z]?(?:[\s,]+[^\W_]+[.'\u2019]?[^\W_]*){1,6}")
SecretText = tuple[str, str, str]  # its key, the text, and the city of its address
OpenText = tuple[str, str, Place]  # its key, the text, and where it stands
LEAST_LETTERS, MOST_NAME = 4, 4  # of a word alone; words of a street's name


def report_leaks(node: Node, listing: Listing, source: Source) -> bool:
    """Report the texts of a listing with words of its confidential address; whether its name or id is one of them."""
    if not listing.printed or not any(
        location.address and location.address.confidential for location in listing.locations
    ):
        return False
    secrets: list[SecretText] = []
    texts: list[OpenText] = []
    _sort_texts(node, secrets, texts)
    pattern = _pattern_of(secrets)
    leaking = [(key, place) for key, text, place in texts if pattern and pattern.search(text)]
    for key, place in leaking:
        source.report(place, CONFIDENTIAL_WORDS, key=key)
    for key, text, city in secrets:
        digest = digest_street(text) if key == "address_1" else ""
        if digest:
            source.secrets.append(Secret(digest, city, listing.mark))
    return any(key in ("name", "id") for key, _ in leaking)


def _sort_texts(node: Node, secrets: list[SecretText], texts: list[OpenText], key: str = "") -> None:
    """Gather (key, text, city) of what is secret below a node, and (key, text, place) of what is not."""
    value, place = node
    if isinstance(value, str):
        texts.append((key, value, place))
    elif isinstance(value, list):
        for each in value:
            _sort_texts(each, secrets, texts, key)
    elif is_secret(node):
        city = next((text for (name, _), (text, _) in value if name == "city" and isinstance(text, str)), "")
        secrets += (
            (name, text, city)
            for (name, _), (text, _) in value
            if isinstance(name, str)
            and isinstance(text, str)
            and name in ("address_1", "address_2", "po_box", "station", "postal_code")
        )
    else:
        hidden = SECRETS_OF_PLACE if has_secret(node) else ()
        for name, inner in value:
            own, text = name[0], inner[0]
            if isinstance(own, str) and word_of(name) in hidden:
                secrets += [(own, text, "")] if isinstance(text, str) else []
            elif isinstance(own, str):
                _sort_texts(inner, secrets, texts, own)


def _pattern_of(secrets: Iterable[SecretText]) -> re.Pattern[str] | None:
    """A pattern of all that leads to the secret places, None if nothing does."""
    parts = patterns_of(secrets)
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(parts)})(?![^\W_])") if parts else None


def patterns_of(secrets: Iterable[SecretText], alone: bool = True) -> list[str]:
    """The patterns of all that leads to secret places; `alone`: rare words of a street do without a second one."""
    parts = (
        part
        for key, text, city in secrets
        for part in _telling(key, text, {word.lower() for word in WORDS.findall(city)}, alone)
    )
    return list(dict.fromkeys(parts))


def _telling(key: str, text: str, places: set[str], alone: bool) -> Iterator[str]:
    """The patterns of one secret text; `places` are words that say no more than the city does."""
    words = WORDS.findall(text)
    if key in ("postal_name", "care_of", "station"):
        yield from [_row(words)] if len("".join(words)) >= LEAST_LETTERS else []
    elif key == "postal_code":
        yield from [re.escape(text.strip())] if len(text.strip()) >= 5 else []
    elif key == "po_box":
        yield from (rf"(?i:box)\W*{word}" for word in words if word.isdecimal())
    elif key in ("address_1", "address_2"):
        yield from _pairs(words, places)
        yield from _rare_words(words, places) if alone else ()


def _pairs(words: Sequence[str], places: set[str]) -> Iterator[str]:
    """The patterns of a street's name in a row with its number or with what follows."""
    for before, word in zip(words, words[1:]):
        pair = {before.lower(), word.lower()}
        if (
            not pair & UNITS
            and not pair <= TYPES | SIDES | places
            and (len(before) > 1 or before.isdecimal())
        ):
            yield _row((before, word))


def _rare_words(words: Sequence[str], places: set[str]) -> Iterator[str]:
    """The patterns of words of a street that are like no other word."""
    for word in words:
        low = word.lower()
        if (
            len(word) >= LEAST_LETTERS
            and low.isalpha()
            and low not in TYPES | SIDES | UNITS | COMMON | places
        ):
            yield from (re.escape(word[0].upper() + word[1:]), re.escape(word.upper()))


def _row(words: Iterable[str]) -> str:
    """A pattern of words that follow each other, small or capital, the kind of street in any of its forms."""
    return (
        r"(?i:" + r"\W+".join(ANY_TYPE if word.lower() in TYPES else re.escape(word) for word in words) + ")"
    )


# --- other listings -----------------------------------------------------------------------------------


def digest_street(text: str) -> str:
    """A digest of the number and the name of a street, "" for what has no number."""
    number, *name = WORDS.findall(text.lower()) or [""]
    name = _name_of(name)
    return _digest(number, name) if number[:1].isdigit() and name else ""


def _name_of(words: list[str]) -> list[str]:
    """The words of a street's name without the side before it and the kind after it."""
    words = [word for word in words if word not in SIDES or len(words) < 3]
    for number, word in enumerate(words):
        if word in UNITS or number and word in TYPES:
            return words[:number]
    return words[:MOST_NAME]


def _digest(number: str, name: Iterable[str]) -> str:
    return blake2b(" ".join((number, *name)).encode(), digest_size=12).hexdigest()


def digests_in(text: str) -> Iterator[str]:
    """The digests of every street with a number that may stand in a text."""
    for match in NUMBERED.finditer(text):
        number, *words = WORDS.findall(match[0].lower())
        words = [word for word in words if word not in SIDES]
        for end in range(1, MOST_NAME + 1):
            yield _digest(number, words[:end])
