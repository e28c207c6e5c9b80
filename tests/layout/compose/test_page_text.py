"""Pages as blocks: the levels of their headings, the tags of what stands on them, and in which languages they are printed."""

from pathlib import Path

import pytest

from guide.errors import Mark
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.page_text import PageComposer, printed_texts, same_kinds
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.model import Coupon, Heading, OwnPage, Paragraph, Picture, Span


def spans(text):
    return (Span(text),)


def page(*text, **more):
    return OwnPage(id="a", title="A", mark=Mark(Path("pages/a.md")), text=text, **more)


@pytest.fixture
def composer(maker):
    def make(language="en", source="", words=ENGLISH):
        guide = maker.guide(maker.section(maker.listing()), language=language, source_language=source)
        return PageComposer(ProseComposer(Voice(guide, words)))

    return make


def test_headings_leave_out_no_level(composer):
    text = tuple(Heading(level, spans("x")) for level in (2, 2, 1, 2))
    pieces = composer().pieces(text, Tag("Sect"))
    assert [piece.inlines[0].tag.kind for piece in pieces] == ["H3", "H3", "H3", "H4"]


def test_a_picture_is_a_figure_with_what_it_shows_and_a_coupon_says_that_it_is_cut(composer):
    text = (Picture("a.png", "A dog", caption=spans("Rex")), Coupon((Paragraph(spans("Ride")),)))
    picture, coupon = composer().pieces(text, Tag("Sect"))
    assert (picture.tag.kind, picture.tag.alternate, picture.caption[0].text) == ("Figure", "A dog", "Rex")
    assert coupon.cut.text == "Cut along the line." and coupon.cut.tag.parent.kind == "Div"


def test_a_page_is_printed_in_the_languages_that_it_has(composer):
    """Not translated: in its source language, once."""
    root, first = Tag("Document"), page(Paragraph(spans("Hi")))
    english, spanish = composer(), composer("es", "en", words_in("es"))
    kept = page(Paragraph(spans("Hi")), untranslated=frozenset({"text"}))
    hola = page(Paragraph(spans("Hola")))

    def printed(pages, composers):
        found = printed_texts(pages, composers, root)
        return [
            (place, pieces[0].blocks[0].inlines[0].text, pieces[0].blocks[0].inlines[0].tag.language)
            for place, pieces in found
        ]

    assert printed([first], [english]) == [(0, "Hi", "")]
    assert printed([kept], [spanish]) == [(0, "Hi", "en")]
    assert printed([first, hola], [english, spanish]) == [(0, "Hi", ""), (1, "Hola", "es")]
    assert printed([first, kept], [english, spanish]) == [(0, "Hi", "")]
    assert printed([kept, first], [spanish, english]) == [(1, "Hi", "en")]


def test_texts_with_the_same_blocks_stand_in_pairs(composer):
    one, other = (
        composer().pieces(text, Tag("Sect"))
        for text in ((Heading(1, spans("a")),), (Heading(2, spans("b")), Paragraph(spans("c"))))
    )
    assert same_kinds(one, one) and not same_kinds(one, other) and same_kinds(one, other[:1])
