"""Prose as blocks: paragraphs and lists with their tags, links and mentions."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.compose.blocks import ListBlock, ParagraphBlock
from guide.layout.compose.links import listing_anchor
from guide.layout.compose.prose import ProseComposer
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.layout.type.inline import FOLIO
from guide.model import Span


@pytest.fixture
def composer(maker):
    """A composer of a guide with the listing "one"; composer(paged=False)."""

    def make(**more):
        return ProseComposer(Voice(maker.guide(maker.section(maker.listing("one"))), ENGLISH, **more))

    return make


def test_a_paragraph_is_spans_in_a_tag(composer, maker):
    (block,) = composer().blocks((maker.paragraph("a ", Span("b", strong=True)),), Tag("Sect"), "es")
    assert isinstance(block, ParagraphBlock)
    assert [(piece.text, piece.bold) for piece in block.inlines] == [("a ", False), ("b", True)]
    assert {(piece.tag.kind, piece.tag.language) for piece in block.inlines} == {("P", "es")}


@pytest.mark.parametrize(
    "ordered, labels, numbering", [(True, ["1. ", "2. "], "Decimal"), (False, ["", ""], "Disc")]
)
def test_a_list_says_how_it_is_numbered(composer, maker, ordered, labels, numbering):
    """A dot is drawn, and heard as one."""
    (block,) = composer().blocks((maker.bullets("a", "b", ordered=ordered),), Tag("Sect"))
    assert isinstance(block, ListBlock) and [item.label.text for item in block.items] == labels
    body = block.items[0].inlines[0].tag
    assert (body.kind, body.parent.kind, body.parent.parent.kind) == ("LBody", "LI", "L")
    assert body.parent.parent.attributes == (("List", "ListNumbering", numbering),)
    label = block.items[0].label.tag
    assert (label.kind, label.heard) == ("Lbl", "" if ordered else "\u2022 ")


def test_a_link_has_a_tag_of_its_own(composer):
    plain, link = composer().inlines((Span("see "), Span("them", target="https://a.org")), Tag("P"))
    assert (link.tag.kind, link.tag.parent, link.link.target) == ("Link", plain.tag, "https://a.org")


@pytest.mark.parametrize(
    "before,first",
    [("For a bed see ", "Name of one"), ("See ", "Name of one"), ("Ask. ", "see "), ("Foresee ", "see ")],
)
def test_see_is_said_once(composer, before, first):
    """People write it themselves, too; a word that only ends so is another one."""
    for paged in (True, False):
        pieces = composer(paged=paged).inlines((Span(before), Span("", mention="one")), Tag("P"))
        assert "".join(piece.text for piece in pieces[1:]).startswith(first)


def test_a_mention_names_the_page_where_there_are_pages(composer):
    """Its name is what the listing is called."""
    pieces = composer().inlines((Span("", mention="one"),), Tag("P"))
    said = "".join(piece.text for piece in pieces).replace("\u00a0", " ")
    assert said == f"see Name of one, page {FOLIO}"
    assert {piece.link.target for piece in pieces} == {listing_anchor("one")}
    plain = composer(paged=False).inlines((Span("", mention="one"),), Tag("P"))
    assert "".join(piece.text for piece in plain) == "see Name of one" and not plain[0].link
