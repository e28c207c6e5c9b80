"""The columns of the table of who is open when: what fits them, in every language."""

import pytest

from guide.colours import ACCENTS
from guide.language.files import FOLDER
from guide.language.words import words_in
from guide.layout.pages import Tag
from guide.layout.parts.open_columns import DAY, LEAST_CLEAR, WIDEST_DAY
from guide.layout.parts.opennow import OpenNow
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, scaled, style_for


def fixed_languages():
    return sorted(path.stem for path in FOLDER.glob("*.yaml"))


@pytest.mark.parametrize("language", ["en", *fixed_languages()])
@pytest.mark.parametrize("body_size", [11, 12, 14, 24])
def test_no_time_is_wider_than_its_cell(language, body_size):
    """In every language and size, whatever times there are."""
    style = style_for(
        scaled(make_style("letter", ACCENTS["blue"].screen, default_stacks(language)), body_size), language
    )
    table = OpenNow(Setter(style, 1), words_in(language), Tag("Document"))
    spans = [(minute, minute + 30) for minute in range(0, 1440, 30)]
    hours, size, widest = table.fitting_hours(set(spans))
    said = [text for span in spans for text in table.span_words(span, hours)]
    assert not any(" " in text for text in said) and size >= 11
    assert max(table.setter.width(text, size) for text in said) <= WIDEST_DAY - LEAST_CLEAR + 0.1


@pytest.mark.parametrize("language", ["en", *fixed_languages()])
@pytest.mark.parametrize("body_size", [12, 14, 24])
def test_no_word_in_a_cell_is_broken(language, body_size):
    """They turn over between words alone."""
    style = style_for(
        scaled(make_style("letter", ACCENTS["blue"].screen, default_stacks(language)), body_size), language
    )
    table = OpenNow(Setter(style, 1), words_in(language), Tag("Document"))
    phrases, widest = table.fitting_phrases(["all_day", "see_below"])
    said = " ".join((words_in(language).all_day, words_in(language).see_below)).split()
    assert max(table.setter.width(word, phrases.size) for word in said) <= WIDEST_DAY - LEAST_CLEAR + 0.1


@pytest.mark.parametrize("language", ["en", "es", "ar", "hi", "ko", "tl", "vi"])
def test_the_days_names_have_room_in_every_language(language):
    """The longest form that fits, whatever the language's names are today; days that run into each other say nothing."""
    style = style_for(make_style("letter", ACCENTS["blue"].screen, default_stacks(language)), language)
    table = OpenNow(Setter(style, 1), words_in(language), Tag("Document"))
    forms = (table.words.hours.short_days, *table.words.hours.shorter_days)
    widths = {
        names: max(table.setter.width(name + " ", style.body.size, True) for name in names) for names in forms
    }
    names = table.day_names()
    assert names == next(each for each in forms if widths[each] <= DAY)
    assert len(set(names)) == 7


def test_noon_is_said_in_figures_where_its_name_is_wider_than_a_cell():
    """English "midnight"; Tagalog's "tanghali" was cut into "tanghal" and "i"."""
    for language, named in (("en", ["12 pm", "12 am"]), ("tl", ["12 PM", "12 AM"])):
        style = style_for(make_style("letter", ACCENTS["blue"].screen, default_stacks(language)), language)
        table = OpenNow(Setter(style, 1), words_in(language), Tag("Document"))
        hours, *_ = table.fitting_hours({(720, 1440)})
        assert [text.replace("\u00a0", " ") for text in table.span_words((720, 1440), hours)] == named
