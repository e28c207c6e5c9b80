"""Telephone numbers: whether they can be dialled, and whether they are what the content says they are."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from guide.content.checks.base import Check, Finding, Subject
from guide.content.phones import NANP, SERVICE_CODES
from guide.errors import ERROR, WARNING
from guide.expressions import expression
from guide.model import CALL_OR_TEXT, FAX, TEXT, TOLL_FREE, TTY, VOICE, Address, ServiceArea

# Area codes of the North American plan as phonenumbers 9 knows them; a test compares the two.
AREA_CODES = frozenset(
    code
    for part in (
        "201-210 212-220 223-229 231 234-236 239-240 242 246 248-254 256-257 260 262-263 267 269-270 272-274 276 279 281 "
        "283 289 301-310 312-321 323-327 329-332 334 336-337 339 341 343 346-347 350-354 360-361 363-365 367-369 380 382 "
        "385-386 401-410 412-419 423-425 428 430-432 434-435 437-438 440-443 445 447-448 450 458 463-464 468-470 472-475 "
        "478-480 484 501-510 512-520 530-531 534 539-541 548 551 557 559 561-564 567 570-575 579-582 584-587 601-610 "
        "612-620 623 626 628-631 636 639-641 645-647 650-651 656-662 667 669-672 678 680-683 686 689 701-709 712-720 "
        "724-728 730-732 734 737 740 742-743 747-748 753-754 757-758 760 762-763 765 769-775 778-782 784-787 800-810 "
        "812-820 825-826 828-833 835 838-840 843-845 847-850 854-860 862-868 870 872-873 876-879 888 901-910 912-920 925 "
        "928-931 934 936-943 945 947-949 951-952 954 956 959 970-973 975 978-980 983-986 989"
    ).split()
    for code in range(int(part[:3]), int(part[-3:]) + 1)
)
TOLL_FREE_CODES = frozenset((800, 833, 844, 855, 866, 877, 888))
RETIRED = expression(r"(?<!\d)800\)?[-. \u00a0]{0,2}273[-. \u00a0]?(?:8255|TALK)", re.IGNORECASE)

# Words beside a number that say what it is.
SAID = (
    (expression(r"\bfax\b", re.IGNORECASE), (FAX,), FAX),
    (expression(r"\b(?:tty|tdd)\b", re.IGNORECASE), (TTY,), TTY),
    (expression(r"\bcall or text\b|\bvoice or text\b", re.IGNORECASE), (CALL_OR_TEXT,), CALL_OR_TEXT),
    (
        expression(r"\btext(?:s|ing)? only\b|\bonly text|\bby text\b|^text\b|\bsms\b", re.IGNORECASE),
        (TEXT, CALL_OR_TEXT),
        TEXT,
    ),
    (expression(r"\btoll[- ]free\b", re.IGNORECASE), (TOLL_FREE,), TOLL_FREE),
)


def find_impossible(subject: Subject) -> Iterator[Finding]:
    """Numbers that nobody can have."""
    for owner, mark, phone, _ in subject.phones:
        e164 = phone.e164
        if not e164.startswith("+1"):
            continue
        area, exchange = e164[2:5], e164[5:8]
        why = (
            "the area code cannot end with 11"
            if area[1:] == "11"
            else f"the three digits after the area code cannot begin with {exchange[0]}"
            if exchange[0] in "01"
            else "the three digits after the area code cannot be " + exchange
            if exchange[1:] == "11" and int(area) not in TOLL_FREE_CODES
            else ""
        )
        if why:
            yield Finding(
                mark, f"{owner}: {phone.number} cannot be dialled: {why}", "look the number up again"
            )


def find_area(subject: Subject) -> Iterator[Finding]:
    """Area codes that are not in use."""
    for owner, mark, phone, _ in subject.phones:
        if phone.e164.startswith("+1") and phone.e164[3:5] != "11":
            area = int(phone.e164[2:5])
            if area == 900:
                yield Finding(
                    mark,
                    f"{owner}: {phone.number} costs the caller money (900)",
                    "print another number, or say the price",
                )
            elif area not in AREA_CODES and not is_area_code(area):
                yield Finding(
                    mark,
                    f"{owner}: no place has the area code {area} of {phone.number}",
                    "look the number up again",
                )


@lru_cache(maxsize=1000)
def is_area_code(area: int) -> bool:
    """Whether the library, which may be newer than our table, knows an area code."""
    import phonenumbers  # for area codes that our table does not have

    return phonenumbers.is_valid_number(phonenumbers.parse(f"+1{area}2345678"))


def find_abroad(subject: Subject) -> Iterator[Finding]:
    """Numbers in another country than the guide's, in a listing that has nothing there."""
    home = subject.guide.country
    for owner, mark, phone, listing in subject.phones:
        if not phone.e164.startswith("+") or (home in NANP and phone.e164.startswith("+1")):
            continue
        if calling_country(phone.e164, home):
            continue
        places: list[Address | ServiceArea] = (
            [*(each.address for each in listing.locations if each.address), *listing.service_areas]
            if listing
            else []
        )
        if not any(place.country not in ("", home) for place in places):
            yield Finding(
                mark,
                f"{owner}: {phone.number} is in another country, and a call costs more",
                "if that is right, give the address or service area its country",
            )


