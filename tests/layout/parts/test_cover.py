"""The cover: what stands where, what gives way when there is too much, and that its rows tell the tabs their places."""

from datetime import date
from itertools import combinations

import pytest
from PIL import Image as Picture

from guide import model
from guide.colours import ACCENTS
from guide.formats import BOOKS
from guide.language.words import ENGLISH
from guide.layout.pages import Box, Image, Path, Text
from guide.layout.parts.cover import Cover
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.pictograms import PICTOGRAMS

ICONS = tuple(PICTOGRAMS)
TITLES = (
    "Help",
    "Free and low-cost help in Marlow County",
    "The whole valley: help with drugs, drink, food, housing and the law, for anyone",
    "Harm reduction and recovery support for everyone in the county who uses drugs or alcohol, and for their families",
)
NAMES = (
    "Food",
    "Doctors, dentists and testing",
    "Treatment with medicine for people who use opioids, and for families",
)
LINES = tuple(
    model.HelpLine(text=text, phone=model.Phone(number=number, printed=number, e164="+1" + number))
    for text, number in (
        ("Somebody is not breathing, or is in danger", "911"),
        ("Thinking of suicide: call or text", "988"),
        ("A bed for tonight", "217-555-0141"),
        ("A nurse, at any hour of the day and of the night", "217-555-0199"),
    )
)
CLINIC = model.Publisher(
    name="Harbor Community Clinic of the North",
    address=("1220 East Cook Street", "Marlow, IL 62703"),
    phone=model.Phone(number="217-555-0110", printed="217-555-0110", e164="+12175550110"),
)
PHONELESS = model.Publisher(name="Harbor Clinic")


@pytest.fixture
def cover(maker):
    """(the cover, its items): cover("letter", sections=8, light=False, icons=True, **what the guide has)."""

    def make(format="letter", sections=8, light=False, icons=True, boxed=True, **more):
        made = [
            maker.section(
                maker.listing(f"l{n}"),
                id=f"s{n}",
                title=f"{NAMES[n % 3]} {n + 1}",
                icon=ICONS[n] if icons and sections <= len(ICONS) else "",
            )
            for n in range(sections)
        ]
        style = make_style(format, ACCENTS["teal"].screen, default_stacks())
        guide = maker.guide(*made, **{"number": 3, "colour": "teal", **more})
        found = Cover(guide, Setter(style, 3), ENGLISH, Tag("Document"), boxed=boxed, light=light)
        return found, found.items()

    return make


def said(items):
    """All words in reading order."""
    texts = [
        item.text if isinstance(item, Text) else "".join(f.text for f in item.fragments)
        for item in items
        if isinstance(item, Text | RichLine)
    ]
    return " ".join(" ".join(texts).replace("\u00a0", " ").split())


def frames(cover, items):
    """The places of the words and pictures: (left, top, right, bottom, what)."""
    found = []
    for item in items:
        if isinstance(item, Text):
            found.append((*item.bounds, item.text))
        elif isinstance(item, RichLine):
            width = sum(
                cover.setter.width(f.text.rstrip() + "888" * bool(f.inline.page_of), item.size, f.inline.bold)
                for f in item.fragments
            )
            x = item.x - width * item.align
            found.append((x, item.y - 0.67 * item.size, x + width, item.y, item.fragments))
        elif isinstance(item, Path | Image):
            found.append((*item.bounds, item))
    return found


def check(cover, items):
    """Nothing overlaps, nothing leaves the page's margins but tabs."""
    style = cover.style
    places = frames(cover, items)
    for one, other in combinations(places, 2):
        apart = (
            one[2] <= other[0] + 0.3
            or other[2] <= one[0] + 0.3
            or one[3] <= other[1] + 0.3
            or other[3] <= one[1] + 0.3
        )
        assert apart, (one, other)
    for left, top, right, bottom, what in places:
        assert style.cover.left - 0.01 <= left and style.cover.top <= top, what
        assert bottom <= style.grid.height - style.cover.foot + 3, what
        if not isinstance(what, Path) and not (isinstance(what, str) and what.isdigit()):
            assert right <= style.grid.width - style.cover.right + 0.01, what


@pytest.mark.parametrize("format", BOOKS)
@pytest.mark.parametrize("sections", (3, 8, 13, 20))
def test_rows_stay_within_the_margins_beside_long_names(cover, format, sections):
    """In the light cover too, which has no block."""
    made, items = cover(format, sections, sections == 13, title=TITLES[2], publisher=CLINIC, help_now=LINES)
    check(made, items)
    assert TITLES[2] in said(items) and CLINIC.name in said(items)


def test_the_block_has_a_cut_for_each_edition(cover):
    """Four wide, the first 16 from the right, the full height of the block."""
    _, items = cover(title="Free and low-cost help in Marlow County", help_now=LINES[:3])
    block, *cuts = [item for item in items if isinstance(item, Box)][:4]
    assert (block.x, block.y, block.width, block.fill) == (54, 40, 492, "accent")
    assert [(cut.x, cut.width, cut.fill) for cut in cuts] == [(526 - 16 * n, 4, "white") for n in range(3)]
    assert {cut.height for cut in cuts} == {block.height} == {176}


def test_the_rows_of_eight_sections(cover):
    """As in the look: hairlines 40 apart from 248, tabs two below them and 36 high."""
    made, items = cover(title=TITLES[1], help_now=LINES[:3])
    assert [(tab.y, tab.height) for tab in made.tabs] == [(250 + 40 * n, 36) for n in range(8)]
    tabs = [item for item in items if isinstance(item, Box) and item.width == 40]
    assert [(tab.x, tab.y, tab.height) for tab in tabs] == [(572, *place) for place in made.tabs]


