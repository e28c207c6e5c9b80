"""The listing on a Letter page, measured: third page, main edge at 102, second column at 336."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.language.words import ENGLISH
from guide.layout.body.listing import ListingSetter
from guide.layout.compose.composer import Composer
from guide.layout.pages import Line, Path, Text
from guide.layout.tags import Tag
from guide.layout.type.inline import RichLine
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Program
from tests.conftest import MARK
from tests.thorough import first_quick

NAME, FIRST = 151, 172  # baselines of the first listing's name and of its first address line
SECOND = 336


def place(maker, page, words):
    text = maker.text(page, words)
    return round(text.x, 2), round(text.y, 2)


def weight(maker, page, words):
    text = maker.text(page, words)
    return text.size, "Bold" in text.face.name


def test_number_and_name_share_a_baseline(maker):
    """The number hangs at the left edge, the name at the main edge, both 17 bold; the short form is regular."""
    page = maker.first_page(maker.listing(name="Harm Reduction Coalition", short_name="HRC"))
    first, second = [text for text in maker.texts(page) if text.y == NAME and text.size == 17][:2]
    assert (first.text, first.x, first.size, first.face.name[-4:]) == ("1 ", 54, 17, "Bold")
    assert (second.text, second.x, second.size, second.face.name[-4:]) == (
        "Harm Reduction Coalition ",
        102,
        17,
        "Bold",
    )
    assert weight(maker, page, "(HRC)") == (17, False)


def test_a_name_of_two_lines_leaves_eight_below(maker):
    """Its box and space are a multiple of eight; the address begins 24 lower than under one line."""
    page = maker.first_page(maker.listing(name="A long name " * 6, locations=(maker.office(),)))
    assert place(maker, page, "3110 West Taylor Street") == (102, FIRST + 24)


def test_brackets_go_whole_to_the_next_line(maker):
    """A name never breaks inside its brackets if they fit on a line."""
    page = maker.first_page(
        maker.listing(name="North American Syringe Exchange", name_note="a name for the whole network")
    )
    assert "(a name for the whole network)" in maker.lines(page)


def test_an_alert_stands_between_name_and_contact(maker):
    """15 bold in a line of 24, a drawn sign on the bar's axis."""
    page = maker.first_page(maker.listing(alert="Closed for now: call first", locations=(maker.office(),)))
    assert place(maker, page, "Closed for now: call first") == (102, FIRST - 12 + 18)
    assert weight(maker, page, "Closed for now: call first") == (15, True)
    assert place(maker, page, "3110 West Taylor Street") == (102, FIRST + 24)
    triangle = next(item for item in page.items if isinstance(item, Path) and len(item.segments) == 4)
    assert triangle.segments[0][1] == 90


@pytest.mark.parametrize(
    "more, words", [({}, "Not yet checked"), ({"verified": date(2026, 3, 31)}, "Checked March 2026")]
)
@pytest.mark.parametrize(
    "name, beside", [("Name", True), ("Name " * 14, False), ("Name " * 8 + "Wid", False)]
)
def test_the_status_stands_on_the_line_of_the_name_if_it_has_room(maker, more, words, name, beside):
    """Right-aligned at the edge, 14 behind its circle; else under the contact, 2 and 6 apart. An open or a filled circle."""
    page = maker.first_page(maker.listing(name=name, description=(maker.paragraph("Prose."),), **more))
    text, width = maker.text(page, words), maker.style.regular.width(words) * 12
    marks = [item for item in page.items if isinstance(item, Path)]
    assert [mark.fill for mark in marks] == (["black", None] if "verified" in more else [None])
    assert marks[0].segments[0][2] == text.y - 4 and text.size == 12
    if beside:
        assert text.y == NAME and text.x == pytest.approx(546 - width)
    else:
        assert text.x == 116 and text.y == maker.text(page, "Prose.").y - 6 - 16
    assert min(item for path in marks for _, item, *_ in path.segments[:1]) >= text.x - 15


def test_twelve_stay_clear_between_name_and_status(maker):
    """One letter more, and the status goes under the contact."""
    room = 546 - 102 - 12 - 14 - maker.style.regular.width("Not yet checked") * 12
    letter = maker.style.bold.width("i") * 17
    for count, beside in ((int(room / letter), True), (int(room / letter) + 1, False)):
        page = maker.first_page(maker.listing(name="i" * count))
        assert (maker.text(page, "Not yet checked").y == NAME) == beside


