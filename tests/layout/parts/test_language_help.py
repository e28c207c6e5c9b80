"""The panel for people who read none of the edition's languages."""

from dataclasses import replace

import pytest

from guide import model
from guide.language.files import language_codes
from guide.language.words import ENGLISH, words_in
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Text
from guide.layout.parts.language_help import LanguageHelp
from guide.layout.parts.panel import panel_languages
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Edition


@pytest.fixture
def guide(maker):
    """A function that makes a guide with the number for help in these languages."""

    def make(*languages):
        help_ = model.LanguageHelp(phone=maker.phone("800-555-0199"), languages=languages)
        return maker.guide(maker.section(maker.listing(summary="a house")), language_help=help_)

    return make


def laid_out(guide, **edition):
    return lay_out([Version(guide, ENGLISH, default_stacks())], Edition(name="x", **edition), guide).document


def said(page):
    return " ".join(item.text.strip() for item in page.items if isinstance(item, Text))


def test_without_a_number_there_is_no_panel(maker):
    """Nothing is promised that nobody answers."""
    assert panel_languages(maker.guide(maker.section(maker.listing()))) == ()
    assert panel_languages(maker.guide(maker.section(maker.listing())), ("es",)) == ()


def test_the_panel_stands_behind_page_2(guide):
    """The number once, large; each language with its sentence, and its name for the staff."""
    page = laid_out(guide("es", "zh", "ar")).pages[2]
    words = said(page)
    for part in (
        "Point to your language",
        "800-555-0199",
        "Necesito un intérprete.",
        "La ayuda en su idioma es gratis.",
        "Spanish",
        "我需要口译员。",
        "Chinese",
        "أحتاج إلى مترجم",
        "Arabic",
    ):
        assert part in words, part
    assert words.index("Spanish") < words.index("Chinese") < words.index("Arabic")
    number = next(item for item in page.items if isinstance(item, Text) and item.text == "800-555-0199")
    assert number.size == 17 and any(link.target == "tel:+18005550199" for link in page.links)


EIGHT = ("es", "zh", "vi", "ar", "fr", "ru", "tl", "hi")


@pytest.mark.parametrize("format", ["pocket", "half-letter"])
def test_eight_languages_take_one_page_of_a_small_guide(guide, format):
    """On pocket pages by their names alone; on half-letter without the words that help is free, which took a page more."""
    document = laid_out(guide(*EIGHT), format=format)
    pages = [words for words in map(said, document.pages) if "800-555-0199" in words]
    (words,) = pages
    assert ("français" in words) == (format == "pocket") and ("Necesito un" in words) == (format != "pocket")
    assert "La ayuda en su idioma es gratis." not in words


def test_that_help_is_free_stands_there_where_it_takes_no_page_more(guide):
    pages = [
        words
        for words in map(said, laid_out(guide("es", "zh"), format="half-letter").pages)
        if "800-555-0199" in words
    ]
    assert "La ayuda en su idioma es gratis." in pages[0]


def test_sentences_that_run_leftward_stand_at_the_right(guide):
    page = laid_out(guide("ar", "es")).pages[2]
    item = next(item for item in page.items if isinstance(item, Text) and "أحتاج" in item.text)
    left = next(item for item in page.items if isinstance(item, Text) and item.text.startswith("Arabic"))
    assert item.leftward and item.x > left.x + 50


def test_every_sentence_is_tagged_with_its_language(guide):
    page = laid_out(guide("vi")).pages[2]
    item = next(item for item in page.items if isinstance(item, Text) and item.text.startswith("Tôi cần"))
    tag = item.tag
    while not tag.language:
        tag = tag.parent
    assert tag.language == "vi"


def test_languages_of_the_edition_itself_are_left_out(guide):
    """Whoever reads it needs no interpreter for it."""
    assert panel_languages(guide("en", "es", "xx")) == ("es",)
    assert set(language_codes()) - set(panel_languages(guide())) == {
        "en",
        *("am", "bn", "km", "ko", "pa"),  # of which the program brings no face
    }
    assert (
        panel_languages(guide("es"), ("vi", "zh")) == ("vi", "zh") and panel_languages(guide("es"), ()) == ()
    )


