"""How much of real hours is read: python -m benchmarks.read_hours FILE.csv COLUMN [--show]

FILE is a CSV with a header, or JSON with a list of objects; COLUMN is the key under which hours stand. With --show each text
stands beside what it reads as, the commonest first: read some of them by eye, for a wrong reading is worse than none.
"""

import argparse
import csv
import json
from collections import Counter
from pathlib import Path

from guide.content.hours import said_hours
from guide.content.said.read import read_said


def texts_of(path, column):
    """The texts of hours in a file; list."""
    if path.suffix == ".json":
        rows = json.loads(path.read_text(encoding="utf-8"))
    else:
        with path.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            rows = list(csv.DictReader(file))
    return [row[column].strip() for row in rows if (row.get(column) or "").strip()]


def read_as(text):
    """(what it reads as, "" if it is not read; what was taken of two meanings or is not understood)."""
    found = read_said(text)
    if not found.rules:
        return "", found.unread
    lines = said_hours(text.split("\n"), found.rules).lines
    return " / ".join(lines).replace("\u00a0", " "), ", ".join(each.text for each in found.taken)


def count_read(texts, show=False):
    """(how many texts are read, of those how many with something taken); prints each where `show`."""
    read = taken = 0
    for text, count in Counter(texts).most_common():
        meaning, note = read_as(text)
        read += count * bool(meaning)
        taken += count * bool(meaning and note)
        if show:
            print(f"{count:5} {text!r}\n      {meaning or 'not read'}" + (f"  [{note}]" if note else ""))
    return read, taken


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("file", type=Path)
    parser.add_argument("column")
    parser.add_argument("--show", action="store_true")
    asked = parser.parse_args()
    texts = texts_of(asked.file, asked.column)
    read, taken = count_read(texts, asked.show)
    print(f"{read:,} of {len(texts):,} texts read, {taken:,} of them with one of two meanings taken")


if __name__ == "__main__":
    main()
