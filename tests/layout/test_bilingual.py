"""Two languages on a page."""

from dataclasses import replace

import pytest

from guide import model
from guide.layout.edition import Version, lay_out
from guide.layout.fonts import default_stacks
from guide.layout.pages import Text
from guide.layout.words import ENGLISH, SLASH, beside, plain, side_by_side, words_in
from guide.model import Edition

SPANISH = words_in("es")


def paragraphs(*texts):
    return tuple(model.Paragraph((model.Span(text),)) for text in texts)


ONE = "A walk-in health center. Nurses see people without an appointment, look at wounds and give shots to whoever comes."
OTHER = "Un centro de salud sin cita previa. Las enfermeras atienden sin cita."


@pytest.fixture
def both(maker):
    """A function that lays out a listing with its texts in two languages; the page that it stands on."""
    def make(one, other, language="es", words=SPANISH, **edition):
        first = maker.guide(maker.section(one))
        second = replace(maker.guide(maker.section(other, title="Sección")), language=language, source_language="en")
        versions = [Version(first, ENGLISH, default_stacks()), Version(second, words, default_stacks(language))]
        document = lay_out(versions, Edition(name="x", languages=("en", language), **edition), first).document
        return next(page for page in document.pages[1:] if any(
            isinstance(item, Text) and item.text.startswith("Name of one") and item.size > 12 for item in page.items))
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
    page = both(maker.listing(description=paragraphs(ONE, "Second.")), maker.listing(description=paragraphs(OTHER, "Segundo.")))
    (x1, y1), (x2, y2), (_, y3), (_, y4) = starts(page, "A walk-in", "Un centro", "Second.", "Segundo.")
    assert (x2 - x1, y1, y3) == (234, y2, y4)
    assert y3 - y1 == 4 * 16 + 8


def test_under_each_other_on_a_small_page(maker, both):
    """The second language 8 below the first."""
    page = both(maker.listing(description=paragraphs(ONE)), maker.listing(description=paragraphs(OTHER)), format="half-letter")
    (x1, y1), (x2, y2) = starts(page, "A walk-in", "Un centro")
    assert x1 == x2 and y2 > y1


def test_the_edition_decides(maker, both):
    page = both(maker.listing(description=paragraphs(ONE)), maker.listing(description=paragraphs(OTHER)), bilingual="under")
    (x1, _), (x2, _) = starts(page, "A walk-in", "Un centro")
    assert x1 == x2


def test_a_missing_translation_leaves_its_column_empty(maker, both):
    """The program fills in nothing."""
    page = both(maker.listing(description=paragraphs(ONE)),
                maker.listing(description=paragraphs(ONE), untranslated=frozenset(["description"])))
    assert sum(1 for item in page.items if isinstance(item, Text) and item.text.startswith("A walk-in")) == 1


def test_status_alert_and_facts_are_said_twice(maker, both):
    """And name, address and number once."""
    def listing(alert, fee):
        return maker.listing(alert=alert, fees_description=fee, locations=(maker.office("Chicago", maker.phone()),))

    page = both(listing("Closed for now", "Free"), listing("Cerrado por ahora", "Gratis"))
    said = " ".join(item.text for item in page.items if isinstance(item, Text))
    for words in ("Closed for now", "Cerrado por ahora", "Not yet verified: call", "Sin verificar: llame", "Cost", "Free", "Costo", "Gratis"):
        assert words in said, words
    assert said.count("773-471-0999") == said.count("3110 West") == said.count("Name of one") == 1
    assert "voice" in said and "voz" in said
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
    page = both(maker.listing(description=(maker.bullets("one", "two"),)), maker.listing(description=(maker.bullets("uno", "dos"),)))
    (x1, y1), (x2, y2), (_, y3), (_, y4) = starts(page, "one", "uno", "two", "dos")
    assert (x2 - x1, y1, y3, y3 - y1) == (234, y2, y4, 16)


def test_arabic_beside_english_is_set_from_the_right(maker, both):
    """Its column ends at the right edge."""
    page = both(maker.listing(description=paragraphs(ONE)), maker.listing(description=paragraphs("مركز صحي مفتوح للجميع")),
                language="ar", words=words_in("ar"))
    item = next(item for item in page.items if isinstance(item, Text) and "مركز" in item.text)
    assert item.leftward and item.x + item.width == pytest.approx(546 if item.x > 300 and item.x + item.width < 550 else 558, abs=0.1)


def test_titles_are_in_both_languages(maker, both):
    """The second under the first, in regular."""
    page = both(maker.listing(), maker.listing())
    (_, y1), (_, y2) = [(item.x, item.y) for item in page.items if isinstance(item, Text) and item.text in ("Section ", "Sección") and item.size > 12]
    assert y2 > y1
    assert any(isinstance(item, Text) and item.text == "Section / " and item.y == 40 for item in page.items)  # the running head


def test_words_of_two_languages():
    """Said once where they are alike; plain for bookmarks."""
    words = side_by_side(ENGLISH, SPANISH)
    assert words.contents == f"Contents{SLASH}Contenido" and plain(words.contents) == "Contents / Contenido"
    assert words.say("edition", number=2) == f"Edition 2{SLASH}Edición 2"
    assert words.say("count_many", count=3) == f"3 listings in this edition.{SLASH}3 entradas en esta edición."
    assert words.say("colour_edition", colour=lambda each: each.colours["blue"]) == f"blue edition{SLASH}edición azul"
    assert beside("fax", "fax") == "fax"


@pytest.mark.parametrize("format", ["letter", "a4", "half-letter", "a5", "large-print", "pocket"])
@pytest.mark.parametrize("language", ["es", "ar", "zh"])
def test_every_format_takes_two_languages(maker, format, language):
    """Nothing runs out of the page."""
    listing = maker.listing(description=paragraphs(ONE), fees_description="Free", locations=(maker.office("Chicago", maker.phone()),))
    first = maker.guide(maker.section(listing))
    second = replace(first, language=language, source_language="en")
    versions = [Version(first, ENGLISH, default_stacks()), Version(second, words_in(language), default_stacks(language))]
    document = lay_out(versions, Edition(name="x", format=format, languages=("en", language)), first).document
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Text):
                assert -0.1 <= item.x and item.x + item._replace(text=item.text.rstrip()).width <= page.width + 0.1, item


@pytest.mark.parametrize("format", ["trifold-letter", "one-sheet"])
def test_a_sheet_has_no_room_for_two(maker, format):
    guide = maker.guide(maker.section(maker.listing()))
    versions = [Version(guide, ENGLISH, default_stacks()), Version(replace(guide, language="es"), SPANISH, default_stacks("es"))]
    problem, = lay_out(versions, Edition(name="x", format=format, languages=("en", "es")), guide).problems
    assert problem.name == "languages"
