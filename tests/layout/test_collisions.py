"""No ink lies over another text's and nothing is cut: guides of 1 to 5,000 listings in every format."""

import importlib.util
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle
from pathlib import Path

import pytest

from guide import model
from guide.language.words import words_in
from guide.layout.editions.lay_out import LEAFLETS, Version, edition_style, lay_out
from guide.layout.pages import Box, Image, Line, Page, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import FORMATS

SPEC = importlib.util.spec_from_file_location("inks", Path(__file__).resolve().parents[1] / "inks.py")
inks = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(inks)

BOOKS = tuple(FORMATS)
LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
NAMES = (
    "Harbor House",
    "Community Services of the Greater Metropolitan Region and All of Its Neighboring Counties, Northern Division",
    "Rechtsschutzversicherungsgesellschaften",
    LONG,
    "St. Vincent de Paul, gypsy quarter (jetty)",
    "211",
    "ÅÄÖ Çeşme Ñandú Łódź",
)
TITLES = (
    "Food",
    "Housing, Shelter and Help with Rent and Utilities for Families, Veterans and Everybody Else Who Asks",
    "Health",
    "Wohnungslosenhilfeeinrichtungen",
    "Legal help",
)
ARABIC = ("طعام ومساعدة", "مركز الخدمات المجتمعية للعائلات والأفراد في المنطقة الشمالية وما حولها", "سكن")
HINDI = ("भोजन और सहायता", "उत्तरी क्षेत्र के परिवारों और व्यक्तियों के लिए सामुदायिक सेवा केंद्र", "आवास")
TEXTS = {"en": NAMES, "es": NAMES, "de": NAMES, "ar": ARABIC, "hi": HINDI}
HOURS = (
    model.OpeningHours(text="x", rules=(model.OpeningRule(days=(0, 1, 2, 3, 4), spans=((540, 1020),)),)),
    model.OpeningHours(text="x", rules=(model.OpeningRule(spans=((0, 1440),)),)),
    model.OpeningHours(
        text="x",
        rules=(
            model.OpeningRule(days=(0, 2), spans=((570, 720), (810, 1290))),
            model.OpeningRule(days=(5,), occurrences=(1, 3), spans=((600, 840),)),
        ),
    ),
)


