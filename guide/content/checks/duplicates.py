"""What stands in the guide twice: texts, numbers, addresses, names."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile

from guide.content.checks.base import Check, Finding, Subject, Text, mentions
from guide.errors import WARNING
from guide.expressions import expression
from guide.model import Listing, Phone

SENTENCE_END = expression(r"[.!?:](?:\s+|$)|\n")
LONG_SENTENCE = 60  # letters
TIMES = 3
SMALL = frozenset("the a an of and for in at to inc llc ltd co".split())
WORD = expression(r"[^\W_]+")
OF_A_NAME = 3  # words at the beginning of two names that make them names of one organization
HOST = expression(r"^(?:https?://)?(?:www\.)?")
SHARED_HOSTS = frozenset(
    "facebook.com m.facebook.com instagram.com linktr.ee sites.google.com linkedin.com x.com twitter.com youtube.com"
    " meetup.com bit.ly eventbrite.com google.com".split()
)
LEAST_NAME = 10  # letters; a slip of the keys in a shorter name could be another name


def find_repeated(subject: Subject) -> Iterator[Finding]:
    """Sentences that stand in three listings or more."""
    seen: defaultdict[str, list[Text]] = defaultdict(list)
    for text in subject.descriptions:
        for sentence in set(SENTENCE_END.split(text.words)):
            if len(sentence) >= LONG_SENTENCE:
                seen[sentence.strip().lower()].append(text)
    for sentence, found in seen.items():
        if len(found) >= TIMES:
            yield Finding(
                found[0].mark,
                f'{found[0].owner}: "{sentence[:50].capitalize()}..." stands in {len(found)} listings, '
                f"also in {name_some(found[1:])}",
                "say it once, in the introduction of the section",
            )


def name_some(texts: Sequence[Text]) -> str:
    more = f" and {len(texts) - 2} more" if len(texts) > 2 else ""
    return ", ".join(text.owner for text in texts[:2]) + more


# --- near duplicates ----------------------------------------------------------------------------------


def shared(listings: Sequence[Listing], name: str) -> Iterator[tuple[Listing, Listing]]:
    """(first, later) of the listings that share something: of different ones of which neither mentions the other.

    Branches of one organization share their numbers, houses and names.
    """
    first = listings[0]
    for later in {each.id: each for each in listings[1:]}.values():
        if later.id == first.id or later.id in set(mentions(first)) or first.id in set(mentions(later)):
            continue
        is_right = are_branches if name == "same-name" else one_organization
        if not is_right(first, later) and not any(switch.name == name for switch in first.checks_off):
            yield first, later


def one_organization(one: Listing, other: Listing) -> bool:
    """Whether two listings are of one organization: by their web site, or by names that begin alike."""
    if hosts_of(one) & hosts_of(other):
        return True
    words = [WORD.findall(each.name.lower()) for each in (one, other)]
    alike = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*words)))
    return alike >= OF_A_NAME or 1 < alike == min(map(len, words)) < max(map(len, words))


def are_branches(one: Listing, other: Listing) -> bool:
    """Whether two listings have one name and different streets: then they are not one that was typed twice."""
    streets = [
        {location.address.address_1.lower() for location in each.locations if location.address} - {""}
        for each in (one, other)
    ]
    return one.name.lower() == other.name.lower() and all(streets) and not streets[0] & streets[1]


def hosts_of(listing: Listing) -> set[str]:
    """The web sites of a listing, but for those that many share."""
    addresses = (place.website for place in listing.places)
    hosts = {HOST.sub("", address.lower()).partition("/")[0] for address in addresses if address}
    return hosts - SHARED_HOSTS


def find_phones(subject: Subject) -> Iterator[Finding]:
    """Numbers of two listings."""
    owners: defaultdict[tuple[str, str], list[tuple[Listing, Phone]]] = defaultdict(list)
    for _, _, phone, listing in subject.phones:
        if listing and len(phone.e164) > 6:
            owners[phone.e164, phone.extension].append((listing, phone))
    for found in owners.values():
        for first, later in shared([listing for listing, _ in found], "same-phone") if len(found) > 1 else ():
            yield Finding(
                later.mark,
                f"{later.name}: {found[0][1].printed} is also the number of {first.name} ({first.mark})",
                f"if both are right, mention it in the text: [[{first.id}]]",
            )


def find_addresses(subject: Subject) -> Iterator[Finding]:
    """Addresses of two listings."""
    owners: defaultdict[str, list[tuple[Listing, str]]] = defaultdict(list)
    for listing, address in subject.addresses:
        place = address.address_1 or address.po_box
        if place and address.city:
            key = " ".join(
                WORD.findall(f"{place} {address.address_2} {address.city} {address.state_province}".lower())
            )
            owners[key].append((listing, place))
    for found in owners.values():
        for first, later in (
            shared([listing for listing, _ in found], "same-address") if len(found) > 1 else ()
        ):
            yield Finding(
                later.mark,
                f"{later.name}: {found[0][1]} is also the address of {first.name} ({first.mark})",
                f"if both are right, mention it in the text: [[{first.id}]]",
            )


def find_names(subject: Subject) -> Iterator[Finding]:
    """Names that are nearly the same, in the same city."""
    alike: defaultdict[str, list[Listing]] = defaultdict(list)  # by key
    for listing in subject.listings:
        alike[name_key(listing.name)].append(listing)
    for listings in alike.values():
        if len(listings) > 1:
            yield from report_names(in_same_city(listings))
    for one, other in near_pairs(alike):
        yield from report_names(in_same_city(alike[one] + alike[other]))


def report_names(groups: Iterable[Sequence[Listing]]) -> Iterator[Finding]:
    """A finding for each later listing of every group."""
    for group in groups:
        for first, later in shared(group, "same-name"):
            yield Finding(
                later.mark,
                f"{later.name}: the name is nearly that of {first.name} ({first.mark})",
                f"if they are one, make one listing of them; if not, mention the other: [[{first.id}]]",
            )


def near_pairs(keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of keys that a slip tells apart: with one letter taken out of one of them, or of each, they are the same."""
    first: dict[str, str] = {}
    done: set[tuple[str, str]] = set()
    for key in keys:
        for near in near_keys(key):
            other = first.setdefault(near, key)
            if other is not key and (other, key) not in done and same_digits(other, key):
                done.add((other, key))
                yield other, key


