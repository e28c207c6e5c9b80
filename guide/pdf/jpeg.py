"""The data of a JPEG file without what is beside the picture: place, camera, comments, previews (ISO/IEC 10918-1, B)."""

from typing import TypeAlias

from guide.expressions import expression

START, END, SCAN, COMMENT = b"\xff\xd8", b"\xff\xd9", 0xDA, 0xFE
FRAMES = (0xC0, 0xC1, 0xC2)  # baseline, extended, progressive: what every reader of PDF knows
TABLES = (0xC4, 0xDB, 0xDD)  # Huffman, quantization, restart interval
APPLICATIONS = range(0xE0, 0xF0)
Label: TypeAlias = tuple[int, bytes]  # of a segment: its marker, and how it begins
JFIF, ADOBE = (0xE0, b"JFIF\0"), (0xEE, b"Adobe")  # say what the colours are
LENGTHS = {JFIF: 14, ADOBE: 12}  # of their contents without a preview
MARKER = expression(rb"\xff+([^\x00\xff])")
AFTER_SCAN = expression(rb"\xff+[^\x00\xd0-\xd7\xff]")


def bare_jpeg(data: bytes) -> bytes:
    """The file with only the segments that draw it, b"" where it has others or does not say what its colours are."""
    kept, at, says_colours = [START], len(START), False
    while match := MARKER.match(data, at):
        marker, start = match[1][0], match.end()
        if match[1] == END[1:]:
            return b"".join([*kept, END]) if says_colours else b""
        at = start + int.from_bytes(data[start : start + 2], "big")
        content = data[start + 2 : at]
        label = next(
            (label for label in LENGTHS if marker == label[0] and content.startswith(label[1])), None
        )
        if label:
            kept.append(segment(marker, shortened(content, label)))
            says_colours = True
        elif marker in FRAMES or marker in TABLES or marker == SCAN:
            kept.append(segment(marker, content))
            says_colours |= marker in FRAMES and content[5:6] == b"\1"
        elif marker not in APPLICATIONS and marker != COMMENT:
            return b""
        if marker == SCAN:
            after = AFTER_SCAN.search(data, at)
            if not after:
                return b""
            kept.append(data[at : after.start()])
            at = after.start()
    return b""


def segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + (len(content) + 2).to_bytes(2, "big") + content


def shortened(content: bytes, label: Label) -> bytes:
    """The contents of a segment of JFIF or Adobe, without a preview."""
    content = content[: LENGTHS[label]]
    return content[:-2] + b"\0\0" if label == JFIF else content
