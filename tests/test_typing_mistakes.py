"""Typing mistakes of people who are no programmers, each in a small guide, and what the program answers.

The answers stand in tests/cases/typing/answers.txt, to be read as an office manager would:
pytest --update-golden tests/test_typing_mistakes.py
"""

import os
from datetime import date
from pathlib import Path

from guide.project import open_project

ANSWERS = Path(__file__).parent / "cases" / "typing" / "answers.txt"
GUIDE = """title: T
language: en
country: US
edition:
  number: 1
  colour: blue
  date: 2026-11-27
"""
ADDRESS = """    address:
      address_1: 412 SE Oak Ave
      city: Fern Hollow
      state_province: OR
      postal_code: 97470
"""
SECTION = f"""title: Food
listings:
  - id: pantry
    name: Fern Hollow Pantry
{ADDRESS}    phones: 541-672-3344
    hours: Mo-Fr 09:00-17:00
    description: |
      Bring a bag.
    verified: 2026-11-01
"""
# A name, then what is typed in the place of what: each (right, wrong).
MISTAKES: tuple[tuple[object, ...], ...] = (
    ("nbsp-indent", ("    phones:", "\u00a0\u00a0\u00a0 phones:")),
    ("nbsp-in-text", ("Fern Hollow Pantry", "Fern\u00a0Hollow\u00a0Pantry")),
    ("nbsp-after-colon", ("phones: 541", "phones:\u00a0541")),
    ("nospace-colon", ("phones: 541", "phones:541")),
    ("nospace-dash", ("- id:", "-id:")),
    ("caps-keys", ("name:", "Name:"), ("phones:", "Phones:")),
    ("smart-quoted", ("name: Fern Hollow Pantry", "name: “Fern Hollow Pantry”")),
    ("single-quote-apostrophe", ("name: Fern Hollow Pantry", "name: 'St. Mark's Pantry'")),
    ("hash1", ("name: Fern Hollow Pantry", "name: #1 Pantry")),
    ("hash-suite", ("412 SE Oak Ave", "412 SE Oak Ave #3")),
    ("star", ("name: Fern Hollow Pantry", "name: *Free* Pantry")),
    ("star2", ("hours: Mo-Fr 09:00-17:00", "hours: **Closed** holidays")),
    ("at", ("name: Fern Hollow Pantry", "name: @Home Pantry")),
    ("percent", ("name: Fern Hollow Pantry", "name: 100% Pantry")),
    ("quote-then-text", ("name: Fern Hollow Pantry", 'name: "Nana\'s" Pantry')),
    ("name-NO", ("name: Fern Hollow Pantry", "name: NO")),
    ("two-phones-or", ("phones: 541-672-3344", "phones: 541-672-3344 or 541-672-3345")),
    ("two-phones-comma", ("phones: 541-672-3344", "phones: 541-672-3344, 541-672-3345")),
    ("phone-local", ("phones: 541-672-3344", "phones: 672-3344")),
    ("phone-paren-ext", ("phones: 541-672-3344", "phones: (415) 241 9800 x12")),
    (
        "phone-paren-list",
        ("phones: 541-672-3344", "phones:\n      - (415) 241-9800\n      - fax: 415-241-9801"),
    ),
    ("phone-text", ("phones: 541-672-3344", "phones: text HELLO to 741741")),
    (
        "phone-typeinline",
        ("phones: 541-672-3344", "phones:\n      number: 541-672-3344\n      type: Voicemail"),
    ),
    ("phone-unquoted-plus", ("phones: 541-672-3344", "phones: 5416723344")),
    ("phone-mobile", ("phones: 541-672-3344", "phones: 541-672-3344 (cell)")),
    (
        "ask-for",
        ("phones: 541-672-3344", "phones:\n      - number: 541-672-3344\n        description: ask for Maria"),
    ),
    ("contact-key", ("    hours:", "    contact: Maria Lopez\n    hours:")),
    ("hours-Mon-Fri", ("Mo-Fr 09:00-17:00", "Mon-Fri 9-5")),
    ("hours-MonFri-ampm", ("Mo-Fr 09:00-17:00", "Mon-Fri 9am-5pm")),
    ("hours-MoFr95", ("Mo-Fr 09:00-17:00", "Mo-Fr 9-5")),
    ("hours-MoFr9am5pm", ("Mo-Fr 09:00-17:00", "Mo-Fr 9am-5pm")),
    ("hours-colon", ("Mo-Fr 09:00-17:00", "Monday: 9-5")),
    ("hours-map", ("hours: Mo-Fr 09:00-17:00", "hours:\n      Monday: 9-5\n      Tuesday: closed")),
    ("hours-247", ("Mo-Fr 09:00-17:00", "24/7")),
    ("hours-24hours", ("Mo-Fr 09:00-17:00", "24 hours")),
    ("hours-list-bullet", ("hours: Mo-Fr 09:00-17:00", "hours:\n      • Mon 9-5\n      • Tue 9-5")),
    ("hours-multiline", ("hours: Mo-Fr 09:00-17:00", "hours: |\n      Mon 9-5\n      Tue 9-5")),
    ("date-us", ("2026-11-01", "3/14/26")),
    ("date-words", ("2026-11-01", "March 14, 2026")),
    ("date-future", ("2026-11-01", "2026-12-14")),
    ("date-yesterday", ("2026-11-01", "yesterday")),
    ("email-at", ("    hours:", "    email: maria at pantry.org\n    hours:")),
    ("email-two", ("    hours:", "    email: a@pantry.org, b@pantry.org\n    hours:")),
    ("website-none", ("    hours:", "    website: none\n    hours:")),
    ("website-fb", ("    hours:", "    website: facebook.com/fernhollow\n    hours:")),
    (
        "website-zoom",
        (
            "    hours:",
            "    website: https://us02web.zoom.us/j/84512345678?pwd=QmFzZTY0c3R1ZmZ0aGF0aXNsb25nMDE\n    hours:",
        ),
    ),
    (
        "websites-two",
        ("    hours:", "    website:\n      - pantry.org\n      - facebook.com/pantry\n    hours:"),
    ),
    ("closed-noalert", ("    hours:", "    closed: yes\n    hours:")),
    ("closed-temporarily", ("    hours:", "    closed: temporarily until June\n    hours:")),
    ("conf-yes-no", ("      city:", "      confidential: true\n      city:")),
    ("conf-listing", ("    hours:", "    confidential: yes\n    hours:")),
    ("languages-list", ("    hours:", "    languages: Spanish-speaking staff, Español\n    hours:")),
    ("fees-dollar", ("    hours:", "    fees_description: $5 - sliding scale\n    hours:")),
    ("bullets-copied", ("      Bring a bag.", "      • Bring a bag\n      • Bring ID")),
    ("bullets-star", ("      Bring a bag.", "      * Bring a bag\n      * Bring ID")),
    ("bullets-word", ("      Bring a bag.", "      \uf0b7\tBring a bag\n      o\tBring ID")),
    ("numbered", ("      Bring a bag.", "      1. Come in\n      2. Take a number")),
    (
        "lines-joined",
        (
            "      Bring a bag.",
            "      Monday: Library\n      Tuesday: Senior Center\n      Wednesday: School",
        ),
    ),
    ("heading", ("      Bring a bag.", "      ## What we do\n      Food")),
    (
        "desc-inline-then-more",
        ("    description: |\n      Bring a bag.", "    description: Bring a bag.\n    And some ID."),
    ),
    ("desc-lessindent", ("      Bring a bag.", "    Bring a bag.")),
    ("desc-second-para-lessindent", ("      Bring a bag.", "      Bring a bag.\n\n    Second para here.")),
    ("allcaps-name", ("Fern Hollow Pantry", "FERN HOLLOW PANTRY")),
    ("emoji", ("Bring a bag.", "Bring a bag 😀 ☎ ✔")),
    ("html", ("Bring a bag.", "Bring a <b>bag</b> &amp; ID<br>now")),
    ("mention-wrong", ("Bring a bag.", "See [[the-pantry]].")),
    ("empty-key", ("    hours:", "    email:\n    hours:")),
    ("tba", ("phones: 541-672-3344", "phones: TBA")),
    ("n/a", ("phones: 541-672-3344", "phones: n/a")),
    ("county", ("      city:", "      county: Larkin\n      city:")),
    ("notes-key", ("    hours:", "    notes: hi\n    hours:")),
    (
        "address-lines",
        (
            "    address:\n      address_1: 412 SE Oak Ave\n      city: Fern Hollow\n      state_province: OR\n      postal_code: 97470",
            "    address:\n      - 412 SE Oak Ave\n      - Fern Hollow, OR 97470",
        ),
    ),
    ("indent-extra", ("    phones:", "      phones:")),
    ("indent-less", ("    phones:", "   phones:")),
    ("items-noindent", ("  - id:", "- id:")),
    ("tab-inside", ("phones: 541", "phones:\t541")),
    ("trailing-colon", ("Fern Hollow Pantry", "Fern Hollow Pantry:")),
    ("zip+4", ("97470", "97470-1234")),
    ("zip-short", ("97470", "9747")),
    ("pasted-bullet-alone", ("      Bring a bag.", "      \u2013 Bring a bag\n      \u2013 Bring ID")),
    ("list-with-a-colon", ("    hours: Mo", "    services:\n      - Mondays: Library, 10-12\n    hours: Mo")),
    (
        "two-websites",
        (
            "    hours:",
            "    websites:\n      - pantry.org\n      - website: pantry.org/menu\n        label: menu\n    hours:",
        ),
    ),
    ("ask-for-inline", ("541-672-3344", "541-672-3344 ask for Maria")),
    ("tel-link", ("541-672-3344", "tel:+1-541-672-3344;ext=204")),
    ("two-one-one", ("541-672-3344", "2-1-1")),
    ("one-line-address", (ADDRESS, "    address: 412 SE Oak Ave, Fern Hollow, OR 97470\n")),
    (
        "several-at-once",
        ("  - id: pantry", "  -id: pantry"),
        ("Fern Hollow Pantry", "Fern: Pantry"),
        ("phones: 541", "phones:541"),
    ),
)
FILES = (  # saved in another way
    ("bom-crlf", b"\xef\xbb\xbf" + SECTION.replace("\n", "\r\n").encode()),
    ("cp1252", SECTION.replace("Fern Hollow Pantry", "St. Mark\u2019s Caf\u00e9").encode("cp1252")),
    ("utf16", SECTION.encode("utf-16")),
    ("cr-only", SECTION.replace("\n", "\r").encode()),
    ("rtf", b"{\\rtf1\\ansi " + SECTION.encode() + b"}"),
    ("docx", b"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml \xe3"),
    ("xlsx", b"PK\x03\x04\x14\x00[Content_Types].xml xl/workbook.xml \xe3"),
)


