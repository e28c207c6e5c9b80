"""Two languages on a page."""

from dataclasses import replace

import pytest

from guide import model
from guide.language.both import one_text, texts_of
from guide.language.files import language_codes
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.body.bilingual import Pair
from guide.layout.compose.blocks import ItemBlock, ListBlock, ParagraphBlock
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Dots, Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, two_languages
from guide.model import Edition
from guide.pdf.writer import render_pdf
from tests.thorough import covering, first_quick

SPANISH = words_in("es")
UNLIKE = ("ar", "de", "fa", "hi", "km", "ko", "ru", "zh")  # languages of every kind of script
LANGUAGES = (*UNLIKE, *(code for code in language_codes() if code not in ("en", *UNLIKE)))


def paragraphs(*texts):
    return tuple(model.Paragraph((model.Span(text),)) for text in texts)


ONE = "A walk-in health center. Nurses see people without an appointment, look at wounds and give shots to whoever comes."
OTHER = "Un centro de salud sin cita previa. Las enfermeras atienden sin cita."


@pytest.fixture
def both(maker):
    """A function that lays out a listing with its texts in two languages; the page that it stands on."""

    def make(one, other, language="es", words=SPANISH, **edition):
        first = maker.guide(maker.section(one))
        second = replace(
            maker.guide(maker.section(other, title="Sección")), language=language, source_language="en"
        )
        versions = [
            Version(first, ENGLISH, default_stacks()),
            Version(second, words, default_stacks(language)),
        ]
        document = lay_out(versions, Edition(name="x", languages=("en", language), **edition), first).document
        return next(
            page
            for page in document.pages[1:]
            if any(
                isinstance(item, Text) and item.text.startswith("Name of one") and item.size > 12
                for item in page.items
            )
        )

    return make


def starts(page, *words):
    """(x, y) of the items that begin with these words."""
    found = []
    for word in words:
        item = next(item for item in page.items if isinstance(item, Text) and item.text.startswith(word))
        found.append((round(item.x, 2), item.y))
    return found


def test_paragraphs_stand_beside_each_other(maker, both):
    """Each pair begins on one baseline; the next begins below the longer one."""
    page = both(
        maker.listing(description=paragraphs(ONE, "Second.")),
        maker.listing(description=paragraphs(OTHER, "Segundo.")),
    )
    (x1, y1), (x2, y2), (_, y3), (_, y4) = starts(page, "A walk-in", "Un centro", "Second.", "Segundo.")
    assert (x2 - x1, y1, y3) == (234, y2, y4)
    assert y3 - y1 == 4 * 16 + 8


def test_under_each_other_on_a_small_page(maker, both):
    """The second language 8 below the first."""
    page = both(
        maker.listing(description=paragraphs(ONE)),
        maker.listing(description=paragraphs(OTHER)),
        format="half-letter",
    )
    (x1, y1), (x2, y2) = starts(page, "A walk-in", "Un centro")
    assert x1 == x2 and y2 > y1


def test_the_edition_decides(maker, both):
    page = both(
        maker.listing(description=paragraphs(ONE)),
        maker.listing(description=paragraphs(OTHER)),
        bilingual="under",
    )
    (x1, _), (x2, _) = starts(page, "A walk-in", "Un centro")
    assert x1 == x2


def test_a_missing_translation_leaves_its_column_empty(maker, both):
    """The program fills in nothing."""
    page = both(
        maker.listing(description=paragraphs(ONE)),
        maker.listing(description=paragraphs(ONE), untranslated=frozenset(["description"])),
    )
    assert sum(1 for item in page.items if isinstance(item, Text) and item.text.startswith("A walk-in")) == 1


def test_hours_of_an_office_higher_than_a_page_are_said_once_in_each_language(maker):
    """Its numbers are divided, and the hours stand with the last of them."""
    phones = tuple(maker.phone(f"217-555-01{place}") for place in range(10, 60))
    one, other = (
        maker.listing(locations=(maker.office("Chicago", *phones, hours=(hours,)),))
        for hours in ("Every day, 9 am to noon", "Todos los días, 9 a 12")
    )
    first, second = maker.guide(maker.section(one)), maker.guide(maker.section(other))
    second = replace(second, language="es", source_language="en")
    versions = [Version(first, ENGLISH, default_stacks()), Version(second, SPANISH, default_stacks("es"))]
    edition = Edition(name="x", languages=("en", "es"), format="half-letter")
    pages = lay_out(versions, edition, first).document.pages
    texts = [item.text for page in pages for item in page.items if isinstance(item, Text)]
    for hours in ("Every day, 9", "Todos los días, 9"):
        assert sum(text.startswith(hours) for text in texts) == 1


