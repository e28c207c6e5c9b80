"""E-mail addresses, web addresses and opening hours."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from guide.content.checks.base import Check, Finding, Subject, targets
from guide.content.hours import has_replaced
from guide.errors import WARNING, Mark
from guide.expressions import expression
from guide.model import Listing, Location, Program
from guide.model.hours import DAY

DOMAIN_TYPOS = {
    "gmial.com": "gmail.com",
    "gamil.com": "gmail.com",
    "gmai.com": "gmail.com",
    "gmail.co": "gmail.com",
    "gnail.com": "gmail.com",
    "hotmial.com": "hotmail.com",
    "hotmai.com": "hotmail.com",
    "yaho.com": "yahoo.com",
    "yahooo.com": "yahoo.com",
    "outlok.com": "outlook.com",
    "aol.co": "aol.com",
}
TRACKING = expression(
    r"(?:utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|igshid|igsh|mc_[ce]id|_hs(?:enc|mi)|mkt_tok|_ga|_gl)(?:=|$)",
    re.IGNORECASE,
)
WEB_TYPO = expression(
    r"https?://(?:https?[:/]|(?:ww|wwww|www\.www)\.|[^/]*\.\.|[^/]*\.(?:con|ocm|cmo|ogr|rog)(?:/|$))|[.,;]$",
    re.IGNORECASE,
)
LONG_ADDRESS = 60
LONG_HOURS = 120
LONG_NIGHT = 15 * 60  # minutes


def places(subject: Subject) -> Iterator[tuple[Listing, Listing | Location | Program]]:
    """(listing, what has an e-mail address, web address and hours) of every listing, location and program."""
    for listing in subject.listings:
        yield from ((listing, place) for place in listing.places)


def find_email(subject: Subject) -> Iterator[Finding]:
    """E-mail addresses with a slip of the keys in them."""
    for listing, place in places(subject):
        for email in filter(None, (place.email, *(each.target for each in place.emails))):
            name, _, domain = email.rpartition("@")
            right = DOMAIN_TYPOS.get(domain.lower())
            if not right and domain.lower().endswith((".con", ".ocm", ".ogr")):
                right = domain[:-3] + {"con": "com", "ocm": "com", "ogr": "org"}[domain[-3:].lower()]
            if right:
                yield Finding(
                    listing.mark,
                    f"{listing.name}: {email} looks like a slip of the keys",
                    f"did you mean {name}@{right}?",
                )
            elif ".." in email or name.startswith(".") or name.endswith("."):
                yield Finding(
                    listing.mark,
                    f"{listing.name}: {email} has a full stop too many",
                    "look the address up again",
                )


def websites(place: Listing | Location | Program) -> list[str]:
    """Every web address of a listing, an office or a program."""
    return [*filter(None, (place.website, *(each.target for each in place.websites)))]


def web_addresses(subject: Subject) -> Iterator[tuple[str, Mark, str]]:
    """(owner's name, mark, address) of every web address, also of links in texts."""
    guide = subject.guide
    for listing, place in places(subject):
        for website in websites(place):
            yield listing.name, listing.mark, website
    for listing in subject.listings:
        yield from (
            (listing.name, listing.mark, each)
            for prose in listing.prose
            for each in targets(prose)
            if each.startswith("http")
        )
    if guide.website:
        yield "the guide", guide.mark, guide.website


def find_tracking(subject: Subject) -> Iterator[Finding]:
    """Web addresses with parts that only tell somebody where a reader came from."""
    for owner, mark, address in web_addresses(subject):
        if "?" in address or "&" in address:
            parts = urlsplit(address)
            query = parts.query.split("&")
            kept = [part for part in query if not TRACKING.match(part)]
            if len(kept) < len(query):
                clean = urlunsplit(parts._replace(query="&".join(kept)))
                yield Finding(
                    mark, f"{owner}: the web address follows its readers: {address}", f"write {clean}"
                )


def find_web_typo(subject: Subject) -> Iterator[Finding]:
    """Web addresses with a slip of the keys in them."""
    for owner, mark, address in web_addresses(subject):
        if WEB_TYPO.search(address):
            yield Finding(
                mark,
                f"{owner}: the web address looks like a slip of the keys: {address}",
                "open it and copy it again",
            )


def find_long_web(subject: Subject) -> Iterator[Finding]:
    """Printed web addresses that are too long to type."""
    for listing, place in places(subject):
        for website in websites(place):
            if len(website) > LONG_ADDRESS:
                yield Finding(
                    listing.mark,
                    f"{listing.name}: nobody types a web address of {len(website)} letters from paper",
                    "look for a shorter one, such as that of the first page",
                )


def find_long_hours(subject: Subject) -> Iterator[Finding]:
    """Opening hours that are a text rather than hours."""
    for listing, place in places(subject):
        for line in () if place.opening else place.hours:
            if len(line) > LONG_HOURS:
                yield Finding(
                    listing.mark,
                    f"{listing.name}: a line of hours has {len(line)} letters",
                    "write a line for each group of days, and the rest into the description",
                )


def find_night(subject: Subject) -> Iterator[Finding]:
    """Hours that go on until the next day for so long that they may be a mistake."""
    for listing, place in places(subject):
        if not place.opening:
            continue
        for rule in place.opening.rules:
            for begin, end in rule.spans:
                if end is not None and end > DAY and end - begin > LONG_NIGHT:
                    yield Finding(
                        listing.mark,
                        f'{listing.name}: "{place.opening.text}" is open through the night, for {(end - begin) // 60} hours',
                        "write times after noon as in 17:00",
                    )


def find_replaced(subject: Subject) -> Iterator[Finding]:
    """Rules of hours that a later rule replaces, so that they hold on no day."""
    for listing, place in places(subject):
        if place.opening and has_replaced(place.opening.text):
            yield Finding(
                listing.mark,
                f'{listing.name}: in "{place.opening.text}" a later rule takes the place of an earlier one',
                "write two times of one day as in Mo 10:00-12:00,14:00-16:00",
            )


REACH_CHECKS = (
    Check(
        "email-typo",
        WARNING,
        "an e-mail address with a slip of the keys in it",
        "email: kim@gmial.com",
        find_email,
    ),
    Check(
        "web-tracking",
        WARNING,
        "a web address with parts that only follow its readers (utm_source, fbclid)",
        "website: https://harbor.org/food?utm_source=news",
        find_tracking,
    ),
    Check(
        "web-typo",
        WARNING,
        "a web address with a slip of the keys in it",
        "website: https://ww.harbor.org",
        find_web_typo,
    ),
    Check(
        "web-long",
        WARNING,
        f"a printed web address of more than {LONG_ADDRESS} letters",
        "website: https://harbor.org/programs/community/food/pantry/schedule/2026/spring",
        find_long_web,
    ),
    Check(
        "hours-long",
        WARNING,
        f"a line of hours in words of more than {LONG_HOURS} letters",
        "hours: >-\n  The pantry is open most mornings, but in the summer it opens a little later and on the last day of\n"
        "  the month it closes early so that the shelves can be counted",
        find_long_hours,
    ),
    Check(
        "hours-overnight",
        WARNING,
        "hours that go on into the next day, for more than 15 hours in all",
        "hours: Mo-Fr 09:00-05:00",
        find_night,
    ),
    Check(
        "hours-replaced",
        WARNING,
        "hours of which a part holds on no day, because a later part is for the same days",
        "hours: Mo 10:00-12:00; Mo 14:00-16:00",
        find_replaced,
    ),
)
