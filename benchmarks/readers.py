"""What readers take from a guide that runs from right to left, beside what they take from Chromium's own PDF of its words.

    python -m benchmarks.readers [FOLDER] [EDITION]

Of each reader: how many of the words that are printed are found whole and in order of their letters. pdftotext and
`pdftotext -raw` are poppler by lines and by words, on which Evince and Okular stand; the others are pdfium (Chromium),
pdf.js (Firefox) if it is here, MuPDF and pypdf, which takes the content as it comes.
"""

import html
import re
import shutil
import subprocess
import sys
import tempfile
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pymupdf
import pypdfium2
from pypdf import PdfReader

from benchmarks import pdfjs
from guide.build import make_pdf, set_edition
from guide.content.choose.languages import choose_in_languages
from guide.layout.pages import Text
from guide.project import open_project

CONTENT = Path(__file__).resolve().parent.parent / "content"
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]")
WORD = re.compile("[\u0590-\u08ff]+")  # of Hebrew, Arabic, Syriac
PAGE = '<html lang="{language}" dir="rtl"><meta charset="utf-8"><body style="font: 14pt Noto Naskh Arabic">{lines}'


def main(folder: Path, name: str) -> None:
    """Print a table."""
    project = open_project(folder)
    edition = project.editions[name]
    chosen, _ = choose_in_languages(project.printed, edition, project.folder)
    laid_out = set_edition(chosen, edition).laid_out
    assert laid_out, "it cannot be laid out"
    pages = laid_out.document.pages
    lines = [item.text for page in pages for item in page.items if isinstance(item, Text)]
    with tempfile.TemporaryDirectory() as made:
        ours, theirs = Path(made, "ours.pdf"), Path(made, "theirs.pdf")
        ours.write_bytes(make_pdf(project, name).pdf)
        print_by_chromium(lines, chosen.guide.language, theirs)
        wanted = words(" ".join(lines))
        print("| reader | this program | Chromium |\n|---|---|---|")
        for (reader, text), (_, their_text) in zip(read(ours), read(theirs), strict=True):
            print(f"| {reader} | {share(text, wanted)} | {share(their_text, wanted)} |")


def print_by_chromium(lines: list[str], language: str, path: Path) -> None:
    """The same words as paragraphs, printed by a browser."""
    from playwright.sync_api import sync_playwright

    text = PAGE.format(language=language, lines="".join(f"<p>{html.escape(line)}" for line in lines))
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page()
        page.set_content(text)
        page.pdf(path=path, tagged=True)
        browser.close()


def read(path: Path) -> Iterator[tuple[str, str]]:
    """Yield (reader, text)."""
    for options in ([], ["-raw"]):
        command = ["pdftotext", *options, str(path), "-"]
        yield (
            " ".join(command[:-2]),
            subprocess.run(command, capture_output=True, text=True, check=True).stdout,
        )
    yield "pdfium", "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    if pdfjs.can_read():
        yield "pdf.js", "\n".join(page["flow"] for page in pdfjs.read([path])[0])
    yield "MuPDF", "\n".join(page.get_text() for page in pymupdf.open(path))
    yield "pypdf", "\n".join(page.extract_text() for page in PdfReader(path).pages)


def words(text: str) -> Counter[str]:
    """The words of a text, marks in one order."""
    return Counter(WORD.findall(UNSEEN.sub("", unicodedata.normalize("NFKD", text))))


def share(text: str, wanted: Counter[str]) -> str:
    """How many of the words are in a text."""
    return f"{100 * (words(text) & wanted).total() / wanted.total():.0f} %"


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else CONTENT, sys.argv[2] if len(sys.argv) > 2 else "arabic")
