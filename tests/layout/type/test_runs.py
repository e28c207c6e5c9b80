"""Runs of a line: in the order in which they are read, at their places, in both directions."""

from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import Fragment, Inline
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style, style_for

TAG = Tag("P")


def read_leftward(*pieces):
    """A line of an Arabic text as it stands on the page, its runs from left to right, each as it is read."""
    style = style_for(make_style("letter", "#000000", default_stacks("ar")), "ar")
    inlines = [piece if isinstance(piece, Inline) else Inline(piece, TAG) for piece in pieces]
    runs = Setter(style, 2).runs([Fragment(inline, inline.text) for inline in inlines], 12)
    return "".join(
        run.text for run in sorted(runs, key=lambda run: -run.x)
    )  # x counts from the right until the page is turned


def test_a_latin_name_keeps_its_marks_within_arabic():
    """ "Reid Hester, PhD" is one text, read from the left, beside Arabic words or alone."""
    assert read_leftward("للاتصال: ", "Reid Hester, PhD") == "Reid Hester, PhDللاتصال: "
    assert read_leftward("Vancouver Area Network of\u2026 ", "(تابع)").endswith(
        "Vancouver Area Network of\u2026"
    )


def test_a_range_is_read_from_the_left():
    """As the comp has it: 3-5, not 5-3."""
    assert "3\u20135" in read_leftward("القوائم 3\u20135")
    assert "7\u20138:30" in read_leftward("الخميس 7\u20138:30 مساءً")


def test_the_full_stop_of_an_arabic_sentence_follows_latin_words_on_their_left():
    """Although the last line of the paragraph has Latin words alone."""
    style = style_for(make_style("letter", "#000000", default_stacks("ar")), "ar")
    inline = Inline("تدفع تكلفته Coastal Health.", TAG)
    runs = Setter(style, 2).runs([Fragment(inline, "Coastal Health.")], 12)
    words = next(run for run in runs if "Coastal" in run.text)
    stop = next(run for run in runs if run.text == ".")
    assert stop.x > words.x  # further from the right
