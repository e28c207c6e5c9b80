"""What a listing says, thing by thing."""

from datetime import date

from guide import model
from guide.content.compare.things import (
    Home,
    home_of,
    office_text,
    phone_text,
    program_text,
    state_of,
    whole_things,
)
from guide.language.files import fixed_words


def test_a_number_tells_what_is_to_be_known_of_it(maker):
    phone = maker.phone(type="text", extension="12", keyword="HELP", description="evenings")
    assert phone_text(phone) == "773-471-0999, ext. 12, text, send HELP, evenings"


def test_an_office_and_a_program_on_one_line(maker):
    office = maker.office("Chicago", maker.phone(), name="North")
    assert office_text(office, Home()) == "North; 3110 West Taylor Street, Chicago, IL 60612; 773-471-0999"
    program = model.Program(name="Beds", mark=maker.listing().mark, phones=(maker.phone(),))
    assert program_text(program) == "Beds; 773-471-0999"


def test_a_confidential_address_is_a_city(maker):
    hidden = model.Address(address_1="1 A Street", city="Gary", state_province="IN", confidential=True)
    assert "1 A Street" not in office_text(model.Location(address=hidden), Home())


def test_whether_it_is_open(maker):
    days = model.Days(first=date(2026, 5, 1), last=date(2026, 6, 1))
    assert state_of(maker.listing()) == "open"
    assert state_of(maker.listing(closed=True)) == "closed for now"
    assert state_of(maker.listing(closed_days=days)) == "closed from 2026-05-01 until 2026-06-01"
    assert state_of(maker.listing(closed=True, gone=True)) == "closed for good"


def test_hours_are_in_the_words_of_the_guide(maker):
    home = home_of(maker.guide(language="es"))
    assert home.hours == fixed_words("es").hours
    hours = model.OpeningHours(text="Mo", rules=(model.OpeningRule(days=(0,), spans=((540, 1020),)),))
    (said,) = (each for each in whole_things(maker.listing(opening=hours), home) if each.key == "hours")
    assert said.text.startswith("Lunes")


def test_every_field_of_a_listing_is_said_or_known_not_to_be(maker):
    """A new key of a listing has to be told when it changes."""
    silent = {"id", "mark", "verified", "verified_by", "source", "printed", "print_reason", "checks_off"}
    silent |= {"number", "untranslated", "hours_mark", "hours_untranslated", "office_table"}
    elsewhere = {"locations", "programs"}  # see compare
    together = {"closed", "closed_days", "gone", "alert_days", "opening", "minimum_age", "maximum_age"}
    together |= {"cost", "language_codes"}
    plural = {"phones": "phone", "emails": "email", "websites": "website", "meetings": "meeting"}
    from guide.content.compare.things import KEYS

    names = {plural.get(each, each) for each in model.Listing.__dataclass_fields__}
    assert names - silent - elsewhere - together <= set(KEYS)
