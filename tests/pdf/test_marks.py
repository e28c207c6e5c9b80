"""What marks content: a tag, the kind of an artifact, or all that a group has in itself."""

from guide.layout.group import Group, Grouped
from guide.layout.pages import Line
from guide.layout.tags import FOOTER, Tag
from guide.pdf.content import LAYOUT, PAGINATION
from guide.pdf.marks import group_or_tag_of, tag_of
from tests.pdf.samples import text


def test_what_has_a_tag_is_marked_with_it():
    tag = Tag("P")
    assert tag_of(text(tag, "Call")) is group_or_tag_of(text(tag, "Call")) is tag


def test_what_has_none_is_an_artifact():
    """Words are what is repeated, lines are layout, and a foot says of itself what it is."""
    assert tag_of(text(None, "Call")) == PAGINATION and tag_of(Line(0, 0, 1, 1, 1)) == LAYOUT
    assert tag_of(text(FOOTER, "Call")) == "Footer"


def test_a_group_stands_for_itself():
    grouped = Grouped(())
    assert group_or_tag_of(Group(grouped, 1, 2)) is grouped
