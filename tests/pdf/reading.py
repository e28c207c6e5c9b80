"""A PDF read back: its structure tree with the text of each marked-content sequence."""

import io
import re
from dataclasses import dataclass, field

from pypdf import PdfReader
from pypdf.generic import ByteStringObject, ContentStream, DictionaryObject, IndirectObject

REVERSED = "reversed"  # letters of a string in the order in which they are seen
HEXADECIMAL = re.compile(rb"<([0-9A-Fa-f]*)>")
BLOCK = re.compile(rb"begin(bfrange|bfchar)\n(.*?)end\1", re.DOTALL)


@dataclass
class Node:
    """A structure element: kids are nodes, texts, and annotations as their dictionaries."""

    kind: str
    entries: dict
    kids: list = field(default_factory=list)

    @property
    def text(self):
        return "".join(
            kid if isinstance(kid, str) else kid.text for kid in self.kids if not isinstance(kid, dict)
        )

    def outline(self):
        """The tree as nested tuples of kinds and texts, annotations as "@"."""
        kids = (
            kid.outline() if isinstance(kid, Node) else "@" if isinstance(kid, dict) else kid
            for kid in self.kids
        )
        return (self.kind, *kids)

    def find(self, kind):
        """Every node of a kind, in reading order."""
        found = [self] if self.kind == kind else []
        return found + [node for kid in self.kids if isinstance(kid, Node) for node in kid.find(kind)]


class Marked(str):
    """The text of marked content, with where its pieces stand, and its page."""

    def __new__(cls, text, segments, page):
        made = super().__new__(cls, text)
        made.segments, made.page = segments, page
        return made


class Reading:
    """A file, its tree, and its parent tree; reading fails where they do not agree."""

    def __init__(self, data):
        self.reader = PdfReader(io.BytesIO(data), strict=True)
        self.catalog = self.reader.trailer["/Root"]
        self.pages = {page.indirect_reference.idnum: page for page in self.reader.pages}
        self.marked = {number: marked_segments(page, self.reader) for number, page in self.pages.items()}
        root = self.catalog["/StructTreeRoot"]
        self.parents = read_numbers(root["/ParentTree"])
        self.seen = set()  # (page number, MCID)
        self.tree = self.read_element(root.raw_get("/K"), root.indirect_reference, None)
        self.check_all_read()

    def read_element(self, reference, parent, page):
        element = reference.get_object()
        assert element.raw_get("/P") == parent
        own_page = element.raw_get("/Pg").idnum if "/Pg" in element else page
        node = Node(element["/S"][1:], element)
        kids = element.raw_get("/K") if "/K" in element else []
        kids = kids if isinstance(kids, list) else [kids]
        node.kids = [self.read_kid(kid, reference, own_page) for kid in kids]
        return node

    def read_kid(self, kid, element, page):
        if isinstance(kid, IndirectObject):
            return self.read_element(kid, element, page)
        if isinstance(kid, DictionaryObject):
            page = kid.raw_get("/Pg").idnum if "/Pg" in kid else page
            if kid["/Type"] == "/OBJR":
                return self.read_annotation(kid, element, page)
            kid = kid["/MCID"]
        self.seen.add((page, int(kid)))
        key = self.pages[page]["/StructParents"]
        assert self.parents[key][kid] == element
        segments = self.marked[page][kid]
        return Marked(joined(segments), segments, page)

    def read_annotation(self, kid, element, page):
        annotation = kid["/Obj"]
        assert kid.raw_get("/Obj") in self.pages[page]["/Annots"]
        assert self.parents[annotation["/StructParent"]] == element
        return annotation

    def check_all_read(self):
        """Every marked-content sequence is in the tree, and the parent tree holds nothing else."""
        assert self.seen == {(page, mcid) for page, texts in self.marked.items() for mcid in texts}
        counted = sum(len(parents) for parents in self.parents.values() if isinstance(parents, list))
        assert counted == len(self.seen)


def read_numbers(tree):
    """A number tree as {key: value}, references kept."""
    found = {}
    for leaf in tree["/Kids"]:
        leaf = leaf.get_object()
        pairs = list(leaf["/Nums"])
        found.update(zip(map(int, pairs[::2]), pairs[1::2]))
        assert [min(pairs[::2]), max(pairs[::2])] == list(leaf["/Limits"])
    return found


def marked_segments(page, reader):
    """{MCID: [(x, y, size, text), ...]} of a page; text outside a sequence of either kind fails."""
    fonts = {key: read_cmap(font) for key, font in page["/Resources"]["/Font"].items()}
    segments, open_sequences, font, size, x, y = {}, [], None, 0, 0, 0
    for operands, operator in ContentStream(page.get_contents(), reader).operations:
        if operator == b"BDC" and operands[0] == "/Artifact":
            assert operands[1]["/Type"] in ("/Pagination", "/Layout")
            open_sequences.append(None)
        elif operator == b"BDC":
            open_sequences.append(int(operands[1]["/MCID"]))
            assert open_sequences[-1] not in segments
            segments[open_sequences[-1]] = []
        elif operator == b"BMC":
            assert operands == ["/ReversedChars"]
            open_sequences.append(REVERSED)
        elif operator == b"EMC":
            open_sequences.pop()
        elif operator == b"BT":
            x, y = 0, 0
        elif operator == b"Td":
            x, y = x + float(operands[0]), y + float(operands[1])
        elif operator == b"Tf":
            font, size = fonts[operands[0]], float(operands[1])
        elif operator in (b"TJ", b"Tj"):
            mcid, *how = open_sequences
            assert how in ([], [REVERSED])
            if mcid is not None:
                parts = operands[0] if operator == b"TJ" else operands
                text = "".join(decode(part, font) for part in parts)
                segments[mcid].append((x, y, size, text[::-1] if how else text))
    assert not open_sequences
    return segments


def joined(segments):
    """The text of marked content."""
    return "".join(text for *_, text in segments)


def decode(part, cmap):
    """The text of a string in a TJ array, nothing for a move."""
    if isinstance(part, (int, float)) or part.__class__.__name__ in ("FloatObject", "NumberObject"):
        return ""
    data = bytes(part) if isinstance(part, ByteStringObject) else part.original_bytes
    return "".join(cmap[int.from_bytes(data[at : at + 2], "big")] for at in range(0, len(data), 2))


def read_cmap(font):
    """{code: text} of a font's ToUnicode."""
    return parse_cmap(font["/ToUnicode"].get_data())


def parse_cmap(data):
    """{code: text} of a CMap; a code that is mapped twice fails."""
    found = {}
    for operator, block in BLOCK.findall(data):
        for line in block.splitlines():
            first, *middle, target = HEXADECIMAL.findall(line)
            last = middle[0] if operator == b"bfrange" else first
            text = bytes.fromhex(target.decode()).decode("utf-16-be")
            for step in range(int(last, 16) - int(first, 16) + 1):
                code = int(first, 16) + step
                assert code not in found
                found[code] = text[:-1] + chr(ord(text[-1]) + step) if text else ""
    return found