def test_prose_begins_eight_under_the_contact_and_is_372_wide(maker):
    """On the grid of eights, ragged right."""
    page = maker.first_page(maker.listing(description=(maker.paragraph("word " * 60),)))
    lines = [text for text in maker.texts(page) if text.text.startswith("word")]
    assert lines[0].y == FIRST + 16 + 8 and {text.x for text in lines} == {102}
    assert all(maker.style.regular.width(text.text.rstrip()) * 12 <= 372.01 for text in lines)


def test_facts_stand_in_two_columns(maker):
    """Run in: the label bold, 8, the text; turnovers under the label; what one needs left, what the place is like right."""
    page = maker.first_page(
        maker.listing(
            description=(maker.paragraph("Prose."),),
            eligibility_description="Anyone",
            fees_description="Free",
            required_documents="Nothing",
            languages="All",
            accessibility="A lift",
            transportation="By bus",
        )
    )
    prose = maker.text(page, "Prose.").y
    rows = [["Who can use it", "Cost", "Bring"], ["Languages", "Access", "Getting there"]]
    for x, labels in zip((102, SECOND), rows):
        assert [place(maker, page, label) for label in labels] == [(x, prose + 24 + 16 * n) for n in range(3)]
    label, text = maker.text(page, "Bring"), maker.text(page, "Nothing")
    assert text.x == pytest.approx(102 + maker.style.bold.width("Bring", 12) + 8) and text.y == label.y
    assert weight(maker, page, "Bring") == (12, True)


def test_facts_are_divided_where_they_are_lowest(maker):
    """A long one stands beside all others; one alone is as wide as the prose."""
    page = maker.first_page(
        maker.listing(eligibility_description="anyone " * 20, fees_description="Free", languages="All")
    )
    assert place(maker, page, "Cost")[0] == place(maker, page, "Languages")[0] == SECOND
    alone = maker.first_page(maker.listing(eligibility_description="anyone " * 20))
    ends = [text.x + text.width for text in maker.texts(alone) if text.text.startswith("anyone")]
    assert 102 + 300 < max(ends) <= 102 + 372.01


def test_a_listing_of_nothing_but_its_head_ends_with_it(maker):
    """16 under the contact, then the hairline; 16 and 8 less than that under prose."""
    page = maker.first_page(*(maker.listing(f"n{n}", locations=(maker.office(),)) for n in (1, 2)))
    hairline = next(
        item for item in page.items if isinstance(item, Line) and item.width == 0.5 and item.x1 == 54
    )
    assert hairline.y1 == FIRST + 16 + 4 + 16


def test_a_hairline_stands_between_listings(maker):
    """16 under the prose, then eight to the name; none before the first."""
    page = maker.first_page(
        *(maker.listing(f"n{place}", description=(maker.paragraph("Prose."),)) for place in (1, 2))
    )
    hairlines = [
        item for item in page.items if isinstance(item, Line) and item.width == 0.5 and item.x1 == 54
    ]
    first, second = [text.y for text in maker.texts(page) if text.text == "Prose."]
    assert hairlines[0].y1 == first + 4 + 16
    assert maker.text(page, "Name of n2").y == hairlines[0].y1 + 8 + 15


def test_a_listing_without_prose_keeps_the_grid(maker):
    """The address of the next listing stands on 84 + 8n."""
    page = maker.first_page(
        *(maker.listing(f"n{place}", locations=(maker.office(f"T{place}"),)) for place in (1, 2))
    )
    assert (maker.text(page, "T2, IL 60612").y - 84) % 8 == pytest.approx(0, abs=0.1)


def test_a_summary_alone_says_what_a_listing_does(maker):
    """Beside a description it is for other places."""
    page = maker.first_page(
        maker.listing("a", summary="hot meals"),
        maker.listing("b", summary="cold meals", description=(maker.paragraph("Soup."),)),
    )
    lines = maker.lines(page)
    assert "Hot meals." in lines and "Soup." in lines and not any("old meals" in line for line in lines)


# --- what keeps together, over listings of all kinds ------------------------------------------------

FACTS = ("eligibility_description", "fees_description", "required_documents", "languages", "accessibility")
WORDS_OF = st.integers(1, 70).map(lambda count: "word " * count)
KINDS = st.fixed_dictionaries(
    {
        "offices": st.integers(0, 5),
        "prose": st.lists(WORDS_OF, max_size=3),
        "facts": st.lists(WORDS_OF, max_size=len(FACTS)),
        "name": st.sampled_from(("Name", "Name " * 12)),
    }
)