def test_status_alert_and_facts_are_said_twice(maker, both):
    """And name, address and number once."""

    def listing(alert, fee):
        return maker.listing(
            alert=alert,
            fees_description=fee,
            locations=(maker.office("Chicago", maker.phone(type="information line")),),
        )

    page = both(listing("Closed for now", "Free"), listing("Cerrado por ahora", "Gratis"))
    said = " ".join(item.text for item in page.items if isinstance(item, Text))
    for words in (
        "Closed for now",
        "Cerrado por ahora",
        "Not yet checked",
        "Sin revisar",
        "Cost",
        "Free",
        "Costo",
        "Gratis",
    ):
        assert words in said, words
    assert said.count("773-471-0999") == said.count("3110 West") == said.count("Name of one") == 1
    assert "information line" in said and "línea de información" in said
    (x1, y1), (x2, y2) = starts(page, "Cost", "Costo")
    assert (x2 - x1, y1) == (234, y2)


def test_hours_have_a_row_of_their_own_inside_the_bar(maker, both):
    """8 under the contact columns, in both languages."""

    def listing(hours):
        return maker.listing(locations=(maker.office("Chicago", maker.phone(), hours=(hours,)),))

    page = both(listing("Monday 9 am"), listing("Lunes 9 am"))
    (x1, y1), (x2, y2), (_, address) = starts(page, "Monday", "Lunes", "Chicago")
    (_, top, _, height), *_ = maker.bars(page)
    assert (x2 - x1, y1) == (234, y2) and y1 - address == 16 + 8
    assert top + height >= y1


def test_a_list_in_both_languages(maker, both):
    """Item beside item, each with its dot."""
    page = both(
        maker.listing(description=(maker.bullets("one", "two"),)),
        maker.listing(description=(maker.bullets("uno", "dos"),)),
    )
    (x1, y1), (x2, y2), (_, y3), (_, y4) = starts(page, "one", "uno", "two", "dos")
    assert (x2 - x1, y1, y3, y3 - y1) == (234, y2, y4, 16)


def test_arabic_beside_english_is_set_from_the_right(maker, both):
    """Its column ends at the right edge."""
    page = both(
        maker.listing(description=paragraphs(ONE)),
        maker.listing(description=paragraphs("مركز صحي مفتوح للجميع")),
        language="ar",
        words=words_in("ar"),
    )
    item = next(item for item in page.items if isinstance(item, Text) and "مركز" in item.text)
    assert item.leftward and item.x + item.width == pytest.approx(
        546 if item.x > 300 and item.x + item.width < 550 else 558, abs=0.1
    )


def test_titles_are_in_both_languages(maker, both):
    """The second under the first, in regular."""
    page = both(maker.listing(), maker.listing())
    (_, y1), (_, y2) = [
        (item.x, item.y)
        for item in page.items
        if isinstance(item, Text) and item.text in ("Section ", "Sección") and item.size > 12
    ]
    assert y2 > y1
    assert any(
        isinstance(item, Text) and item.text == "Section / " and item.y == 40 for item in page.items
    )  # the running head


def test_words_of_two_languages():
    """Said once where they are alike; plain for bookmarks."""
    words = side_by_side(ENGLISH, SPANISH)
    assert texts_of(words.contents) == ("Contents", "Contenido") and words.contents == "Contents / Contenido"
    assert texts_of(words.say("edition", number=2)) == ("Edition 2", "Edición 2")
    assert texts_of(words.say("count_many", count=3)) == (
        "3 listings in this edition.",
        "3 entradas en esta edición.",
    )
    assert texts_of(words.say("cover_edition", colour=lambda each: each.colours["blue"], number=3)) == (
        "blue edition 3",
        "edición azul 3",
    )
    assert one_text("fax", "fax") == "fax"


