"""Small documents to draw, and the faces to draw them with."""

from datetime import date
from functools import cache

from guide.layout.pages import Document, Page, Tag, Text
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
