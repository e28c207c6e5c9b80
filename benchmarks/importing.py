"""Time and memory of an import: a made-up spreadsheet, as dirty as real ones, becomes a guide, and comes again.

python -m benchmarks.importing 4000
"""

import csv
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.made_up import CITIES, FIRST, KINDS, STREETS, TOPICS, sentence

COLUMNS = "Agency Name|Category|Phone|Fax|Hours of Operation|Street Address|City|State|Zip|Web Site|E-mail|Description|Eligibility|Languages|Last Verified|Active".split("|")  # fmt: skip
HOURS = (
    "Mon-Fri 9-5",
    "Monday to Friday 9 am to 5 pm; Saturday 10 am to noon",
    "24 hours",
    "1st & 3rd Tues 6pm-8pm",
    "Call for hours",
    "N/A",
    "",
)


def row(lot, number):
    """A row: some in capitals, some with two numbers in a cell, some garbled, some inactive."""
    name = f"{lot.choice(FIRST)} {lot.choice(CITIES)} {lot.choice(KINDS)} {number}"
    phone = f"541-{lot.randint(200, 999)}-{lot.randint(1000, 9999)}"
    words = " ".join(sentence(lot) for _ in range(lot.randint(1, 6)))
    return (
        name.upper() if lot.random() < 0.3 else name,
        "; ".join(lot.sample(TOPICS, lot.randint(1, 3))),
        phone
        if lot.random() < 0.8
        else f"main: {phone}, tollfree: 800-555-{lot.randint(1000, 9999)} ext {lot.randint(1, 99)}",
        "" if lot.random() < 0.7 else f"(541) {lot.randint(200, 999)}-{lot.randint(1000, 9999)}",
        lot.choice(HOURS),
        f"{lot.randint(1, 9999)} {lot.choice(STREETS)} Street",
        lot.choice(CITIES).upper(),
        "OR",
        f"97{lot.randint(100, 999)}",
        f"www.{lot.choice(FIRST).lower()}{number}.net/?utm_source=x".encode("ascii", "ignore").decode(),
        f"help{number}@larkinhelp.net",
        f"<p>{words}</p>" if lot.random() < 0.2 else words.replace("'", "\u00e2\u20ac\u2122"),
        "Anyone in the county",
        "English, Spanish",
        f"{lot.randint(1, 12)}/{lot.randint(1, 28)}/2025",
        "no" if lot.random() < 0.05 else "yes",
    )


def measured(*arguments):
    """(wall seconds, peak of the process in MiB) of a run of the program."""
    start = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "guide", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL
    )
    return time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main():
    """Print both runs."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 4000
    lot = random.Random(count)
    with tempfile.TemporaryDirectory() as name:
        source, guide = Path(name) / "agencies.csv", Path(name) / "guide"
        with source.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file).writerows([COLUMNS, *(row(lot, number) for number in range(count))])
        for what, arguments in (("import", (source,)), ("import again", ("--again",))):
            wall, peak = measured("import", *arguments, "--to", guide)
            print(f"{what} of {count:,} rows: {wall:.2f} s, {peak:.0f} MiB")


if __name__ == "__main__":
    main()