def made(maker, size, sections=5, language="en", rich=True):
    """A guide of so many listings in so many sections: long names and words, several offices, every fact; or names alone."""
    listings = [listing(maker, place, language, rich) for place in range(size)]
    each = max(1, -(-size // sections))
    titles = cycle(TITLES if language in ("en", "es", "de") else TEXTS[language])
    parts = [
        replace(
            maker.section(*listings[start : start + each], id=f"s{start}", title=next(titles)),
            flows_on=start % 3 == 1,
        )
        for start in range(0, size, each)
    ]
    if len(parts) > 1:
        parts[-1] = replace(parts[-1], references=(model.Reference(listings[0].id, 0),))
    return maker.guide(*parts, **texts_of(language))


def texts_of(language):
    """Long texts of a guide as a whole."""
    words = TEXTS[language]
    return {
        "title": f"{words[0]} {words[1]}",
        "subtitle": words[1],
        "language": language,
        "publisher": model.Publisher(
            name=f"{words[1]} and {NAMES[1]}",
            address=("1200 North Michigan Avenue, Suite 1450", "Chicago, IL 60611"),
        ),
        "help_now": (
            model.HelpLine(
                text="In danger? Call", phone=model.Phone(number="911", printed="911", e164="911")
            ),
        ),
        "closing_notes": (model.Paragraph((model.Span(NAMES[1]),)),),
        "language_help": model.LanguageHelp(
            phone=model.Phone(number="1-800-555-0199", printed="1-800-555-0199", e164="+18005550199")
        ),
    }


def listing(maker, place, language, rich):
    words = TEXTS[language]
    name = words[place % len(words)]
    if not rich:
        return maker.listing(f"l{place}", name[:40], phones=(maker.phone(),))
    offices = [
        maker.office(
            city,
            maker.phone(),
            maker.phone("1-800-555-4357", type="tty", extension="12345", description=name[:30]),
            street=f"{place} {LONG if place % 5 == 4 else 'West Taylor Street'}",
            hours=("Monday to Friday 9 am to 5 pm",),
            opening=HOURS[place % 3],
        )
        for city in ("Chicago", "Rancho Santa Margarita", "Winchester-on-the-Severn")[: place % 4]
    ]
    facts = (
        dict.fromkeys(
            (
                "eligibility_description",
                "fees_description",
                "required_documents",
                "languages",
                "accessibility",
                "transportation",
            ),
            words[1],
        )
        if place % 3 == 0
        else {}
    )
    return maker.listing(
        f"l{place}",
        name,
        short_name="HH" if place % 7 == 0 else "",
        name_note="walk-in" if place % 4 == 0 else "",
        alternate_names=(words[1],) if place % 9 == 0 else (),
        former_names=(words[0],) if place % 10 == 3 else (),
        alert="Closed for now" if place % 11 == 2 else "",
        closed=place % 11 == 2,
        locations=tuple(offices),
        phones=(maker.phone("773-471-0999"),),
        email="someone.with.a.long.name@subdomain.example.org",
        website="https://www.example.org/programs/gypsy-jetty/" + LONG,
        services=(words[0], words[-1]),
        audience=(words[1],),
        verified=date(2026, 3, 4) if place % 2 else None,
        description=(
            model.Paragraph(
                (
                    model.Span(f"{words[1]} "),
                    model.Span(LONG, strong=True),
                    model.Span(f". {words[0]}, "),
                    model.Span("", mention="l0"),
                    model.Span("."),
                )
            ),
            model.BulletList(((model.Span(words[0]),), (model.Span(words[1]),)), ordered=place % 2 == 1),
        ),
        **facts,
    )


@cache
def faces(language):
    return default_stacks(language)


def laid_out(guide, second=None, **edition):
    """(Document, style) of an edition."""
    versions = [
        Version(each, words_in(each.language), faces(each.language)) for each in (guide, second) if each
    ]
    edition = model.Edition(
        name="x", languages=tuple(version.guide.language for version in versions), **edition
    )
    document = lay_out(versions, edition, guide).document
    style = None if edition.format in (*LEAFLETS, "one-sheet") else edition_style(versions, edition)
    return document, style


def wrong(document, style=None, step=1):
    """What is wrong with every page, or with the first of each `step`; the cover has margins of its own."""
    found = []
    for index in range(0, len(document.pages), step):
        columns = None
        if style:
            left, width = style.grid.left(index + 1), style.grid.live
            columns = [(left, left + width)]
            if index == 0:
                columns = [(style.cover.margin_x, style.grid.width - style.cover.margin_x)]
            elif document.leftward:
                columns = [(style.grid.width - left - width, style.grid.width - left)]
        found += [f"page {index + 1}: {fault}" for fault in inks.faults(document.pages[index], columns)]
    return found


# --- the finder finds ---------------------------------------------------------------------------------


def page(letter, *items):
    return Page(width=400, height=300, folio="1", items=items)


def words(letter, text, x, y, size=12, colour="black"):
    return Text(None, x, y, text, letter.regular.main, size, colour)


def test_what_lies_over_something_is_found(letter):
    """Texts over each other, over a stroke, a box or a picture, white on white; tight lines are right."""

    def count_of(*items, columns=None):
        return len(list(inks.faults(page(letter, *items), columns)))

    one = words(letter, "1500", 100, 100)
    assert count_of(one, words(letter, "Name", 120, 100)) == 1
    assert count_of(one, words(letter, "Name", 99.5 + one.width, 100)) == 1  # no space between them
    assert count_of(one, words(letter, "Name", 105 + one.width, 100)) == 0
    assert count_of(one, words(letter, ".5", 100 + one.width, 100)) == 0  # goes on where the other ends
    assert count_of(words(letter, "aces", 100, 100), words(letter, "aces", 100, 108)) == 0
    assert count_of(words(letter, "gypsy", 100, 100), words(letter, "hhhh", 100, 108)) > 0
    assert count_of(one, Line(90, 97, 200, 97, 0.5)) == 1
    assert count_of(one, Box(90, 90, 60, 20)) == 1
    assert count_of(one, Box(90, 80, 60, 40, None, 2)) == 0
    assert count_of(one, Box(110, 80, 60, 40, None, 2)) == 1
    assert count_of(one, Image(None, 110, 95, 10, 10, "logo.png")) == 1
    assert count_of(one._replace(colour="white")) == 1
    assert count_of(one._replace(colour="white"), Box(90, 80, 60, 40)) == 0
    assert count_of(one._replace(colour="white"), Box(90, 80, 20, 40)) == 1
    assert count_of(Box(0, 0, 20, 20), Box(10, 10, 20, 20)) == 1


def test_what_is_cut_is_found(letter):
    assert [*inks.faults(page(letter, words(letter, "Edge", 390, 100)))]
    assert [*inks.faults(page(letter, words(letter, "Edge", 100, 3)))]
    assert [*inks.faults(page(letter, words(letter, "Edge", 100, 100)), [(110, 300)])]
    assert not [*inks.faults(page(letter, words(letter, "Edge", 100, 100)), [(100, 300)])]


# --- guides -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("format", BOOKS)
@pytest.mark.parametrize("size", (1, 9, 12, 120))
def test_books(maker, format, size):
    assert wrong(*laid_out(made(maker, size), format=format, open_now=True)) == []


@pytest.mark.parametrize("format", ("pocket", "large-print", "letter"))
def test_numbers_of_four_figures(maker, format):
    assert wrong(*laid_out(made(maker, 1100, 60, rich=False), format=format, open_now=True), step=3) == []