def test_the_edition_stands_in_words_with_its_month(cover, maker):
    _, items = cover(title="Help")
    text = said(items)
    assert "Teal edition 3, November 2026" in text and "8 places, none checked yet" in text


@pytest.mark.parametrize(
    "sections, listed, tabs", [(1, True, 1), (13, True, 13), (14, True, 0), (20, True, 0), (21, False, 0)]
)
def test_forms_for_many_sections(cover, sections, listed, tabs):
    """To 13 rows with tabs, to 20 in two columns without, then a row that leads to the contents."""
    made, items = cover(sections=sections, title="Help")
    text = said(items)
    assert (f"{NAMES[0]} 1 " in text + " ") is listed and len(made.tabs) == tabs
    assert ("Contents" in text) is not listed


def test_few_sections_stand_under_a_high_block_with_their_pictograms(cover):
    """Large and white at its foot."""
    made, items = cover(sections=2, title="Harm reduction")
    block = next(item for item in items if isinstance(item, Box))
    large = [item for item in items if isinstance(item, Path) and item.bounds.bottom < block.y + block.height]
    assert block.height == 280 and len(large) == 2
    assert all(item.fill == "white" and item.bounds.bottom <= block.y + block.height - 22 for item in large)


def test_the_light_cover_has_black_words_below_a_band(cover):
    _, items = cover(title=TITLES[1], light=True)
    band = next(item for item in items if isinstance(item, Box))
    titles = [item for item in items if isinstance(item, Text) and item.size == 46]
    assert (band.y, band.height) == (40, 24) and {item.colour for item in titles} == {"black"}
    assert titles[0].x == 54


def test_the_help_box_is_empty_rather_than_invented(cover):
    """Words that send to the staff."""
    _, items = cover()
    assert ENGLISH.help_empty in said(items) and "911" not in said(items)


def test_a_cover_may_be_without_help(cover):
    made, items = cover(boxed=False, publisher=CLINIC)
    assert ENGLISH.help_now not in said(items) and CLINIC.name in said(items) and not made.full


def test_a_subtitle_gives_way_to_the_rows_and_stands_elsewhere(cover):
    few, _ = cover(sections=4, title="Help", subtitle="For all")
    many, items = cover(sections=10, title="Help", subtitle="For all of you")
    assert few.subtitled and not many.subtitled and "For all of you" not in said(items)


def test_more_lines_of_help_than_fit_are_told(cover):
    """Those that the content has first stand there."""
    made, items = cover("pocket", title="Help", help_now=LINES * 3)
    assert not made.full and LINES[0].text in said(items) and "lines under help_now" in made.left_out[0]


def test_the_cover_has_no_head_and_no_foot(maker):
    """The folio counts, and is not printed; tabs of the pages stand where those of the cover do."""
    sections = [
        maker.section(maker.listing(f"l{n}", verified=date(2026, 3, 1)), id=f"s{n}") for n in range(3)
    ]
    document, _ = maker.typeset(maker.guide(*sections))
    page = document.pages[0]
    assert page.folio == "1" and not [
        text for text in maker.texts(page, False) if text.y == 744 and not text.tag
    ]

    def tabs(page):
        return [(box.y, box.height) for box in page.items if isinstance(box, Box) and box.width == 40]

    inside = [place for each in document.pages[2:] for place in tabs(each)]
    assert len(tabs(page)) == 3 and set(inside) == set(tabs(page))


# --- a picture


@pytest.fixture
def street(tmp_path):
    """A picture, three wide and two high."""
    path = tmp_path / "street.png"
    Picture.new("RGB", (300, 200), "brown").save(path)
    return model.CoverPicture(file=str(path), alternate_text="Four houses in a street")


def picture_on(items):
    (found,) = [item for item in items if isinstance(item, Image)]
    return found


def test_a_picture_stands_in_the_block_of_few_sections(cover, street):
    """Under the title, clear of the cuts, in the place of the pictograms; the rows keep their height."""
    made, items = cover(sections=2, title="Help", cover_picture=street)
    block, image = next(item for item in items if isinstance(item, Box)), picture_on(items)
    assert image.tag.kind == "Figure" and image.tag.alternate == "Four houses in a street"
    assert (
        round(block.y + block.height - image.bounds.bottom) == 24
        and round(image.width / image.height, 2) == 1.5
    )
    assert image.bounds.right < block.x + block.width - 3 * 16
    assert [place.height for place in made.tabs] == [40, 40] and not made.left_out
    check(made, items)


@pytest.mark.parametrize("sections, pitch", [(5, 44), (7, 34), (9, 28)])
def test_rows_make_room_for_a_picture_but_stay_easy_to_read(cover, street, sections, pitch):
    """Below the rows and above the help box."""
    made, items = cover(sections=sections, title="Help", icons=False, cover_picture=street)
    image = picture_on(items)
    assert made.tabs[0].height == pitch - 4 and image.height >= 110
    assert image.y == made.tabs[-1].y + made.tabs[-1].height + 2 + 16
    check(made, items)


def test_the_light_cover_has_its_picture_below_the_rows(cover, street):
    made, items = cover(sections=2, title="Help", light=True, cover_picture=street)
    assert picture_on(items).y > made.tabs[-1].y and not made.left_out
    check(made, items)


@pytest.mark.parametrize("format, sections", [("letter", 13), ("letter", 20), ("pocket", 5)])
def test_a_picture_without_room_is_left_out_and_told(cover, street, format, sections):
    """Title, sections and help go before it."""
    made, items = cover(format, sections=sections, title=TITLES[2], help_now=LINES, cover_picture=street)
    assert made.left_out[-1:] == ["the picture on the cover"]
    assert not [item for item in items if isinstance(item, Image)]
