"""What marks content: a tag, the kind of an artifact, or all that a group has in itself."""

from guide.layout.group import Group, Grouped
from guide.layout.pages import Line
from guide.layout.tags import FOOTER, Tag
from guide.pdf.content import LAYOUT, PAGINATION, Content
from guide.pdf.marks import begin, tag_of
from guide.pdf.resources import Resources
from tests.pdf.samples import text


def test_what_has_a_tag_is_marked_with_it():
    tag = Tag("P")
    assert tag_of(text(tag, "Call")) is tag


def test_what_has_none_is_an_artifact():
    """Words are what is repeated, lines are layout, and a foot says of itself what it is."""
    assert tag_of(text(None, "Call")) == PAGINATION and tag_of(Line(0, 0, 1, 1, 1)) == LAYOUT
    assert tag_of(text(FOOTER, "Call")) == "Footer"


def test_a_group_stands_for_itself():
    grouped = Grouped(())
    assert tag_of(Group(grouped, 1, 2)) is grouped


def test_a_sequence_says_what_it_is():
    """Of a span its element alone says what it is heard as, of what has no tag nobody asks for a number."""
    opened = {}
    for tag in (Tag("P", heard="page 4"), Tag("Span", heard="page 4"), LAYOUT):
        content = Content(Resources("colour", "#0B4A8C").ink, 100)
        begin(content, tag, lambda tag: opened.setdefault(tag, 7))
        *_, made = content.operators
        assert (b"/MCID 7" in made, b"/ActualText" in made) == (
            tag != LAYOUT,
            getattr(tag, "kind", "") == "P",
        )
    assert len(opened) == 2