def in_same_city(listings: Iterable[Listing]) -> list[list[Listing]]:
    """The listings in groups of a city: branches of one organization have its name in every city."""
    groups: defaultdict[str, list[Listing]] = defaultdict(list)
    for listing in listings:
        for city in cities_of(listing) or ("",):
            groups[city].append(listing)
    nowhere = groups.pop("", [])
    return [group + nowhere for group in groups.values()] or [nowhere]


def name_key(name: str) -> str:
    """The words of a name without those that people leave out, in one order."""
    words = [
        word
        for word in WORD.findall(name.lower().replace("'", "").replace("\u2019", ""))
        if word not in SMALL
    ]
    return "".join(sorted(word.rstrip("s") or word for word in words))


def near_keys(key: str) -> set[str]:
    """The key itself, and what is left of it when one letter is taken out: keys with a slip have one in common."""
    if len(key) < LEAST_NAME:
        return {key}
    return {key, *(key[:number] + key[number + 1 :] for number in range(len(key)))}


def same_digits(one: str, other: str) -> bool:
    return [each for each in one if each.isdigit()] == [each for each in other if each.isdigit()]


def cities_of(listing: Listing) -> set[str]:
    places = [location.address for location in listing.locations if location.address] + list(
        listing.service_areas
    )
    return {place.city.lower() for place in places if place.city}


PAIR = "listings:\n  - id: food-bank\n    name: Harbor Food Bank\n    {0}\n  - id: meals\n    name: {2}\n    {1}\n"
PIER = "address: {address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: 94607}"
PASTED = "    description: Please call at least one day before you come so that a worker can meet you at the door.\n"

DUPLICATE_CHECKS = (
    Check(
        "repeated-text",
        WARNING,
        f"a sentence of {LONG_SENTENCE} letters or more that stands in {TIMES} listings or more",
        "listings:\n"
        + "".join(
            f"  - id: site-{n}\n    name: {name}\n{PASTED}"
            for n, name in enumerate(("Harbor Pantry", "Night Shelter", "Legal Help"), 1)
        ),
        find_repeated,
    ),
    Check(
        "same-phone",
        WARNING,
        "a number of two listings that do not mention each other and are no branches of one organization",
        PAIR.format("phones: 510-834-2000", "phones: 510-834-2000", "Meals on the Hill"),
        find_phones,
    ),
    Check(
        "same-address",
        WARNING,
        "an address of two listings that do not mention each other and are no branches of one organization",
        PAIR.format(PIER, PIER, "Meals on the Hill"),
        find_addresses,
    ),
    Check(
        "same-name",
        WARNING,
        "two names that are nearly the same, in one city",
        PAIR.format("phones: 510-834-2000", "phones: 510-834-2001", "The Harbour Food Bank, Inc."),
        find_names,
    ),
)
