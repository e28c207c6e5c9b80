"""The keys of guide.yaml: what is given arrives in the model, and what is wrong is told."""

from datetime import date

import pytest
from PIL import Image

from guide.model import EditionMark, HelpLine, Period

GUIDE = "title: Help near you\nedition: {number: 3, colour: Brick, date: 2026-04-01}\n"


def test_every_key_of_a_guide(load):
    guide = load(
        guide=GUIDE
        + "subtitle: Food and beds\nlanguage: es-us\ncountry: US\nwebsite: guide.org\n"
        + "publisher: {name: Harbor, address: [1 Pier Street, Oakland], phone: 312-744-5000, email: a@b.org}\n"
        + "help_now: [Ask the staff, {text: In danger?, phone: 911}]\nhow_to_use: [Find **your** city.]\n"
        + "closing_notes: Thank you.\ntopic_synonyms: {Narcan: Naloxone}\n"
        + "freshness: {warn_after: 90 days, stop_after: 1 year}\nlanguage_help: {phone: 211, languages: [es, vi]}\n"
        + "checks_off: {name: long-sentence, reason: We like them.}\n"
    ).guide
    assert (guide.title, guide.subtitle, guide.language, guide.country) == (
        "Help near you",
        "Food and beds",
        "es-US",
        "US",
    )
    assert guide.edition == EditionMark(number=3, colour="brick", date=date(2026, 4, 1))
    assert (guide.website, guide.publisher.name, guide.publisher.phone.e164) == (
        "https://guide.org",
        "Harbor",
        "+13127445000",
    )
    assert guide.publisher.address == ("1 Pier Street", "Oakland")
    assert guide.help_now[0] == HelpLine(text="Ask the staff") and guide.help_now[1].phone.printed == "911"
    assert (guide.how_to_use[0][1].text, guide.closing_notes[0].spans[0].text) == ("your", "Thank you.")
    assert guide.topic_synonyms == (("Narcan", "Naloxone"),)
    assert (guide.freshness.warn_after, guide.freshness.stop_after) == (Period(days=90), Period(months=12))
    assert (guide.language_help.phone.printed, guide.language_help.languages) == ("211", ("es", "vi"))
    assert [(switch.name, switch.reason) for switch in guide.checks_off] == [
        ("long-sentence", "We like them.")
    ]


@pytest.mark.parametrize(
    "guide, name",
    [
        ("title: A\n", "missing"),
        ("edition: {date: 2026-04-01}\n", "missing"),
        ("title: A\nedition: {colour: blue}\n", "missing"),
        ("title: A\nedition: {date: 2026-04-01, colour: pink}\n", "colour"),
        ("title: A\nedition: {date: 2026-04-01, number: 0}\n", "edition"),
        (GUIDE + "topic_synonyms: [a]\n", "wrong-type"),
        (GUIDE + "language_help: {languages: [es]}\n", "missing"),
        (GUIDE + "freshness: {warn_after: soon}\n", "period"),
        (GUIDE + "publisher: {logo: nothing.png}\n", "image"),
        (GUIDE + "publisher: {other_formats: Braille}\n", "other-formats"),
        (GUIDE + "checks_off: {name: long-sentence}\n", "missing"),
    ],
)
def test_what_is_wrong_is_told(load, guide, name):
    assert name in [problem.name for problem in load(guide=guide).problems]


def test_a_logo_is_found_and_needs_words(load, tmp_path):
    Image.new("L", (2, 2)).save(tmp_path / "logo.png")
    found = load(guide=GUIDE + "publisher: {name: A, logo: logo.png, logo_alternate_text: A}\n")
    assert found.guide.publisher.logo == str(tmp_path / "logo.png") and not found.problems
    assert len(load(guide=GUIDE + "publisher: {name: A, logo: logo.png}\n").problems) == 1


def test_nothing_is_made_of_nothing(load):
    guide = load(guide=GUIDE + "help_now: [{}, '']\n").guide
    assert guide.help_now == () and guide.publisher.name == "" and guide.language_help is None


@pytest.mark.parametrize(
    "text", ["example.org", "https://a.org/{edition", "https://a.org/" + "x" * 100, "mailto:a@b.org"]
)
def test_where_a_code_cannot_lead_is_told(load, text):
    found = load(guide=GUIDE + f"web_code: {text}\n")
    assert "is no address for a QR code" in found.lines[0]


@pytest.mark.parametrize(
    "text, says",
    [
        (
            "https://a.org/{entry}?e={edition}",
            "{entry} is nothing that is filled in; write {edition} or {language}",
        ),
        ("https://a.org/{editions}", '{editions} is nothing that is filled in; did you mean "{edition}"?'),
    ],
)
def test_what_a_code_does_not_fill_in_is_named(load, text, says):
    assert says in load(guide=GUIDE + f"web_code: {text}\n").lines[0]


def test_a_code_leads_to_the_edition(load):
    """Where the guide has an address in print; without one there is no code."""
    with_code = GUIDE + 'web_code: "https://a.org/?e={edition}&l={language}"\n'
    assert load(guide=with_code + "website: a.org\n").guide.code_target == "https://a.org/?e=3&l=en"
    assert load(guide=with_code).guide.code_target == ""
    assert load(guide=GUIDE + "website: a.org\n").guide.code_target == "https://a.org"
