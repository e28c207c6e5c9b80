"""An office manager's day with the real command line: a guide begun, typed, made, raised, called, translated and sent."""

import csv
import re
import shlex
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from guide import cli
from guide.mail.ledger import read_ledger
from tests.mail.conftest import authority, certificate, environment, open_post_office, post_office

__all__ = ["authority", "certificate", "environment", "open_post_office", "post_office"]

FOLDER = "Larkin County guide"  # with spaces, as people name folders
NOON = "1796126400"  # 1 December 2026
SECTIONS = {
    "Food": ("Harbor Food Bank", "St. Mary's Pantry", "Soup at Six", "Mobile Market", "Kids' Summer Lunch"),
    "Shelter": ("Night Shelter", "Casa Luz", "Family Inn", "Warming Room", "The Landing"),
    "Health": ("Larkin Clinic", "Teeth for All", "Quiet Rooms", "Needle Exchange", "Mothers' House"),
    "Law": ("Tenants' Line", "Legal Aid", "Expungement Day", "Immigrant Rights Desk", "Benefits Help"),
    "Work": ("Job Center", "Tool Library", "Second Start", "Day Labor Hall", "English Classes"),
}
HOURS = {
    "Mon-Fri 9am-5pm": "Monday to Friday 9 am to 5 pm",
    "Monday through Friday, 9 a.m. to 5 p.m.": "Monday to Friday 9 am to 5 pm",
    "weekdays 9a-5p": "Monday to Friday 9 am to 5 pm",
    "MWF 9am-noon": "Monday, Wednesday and Friday 9 am to noon",
    "TTh 3-5 pm": "Tuesday and Thursday 3 pm to 5 pm",
    "24 hours": "Open 24 hours every day",
    "1st & 3rd Tues 6pm": "First and third Tuesday of the month from 6 pm",
    "lunes a viernes de 9 a.m. a 5 p.m.": "Monday to Friday 9 am to 5 pm",
    "Mon evenings 6-8": "Monday 6 pm to 8 pm",
    "by appointment": "By appointment",
    "daily 9am-9pm": "Every day 9 am to 9 pm",
    '"Sat: 10am-2pm"': "Saturday 10 am to 2 pm",
    "call for hours": "call for hours",
}
EXTRAS = (
    "    email: desk@larkincounty.org\n    languages: English, Spanish\n",
    "    eligibility_description: Anybody\n    fees_description: Free\n",
    "    services:\n      - Groceries\n      - Advice\n    required_documents: [Photo ID, A letter with your address]\n",
    "    how_to_apply: Come in and ask at the desk.\n    waiting_time: Two weeks\n",
    "    description: |\n      Ask for the list. They also have:\n\n      - a room to wait in\n      - **lockers**\n",
)
STREETS = ("Harbor Street", "Elm Street", "Third Avenue", "Mill Road", "County Road 9")
NAMES = tuple(name for names in SECTIONS.values() for name in names)


def slug(name):
    return re.sub(r"[^a-z]+", "-", name.lower()).strip("-")


def listing(number, name):
    """A listing as somebody types it: the number says which of its forms it has."""
    typed = list(HOURS)[number % len(HOURS)]
    phone = (
        f"(217) 471-{1100 + number}",
        f"[217-471-{1200 + number}]",
        f"\n      - number: 217.471.{1300 + number}\n        type: text",
    )[number % 3]
    street = f"{10 + number} {STREETS[number % 5]}"
    inside = f"address_1: {street}\n{{0}}city: Larkin\n{{0}}state_province: IL\n{{0}}postal_code: 62701\n"
    where = (
        f"    address:\n      {inside.format(' ' * 6)}    hours: {typed}\n"
        if number % 4
        else f"    locations:\n      - address:\n          {inside.format(' ' * 10)}        hours: {typed}\n"
    )
    return f"  - id: {slug(name)}\n    name: {name}\n    phones: {phone}\n{where}{EXTRAS[number % 5]}"


class Day:
    """The folder she works in, and what she does there."""

    def __init__(self, capsys, monkeypatch):
        self.capsys, self.monkeypatch = capsys, monkeypatch

    def types(self, line, code=0):
        """Runs a command line as it is pasted; its lines."""
        words = shlex.split(line)
        if words[0] == "cd":
            self.monkeypatch.chdir(words[1])
            return None
        assert words[0] == "make-guide"
        ended = cli.run(words[1:])
        out, err = self.capsys.readouterr()
        assert ended == code, (line, out, err)
        return SimpleNamespace(out=out.splitlines(), err=err.splitlines())

    @staticmethod
    def edits(name, *changes):
        """Changes a file as an editor does: each old text stands there once."""
        path = Path(name)
        text = path.read_text(encoding="utf-8")
        for old, new in changes:
            assert text.count(old) == 1, (name, old)
            text = text.replace(old, new)
        path.write_text(text, encoding="utf-8")


