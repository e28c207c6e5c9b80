"""Own pages set: the measures of the look, pictures in their widths, columns, coupons, two languages."""

from pathlib import Path

import pytest
from PIL import Image as Pillow

from guide import model
from guide.errors import Mark
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.body.bilingual import bilingual_guide
from guide.layout.compose.links import page_anchor
from guide.layout.pages import Image, Line, Text
from guide.layout.parts.own_page import OwnPages
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import two_languages
from guide.model import Coupon, Heading, Paragraph, Picture, Span


def spans(text):
    return (Span(text),)


def text(words="Some words.", **more):
    return Paragraph(spans(words))


def page(*blocks, **more):
    return model.OwnPage(
        **{"id": "a", "title": "Title", "mark": Mark(Path("pages/a.md")), "text": blocks, **more}
    )


@pytest.fixture
def folder(tmp_path):
    Pillow.new("L", (600, 300), 90).save(tmp_path / "wide.png")
    Pillow.new("L", (100, 400), 90).save(tmp_path / "high.png")
    return tmp_path


@pytest.fixture
def part(maker, folder):
    """What sets pages, in English or in two languages."""

    def make(style=maker.style, *others):
        guide = maker.guide(maker.section(maker.listing()))
        versions = [(guide, ENGLISH), *others]
        words = side_by_side(ENGLISH, others[0][1]) if others else ENGLISH
        return OwnPages(versions, folder, Setter(style, 2), words, Tag("Document"))

    return make


@pytest.fixture
def sheets(part):
    return lambda *blocks, **more: part().sheets([page(*blocks, **more)], "Title")


def find(items, words):
    return next(item for item in items if isinstance(item, Text) and item.text.strip() == words)


def images(items):
    return [item for item in items if isinstance(item, Image)]


def test_the_title_stands_at_the_top_and_text_in_the_measure_of_prose(sheets):
    """h1 30/32, 8, then 12/16; a heading 17 bold, 16 above it and 4 below."""
    (sheet,) = sheets(text("word " * 30), Heading(1, spans("Part")), text("After."))
    title, part = find(sheet.items, "Title"), find(sheet.items, "Part")
    assert (title.x, title.size, title.tag.kind, title.y) == (0, 30, "H2", 24)
    words = [item for item in sheet.items if isinstance(item, Text) and item.text.startswith("word")]
    assert words[0].y == 32 + 8 + 12 and max(item.bounds.right for item in words) <= 372
    assert (part.size, part.tag.kind) == (17, "H3")
    assert part.y == words[-1].y + 4 + 16 + 18 and find(sheet.items, "After.").y == part.y + 6 + 4 + 12
    assert sheet.anchor == page_anchor(page().id) and sheet.title == "Title"


@pytest.mark.parametrize("width, points", [("column", 234), ("prose", 372), ("live", 492)])
def test_a_picture_has_its_width_and_its_caption_below(sheets, width, points):
    (sheet,) = sheets(text(), Picture("wide.png", "A field", width, spans("The field.")), text("After."))
    (image,) = images(sheet.items)
    assert (image.x, image.y, image.width, image.height) == pytest.approx((0, 72, points, points / 2))
    assert (image.tag.kind, image.tag.alternate) == ("Figure", "A field")
    caption = find(sheet.items, "The field.")
    assert caption.y == pytest.approx(image.y + image.height + 4 + 12)
    assert find(sheet.items, "After.").y == pytest.approx(caption.y + 4 + 16 + 12)


def test_a_picture_under_the_title_is_8_below_it_and_never_higher_than_its_page(sheets):
    (sheet,) = sheets(Picture("high.png", "A tower", "live", spans("The tower.")))
    (image,) = images(sheet.items)
    assert image.y == 40 and image.y + image.height + 4 + 16 <= 640.01
    assert image.width == pytest.approx(image.height / 4)


def test_pictures_in_a_column_stand_beside_each_other(sheets):
    pair = [Picture("wide.png", "One", "column"), Picture("high.png", "Two", "column", spans("High."))]
    (sheet,) = sheets(*pair)
    one, two = images(sheet.items)
    assert (one.x, two.x) == (0, 258) and one.y == two.y == 40
    assert [image.tag.alternate for image in (one, two)] == ["One", "Two"]
    assert find(sheet.items, "High.").x == 258


def test_a_heading_with_its_text_stands_beside_a_picture_in_a_column(sheets):
    (sheet,) = sheets(
        Picture("wide.png", "One", "column"), Heading(1, spans("Part")), text(), Heading(1, spans("Next"))
    )
    assert find(sheet.items, "Part").x == 258 and find(sheet.items, "Some words.").x == 258
    assert find(sheet.items, "Next").x == 0
    (rule,) = [item for item in sheet.items if isinstance(item, Line)]
    assert (rule.x1, rule.x2, rule.width) == (258, 492, 1.5)


