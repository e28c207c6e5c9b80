"""What somebody hears who listens to a guide: python -m benchmarks.readout writes docs/readout/*.txt.

A made-up guide, benchmarks/heard, is built in three languages; of each, the cover, the contents, a listing, the table of who is
open when, the index and the form are read out from the tags of the PDF.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from guide.build import build_guide
from tests.pdf.heard import lines
from tests.pdf.reading import Node, Reading

ROOT = Path(__file__).resolve().parent.parent
GUIDE = ROOT / "benchmarks" / "heard"
FOLDER = ROOT / "docs" / "readout"
DAY = date(2026, 11, 23)  # on which the guide is judged: its edition's
EDITIONS = ("english", "spanish", "arabic")


def built(edition: str) -> bytes:
    """The PDF of an edition of the made-up guide."""
    return build_guide(GUIDE, today=DAY, name=edition).pdf


def parts(tree: Node) -> Iterator[tuple[str, Node]]:
    """Yield what is read out of a guide, each with what it is."""
    sections = [kid for kid in tree.kids if isinstance(kid, Node) and kid.kind == "Sect"]
    yield "cover", sections[0]
    yield "contents", sections[1]
    yield "a listing", next(each for each in tree.find("Sect") if each.find("H3") and not each.find("H2"))
    yield "who is open when", next(each for each in sections if each.find("Table"))
    yield "index", sections[-2]
    yield "form", sections[-1]


def read_out(data: bytes) -> str:
    """The read-out of a file."""
    said = [[f"=== {name}", *lines(node)] for name, node in parts(Reading(data).tree)]
    return "\n\n".join("\n".join(each) for each in said) + "\n"


def main() -> None:
    """Write the read-outs."""
    FOLDER.mkdir(exist_ok=True)
    for edition in EDITIONS:
        (FOLDER / f"{edition}.txt").write_text(read_out(built(edition)), encoding="utf-8")


if __name__ == "__main__":
    main()