def made(maker, kind):
    """A listing of a kind; its offices have two numbers each."""
    phones = [
        (maker.phone(f"773-471-00{n:02}"), maker.phone(f"773-471-10{n:02}", "fax"))
        for n in range(kind["offices"])
    ]
    return maker.listing(
        name=kind["name"],
        locations=tuple(
            maker.office(f"Town {n}", *both, hours=("Monday 9 am",)) for n, both in enumerate(phones)
        ),
        description=tuple(map(maker.paragraph, kind["prose"])),
        **{key: f"fact {text}" for key, text in zip(FACTS, kind["facts"])},
    )


def strips_of(maker, style, kind):
    [block] = Composer(maker.guide(maker.section(made(maker, kind))), ENGLISH).sections(Tag("Document"))
    return ListingSetter(Setter(style, 2)).strips(
        block.listings[0], block, prose_lines=0 if style.columns == 2 else 2
    )


def words_of(strip):
    """The texts of a strip, those of links too."""
    items = [item for row in strip.rows for item in row.items if isinstance(item, Text | RichLine)]
    return [
        item.text if isinstance(item, Text) else "".join(part.text for part in item.fragments)
        for item in items
    ]


@settings(max_examples=30, deadline=None)
@given(KINDS)
@pytest.mark.parametrize("format", ["letter", "half-letter", "large-print"])
def test_no_page_begins_with_facts_or_parts_an_office(maker, format, kind):
    """Facts of up to 12 lines stand in the strip of the lines above them; each office is whole in one."""
    style = make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold))
    strips = strips_of(maker, style, kind)
    labels = {label.strip() for _, label in ENGLISH.facts}
    begun = [strip.height for strip in strips if words_of(strip)[0].strip() in labels]
    assert not begun or sum(begun) >= 4 * style.body.leading
    assert not begun or sum(len(text) for text in kind["facts"]) > 12 * 20
    for strip in strips:
        said = words_of(strip)
        towns = sum("60612" in text for text in said)
        assert (
            sum("773-471-00" in text for text in said) == sum("773-471-10" in text for text in said) == towns
        )


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.lists(KINDS, min_size=1, max_size=3))
@pytest.mark.parametrize("format", first_quick(["letter", "a4"]))
def test_address_prose_and_facts_stand_on_one_grid(maker, format, kinds):
    """Baselines on 84 + 8n in one column."""
    style = make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold))
    section = maker.section(*(replace(made(maker, kind), id=f"n{n}") for n, kind in enumerate(kinds)))
    document, _ = maker.typeset(maker.guide(section), style)
    texts = [text for page in document.pages[2:] for text in maker.texts(page)]
    lines = [text for text in texts if text.text.startswith(("word", "fact", "Town", "3110"))]
    assert all((text.y - 84) % 8 == pytest.approx(0, abs=0.1) for text in lines if text.size == 12)


def programs_of(maker, style, *programs, **more):
    """The strips of a listing with these programs, each (name, sentences of its text)."""
    listing = maker.listing(
        name="The house",
        programs=tuple(
            Program(
                name=name,
                number=number,
                mark=MARK,
                phones=(maker.phone("773-471-0999"),),
                description=(maker.paragraph("It helps all who come with what they need. " * count),),
                fees_description="Free",
            )
            for number, (name, count) in enumerate(programs, 1)
        ),
        **more,
    )
    [block] = Composer(maker.guide(maker.section(listing)), ENGLISH).sections(Tag("Document"))
    return ListingSetter(Setter(style, 2)).strips(block.listings[0], block)


@pytest.mark.parametrize("format", ["letter", "large-print", "pocket"])
def test_the_name_of_a_program_is_never_alone(maker, format):
    """It stays with its number and the beginning of its text; a short program is not divided."""
    style = make_style(format, "#0B4A8C", (maker.style.regular, maker.style.bold))
    office = {"locations": (maker.office("Town", maker.phone("773-471-1000")),)}
    for count in (1, 40):
        head, *strips = programs_of(maker, style, ("Pantry", count), ("Showers", count), **office)
        begun = [words_of(strip) for strip in strips if {"Pantry", "Showers"} & set(words_of(strip))]
        assert "Pantry" not in words_of(head) and len(begun) == 2
        assert all("773-471-0999" in words and len(words) > 2 for words in begun)
        assert all(strip.listing.title == "The house" for strip in strips)
        assert (len(strips) == 2) == (count == 1)


def test_the_name_of_a_listing_without_contact_stays_with_its_first_program(maker):
    head, *strips = programs_of(maker, maker.style, ("Pantry", 1), ("Showers", 1))
    assert "The house" in words_of(head)[1] and "Pantry" in words_of(head)
    assert [words_of(strip)[0] for strip in strips] == ["Showers"]
