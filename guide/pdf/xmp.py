"""XMP (ISO 16684-1): properties of a file as XML, and the packet that holds them."""

from collections.abc import Iterable

XML_SPECIAL = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
XMP_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" {names}
{properties}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
UA_NAMES = """xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">"""
# PDF/A-2 knows no PDF/UA: a property that it does not know has to be described in the file (6.6.2.3).
UA_SCHEMA = """<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType><pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file conforms to</pdfaProperty:description></rdf:li></rdf:Seq>
</pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>"""
DECLARATION_NAMES = """xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfd="http://pdfa.org/declarations/">"""


def packet(names: str, *properties: str) -> bytes:
    """A metadata packet, given the `names` of its own spaces of properties; empty properties are left out."""
    return XMP_PACKET.format(names=names, properties="\n".join(filter(None, properties))).encode()


def tagged(key: str, text: str) -> str:
    """A property with one value, "" for none."""
    return f"<{key}>{text.translate(XML_SPECIAL)}</{key}>" if text else ""


def alternatives(key: str, text: str) -> str:
    """A property whose text could be given in several languages."""
    text = text.translate(XML_SPECIAL)
    return text and f'<{key}><rdf:Alt><rdf:li xml:lang="x-default">{text}</rdf:li></rdf:Alt></{key}>'


def listed(key: str, kind: str, texts: Iterable[str]) -> str:
    """A property with several values, ordered (Seq) or not (Bag)."""
    items = "".join(tagged("rdf:li", text) for text in texts)
    return items and f"<{key}><rdf:{kind}>{items}</rdf:{kind}></{key}>"


def declarations(*standards: str) -> str:
    """PDF Declarations (PDF Association): the file conforms to standards that are known by addresses."""
    items = "".join(
        f'<rdf:li rdf:parseType="Resource">{tagged("pdfd:conformsTo", each)}</rdf:li>' for each in standards
    )
    return f"<pdfd:declarations><rdf:Bag>{items}</rdf:Bag></pdfd:declarations>"
