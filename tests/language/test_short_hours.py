"""Opening hours in few words."""

import pytest

from guide.content.hours import parse_hours
from guide.language.files import FOLDER
from guide.language.hours_words import ENGLISH_HOURS
from guide.language.short_hours import bare_span, short_lines, short_span, spoken_span
from guide.language.words import words_in
from guide.model import OpeningRule


def said(text, words=ENGLISH_HOURS, named=True):
    lines = short_lines(parse_hours(text)[0].opening.rules, words, named)
    return [line.replace("\u00a0", " ") for line in lines]


@pytest.mark.parametrize(
    "text, lines",
    [
        ("Tu,Th 18:00-21:00", ["Tue, Thu 6–9 pm"]),
        ("Mo-Fr 09:00-20:00", ["Mon–Fri 9 am–8 pm"]),
        ("Mo-Fr 09:00-12:00,13:00-17:30", ["Mon–Fri 9 am–noon, 1–5:30 pm"]),
        ("Mo-Su 19:00-07:00", ["7 pm–7 am"]),
        ("Sa[1] 10:00-13:00", ["first Sat 10 am–1 pm"]),
        ("Sa[1,3] 10:00-13:00", ["first, third Sat 10 am–1 pm"]),
        ("Jun-Aug Sa 10:00-13:00", ["June to August: Sat 10 am–1 pm"]),
        ("May Sa[1] 10:00-13:00", ["May: first Sat 10 am–1 pm"]),
        ("week 1-53/2 Sa 10:00-11:00", ["every other Sat 10–11 am"]),
        ("Sa 20:00-24:00", ["Sat 8 pm–midnight"]),
        ("Sa 18:00+", ["Sat from 6 pm"]),
        ("Sa 10:00-16:00+", ["Sat 10 am–4 pm or later"]),
        ("Sa 08:00-sunset", ["Sat 8 am to sunset"]),
        ("Mo 00:00-24:00", ["Mon 24 hours"]),
        ('Sa 10:00-12:00 "by appointment"', ["Sat 10 am–noon by appointment"]),
    ],
)
def test_short_lines(text, lines):
    assert said(text) == lines


def test_days_are_not_named_where_the_title_names_them():
    assert said("Sa 10:00-13:00; Sa[1] 18:00-20:00", named=False)[0] == "10 am–1 pm"


def test_which_half_of_the_day_stands_once_only_within_one():
    """Not for a day and a night from 9 am to 9 am, nor across noon."""
    assert [short_span(*span, ENGLISH_HOURS) for span in ((540, 1980), (660, 780), (1260, 1500))] == [
        "9 am–9 am",
        "11 am–1 pm",
        "9 pm–1 am",
    ]


@pytest.mark.parametrize(
    "language, line",
    [
        ("es", "mar, jue 6–9 pm"),
        ("fr", "mar., jeu. 18 h–21 h"),
        ("ru", "вт, чт 18:00–21:00"),
        ("zh", "周二、周四 下午6点–9点"),
        ("hi", "मंगल, गुरु शाम 6–9"),
        ("ar", "الثلاثاء والخميس من 6 إلى 9 مساءً"),
    ],
)
def test_other_languages(language, line):
    """With their own order of words; in Arabic in words, since figures with a dash would change places."""
    assert said("Tu,Th 18:00-21:00", words_in(language).hours) == [line]


@pytest.mark.parametrize("language", sorted(path.stem for path in FOLDER.glob("*.yaml")))
def test_every_language_says_day_week_and_time(language):
    words = words_in(language).hours
    (line,) = short_lines([OpeningRule(days=(5,), occurrences=(1,), spans=((600, 780),))], words)
    plain = line.replace("\u00a0", " ")
    assert words.short_days[5] in plain and words.ordinals[0] in plain and "10" in plain


@pytest.mark.parametrize(
    "span, said",
    [
        ((540, 720), "9–12"),
        ((780, 1020), "1–5"),
        ((600, 840), "10–2"),
        ((510, 990), "8:30–4:30"),
        ((480, 660), "8–11 am"),
        ((1140, 1230), "7–8:30 pm"),
        ((360, 840), "6 am–2 pm"),
        ((1200, 1560), "8 pm–2 am"),
        ((540, 1980), "9 am–9 am"),
        ((1080, None), "6 pm"),
    ],
)
def test_figures_alone_where_they_cannot_mislead(span, said):
    assert bare_span(*span, ENGLISH_HOURS).replace("\u00a0", " ") == said


def test_a_clock_of_24_hours_needs_no_halves():
    assert bare_span(1080, 1440, words_in("ru").hours) == "18–24"
    assert bare_span(510, 1260, words_in("fr").hours) == "8h30–21"


def test_a_span_of_several_days_is_said_in_words():
    assert spoken_span(540, 1020, ENGLISH_HOURS) == "9\u00a0am to 5\u00a0pm"
