"""Pages that are drawn together, and a part that another process draws."""

from collections import deque

import pytest

from guide.layout.pages import Destination, Line, LinkArea
from guide.layout.tags import HEADER, Tag
from guide.pdf.backend import File
from guide.pdf.marks import tag_of
from guide.pdf.navigation import Places
from guide.pdf.part import DrawnElsewhere, Numbers, Part, draw_elsewhere
from tests.pdf.samples import page, text


@pytest.fixture
def root():
    return Tag("Document")


def part_of(root, heights=(792, 792)):
    file = File(len(heights))
    return Part(file, root, Numbers(file.reserve(), Places(3, list(heights)), "colour", "#0B4A8C"))


def test_items_of_one_tag_are_one_piece_of_content(root):
    """In the order of the page; what has no tag is an artifact."""
    one, two = Tag("P", root), Tag("H1", root)
    drawn = part_of(root)
    drawn.elements.begin_page(9)
    content = drawn.draw(
        page(text(one, "a "), text(one, "b"), text(None, "3"), text(two, "c"), text(one, "d"))
    )
    assert (content.count(b"EMC"), content.count(b"/Artifact"), content.count(b"/H1")) == (4, 1, 1)


def test_links_know_the_height_of_their_page(root):
    """It is counted from the bottom in the file."""
    link = Tag("Link", Tag("P", root))
    area = LinkArea(link, 72, 90, 60, 14, Destination(0, 0), "Top")
    drawn = part_of(root)
    drawn.draw_page(0, page(text(link, "a"), links=(area, area), height=500))
    assert drawn.links == [([area, area], 500)] and drawn.drawn[0].links == 1


def test_a_part_elsewhere_says_its_numbers_before_it_is_written(root):
    """So that nobody waits for its objects; its pages are let go as they are drawn."""
    link = Tag("Link", Tag("P", root))
    area = LinkArea(link, 72, 90, 60, 14, Destination(0, 0), "Top")
    pages = deque([page(text(link, "a"), links=(area,)), page(text(Tag("P", root), "b"))])
    numbers = Numbers(1, Places(3, [792.0] * 4), "colour", "#0B4A8C")
    drawing = draw_elsewhere(pages, root, 2, numbers, after=50)
    last, links = next(drawing)
    assert last > 50 and links == 1 and not pages
    done = next(drawing)
    assert isinstance(done, DrawnElsewhere) and len(done.root_kids) == 2
    assert len(done.page_leaves) == len(done.link_leaves) == 1


def test_artifacts_have_no_tag(root):
    """They say what they are: words that are repeated, a head, a rule."""
    assert tag_of(text(root, "a")) is root
    kinds = [tag_of(each) for each in (text(None, "3"), text(HEADER, "Food"), Line(0, 0, 9, 0, 1))]
    assert kinds == ["Pagination", "Header", "Layout"]
