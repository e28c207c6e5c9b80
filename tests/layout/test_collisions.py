"""No ink lies over another text's and nothing is cut: guides of 1 to 5,000 listings in every format."""

from dataclasses import replace
from datetime import date
from functools import cache
from itertools import cycle

import pytest

from guide import model
from guide.colours import ACCENTS
from guide.content.worklist import list_calls
from guide.formats import BOOKS, FORMATS
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.call_sheet import typeset_worklist
from guide.layout.editions.lay_out import Version, edition_style, lay_out
from guide.layout.pages import Box, Image, Line, Page, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.numbers import number_width
from guide.layout.type.shapes import key
from guide.layout.type.style import least_size, make_style
from tests import inks
from tests.thorough import covering, examples, first_quick

UNLIKE = ("letter", "half-letter", "large-print", "pocket")  # a4 and a5 are much like the first two
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
            address=("1650 North Michigan Avenue, Suite 1450", "Chicago, IL 60611"),
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
    style = edition_style(versions, edition) if edition.format in BOOKS else None
    return document, style


def wrong(document, style=None, step=1, single_sided=False, cover=True):
    """What is wrong with every page, or with the first of each `step`; the cover has margins of its own."""
    found = []
    for index in range(0, len(document.pages), step):
        columns = None
        if style:
            left, width = style.grid.left(1 if single_sided else index + 1), style.grid.live
            columns = [(left, left + width)]
            if index == 0 and cover:
                left, width = style.cover.left, style.grid.width - style.cover.left - style.cover.right
                columns = [(left, left + width)]
            if document.leftward:
                columns = [(style.grid.width - left - width, style.grid.width - left)]
        found += [f"page {index + 1}: {fault}" for fault in inks.faults(document.pages[index], columns)]
    if style and style.rows:  # a few words of a long description stand for the whole
        found = [each for each in found if not each.endswith("is cut short")]
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


@pytest.mark.parametrize(
    "format, part, size", first_quick(covering(tuple(BOOKS), ("grid", "late"), (18, 1, 9)))
)
def test_long_names_many_offices_and_every_fact(maker, part, format, size):
    assert wrong(*laid_out(made(maker, size), format=format, open=part)) == []


@pytest.mark.parametrize(
    "format, size, sections, step",
    first_quick(
        [
            *((format, 101, 12, examples(3, 1)) for format in UNLIKE),
            *((format, 1003, 60, examples(97, 29)) for format in UNLIKE[: examples(1, 4)]),
        ]
    ),
)
def test_numbers_of_three_and_four_figures(maker, format, size, sections, step):
    assert (
        wrong(*laid_out(made(maker, size, sections, rich=False), format=format, open="grid"), step=step) == []
    )


@pytest.mark.thorough
@pytest.mark.parametrize("format, size", (("half-letter", 3000), ("large-print", 2700)))
def test_more_than_a_thousand_listings_on_more_than_a_thousand_pages(maker, format, size):
    document, style = laid_out(made(maker, size, 25, rich=False), format=format)
    assert len(document.pages) > 1000 and wrong(document, style, step=23) == []


@pytest.mark.parametrize(
    "format, sections",
    first_quick([*covering(UNLIKE, (7, 40)), *((format, 100) for format in UNLIKE[: examples(1, 4)])], 2),
)
def test_sections_of_one_to_three_figures(maker, format, sections):
    """In head, opening, contents and on the tab."""
    assert wrong(*laid_out(made(maker, sections, sections, rich=False), format=format)) == []


@pytest.mark.parametrize(
    "language, format, part", first_quick(covering(("de", "ar", "hi"), UNLIKE, ("grid", "late")))
)
def test_languages(maker, part, format, language):
    assert wrong(*laid_out(made(maker, 9, 3, language), format=format, open=part)) == []