def pages(path):
    """The text of a PDF as one line, hyphens and breaks at ends of lines undone."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def begin(day):
    """A folder of her own, whose messages can be pasted."""
    run = day.types(
        f'make-guide new "{FOLDER}" --title "Larkin County Help" --place "Larkin County" --language en --paper letter'
    )
    for line in run.out[-2:-1]:
        day.types(line)
    text = Path("guide.yaml").read_text(encoding="utf-8")
    assert Path.cwd().name == FOLDER and run.out[-1] == "make-guide build"
    assert "\ntitle: Larkin County Help\n" in text and "\n  date: 2026-12-01\n" in text


def type_listings(day):
    """25 listings in five sections, with two slips that are found where they are."""
    for path in Path("sections").iterdir():
        path.unlink()
    numbers = iter(range(25))
    for title, names in SECTIONS.items():
        text = "".join(listing(next(numbers), name) for name in names)
        Path(f"sections/{slug(title)}.yaml").write_text(
            f"title: {title}\nlistings:\n{text}", encoding="utf-8"
        )
    files = "".join(f"  - sections/{slug(title)}.yaml\n" for title in SECTIONS)
    day.edits("guide.yaml", ("  - sections/1-first.yaml\n  - sections/2-second.yaml\n", files))
    day.edits("sections/food.yaml", ("    name: Soup", "    name:Soup"), ("email:", "emial:"))


def check(day):
    """All slips at once; when they are mended, what is left are warnings."""
    errors = [line for line in day.types("make-guide check", code=1).err if ": error: " in line]
    assert [line.partition(": error: ")[2].partition(";")[0] for line in errors] == [
        'Harbor Food Bank: a listing has no key "emial"',
        "after name: stands no space",
    ]
    assert errors[0].startswith("sections/food.yaml:13:5: ") and errors[1].startswith(
        "sections/food.yaml:27:10: "
    )
    day.edits("sections/food.yaml", ("    name:Soup", "    name: Soup"), ("emial:", "email:"))
    run = day.types("make-guide check --hours")
    assert run.out[-2:] == ["25 texts of hours: 24 read, 1 not.", "25 listings in 5 sections, 0 verified."]
    assert [line for line in run.err if "never-verified" not in line] == ["1 warning"]


def build(day):
    """Every listing and all hours are on the pages, in words of one style."""
    assert "Made out/letter/letter.pdf" in day.types("make-guide build").out
    text = pages("out/letter/letter.pdf")
    assert [name for name in NAMES if name not in text] == []
    assert [said for said in HOURS.values() if said not in text] == []
    assert "Larkin County Help" in text and text.count("Not yet checked") == 25


def call(day):
    """The call sheet is printed, filled in with a spreadsheet and read back; what it asks to be changed is changed."""
    made = day.types("make-guide check --worklist").out
    assert made[:2] == ["Made out/worklist.pdf", "Made out/worklist.csv"]
    fill("out/worklist.csv", "calls.csv")
    run = day.types('make-guide verify --calls calls.csv --by "Ana Díaz"')
    assert run.out[:3] == [
        "Night Shelter: verified 2026-11-30 by Ana Díaz (sections/shelter.yaml)",
        "Casa Luz: verified 2026-11-30 by Ana Díaz (sections/shelter.yaml)",
        "1 thing to change in the files:",
    ]
    assert 'The guide says "Family Inn"; they say "Family Inn and Annex"' in run.out[4]
    day.edits("sections/shelter.yaml", ("name: Family Inn\n", "name: Family Inn and Annex\n"))
    day.types(run.out[5].partition("Then: ")[2])
    text = Path("sections/shelter.yaml").read_text(encoding="utf-8")
    assert text.count("    verified: 2026-11-30\n    verified_by: Ana Díaz") == 3


def fill(sheet, filled):
    """Answers for three listings, saved as Excel on Windows does."""
    with open(sheet, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    answers = {
        "night-shelter": ("yes", ""),
        "casa-luz": ("yes", ""),
        "family-inn": ("no", "Family Inn and Annex"),
    }
    for id, (right, said) in answers.items():
        row = next(row for row in rows if row["Id"] == id and "the name" in row["Question"])
        row.update({"Right?": right, "What it should say": said, "Called on": "11/30/2026"})
    with open(filled, "w", encoding="cp1252", newline="") as file:
        writer = csv.DictWriter(file, rows[0], delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


def raise_edition(day):
    """The second edition takes the first one's place; that is kept, listed and made again as it was, to the byte."""
    first = Path("out/letter/letter.pdf").read_bytes()
    day.edits("guide.yaml", ("  number: 1\n  colour: blue\n", "  number: 2\n  colour: green\n"))
    said = "The edition before is kept in out/archive/letter-1; make-guide archive lists all."
    assert said in day.types("make-guide build").out
    text = pages("out/letter/letter.pdf")
    assert "Family Inn and Annex" in text and text.count("Not yet checked") == 22
    listed = day.types("make-guide archive").out
    assert listed[0] == "letter, edition 1 of 2026-12-01, 10 pages:"
    day.types(listed[-1].partition(": ")[2])
    for kept in ("out/archive/letter-1/letter.pdf", "out/archive/again-1/letter/letter.pdf"):
        assert Path(kept).read_bytes() == first
    assert Path("out/letter/letter.pdf").read_bytes() != first


