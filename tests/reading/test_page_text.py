"""The Markdown of a page: headings, pictures with their widths and captions, coupons; and written again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.model import BulletList, Coupon, Heading, Paragraph, Picture, Span
from guide.reading.page_text import read_page, to_page_markdown


def spans(text, **more):
    return (Span(text, **more),)


TEXT = """\
# First

Words *here*.

## Also first
### Below it

![A [small] dog](pictures/a dog.jpg)
""".replace("pictures/a dog.jpg", "<pictures/a dog.jpg>")


def test_headings_have_two_levels_and_a_picture_stands_alone():
    page = read_page(TEXT)
    assert page.complaints == ()
    assert [block.level for block in page.prose if isinstance(block, Heading)] == [1, 1, 2]
    assert page.prose[-1] == Picture("pictures/a dog.jpg", "A [small] dog", "prose")


def test_behind_a_picture_stands_its_width_and_below_it_its_caption():
    (picture,) = read_page("![A dog](a.png) live\nThe **dog** of\nthe house. [[insite]]\n").prose
    assert (picture.width, picture.caption[1]) == ("live", Span("dog", True))
    assert "".join(span.text for span in picture.caption) == "The dog of the house. "
    assert picture.caption[-1].mention == "insite"


def test_what_is_quoted_is_a_coupon():
    (coupon, after) = read_page("> ## A ride\n>\n> Show it.\n>\n> - once\n\nMore").prose
    assert coupon == Coupon(
        (Heading(1, spans("A ride")), Paragraph(spans("Show it.")), BulletList((spans("once"),)))
    )
    assert after == Paragraph(spans("More"))


@pytest.mark.parametrize(
    "text, said",
    [
        ("#### Deep", "two levels of headings"),
        ("- one\n  ## Two", "cannot stand in a list"),
        ("- one\n  > Two", "cannot stand in a list"),
        ("> a\n>> b", "a coupon cannot stand inside another"),
        ("See ![it](a.png) here", "stands within a text"),
        ("> ![it](a.png)", "stands within a text"),
        ("![](a.png)", "has no words"),
        ("![it]()", "a picture has no file"),
        ("![it](../a.png)", "outside the content folder"),
        ("![it](a.png) wide", '"wide", which is no width'),
        ("![it](a.png) page\nBelow", "no room for a caption"),
        ("| a |\n|---|\n| b |", "a table cannot be printed"),
        ("x" * 20_001, "20"),
    ],
)
def test_what_cannot_be_printed_is_told(text, said):
    complaints = read_page(text).complaints
    assert any(said in kind.message.format_map(values) for _, kind, values in complaints), complaints


WORDS = st.text("abcdé #>-*[]!_.1", min_size=1, max_size=12).map(str.strip).filter(bool)
RUN = WORDS.map(lambda text: spans(text))
BLOCKS = st.one_of(
    st.builds(Heading, st.sampled_from((1, 2)), RUN),
    st.builds(Paragraph, RUN),
    st.builds(Picture, st.just("a b.png"), st.text("abcxyz", min_size=1, max_size=5), st.just("live"), RUN),
    st.builds(Coupon, st.tuples(st.builds(Heading, st.just(1), RUN), st.builds(Paragraph, RUN))),
)


@given(st.lists(BLOCKS, min_size=1, max_size=4).map(tuple))
def test_a_page_is_written_as_it_is_read(page):
    """So that a translator gets what the author wrote."""
    page = read_page(to_page_markdown(page)).prose
    assert read_page(to_page_markdown(page)).prose == page
