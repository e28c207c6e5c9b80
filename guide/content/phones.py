"""Telephone numbers as they are printed and as they are dialled, however they were typed."""

import re
from functools import lru_cache
from typing import NamedTuple

from guide.expressions import expression
from guide.problems import content as kinds
from guide.problems.kind import ProblemKind

# The countries that share +1 and its ten digits.
NANP = frozenset("US CA AG AI AS BB BM BS DM DO GD GU JM KN KY LC MP MS PR SX TC TT VC VG VI".split())

# ASCII: a number dialled in other digits than 0 to 9 is for the library.
GAP = r"[-./\s\u00a0\u00b7\u2010-\u2015]*"
PLAIN = expression(rf"(?:\+?1{GAP})?\(?([2-9]\d\d)\)?{GAP}(\d\d\d){GAP}(\d\d\d\d)", re.ASCII)
VANITY = expression(rf"(?:\+?1{GAP})?\(?([2-9]\d\d)\)?{GAP}([A-Za-z\d][-.\sA-Za-z\d]+)", re.ASCII)
SPELLED_OUT = expression(r"\s*\([-.\d\s]+\)$", re.ASCII)  # the digits of a vanity number, after it
EXTENSION = expression(
    r"[,;]?\s*\(?(?:(?<![a-z])(?:x|extn?|extension)|#)[.:]?\s*(\d{1,7})\)?$", re.ASCII | re.IGNORECASE
)
BETWEEN = r"[-.\s\u00a0\u00b7\u2010-\u2015]"
THREE = rf"\d{BETWEEN}?\d{BETWEEN}?\d"  # 211, or 2-1-1 as it is spoken
SHORT_CODE = expression(rf"{THREE}|\d{{5,6}}", re.ASCII)
TEXT_CODE = expression(rf"\d{{3}}{BETWEEN}\d{{3}}", re.ASCII)  # 741-741
DIALLED_WORDS = expression(rf"(?:dial|call)\s+({THREE})", re.ASCII | re.IGNORECASE)
SERVICE_CODES = frozenset("211 311 411 511 611 711 811 911 988".split())
ONE_NUMBER = expression(r"\d\d\d[-.\s]?\d\d\d\d(?!\d)", re.ASCII)
LETTER = expression(r"[^\W\d_]")
KEYPAD = str.maketrans("ABCDEFGHIJKLMNOPQRSTUVWXYZ", "22233344455566677778889999")
SCHEME, EXTENSION_OF_LINK = expression(r"^\s*tel:\s*", re.IGNORECASE), expression(r";ext=", re.IGNORECASE)
WHOLE = 7  # a text with fewer digits is words with a number in them


Doubt = tuple[str, str]  # what is wrong, and what to do


class Number(NamedTuple):
    """A number taken apart; `doubt` is the kind of problem where it could not be."""

    printed: str
    e164: str = ""
    in_digits: str = ""
    extension: str = ""
    doubt: ProblemKind | None = None


@lru_cache(maxsize=10_000)
def parse_number(text: str, country: str) -> Number:
    """The number in a text that an editor of this country typed."""
    text = EXTENSION_OF_LINK.sub(" ext. ", SCHEME.sub("", text)) if ":" in text or ";ext=" in text else text
    if country in NANP:
        if padded_service(text):
            return Number(text, doubt=kinds.PADDED_SERVICE)
        number = parse_plain(text)
        if number:
            return number
    digits = text if country in NANP else text.replace(" ", "")
    if SHORT_CODE.fullmatch(digits) or country in NANP and TEXT_CODE.fullmatch(text):
        return Number(text, only_digits(digits))
    extension = EXTENSION.search(text)
    if extension:
        number = parse_whole(text[: extension.start()], country)
        if number.e164:
            return number._replace(extension=extension[1])
    return parse_whole(text, country)


def only_digits(text: str) -> str:
    return re.sub(r"\D", "", text)


def padded_service(text: str) -> str:
    """The service whose three digits a form of ten made longer, 211 of 000-000-0211; "" for any other number."""
    if "000" not in text or LETTER.search(text):
        return ""
    digits = only_digits(text)
    code = digits.removeprefix("1").strip("0") if len(digits) == 11 else digits.strip("0")
    return code if code in SERVICE_CODES and len(digits) >= WHOLE else ""


def parse_whole(text: str, country: str) -> Number:
    """The number in a text without extension."""
    number = country in NANP and (parse_plain(text) or parse_vanity(text))
    if number:
        return number
    digits = sum(map(str.isdigit, text))
    if LETTER.search(text) and digits < WHOLE:
        words = DIALLED_WORDS.fullmatch(text)
        return Number(text, only_digits(words[1]) if words else "")
    if len(ONE_NUMBER.findall(text)) > 1:
        return Number(text, doubt=kinds.SEVERAL_NUMBERS)
    if LETTER.search(text):
        return Number(text, doubt=kinds.WORDS_BESIDE)
    return parse_abroad(text, country)


def parse_plain(text: str) -> Number | None:
    """A number of ten digits in the North American plan, None for anything else."""
    match = PLAIN.fullmatch(text)
    if not match:
        return None
    area, exchange, line = match.groups()
    return Number(f"{area}-{exchange}-{line}", f"+1{area}{exchange}{line}")


def parse_vanity(text: str) -> Number | None:
    """A North American number that ends in letters, None for anything else."""
    match = VANITY.fullmatch(SPELLED_OUT.sub("", text))
    if not match:
        return None
    area, rest = match[1], re.sub(r"[-.\s]+", "-", match[2]).strip("-")
    keys = rest.replace("-", "")
    # "800 number on the web" is words: letters are capitals, or else seven without a space.
    looks_dialled = keys.isupper() or (len(keys) == 7 and " " not in match[2])
    if len(keys) < 7 or not LETTER.search(keys) or not looks_dialled:
        return None
    digits = keys.upper().translate(KEYPAD)[:7]
    return Number(f"{area}-{rest}", f"+1{area}{digits}", f"{area}-{digits[:3]}-{digits[3:]}")


def parse_abroad(text: str, country: str) -> Number:
    """A number in any country's plan, in national form at home and with its country code elsewhere."""
    import phonenumbers  # heavy, and most guides never come here

    try:
        number = phonenumbers.parse(text, country)
    except phonenumbers.NumberParseException:
        return Number(text, doubt=kinds.PHONE)
    possible = phonenumbers.is_possible_number_with_reason(number)
    if possible == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY:
        return Number(text, doubt=kinds.NO_AREA)
    if possible != phonenumbers.ValidationResult.IS_POSSIBLE:
        return Number(text, doubt=kinds.PHONE)
    style = phonenumbers.PhoneNumberFormat
    e164 = phonenumbers.format_number(number, style.E164)
    if number.country_code != phonenumbers.country_code_for_region(country):
        return Number(phonenumbers.format_number(number, style.INTERNATIONAL), e164)
    if country in NANP:
        return Number(f"{e164[2:5]}-{e164[5:8]}-{e164[8:]}", e164)
    return Number(phonenumbers.format_number(number, style.NATIONAL), e164)