EMPTY = re.compile(
    r"(# en: (.*)\n *of: .*\n *text:)$", re.MULTILINE
)  # a text to be filled in, with its last line
SPANISH = Path("translations/es")


def translate(day):
    """What was translated once is offered for its like, hours are said by the program, names and numbers stay."""
    day.types("make-guide translate es")
    done = set()
    for_all(lambda text: EMPTY.sub(lambda match: once(match, done), text))
    day.edits("translations/es/food.yaml", ("text: Se dice Food", "text: Comida"))
    day.edits(
        "translations/es/guide.yaml",
        ("Advice:\n", "Advice: Consejo\n"),
        ("Groceries:\n", "Groceries: Comestibles\n"),
    )
    assert "filled in by the program" in day.types("make-guide translate es").out[-1]
    for_all(lambda text: re.sub(r"(?m)^ *offered: yes\n", "", text))
    Path("editions/spanish.yaml").write_text("languages: es\n", encoding="utf-8")
    run = day.types("make-guide build spanish")
    assert "Made out/spanish/spanish.pdf" in run.out and run.err[-1] == "1 warning"  # nobody has called some
    text = pages("out/spanish/spanish.pdf")
    assert [name for name in NAMES if name not in text] == []
    for said in (
        "Comida",
        "Consejo",
        "Se dice Two weeks",
        "Pida la lista.",
        "Lunes a viernes",
        "217-471-1100",
    ):
        assert said in text, said
    assert text.count("Se dice Come in and ask at the desk.") == 5 and "Monday" not in text


def for_all(change):
    """Changes each of the translator's files."""
    for path in SPANISH.glob("*.yaml"):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def once(match, done):
    """A text translated where it stands first."""
    again = match[2] in done
    done.add(match[2])
    said = "Pida la lista." if match[2].startswith("- ") else f"Se dice {match[2]}"
    return match[1] if again else f"{match[1]} {said}"


def send(day):
    """Each of five people gets the edition in their language once, with its words, from a table as Excel saves it."""
    day.edits(
        "guide.yaml",
        ("# mail:", "mail:"),
        ("#   from: guide@your-clinic.org", "  from: guide@larkincounty.org"),
        ("#   from_name: The name of your clinic", "  from_name: Larkin County"),
        ("#   reply_to: desk@your-clinic.org", "  reply_to: desk@larkincounty.org"),
    )
    table = "".join(f"{';'.join(row)}\r\n" for row in (("Name", "E-mail", "Language", "Copies"), *PEOPLE))
    Path("people.csv").write_bytes(table.encode("cp1252"))
    assert "Hola, José Peña:" in day.types("make-guide mail --to people.csv --dry-run").out
    assert not any(read_ledger("out"))
    day.types("make-guide mail --test me@larkincounty.org")
    run = day.types("make-guide mail --to people.csv")
    assert run.out == ["5 messages sent."] and "was read as Excel writes it on Windows" in run.err[0]
    run = day.types("make-guide mail --to people.csv")
    assert run.out == ["0 messages sent."] and run.err[-1] == "5 messages not sent: had it before"
    status = [re.sub(r" \(\w+\)", "", line) for line in day.types("make-guide mail status").out]
    assert status == ["letter, number 2: 3 sent", "spanish, number 2: 2 sent"]


PEOPLE = (
    ("Ann Example", "ann@larkinclinic.org", "English", "20"),
    ("José Peña", "jose@larkinclinic.org", "Spanish", "5"),
    ("Zoë", "zoe@larkinlibrary.org", "", ""),
    ("Bob", "bob@larkinlibrary.org", "en", "1"),
    ("Núria", "nuria@larkinfood.org", "es", ""),
)


def arrived(post_office):
    """What the server took: a message for each of the five and the one for herself, each with the right file."""
    assert post_office.counts() == {address: 1 for _, address, *_ in PEOPLE} | {"me@larkincounty.org": 1}
    made = {name: Path(f"out/{name}/{name}.pdf").read_bytes() for name in ("letter", "spanish")}
    for name, address, language, copies in PEOPLE:
        message = post_office.messages()[address]
        (attached,) = message.iter_attachments()
        spanish = language in ("Spanish", "es")
        assert attached.get_content() == made["spanish" if spanish else "letter"]
        words = message.get_body(("plain",)).get_content().replace("\r\n", "\n")
        assert f"{'Hola, ' if spanish else 'Hello '}{name}" in words
        assert (f": {copies}\n" in words) is bool(copies)
        if not spanish:
            assert attached.get_filename() == "Larkin County Help, edition 2.pdf"
            assert "- Changed: Family Inn and Annex\n" in words  # no other, though two more were verified


@pytest.mark.slow
def test_a_day(tmp_path, capsys, monkeypatch, post_office, environment):
    """Each step begins with what the one before it has left."""
    monkeypatch.chdir(tmp_path)
    for name, value in {"SOURCE_DATE_EPOCH": NOON, **environment}.items():
        monkeypatch.setenv(name, value)
    day = Day(capsys, monkeypatch)
    for step in (begin, type_listings, check, build, call, raise_edition, translate, send):
        step(day)
    arrived(post_office)
