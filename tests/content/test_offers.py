"""What is offered for a text: what people have written for an equal one comes first."""

from pathlib import Path

from guide.content.offers import Offers
from guide.content.units import LINE, LISTING, PROSE, Unit
from guide.errors import Mark


def unit(text, key="fees_description", kind=LINE):
    return Unit(LISTING, "a", key, kind, text, Mark(Path("a.yaml")))


def test_what_people_wrote_most_often_comes_first():
    offers = Offers(
        "en", "es", [(LINE, "Free", "Gratis"), (LINE, "Free", "Sin costo"), (LINE, "Free", "Sin costo")]
    )
    assert offers.of_unit(unit("Free")) == "Sin costo" and offers.of_topic("Free") == "Sin costo"
    assert Offers("en", "es", []).of_unit(unit("Free")) == "Gratis"


def test_a_text_of_another_kind_is_no_equal_one():
    offers = Offers("en", "es", [(LINE, "Free", "Sin costo")])
    assert offers.of_unit(unit("Free", "description", PROSE)) == ""


def test_names_of_languages_are_offered_where_languages_are_told():
    offers = Offers("en", "es", [])
    assert offers.of_unit(unit("Polish", "location-1-languages")) == "Polaco"
    assert offers.of_unit(unit("Polish", "phone-1-description")) == "Polaco"
    assert offers.of_unit(unit("Polish", "summary")) == offers.of_unit(unit("Fax", "summary")) == ""
    assert offers.of_unit(unit("fax", "location-1-phone-2-description")) == "fax"
