"""Values in the words of the guide's own language."""

from guide.content.said_values import names_of, say_hours, say_languages
from guide.content.unit_texts import fact_line
from guide.content.units import Replacer, listing_units
from guide.language.words import words_in
from guide.model import Location, OpeningHours, OpeningRule


def guide_of(maker, language="en", **values):
    return maker.guide(maker.section(maker.listing("a", **values)), language=language)


def test_hours_are_said_in_its_words(maker):
    opening = OpeningHours(text="Mo", rules=(OpeningRule(days=(0,), spans=((540, 1020),)),))
    guide = guide_of(maker, "es", hours=("Monday",), opening=opening)
    assert say_hours(guide, words_in("es").hours).listings[0].hours[0].startswith("Lunes")


def test_languages_are_said_by_their_names(maker):
    office = Location(languages="pl", language_codes=("pl",))
    guide = guide_of(maker, "es", languages="es, vi", language_codes=("es", "vi"), locations=(office,))
    listing = say_languages(guide).listings[0]
    assert listing.languages == "Espa\u00f1ol, vietnamita" and listing.locations[0].languages == "Polaco"


def test_what_has_no_codes_stays_the_same_object(maker):
    guide = guide_of(maker, languages="Spanish")
    assert say_languages(guide) is guide


def test_a_word_among_codes_makes_a_text_of_them(maker):
    listing = maker.listing(languages="es, Mixteco bajo", language_codes=("es", "Mixteco bajo"))
    assert names_of(listing, "en") == {"languages": "Spanish, Mixteco bajo", "language_codes": ()}


def test_nobody_translates_codes(maker):
    """They have their names in every language; languages by their names are translated by hand."""
    guide = say_languages(guide_of(maker, languages="es", language_codes=("es",)))
    (listing,) = guide.listings
    assert fact_line(listing, "languages") == "" and "languages" not in [
        each.key for each in listing_units(listing)
    ]
    (said,) = Replacer({}, {}, None).guide(guide, "ar").listings
    assert (
        said.languages == "\u0627\u0644\u0625\u0633\u0628\u0627\u0646\u064a\u0629"
        and "languages" not in said.untranslated
    )
    assert fact_line(maker.listing(languages="Spanish"), "languages") == "Spanish"
