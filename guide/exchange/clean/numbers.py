"""Phones: several in a cell, with labels, extensions and words; what is no number is told, never printed as one."""

import re
from collections.abc import Iterable, Iterator, Sequence

from guide.content.edit import Plain
from guide.content.phone_words import Part, parts_of
from guide.content.phones import NANP, SERVICE_CODES, parse_number
from guide.content.records.contact import TYPES
from guide.exchange.clean.steps import Cleaning
from guide.exchange.clean.text import line_of
from guide.exchange.drafts import Group
from guide.exchange.origin import Cell
from guide.expressions import expression

DIVIDERS = expression(
    r"\s*(?:[;|\n]|,(?!\s*(?:ext|x)\b)(?=\s*(?:[^\d\s]|\+?\(?\d{3}))|\s/\s|\s(?:or|and|o|y|ou|et)\s(?=\D{0,20}\d))\s*"
)
LABEL = expression(r"^([^\d+(:]{1,40}?)\s*[:\-\u2013=]\s*(?=[\d+(])|^([^\d+(:]{1,40}?)\s+(?=[\d+(])")
BEHIND = expression(r"(?<=\d)\s*[-\u2013,:]?\s*\(?([^\W\d_][^\d()]{1,40})\)?$")
USUAL = {
    "voice",
    "main",
    "phone",
    "office",
    "telephone",
    "tel",
    "ph",
    "p",
    "phone number",
    "main phone",
    "main number",
    "business",
    "work",
    "number",
    "main line",
}
PADDED = expression(r"0{3}[-. ]?0{3}[-. ]?0(\d11|988)")
NO_NUMBERS = frozenset(("0000000000", "1234567890", "1111111111", "9999999999", "5555555555"))
NUMBER_PARTS = ("number", "type", "extension", "keyword", "description")
SEVERAL = expression(r"[;|\n](?!ext=)")
MOST_WORDS = 60  # letters that are printed beside a number
LOCAL = expression(r"\d{3}[-. ]\d{4}")
SENT = expression(r"(?:text|txt|sms|send)\b", re.IGNORECASE)


def phones_of(groups: Iterable[Group], cleaning: Cleaning) -> tuple[list[Plain], list[str]]:
    """(phones as content has them, what could not be read as one), no number twice."""
    found: dict[tuple[str, str], dict[str, Plain]] = {}
    unread: list[str] = []
    for group in groups:
        cell = line_of(group["number"], cleaning, words=False) if "number" in group else None
        if cell is None or not cell.text:
            continue
        phones = list(read_phones(cell, group, cleaning))
        if not phones:
            cleaning.ledger.note(group["number"], "phone not read")
            unread.append(cell.text)
        for phone in phones:
            key = (digits(str(phone["number"])), str(phone.get("extension", "")))
            found[key] = merged(found[key], said_itself(phone, group)) if key in found else phone
    return [shortest(phone) for phone in found.values()], unread


def merged(first: dict[str, Plain], other: dict[str, Plain]) -> dict[str, Plain]:
    """One number that stands twice: what the second knows besides is kept."""
    return {**other, **first}


def said_itself(phone: dict[str, Plain], group: Group) -> dict[str, Plain]:
    """A phone without what the mapping calls it: a main number that stands as the fax, too, is none."""
    called = {key for key in ("type", "description") if key in group and not group[key].at.column}
    return {key: value for key, value in phone.items() if key not in called}


def shortest(phone: dict[str, Plain]) -> Plain:
    """A number alone is written without its key."""
    return (
        phone["number"]
        if set(phone) == {"number"}
        else {key: phone[key] for key in NUMBER_PARTS if key in phone}
    )


def digits(text: str) -> str:
    """The digits of a number; letters stay, since they are dialled."""
    return re.sub(r"[\W_]", "", text).removeprefix("1").upper()


def read_phones(cell: Cell, group: Group, cleaning: Cleaning) -> Iterator[dict[str, Plain]]:
    """Yield the phones of a cell; the further cells of its group say what holds for all of them."""
    text = PADDED.sub(r"\1", cell.text)
    beside = beside_of(group, cleaning)
    parts = [text] if is_number(text, cleaning) or not cleaning.does("phones") else divided(text)
    read: list[dict[str, Plain]] = []
    for part in parts:
        found = list(read_part(part, cleaning))
        read += found
        if not found and len(parts) > 1:
            cleaning.ledger.note(cell._replace(text=part), "part of a phone not read")
    if len(read) > 1 or read and text != read[0]["number"]:
        kind = "phones taken apart" if len(read) > 1 or len(read[0]) > 1 else "phone written as usual"
        cleaning.ledger.note(cell, kind, "; ".join(", ".join(map(str, phone.values())) for phone in read))
    for phone in read:
        yield (
            {**beside, **phone}
            if len(read) == 1
            else {**{key: value for key, value in beside.items() if key != "extension"}, **phone}
        )


