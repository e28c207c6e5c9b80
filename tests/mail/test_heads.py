"""Heads of messages as mail programs read them: every space there, and no line too long."""

import email
import email.policy
import re
from email.header import decode_header, make_header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import parseaddr

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.mail.heads import Policy
from guide.mail.messages import head_text
from tests.thorough import examples

WORD = re.compile(rb"=\?([^?]+)\?([^?]+)\?([^?]*)\?=")
TEXTS = (
    "H\u01b0\u1edbng d\u1eabn h\u1ed7 tr\u1ee3 gi\u1ea3m t\u00e1c h\u1ea1i v\u00e0 ph\u1ee5c h\u1ed3i: c\u00e1c nh\u00f3m, cu\u1ed9c h\u1ecdp v\u00e0 ch\u01b0\u01a1ng tr\u00ecnh m\u00e1y t\u00ednh, s\u1ed1 2",
    "\u0627\u0644\u062f\u0644\u064a\u0644 \u0625\u0644\u0649 \u0627\u0644\u0645\u0633\u0627\u0639\u062f\u0629 \u0641\u064a \u0627\u0644\u0645\u062f\u064a\u0646\u0629 \u0648\u0645\u0627 \u062d\u0648\u0644\u0647\u0627 RN 3",
    "\u0938\u0939\u093e\u092f\u0924\u093e \u0915\u0947 \u0932\u093f\u090f \u092e\u093e\u0930\u094d\u0917\u0926\u0930\u094d\u0936\u093f\u0915\u093e \u0938\u092e\u0942\u0939 \u0914\u0930 \u092c\u0948\u0920\u0915\u0947\u0902",
    "\u4e92\u52a9 \u6307\u5357 " * 12,
    "\u0421\u043f\u0440\u0430\u0432\u043e\u0447\u043d\u0438\u043a \u043f\u043e\u043c\u043e\u0449\u0438, \u043d\u043e\u043c\u0435\u0440 2, \u0433\u043e\u0440\u043e\u0434 \u041e\u0434\u0435\u0441\u0441\u0430 \u0438 \u043e\u043a\u0440\u0435\u0441\u0442\u043d\u043e\u0441\u0442\u0438",
    "Help near you, edition 3",
    "one two three " * 30,
    'Pat "Q" O\'Neil (night), RN',
    "Ann",
    "x" * 2900,
    "\u0436" * 2900,
    "a@b <c>, d:",
    "caf\u00e9 " * 20,
    "50% = half? _under_",
)
LETTERS = st.sampled_from(
    "ab,.\"()<>@:;\\=?_%' \u00e9\u1ed7\u0436\u0627\u0644\u0938\u0902\u4e92\U0001f44b \u00a0\u200d"
)
ANY = (
    st.text(LETTERS, max_size=120)
    | st.lists(
        st.sampled_from(
            (
                "word",
                "\u0438",
                "\u0627\u0644\u0645\u0633\u0627\u0639\u062f\u0629",
                "\u4e92\u52a9",
                "=?utf-8?q?a?=",
                "RN,",
            )
        ),
        max_size=40,
    ).map(" ".join)
).map(head_text)


def written(subject, name, international=False):
    """The head of a message with a subject and a name, as bytes."""
    message = EmailMessage(policy=Policy(linesep="\r\n", utf8=international))
    message["To"] = message["From"] = Address(name, "ann", "harbor.org")
    message["Subject"] = subject
    message.set_content("x")
    return message.as_bytes().partition(b"\r\n\r\n")[0] + b"\r\n\r\n"


def by_rfc_2047(data):
    """A text whose encoded words are decoded, without the white space between two of them."""
    joined = re.sub(rb"(\?=)\s+(=\?)", rb"\1\2", re.sub(rb"\r\n(?=[ \t])", b"", data))
    return str(
        make_header(
            [
                (
                    b"".join(
                        part if isinstance(part, bytes) else part.encode()
                        for part, _ in decode_header(joined.decode())
                    ),
                    "utf-8",
                )
            ]
        )
    )


def check(text, international=False):
    """What every way to read a head makes of a text as subject and as name."""
    data = written(text or "x", text, international)
    assert all(len(line) <= 76 or b"=?" not in line and len(line) < 400 for line in data.split(b"\r\n"))
    assert all(len(match[0]) <= 75 for match in WORD.finditer(data))
    modern, old = (
        email.message_from_bytes(data, policy=policy)
        for policy in (email.policy.default, email.policy.compat32)
    )
    assert modern["Subject"] == (text or "x") and not modern.defects and not modern["To"].defects
    assert re.sub(r"\r\n(?=[ \t])", "", str(make_header(decode_header(old["Subject"])))) == (text or "x")
    assert by_rfc_2047(re.search(rb"(?ms)^Subject: (.*?)\r\n(?![ \t])", data)[1]) == (text or "x")
    shown = modern["To"].addresses[0].display_name
    assert (
        shown.replace(" ", "") == text.replace(" ", "")
        and modern["To"].addresses[0].addr_spec == "ann@harbor.org"
    )
    if all(
        len(word.encode()) < 20 for word in text.split(" ")
    ):  # some versions of the library keep spaces between encoded words
        assert " ".join(shown.split(" ")).split() == text.split()
    name, address = parseaddr(re.sub(r"\r\n(?=[ \t])", "", old["To"]))
    assert (str(make_header(decode_header(name))), address) == (text, "ann@harbor.org")


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("international", [False, True])
def test_every_space_is_there(text, international):
    check(head_text(text), international)


@pytest.mark.slow
@given(ANY, st.booleans())
@settings(deadline=None, max_examples=examples(40, 200))
def test_any_text_is_read_as_it_is(text, international):
    check(text, international)


def test_a_short_name_is_written_as_people_know_it():
    """Encoded only where it must be."""
    assert b"To: Ann <ann@harbor.org>\r\n" in written("x", "Ann")
    assert b'To: "Ann, RN" <ann@harbor.org>\r\n' in written("x", "Ann, RN")
    assert b"To: =?utf-8?b?Sm9zw6k=?= <ann@harbor.org>\r\n" in written("x", "Jos\u00e9", international=True)
    assert b"To: ann@harbor.org\r\n" in written("x", "")


@pytest.mark.parametrize("text", ["a\r\nBcc: b@c.org", "a\nb", "a\x00b"])
def test_a_line_end_in_a_head_is_refused(text):
    message = EmailMessage(policy=Policy(linesep="\r\n"))
    message._headers.append(("Subject", text))
    with pytest.raises(ValueError):
        message.as_bytes()
