"""About this guide: publisher, edition with its day, what of it was checked and when, until when it is good."""

from datetime import date

import pytest

from guide import model
from guide.language.words import ENGLISH
from guide.layout.parts.about import SHORT_NOTES, AboutGuide, are_short
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter


@pytest.fixture
def said(maker):
    def make(*verified, **more):
        listings = [maker.listing(f"n{place}", verified=day) for place, day in enumerate(verified)]
        publisher = model.Publisher(name="Harbor Help", address=("1 Main Street",), email="a@harbor.org")
        guide = maker.guide(maker.section(*listings), publisher=publisher, website="guide.harbor.org")
        rows = AboutGuide(guide, Setter(maker.style, 2), ENGLISH, Tag("Sect"), **more).rows(0, 234)
        texts = []
        for row in rows:
            for item in row.items:
                if hasattr(item, "fragments"):
                    texts.append("".join(each.text for each in item.fragments))
                elif hasattr(item, "text"):
                    texts.append(item.text)
        return texts

    return make


def test_everything_is_told_in_order(said):
    found = said(date(2026, 6, 3), None, date(2026, 11, 2), subtitle="For all", more=("Throw it away.",))
    assert found == [
        "About this guide",
        "Harbor Help ",
        "1 Main Street",
        "a@harbor.org",
        "guide.harbor.org",
        "For all",
        "Blue edition 1, November 23, 2026",
        "3 places, 2 of them checked",
        "Checked: June 2026 \u2013 November 2026.",
        "Throw it away.",
    ]


def test_checks_of_one_month_or_none(said):
    assert "Checked: November 2026." in said(date(2026, 11, 1), date(2026, 11, 5))
    assert not [text for text in said(None) if text.startswith("Checked")]


def test_short_closing_notes_stand_there(said, maker):
    notes = (maker.paragraph("Call first."), maker.paragraph("Thanks."))
    assert said(None, notes=notes)[-2:] == ["Call first.", "Thanks."]
    assert are_short(notes) and not are_short(())
    assert not are_short((maker.paragraph("a" * (SHORT_NOTES + 1)),))
    assert not are_short((maker.bullets("a", "b"),))
