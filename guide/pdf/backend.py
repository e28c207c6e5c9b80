"""The PDF file as numbered objects, on top of reportlab: the one module that imports it.

reportlab numbers the objects, keeps the catalogue and the page tree, and formats dictionaries. Its `Canvas`
is left alone: it can neither tag nor use Identity-H, and importing it costs more: click, yaml and uharfbuzz
load in 88 ms, with `pdfdoc` in 118, with `Canvas` in 125 (Python 3.11, best of 15).

Its own serialiser is replaced for three reasons: it writes no object streams, it forgets the line end before
`endstream` (PDF/A-2, 6.1.7.1), and one object at a time through `Reference` and `PDFDictionary` is too slow
for the families that count in hundred thousands (structure elements, annotations), which arrive as bytes.
"""

import codecs
import hashlib
import sys
import zlib
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.util import LazyLoader, find_spec, module_from_spec
from itertools import accumulate
from typing import NamedTuple, TypeAlias, TypeVar


def import_when_used(name: str) -> None:
    """Have a module loaded when something in it is first used, not when another module imports it."""
    if name in sys.modules:
        return
    spec = find_spec(name)
    if spec is None or spec.loader is None:
        raise ModuleNotFoundError(name)
    loader = spec.loader = LazyLoader(spec.loader)
    sys.modules[name] = module = module_from_spec(spec)
    loader.exec_module(module)
    package, _, child = name.rpartition(".")
    setattr(sys.modules[package], child, module)  # where `from package import child` looks first


# What reportlab imports and seldom or never uses here: PIL takes 9 ms, what it knows of faces as long as itself.
for name in ("PIL.Image", "reportlab.pdfbase.pdfmetrics", "reportlab.pdfbase.pdfutils"):
    import_when_used(name)
# The names and numbers that it writes here are ASCII; its own codec would import the widths of the 14 faces of PDF.
codecs.register({"extpdfdoc": codecs.lookup("ascii")}.get)

from reportlab import rl_config  # noqa: E402
from reportlab.pdfbase import pdfdoc  # noqa: E402

from guide.pdf.syntax import Names, reference  # noqa: E402

# reportlab takes these from ~/.reportlab_settings and RL_* variables: a build must not depend on either.
SETTINGS = {
    "invariant": 1,  # no clock, no comments
    "pageCompression": 1,
    "useA85": 0,  # Base85 in Python: seconds, and a quarter more bytes
    "wrapA85": 0,
    "pdfMultiLine": 0,
    "pdfComments": 0,
    "documentLang": None,
}
# What this module uses of reportlab that is not documented; a test names the one that is gone.
HOOKS = (
    "PDFDocument.Reference",
    "PDFDocument().Catalog",
    "PDFDocument().Pages",
    "PDFDocument().objectcounter",
    "PDFDocument().idToObject",
    "PDFDocument().numberToId",
    "PDFCatalog.__NoDefault__",
    "PDFCatalog.__Refs__",
    "PDFPages().pages",
    "PDFDictionary().dict",
    "format",
)

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
SHORT = 100  # pages: up to so many, the best compression costs less than anybody notices
# Of 1 to 9. The best is for short files and for object streams: 9 saves a five-hundredth, and takes 3 ms more for 20 pages.
BEST_COMPRESSION = 7
# Of the pages of longer ones: level 6 takes a fifth longer and saves 1.5%, level 4 saves a quarter and costs 4.5%.
COMPRESSION = 5
MANY_STREAMS = 20  # object streams: fewer are packed one after the other
OBJECTS_IN_A_STREAM = (
    1000  # readers unpack a whole stream to reach one object; 200 would add 3% to a small guide
)


class Catalog(pdfdoc.PDFCatalog):  # type: ignore[misc]  # reportlab has no types
    """reportlab's catalogue with the entries it would drop."""

    __NoDefault__ = [*pdfdoc.PDFCatalog.__NoDefault__, "OutputIntents", "AF"]
    __Refs__ = [key for key in pdfdoc.PDFCatalog.__Refs__ if key != "PageMode"]


