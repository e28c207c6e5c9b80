"""Spans that follow each other, as a paragraph has them."""

import pytest

from guide.model import Span
from guide.reading.spans import fold_inside, join_spans, trim_spans


def test_neighbours_of_one_kind_are_one():
    """Strong beside strong, a link beside the same link; what leads elsewhere stays apart."""
    link = Span("c", target="https://a.org")
    found = join_spans([Span("a"), Span("b"), Span("x", strong=True), Span("y", strong=True), link, link])
    assert found == [Span("ab"), Span("xy", strong=True), Span("cc", target="https://a.org")]
    assert len(join_spans([link, Span("c", target="https://b.org")])) == 2


def test_mentions_are_never_joined():
    mention = Span("", mention="a")
    assert join_spans([mention, mention, Span("b")]) == [mention, mention, Span("b")]


@pytest.mark.parametrize(
    "text, folded", [("a \t\n b", "a b"), (" a ", " a "), ("\n", " "), ("a\u00a0 b", "a\u00a0 b")]
)
def test_runs_of_spaces_are_one(text, folded):
    """Those at the ends stay: other spans stand there. A space that does not break is left alone."""
    assert fold_inside(text) == folded
    assert join_spans([Span(text)]) == [Span(folded)]


def test_a_paragraph_begins_and_ends_without_a_space():
    assert trim_spans([Span(" a "), Span(" b ", strong=True)]) == (Span("a "), Span(" b", strong=True))
    assert trim_spans([Span(" "), Span("a"), Span(" ")]) == (Span("a"),)
    assert trim_spans([Span("", mention="a"), Span(" b")]) == (Span("", mention="a"), Span(" b"))
    assert trim_spans([]) == ()
