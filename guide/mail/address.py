"""E-mail addresses, judged before anything is sent to them."""

import re
import unicodedata
from dataclasses import dataclass
from typing import NamedTuple

MOST_LOCAL, MOST_DOMAIN, MOST_LABEL = 64, 253, 63  # octets, RFC 5321
LOCAL = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+)*"
)
LABEL = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
TWO_WAYS = "\u00df\u03c2\u200c\u200d"  # the older and the newer rules for names make other domains of these
ONE_ADDRESS = "write one address such as help@example.org"


class Trouble(NamedTuple):
    """Why a text is no address."""

    what: str  # is wrong with it: "is not one e-mail address"
    hint: str  # what to do


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it goes to the server."""

    local: str  # before the @
    domain: str  # in ASCII, small letters

    def __str__(self) -> str:
        return f"{self.local}@{self.domain}"

    @property
    def key(self) -> str:
        """What two spellings of one address have in common."""
        return f"{self.local.casefold()}@{self.domain}"

    @property
    def is_international(self) -> bool:
        """Whether the server has to take UTF-8 before the @."""
        return not self.local.isascii()


def parse_address(text: str) -> Address | Trouble:
    """The address that a text is, or why it is none."""
    text = unicodedata.normalize("NFC", text.strip(" "))
    if not text.isprintable() or " " in text:
        return Trouble("has spaces or characters that cannot be seen", ONE_ADDRESS)
    local, at, domain = text.rpartition("@")
    if not at or "<" in text or ">" in text or "," in text:
        return Trouble("is not one e-mail address", ONE_ADDRESS)
    if not LOCAL.fullmatch(local) or "=?" in local or len(local.encode()) > MOST_LOCAL:
        return Trouble(
            "is not an e-mail address that servers take",
            f"look at what stands before the @; {ONE_ADDRESS}",
        )
    known = domain_in_ascii(domain)
    return known if isinstance(known, Trouble) else Address(local, known)


def domain_in_ascii(domain: str) -> str | Trouble:
    """The domain as the network knows it, or why there can be none such."""
    if set(domain) & set(TWO_WAYS):
        return Trouble(
            "has a domain that is read in two ways",
            "write the domain in its form that begins with xn--",
        )
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return Trouble("has a domain that cannot be", ONE_ADDRESS)
    labels = domain.split(".")
    good = len(labels) > 1 and all(LABEL.fullmatch(label) and len(label) <= MOST_LABEL for label in labels)
    if not good or len(domain) > MOST_DOMAIN or labels[-1].isdecimal():
        return Trouble("has a domain that cannot be", ONE_ADDRESS)
    return domain