Entries: TypeAlias = Mapping[str, bytes | float]  # of a dictionary, as they are written
KEYS = Names()  # of dictionaries: some dozens, each written once
ObjectStream: TypeAlias = tuple[int, list[int]]  # its number, and those of its objects in their order
Given = TypeVar("Given")
Made = TypeVar("Made")


class Packed(NamedTuple):
    """The finished objects of a part of a file: streams, and object streams with everything else."""

    data: bytes
    offsets: dict[int, int]  # of streams in the data, by object number
    places: list[ObjectStream]


class File(pdfdoc.PDFDocument):  # type: ignore[misc]  # reportlab has no types
    """A PDF file that grows: streams are written as they come, other objects are kept until `save`.

    `after`: it is a part of another file whose objects have the numbers up to this one, and ends with `packed`. `header`
    is its first line, which says of which version it is, and the line that says that it is no text.
    """

    objectcounter: int  # the last object number that is given

    def __init__(self, pages: int = 0, after: int = 0, header: bytes = HEADER) -> None:
        self.level = BEST_COMPRESSION if pages <= SHORT else COMPRESSION
        for key, value in SETTINGS.items():
            setattr(rl_config, key, value)
        super().__init__(dummyoutline=1, compression=0, invariant=1, pdfVersion=(1, 7))
        self.Catalog = Catalog()
        self.Catalog.Pages = self.Pages
        self.page_tree = self.refer(self.Pages)
        self._fonts = self.idToObject[
            pdfdoc.BasicFonts
        ]  # {resource name: reference}, which reportlab numbers first
        self.after = after
        self.objectcounter = max(self.objectcounter, after)
        self._written = [] if after else [header]
        self._length = sum(map(len, self._written))
        self._offsets: dict[int, int] = {}  # of streams, by object number
        self._objects: dict[int, bytes] = {}  # everything else as bytes, by object number
        self._places: list[ObjectStream] = []  # of objects in object streams, see Packed
        self._first_stream = 0  # object number of the first of these streams, where it was given before

    def refer(self, made: "pdfdoc.PDFObject") -> bytes:
        """The reference of one of reportlab's own objects, which has its number from then on."""
        return bytes(self.Reference(made).format(self))

    def reserve(self, count: int = 1) -> int:
        """The first of so many object numbers in a row, each to be given to `put` or `put_stream`."""
        first = self.objectcounter + 1
        self.objectcounter += count
        return first

    def put(self, object_number: int, data: bytes) -> None:
        """Keep a finished object that is not a stream."""
        self._objects[object_number] = data

    def made(self, object_number: int) -> bytes:
        """A finished object that is not a stream, and not yet packed."""
        return self._objects[object_number]

    def put_stream(
        self, object_number: int, data: bytes, entries: Entries | None = None, compress: bool = True
    ) -> None:
        """Write a stream with further entries of its dictionary."""
        described = dict(entries or {})
        if compress:
            data = self.pack(data)
            described["Filter"] = b"/FlateDecode"
        described["Length"] = len(data)
        self._write_object(object_number, dictionary(described), data)

    def pack(self, data: bytes) -> bytes:
        """Data compressed as this file does it."""
        return zlib.compress(data, self.level)

    def put_content(self, object_number: int, packed: bytes) -> None:
        """Write a content stream that is compressed by `pack`."""
        self._write_object(object_number, b"<</Filter/FlateDecode/Length %d>>" % len(packed), packed)

    def add_stream(self, data: bytes, entries: Entries | None = None, compress: bool = True) -> bytes:
        """Write a stream under a number of its own; its reference, b"12 0 R"."""
        object_number = self.reserve()
        self.put_stream(object_number, data, entries, compress)
        return reference(object_number)

    def add_packed(self, packed: bytes, entries: Entries | None = None) -> bytes:
        """Write a stream that is compressed by `pack`, as `add_stream` does."""
        return self.add_stream(packed, {**(entries or {}), "Filter": b"/FlateDecode"}, compress=False)

    def put_dictionary(self, object_number: int, entries: Entries) -> None:
        """Keep a dictionary, {key: bytes or number}, under a reserved number."""
        self.put(object_number, dictionary(entries))

    def add_dictionary(self, entries: Entries) -> bytes:
        """Keep a dictionary, {key: bytes or number}; its reference, b"12 0 R"."""
        object_number = self.reserve()
        self.put_dictionary(object_number, entries)
        return reference(object_number)

    def add_fonts(self, fonts: Mapping[str, bytes]) -> bytes:
        """Keep the dictionary of the faces, {resource name: reference}; its reference."""
        if self.after:
            return self.add_dictionary(fonts)
        self._fonts.dict.update(fonts)
        return self.refer(self._fonts)

    def add_page(self, object_number: int) -> None:
        """Hang a page into the page tree."""
        self.Pages.pages.append(reference(object_number))

    def close_numbers(self) -> int:
        """Number the object streams before what is in them is written; the last object number of this part of a file.

        Every number of this part is then given, and every page that it has a content stream for will be put.
        """
        kept = (
            self.objectcounter - self.after - len(self._offsets)
        )  # as many pages as content streams are still to come
        self._first_stream = self.reserve(count_streams(kept))
        return self.objectcounter

    def packed(self) -> Packed:
        """The objects of this part of a file; Packed."""
        self._format_objects()
        places = self._pack_objects()
        return Packed(b"".join(self._written), self._offsets, places)

    def add(self, packed: Packed) -> None:
        """Add the objects of a part of this file."""
        start = self._length
        self._write(packed.data)
        self._offsets.update((number, start + offset) for number, offset in packed.offsets.items())
        self._places += packed.places

    def save(self, catalog: Entries, information: Entries | None) -> bytes:
        """The bytes of the file; both arguments are entries, {key: bytes or number}; None where there is no information."""
        for key, value in catalog.items():
            setattr(self.Catalog, key, value)
        trailer = {"Root": self.refer(self.Catalog)}
        if information is not None:
            trailer["Info"] = self.add_dictionary(information)
        self._format_objects()
        self._places += self._pack_objects()
        return self._close(trailer)

    def _format_objects(self) -> None:
        """Format reportlab's own objects; formatting one may make it number another."""
        while waiting := [
            number for number in self.numberToId if number > self.after and number not in self._objects
        ]:
            for number in waiting:
                made = self.idToObject[self.numberToId[number]]
                self._objects[number] = pdfdoc.format(made, self, toplevel=1)

    def _pack_objects(self) -> list[ObjectStream]:
        """Write the objects that are kept into object streams; list of (stream's number, numbers of its objects)."""
        numbers = sorted(self._objects)
        groups = [
            numbers[start : start + OBJECTS_IN_A_STREAM]
            for start in range(0, len(numbers), OBJECTS_IN_A_STREAM)
        ]
        first = self._first_stream or self.reserve(len(groups))
        places = list(enumerate(groups, first))
        for (stream, some), (index, packed) in zip(places, in_threads(self._pack_group, groups)):
            entries: Entries = {"Type": b"/ObjStm", "N": len(some), "First": index, "Filter": b"/FlateDecode"}
            self.put_stream(stream, packed, entries, compress=False)
        return places

    def _pack_group(self, numbers: Sequence[int]) -> tuple[int, bytes]:
        """(length of its index, the packed bytes) of an object stream (ISO 32000-1, 7.5.7)."""
        objects = [self._objects.pop(number) for number in numbers]
        starts = accumulate((len(data) + 1 for data in objects), initial=0)
        index = b" ".join([b"%d %d" % pair for pair in zip(numbers, starts)]) + b"\n"
        return len(index), zlib.compress(index + b"\n".join(objects), BEST_COMPRESSION)

    def _close(self, entries: Entries) -> bytes:
        """Write the cross-reference stream and the end; the whole file."""
        number, start = self.reserve(), self._length
        self._offsets[number] = start
        rows = array("Q", bytes(8 * (number + 1)))  # a row is a type, a place and an index: 1, 5 and 2 bytes
        rows[0] = 65535  # object 0 heads the list of free ones
        for each, offset in self._offsets.items():
            rows[each] = 1 << 56 | offset << 16
        for stream, numbers in self._places:
            row, first, last = 2 << 56 | stream << 16, numbers[0], numbers[-1]
            if last - first == len(numbers) - 1:  # as most are: a directory has 400,000 objects
                rows[first : last + 1] = array("Q", range(row, row + len(numbers)))
                continue
            for order, each in enumerate(numbers):
                rows[each] = row | order
        if missing := [each for each in range(1, number + 1) if not rows[each]]:
            raise KeyError(f"objects that have a number and were never written: {missing[:5]}")
        if sys.byteorder == "little":
            rows.byteswap()
        digest = b"<%s>" % self.digest()
        table: Entries = {
            "Type": b"/XRef",
            "Size": number + 1,
            "W": b"[1 5 2]",
            "ID": b"[%s%s]" % (digest, digest),
        }
        packing = {"DecodeParms": b"<</Predictor 12/Columns 8>>"}
        self.put_stream(number, png_up(rows.tobytes(), 8), {**entries, **table, **packing})
        self._write(b"startxref\n%d\n%%%%EOF\n" % start)
        return b"".join(self._written)

    def digest(self) -> bytes:
        """A digest of all that is written, in hexadecimal: the file's identity follows from its content alone."""
        digest = hashlib.md5(usedforsecurity=False)
        for data in self._written:
            digest.update(data)
        return digest.hexdigest().encode()

    def _write_object(self, object_number: int, dictionary: bytes, data: bytes) -> None:
        self._offsets[object_number] = self._length
        self._write(b"%d 0 obj\n%s\nstream\n" % (object_number, dictionary), data, b"\nendstream\nendobj\n")

    def _write(self, *parts: bytes) -> None:
        self._written += parts
        self._length += sum(map(len, parts))


