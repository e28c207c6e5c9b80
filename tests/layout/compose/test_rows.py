"""Listings in the few words of a telephone book's row."""

import pytest

from guide.content.hours import parse_hours
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.rows import RowComposer, reach_of
from guide.layout.tags import Tag
from guide.model import Address, Location, Reference


def row(maker, listing, *others, words=ENGLISH, **more):
    guide = maker.guide(maker.section(listing, *others), **more)
    composer = RowComposer(guide, words, guide.entries)
    return composer.row_sections(Tag("Document"))[0].rows[0]


def said(inlines):
    return "".join(each.text for each in inlines).replace("\u00a0", " ")


def test_hours_come_first_then_what_it_is(maker):
    """Then the number for those who text."""
    opening = parse_hours("Mo-Fr 09:00-17:00")[0]
    office = maker.office(
        "Chicago",
        maker.phone("773-471-0111", type="text"),
        maker.phone("773-471-0222"),
        maker.phone("773-471-0333", type="fax"),
        hours=opening.lines,
        opening=opening.opening,
    )
    made = row(maker, maker.listing("a", locations=(office,), summary="hot meals"))
    assert said(made.text) == "Mon\u2013Fri 9 am\u20135 pm. Hot meals. Text only 773-471-0111."
    assert said(made.phone) == "773-471-0222" and said(made.place) == "3110 West Taylor Street, Chicago"
    assert said(made.name) == "1 Name of a"


def test_free_hours_stay_as_they_are_typed(maker):
    listing = maker.listing("a", hours=("Mondays 9 am to 5 pm.", "in summer by appointment"), summary="food")
    assert said(row(maker, listing).text).startswith("Mondays 9 am to 5 pm; in summer by appointment. Food.")


@pytest.mark.parametrize("closed", (True, False))
def test_a_closed_listing_has_no_hours(maker, closed):
    listing = maker.listing("a", closed=closed, hours=("Mondays",), alert="Moved" if not closed else "")
    made = row(maker, listing)
    assert ("Mondays" in said(made.text)) != closed
    assert made.alert.text == ("Closed for now" if closed else "Moved")


def test_the_office_that_can_be_called_stands_in_the_row(maker):
    """And how many places there are more; what is of the whole serves where an office has nothing."""
    offices = (maker.office("Springfield"), maker.office("Chicago", maker.phone()), maker.office("Joliet"))
    made = row(maker, maker.listing("a", locations=offices))
    assert "Chicago" in said(made.place) and said(made.text) == "2 more places."
    reach = reach_of(maker.listing("a", locations=offices[:1], phones=(maker.phone(),)))
    assert reach.office is offices[0] and reach.first == maker.phone() and reach.more == 0


def test_a_confidential_address_is_not_told(maker):
    address = Address(address_1="77 Hidden Road", city="Chicago", confidential=True)
    made = row(maker, maker.listing("a", locations=(Location(address=address, phones=(maker.phone(),)),)))
    assert said(made.place) == "Address not public: call first"


def test_states_are_named_where_there_are_several(maker):
    far = Address(address_1="1 Main Street", city="Oakland", state_province="CA", postal_code="94607")
    here = maker.listing("a", locations=(maker.office(),))
    assert said(row(maker, here, maker.listing("b", locations=(Location(address=far),))).place).endswith(
        "Chicago, IL"
    )
    abroad = Address(address_1="1 Main Street", city="Vancouver", state_province="BC", country="CA")
    made = row(maker, maker.listing("b", locations=(Location(address=abroad),)), here)
    assert said(made.place) == "1 Main Street, Vancouver, BC, Canada"


def test_who_has_no_number_is_found_on_the_web(maker):
    """By mail where there is no web address; nothing at all is said too."""
    assert said(row(maker, maker.listing("a", website="https://a.org/", email="x@a.org")).text) == "a.org"
    mailed = row(maker, maker.listing("a", email="x@a.org")).text[-1]
    assert mailed.text == "x@a.org" and mailed.link.target == "mailto:x@a.org"
    assert said(row(maker, maker.listing("a")).text) == ENGLISH.no_contact
    assert "a.org" not in said(row(maker, maker.listing("a", website="a.org", phones=(maker.phone(),))).text)


def test_what_must_be_known_before_a_call(maker):
    """The kind of an only number, letters in digits, an extension."""
    text_only = row(maker, maker.listing("a", phones=(maker.phone(type="text"),)))
    assert said(text_only.text) == "Text only." and said(text_only.phone) == "773-471-0999"
    vanity = maker.phone("800-CALL-NOW", in_digits="800-225-5669", extension="12")
    made = row(maker, maker.listing("a", phones=(vanity,)))
    assert said(made.text) == "In digits 800-225-5669." and said(made.phone) == "800-CALL-NOW ext. 12"
    assert row(maker, maker.listing("a", phones=(maker.phone(type="fax"),))).phone == ()


def test_the_circle_is_heard_with_the_number(maker):
    number = row(maker, maker.listing("a")).name[0]
    assert number.tag.heard == "1, Not yet checked: " and number.text == "1 "


def test_what_is_not_translated_says_its_language(maker):
    """Summary and address; the hours that can be computed are in the language of the page."""
    opening = parse_hours("Mo-Fr 09:00-17:00")[0].opening
    listing = maker.listing(
        "a", locations=(maker.office(opening=opening),), summary="food", untranslated=frozenset({"summary"})
    )
    made = row(maker, listing, words=words_in("es"), language="es", source_language="en")
    languages = {each.text.strip(): each.tag.language for each in (*made.text, *made.place)}
    assert languages["Food."] == "en" and languages["3110 West Taylor Street, Chicago"] == "en"
    assert [
        language for text, language in languages.items() if text.startswith("lun") or text.startswith("Lun")
    ] == [""]


def test_references_stand_where_there_is_no_listing(maker):
    guide = maker.guide(
        maker.section(maker.listing("a"), references=(Reference("b", 1),)),
        maker.section(maker.listing("b"), id="t"),
        maker.section(id="u", references=(Reference("a", 0),)),
    )
    made = RowComposer(guide, ENGLISH, guide.entries).row_sections(Tag("Document"))
    assert [len(section.rows) for section in made] == [1, 1, 1] and made[2].rows[0].number.text == "1 "
