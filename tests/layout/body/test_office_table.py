"""A table of many offices on pages: heads where a page or a column begins, whole rows, links, and how much paper it takes."""

from collections import Counter
from dataclasses import replace

import pytest

from guide import model
from guide.language.words import ENGLISH
from guide.layout.body.listing import ListingSetter
from guide.layout.compose.composer import Composer
from guide.layout.pages import Text
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from tests.thorough import covering, first_quick

CITIES = ("Alameda", "Berkeley", "Concord", "Danville", "Emeryville")


def offices(maker, count):
    """So many offices in five cities, each with a number of its own, some with hours or a fact of theirs."""
    return tuple(
        maker.office(
            CITIES[n % 5],
            maker.phone(f"773-471-{1000 + n}"),
            street=f"{n} West Taylor Street",
            name=f"Office {n}",
            hours=("Sunday noon to 4 pm",) if n % 9 == 4 else (),
            accessibility="Three steps at the door" if n % 20 == 7 else "",
        )
        for n in range(count)
    )


def guide(maker, count, **more):
    listing = maker.listing("many", locations=offices(maker, count), website="https://a.org", **more)
    return maker.guide(maker.section(maker.listing("first"), listing, maker.listing("last")))


def style_of(maker, format):
    name, _, how = format.partition(" ")
    own = make_style(name, "#0B4A8C", default_stacks())
    return replace(own, columns=2 if how == "2" else 1, rows=False)


def set_pages(maker, count, format="letter", **more):
    document, problems = maker.typeset(guide(maker, count, **more), style_of(maker, format))
    assert not problems
    return document.pages


def table_tags(text):
    """The kinds of tags above a text."""
    tag, kinds = text.tag, []
    while tag:
        kinds.append(tag.kind)
        tag = tag.parent
    return kinds


@pytest.mark.parametrize(
    "format, count", covering(["letter", "letter 2", "half-letter", "large-print", "pocket whole"], [13, 40])
)
def test_each_page_and_column_repeats_the_heads(maker, format, count):
    """As artifacts but for the first; a city that goes on says so. Every office stands once, its number a link."""
    pages = set_pages(maker, count, format)
    texts = [text for page in pages for text in maker.texts(page, False)]
    tables = [page for page in pages if any("Table" in table_tags(text) for text in maker.texts(page))]
    heads = [text for text in texts if text.text.strip() == "Place" and text.size >= 11]
    assert [bool(text.tag) for text in heads] == [True, *[False] * (len(heads) - 1)]
    assert len(tables) <= len(heads) <= 2 * len(tables)
    for page in tables[1:]:
        said = [text.text.strip() for text in maker.texts(page, False)]
        assert "Place" in said and "Phone" in said
        first = next(text for text in maker.texts(page) if "Table" in table_tags(text))
        city = said[said.index("Phone") + 1]
        assert (
            city in CITY_TITLES
            if "TH" in table_tags(first) and first.text.strip() in CITY_TITLES
            else (city.startswith(tuple(CITY_TITLES)) and "(continued)" in said)
        )
    numbers = Counter(
        link.target for page in pages for link in page.links if str(link.target).startswith("tel:+1773")
    )
    assert numbers == {f"tel:+1773471{1000 + n}": 1 for n in range(count)}


CITY_TITLES = [f"{city}, IL" for city in CITIES]


@pytest.mark.parametrize("format", ["letter", "letter 2", "large-print"])
def test_nothing_stands_below_the_frame(maker, format):
    """The heads that are repeated are reckoned with when the breaks are chosen."""
    pages, style = set_pages(maker, 60, format), style_of(maker, format)
    for page in pages[2:]:
        body = [text.y for text in maker.texts(page) if "Table" in table_tags(text)]
        assert max(body, default=0) <= style.grid.bottom + 0.01


def strips(maker, format, *listed, **more):
    listing = maker.listing(locations=listed, office_table=True, **more)
    [block] = Composer(maker.guide(maker.section(listing)), ENGLISH).sections(Tag("Document"))
    style = style_of(maker, format)
    return ListingSetter(Setter(style, 2)).strips(block.listings[0], block), style


def baselines(strip):
    """{text: its baseline} of a strip, links too."""
    found, y = {}, 0
    for row in strip.rows:
        for item in row.items:
            if isinstance(item, Text):
                found[item.text.strip()] = y + item.y
            elif isinstance(item, RichLine):
                found["".join(part.text for part in item.fragments).strip()] = y + item.y
        y += row.height
    return found


@pytest.mark.parametrize("format, beside", [("letter", True), ("half-letter", True), ("large-print", False)])
def test_the_first_number_stands_beside_its_place_but_in_large_print(maker, format, beside):
    """There all stands one under the other; further numbers and other facts stand under it anyway."""
    numbers = (maker.phone("773-471-1000"), maker.phone("773-471-2000", model.FAX))
    office = maker.office("Zion", *numbers, name="West", street="1 Elm", accessibility="A step")
    found, _ = strips(maker, format, office, maker.office("Alameda"), description=(maker.paragraph("Text."),))
    lines = baselines(found[-1])
    place = next(y for text, y in lines.items() if text.startswith("West"))
    assert (lines["773-471-1000"] == place) is beside
    assert place < lines["773-471-2000"] < next(y for text, y in lines.items() if "Access" in text)


def test_a_number_with_many_words_goes_under_its_place(maker):
    """So that a place keeps half the measure."""
    long = maker.phone("773-471-1000", description="ask for the nurse of the day, in the morning only")
    found, _ = strips(maker, "letter", maker.office("Zion", long, name="West"), maker.office("Alameda"))
    lines = baselines(found[-1])
    assert lines["773-471-1000"] > next(y for text, y in lines.items() if text.startswith("West"))


def test_heads_stay_with_the_first_office_of_a_city(maker):
    """A strip for each office; the first of a city has its heading, the others repeat it."""
    found, _ = strips(maker, "letter", *offices(maker, 10), description=(maker.paragraph("Text."),))
    table = [strip for strip in found if strip.between or "Place" in baselines(strip)]
    assert len(table) == 10 and all(strip.between for strip in table)
    titled = [bool(CITY_TITLES[n // 2] in baselines(strip)) for n, strip in enumerate(table)]
    assert titled == [True, False] * 5
    assert table[0].head is None and all(strip.head for strip in table[1:])
    going_on = table[1].headed()
    assert going_on.height == table[1].height + table[1].head.height and going_on.head is None


@pytest.mark.parametrize("format, before, most", first_quick([("letter", 15, 11), ("letter 2", 19, 10)]))
def test_260_offices_take_much_less_paper_than_before(maker, format, before, most):
    """Pages with offices, as blocks and as a table."""

    def pages_with_offices(**more):
        pages = set_pages(maker, 260, format, **more)
        return sum(any(str(link.target).startswith("tel:") for link in page.links) for page in pages)

    assert pages_with_offices() <= most
    assert pages_with_offices(office_table=False) >= before
