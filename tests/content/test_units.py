"""What is translated of a guide, and how it is put back."""

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from guide import model
from guide.content.hours import parse_hours
from guide.content.load import load_guide
from guide.content.records import contact, guide_file, listings
from guide.content.translate_file import translation_files
from guide.content.translation_text import READERS
from guide.content.units import Replacer, all_units, fingerprint, listing_units, topic_words
from guide.errors import Mark
from guide.language.hours_words import ENGLISH_HOURS
from guide.reading.fields import Kind
from guide.reading.prose import read_prose, to_markdown
from guide.reading.source import Place, Source

MARK = Mark(Path("a.yaml"), 1, 1)


def hours(text):
    found, _ = parse_hours(text)
    return {"hours": found.lines, "opening": found.opening}


def guide(**listing):
    made = model.Listing(id="a", name="House", mark=MARK, **listing)
    section = model.Section(id="s", title="Food", mark=MARK, listings=(made,))
    return model.Guide(
        title="Help", edition=model.EditionMark(date=date(2026, 1, 1)), mark=MARK, sections=(section,)
    )


def keys(whole):
    return [unit.key for unit in all_units(whole)]


def test_names_addresses_and_numbers_are_no_units():
    """They stand on the door and on the phone."""
    phone = model.Phone(number="1", printed="1")
    office = model.Location(address=model.Address(city="Oakland"), attention="Ann", postal_name="House, Inc.")
    assert keys(
        guide(short_name="H", phones=(phone,), locations=(office,), website="https://a.example.org")
    ) == ["title", "title"]


def test_every_text_is_a_unit():
    """In the order in which it is printed."""
    office = model.Location(
        name="Evening site",
        hours=("Ring twice",),
        phones=(model.Phone(number="1", printed="1", description="after six"),),
    )
    found = keys(
        guide(
            summary="a house",
            alert="Closed",
            description=read_prose("One.").prose,
            fees_description="Free",
            locations=(office,),
        )
    )
    assert found == [
        "title",
        "title",
        "summary",
        "alert",
        "description",
        "fees_description",
        "location-1-name",
        "location-1-hours",
        "location-1-phone-1-description",
    ]


def test_hours_that_can_be_said_in_any_language_are_none():
    """Only an editor's own words in them have to be translated."""
    assert "hours" not in keys(guide(**hours("Mo-Fr 09:00-17:00; PH off")))
    assert "hours" not in keys(guide(**hours('Mo "by appointment"')))
    assert "hours" in keys(guide(**hours('Mo 09:00-17:00 "ring twice"')))


def test_a_fingerprint_does_not_mind_line_ends():
    """But any other letter."""
    assert fingerprint("a  b\nc") == fingerprint("a b c") != fingerprint("a b d")
    assert len(fingerprint("a")) == 8


SPANISH = replace(
    ENGLISH_HOURS,
    days_span="{first} a {last}",
    times_span="{first} a {last}",
    days=("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"),
)


def test_texts_are_put_in_the_place_of_others():
    """What has no translation stays, and is named as such; hours are said anew."""
    whole = guide(
        summary="a house", fees_description="Free", services=("Food", "Beds"), **hours("Mo-Fr 09:00-17:00")
    )
    texts = {("section", "s", "title"): "Comida", ("listing", "a", "summary"): "una casa"}
    made = Replacer(texts, {"Food": "Comida"}, SPANISH).guide(whole, "es")
    (listing,) = made.listings
    assert (made.language, made.source_language, made.untranslated) == ("es", "en", {"title", "topic-Beds"})
    assert (made.sections[0].title, made.sections[0].untranslated) == ("Comida", frozenset())
    assert (listing.summary, listing.fees_description, listing.untranslated) == (
        "una casa",
        "Free",
        {"fees_description"},
    )
    assert (
        listing.hours == ("Lunes a viernes 9\u00a0am\u00a0a\u00a05\u00a0pm",)
        and not listing.hours_untranslated
    )
    assert listing.services == ("Comida", "Beds") and listing.name == "House"


def test_hours_in_words_of_ones_own_stay_until_somebody_translates_them():
    whole = guide(hours=("Ring twice",))
    assert Replacer({}, {}, SPANISH).guide(whole, "es").listings[0].hours_untranslated
    done = (
        Replacer({("listing", "a", "hours"): ("Toque dos veces",)}, {}, SPANISH)
        .guide(whole, "es")
        .listings[0]
    )
    assert done.hours == ("Toque dos veces",) and not done.hours_untranslated


def test_topics_are_sorted_and_each_once():
    whole = replace(guide(services=("Food", "beds"), audience=("Food",)), topic_synonyms=(("Meals", "Food"),))
    assert topic_words(whole) == ("beds", "Food", "Meals")


