"""What the file says of itself: XMP, document information, page labels."""

import os
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, time
from typing import NamedTuple

from guide import __version__
from guide.expressions import expression
from guide.layout.pages import Document
from guide.pdf.standards import UA_1, Standard
from guide.pdf.syntax import array, text_string
from guide.pdf.xmp import alternatives, listed, packet, tagged

MAKER = f"guide {__version__}"
PRODUCER = "ReportLab PDF Library"

DECIMAL, LOWER_ROMAN, UPPER_ROMAN = b"/D", b"/r", b"/R"
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
ROMAN_UNTIL = 200  # front matter; a folio "mm" is rather a mark than 2000
COUNTED = expression(r"(.*?)([1-9][0-9]*)", re.DOTALL)


def moment(document: Document) -> datetime:
    """When the document was made, in UTC: SOURCE_DATE_EPOCH if it is set, else the date of the edition."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC)
    return datetime.combine(document.date, time(), UTC)


def information(document: Document) -> dict[str, bytes]:
    """The entries of the document information dictionary (ISO 32000-1, 14.3.3), the same as in XMP."""
    made = f"{moment(document):%Y%m%d%H%M%S}"
    texts = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Keywords": ", ".join(document.keywords),
        "Creator": MAKER,
        "Producer": PRODUCER,
        "CreationDate": f"D:{made}Z",
        "ModDate": f"D:{made}Z",
    }
    return {key: text_string(text) for key, text in texts.items() if text}


def xmp(document: Document, standard: Standard = UA_1) -> bytes:
    """The metadata packet, stating what the file conforms to; empty fields of the document are left out."""
    conforms = standard.properties(bool(document.attached))
    return packet(standard.names, *described(document, language=document.code), *conforms)


def described(document: Document, language: str = "", trapped: str = "") -> Iterator[str]:
    """Yield what every packet says of a document: what it is about, and who made it when."""
    made = f"{moment(document):%Y-%m-%dT%H:%M:%SZ}"
    yield tagged("dc:format", "application/pdf")
    yield alternatives("dc:title", document.title)
    yield listed("dc:creator", "Seq", [document.author])
    yield alternatives("dc:description", document.subject)
    yield listed("dc:subject", "Bag", document.keywords)
    yield listed("dc:language", "Bag", [language])
    own, *wider = document.identifiers or ("",)
    yield tagged("dc:identifier", own)
    yield listed("dc:relation", "Bag", wider)  # the serial that it is an issue of
    yield tagged("pdf:Keywords", ", ".join(document.keywords))
    yield tagged("pdf:Producer", PRODUCER)
    yield tagged("pdf:Trapped", trapped)
    yield tagged("xmp:CreatorTool", MAKER)
    yield from (tagged(f"xmp:{key}Date", made) for key in ("Create", "Modify", "Metadata"))


class Label(NamedTuple):
    """A folio as PDF counts pages: a numbering style, b"" where nothing is counted, a prefix, and the number."""

    style: bytes
    prefix: str
    value: int


def viewer_preferences(short_edge: bool, single_sided: bool = False, own_paper: bool = False) -> bytes:
    """How a print dialogue begins (ISO 32000-1, 12.2): in actual size, and turned like the leaf of a book.

    `short_edge`: as a page that lies is turned over. `own_paper`: each page is a whole sheet of a size that a tray has.
    """
    duplex = b"Simplex" if single_sided else b"DuplexFlipShortEdge" if short_edge else b"DuplexFlipLongEdge"
    tray = b"/PickTrayByPDFSize true" if own_paper else b""
    return b"<</DisplayDocTitle true/PrintScaling/None/Duplex/%s%s>>" % (duplex, tray)


def page_labels(folios: Iterable[str]) -> bytes:
    """The number tree of page labels (ISO 32000-1, 12.4.2), one entry for each run of folios that count up."""
    entries: list[bytes] = []
    before: Label | None = None
    for index, folio in enumerate(folios):
        label = read_folio(folio)
        counts_on = before and label.style and label == before._replace(value=before.value + 1)
        if not counts_on and (label.style or label != before):
            entries.append(b"%d %s" % (index, label_dictionary(label)))
        before = label
    return b"<</Nums%s>>" % array(entries)


def read_folio(folio: str) -> Label:
    """A folio taken apart: "A-12" counts in decimal after "A-", "iv" in roman numbers, others not at all."""
    value = roman_value(folio.lower())
    if value and folio == roman(value):
        return Label(LOWER_ROMAN, "", value)
    if value and folio == roman(value).upper():
        return Label(UPPER_ROMAN, "", value)
    if match := COUNTED.fullmatch(folio):
        return Label(DECIMAL, match[1], int(match[2]))
    return Label(b"", folio, 0)


def label_dictionary(label: Label) -> bytes:
    parts = []
    if label.style:
        parts.append(b"/S" + label.style)
    if label.prefix:
        parts.append(b"/P" + text_string(label.prefix))
    if label.value > 1:
        parts.append(b"/St %d" % label.value)
    return b"<<%s>>" % b"".join(parts)


def roman(value: int) -> str:
    """A number as a small roman numeral."""
    text = ""
    for worth, letters in ROMAN:
        count, value = divmod(value, worth)
        text += letters * count
    return text


def roman_value(text: str) -> int:
    """The number of a small roman numeral below `ROMAN_UNTIL`, 0 for anything else."""
    if not text or set(text) - set("ivxlc"):
        return 0
    return next((value for value in range(1, ROMAN_UNTIL) if roman(value) == text), 0)
