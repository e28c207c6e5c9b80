"""Which half of the day is meant, and where nobody can tell."""

import pytest

from guide.content.said.clock import AM, LITERAL, PM, Moment, Span, bare, span_of

NOON_WORD, MIDNIGHT = Moment(12, 0, PM, True), Moment(12, 0, AM, True)


def at(text):
    """A moment of "9", "9:30am", "17h"."""
    half = AM if text.endswith("am") else PM if text.endswith("pm") else LITERAL if text.endswith("h") else ""
    hour, _, minute = text.rstrip("apmh").partition(":")
    return Moment(int(hour), int(minute or 0), half)


def hour(minutes):
    return None if minutes is None else minutes / 60


@pytest.mark.parametrize(
    "first, last, begin, end, taken",
    [
        ("9am", "5pm", 9, 17, False),
        ("9", "5pm", 9, 17, False),
        ("3", "5pm", 15, 17, False),
        ("8", "12pm", 8, 12, False),
        ("12", "5pm", 12, 17, False),
        ("8", "8pm", 8, 20, False),
        ("8", "10pm", 20, 22, True),
        ("8", "11am", 8, 11, False),
        ("9am", "5", 9, 17, False),
        ("9am", "12", 9, 12, False),
        ("1pm", "5", 13, 17, False),
        ("9pm", "5", 21, 29, False),
        ("8pm", "8am", 20, 32, False),
        ("5pm", "9am", 17, 33, False),
        ("9am", "12am", 9, 24, True),
        ("12am", "8am", 0, 8, False),
        ("9", "17h", 9, 17, False),
        ("22h", "6h", 22, 30, False),
        ("9", "5", 9, 17, True),
        ("9", "12", 9, 12, True),
        ("12", "4", 12, 16, True),
        ("1", "4:30", 13, 16.5, True),
        ("5", "7", 17, 19, True),
        ("10", "11:30", 10, 11.5, True),
    ],
)
def test_a_span(first, last, begin, end, taken):
    span = span_of(at(first), at(last))
    assert (hour(span.begin), hour(span.end), span.taken) == (begin, end, taken)


@pytest.mark.parametrize(
    "first, last",
    [
        ("6", "8"),
        ("7", "7"),
        ("8", "10"),
        ("12", "12"),
        ("9am", "10"),
        ("6pm", "8"),
        ("11", "2am"),
        ("5", "5"),
    ]
    + [("9am", "5am"), ("12am", "5pm"), ("21h", "17h"), ("9am", "9am"), ("12", "2am"), ("8", "12am")],
)
def test_nobody_can_tell(first, last):
    assert span_of(at(first), at(last)) is None


def test_noon_and_midnight_in_words_are_sure():
    assert span_of(at("8"), NOON_WORD) == Span(480, 720)
    assert span_of(NOON_WORD, at("4")) == Span(720, 960)
    assert span_of(at("6pm"), MIDNIGHT) == Span(1080, 1440)


def test_one_time_has_an_open_end_and_needs_its_half():
    assert span_of(at("6pm"), None) == Span(1080, None)
    assert span_of(at("6"), None) is None


def test_a_clock_of_24_hours_is_taken_at_its_word():
    assert span_of(at("9"), at("12"), literal=True) == Span(540, 720)
    assert span_of(at("1"), at("5"), literal=True) is None


@pytest.mark.parametrize(
    "first, last, hint, span",
    [("6", "8", PM, Span(1080, 1200)), ("9", "12", AM, Span(540, 720)), ("9", "12", PM, None)]
    + [("9am", "5pm", PM, None), ("12", "3", PM, None)],
)
def test_words_beside_it_say_the_half(first, last, hint, span):
    assert span_of(at(first), at(last), hint=hint) == span


def test_what_is_taken_is_always_told():
    """No span of two bare times is sure."""
    times = [at(str(number)) for number in range(1, 13)]
    spans = [bare(first, last) for first in times for last in times]
    assert all(span is None or span.taken and span.begin < span.end for span in spans)