def dictionary(entries: Entries) -> bytes:
    """A dictionary as reportlab writes it, with its keys in their order and six to a line: in a third of its time.

    A handout of three pages has two dozen of them, which would be a twelfth of all its time.
    """
    pairs = [KEYS[key] + b" " + value_bytes(entries[key]) for key in sorted(entries)]
    lines = [b" ".join(pairs[start : start + 6]) for start in range(0, len(pairs), 6)]
    return b"<<\n" + b" \n  ".join(lines) + b"\n>>"


def value_bytes(value: bytes | float) -> bytes:
    """Bytes as they are, or a number."""
    if isinstance(value, bytes):
        return value
    return b"%d" % value if isinstance(value, int) else bytes(pdfdoc.format(value, None))


def in_threads(function: Callable[[Given], Made], values: Sequence[Given]) -> Iterator[Made]:
    """`map(function, values)`; of many values, by two threads. zlib, which takes most of the time, lets both go on."""
    if len(values) < MANY_STREAMS:
        yield from map(function, values)
        return
    from concurrent.futures import ThreadPoolExecutor  # a short file is written sooner than this is imported

    with ThreadPoolExecutor(2) as pool:
        yield from pool.map(function, values)


def count_streams(objects: int) -> int:
    """How many object streams so many objects fill."""
    return -(-objects // OBJECTS_IN_A_STREAM)


def png_up(data: bytes, width: int) -> bytes:
    """Rows of bytes less the row above, each after the tag 2 (PNG's filter Up, RFC 2083): tables pack far better.

    All bytes are subtracted at once, as one long integer: the top bit of each byte is kept out of the
    subtraction, so that no borrow reaches its neighbour, and is set right afterwards.
    """
    size = len(data)
    this = int.from_bytes(data, "big")
    above = this >> 8 * width
    top = int.from_bytes(b"\x80" * size, "big")
    difference = ((this | top) - (above & ~top)) ^ ((this ^ ~above) & top)
    rows = difference.to_bytes(size, "big")
    tagged = bytearray(b"\x02" * (size // width * (width + 1)))
    for column in range(width):
        tagged[column + 1 :: width + 1] = rows[column::width]
    return bytes(tagged)


def missing_hooks() -> list[str]:
    """The names in `HOOKS` that the installed reportlab no longer has."""
    missing = []
    for hook in HOOKS:
        owner, _, attribute = hook.rpartition(".")
        made = owner.endswith("()")
        owner = getattr(pdfdoc, owner.removesuffix("()")) if owner else pdfdoc
        if not hasattr(owner() if made else owner, attribute):
            missing.append(hook)
    return missing
