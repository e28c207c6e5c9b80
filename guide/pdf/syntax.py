"""Numbers, names and strings as PDF writes them (ISO 32000-1, 7.3), in bytes."""

from collections.abc import Iterable
from typing import TypeAlias

from guide.expressions import expression

Corners: TypeAlias = tuple[float, float, float, float]  # left, bottom, right, top in points, y up

NOT_REGULAR = expression(rb"[^!-~]|[#%()/<>\[\]{}]")
LATIN = expression(  # where PDFDocEncoding is Latin-1, and no text that would be taken for the mark of another encoding
    r"(?!\xfe\xff|\xff\xfe|\xef\xbb\xbf)[\t\n\r -~\xa1-\xac\xae-\xff]+"
)


def number(value: float) -> bytes:
    """A number to two decimals, b"12.5"."""
    text = (b"%.2f" % value).rstrip(b"0").rstrip(b".")
    return b"0" if text == b"-0" else text


class Decimals(dict[int, bytes]):
    """{hundredths: PDF number}, each written once: b"12.5" for 1250.

    A hundredth of a point is finer than any press; whole hundredths also keep relative moves from drifting.
    """

    def __missing__(self, hundredths: int) -> bytes:
        self[hundredths] = text = number(hundredths / 100)
        return text


def array(values: Iterable[bytes]) -> bytes:
    """An array of what is bytes already, b"[1 2]"."""
    return b"[" + b" ".join(values) + b"]"


def reference(object_number: int) -> bytes:
    """A reference to an object, b"12 0 R"."""
    return b"%d 0 R" % object_number


def name(text: str) -> bytes:
    """A name object, b"/H1"."""
    return b"/" + NOT_REGULAR.sub(lambda match: b"#%02X" % match[0][0], text.encode())


def literal(data: bytes) -> bytes:
    """A string object with the bytes as they are; a bare carriage return would be read as a line feed."""
    data = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"(%s)" % data.replace(b"\r", b"\\r")


def text_string(text: str) -> bytes:
    """A string object that people read: ASCII or the letters that PDFDocEncoding has as Latin-1 has them, else UTF-16 with its mark."""
    if text.isascii():
        return literal(text.encode())
    if LATIN.fullmatch(text):
        return literal(text.encode("latin-1"))
    return literal(b"\xfe\xff" + text.encode("utf-16-be"))


class Names(dict[str, bytes]):
    """{text: name object}, each written once: b"/H1" for "H1"."""

    def __missing__(self, text: str) -> bytes:
        self[text] = made = name(text)
        return made
