"""Small documents to draw, and the faces to draw them with."""

from datetime import date
from functools import cache

from guide.layout.pages import (
    ACCENT,
    WHITE,
    Box,
    Destination,
    Document,
    Dots,
    Image,
    Line,
    LinkArea,
    OutlineEntry,
    Page,
    Text,
)
from guide.layout.pages import Path as Outline
from guide.layout.tags import Tag
from guide.layout.type.fonts import Face, find_font

SCRIPTS = {
    "arabic": "NotoNaskhArabic-Regular",
    "devanagari": "NotoSans-Regular",
    "chinese": "NotoSansSC-Regular",
}


@cache
def face(name="AtkinsonHyperlegibleNext-Regular"):
    """A face that is shipped, by its name or a script's."""
    return Face(find_font(f"{SCRIPTS.get(name, name)}.ttf"))


def text(tag, words, y=100, x=72, **changes):
    """Words in the usual face and size."""
    options = {"face": face(), "size": 12, **changes}
    return Text(tag, x, y, words, **options)


def page(*items, folio="1", links=(), width=612, height=792):
    return Page(width=width, height=height, folio=folio, items=items, links=links)


def document(*pages, root=None, **changes):
    """A document of these pages, with all that a file says of itself."""
    fields = {
        "title": "Help & support",
        "language": "en",
        "author": "The editors",
        "subject": "Who helps, and where",
        "date": date(2024, 5, 1),
        "accent": "#0B4A8C",
        "pages": pages,
        "root": root or Tag("Document"),
        **changes,
    }
    return Document(**fields)


def everything(picture=None):
    """A document with one of each."""
    root = Tag("Document")
    heading, paragraph = Tag("H1", root, title="Help"), Tag("P", root, language="fr")
    link = Tag("Link", paragraph)
    line = Tag("LI", Tag("L", root, attributes=(("List", "ListNumbering", "Decimal"),)))
    entry = Tag("Link", Tag("Reference", Tag("TOCI", Tag("TOC", root))))
    first = [
        text(None, "Running head", 40, size=9),
        Line(72, 45, 540, 45, 0.5),
        Box(72, 80, 200, 30),
        text(heading, "AVATAR (To) ", colour=WHITE, face=face("AtkinsonHyperlegibleNext-Bold"), size=20),
        text(paragraph, "naïve “café” ", 130),
        text(link, "www.example.org ", 130, x=200, colour=ACCENT),
        text(paragraph, "Ж and ", 130, x=300, face=face("NotoSans-Regular")),
        text(Tag("Lbl", line), "1. ", 160),
        text(Tag("LBody", line), "Call first. ", 160, x=90),
        text(entry, "Contents ", 190),
        Dots(130, 480, 187, 5, 1.2),
        text(entry, "ii", 190, x=490),
        Outline((("m", 72, 210), ("l", 90, 210), ("c", 95, 215, 95, 220, 90, 225), ("h",)), ACCENT, 0.5),
        text(paragraph, "over the page, ", 240),
    ]
    if picture:
        first.append(Image(Tag("Figure", root, alternate="A square"), 72, 300, 60, 60, str(picture)))
    areas = (
        LinkArea(link, 200, 118, 90, 14, "https://www.example.org/", "Web page of Example"),
        LinkArea(entry, 72, 178, 430, 14, Destination(1, 60), "Page ii"),
    )
    outline = (
        OutlineEntry(
            title="Help",
            destination=Destination(0, 80),
            children=(OutlineEntry(title="Énd", destination=Destination(1, 0)),),
        ),
    )
    pages = page(*first, links=areas), page(text(paragraph, "and on.", 60), folio="ii")
    return document(*pages, root=root, outline=outline, keywords=("help",))


def press_profile():
    """The head of an ICC profile of a press with four inks, and no table: enough for what only looks at the head."""
    size, tags = 132, bytes(4)
    head = size.to_bytes(4, "big") + bytes(4) + b"\x02\x40\x00\x00prtrCMYKLab " + bytes(12) + b"acsp"
    return head.ljust(128, b"\0") + tags
