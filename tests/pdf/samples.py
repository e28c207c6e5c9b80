"""Small documents to draw, and the faces to draw them with."""

import os
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from guide.layout.fonts import Face, find_font
from guide.layout.pages import Document, Page, Tag, Text

ROOT = Path(__file__).resolve().parent.parent.parent
# Faces of other scripts, from npm's packages @expo-google-fonts/noto-naskh-arabic and the like; without them tests skip.
PACKAGES = Path(os.environ.get("GUIDE_TEST_FACES") or ROOT / "node_modules" / "@expo-google-fonts")
SCRIPTS = {
    "arabic": "noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf",
    "devanagari": "noto-sans-devanagari/400Regular/NotoSansDevanagari_400Regular.ttf",
    "chinese": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
}


@cache
def face(name="AtkinsonHyperlegibleNext-Regular"):
    """A face that is shipped, or of another script where its package is installed."""
    if name not in SCRIPTS:
        return Face(find_font(f"{name}.ttf"))
    path = PACKAGES / SCRIPTS[name]
    if not path.exists():
        pytest.skip(f"{path.name} is not installed")
    return Face(path)


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
