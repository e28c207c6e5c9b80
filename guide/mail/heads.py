"""The head of a message as lines: encoded so that every program reads every space, and no line is too long.

The standard library breaks long heads at spaces that stand between encoded words, where readers drop them (RFC 2047).
Here spaces stand within encoded words, at the end of one, so that no word is torn even by a reader that keeps white
space between them, as Python itself does in names before 3.12.9.
"""

import email.policy
from collections.abc import Iterator
from email.base64mime import header_encode as in_base64
from email.headerregistry import AddressHeader
from email.quoprimime import header_encode as in_quoted_printable
from email.utils import quote

from guide.expressions import expression

WHOLE = ("message-id", "list-unsubscribe", "list-unsubscribe-post")  # heads that must not be encoded
ADDRESSES = ("from", "to", "reply-to")
LONGEST_LINE = 76  # with an encoded word in it
AROUND = len("=?utf-8?b??=")
MOST_WORD = 60  # letters of an ASCII word, or a name, that is written as it is
SMUGGLED = expression(rb"\r(?!\n)|(?<!\r)\n|\n(?![ \t]|\Z)|\n[ \t]*\r")
PARTS = expression(r"\S+ *| +")
ATOMS = expression(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]+")


class Policy(email.policy.EmailPolicy):
    """As the standard library writes messages, but for heads with texts, and heads that programs read: these are never encoded.

    And no head may hold another one, whatever was put into it.
    """

    def fold_binary(self, name: str, value: str) -> bytes:
        if not all(character.isprintable() for character in str(value)):
            raise ValueError(f"{name} would be more than one line in the head of a message")
        key = name.lower()
        if key in WHOLE:
            return f"{name}: {value}\r\n".replace(">, <", ">,\r\n <").encode("ascii")
        if key == "subject":
            return fold_text(name, str(value)).encode("ascii")
        written = (
            fold_addresses(name, value).encode("utf-8")
            if key in ADDRESSES and isinstance(value, AddressHeader)
            else super().fold_binary(name, value)
        )
        if SMUGGLED.search(written):
            raise ValueError(f"{name} would be more than one line in the head of a message")
        return written


def fold_text(name: str, text: str) -> str:
    """A head with a text."""
    start = len(name) + 2
    if not text.isascii() or any(len(word) > MOST_WORD for word in text.split(" ")):
        return f"{name}: {encoded(text, start)}\r\n"
    lines: list[list[str]] = [[]]
    length = start
    for word in text.split(" "):
        if lines[-1] and length + len(word) > LONGEST_LINE:
            lines.append([])
            length = 1
        lines[-1].append(word)
        length += len(word) + 1
    return f"{name}: " + "\r\n ".join(map(" ".join, lines)) + "\r\n"


def fold_addresses(name: str, value: AddressHeader) -> str:
    """A head with addresses, each with the name of its owner before it."""
    written: list[str] = []
    start = len(name) + 2
    for address in value.addresses:
        before = phrase(address.display_name, start)
        line_end = (
            "\r\n "
            if "\r\n" in before or start + len(before) + len(address.addr_spec) + 3 > LONGEST_LINE
            else " "
        )
        written.append(f"{before}{line_end}<{address.addr_spec}>" if before else address.addr_spec)
    return f"{name}: " + ",\r\n ".join(written) + "\r\n"


def phrase(name: str, start: int) -> str:
    """A name before an address: as it is, in quotation marks, or encoded."""
    if not name.isascii() or len(name) > MOST_WORD:
        return encoded(name, start)
    return name if not name or ATOMS.fullmatch(name) else f'"{quote(name)}"'


def encoded(text: str, start: int) -> str:
    """The text in encoded words, one on each line; the first line has `start` characters already."""
    words, room = [""], bytes_within(LONGEST_LINE - start)
    for part in parts_of(text):
        if len((words[-1] + part).encode()) > room:
            words.append("")
            room = bytes_within(LONGEST_LINE - 1)
        words[-1] += part
    return "\r\n ".join(map(shorter, filter(None, words)))


def parts_of(text: str) -> Iterator[str]:
    """Yield the parts that stay together: words with the spaces behind them, or letters where a word is long."""
    for match in PARTS.finditer(text):
        if len(match[0].encode()) <= bytes_within(LONGEST_LINE // 2):
            yield match[0]
        else:
            yield from match[0]


def bytes_within(characters: int) -> int:
    """How many bytes an encoded word of so many characters holds."""
    return (characters - AROUND) // 4 * 3


def shorter(text: str) -> str:
    """The text as one encoded word, in the shorter of the two ways."""
    data = text.encode()
    return min(in_base64(data, "utf-8"), in_quoted_printable(data, "utf-8"), key=len)
