"""What holds for every import, whatever is in the tables: dirty tables made up by lot, imported, edited and imported again."""

import csv
import random
import re
from collections import Counter
from pathlib import Path

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from guide.content.load import load_guide
from guide.errors import ERROR
from tests.exchange import made_exports
from tests.exchange.test_bring_in import bring
from tests.thorough import examples, first_quick

SETTINGS = settings(
    max_examples=examples(6, 100),
    deadline=None,
    database=None,
    derandomize=True,  # the same tables at every run
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
COLUMNS = (
    "ID", "Agency Name", "Category", "Phone", "Phone 2", "Hours", "Street", "City", "State", "Zip", "Address is private", "Website", "Email",
    "Description", "Eligibility", "Languages", "Last Verified", "Active", "Confidential", "Internal Notes", "Internal Contact Phone",
)  # fmt: skip
ODD = (
    "", "", "N/A", "--", "null", "yes", "#1", "~", "<script>alert(1)</script>", "=cmd|' /C calc'!A0", "!!python/object:os.system", "&a b", "*a", "- x",
    "{a: b}", "[x](", "%TAG", "@SUM(1)", "a: b #c", "\u202eturned", "\U0001f35e\U0001f3e0", "\u0645\u0631\u0643\u0632", "Caf\u00c3\u00a9", "don\u00e2\u20ac\u2122t",
    "<p>One</p><ul><li>two", "A\\nB", "line\nline", "\x07bell", "\ufeff", "x" * 300, "...", "'", '"', "|", "2026-01-01", "1e3", "---",
)  # fmt: skip
WORDS = "Harbor Larkin Food Clinic Shelter PANTRY Legal Aid of the Night CENTER Youth Women's Casa Pe\u00f1a".split()
PLAIN = re.compile(r"(?m)^    (summary|description|phones|name): (?!\|)(\S.*)$")


class Lot:
    """Makes tables by lot; what must not come out of an import is kept."""

    def __init__(self, seed):
        self.lot = random.Random(seed)
        self.secrets = []
        self.made = 0

    def secret(self, words):
        """Words that stand nowhere else."""
        self.secrets.append(words)
        return words

    def number(self):
        """A number that nobody else has."""
        self.made += 1
        return f"541-{686 + self.made // 10000}-{self.made % 10000:04}"

    def odd(self, usual):
        """A cell as it should be, or dirt."""
        return self.lot.choice(ODD) if self.lot.random() < 0.2 else usual

    def words(self, most):
        """Some words."""
        return " ".join(self.lot.choices(WORDS, k=self.lot.randint(1, most)))

    def row(self, number):
        """A row: {column: cell}."""
        lot = self.lot
        row = {
            "ID": self.odd(f"n{number}"), "Agency Name": self.odd(f"{self.words(4)} {number % 7}"), "Category": self.odd(self.words(1)),
            "Phone": self.odd(self.number()), "Phone 2": self.odd(""), "Hours": self.odd(lot.choice(("Mon-Fri 9-5", "24 hours", ""))),
            "Street": self.odd(f"{number} {self.words(1)} Street"), "City": self.odd("Larkin"), "State": "OR", "Zip": self.odd("97401"),
            "Address is private": "no", "Website": self.odd(f"www.larkin{number}.net"), "Email": self.odd(f"help@larkin{number}.net"),
            "Description": self.odd(f"{self.words(8)}. {self.words(30)}."), "Eligibility": self.odd("Anyone"), "Languages": self.odd("English, Spanish"),
            "Last Verified": self.odd("3/4/2025"), "Active": "yes", "Confidential": "no",
            "Internal Notes": self.secret(f"Zeta{number}q Notes"), "Internal Contact Phone": self.secret(f"541-77{number % 10}-{number:04}"),
        }  # fmt: skip
        if lot.random() < 0.1:
            row["Active"] = "no"
        if lot.random() < 0.15:
            row |= {
                "Address is private": "yes",
                "Street": self.secret(f"{900 + number} Hidden{number} Hollow"),
                "Agency Name": f"Haven {number}",
            }
            row["Description"] = f"A safe place. Come to {row['Street']}."
        if lot.random() < 0.1:
            row |= {
                "Confidential": "yes",
                "Agency Name": self.secret(f"Secretly{number} Annex"),
                "Description": self.secret(f"Hush{number} hush"),
            }
        return row

    def table(self, first, count):
        """Rows, some of them twice."""
        rows = [self.row(number) for number in range(first, first + count)]
        return [*rows, *(dict(row) for row in rows if self.lot.random() < 0.1)]

    def changed(self, rows):
        """The rows as they are a month later: some are gone, some have other words, some are new."""
        kept = [dict(row) for row in rows if self.lot.random() > 0.2]
        for row in kept:
            if self.lot.random() < 0.4:
                row["Phone"] = self.number()
            if self.lot.random() < 0.4 and row["Confidential"] == row["Address is private"] == "no":
                row["Description"] = f"{self.words(8)}. {self.words(12)}."
        return [*kept, *self.table(500 + self.made, 2)]


def write(path, rows, lot):
    """The table as a file: with a title above it, in another encoding, with empty rows and other things between its cells."""
    encoding = lot.choice(("utf-8", "utf-8-sig", "utf-16"))
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=lot.choice(",;\t"), lineterminator=lot.choice(("\n", "\r\n")))
        if lot.random() < 0.3:
            writer.writerow(["Agencies of the county"])
        writer.writerow(COLUMNS)
        for row in rows:
            writer.writerow([row[column] for column in COLUMNS])
            if lot.random() < 0.05:
                writer.writerow([""] * len(COLUMNS))