def beside_of(group: Group, cleaning: Cleaning) -> dict[str, Plain]:
    """What the other cells of a group say: type, extension, description."""
    said = {key: line_of(cell, cleaning, words=False).text for key, cell in group.items() if key != "number"}
    found = typed(said.get("type", ""))
    extension = re.sub(r"\D", "", said.get("extension", ""))
    if extension and extension.strip("0"):
        found["extension"] = extension[:7]
    words = said.get("description", "")
    if len(words) > MOST_WORDS:
        cleaning.ledger.note(group["description"], "long words beside a phone, left out")
        words = ""
    labelled = typed(words)
    return {
        **labelled,
        **found,
        **({"description": labelled["description"]} if "description" in labelled else {}),
    }


def typed(word: str) -> dict[str, Plain]:
    """A word beside a number, as its type or as words that are printed with it; usual ones say nothing."""
    low = word.casefold().strip(" .:-()")
    if not low or low in USUAL or not any(map(str.isalpha, low)):
        return {}
    plain = low.removesuffix(" number").removesuffix(" phone").removesuffix(" line").strip()
    kind = TYPES.get(low) or TYPES.get(plain) or TYPES.get(plain.replace("-", " "))
    if kind == "voice":
        return {}
    return {"type": kind} if kind else {"description": word.strip(" .:-()")}


def is_number(text: str, cleaning: Cleaning) -> bool:
    """Whether a text is one number and nothing else, which can be dialled."""
    number = parse_number(text, cleaning.country)
    code = digits(text)
    if code.isdigit() and len(code) == 3 and cleaning.country in NANP and code not in SERVICE_CODES:
        return False  # an extension that lost its word
    if SEVERAL.search(text):
        return False
    return (
        number.doubt is None
        and bool(number.e164 or number.in_digits)
        and re.sub(r"\D", "", text) not in NO_NUMBERS
    )


def divided(text: str) -> Sequence[str]:
    """The parts of a text with several numbers, each with the words that stand at it."""
    parts = [part for part in DIVIDERS.split(text) if part.strip()]
    kept: list[str] = []
    for part in parts:  # words alone belong to the number before them
        if kept and not any(map(str.isdigit, part)):
            kept[-1] = f"{kept[-1]} ({part.strip('() ')})"
        else:
            kept.append(part)
    return kept


def read_part(text: str, cleaning: Cleaning) -> Iterator[dict[str, Plain]]:
    """Yield the phones of a part: its label, its number and the words behind it."""
    text = text.strip(" .,:;")
    if is_number(text, cleaning):
        yield numbered(text, cleaning)
        return
    if LOCAL.fullmatch(text):
        yield {"number": text}  # without its area code: it is printed, and checking the content tells it
        return
    if SENT.match(text) and (sent := parts_of(text, cleaning.country, TYPES)):
        yield from (with_words(part, cleaning) for part in sent)
        return
    label, behind = LABEL.match(text), BEHIND.search(text)
    bare = text[label.end() if label else 0 : behind.start() if behind else None].strip(" .,:;-")
    words = (label and (label[1] or label[2]) or "").strip(), (behind and behind[1] or "").strip()
    if is_number(bare, cleaning):
        said = typed(words[0]) or typed(words[1])
        yield {**numbered(bare, cleaning), **said}
        return
    for part in parts_of(text, cleaning.country, TYPES) or elsewhere(text, cleaning.country):
        yield with_words(part, cleaning)


def with_words(part: Part, cleaning: Cleaning) -> dict[str, Plain]:
    """A number with what the words beside it say."""
    said: dict[str, Plain] = {
        key: value for key, value in part._asdict().items() if value and key != "number"
    }
    return {**numbered(part.number, cleaning), **said}


def elsewhere(text: str, country: str) -> Iterator[Part]:
    """Yield the numbers that the library finds in a text, with its words behind the first of them."""
    import phonenumbers  # heavy, and most numbers are plain

    matches = list(phonenumbers.PhoneNumberMatcher(text, country))
    words = text
    for match in matches:
        words = words.replace(match.raw_string, " ")
    said = " ".join(words.strip(" ,.;:()-/").split())
    for place, match in enumerate(matches):
        yield Part(match.raw_string, description="" if place or not any(map(str.isalpha, said)) else said)


def numbered(text: str, cleaning: Cleaning) -> dict[str, Plain]:
    """A number as content has it, its extension apart."""
    number = parse_number(text, cleaning.country)
    return {"number": number.printed or text, **({"extension": number.extension} if number.extension else {})}
