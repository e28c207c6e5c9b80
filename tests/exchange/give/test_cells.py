"""What content says as cells, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.content.spreadsheet import FORMULA
from guide.exchange.give.cells import cells_of, columns_in, defused, kept, values_of, whole

SAID = {
    "name": "A",
    "alternate_names": ["B; c", "D"],
    "alert": {"text": "New", "until": "2026-05-01"},
    "status": "closed for good",
    "address": {"address_1": "1 Elm", "city": "Larkin"},
    "phones": ["773-471-0999", {"number": "911 desk"}, {"number": "773-471-0998", "type": "fax"}],
    "emails": [{"email": "a@b.org", "label": "at night"}],
    "service_areas": [{"county": "Larkin County"}, {"city": "Bend", "postal_codes": ["97401", "97402"]}],
    "dial_in": {"number": "773-471-0222", "extension": "9"},
}


def test_cells_say_what_was_said():
    cells = cells_of(SAID)
    assert cells["alternate_names"] == "B; c\nD"
    assert cells["phone_3_type"] == "fax" and cells["email_2_label"] == "at night"
    assert cells["serves_2_postal_codes"] == "97401\n97402" and cells["alert_until"] == "2026-05-01"
    assert values_of(cells) == SAID


def test_columns_stand_in_the_order_of_content_and_of_their_numbers():
    used = {
        "phone_10",
        "phone_2_type",
        "phone_2",
        "city",
        "address_1",
        "name",
        "verified",
        "alert_until",
        "alert",
    }
    assert [*columns_in(used)] == [
        "name", "alert", "alert_until", "address_1", "city", "phone_2", "phone_2_type", "phone_10", "verified",
    ]  # fmt: skip


def test_what_belongs_to_no_number_is_nothing():
    assert values_of({"phone_1_type": "fax", "dial_in_extension": "5", "phone_x": "1"}) == {}


@given(st.text(st.sampled_from(["'", "=", "+", "-", "@", "a", "|", "%"]), max_size=5))
def test_a_defused_text_is_no_formula_and_comes_back(text):
    assert not defused(text).startswith(FORMULA)
    assert whole(defused(text)) == whole(kept(text)) == text


@pytest.mark.parametrize("text", ["=1+1", "-x", "+1", "@a", "'=1"])
def test_what_looks_like_a_formula_has_an_apostrophe_before_it(text):
    assert defused(text) == "'" + text


def test_other_texts_stay_as_they_are():
    assert defused("'tis so") == "'tis so" == whole("'tis so")
