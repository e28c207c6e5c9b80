"""What pdf.js, which shows PDFs in Firefox, takes from files: its own tree of their tags, and the text of each.

It needs node, and pdf.js in the environment of the Python that runs: npm install --prefix ENVIRONMENT pdfjs-dist@4.10.38
"""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

SCRIPT = Path(__file__).with_suffix(".mjs")
PDFJS = Path(sys.prefix, "node_modules", "pdfjs-dist")
INLINE = {"Span", "Link", "Reference", "Em", "Strong", "Quote", "Form"}  # they part no words

Page = dict[str, Any]


def can_read() -> bool:
    """Whether node and pdf.js are here."""
    return bool(shutil.which("node")) and PDFJS.is_dir()


def read(paths: Iterable[Path]) -> list[list[Page]]:
    """The pages of each file."""
    command = ["node", SCRIPT, PDFJS, *paths]
    made = subprocess.run(command, capture_output=True, text=True, check=True, encoding="utf-8")
    return [json.loads(line) for line in made.stdout.splitlines() if line.startswith("[")]


def blocks(page: Page) -> list[str]:
    """The text of each block of a page, in the order of its tags."""
    return list(within(page["tree"], page["texts"])) if page["tree"] else []


def within(node: dict[str, Any], texts: dict[str, str]) -> Iterator[str]:
    """Yield the texts of an element, and of the blocks in it."""
    run = ""
    for kid in node["children"]:
        if kid.get("type") == "content":
            run += texts.get(kid["id"], "")
        elif kid.get("role") in INLINE:
            run += "".join(within(kid, texts))
        elif "role" in kid:
            yield run
            yield from within(kid, texts)
            run = ""
    yield run
