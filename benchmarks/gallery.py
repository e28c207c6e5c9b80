"""Every edition in pictures, and what each costs in paper: python -m benchmarks.gallery writes docs/gallery.md.

Each edition of the shipped guide is built, and some of a made-up one of 61 listings; of each there is one picture, of the
cover and pages that show its kind, or of both sides of a sheet. The text above the editions is `ABOVE`.
"""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pymupdf
from PIL import Image, ImageOps

from benchmarks.convert import convert
from benchmarks.made_up import make_directory
from guide.manifest import Made
from guide.produce import Request, produce

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
DENSE = 61
WIDE = 1200  # pixels of a picture
FIRST = [0, 1, 2]  # pages of the default edition in the picture of the README
GAP = 12  # pixels between pages
PAPER, DESK = "white", "#D9DCE0"
ABOVE = """\
# Gallery

Every edition that ships with the guide, as `make-guide build --all` makes it, and what a copy costs in paper. The last ones are
of a made-up guide of {dense} listings, to show what happens when there is more to print. [Editions](editions.md) tells how each
is asked for. This page is written by `python -m benchmarks.gallery`.

| edition | pages | sheets of paper | listings |
|---|---|---|---|
"""
MADE_UP = {
    "more-listings": "# Two columns on Letter, from 16 listings on by itself.\ndefault: yes\n",
    "more-large-print": "# Large print: one column, 18 points, and no less paper than that takes.\nformat: large-print\n",
    "more-pocket": "# Rows as in a telephone book.\nformat: pocket\npress: n-up\n",
    "more-by-city": "# The same listings under the names of their cities.\norder: by city\n",
}
FEW = {
    "more-wallet": ("# Cards for a wallet, ten on a sheet.\nformat: wallet\n", 6),
    "more-zine": ("# One sheet, folded and cut once, with eight small pages.\nformat: zine\n", 10),
    "more-one-sheet": ("# Both sides of a sheet.\nformat: one-sheet\n", 24),
}  # and how many listings they choose


@dataclass(frozen=True, kw_only=True)
class Shown:
    """An edition as it stands in the gallery."""

    name: str
    said: str  # the comment at the head of its file
    made: Made

    @property
    def row(self) -> str:
        """What it takes, as a row of the table."""
        copies = f" for {self.made.copies} copies" if self.made.copies > 1 else ""
        return (
            f"| [{self.name}](#{self.name}) | {self.made.pages} | {self.made.sheets}{copies} |"
            f" {self.made.listings} |"
        )

    @property
    def text(self) -> str:
        """Its heading, what it is, and its picture."""
        alt = f"Pages of the edition {self.name}"
        return f"\n## {self.name}\n\n{self.said}\n\n![{alt}](gallery/{self.name}.png)\n"


def comment_of(path: Path) -> str:
    """What the comment at the head of an edition's file says of it."""
    lines = path.read_text(encoding="utf-8").splitlines()
    said = [line.lstrip("# ") for line in lines if line.startswith("#") and "$schema" not in line]
    return " ".join(said)


def editions_of(content: Path, out: Path) -> Iterator[Shown]:
    """Every edition on paper of a content folder, built, in the order of their names."""
    made, _ = produce(content, out, Request(every=True))
    for each in sorted((each for each in made if each.pages), key=lambda each: each.name):
        yield Shown(name=each.name, said=comment_of(content / "editions" / f"{each.name}.yaml"), made=each)


def make_dense(folder: Path) -> Path:
    """The content of a made-up guide with editions that show what a long one is like."""
    directory = make_directory(DENSE)
    convert(directory, folder)
    (folder / "editions").mkdir(exist_ok=True)
    ids = [listing["id"] for section in directory["sections"] for listing in section["listings"]]
    step = {name: max(1, len(ids) // count) for name, (_, count) in FEW.items()}
    few = {
        name: f"{text}choice:\n  listings: [{', '.join(ids[:: step[name]][:count])}]\n"
        for name, (text, count) in FEW.items()
    }
    for name, text in (MADE_UP | few).items():
        (folder / "editions" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return folder


def shown_pages(count: int) -> list[int]:
    """Which pages show what an edition is like: the cover, the contents, and two of the listings that face each other."""
    return sorted(
        {
            page
            for page in (0, 1, *((count // 4 * 2 - 1, count // 4 * 2) if count > 6 else (2, 3)))
            if page < count
        }
    )


def picture(path: Path, chosen: list[int] | None = None, wide: int = WIDE) -> Image.Image:
    """Pages of a PDF side by side on a desk, so many pixels wide."""
    with pymupdf.open(path) as document:
        pages = [document[index] for index in chosen or shown_pages(len(document))]
        dpi = min(100, 72 * wide / sum(page.rect.width for page in pages))
        drawn = [
            Image.frombytes("RGB", (pixels.width, pixels.height), pixels.samples)
            for pixels in (page.get_pixmap(dpi=round(dpi)) for page in pages)
        ]
    size = (sum(each.width + GAP for each in drawn) + GAP, max(each.height for each in drawn) + 2 * GAP)
    desk, x = Image.new("RGB", size, DESK), GAP
    for each in drawn:
        desk.paste(each, (x, GAP))
        x += each.width + GAP
    return desk


def save(image: Image.Image, path: Path) -> None:
    """A small PNG: flat colours need no more than 32 of them."""
    ImageOps.exif_transpose(image).quantize(32).save(path, optimize=True)


def main() -> None:
    """Write the page and its pictures anew."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        shown = [*editions_of(ROOT / "content", work / "shipped")]
        shown += editions_of(make_dense(work / "dense"), work / "made-up")
        pictures = DOCS / "gallery"
        pictures.mkdir(exist_ok=True)
        for each in shown:
            save(picture(each.made.files[0]), pictures / f"{each.name}.png")
        default = next(each for each in shown if each.name == "guide")
        save(picture(default.made.files[0], FIRST, 1500), DOCS / "picture.png")
    rows = "\n".join(each.row for each in shown)
    texts = "".join(each.text for each in shown)
    (DOCS / "gallery.md").write_text(ABOVE.format(dense=DENSE) + rows + "\n" + texts, encoding="utf-8")


if __name__ == "__main__":
    main()
