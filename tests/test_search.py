"""A search for lost words: each key of the content has a word of its own, and it is found on the pages of every edition.

The words are made from the tables of keys, so that a new key is searched for by itself.
"""

import html
import json
import re

import pytest

from guide.braille.make import Wanted, make_book
from guide.colours import ACCENTS
from guide.content.load import load_guide
from guide.content.records.contact import ADDRESS_RECORD, LOCATION, PHONE_RECORD, SERVICE_AREA
from guide.content.records.guide_file import GUIDE, HELP_RECORD, PUBLISHER
from guide.content.records.listings import LISTING_RECORD, SECTION
from guide.content.records.meetings import MEETING
from guide.content.records.programs import PROGRAM
from guide.content.unit_texts import LINE, PROSE, ROWS, SPANS
from guide.content.units import Replacer, all_units, topic_words
from guide.content.worklist import calls_csv, list_calls
from guide.facts import OFFICE_FACTS
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.call_sheet import typeset_worklist
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.editions.versions import stacks_of
from guide.layout.pages import Text
from guide.layout.type.style import make_style
from guide.model import Edition, Paragraph, Span
from guide.web.make import make_page
from tests.braille.read_back import needs_liblouis, read_back
from tests.thorough import first_quick

# Keys whose value is no text of the author's own, and those that say nothing to a reader.
UNSAID = {
    "id",
    "print",
    "print_reason",
    "office_table",
    "checks_off",
    "closed",
    "status",
    "from",
    "until",
    "minimum_age",
    "maximum_age",
    "cost",
    "verified",
    "type",
    "number",
    "country",
    "confidential",
    "latitude",
    "longitude",
    "logo",
    "cover_picture",
    "language",
    "edition",
    "freshness",
    "mail",
    "sections",
    "page",
    "icon",
    "pictograms",
    "order",
    "city_order",
    "neighborhood_order",
    "colour",
    "date",
    "web_code",
    "numbers",
    "highest_number",
    "logo_alternate_text",
}
STAFF = {"verified_by", "source"}  # for the call sheet alone
NOT_ON_SHEETS = {  # what the reduced forms have no place for, and say so
    "introduction",
    "alternate_names",
    "former_names",
    "services",
    "audience",
    "service_areas.city",
    "service_areas.county",
    "service_areas.postal_codes",
    "topic_synonyms",
    "closing_notes",
    "locations.name",
    "description.second",
    "name_note.second",
    *(key for key, _ in ENGLISH.facts),
    *(f"locations.{key}" for key in OFFICE_FACTS),
    *(f"meetings.{key}" for key in ("name", "note", "link", "meeting_id", "passcode", "phones.description")),
    *(f"programs.{key}" for key, _ in ENGLISH.facts),
    *(
        f"programs.{key}"
        for key in (
            "description",
            "phones.description",
            "phones.keyword",
            "hours",
            "email",
            "website",
            "emails",
            "emails.label",
            "websites",
            "websites.label",
            "services",
            "audience",
        )
    ),
    *("hours", "email", "website", "locations.email", "locations.website"),
    *(
        f"{place}{key}"
        for place in ("", "locations.")
        for key in ("emails", "emails.label", "websites", "websites.label")
    ),
    *("locations.postal_name", "locations.care_of", "locations.attention"),
    *("phones.description", "locations.phones.description", "phones.keyword", "locations.phones.keyword"),
    *(f"{place}{key}" for place in ("address", "locations") for key in ("address_2", "po_box", "station")),
}
BOOKS = {
    "letter": set(),
    "a4": set(),
    "a5": set(),
    "half-letter": set(),
    "large-print": set(),
    "pocket": {"services", "audience", "topic_synonyms", "programs.services", "programs.audience"},
}


def word(place):
    """A word that stands for a key and for nothing else."""
    return "Z" + "".join(letter for letter in place if letter.isalpha()).lower() + "z"


def fill(record, place, **given):
    """{key: value} with a word of its own in every key of a table that is not given."""
    values = {}
    for field in record.fields:
        if field.key in given:
            values[field.key] = given[field.key]
        elif field.key not in UNSAID:
            values[field.key] = word(place + field.key)
    return {key: value for key, value in values.items() if value is not None}


def phone(place, number):
    return fill(PHONE_RECORD, place + "phones.", number=number, extension=number[-3:])


def address(place):
    return fill(
        ADDRESS_RECORD,
        place,
        po_box=f"PO Box {word(place + 'po_box')}",
        state_province="CA",
        postal_code="94607",
        country=None,
    )


def web(place):
    return {
        "email": f"{word(place + 'email')}@example.org",
        "website": f"{word(place + 'website')}.example.org",
    }


def more_web(place):
    """Further addresses with labels."""
    return {
        "emails": [{"email": f"{word(place + 'emails')}@example.org", "label": word(place + "emails.label")}],
        "websites": [
            {"website": f"{word(place + 'websites')}.example.org", "label": word(place + "websites.label")}
        ],
    }


