"""Files that a file carries: other forms of the same document (ISO 32000-2, 7.11.4 and 14.13)."""

import hashlib
from collections.abc import Sequence
from datetime import datetime

from guide.layout.pages import AttachedFile
from guide.pdf.backend import Entries, File
from guide.pdf.syntax import array, name, text_string


def write_attached(file: File, attached: Sequence[AttachedFile], made: datetime) -> Entries:
    """Write files into another; the entries of its catalogue: each is associated with all of it, and found by its name."""
    places = {text_string(each.name): write_file(file, each, made) for each in attached}
    names = array(part for pair in sorted(places.items()) for part in pair)
    return {"AF": array(places.values()), "Names": b"<</EmbeddedFiles<</Names%s>>>>" % names}


def write_file(file: File, each: AttachedFile, made: datetime) -> bytes:
    """Write a file and what is to know of it; the reference of the latter."""
    called = text_string(each.name)
    stream = file.add_stream(
        each.data,
        {"Type": b"/EmbeddedFile", "Subtype": name(each.kind), "Params": parameters(each.data, made)},
    )
    return file.add_dictionary(
        {
            "Type": b"/Filespec",
            "F": called,
            "UF": called,
            "Desc": text_string(each.says),
            "AFRelationship": b"/Alternative",
            "EF": b"<</F %s/UF %s>>" % (stream, stream),
        }
    )


def parameters(data: bytes, made: datetime) -> bytes:
    """The day of a file, its size and its checksum: as the standard has it, an MD5 that guards nothing."""
    day = text_string(f"D:{made:%Y%m%d%H%M%S}Z")
    digest = hashlib.md5(data, usedforsecurity=False).hexdigest().encode()
    return b"<</CreationDate%s/ModDate%s/Size %d/CheckSum<%s>>>" % (day, day, len(data), digest)
