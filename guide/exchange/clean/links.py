"""E-mail and web addresses: told apart, without what follows people around."""

import re
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

from guide.content.edit import Plain
from guide.exchange.clean.steps import Cleaning
from guide.exchange.clean.text import line_of
from guide.exchange.origin import Cell
from guide.expressions import expression
from guide.reading.kinds import EMAIL

FOLLOWING = expression(
    r"utm_\w+|ref|ref_?src|fbclid|gclid|mc_[ce]id|igshid|si|trk|source|campaign", re.IGNORECASE
)
AN_EMAIL = expression(r"(?<![\w.+'-])[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
A_SITE = expression(
    r"(?:https?:/{1,2}|www\.)[^\s<>,;\"']+|(?<![@\w.])[\w-]+(?:\.[\w-]+)*\.(?:org|com|net|gov|edu|info|us|ca|uk|mx|es|fr|de|eu|io|co|coop|health|care)(?:/[^\s<>,;\"']*)?(?![\w@])",
    re.IGNORECASE,
)
PLACEHOLDER = expression(
    r"(?<![\w-])example\.(?:com|org|net|edu)\b", re.IGNORECASE
)  # nobody has such an address
NO_SITES = expression(r"^(?:https?:/*)?(?:www\.?)?$", re.IGNORECASE)


class Links(NamedTuple):
    """The addresses of a record."""

    emails: tuple[tuple[str, str], ...] = ()  # (address, label)
    websites: tuple[tuple[str, str], ...] = ()


def links_of(cells: Iterable[tuple[Cell, str]], cleaning: Cleaning) -> Links:
    """The addresses in cells, each with its label, whichever of the two they were meant for."""
    emails: dict[str, str] = {}
    sites: dict[str, str] = {}
    for cell, label in cells:
        text = line_of(cell, cleaning, words=False).text
        emails_in, sites_in = find_links(text)
        for each in filter(PLACEHOLDER.search, (*emails_in, *sites_in)):
            cleaning.ledger.note(cell._replace(text=each), "placeholder, left out")
        for each in real(emails_in):
            emails.setdefault(each, label)
        for each in real(sites_in):
            kept = without_following(each) if cleaning.does("web") else each
            sites.setdefault(cleaning.changed(cell._replace(text=each), "web address", kept).text, label)
        if text and not emails_in and not sites_in and not NO_SITES.match(text):
            cleaning.ledger.note(cell, "address not read")
    return Links(tuple(emails.items()), tuple(sites.items()))


def find_links(text: str) -> tuple[list[str], list[str]]:
    """(e-mail addresses, web addresses) in a text."""
    emails = [each.strip(".'-") for each in AN_EMAIL.findall(text)]
    emails = [each for each in emails if EMAIL.fullmatch(each)]
    sites = [each.rstrip(".,;:)'\"") for each in A_SITE.findall(AN_EMAIL.sub(" ", text))]
    return emails, [site for site in map(usual, sites) if site]


def real(addresses: Iterable[str]) -> list[str]:
    """The addresses that stand for no others."""
    return [each for each in addresses if not PLACEHOLDER.search(each)]


def usual(site: str) -> str:
    """A web address with two slashes behind its scheme; "" where nothing but a scheme is left."""
    site = re.sub(
        r"^(https?):/+(?:https?:/+)?", lambda match: f"{match[1].lower()}://", site, flags=re.IGNORECASE
    )
    return "" if NO_SITES.match(site) else site


def without_following(site: str) -> str:
    """A web address without the parts that tell where somebody came from."""
    if "?" not in site and "#" not in site:
        return site
    parts = urlsplit(site)
    kept = [
        (key, value)
        for key, value in parse_qsl(parts.query, keep_blank_values=True)
        if not FOLLOWING.fullmatch(key)
    ]
    if len(kept) == len(parse_qsl(parts.query, keep_blank_values=True)):
        return site
    return parts._replace(query=urlencode(kept)).geturl()


def in_content(links: Links) -> dict[str, Plain]:
    """Addresses as content has them: the first alone, the others as lists with their labels."""
    found: dict[str, Plain] = {}
    for one, many, pairs in (("email", "emails", links.emails), ("website", "websites", links.websites)):
        if pairs:
            first = next((pair for pair in pairs if not pair[1]), pairs[0])
            found[one] = first[0]
            others: list[Plain] = [
                {one: address, **({"label": label} if label else {})}
                for address, label in pairs
                if address != first[0]
            ]
            if others:
                found[many] = others
    return found
