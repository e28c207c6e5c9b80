"""The shipped guide in other languages: what readers of the PDF get, on the page and in the text."""

import re
import shutil
import subprocess
from pathlib import Path

import pymupdf
import pypdfium2
import pytest

from guide.build import build_guide, set_edition
from guide.content.choose.languages import choose_in_languages
from guide.content.choose.printable import printable
from guide.content.edition import load_editions
from guide.content.file import read_file
from guide.layout.pages import LinkArea, Text
from guide.project import load_content
from tests.pdf.reading import Reading
from tests.thorough import examples, first_quick

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
NAMES = ("spanish", "english-spanish", "arabic", "chinese")
EDITIONS = load_editions(CONTENT, read_file)[0]


@pytest.fixture(scope="module")
def pdfs():
    """The bytes of each edition by its name."""
    return {name: build_guide(CONTENT, name=name).pdf for name in NAMES}


@pytest.fixture(scope="module")
def documents():
    """The laid out document of each edition by its name."""
    whole = printable(load_content(CONTENT)[0])
    return {
        name: set_edition(choose_in_languages(whole, EDITIONS[name], CONTENT)[0], EDITIONS[name]).document
        for name in NAMES
    }


def by_pdfium(data):
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def by_mupdf(data):
    with pymupdf.open(stream=data) as document:
        return "\n".join(page.get_text() for page in document)


def by_poppler(data, tmp_path):
    """The text in the order of the structure tree, as assistive technology takes it."""
    if not shutil.which("pdfinfo"):
        pytest.skip("poppler is not installed")
    path = tmp_path / "guide.pdf"
    path.write_bytes(data)
    run = subprocess.run(["pdfinfo", "-struct-text", path], capture_output=True, check=True)
    return run.stdout.decode(errors="replace")  # titles of bookmarks come as they are in the file


def by_pdftotext(data, tmp_path):
    """The text by its places on the page, as Evince and Okular take it, without the marks of directions."""
    if not shutil.which("pdftotext"):
        pytest.skip("poppler is not installed")
    path = tmp_path / "guide.pdf"
    path.write_bytes(data)
    run = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    return re.sub("[\u202a-\u202e]", "", run.stdout.decode())


def squeezed(text):
    """A text without white space: readers break lines in ways of their own."""
    return ("".join(text.split())).casefold()


SAID = {
    "spanish": [
        "Este grupo habla por las personas que usan drogas",
        "¿Algo está mal? Use el formulario de la página",
        "415-241-9800",
    ],
    "english-spanish": [
        "Not yet checked",
        "Sin revisar",
        "línea de información",
    ],
    "arabic": [
        "وهي تدعم القوانين التي تصلح ضرر الحرب على المخدرات",
        "لم يتم التحقق بعد",
        "415-241-9800",
        "773-471-0999",
    ],
    "chinese": ["它支持消除毒品战争所造成伤害的法律", "尚未核实", "415-241-9800"],
}


@pytest.mark.parametrize("name", first_quick(NAMES))
def test_every_reader_takes_out_what_was_written(pdfs, tmp_path, name):
    """In logical order, in PDFium and MuPDF, and where that is not simple in poppler's structure too, which takes seconds."""
    readings = {
        "pdfium": by_pdfium(pdfs[name]),
        "mupdf": by_mupdf(pdfs[name]),
    }
    if name == "arabic":
        readings["structure"] = Reading(pdfs[name]).tree.text
        readings["pdftotext"] = by_pdftotext(pdfs[name], tmp_path)
    elif name == "english-spanish" and examples(0, 1):
        readings["poppler"] = by_poppler(pdfs[name], tmp_path)
    for reader, text in readings.items():
        for said in SAID[name]:
            assert squeezed(said) in squeezed(text), (reader, said)


PERSIAN = "می\u200cخواهم خانه\u200cها کمک\u200cهای"