def everything(folder):
    """All bytes that were written, and the names of the files."""
    return b"\n".join(
        bytes(path.relative_to(folder)) + b"\n" + path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    )


def told(secrets, data):
    """Those of the secrets that stand in bytes, however they are written there."""
    low = data.decode("utf-8", "replace").casefold()
    digits = re.sub(r"(?<=\d)[^\w\n](?=\d)", "", low)
    return [
        each
        for each in secrets
        if each.casefold() in low or each[:3].isdigit() and each.replace("-", "") in digits
    ]


def content_of(folder):
    """{path: bytes} of what people edit."""
    return {
        path: path.read_bytes() for path in [folder / "guide.yaml", *sorted(folder.glob("sections/*.yaml"))]
    }


def listings_of(folder):
    """{id: listing} as the files say it."""
    return {
        str(each["id"]): each
        for path in sorted(folder.glob("sections/*.yaml"))
        for each in yaml.safe_load(path.read_text())["listings"]
        if "id" in each
    }


def edit(folder, lot):
    """Edit files as people do; [(path, text that must stay)]."""
    kept = []
    for path in sorted(folder.glob("sections/*.yaml")):
        text = path.read_text()
        for number, match in enumerate(reversed(list(PLAIN.finditer(text)))):
            if lot.random() < 0.3 and not match[2].startswith(("[", "{")) and match[2] != "|":
                line = f"    {match[1]}: Edited {path.stem} {number}" if match[1] != "phones" else match[0]
                line += f" # mine {number}"
                text = text[: match.start()] + line + text[match.end() :]
                kept += [
                    (path, f"mine {number}"),
                    *([(path, line.split(" #")[0])] if match[1] != "phones" else []),
                ]
        text += f"# the end, by hand, of {path.name}\n"
        kept.append((path, "# the end, by hand"))
        data = text.encode()
        if lot.random() < 0.3:
            data = b"\xef\xbb\xbf" + data
        if lot.random() < 0.3:
            data = data.replace(b"\n", b"\r\n")
        path.write_bytes(data)
    return kept


def is_right(brought, tables):
    """What was read is what came out of it, of each source."""
    lots = brought.ledger.lots
    assert all(lots.values())
    assert Counter(Path(row.source).name for row in lots) == Counter(
        {path.name: len(rows) for path, rows in tables.items()}
    )
    fates = Counter((Path(row.source).name, lot.fate) for row, lot in lots.items())
    for path, rows in tables.items():
        assert len(rows) == sum(fates[path.name, fate] for fate in ("listing", "merged", "left out"))
    assert brought.sums.read == sum(brought.sums[1:])


@pytest.mark.slow
@SETTINGS
@given(st.integers(0, 2**32))
def test_sums_secrets_and_local_edits_hold_for_any_table(tmp_path_factory, seed):
    """Import, edit, import newer data, import that again."""
    made = Lot(seed)
    folder = tmp_path_factory.mktemp("lot")
    content = folder / "guide"
    tables = {
        folder / "a.csv": made.table(1, made.lot.randint(1, 12)),
        folder / "b.csv": made.table(100, made.lot.randint(1, 5)),
    }
    tables[folder / "a.csv"].append(
        made.row(90) | {"Agency Name": "Always Here", "Active": "yes", "Confidential": "no"}
    )
    made.secrets = [each for each in made.secrets if not each.startswith(("Secretly90", "Hush90"))]
    for path, rows in tables.items():
        write(path, rows, made.lot)
    brought = bring(content, *tables)
    is_right(brought, tables)
    before = listings_of(content)
    assert len(before) == brought.sums.listings
    assert told(made.secrets, everything(content)) == []
    guide, problems = load_guide(content)
    assert [str(each) for each in problems if each.level == ERROR] == [] and guide

    kept = edit(content, made.lot)
    tables = {path: made.changed(rows) for path, rows in tables.items()}
    for path, rows in tables.items():
        write(path, rows, made.lot)
    is_right(bring(content), tables)
    assert [(path, words) for path, words in kept if words not in path.read_text(encoding="utf-8-sig")] == []
    after = listings_of(content)
    assert set(before) <= set(after)
    assert told(made.secrets, everything(content)) == []

    settled = content_of(content)
    brought = bring(content)
    is_right(brought, tables)
    assert content_of(content) == settled
    assert (brought.plan.new, brought.plan.gone) == (0, 0)


@pytest.mark.parametrize("name", first_quick(["wellsky", "tsml", "icarol", "visionlink", "bmlt"], 2))
def test_known_exports_keep_secrets_and_local_edits(tmp_path, name):
    """The same with the exports that are recognised; what is theirs alone is in no file."""
    source, content = tmp_path / "source", tmp_path / "guide"
    source.mkdir()
    for file, text in made_exports.as_if_real(getattr(made_exports, name)()).items():
        (source / file).write_text(text)
    brought = bring(content, source)
    assert (
        brought.mapping == name
        and brought.sums.read == sum(brought.sums[1:])
        and all(brought.ledger.lots.values())
    )
    ids = set(listings_of(content))
    kept = edit(content, random.Random(name))
    bring(content)
    settled = content_of(content)
    assert [(path, words) for path, words in kept if words not in path.read_text(encoding="utf-8-sig")] == []
    assert set(listings_of(content)) == ids
    assert told(made_exports.SECRETS, everything(content)) == []
    bring(content)
    assert content_of(content) == settled
