"""The forms in which somebody can have an edition."""

from dataclasses import replace
from datetime import date

import pytest

from guide.braille.edition import USED as IN_BRAILLE
from guide.formats import FORMATS
from guide.language.words import ENGLISH
from guide.mail.forms import ALSO, FORMS, in_form, is_in, keys_of, name_of, paper_of
from guide.model import Choice, Edition
from guide.web.make import USED as ON_SCREEN

OF_THE_FILE = {"name", "mark", "default", "format"}
GUIDE = Edition(
    name="guide",
    press="booklet",
    format="half-letter",
    columns=2,
    fit=8,
    isbn="978-0-306-40615-7",
    ink="black",
    cover="light",
    title="Ours",
    choice=Choice(cities=("Oakland",)),
    date=date(2026, 4, 1),
    languages=("en", "es"),
    exit=False,
    cells=32,
)
A4 = Edition(name="a4", format="a4", default=True)


@pytest.mark.parametrize(
    "form, edition, there",
    [
        ("", Edition(name="a", format="web"), True),
        ("pdf", Edition(name="a", format="zine"), True),
        ("pdf", Edition(name="a", format="large-print"), True),
        ("pdf", Edition(name="a", format="web"), False),
        ("large", Edition(name="a"), False),
        ("large", Edition(name="a", format="large-print"), True),
        ("text", Edition(name="a", format="text"), True),
        ("message", Edition(name="a", format="text"), False),
        ("braille", Edition(name="a", format="braille"), True),
        ("csv", Edition(name="a", format="text"), False),
    ],
)
def test_what_an_edition_is_already(form, edition, there):
    assert is_in(edition, form) == there


@pytest.mark.parametrize("form", [each for each in FORMS if each != "csv"])
def test_the_same_guide_in_another_form(form):
    """The same listings under the same title; nothing of a page that the form does not have."""
    made = in_form(GUIDE, form, {"a4": A4, "guide": GUIDE})
    assert (made.title, made.choice, made.date) == ("Ours", GUIDE.choice, GUIDE.date)
    assert (made.press, made.columns, made.fit, made.isbn) == ("duplex", 0, 0, "")
    assert made.format == ("a4" if form == "pdf" else FORMS[form].format)
    assert made.languages == (("en",) if form == "braille" else ("en", "es"))
    assert made.cover == ("light" if form in ("pdf", "large") else "")
    assert made.exit == (form != "web") and made.cells == (32 if form == "braille" else 40)
    assert not made.default and made.name == f"guide-{'text' if form == 'message' else form}"


def test_every_key_that_a_form_uses_is_given_to_it():
    """A new key of editions is not forgotten."""
    screen = ON_SCREEN - OF_THE_FILE
    assert set(keys_of(GUIDE, "text")) == set(keys_of(GUIDE, "epub")) == screen
    assert set(keys_of(GUIDE, "web")) == screen | {"exit", "exit_to", "web_fonts", "time_zone", "maps"}
    assert set(keys_of(GUIDE, "braille")) | {"volume_pages"} == set(IN_BRAILLE) - OF_THE_FILE
    assert "maps" in keys_of(GUIDE, "large-print")
    assert set(keys_of(replace(GUIDE, format="zine"), "large-print")) == screen


def test_no_other_edition_has_its_name():
    assert name_of("guide", "text", ["guide"]) == "guide-text"
    assert name_of("guide", "text", ["guide", "guide-text"]) == "guide-text-form"


def test_the_paper_where_an_edition_has_none():
    assert paper_of({"a4": A4}) == "a4"
    assert paper_of({"web": Edition(name="web", format="web", default=True)}) == "letter"


def test_every_form_is_there_and_has_words():
    for form in FORMS.values():
        assert form.format in FORMATS or form.name == "csv"
        assert form.says() == form.says("sw") and form.says("es-MX") == form.says("es")
    assert {"pdf", *ENGLISH.forms} == set(FORMS) and FORMS["pdf"].says("es") == "PDF"
    assert FORMS["large"].says("de") == "Großdruck" and FORMS["large"].says() == "large print"
    assert set(ALSO.values()) <= set(FORMS) and not set(ALSO) & set(FORMS)
