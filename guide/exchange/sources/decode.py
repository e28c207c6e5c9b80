"""Bytes of a source become text, in whatever encoding its program wrote them."""

import codecs

from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SAMPLE = 200_000  # bytes of lines with other letters than English ones, from which the encoding is found out
MOSTLY = 0.9  # of such lines are UTF-8: then all of the file is, but for a few that were pasted in
LATIN = (
    "cp1252",
    "mac_roman",
    "cp437",
)  # Windows, old Macs, DOS: told apart by the characters that people use
WIDE = (
    "utf_16",
    "utf_16_le",
    "utf_16_be",
    "utf_32",
    "utf_32_le",
    "utf_32_be",
    "utf_7",
)  # found before, by their zeros; in two or three lines anything looks like them
USUAL = frozenset("’‘“”–—•…·éñóíáúüçèêàâôöäßÉÑÓÍÁÚÜ©®°½¼¾§ºª¿¡\u00a0")
FAMILY = frozenset({"cp1252", "latin_1", "iso8859_15", "cp1250", "cp1254", "cp1257", "mac_roman", "mac_latin2", "cp437", "cp850"})  # fmt: skip


def text_of(data: bytes, source: str, ledger: Ledger) -> str:
    """The text of a source with plain line ends; another encoding than UTF-8 is told."""
    text, encoding = decode(data)
    if encoding not in ("utf-8", "utf-8-sig"):
        ledger.tell(Origin(source, 0), "encoding", f"read as {encoding}")
    if "\0" in text:
        ledger.tell(Origin(source, 0), "characters taken out", f"{text.count(chr(0))} NUL")
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def decode(data: bytes) -> tuple[str, str]:
    """(text, the name of its encoding); bytes that mean nothing in it become the replacement character."""
    for bom, encoding in BOMS:
        if data.startswith(bom):
            return data.decode(encoding, "replace"), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data":  # all of it is UTF-8, and was cut off within a letter
            return data.decode("utf-8", "replace"), "utf-8"
        return decode_other(data)


def decode_other(data: bytes) -> tuple[str, str]:
    """What is not UTF-8, or not everywhere."""
    if wide := wide_encoding(data):
        return data.decode(wide, "replace"), wide
    lines = [line for line in data.replace(b"\r", b"\n").split(b"\n") if not line.isascii()]
    if sum(map(is_utf8, lines)) >= MOSTLY * len(lines):
        return decode_lines(data), "UTF-8 with some lines in cp1252"
    encoding = find_encoding(b"\n".join(lines)[:SAMPLE])
    return data.decode(encoding, "replace"), encoding


def wide_encoding(data: bytes) -> str:
    """UTF-16 without the mark that tells it: every second byte of English is zero."""
    start = data[:2_000]
    half = max(1, len(start) // 2)
    for place, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        if start[place::2].count(0) > 0.6 * half:
            return encoding
    return ""


def is_utf8(line: bytes) -> bool:
    """Whether a line is UTF-8."""
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def decode_lines(data: bytes) -> str:
    """UTF-8 into which lines of Windows were pasted."""
    return "".join(
        line.decode("utf-8" if is_utf8(line) else "cp1252", "replace")
        for line in data.splitlines(keepends=True)
    )


def find_encoding(sample: bytes) -> str:
    """The encoding in which lines make sense."""
    from charset_normalizer import from_bytes  # takes 20 ms to import, and most files are UTF-8

    best = from_bytes(sample, threshold=0.4, cp_exclusion=list(WIDE)).best()
    if best is None or best.encoding in FAMILY or usual_share(sample, "cp1252") > 0.9:
        return max(LATIN, key=lambda encoding: usual_share(sample, encoding))
    return best.encoding


def usual_share(sample: bytes, encoding: str) -> float:
    """How many of the characters beyond ASCII are such as people type, from 0 to 1."""
    beyond = [letter for letter in sample.decode(encoding, "replace") if not letter.isascii()]
    return sum(letter in USUAL for letter in beyond) / max(1, len(beyond))
