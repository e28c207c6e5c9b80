"""Descriptions in a few words: where a sentence ends, and where one that is too long is cut."""

from dataclasses import replace

import pytest

from guide.layout.compose.shorten import MOST_SUMMARY, few_words, first_sentence
from guide.model import Span


@pytest.mark.parametrize(
    "text, first",
    [
        ("Hot meals. Come at noon.", "Hot meals."),
        (
            "Open at St. Mary's, 5 p.m. to 9 p.m. daily. Call first.",
            "Open at St. Mary's, 5 p.m. to 9 p.m. daily.",
        ),
        ("Ask for Dr. J. Doe! He helps.", "Ask for Dr. J. Doe!"),
        ("A clinic of the U.S. Army. Free.", "A clinic of the U.S. Army."),
        ("Costs $3.50 a meal. No cash.", "Costs $3.50 a meal."),
        ('They say "come in." Nobody is sent away.', 'They say "come in."'),
        ("Is it free? Yes.", "Is it free?"),
        ("No full stop", "No full stop"),
        ("We help with:", "We help with"),
        ("免费的食物。每天开放。", "免费的食物。"),
        ("मुफ़्त भोजन। हर दिन।", "मुफ़्त भोजन।"),
        ("¿Es gratis? Sí.", "¿Es gratis?"),
        ("Llame al tel. 5 o venga con la Sra. Díaz. Es gratis.", "Llame al tel. 5 o venga con la Sra. Díaz."),
    ],
)
def test_the_first_sentence_ends_where_a_reader_says(maker, text, first):
    assert first_sentence((maker.paragraph(text), maker.paragraph("More.")), {}) == first


def test_weights_links_and_mentions_are_plain_words(maker):
    """A mention is the listing's name; a list is a sentence of its items."""
    prose = (
        maker.paragraph(
            "Ask ",
            Span("all", strong=True),
            " at ",
            Span("", mention="b"),
            " or ",
            Span("here", target="https://a.org"),
            ". Then go.",
        ),
    )
    assert first_sentence(prose, {"b": "Birch House"}) == "Ask all at Birch House or here."
    assert first_sentence((maker.bullets("Food", "Beds."),), {}) == "Food; Beds"
    assert (
        first_sentence((maker.paragraph("We have:"), maker.bullets("Food", "Beds")), {})
        == "We have: Food; Beds"
    )


@pytest.mark.parametrize("text", ["many words " * 40, "x" * 500, "one, " * 90])
def test_a_long_sentence_is_cut_behind_a_word(maker, text):
    short = first_sentence((maker.paragraph(text),), {})
    assert short.endswith("\u2026") and MOST_SUMMARY / 2 < len(short) <= MOST_SUMMARY + 1
    assert text.startswith(short[:-1]) and short[-2] not in " ,;"
    assert " " not in text or text[len(short) - 1] in " ,"


def test_a_summary_comes_before_the_first_sentence(maker):
    """And the answer says which text it is, so that its language is known."""
    described = maker.listing("a", description=(maker.paragraph("one. Two."),))
    assert few_words(described, {}) == ("One.", "description")
    assert few_words(replace(described, summary="hot meals"), {}) == ("Hot meals.", "summary")
    assert few_words(maker.listing("a"), {}).text == ""
