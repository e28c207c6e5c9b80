"""docs/keys.md has every key of the content files, written from the tables by which they are read.

After a change of a key: UPDATE_DOCS=1 pytest tests/content/test_keys_page.py
"""

import os
from pathlib import Path

from guide.content import edition, edition_choice, own_pages, style_file
from guide.content.records import contact, guide_file, listings, mail, meetings, programs
from guide.exchange.mapping import read as mapping
from guide.exchange.mapping import values
from guide.language.words import ENGLISH
from guide.reading.fields import Record

PAGE = Path(__file__).resolve().parents[2] / "docs" / "keys.md"
INTRODUCTION = """# Keys

Every key of the content files. This page is written from the tables by which they are read; a key that is written
in another way is told, with the one that was meant. [Write listings](content.md) explains the most used ones with examples.
"""
GUIDE_FILE = (
    guide_file.GUIDE,
    guide_file.EDITION,
    guide_file.PUBLISHER,
    guide_file.COVER_PICTURE,
    guide_file.HELP_RECORD,
    guide_file.LANGUAGE_HELP,
    guide_file.FRESHNESS,
    listings.CHECK_OFF,
    mail.MAIL,
)
SECTION_FILE = (
    listings.SECTION,
    listings.LISTING_RECORD,
    listings.REFERENCE_RECORD,
    meetings.MEETING,
    programs.PROGRAM,
    contact.LOCATION,
    contact.ADDRESS_RECORD,
    contact.PHONE_RECORD,
    contact.FURTHER_EMAIL,
    contact.FURTHER_WEBSITE,
    contact.SERVICE_AREA,
)
EDITION_FILE = (edition.EDITION, edition_choice.CHOICE, edition_choice.NEARBY)
MAPPING_FILE = (
    mapping.MAPPING_RECORD,
    mapping.TABLE_RECORD,
    mapping.FIELDS_RECORD,
    values.TAKE_RECORD,
    values.LOOKUP_RECORD,
    mapping.RULE_RECORD,
    mapping.SECTIONS_RECORD,
)
FILES = (
    ("guide.yaml", GUIDE_FILE),
    ("a file of sections/", SECTION_FILE),
    ("the head of a file of pages/", (own_pages.PAGE,)),
    ("a file of editions/", EDITION_FILE),
    ("a mapping for an import", MAPPING_FILE),
    ("style.yaml", (style_file.style_record(style_file.fixed_texts(ENGLISH)), style_file.FACES)),
)


def page():
    """The page as Markdown."""
    lines = [INTRODUCTION]
    for file, kinds in FILES:
        lines += [f"## In {file}", ""]
        for record in kinds:
            lines += [f"### {record.name}", "", "| key | what it is | also understood |", "|---|---|---|"]
            lines += [row(field) for field in record.fields]
            lines.append("")
    return "\n".join(lines)


def row(field):
    needed = " Needed." if field.required else ""
    return f"| `{field.key}` | {field.doc.replace('|', chr(92) + '|')}{needed} | {', '.join(field.also.split())} |"


def test_the_page_has_every_key():
    """The page is what the tables give."""
    if os.environ.get("UPDATE_DOCS"):
        PAGE.write_text(page(), encoding="utf-8")
        return
    assert PAGE.read_text(encoding="utf-8") == page()


def test_no_record_is_left_out():
    """Every table of keys of the content is on the page."""
    told = {record.name for _, kinds in FILES for record in kinds}
    there = {
        value.name
        for module in (contact, listings, mail, guide_file, edition, edition_choice, style_file)
        for value in vars(module).values()
        if isinstance(value, Record)
    }
    assert there <= told
