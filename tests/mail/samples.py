"""An edition, a sender and recipients, for tests of messages."""

from guide.mail.address import Address, parse_address
from guide.mail.messages import Parcel, Sender
from guide.mail.recipients import Recipient
from guide.mail.templates import BUILT_IN, Templates

PARCEL = Parcel(
    name="guide",
    title="Help near you",
    subtitle="",
    number=3,
    date="2026-04-01",
    pages=16,
    paper="Letter",
    file="guide.pdf",
    data=b"%PDF-\r\n.\r\n\x00\xff" * 500,
    digest="d" * 64,
    language="en",
    website="",
    link="",
)


TEMPLATES = Templates(BUILT_IN, "en")


def address(text):
    found = parse_address(text)
    assert isinstance(found, Address)
    return found


SENDER = Sender(
    address=address("guide@harbor.org"),
    name='Cl\u00ednica, "Harbor"',
    reply_to=address("desk@harbor.org"),
    unsubscribe=("mailto:stop@harbor.org", "https://harbor.org/" + "x" * 120 + "?who={address}"),
)


def recipient(to="ann@harbor.org", **more):
    return Recipient(address=address(to), mark=None, **more)
