"""The standards that a file for reading can be held to: what each asks of the file beyond tags and faces.

PDF/UA-1 with PDF/A-2a is PDF 1.7. PDF/UA-2 (ISO 14289-2) with PDF/A-4 (ISO 19005-4) and WTPDF 1.0, which asks the same,
is PDF 2.0: elements are of a namespace, and what leads somewhere leads to an element. A file that carries other files is
PDF/A-3a in the place of PDF/A-2a (ISO 19005-3), or PDF/A-4f.
"""

from typing import NamedTuple

from guide.pdf.xmp import DECLARATION_NAMES, UA_NAMES, UA_SCHEMA, declarations, tagged

BINARY = b"%\xe2\xe3\xcf\xd3\n"  # the line that says that a file is no text
NAMESPACE = (
    b"<</Type/Namespace/NS(http://iso.org/pdf2/ssn)>>"  # of the elements of PDF 2.0 (ISO 32000-2, 14.8.6)
)
ONLY_BEFORE = frozenset(
    ("Art", "BibEntry", "BlockQuote", "Code", "Index", "Note", "Private", "Quote", "Reference", "TOC", "TOCI")
)  # kinds of elements that PDF 2.0 has from PDF 1.7 alone
ONLY_SINCE = frozenset(
    ("Description", "Unordered", "Ordered")
)  # values of attributes that PDF 1.7 does not have
WTPDF = "http://pdfa.org/declarations/wtpdf#"


class Standard(NamedTuple):
    """What a file is held to, as an edition names it."""

    name: str
    header: bytes
    names: str  # of the spaces of its properties in the metadata
    archive: tuple[str, ...]  # these properties: the part of PDF/A
    archive_of_files: tuple[str, ...]  # the same of a file that carries others
    conforms: tuple[str, ...]  # what else it conforms to
    is_2: bool = False  # PDF 2.0: namespaces, structure destinations, and no information dictionary

    def properties(self, carries: bool = False) -> tuple[str, ...]:
        """What a file says that it conforms to; `carries`: it has other files in it."""
        return (*(self.archive_of_files if carries else self.archive), *self.conforms)


UA_1 = Standard(
    "ua-1",
    b"%PDF-1.7\n" + BINARY,
    UA_NAMES,
    (tagged("pdfaid:part", "2"), tagged("pdfaid:conformance", "A")),
    (tagged("pdfaid:part", "3"), tagged("pdfaid:conformance", "A")),
    (tagged("pdfuaid:part", "1"), UA_SCHEMA),
)
UA_2 = Standard(
    "ua-2",
    b"%PDF-2.0\n" + BINARY,
    DECLARATION_NAMES,
    (tagged("pdfaid:part", "4"), tagged("pdfaid:rev", "2020")),
    (tagged("pdfaid:part", "4"), tagged("pdfaid:rev", "2020"), tagged("pdfaid:conformance", "F")),
    (
        tagged("pdfuaid:part", "2"),
        tagged("pdfuaid:rev", "2024"),
        declarations(f"{WTPDF}accessibility1.0", f"{WTPDF}reuse1.0"),
    ),
    is_2=True,
)
STANDARDS = {each.name: each for each in (UA_1, UA_2)}