SPANS = st.builds(
    model.Span,
    st.text("ab*_[]<>&;. \\`-1|", min_size=1, max_size=8)
    .map(lambda text: " ".join(text.split()))
    .filter(bool),
    st.booleans(),
)


@given(st.lists(SPANS, min_size=1, max_size=1))
def test_prose_is_read_again_as_it_was(spans):
    """Whatever signs stand in it: a translator gets it as Markdown, and it comes back."""
    prose = (model.Paragraph(tuple(spans)),)
    assert read_prose(to_markdown(prose)).prose == prose


def test_lists_links_and_mentions_are_read_again():
    text = "See [the page](https://a.example.org/b) or [[food-bank]], **now**.\n\n- one\n- **two**\n\n1. first\n2. second\n\nhttps://a.example.org"
    assert to_markdown(read_prose(text).prose) == text


def test_listing_units_name_their_listing():
    whole = guide(summary="a house")
    assert [unit.place for unit in listing_units(whole.listings[0])] == [("listing", "a", "summary")]


# --- every text that a reader sees ------------------------------------------------------------------

NO_PROSE = {  # what stands on the door, on the envelope and on the phone, what nobody prints, and what has other words beside it
    guide_file.GUIDE.name: "language country website mail checks_off sections",
    guide_file.PUBLISHER.name: "name address logo website",
    listings.SECTION.name: "city_order neighborhood_order",
    listings.LISTING_RECORD.name: "name short_name alternate_names former_names website verified_by source print_reason",
    contact.LOCATION.name: "postal_name care_of attention website",
    contact.PHONE_RECORD.name: "number extension keyword",
    guide_file.HELP_RECORD.name: "phone",
}
PHONE = {"number": "773-471-0999"}


def with_markers(record, owner, **more):
    """The keys of a record that take any text, each with a marker of its own, and more."""
    source, made = Source(Path("a.yaml"), Path(".")), {}
    for field in record.fields:
        marker = f"Marker {owner} {field.key}".replace("_", " ")
        if field.key not in (*NO_PROSE[record.name].split(), *more) and isinstance(field.kind, Kind):
            value = field.kind.read((marker, Place(0, 0, 0)), field.key, source)
            if value and "Marker" in repr(value):
                made[field.key] = marker
    return made | more


def translated_units(whole):
    """Every text of a guide in another language, as it is read, by its place."""
    return {
        unit.place: READERS[unit.kind].read(
            (unit.text.replace("Marker", "Texto"), Place(0, 0, 0)), unit.key, Source(Path("a"), Path("."))
        )
        for unit in all_units(whole)
    }


def write(path, values):
    path.parent.mkdir(exist_ok=True)
    path.write_text(json.dumps(values), encoding="utf-8")


def test_every_text_that_is_prose_is_in_the_translation_file(tmp_path):
    """A marker in every key that takes words is found in it, and its translation in the guide."""
    phones = {
        owner: with_markers(contact.PHONE_RECORD, f"phone of {owner}", **PHONE)
        for owner in ("help", "languages", "listing", "office", "publisher")
    }
    office = with_markers(contact.LOCATION, "office", phones=[phones["office"]], address={"city": "Oakland"})
    kitchen = with_markers(
        listings.LISTING_RECORD,
        "listing",
        id="kitchen",
        name="Kitchen",
        phones=[phones["listing"]],
        locations=[office],
    )
    section = with_markers(listings.SECTION, "section", listings=[kitchen])
    publisher = with_markers(guide_file.PUBLISHER, "publisher", phone=phones["publisher"])
    top = with_markers(
        guide_file.GUIDE,
        "guide",
        edition={"date": "2026-01-01"},
        publisher=publisher,
        language_help={"phone": phones["languages"]},
        help_now=[with_markers(guide_file.HELP_RECORD, "help", phone=phones["help"])],
        topic_synonyms={"Marker word": "Marker topic"},
    )
    write(tmp_path / "sections/food.yaml", section)
    write(tmp_path / "guide.yaml", top)
    whole, problems = load_guide(tmp_path)
    assert whole, problems
    put = set(re.findall("Marker [a-z ]+", json.dumps([section, top])))
    assert len(put) > 25 and "Marker phone of office description" in put
    written = "\n".join(file.text for file in translation_files(whole, tmp_path, "es")[0])
    assert [marker for marker in sorted(put) if marker not in written] == []
    topics = {word: word.replace("Marker", "Texto") for word in topic_words(whole)}
    made = repr(Replacer(translated_units(whole), topics, SPANISH).guide(whole, "es"))
    assert [
        marker for marker in sorted(put) if marker in made or marker.replace("Marker", "Texto") not in made
    ] == []
