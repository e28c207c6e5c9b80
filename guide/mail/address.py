"""E-mail addresses, judged before anything is sent to them."""

import unicodedata

from guide.expressions import expression
from guide.frozen import frozen
from guide.problems import mail as kinds
from guide.problems.kind import ProblemKind

MOST_LOCAL, MOST_DOMAIN, MOST_LABEL = 64, 253, 63  # octets, RFC 5321
LOCAL = expression(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~\u0080-\U0010ffff-]+)*"
)
LABEL = expression(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?")
TWO_WAYS = "\u00df\u03c2\u200c\u200d"  # the older and the newer rules for names make other domains of these


@frozen(kw_only=False)
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


def parse_address(text: str) -> Address | ProblemKind:
    """The address that a text is, or why it is none."""
    text = unicodedata.normalize("NFC", text.strip(" "))
    if not text.isprintable() or " " in text:
        return kinds.UNSEEN_IN_EMAIL
    local, at, domain = text.rpartition("@")
    if not at or "<" in text or ">" in text or "," in text:
        return kinds.NOT_ONE_EMAIL
    if not LOCAL.fullmatch(local) or "=?" in local or len(local.encode()) > MOST_LOCAL:
        return kinds.NOT_TAKEN_EMAIL
    known = domain_in_ascii(domain)
    return Address(local, known) if isinstance(known, str) else known


def domain_in_ascii(domain: str) -> str | ProblemKind:
    """The domain as the network knows it, or why there can be none such."""
    if set(domain) & set(TWO_WAYS):
        return kinds.DOMAIN_OF_TWO
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        return kinds.NO_DOMAIN
    labels = domain.split(".")
    good = len(labels) > 1 and all(LABEL.fullmatch(label) and len(label) <= MOST_LABEL for label in labels)
    if not good or len(domain) > MOST_DOMAIN or labels[-1].isdecimal():
        return kinds.NO_DOMAIN
    return domain
