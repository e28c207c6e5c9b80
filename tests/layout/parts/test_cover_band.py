"""What stands at the head of page 1 where an edition has no cover."""

import pytest

from guide.colours import ACCENTS
from guide.formats import BOOKS
from guide.language.words import ENGLISH
from guide.layout.body.memory import GalleyMemory
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.pages import Box, Text
from guide.layout.parts.base import set_anew
from guide.layout.parts.cover_band import CoverBand
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Edition, HelpLine, Personal, Publisher
from tests import inks
from tests.thorough import first_quick


def guide_of(maker, **more):
    sections = [maker.section(maker.listing(f"l{n}"), id=f"s{n}", title=f"Section {n}") for n in range(5)]
    lines = (HelpLine(text="A bed", phone=maker.phone("217-555-0141", extension="204")),)
    publisher = Publisher(name="Harbor Clinic", phone=maker.phone("217-555-0110"))
    return maker.guide(*sections, **{"help_now": lines, "publisher": publisher, "number": 3, **more})


def band(maker, format="letter", boxed=True, **more):
    style = make_style(format, ACCENTS["teal"].screen, default_stacks())
    made = CoverBand(guide_of(maker, **more), Setter(style, 2), ENGLISH, Tag("Document"), boxed)
    return made, made.items()


def words(items):
    texts = [
        item.text if isinstance(item, Text) else "".join(fragment.text for fragment in item.fragments)
        for item in items
        if isinstance(item, Text | RichLine)
    ]
    return "".join(texts).replace("\u00a0", " ")


def test_band_title_and_numbers(maker):
    """The band where a cover has its block, with the cuts; below it the title and the numbers; then the text."""
    made, items = band(maker)
    ground, *cuts = [item for item in items if isinstance(item, Box)]
    assert (ground.y, ground.height, ground.width) == (40, 24, 492) and len(cuts) == 3
    said = words(items)
    assert "November 2026" in said and "Help near here" in said and "A bed 217-555-0141 ext. 204" in said
    assert made.bottom > max(item.y for item in items if not isinstance(item, Box)) and not made.tabs
    assert "217-555-0141" not in words(band(maker, boxed=False)[1])


def test_the_band_is_set_once_for_many_people(maker):
    """What is kept of it has no name in it, and all of it is below one tag; another guide's is another."""
    memory, set_before = GalleyMemory(), []
    style, root = make_style("letter", ACCENTS["teal"].screen, default_stacks()), Tag("Document")

    def said(name, left_out=0, keep=memory.part, **more):
        personal = Personal(greeting=f"For {name}", left_out=left_out, total=9)
        made = CoverBand(guide_of(maker, **more), Setter(style, 2), ENGLISH, root, True, personal, keep)
        items = made.items()
        set_before.append(items[0])
        return words(items), made.bottom

    for person in (("Ana",), ("Ana", 3), ("Bob", 3), ("Ana",)):
        assert said(*person) == said(*person, keep=set_anew)
    first, _, again, *_ = set_before
    assert first is again and len(memory.parts) == 2
    assert "Beds" in said("Ana", title="Beds")[0]


@pytest.mark.parametrize("format", first_quick(BOOKS, 3))
def test_the_contents_are_page_1(maker, format):
    """Below the band, with a foot; nothing is over anything, and tabs are spread over the pages."""
    guide = guide_of(maker)
    version = Version(guide, ENGLISH, default_stacks())
    with_cover, without = (
        lay_out([version], Edition(name="x", format=format, cover=cover, mark=guide.mark), guide).document
        for cover in ("full", "none")
    )
    page = without.pages[0]
    said = words(page.items)
    assert all(each in said for each in ("Help near here", "Contents", "Section 0", "2026", "217-555-0141"))
    assert list(inks.faults(page)) == []
    assert without.outline[0].destination.page == 0 and with_cover.outline[0].destination.page == 1


def test_listings_follow_on_page_1_where_nothing_stands_between(maker):
    """Without contents and what tells of the guide they begin below the band, on a page without a running head."""
    guide = guide_of(maker)
    own = {"contents": "none", "how_to_use": "none", "signs": "none", "about": "none", "form": False}
    edition = Edition(name="x", cover="none", index=(), mark=guide.mark, **own)
    version = Version(guide, ENGLISH, default_stacks())
    page, *_ = lay_out([version], edition, guide).document.pages
    lines = {}
    for item in page.items:
        if isinstance(item, Text):
            lines[item.y] = lines.get(item.y, "") + item.text
    title, section = (
        next(y for y, line in lines.items() if words in line) for words in ("Help near", "Section 0")
    )
    assert title + 40 < section < 250 and 40 not in lines


def test_no_title_of_a_section_is_left_alone_below_the_band(maker):
    """Where page 1 has no room for it and its first listing, it begins page 2."""
    guide = guide_of(maker)
    own = {"contents": "none", "how_to_use": "none", "signs": "none", "about": "none", "form": False}
    personal = Personal(greeting="For Ana", fields=tuple((f"Label {n}", "text") for n in range(20)))
    edition = Edition(
        name="x", format="half-letter", cover="none", index=(), mark=guide.mark, personal=personal, **own
    )
    version = Version(guide, ENGLISH, default_stacks())
    first, second, *_ = lay_out([version], edition, guide).document.pages
    assert "Label 19" in words(first.items) and "Section 0" not in words(first.items)
    assert "Section 0" in words(second.items)


def test_a_head_that_is_higher_than_its_page_is_told(maker):
    """Whatever is in it."""
    guide = guide_of(maker)
    personal = Personal(fields=tuple((f"Label {n}", "text") for n in range(60)))
    edition = Edition(name="x", cover="none", mark=guide.mark, personal=personal)
    done = lay_out([Version(guide, ENGLISH, default_stacks())], edition, guide)
    assert [problem.name for problem in done.problems if problem.level == "error"] == ["cover-full"]