@pytest.mark.parametrize(
    "format, language",
    first_quick(
        covering(("letter", "a4", "half-letter", "a5", "large-print", "pocket"), ("es", "ar", "zh", "ar")), 2
    ),
)
def test_every_format_takes_two_languages(maker, format, language):
    """Nothing runs out of the page."""
    listing = maker.listing(
        description=paragraphs(ONE),
        fees_description="Free",
        locations=(maker.office("Chicago", maker.phone()),),
    )
    first = maker.guide(maker.section(listing))
    second = replace(first, language=language, source_language="en")
    versions = [
        Version(first, ENGLISH, default_stacks()),
        Version(second, words_in(language), default_stacks(language)),
    ]
    document = lay_out(versions, Edition(name="x", format=format, languages=("en", language)), first).document
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Text):
                assert (
                    -0.1 <= item.x
                    and item.x + item._replace(text=item.text.rstrip()).width <= page.width + 0.1
                ), item


@pytest.mark.parametrize("format", ["trifold-letter", "one-sheet"])
def test_a_sheet_has_no_room_for_two(maker, format):
    guide = maker.guide(maker.section(maker.listing()))
    versions = [
        Version(guide, ENGLISH, default_stacks()),
        Version(replace(guide, language="es"), SPANISH, default_stacks("es")),
    ]
    (problem,) = lay_out(versions, Edition(name="x", format=format, languages=("en", "es")), guide).problems
    assert problem.name == "languages"


PLACES = (model.ServiceArea(state_province="IL"), model.ServiceArea(country="CA"))


def editions(maker, first_language, second_language, **edition):
    """A guide with every part of a book, as a document in two languages."""
    listing = maker.listing(
        description=paragraphs(ONE),
        services=("Needle exchange",),
        locations=(maker.office("Chicago", maker.phone()),),
    )
    wide = maker.listing("wide", service_areas=PLACES[:1], services=("Needle exchange",))
    abroad = maker.listing("abroad", service_areas=PLACES[1:])
    guide = maker.guide(
        maker.section(listing, wide, abroad, title="Support groups for cutting down or stopping"),
        topic_synonyms=(("Syringes", "Needle exchange"),),
        title="Harm reduction and recovery support",
    )
    one, two = (
        replace(guide, language=code, source_language="en") for code in (first_language, second_language)
    )
    versions = [Version(each, words_in(each.language), default_stacks(each.language)) for each in (one, two)]
    return lay_out(versions, Edition(name="x", languages=(first_language, second_language), **edition), one)


@pytest.mark.parametrize("language, place", first_quick(covering(LANGUAGES, (1, 0))))
def test_english_goes_with_every_language(maker, with_language, language, place):
    """All the way to the file, with an index by place; first or second."""
    with_language(language)
    pair = ["en"]
    pair.insert(place, language)
    assert render_pdf(editions(maker, *pair).document).startswith(b"%PDF")


@pytest.mark.slow
def test_any_two_languages_go_together(maker):
    for pair in (("zh", "ar"), ("fr", "zh"), ("ru", "es")):
        assert render_pdf(editions(maker, *pair).document)


@pytest.mark.parametrize(
    "format, language", covering(("letter", "half-letter", "large-print", "pocket"), ("es", "fr", "ar"))
)
def test_no_page_is_fuller_than_it_is_high(maker, format, language):
    """Contents, index and form end in the frame, above a foot of a line or two; where the cover has no room for two languages,
    that is said."""
    laid_out = editions(maker, "en", language, format=format)
    grid = make_style(format, "#000000", default_stacks()).grid
    for page in laid_out.document.pages[1:]:
        texts = [item for item in page.items if isinstance(item, Text)]
        feet = {round(item.y, 1) for item in texts if item.y > grid.bottom}
        low = min(grid.foot + 10, grid.height - 20)
        assert feet in ({grid.foot}, {low - 20, low}), page.folio
    assert all(
        "two languages" in problem.message for problem in laid_out.problems if problem.name == "cover-full"
    )