@pytest.mark.parametrize(
    "pair, format, part",
    first_quick(
        covering(
            (("es", ""), ("ar", "under"), ("ar", "beside"), ("hi", "")), UNLIKE, ("late", "late", "grid")
        )
    ),
)
def test_two_languages(maker, part, format, pair):
    language, arrangement = pair
    first, second = (made(maker, 9, 3, each) for each in ("en", language))
    assert wrong(*laid_out(first, second, format=format, bilingual=arrangement, open=part)) == []


@pytest.mark.parametrize(
    "page, part",
    first_quick(
        covering(
            (("letter", 14), ("letter", 16), ("letter", 20), ("letter", 24), ("a5", 14), ("large-print", 24)),
            ("grid", "late"),
        ),
        2,
    ),
)
def test_sizes(maker, page, part):
    format, size = page
    assert wrong(*laid_out(made(maker, 9), format=format, body_size=size, open=part)) == []


@pytest.mark.parametrize(
    "options", first_quick(({"press": "booklet"}, {"fit": 60}, {"order": "by name"})), ids=str
)
def test_options(maker, options):
    assert wrong(*laid_out(made(maker, 12), format="letter", **options)) == []


@pytest.mark.slow
@pytest.mark.parametrize(
    "language, format", first_quick(covering(("ar", "de", "en", "hi"), ("letter", "a4")))
)
def test_two_columns(maker, format, language):
    assert wrong(*laid_out(made(maker, examples(18, 30), 4, language), format=format, columns=2)) == []


@pytest.mark.parametrize("size, sections", first_quick([(1, 1), (120, 12), (examples(130, 1003), 60)], 2))
def test_two_columns_with_numbers_of_one_to_four_figures(maker, size, sections):
    assert wrong(*laid_out(made(maker, size, sections, rich=False), format="letter", columns=2), step=3) == []


def test_one_side(maker):
    assert wrong(*laid_out(made(maker, 12), format="letter", press="single-sided"), single_sided=True) == []


@pytest.mark.parametrize(
    "format, language",
    first_quick(covering([name for name in FORMATS if name not in BOOKS], ("en", "de", "ar", "hi", "ar")), 4),
)
def test_sheets_for_some_listings_of_many(maker, format, language):
    """Their numbers are those of the whole guide."""
    guide = (
        made(maker, 2, 2, language)
        if (format, language) != ("one-sheet", "ar")
        else made(maker, 4, 2, language, rich=False)
    )
    whole = made(maker, 1003, 40, language, rich=False)
    whole = replace(whole, sections=whole.sections + guide.sections)
    versions = [Version(guide, words_in(language), faces(language))]
    document = lay_out(versions, model.Edition(name="x", format=format), whole).document
    assert wrong(document) == []


@pytest.mark.slow
def test_the_call_sheet(maker, letter):
    guide = made(maker, 40)
    document = typeset_worklist(guide, list_calls(guide), letter, ENGLISH)
    found = wrong(document, letter, cover=False)
    assert [each for each in found if not each.endswith("is cut short")] == []
    assert len(found) == 40  # the beginning of each text stands for the whole
    guide = made(maker, 1003, rich=False)
    assert wrong(typeset_worklist(guide, list_calls(guide)[-20:], letter, ENGLISH), letter, cover=False) == []


# --- what the columns are made of ---------------------------------------------------------------------


@pytest.mark.parametrize("largest", (1, 9, 10, 99, 100, 130, 788, 1000, 1100, 5000))
def test_the_widest_number_up_to_the_largest(letter, largest):
    widths = [letter.regular.width(str(number), 12) for number in range(1, largest + 1)]
    assert number_width(letter, largest, 12) == pytest.approx(max(widths), abs=0.01)


@pytest.mark.parametrize("format", BOOKS)
@pytest.mark.parametrize("number", (1, 28, 100, 188))
def test_a_key_holds_its_number_in_letters_of_the_least_size(format, number):
    style = make_style(format, ACCENTS["blue"].screen, faces("en"))
    for side in (style.key_head, style.key_opening):
        box, text = key(0, 0, side, number, style)
        assert box.x < text.x and text.x + text.width < box.x + box.width and text.size >= least_size(style)