def typed(changes: tuple[tuple[str, str], ...]) -> bytes:
    """The section with its mistakes."""
    text = SECTION
    for right, wrong in changes:
        assert right in text, right
        text = text.replace(right, wrong)
    return text.encode()


def answers(name: str, content: bytes, folder: Path) -> str:
    """What the program says of a section file, and the lines that are printed of what it read."""
    (folder / "sections" / "1-food.yaml").write_bytes(content)
    project = open_project(folder, date(2026, 11, 30))
    problems = (*project.problems, *project.edition_problems)
    said = [str(problem).replace(f"{folder}{os.sep}sections{os.sep}", "") for problem in problems]
    levels = [f"   {problem.level}: {line}" for problem, line in zip(problems, said)]
    return "\n".join([f"## {name}", *(levels or ["   nothing"])])


def test_every_typing_mistake_is_answered_in_plain_words(tmp_path, request):
    """The answers are those that stand in the file, one line each."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    cases = [(name, typed(changes)) for name, *changes in MISTAKES] + list(FILES)
    told = "\n".join(answers(name, content, tmp_path) for name, content in cases) + "\n"
    if request.config.getoption("--update-golden"):
        ANSWERS.write_text(told, encoding="utf-8")
    assert told == ANSWERS.read_text(encoding="utf-8")


def test_the_table_is_long_enough():
    """Eighty-five mistakes and more, each with a name of its own."""
    names = [row[0] for row in (*MISTAKES, *FILES)]
    assert len(set(names)) == len(names) >= 85
