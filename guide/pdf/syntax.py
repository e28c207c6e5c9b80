"""Numbers, names and strings as PDF writes them (ISO 32000-1, 7.3), in bytes."""

import re

NOT_REGULAR = re.compile(rb"[^!-~]|[#%()/<>\[\]{}]")


class Decimals(dict):
    """Hundredths as PDF numbers, each written once: 1250 is b"12.5".

    A hundredth of a point is finer than any press; whole hundredths also keep relative moves from drifting.
    """

    def __missing__(self, hundredths):
        whole, part = divmod(abs(hundredths), 100)
        text = b"%d.%02d" % (whole, part) if part else b"%d" % whole
        if part:
            text = text.rstrip(b"0")
        self[hundredths] = text = b"-" + text if hundredths < 0 else text
        return text


def number(value):
    """A number to two decimals, b"12.5"."""
    return Decimals()[round(value * 100)]


def array(values):
    """An array of what is bytes already, b"[1 2]"."""
    return b"[" + b" ".join(values) + b"]"


def reference(object_number):
    """A reference to an object, b"12 0 R"."""
    return b"%d 0 R" % object_number


def name(text):
    """A name object, b"/H1"."""
    return b"/" + NOT_REGULAR.sub(lambda match: b"#%02X" % match[0][0], text.encode())


def literal(data):
    """A string object with the bytes as they are; a bare carriage return would be read as a line feed."""
    for special in (b"\\", b"(", b")"):
        data = data.replace(special, b"\\" + special)
    return b"(" + data.replace(b"\r", b"\\r") + b")"


def text_string(text):
    """A string object that people read: ASCII where that is enough, else UTF-16 with its mark."""
    return literal(text.encode() if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be"))