def test_a_coupon_has_a_dashed_line_as_wide_as_the_page(sheets):
    (sheet,) = sheets(text(), Coupon((Heading(1, spans("Ride")), text("Show it."))))
    assert sheet.coupon
    lines = [item for item in sheet.items if isinstance(item, Line)]
    left, right = min(line.x1 for line in lines), max(line.x2 for line in lines)
    assert (left, right, {line.width for line in lines}) == (0, 492, {1})
    top, end = min(line.y1 for line in lines), max(line.y2 for line in lines)
    ride, cut = find(sheet.items, "Ride"), find(sheet.items, "Cut along the line.")
    assert (ride.x, ride.size, cut.size) == (16, 17, 11)
    assert ride.y == top + 16 + 18 and cut.y == end - 16 - 4


def test_a_coupon_that_is_higher_than_a_page_is_told(part):
    made = part()
    made.sheets([page(Coupon((text("word " * 3000),)))], "Title")
    assert [problem.name for problem in made.problems] == ["coupon-too-high"]


def test_a_picture_may_fill_its_page(sheets, maker):
    """Without a title, head or foot; what has not its proportions is cut off at two sides."""
    (bare,) = sheets(Picture("wide.png", "A field", "page"))
    (image,) = bare.items
    assert bare.bare and (image.y, image.height) == (0, 792) and image.x < 0
    assert image.x + image.width / 2 == maker.style.grid.width / 2
    first, second, third = sheets(text(), Picture("wide.png", "A field", "page"), text("After."))
    assert [sheet.bare for sheet in (first, second, third)] == [False, True, False]
    picture, words = sheets(Picture("wide.png", "A field", "page"), text())
    assert picture.bare and find(words.items, "Title") and picture.anchor and not words.anchor


def test_a_long_page_goes_on(sheets):
    made = sheets(*[text("word " * 120)] * 8, recto=True)
    assert len(made) > 1 and [sheet.recto for sheet in made] == [True] + [False] * (len(made) - 1)
    assert all(getattr(item, "y", 0) <= 640 for sheet in made for item in sheet.items)


def words_of(items):
    return [
        (item.x, item.text if isinstance(item, Text) else "".join(each.text for each in item.fragments))
        for item in items
        if isinstance(item, Text | RichLine)
    ]


@pytest.fixture
def two(maker, part):
    def make(arrangement, first, second):
        guide = maker.guide(maker.section(maker.listing()), language="es", source_language="en")
        style = two_languages(maker.style, "es", default_stacks(), arrangement)
        one, other = page(*first), page(*second, title="Título")
        both = bilingual_guide(maker.guide(own_pages=(one,)), maker.guide(own_pages=(other,)))
        return part(style, (guide, words_in("es"))).sheets([one, other], both.own_pages[0].title)

    return make


@pytest.mark.parametrize("arrangement, x", [("beside", 258), ("under", 0)])
def test_two_languages_stand_beside_or_under_each_other(two, arrangement, x):
    picture, imagen = (
        Picture("wide.png", "A field", caption=spans("Field.")),
        Picture("wide.png", "Un campo", caption=spans("Campo.")),
    )
    (sheet,) = two(
        arrangement,
        [Heading(1, spans("Part")), text(), picture],
        [Heading(1, spans("Parte")), text("Palabras."), imagen],
    )
    assert find(sheet.items, "Parte").x == find(sheet.items, "Palabras.").x == x
    assert find(sheet.items, "Part").x == find(sheet.items, "Some words.").x == 0
    (image,) = images(sheet.items)
    assert image.tag.alternate == "A field / Un campo"
    assert find(sheet.items, "Campo.").y == find(sheet.items, "Field.").y + 16
    assert find(sheet.items, "Palabras.").tag.language == "es"


def test_a_heading_that_runs_the_other_way_ends_where_its_text_does(maker, part):
    guide = maker.guide(maker.section(maker.listing()), language="ar", source_language="en")
    style = two_languages(maker.style, "ar", default_stacks(), "under")
    one = page(Heading(1, spans("Part")), text("Words."))
    other = page(Heading(1, spans("جزء")), text("كلمات"))
    (sheet,) = part(style, (guide, words_in("ar"))).sheets([one, other], "Title")
    ends = [
        item.x + item.width
        for item in sheet.items
        if isinstance(item, Text) and item.tag and item.tag.language == "ar"
    ]
    assert len(ends) == 2 and ends == pytest.approx([372, 372])


def test_texts_of_other_blocks_stand_one_after_the_other(two):
    (sheet,) = two("beside", [text()], [Heading(1, spans("Parte")), text("Palabras.")])
    assert find(sheet.items, "Parte").y > find(sheet.items, "Some words.").y
    assert find(sheet.items, "Palabras.").x == 0


def test_a_coupon_says_it_in_both_languages(two):
    (sheet,) = two("beside", [Coupon((text("Ride"),))], [Coupon((text("Viaje"),))])
    found = [item.text for item in sheet.items if isinstance(item, Text)]
    assert found[-4:] == ["Ride", "Cut along the line.", "Viaje", "Recorte por la línea."]
