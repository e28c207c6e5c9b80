"""What a print shop's file says of itself: for which paper and inks it is made, and that it is PDF/X-4 (ISO 15930-7).

PDF/X-4 has the profile of that printing condition in the file. Where there is none, the file names the condition, keeps
every other rule, and does not say that it is PDF/X-4.
"""

from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from guide.layout.pages import Document
from guide.model import PrintingCondition, Spot
from guide.pdf.backend import Entries, File
from guide.pdf.metadata import described, information
from guide.pdf.syntax import array, text_string
from guide.pdf.xmp import packet, tagged

HEADER = b"%PDF-1.6\n%\xe2\xe3\xcf\xd3\n"  # what PDF/X-4 is built on
REGISTRY = "http://www.color.org"
VERSION = "PDF/X-4"
NAMES = """xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/">"""
PREFERENCES = b"<</DisplayDocTitle true/PrintScaling/None>>"


class Shop(NamedTuple):
    """What a print shop prints with."""

    condition: PrintingCondition
    spot: Spot | None = None

    @property
    def is_complete(self) -> bool:
        """Whether the file has all that PDF/X-4 asks for."""
        return bool(self.condition.profile)


def shop_catalog(file: File, document: Document, shop: Shop) -> Entries:
    """Write metadata and output intent; the entries of the catalogue."""
    kind = {"Type": b"/Metadata", "Subtype": b"/XML"}
    return {
        "Lang": text_string(document.code),
        "ViewerPreferences": PREFERENCES,
        "Metadata": file.add_stream(shop_xmp(document, shop, file.digest()), kind, compress=False),
        "OutputIntents": array([output_intent(file, shop.condition)]),
    }


def shop_information(document: Document) -> Entries:
    """The entries of the information dictionary: nothing is trapped yet."""
    return information(document) | {"Trapped": b"/False"}


def output_intent(file: File, condition: PrintingCondition) -> bytes:
    """Write the output intent (ISO 32000-1, 14.11.5); its reference, b"12 0 R"."""
    name = text_string(condition.name)
    entries: dict[str, bytes | float] = {
        "Type": b"/OutputIntent",
        "S": b"/GTS_PDFX",
        "OutputConditionIdentifier": name,
        "RegistryName": text_string(REGISTRY),
        "Info": name,
    }
    if condition.profile:
        entries["DestOutputProfile"] = file.add_stream(Path(condition.profile).read_bytes(), {"N": 4})
    return file.add_dictionary(entries)


def shop_xmp(document: Document, shop: Shop, digest: bytes) -> bytes:
    """The metadata packet; the file is known by what is in it, `digest`."""
    conforms = (
        tagged("xmpMM:DocumentID", f"uuid:{uuid5(NAMESPACE_URL, digest.decode())}"),
        tagged("xmpMM:VersionID", "1"),
        tagged("xmpMM:RenditionClass", "default"),
        tagged("pdfxid:GTS_PDFXVersion", VERSION if shop.is_complete else ""),
    )
    return packet(NAMES, *described(document, trapped="False"), *conforms)
