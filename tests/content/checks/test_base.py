"""What checks look at: every text of a guide with whose it is, every phone, every open address."""

from datetime import date

import pytest

from guide.content.checks.base import Subject, every_text, make_subject, mentions, plain_text, targets
from guide.errors import ERROR
from guide.model import BulletList, Location, Paragraph, Span
from guide.problems.kind import ProblemKind
from tests.content.checks.samples import FOOD, TODAY

PROSE = (
    Paragraph((Span("See "), Span("them", target="https://a.org"), Span("", mention="b"))),
    BulletList(((Span("one"),), (Span("two", target="mailto:a@b.org"),))),
)
LINES = """\
    short_name: HFB
    former_names: Old Bank
    summary: soup and BREAD
    description: Ask for co-op soup. See [[food-bank]].
    alert: Closed for now
    phones: 312-744-5000
    address: {address_1: 12 Pier Street, city: Oakland, state_province: CA, postal_code: '94607'}
    website: https://harbor.org
  - id: shelter
    name: Shelter
    address: confidential
"""


@pytest.fixture
def subject(load):
    return make_subject(load(food=FOOD + LINES).guide, TODAY)[0]


def test_prose_is_read_as_lines():
    assert plain_text(PROSE) == "See them\none\ntwo"
    assert list(targets(PROSE)) == ["https://a.org", "mailto:a@b.org"]


def test_mentions_of_a_listing(subject):
    assert list(mentions(subject.listings[0])) == ["food-bank"]


def test_texts_in_sentences_know_whose_they_are(subject):
    found = {(text.owner, text.field): text.words for text in subject.texts}
    assert found["Harbor Food Bank", "summary"] == "soup and BREAD"
    assert found["Harbor Food Bank", "alert"] == "Closed for now"
    assert found["Harbor Food Bank", "description"].startswith("Ask for co-op soup.")
    assert [text.field for text in subject.descriptions] == ["description"]


def test_every_text_is_found_however_deep(subject):
    """By the key above it; its own id and its place are none."""
    found = every_text(subject.listings[0])
    assert {("name", "Harbor Food Bank"), ("city", "Oakland"), ("former_names", "Old Bank")} <= set(found)
    assert ("description", "Ask for co-op soup. See ") in found
    assert not {"id", "mark", "path"} & {key for key, _ in found}
    assert every_text(Location()) == []


def test_words_are_in_small_letters_with_their_parts(subject):
    """So that a check sees at once whether a word is anywhere."""
    assert {"soup", "bread", "co-op", "co", "op"} <= subject.tokens and "BREAD" not in subject.tokens
    assert "oakland" in subject.whole and "Oakland" not in subject.whole


def test_every_name_of_every_listing(subject):
    assert subject.names == {"Harbor Food Bank", "HFB", "Old Bank", "Shelter"}


def test_phones_and_addresses_know_their_listing(subject):
    """No confidential address is looked at."""
    ((owner, _, phone, listing),) = subject.phones
    assert (owner, phone.e164, listing.id) == ("Harbor Food Bank", "+13127445000", "food-bank")
    assert [(listing.id, address.city) for listing, address in subject.addresses] == [
        ("food-bank", "Oakland")
    ]


@pytest.mark.parametrize("language, english", [("en", True), ("EN-us", True), ("es", False)])
def test_a_guide_in_english_is_known(load, language, english):
    guide = load(guide=f"title: A\nedition: {{date: 2026-01-01}}\nlanguage: {language}\n").guide
    subject = make_subject(guide, date(2026, 1, 1))[0]
    assert isinstance(subject, Subject) and subject.is_english is english


def test_a_check_is_a_kind_that_can_be_turned_off():
    from guide.content.checks import CHECKS

    kind = CHECKS[0].kind
    assert isinstance(kind, ProblemKind) and kind.switchable and kind.level in (ERROR, "warning")
