"""Two versions of the shipped guide: of a phone changed, one listing moved, one closed and one new."""

import shutil
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "content"
NEW = """
  - id: harbor-food-bank
    name: Harbor Food Bank
    phones:
      - 773-471-0777
    description: Food on Fridays.
"""


def first_version(folder):
    """The shipped guide, copied to a folder, without its translations but for Spanish."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("ar", "zh", "schema"))
    for name in ("arabic", "chinese"):
        (folder / f"editions/{name}.yaml").unlink()
    return folder


def change(path, *pairs):
    """Put texts in the places of others, each of which is there."""
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new, 1)
    path.write_text(text, encoding="utf-8")


def moved(source, target, id):
    """Take a listing, or its translation, out of one file and put it at the end of another."""
    text = source.read_text(encoding="utf-8")
    mark = f"  - id: {id}\n" if f"  - id: {id}\n" in text else f"  {id}:\n"
    start = text.index(mark)
    lines = text[start:].splitlines(keepends=True)
    count = next((n for n, line in enumerate(lines[1:], 1) if line[:3].strip()), len(lines))
    block = "".join(lines[:count])
    source.write_text(text[:start] + "".join(lines[count:]), encoding="utf-8")
    target.write_text(target.read_text(encoding="utf-8").rstrip() + "\n\n" + block, encoding="utf-8")


def make_second_version(folder):
    """Edition 2: a phone changed, VOCAL New York moved to the organizations, Insite closed, a food bank is new."""
    first, second = folder / "sections/1-organizations.yaml", folder / "sections/2-unions.yaml"
    change(folder / "guide.yaml", ("number: 1", "number: 2"), ("colour: blue", "colour: green"))
    change(first, ("773-471-0999", "773-471-0998"))
    change(first, ("  - id: insite\n", "  - id: insite\n    closed: yes\n"))
    moved(second, first, "vocal-new-york")
    spanish = folder / "translations/es"
    moved(spanish / second.name, spanish / first.name, "vocal-new-york")
    first.write_text(first.read_text(encoding="utf-8") + NEW, encoding="utf-8")
