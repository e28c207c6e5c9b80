"""The form of a listing, a section or the guide."""

import pytest

from guide.content.records.listings import LISTING_RECORD
from guide.reading.fields import Field
from guide.reading.kinds import WORD
from guide.screen import useless_keys
from guide.studio.fields import RECORD_OF, form_of, grouped, keys_in
from guide.studio.findings import Finding
from guide.studio.owners import Owner
from guide.studio.shapes import Shape, shapes_of
from guide.studio.wording import words_of

WORDS = words_of("en")
PANTRY = Owner("listing", "pantry")


def form(values, findings=(), kind="listing", words=WORDS):
    """{key: field} of a form."""
    groups = form_of(kind, values, findings, words)
    return {field.key: field for group in groups for field in group.fields}


def test_what_a_listing_has_is_a_field_and_the_rest_are_buttons():
    fields = form({"id": "a", "name": "A", "phones": "1"})
    assert [key for key, each in fields.items() if each.is_shown] == ["name", "phones", "id"]
    assert [row.fields[0].text for row in fields["phones"].rows] == ["1"]
    assert fields["name"].label == "Name as it is printed"


def test_the_usual_fields_stand_there_as_soon_as_a_group_or_row_is_begun():
    """Of one in which something is said, only what is said."""
    empty, filled = form({})["address"], form({"address": {"city": "A", "po_box": "1"}})["address"]
    usual = ["address_1", "city", "state_province", "postal_code"]
    assert [each.key for each in empty.fields if each.is_shown] == usual and not empty.is_shown
    assert [each.key for each in filled.fields if each.is_shown] == ["po_box", "city"]
    office = form({})["locations"].blank
    assert [each.key for each in office.fields if each.is_shown] == ["name", "address"]
    assert [each.help for each in empty.fields if each.key == "address_1"] == [""]  # as its label
    assert [each.help for each in form({})["alert"].fields if each.key == "text"] == [""]  # "The words."


def test_groups_are_in_the_order_of_print():
    groups = form_of("listing", {"name": "A"}, (), WORDS)
    assert [
        group.name for group in groups
    ] == "name news reach places hours check does know index office".split()
    assert [group.name for group in groups if group.is_one_line] == [each.name for each in groups][1:-1]


def test_every_key_stands_once():
    """Of all tables."""
    keys = [
        key
        for _, own in grouped("listing", tuple(each.key for each in shapes_of("a listing")))
        for key in own
    ]
    assert sorted(keys) == sorted(each.key for each in LISTING_RECORD.fields)


def test_a_new_key_appears_by_itself(monkeypatch):
    """Beside its neighbour in the table, named by its key."""
    found = shapes_of("a listing")
    place = next(n for n, each in enumerate(found) if each.key == "email")
    more = (*found[: place + 1], Shape(key="fax_number", doc="Its fax."), *found[place + 1 :])
    monkeypatch.setattr("guide.studio.fields.shapes_of", lambda record: more)
    (group,) = (each for each in form_of("listing", {}, (), WORDS) if each.name == "reach")
    assert ("fax_number", "Fax number", "Its fax.") in [
        (each.key, each.label, each.help) for each in group.fields
    ]
    assert Field("fax_number", WORD, "Its fax.").schema


def test_what_is_wrong_with_a_row_that_is_a_text_stands_at_its_field():
    wrong = Finding(Owner("listing", "a"), ("phones", "0"), "phone", "Odd.", True, "")
    fields = form({"id": "a", "name": "A", "phones": ["1"]}, [wrong])
    (row,) = fields["phones"].rows
    assert row.problems == () and [each.says for each in row.fields[0].problems] == ["Odd."]


def test_problems_stand_at_their_fields():
    """Also in rows; a key that there is not is shown with its own."""
    findings = [
        Finding(PANTRY, ("phones", "0", "number"), "phone", "Wrong.", False, ""),
        Finding(PANTRY, ("phones", "0"), "type", "Odd.", True, ""),
        Finding(PANTRY, ("nmae",), "unknown-key", "No such key.", True, ""),
    ]
    fields = form({"phones": [{"number": "1"}], "nmae": "A"}, findings)
    row = fields["phones"].rows[0]
    assert [each.says for each in row.problems] == ["Odd."] and [each.says for each in row.all_problems] == [
        "Odd.",
        "Wrong.",
    ]
    assert fields["nmae"].is_shown and fields["nmae"].problems[0].says == "No such key."


@pytest.mark.parametrize(("key", "value"), [("name", ["a"]), ("address", ["a"]), ("hours", [{"a": "b"}])])
def test_what_has_no_place_in_its_field_is_odd(key, value):
    """It is not touched."""
    assert form({key: value})[key].is_odd


def test_texts_are_shown_as_they_are_typed():
    fields = form(
        {"description": "One\ntwo.\n\n- a", "hours": "Mo\nTu", "address": "confidential", "alert": "News"}
    )
    assert fields["description"].text == "One two.\n\n- a" and fields["hours"].text == "Mo\nTu"
    assert fields["address"].value == {"confidential": "yes"}
    assert [each.text for each in fields["alert"].fields] == ["News", "", ""]


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("kind", ["listing", "section", "guide"])
def test_every_group_has_words(kind, language):
    groups = form_of(kind, {}, (), words_of(language))
    assert not [group.label for group in groups if group.label.startswith("groups.")]


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_field_has_words(language):
    """Also those of rows and groups: nobody reads the key of a file."""
    words, asked = words_of(language), set()

    def ask(record, shape):
        about = record.removeprefix("a ").removeprefix("an ").replace(" ", "_")
        asked.add((f"fields.{about}.{shape.key}", f"fields.listing.{shape.key}"))
        for each in shape.inside:
            ask(shape.record, each)

    for kind, record in RECORD_OF.items():
        for shape in shapes_of(record):
            if shape.key in keys_in(kind):
                ask(record, shape)
    assert [names[0] for names in asked if not any(map(words.has, names))] == []


def test_an_edition_shows_what_is_chosen_most():
    """Said or not; every key of its table but the older ways to say others has a place."""
    groups = form_of("edition", {"up": "4"}, (), WORDS)
    shown = [field.key for group in groups for field in group.fields if field.is_shown]
    assert shown == ["format", "press", "up", "choice"]
    keys = {field.key for group in groups for field in group.fields}
    assert keys == {each.key for each in shapes_of("an edition file")} - {"compact", "open_now"}
    for language in ("en", "es"):
        for key in keys:
            assert words_of(language).has(f"fields.edition_file.{key}"), (language, key)
        for each in shapes_of("an edition file"):
            assert all(
                words_of(language).has(f"choices.{word}")
                for word in each.choices
                if each.control == "choice" and each.key != "up"
            ), each.key
        for each in shapes_of("a choice"):
            assert words_of(language).has(f"fields.choice.{each.key}"), (language, each.key)


def test_a_form_has_no_keys_that_its_format_has_no_use_for():
    """A web page has neither press nor copies; what is said all the same stands there, so that it can be taken out."""
    groups = form_of("edition", {"format": "web", "copies": "4"}, (), WORDS, useless=useless_keys("web"))
    keys = {field.key for group in groups for field in group.fields}
    assert {"format", "copies", "site", "languages"} <= keys and not {"press", "margin", "cells"} & keys
    assert all(group.fields for group in groups) and "braille" not in {group.name for group in groups}