def test_what_is_not_translated_to_the_first_language_is_said_once(maker):
    """In the second column, which has it in the source language."""
    listing = maker.listing(description=paragraphs(ONE), alert="Closed today", fees_description="Free")
    untranslated = replace(listing, untranslated=frozenset(["description", "alert", "fees_description"]))
    second = maker.guide(maker.section(listing))
    first = replace(maker.guide(maker.section(untranslated)), language="ar", source_language="en")
    versions = [
        Version(first, words_in("ar"), default_stacks("ar")),
        Version(second, ENGLISH, default_stacks()),
    ]
    document = lay_out(versions, Edition(name="x", languages=("ar", "en")), first).document
    said = " ".join(item.text for page in document.pages for item in page.items if isinstance(item, Text))
    assert [said.count(words) for words in ("A walk-in", "Closed today", "Free")] == [1, 1, 1]


def test_what_leads_to_a_list_stays_with_it():
    """And neither end of the list stands alone."""
    style = two_languages(make_style("letter", "#000000", default_stacks()), "es", default_stacks("es"))
    blocks = (
        ParagraphBlock((Inline("It wants:", None),)),
        ListBlock(
            tuple(
                ItemBlock(Inline("", None), (Inline(text, None),)) for text in ("one", "two", "three", "four")
            )
        ),
    )
    chunks = Pair(Setter(style, 2)).prose(blocks, blocks, 102, 300, 444)
    assert [chunk.leads for chunk in chunks] == [True, True, False, True, False]


def test_hours_of_all_offices_stand_beside_each_other_too(maker, both):
    """In a row of their own below the offices, within a bar."""

    def listing(hours):
        return maker.listing(
            hours=(hours,), locations=(maker.office("Chicago", maker.phone()), maker.office("Oakland"))
        )

    page = both(listing("Monday 9 am"), listing("Lunes 9 am"))
    (x1, y1), (x2, y2) = starts(page, "Monday", "Lunes")
    assert (x2 - x1, y1) == (234, y2)


def test_the_foot_names_the_edition_beside_both_languages(maker, both):
    """In the short words, which leave room for it."""
    page = both(maker.listing(), maker.listing())
    foot = [item.text.strip() for item in page.items if isinstance(item, Text) and item.y == 744]
    assert foot[-1].startswith("Edition 1, blue") and " ".join(foot).startswith("Mistakes: see page")


def test_leaders_begin_behind_the_words_of_both_languages(maker):
    """On the cover and in the contents, where a title turns over."""
    document = editions(maker, "en", "es").document
    for page in document.pages[:2]:
        for dots in (item for item in page.items if isinstance(item, Dots)):
            line = [
                item
                for item in page.items
                if isinstance(item, Text) and abs(item.y - dots.y) < 3 and item.x < dots.x2
            ]
            assert all(item.x + item._replace(text=item.text.rstrip()).width <= dots.x1 for item in line), (
                line
            )


def test_the_cover_has_all_of_a_long_title(maker):
    """It turns over, with the page on its last line."""
    page = editions(maker, "en", "es").document.pages[0]
    said = "".join(item.text for item in page.items if isinstance(item, Text))
    assert said.count("Support groups for cutting down or stopping") == 1


def form_pages(document):
    """The last pages, from the one with the form's title on."""
    first = next(
        number
        for number, page in enumerate(document.pages)
        if number > 1
        and any(
            isinstance(item, Text) and item.text.startswith("Tell us what to correct") and item.size > 17
            for item in page.items
        )
    )
    assert len(document.pages) - first <= 2
    return document.pages[first:]


def test_boxes_to_tick_stand_in_two_columns(maker):
    """So that the form needs no third page; it keeps its last questions and the stamp."""
    said = [
        item
        for page in form_pages(editions(maker, "en", "es").document)
        for item in page.items
        if isinstance(item, Text)
    ]
    boxes = {round(item.x) for item in said if item.text.startswith(("Phone number", "Address"))}
    assert len(boxes) == 2 and any(item.text.startswith("For staff") for item in said)


def test_long_headings_of_parts_stand_under_each_other(maker):
    """Short ones on one line: "Contents / Contenido"."""
    document = editions(maker, "en", "es").document
    contents, form = document.pages[1], form_pages(document)[0]
    (_, y1), (_, y2) = starts(contents, "Contents / ", "Contenido")
    assert y1 == y2
    (x1, y1), (x2, y2) = starts(form, "Tell us what to correct", "Díganos qué corregir")
    assert x1 == x2 and y2 > y1