def test_page_2_names_the_languages_and_the_page_of_the_panel(guide):
    """Each as it calls itself, tagged so; without languages, nothing."""
    with_panel, without = laid_out(guide("es", "ar")), laid_out(guide("es"), language_help=())
    page = with_panel.pages[1]
    for each in (
        "Contents",
        "Point to your language",
        "español",
        "العربية",
        "All of them, to point at: page",
    ):
        assert each in said(page), each
    assert "Point to your language" not in said(without.pages[1])
    languages = {item.tag.language for item in page.items if isinstance(item, Text) and item.tag}
    assert {"es", "ar"} <= languages
    assert [entry.title for entry in with_panel.outline][:2] == ["Contents", "Point to your language"]


@pytest.mark.parametrize("format", ["half-letter", "large-print", "pocket"])
def test_a_small_page_has_one_column_and_more_pages(guide, format):
    """Every language is there."""
    document = laid_out(guide(), format=format)
    everything = " ".join(map(said, document.pages))
    for name in (
        "Spanish",
        "French",
        "Portuguese",
        "Haitian Creole",
        "Vietnamese",
        "Tagalog",
        "Russian",
        "Ukrainian",
        "Arabic",
        "Persian",
        "Hindi",
        "Nepali",
        "Chinese",
    ):
        assert name in everything, name
    for page in document.pages:
        assert all(item.y <= page.height - 20 for item in page.items if isinstance(item, Text))


def test_a_leaflet_lists_the_languages(guide):
    """By their own names, on the flap."""
    words = said(laid_out(guide("es", "vi"), format="trifold-letter").pages[0])
    assert "español" in words and "Tiếng Việt" in words and "800-555-0199" in words


def test_all_languages_fit_one_page_in_a_tall_script_too(guide):
    """The rows are as low as in an edition of Latin letters."""
    source = guide()
    document = lay_out(
        [Version(replace(source, language="ar"), words_in("ar"), default_stacks("ar"))],
        Edition(name="x"),
        source,
    ).document
    assert sum("مترجم" in said(page) or "interprète" in said(page) for page in document.pages) == 1


def test_a_narrow_panel_has_two_columns_where_one_has_no_room(guide):
    """And says which languages are left out where that is not enough."""
    codes = tuple("ar es fa fr hi ht ne pt ru tl uk vi zh".split())
    source = guide(*codes)
    style = make_style("letter", "#000000", default_stacks())
    for room, left_out in ((600, 0), (320, 0), (200, 5)):
        panel = LanguageHelp(source, Setter(style, 1), ENGLISH, Tag("Document"))
        items, missing = panel.names(codes, 240, room)
        columns = {
            round(item.x)
            for item in items
            if isinstance(item, Text) and not item.leftward and item.size == 12 and item.tag.kind == "LBody"
        }
        assert (len(columns) > 1) == (room < 600)
        assert max(item.y for item in items if isinstance(item, Text)) <= room
        assert missing == codes[len(codes) - len(missing) :] and bool(missing) == bool(left_out)


def test_the_staff_is_addressed_in_its_language_in_every_edition(guide):
    """Who has to call an interpreter reads English, and so are the languages called."""
    source = replace(guide("es"), language="ar")
    document = lay_out(
        [Version(source, words_in("ar"), default_stacks("ar"))], Edition(name="x"), source
    ).document
    words = next(said(page) for page in document.pages if "intérprete" in said(page))
    assert "Ask the staff for an interpreter." in words and "Spanish" in words


def test_a_guide_may_address_its_staff_in_words_of_its_own(guide):
    """As written in style.yaml."""
    words = replace(ENGLISH, language_help_staff="Ring for Ana.")
    document = lay_out(
        [Version(guide("es"), words, default_stacks())], Edition(name="x"), guide("es")
    ).document
    assert "Ring for Ana." in said(document.pages[1])


def test_who_reads_either_language_of_an_edition_needs_no_panel(guide):
    """The second one is left out of it too."""
    first = guide("es", "zh")
    second = replace(first, language="es", source_language="en")
    versions = [
        Version(first, ENGLISH, default_stacks()),
        Version(second, words_in("es"), default_stacks("es")),
    ]
    page = lay_out(versions, Edition(name="x", languages=("en", "es")), first).document.pages[2]
    assert "Chinese" in said(page) and "Spanish" not in said(page)


def test_a_third_column_saves_a_page(guide):
    """With all languages on Letter; each with its sentence."""
    pages = [words for words in map(said, laid_out(guide()).pages) if "800-555-0199" in words]
    (words,) = pages
    assert all(words_in(code).need_interpreter.split()[0] in words for code in ("es", "vi", "ja", "so"))
