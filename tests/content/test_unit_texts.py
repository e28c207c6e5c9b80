"""The texts of programs, and hours that have to be translated by hand."""

from guide import model
from guide.content.hours import parse_hours
from guide.content.unit_texts import hours_text, labels, program_texts, says_itself
from tests.conftest import MARK


def program(**more):
    return model.Program(name="Pantry", number=3, mark=MARK, **more)


def test_each_text_of_a_program_has_a_key():
    phone = model.Phone(number="1", printed="1", description="ask for Kim")
    site = model.Further(target="example.org", label="menu")
    texts = {key: text for key, _, text in program_texts(program(phones=(phone,), websites=(site,))) if text}
    assert texts == {
        "program-3-name": "Pantry",
        "program-3-phone-1-description": "ask for Kim",
        "program-3-website-1-label": "menu",
    }


def test_labels_are_numbered():
    mail = (model.Further(target="a@b.org", label="one"), model.Further(target="c@b.org", label="two"))
    assert labels(program(emails=mail)) == [("email-1-label", "one"), ("email-2-label", "two")]


def test_hours_that_every_language_has_words_for_are_no_text():
    opening = parse_hours("Mo 10:00-12:00")[0].opening
    assert says_itself(opening) and hours_text(program(hours=("Monday",), opening=opening)) == ""
    assert hours_text(program(hours=("after lunch",))) == "after lunch" and not says_itself(None)
