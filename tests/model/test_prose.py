"""Prose: the mentions in it, however deep."""

from guide.model import BulletList, Paragraph, Span, find_mentions


def test_mentions_are_found_in_paragraphs_and_lists():
    mention = Span("", mention="a")
    prose = (Paragraph((Span("See "), mention)), BulletList(((Span("x"),), (Span("", mention="b"), mention))))
    assert list(find_mentions(prose)) == ["a", "b", "a"]
    assert list(find_mentions(mention)) == ["a"]
    assert list(find_mentions(())) == []
