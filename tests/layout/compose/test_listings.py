"""A listing as blocks: name, news, status, what it does, facts; in one language or in two."""

from dataclasses import replace
from datetime import date

import pytest

from guide.language.words import ENGLISH, words_in
from guide.layout.compose.listings import ListingComposer, described, text_of
from guide.layout.compose.news import alert_of
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag


@pytest.fixture
def block(maker):
    """The block of a listing with these fields."""

    def compose(**fields):
        listing = maker.listing("one", **fields)
        return ListingComposer(Voice(maker.guide(maker.section(listing)), ENGLISH)).listing(
            listing, Tag("Sect")
        )

    return compose


def said(inlines):
    return [(inline.text, inline.bold) for inline in inlines]


@pytest.mark.parametrize(
    "fields, name",
    [
        ({}, [("Name of one", True)]),
        ({"short_name": "ONE"}, [("Name of one ", True), ("(ONE)", False)]),
        ({"name_note": "at night"}, [("Name of one ", True), ("(at night)", False)]),
        (
            {"short_name": "ONE", "name_note": "at night"},
            [("Name of one ", True), ("(ONE, at night)", False)],
        ),
    ],
)
def test_a_name_is_bold_and_its_brackets_are_not(block, fields, name):
    """The number comes first."""
    assert said(block(**fields).name) == [("1 ", True), *name]


@pytest.mark.parametrize(
    "fields, alert",
    [
        ({}, ""),
        ({"alert": "Moved"}, "Moved"),
        ({"closed": True}, "Closed for now"),
        ({"closed": True, "alert": "Till May"}, "Till May"),
    ],
)
def test_the_news_comes_first(block, maker, fields, alert):
    assert alert_of(maker.listing(**fields), ENGLISH) == alert
    found = block(**fields).alert
    assert (found.text if found else "", bool(found)) == (alert, bool(alert))


def test_a_status_says_whether_it_was_checked(block, maker):
    fresh, never = block(verified=date(2026, 9, 1)), block(phones=(maker.phone(),))
    assert fresh.checked and not never.checked
    assert never.status.text == ENGLISH.unverified == "Not yet checked"
    assert fresh.status.text == "Checked September 2026"


def test_a_summary_says_what_it_does_where_nothing_is_said_at_length(maker):
    short, long = (
        maker.listing(summary="beds"),
        maker.listing(summary="beds", description=(maker.paragraph("Many beds."),)),
    )
    assert (text_of(short), text_of(long), text_of(maker.listing())) == (
        "summary",
        "description",
        "description",
    )
    assert described(long) == long.description and described(maker.listing()) == ()
    assert described(short)[0].spans[0].text == "Beds."


def test_facts_have_their_labels_in_the_order_of_print(block):
    found = block(accessibility="No steps", fees_description="Free").facts
    assert [(fact.label.text, fact.text.text) for fact in found] == [
        ("Cost ", "Free"),
        ("Access ", "No steps"),
    ]
    assert {fact.label.tag.kind for fact in found} == {"Lbl"} and found[0].text.tag.parent.parent.kind == "L"
    assert block().facts == ()


def test_the_second_language_says_what_is_translated(maker):
    """Its own texts in its own tag; of what is not translated nothing is said twice."""
    listing = maker.listing("one", summary="beds", alert="Moved", fees_description="Free")
    source = maker.guide(maker.section(listing))
    spanish = replace(
        listing, summary="camas", alert="Se mud\u00f3", untranslated=frozenset({"fees_description"})
    )
    translated = replace(
        source,
        language="es",
        source_language="en",
        sections=(replace(source.sections[0], listings=(spanish,)),),
    )
    voice = Voice(source, ENGLISH, second=(translated, words_in("es")))
    found = ListingComposer(voice).listing(listing, Tag("Sect"))
    assert (found.alert.text, found.second.alert.text) == ("Moved", "Se mud\u00f3")
    assert found.second.prose[0].inlines[0].text == "Camas." and found.second.facts == ()
    assert found.second.status.tag.language == found.second.alert.tag.language == "es"