def office(place, number):
    return fill(
        LOCATION,
        place,
        address=address(place),
        phones=[phone(place, number)],
        hours=word(place + "hours"),
        **web(place),
        **more_web(place),
    )


def meeting(place):
    """A meeting at the office."""
    number = {"number": "212-868-3455", "description": word(place + "phones.description")}
    link = f"{word(place + 'link')}.example.org"
    at = word("locations.name")
    return fill(MEETING, place, hours="Mo 19:00-20:00", location=at, formats=None, link=link, dial_in=number)


def program(place):
    """A program at the office."""
    own = [phone(place, "212-868-3466")]
    hours, at = word(place + "hours"), word("locations.name")
    return fill(PROGRAM, place, location=at, phones=own, hours=hours, **web(place), **more_web(place))


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """A folder with a word in every key."""
    folder = tmp_path_factory.mktemp("search")
    first = fill(
        LISTING_RECORD,
        "",
        id="first",
        address=None,
        locations=[office("locations.", "212-868-3411")],
        phones=[phone("", "212-868-3422")],
        hours=word("hours"),
        meetings=[meeting("meetings.")],
        programs=[program("programs.")],
        service_areas=[fill(SERVICE_AREA, "service_areas.", state_province="NY", country=None)],
        verified="2026-03-14",
        summary=None,
        description=f"{word('description')} is here.\n\n{word('description.second')} too.",
        **web(""),
        **more_web(""),
    )
    second = {
        "id": "second",
        "name": word("second.name"),
        "address": address("address."),
        "summary": word("summary"),
        "services": ["Ztopicz"],
    }
    section = fill(SECTION, "section.", id="one", introduction=word("introduction"), listings=[first, second])
    publisher = fill(PUBLISHER, "pub.", phone="212-868-3433", logo=None, **web("pub."))
    guide = fill(
        GUIDE,
        "guide.",
        publisher=publisher,
        edition={"date": "2026-11-23"},
        website=f"{word('guide.website')}.example.org",
        help_now=[fill(HELP_RECORD, "help_now.", phone="988")],
        how_to_use=[word("how_to_use")],
        closing_notes=word("closing_notes"),
        language_help={"phone": "212-868-3444"},
        topic_synonyms={word("topic_synonyms"): "Ztopicz"},
    )
    (folder / "sections").mkdir()
    (folder / "sections" / "1-one.yaml").write_text(json.dumps(section), encoding="utf-8")
    (folder / "sections" / "2-two.yaml").write_text(
        json.dumps({"title": "Ztwoz", "listings": [{"see": "second"}]}), encoding="utf-8"
    )
    (folder / "guide.yaml").write_text(json.dumps(guide), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def guide(content):
    guide, problems = load_guide(content)
    assert [problem for problem in problems if problem.level == "error"] == []
    return guide


def words_of(value):
    """Every word of this test in a value of the content."""
    if isinstance(value, dict):
        return {each for pair in value.items() for part in pair for each in words_of(part)}
    if isinstance(value, list):
        return {each for part in value for each in words_of(part)}
    return {
        each
        for each in str(value).replace("@", " ").replace(".", " ").split()
        if each[:1] == "Z" and each[-1:] == "z"
    }


@pytest.fixture(scope="module")
def wanted(content):
    """The words of all keys."""
    found = set()
    for path in content.rglob("*.yaml"):
        found |= words_of(json.loads(path.read_text(encoding="utf-8")))
    assert len(found) > 50
    return found


def printed(document):
    return " ".join(item.text for page in document.pages for item in page.items if isinstance(item, Text))


def laid_out(guide, format, **more):
    return laid_out_of([Version(guide, ENGLISH, stacks_of(guide))], guide, format=format, **more)


def laid_out_of(versions, whole, **more):
    return lay_out(versions, Edition(name="x", **more), whole)


@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("format", first_quick(BOOKS, 3))
def test_every_key_is_on_the_pages_of_every_book(guide, wanted, format, columns):
    """But for what its size has no place for, which it says; a pocket guide where listings are whole."""
    made = laid_out(guide, format, columns=columns, rows=False)
    text, missing = printed(made.document), {word(key) for key in STAFF | BOOKS[format]}
    assert {each for each in wanted if each not in text} - {"Ztopicz"} == missing
    assert bool(BOOKS[format]) == any(
        "index by topic" in line and "index by place" in line for line in made.said
    )
    for each in (
        "212-868-3411",
        "212-868-3422",
        "212-868-3433",
        "212-868-3466",
        "988",
        "411",
        "422",
        "March 2026",
        "Ztwoz",
        "November 2026" if format != "pocket" else "2026",
    ):
        assert each in text, each


@pytest.mark.parametrize("format,file", [("web", "x.html"), ("text", "x.txt")])
def test_every_key_is_on_a_screen(guide, wanted, format, file):
    """But for what is of paper alone, which it says."""
    made = make_page([(guide, ENGLISH)], Edition(name="x", format=format))
    text = html.unescape(made.data[file].decode())
    assert {each for each in wanted if each not in text} - {"Ztopicz"} == {
        word(key) for key in STAFF | {"how_to_use"}
    }
    assert made.said == ("left out on a screen: how to use the guide",)


@needs_liblouis
def test_every_key_is_in_braille(guide, wanted):
    """But for what is of paper alone."""
    text = " ".join(read_back(make_book(guide, ENGLISH, Wanted(contracted=False)), False))
    assert {each for each in wanted if each not in text} - {"Ztopicz"} == {
        word(key) for key in STAFF | {"how_to_use"}
    }
    for each in ("212-868-3411", "212-868-3422", "212-868-3433", "212-868-3466", "988", "ext. 411", "Ztwoz"):
        assert each in text, each


@pytest.mark.parametrize("format", ["trifold-letter", "one-sheet", "pocket"])
def test_reduced_forms_say_what_they_leave_out(guide, wanted, format):
    """A row has a few words on each listing, its first office and the number to call first."""
    made = laid_out(guide, format)
    assert [problem for problem in made.problems if problem.level == "error"] == []
    text, missing = printed(made.document), {each for each in wanted if each not in printed(made.document)}
    allowed = {word(key) for key in NOT_ON_SHEETS | STAFF} | {"Ztopicz", "Ztwoz"}
    if format == "one-sheet":
        allowed |= {word(key) for key in ("guide.subtitle", "how_to_use", "pub.address")}
    allowed |= {word(key) for key in BOOKS.get(format, ())}
    assert missing <= allowed and "212-868-3433" in text
    assert any(
        line.startswith("left out on this size: ")
        and "introductions of sections" in line
        and (format == "pocket" or "closing notes" in line)
        and "facts" in line
        and "web and e-mail addresses" in line
        for line in made.said
    )


@pytest.mark.parametrize(
    "key",
    first_quick(
        [
            "name",
            "short_name",
            "alternate_names",
            "former_names",
            "services",
            "audience",
            "service_areas.city",
            "topic_synonyms",
            "locations.city",
            "second.name",
            "programs.name",
            "programs.services",
            "programs.audience",
        ],
        5,
    ),
)
def test_names_places_and_topics_are_in_the_index(guide, key):
    document = laid_out(guide, "letter").document
    title = next(
        n
        for n, page in enumerate(document.pages)
        if any(isinstance(i, Text) and i.text == "By name" for i in page.items)
    )
    place = word(key if key != "locations.city" else "locations.city")
    assert place in printed(type("Part", (), {"pages": document.pages[title:]}))


def test_the_call_sheet_asks_about_every_key_of_a_listing(guide, wanted):
    """On paper and as a table; the text of a description is read out from the guide."""
    calls = list_calls(guide)
    document = typeset_worklist(
        guide, calls, make_style("letter", ACCENTS["blue"].screen, stacks_of(guide)), ENGLISH
    )
    table = calls_csv(calls, 1).decode()
    elsewhere = {
        each
        for each in wanted
        if each.startswith(("Zguide", "Zpub", "Zhelp", "Zclosing", "Zhow", "Ztopicsyn", "Zintro"))
    }
    elsewhere |= {word("description"), word("description.second"), word("programs.description"), "Ztwoz"}
    assert {each for each in wanted if each not in printed(document)} - elsewhere == set()
    assert {each for each in wanted if each not in table} - elsewhere - {
        word("source"),
        word("section.title"),
    } == set()


def translated(text):
    """A text with other words of this test in the place of each."""
    return re.sub(r"\bZ(\w+)z\b", r"Y\1y", text)


@pytest.mark.parametrize(
    "format, arrangement",
    first_quick(
        [("letter", "beside"), ("letter", "under"), ("half-letter", ""), ("large-print", ""), ("pocket", "")],
        2,
    ),
)
def test_two_languages_say_as_much_in_each(guide, format, arrangement):
    """Beside each other and one under the other: every text that can be translated is there in both."""
    makers = {
        LINE: str,
        SPANS: lambda text: (Span(text),),
        ROWS: lambda text: tuple(text.split("\n")),
        PROSE: lambda text: tuple(Paragraph((Span(part),)) for part in text.split("\n\n")),
    }
    units = all_units(guide)
    texts = {unit.place: makers[unit.kind](translated(unit.text)) for unit in units}
    topics = {topic: translated(topic) for topic in topic_words(guide)}
    second = Replacer(texts, topics, None).guide(guide, "es")
    versions = [Version(guide, ENGLISH, stacks_of(guide)), Version(second, words_in("es"), stacks_of(guide))]
    made = laid_out_of(
        versions, guide, format=format, languages=("en", "es"), bilingual=arrangement, rows=False
    )
    text = printed(made.document)
    both = {each for unit in units for each in unit.text.replace(".", " ").split() if each.startswith("Z")}
    lost = {each for one in both for each in (one, translated(one)) if each not in text}
    assert len(both) > 20 and lost <= {word("guide.subtitle"), translated(word("guide.subtitle"))}
    assert not lost or any("the subtitle" in line for line in made.said)
