import hashlib
import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pymupdf
import pytest
from PIL import Image as Picture

from guide.layout.tags import Tag
from guide.pdf.writer import render_pdf
from tests.pdf.reading import Reading
from tests.pdf.samples import document, everything, face, page, text
from tests.verapdf import available, failed_rules

ROOT = Path(__file__).resolve().parents[2]
FROM_REPORTLAB = re.compile(r"^\s*(from|import) reportlab", re.MULTILINE)
BOLD = face("AtkinsonHyperlegibleNext-Bold")
NOTO = face("NotoSans-Regular")
WORDS = {"arabic": "خدمات الصحة مُحَمَّد 24 لا", "devanagari": "हिन्दी विद्यार्थी", "chinese": "免费医疗 \U0001f100"}


def test_text_in_tree_order_is_the_content():
    tree = Reading(render_pdf(everything())).tree
    assert tree.outline() == (
        "Document",
        ("H1", "AVATAR (To) "),
        ("P", "naïve “café” ", ("Link", "www.example.org ", "@"), "Ж and ", "over the page, ", "and on."),
        ("L", ("LI", ("Lbl", "1. "), ("LBody", "Call first. "))),
        ("TOC", ("TOCI", ("Reference", ("Link", "Contents ", "ii", "@")))),
    )


def test_other_readers_read_it():
    with pymupdf.open(stream=render_pdf(everything())) as read:
        assert [each.get_label() for each in read] == ["1", "ii"]
        assert "naïve “café” www.example.org Ж and" in " ".join(read[0].get_text().split())
        assert [link["kind"] for link in read[0].get_links()] == [pymupdf.LINK_URI, pymupdf.LINK_GOTO]
        assert read.get_toc() == [[1, "Help", 1], [2, "Énd", 2]]
        assert not read.is_repaired
    assert not pymupdf.TOOLS.mupdf_warnings()


def test_the_catalogue_says_what_the_file_is():
    catalog = Reading(render_pdf(everything())).catalog
    assert catalog["/Lang"] == "en"
    assert catalog["/MarkInfo"] == {"/Marked": True}
    assert catalog["/ViewerPreferences"] == {
        "/DisplayDocTitle": True,
        "/PrintScaling": "/None",
        "/Duplex": "/DuplexFlipLongEdge",
    }


@pytest.mark.parametrize(
    "size, single_sided, asked",
    [
        ((612, 792), False, "/DuplexFlipLongEdge"),
        ((792, 612), False, "/DuplexFlipShortEdge"),
        ((612, 792), True, "/Simplex"),
        ((792, 612), True, "/Simplex"),
    ],
)
def test_a_viewer_prints_in_actual_size_and_on_the_right_side(size, single_sided, asked):
    """A book is turned over its long edge, a sheet that lies, as a leaflet does, over its short one."""
    made = everything()
    pages = tuple(replace(page, width=size[0], height=size[1]) for page in made.pages)
    preferences = Reading(render_pdf(replace(made, pages=pages, single_sided=single_sided))).catalog[
        "/ViewerPreferences"
    ]
    assert (preferences["/PrintScaling"], preferences["/Duplex"]) == ("/None", asked)


def test_ink_is_where_the_items_are():
    """The box is accent, the words in it are white, the rule is black: at the height they were given."""
    with pymupdf.open(stream=render_pdf(everything())) as read:
        picture = read[0].get_pixmap(dpi=72)
    assert picture.pixel(250, 95) == pytest.approx((0x0B, 0x4A, 0x8C), abs=1)
    assert picture.pixel(250, 115) == (255, 255, 255)
    assert max(picture.pixel(300, 45)) < 255 or max(picture.pixel(300, 44)) < 255


def test_words_end_where_the_layout_measured(tmp_path):
    """Kerned widths in the file are those that lines were broken with, to a hundredth of a point a word."""
    words = "AVATAR To. WAVE"
    root = Tag("Document")
    with pymupdf.open(
        stream=render_pdf(document(page(text(Tag("P", root), words, size=20)), root=root))
    ) as read:
        spans = read[0].get_text("dict")["blocks"][0]["lines"][0]["spans"]
    width = sum(face().width(word) for word in words.split()) + 2 * face().width(" ")
    assert spans[-1]["bbox"][2] - spans[0]["bbox"][0] == pytest.approx(width * 20, abs=0.05)


@pytest.mark.slow
def test_the_same_bytes_in_any_process():
    program = (
        "import hashlib; from guide.pdf.writer import render_pdf; from tests.pdf.samples import everything;"
        "print(hashlib.sha256(render_pdf(everything())).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        for seed in ("1", "2")
    }
    assert found == {hashlib.sha256(render_pdf(everything())).hexdigest()}


def test_a_document_without_tagged_text():
    assert Reading(render_pdf(document(page()))).tree.outline() == ("Document",)


def test_a_small_guide_is_a_small_file():
    assert len(render_pdf(everything())) < 25_000


def test_only_the_backend_imports_reportlab():
    importing = [
        path.name for path in (ROOT / "guide").rglob("*.py") if FROM_REPORTLAB.search(path.read_text("utf-8"))
    ]
    assert importing == ["backend.py"]


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="the packages with veraPDF are not installed")
def test_files_conform_to_pdf_ua_and_pdf_a(tmp_path):
    Picture.new("RGBA", (4, 4), (255, 0, 0, 128)).save(tmp_path / "a.png")
    made = {"everything": everything(tmp_path / "a.png"), "empty": document(page(text(None, "Head")))}
    for script, words in WORDS.items():
        if not installed(script):
            continue
        root = Tag("Document")
        made[script] = document(page(text(Tag("P", root), words, face=face(script))), root=root)
    for name, each in made.items():
        (tmp_path / f"{name}.pdf").write_bytes(render_pdf(each))
    assert failed_rules(sorted(tmp_path.glob("*.pdf"))) == {}


def installed(script):
    try:
        return bool(face(script))
    except pytest.skip.Exception:
        return False