def test_persian_words_with_joiners_come_out_whole(tmp_path):
    """As they were written, in PDFium, MuPDF and poppler, whose words are found by their places on the page."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(
        "title: راهنما\nlanguage: prs\nedition: {number: 1, colour: blue, date: 2026-01-01}\n",
        encoding="utf-8",
    )
    listing = f"  - id: a\n    name: {PERSIAN}\n    description: {PERSIAN} Pat Morgan, RN\n"
    (tmp_path / "sections" / "a.yaml").write_text(f"title: کمک\nlistings:\n{listing}", encoding="utf-8")
    pdf = build_guide(tmp_path).pdf
    readings = {"pdfium": by_pdfium(pdf), "mupdf": by_mupdf(pdf), "structure": Reading(pdf).tree.text}
    readings["pdftotext"] = by_pdftotext(pdf, tmp_path)
    for reader, text in readings.items():
        assert all(text.count(word) >= 2 for word in PERSIAN.split()), reader
    assert Reading(pdf).catalog["/Lang"] == "prs"


@pytest.mark.parametrize(
    "name, language",
    first_quick([("spanish", "es"), ("arabic", "ar"), ("english-spanish", "en"), ("chinese", "zh-Hans")], 2),
)
def test_runs_of_another_language_say_so(pdfs, name, language):
    """Names and addresses in English; in two languages the second."""
    read = Reading(pdfs[name])
    assert read.catalog["/Lang"] == language
    other = {"es": "en", "ar": "en", "zh-Hans": "en", "en": "es"}[language]
    texts = said_in(read.tree, language)
    assert {each for each, _ in texts} == {language, other}

    def found(said, wanted):
        return any(squeezed(said) in squeezed(text) for each, text in texts if each == wanted)

    if name == "english-spanish":
        assert found("Sin revisar", "es") and found("Harm Reduction Coalition", "en")
    else:
        assert found("Drug Policy Alliance", "en") and found("San Francisco, CA 94103", "en")


def said_in(node, language):
    """[(language, text)] of the runs of text below a node, joined where they follow each other in one language."""
    language = node.entries.get("/Lang", language)
    runs = []
    for kid in node.kids:
        new = (
            [(language, kid)]
            if isinstance(kid, str)
            else said_in(kid, language)
            if not isinstance(kid, dict)
            else []
        )
        for each, text in new:
            if runs and runs[-1][0] == each:
                runs[-1] = (each, runs[-1][1] + text)
            else:
                runs.append((each, text))
    return runs


def test_arabic_pages_are_a_mirror(documents):
    """The number column is at the right, bars hang right of the text, tabs are at the left of a recto."""
    document = documents["arabic"]
    page = document.pages[2]
    number = next(
        item for item in page.items if isinstance(item, Text) and item.text == "1 " and item.size == 17
    )
    name = next(item for item in page.items if isinstance(item, Text) and item.text.startswith("Drug Policy"))
    assert number.x + number.width > name.x + name.width > 450
    assert number.x + number.width == pytest.approx(612 - 54, abs=6)  # its last space hangs out
    assert document.leftward and document.pages[0].width == 612


def test_arabic_words_run_leftward_and_numbers_do_not(documents):
    """Each item has one direction."""
    items = [item for page in documents["arabic"].pages for item in page.items if isinstance(item, Text)]
    assert all(item.leftward for item in items if any("\u0620" <= letter <= "\u064a" for letter in item.text))
    numbers = [item for item in items if "773-471-0999" in item.text]
    assert numbers and not any(item.leftward for item in numbers)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_leaves_the_page_and_every_reference_is_right(documents, name):
    """Words within the trim; a link to a page has the folio of that page beside it."""
    document = documents[name]
    for index, page in enumerate(document.pages):
        for item in page.items:
            if isinstance(item, Text):
                assert item.x >= 0 and item.x + item.width <= page.width, (index + 1, item)
        for link in page.links:
            assert isinstance(link, LinkArea) and 0 <= link.x and link.x + link.width <= page.width + 0.01
            if (
                not isinstance(link.target, str)
                and "{" not in link.description
                and any(map(str.isdigit, link.description))
            ):
                assert str(link.target.page + 1) in link.description


@pytest.mark.slow
def test_every_character_has_a_face(documents):
    """No boxes: a glyph 0 would stop the build, and no problem names a character."""
    whole = printable(load_content(CONTENT)[0])
    for name in NAMES:
        laid_out = set_edition(choose_in_languages(whole, EDITIONS[name], CONTENT)[0], EDITIONS[name])
        assert [problem for problem in laid_out.problems if problem.name == "no-face-has-character"] == []


def test_the_spanish_guide_is_whole():
    """Nothing is missing and nothing is out of date."""
    whole = printable(load_content(CONTENT)[0])
    assert choose_in_languages(whole, EDITIONS["spanish"], CONTENT)[1] == ()


@pytest.mark.slow
def test_two_builds_are_the_same_bytes(pdfs):
    """In every language."""
    for name in NAMES:
        assert build_guide(CONTENT, name=name).pdf == pdfs[name]