@lru_cache(maxsize=1000)
def calling_country(e164: str, country: str) -> bool:
    """Whether a number has the calling code of a country."""
    import phonenumbers  # for numbers outside of the North American plan

    return phonenumbers.parse(e164).country_code == phonenumbers.country_code_for_region(country)


def find_short(subject: Subject) -> Iterator[Finding]:
    """Short numbers that do not exist, or do not take calls."""
    if subject.guide.country not in NANP:
        return
    for owner, mark, phone, _ in subject.phones:
        code = phone.e164
        if len(code) == 3 and code not in SERVICE_CODES:
            yield Finding(
                mark,
                f"{owner}: {code} is not a number that can be dialled",
                "three digits are " + ", ".join(sorted(SERVICE_CODES)),
            )
        elif len(code) in (5, 6) and code.isdigit() and phone.type == VOICE:
            yield Finding(
                mark, f"{owner}: {code} is a number for texts, but its type is {VOICE}", f"add type: {TEXT}"
            )


def find_type(subject: Subject) -> Iterator[Finding]:
    """Numbers whose description or digits say another type than they have."""
    for owner, mark, phone, _ in subject.phones:
        if phone.description:
            for pattern, types, fitting in SAID:
                if pattern.search(phone.description):
                    if phone.type not in types:
                        yield Finding(
                            mark,
                            f'{owner}: {phone.number} is described as "{phone.description}", but its type is {phone.type}',
                            f"write type: {fitting}",
                        )
                    break
        if (
            phone.type == TOLL_FREE
            and phone.e164.startswith("+1")
            and int(phone.e164[2:5]) not in TOLL_FREE_CODES
        ):
            yield Finding(
                mark,
                f"{owner}: {phone.number} is not toll-free",
                "take the type away: the caller may have to pay",
            )


def find_extension(subject: Subject) -> Iterator[Finding]:
    """Extensions that nobody can dial."""
    for owner, mark, phone, _ in subject.phones:
        if phone.extension and not re.fullmatch(r"\d{1,7}", phone.extension):
            yield Finding(
                mark,
                f'{owner}: the extension "{phone.extension}" is not a number',
                "write its digits; words such as after 5 pm belong to description:",
            )


def find_twice(subject: Subject) -> Iterator[Finding]:
    """Numbers that stand at one place twice and differ in nothing that is printed; those of a listing belong to its only office."""
    for listing in subject.listings:
        offices = (
            [listing.phones, *(office.phones for office in listing.locations)]
            if len(listing.locations) != 1
            else [listing.phones + listing.locations[0].phones]
        )
        offices += [program.phones for program in listing.programs]
        for phones in offices:
            described: defaultdict[tuple[str, str, str], set[str]] = defaultdict(
                set
            )  # the descriptions of each number, "" for none
            for phone in phones:
                known = described[phone.e164, phone.extension, phone.type]
                # One may be described and the other not; two that are described differently are two.
                if (
                    phone.e164
                    and known
                    and (not phone.description or phone.description in known or "" in known)
                ):
                    yield Finding(
                        phone.mark or listing.mark,
                        f"{listing.name}: {phone.printed} stands there twice",
                        "delete one of the two",
                    )
                known.add(phone.description)


PHONE_CHECKS = (
    Check(
        "phone-impossible", ERROR, "a number that nobody can have", "phones: 312-055-2368", find_impossible
    ),
    Check(
        "phone-area",
        WARNING,
        "an area code that no place has, or one (900) that costs the caller money",
        "phones: 999-234-5678",
        find_area,
    ),
    Check(
        "phone-abroad",
        WARNING,
        "a number in another country, in a listing without an address or service area there",
        "phones: +44 20 7946 0958",
        find_abroad,
    ),
    Check(
        "phone-short",
        WARNING,
        "three digits that are no service (211, 311, 411, 511, 611, 711, 811, 911 and 988 are), "
        "or a text number without type: text",
        "phones: 741741",
        find_short,
    ),
    Check(
        "phone-said",
        WARNING,
        "a number that is not of the type that its description or its digits say",
        "phones: {number: 312-744-5000, description: fax}",
        find_type,
    ),
    Check(
        "phone-twice",
        WARNING,
        "a number that stands at one office twice",
        "phones: [312-744-5000, 312-744-5000]",
        find_twice,
    ),
    Check(
        "phone-extension",
        WARNING,
        "an extension that is not made of digits",
        "phones: {number: 312-744-5000, extension: front desk}",
        find_extension,
    ),
)
