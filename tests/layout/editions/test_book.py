"""Pages as they follow each other: heads, feet, tabs, notes, the form, and what is reported."""

import re
from pathlib import Path

import pytest

from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.compose.links import part_anchor
from guide.layout.editions.book import BookOptions, typeset
from guide.layout.pages import Box, Line
from guide.layout.references import Place, Resolver
from guide.layout.type.setter import Setter
from guide.model import Program
from tests.thorough import examples


def many(maker, count, **more):
    return [maker.listing(f"n{number}", **more) for number in range(1, count + 1)]


def parts(maker, count, listings=1, **more):
    return [
        maker.section(
            *(maker.listing(f"n{place}-{number}") for number in range(listings)),
            id=f"s{place}",
            title=f"Part {place}",
            **{"own_page": True, **more},
        )
        for place in range(1, count + 1)
    ]


def head(maker, page):
    return [(round(text.x, 2), text.text) for text in maker.texts(page, False) if text.y == 40]


def tabs(page):
    return [
        (box.x, box.y, box.height)
        for box in page.items
        if isinstance(box, Box) and box.width == 40 and box.x in (0, 572)
    ]


def test_the_parts_follow_in_order(maker):
    """Cover, contents, sections, index, form: the form last, the pages even."""
    document, problems = maker.typeset(maker.guide(*parts(maker, 3)))
    names = [
        {text.text for text in maker.texts(page, False) if text.y == 40 and text.size == 11}
        for page in document.pages
    ]
    assert problems == () and len(names) == 8
    for found, name in zip(
        names, [None, "Contents", "Part 1", "Part 2", "Part 3", "Index", "Notes", "Corrections"]
    ):
        assert name is None and not found or name in found


def test_heads_of_recto_and_verso_mirror_each_other(maker):
    """Folio outside, range inside, on one baseline."""
    document, _ = maker.typeset(maker.guide(*parts(maker, 2, 2)))
    recto, verso = head(maker, document.pages[2]), head(maker, document.pages[3])
    end = 546 - maker.style.bold.width("3") * 17
    assert (round(end, 2), "3") in recto and (54, "Listings 1\u20132") in recto
    assert (66, "4") in verso and (66 + 70, "Part 2") in verso
    assert (558 - maker.style.regular.width("Listings 3\u20134") * 11, "Listings 3\u20134") in [
        (pytest.approx(x, abs=0.01), text) for x, text in verso
    ]


def test_the_range_names_the_listings_that_start_on_the_page(maker):
    """`Listing 3` where one does, the one that runs on where none does."""
    long = (maker.paragraph("word " * 2500),)
    document, _ = maker.typeset(
        maker.guide(maker.section(maker.listing("a"), maker.listing("b", description=long)))
    )
    ranges = [
        words for page in document.pages[2:] for _, words in head(maker, page) if words.startswith("Listing")
    ]
    assert ranges[0] == "Listings 1\u20132" and set(ranges[1:]) == {"Listing 2"} and len(ranges) > 2


def test_a_long_section_name_is_cut_at_a_word_and_the_range_left_out(maker):
    """Nothing in the head touches anything else."""
    document, _ = maker.typeset(
        maker.guide(maker.section(*many(maker, 2), title="Groups that meet and listen " * 6))
    )
    names = [
        text
        for text in maker.texts(document.pages[2], False)
        if text.y == 40 and text.size == 11 and text.text != "1"
    ]
    assert [text.text.endswith("\u2026") for text in names] == [True]
    assert names[0].x >= 54


def test_every_page_but_cover_and_form_says_where_to_report(maker):
    """With the folio of the form; real content and a link to it once, an artifact after that."""
    document, _ = maker.typeset(maker.guide(*parts(maker, 3)))
    feet = [maker.lines(page, False)[-1] for page in document.pages]
    for page in document.pages[1:-1]:
        line = "".join(text.text for text in maker.texts(page, False) if text.y == 744)
        assert line.startswith(f"Something wrong? Use the form on page {len(document.pages)}.")
    links = [[link for link in page.links if link.y > 725] for page in document.pages]
    assert [len(each) for each in links] == [0, 1, *[0] * (len(document.pages) - 2)]
    assert links[1][0].target.page == len(document.pages) - 1
    assert len(feet) == 8 and feet[-1] == "Edition 1, blue, November 2026"
    tagged = [
        text
        for page in document.pages
        for text in maker.texts(page)
        if text.text.startswith("Something wrong? U")
    ]
    assert len(tagged) == 1


def test_tabs_climb_down_the_trim(maker):
    """As high as the rows of the cover, at the right trim of a recto and the left of a verso."""
    document, _ = maker.typeset(maker.guide(*parts(maker, 3)))
    on_cover = tabs(document.pages[0])
    assert [y for _, y, _ in on_cover] == [on_cover[0][1] + 44 * n for n in range(3)]
    assert [tabs(page) for page in document.pages[2:5]] == [
        [(x, y, height)] for x, (_, y, height) in zip((572, 0, 572), on_cover)
    ]
    assert not any(tabs(page) for page in (document.pages[1], *document.pages[5:]))


@pytest.mark.parametrize("count", [16, 20, 32])
def test_many_tabs_share_the_height(maker, count):
    """None over another, none below the text."""
    document, _ = maker.typeset(maker.guide(*parts(maker, count)))
    found = [tab for page in document.pages for tab in tabs(page)]
    assert len(found) == count
    for (_, y, height), (_, following, _) in zip(found, found[1:]):
        assert following - y == pytest.approx((640 - height) / (count - 1)) and y + height < following
    assert found[-1][1] + found[-1][2] <= 712.01


def test_sections_that_flow_on_share_a_page(maker):
    """32 below what is before, both tabs on the page, the head that of the first listing that starts there."""
    document, _ = maker.typeset(maker.guide(*parts(maker, 3, own_page=False)))
    page = document.pages[2]
    assert len(tabs(page)) == 3 and [maker.text(page, f"Part {n}").size for n in (2, 3)] == [30, 30]
    assert "Part 1" in [words for _, words in head(maker, page)]
    rules = [item for item in page.items if isinstance(item, Line) and item.width == 3]
    assert [rule.y1 for rule in rules][0] == 72 and len(rules) == 3


@pytest.mark.parametrize("notes", [True, False])
def test_one_page_with_lines_for_notes_fills_up(maker, notes):
    """Before the form, and only to fill up; the others are white, and so is it where the edition wants none."""
    guide = maker.guide(*parts(maker, 2))
    document, _ = typeset(guide, maker.style, ENGLISH, BookOptions(multiple=8, notes=notes))
    pages = document.pages
    assert len(pages) == 8 and "Index" in [words for _, words in head(maker, pages[4])]
    found = [
        place
        for place, page in enumerate(pages, 1)
        if any(text.text == "Notes" and text.y == 40 for text in maker.texts(page, False))
    ]
    assert found == ([6] if notes else [])
    assert {text.y for text in maker.texts(pages[6], False)} == {744}
    ruled = [item for item in pages[5].items if isinstance(item, Line) and item.x1 == 114]
    assert {round(b.y1 - a.y1, 2) for a, b in zip(ruled, ruled[1:])} == ({32} if notes else set())


def test_what_runs_on_says_so(maker):
    """At y 84: number regular, name bold, `(continued)`, no hairline; an artifact."""
    document, _ = maker.typeset(
        maker.guide(maker.section(maker.listing("a", description=(maker.paragraph("word " * 2500),))))
    )
    top = [text for text in maker.texts(document.pages[3], False) if text.y == 84]
    assert [(text.text.strip(), "Bold" in text.face.name, text.tag) for text in top] == [
        ("1", False, None),
        ("Name of a", True, None),
        ("(continued)", False, None),
    ]
    first = next(text for text in maker.texts(document.pages[3]) if text.text.startswith("word"))
    assert first.y == 84 + 24


def test_a_word_that_had_to_be_broken_is_reported_where_it_stands(maker):
    """With the mark of its own listing or section, not of the one before."""
    from guide.errors import Mark

    marks = [Mark("a.yaml", line, 1) for line in (1, 2, 3)]
    long = (maker.paragraph("x" * 200),)
    guide = maker.guide(
        maker.section(maker.listing("a", mark=marks[0])),
        maker.section(maker.listing("b"), id="t", mark=marks[1], introduction=long, title="T"),
        maker.section(maker.listing("c", mark=marks[2], description=(maker.paragraph("y" * 200),)), id="u"),
    )
    _, problems = maker.typeset(guide)
    assert [(problem.mark, problem.name, problem.level) for problem in problems] == [
        (marks[1], "word-too-long", "warning"),
        (marks[2], "word-too-long", "warning"),
    ]


def test_a_listing_too_high_for_a_page_is_reported_and_printed(maker):
    """Nothing is lost, and the name stands with lines behind it."""
    hours = tuple(f"Day {number} from {number} am" for number in range(90))
    document, problems = maker.typeset(
        maker.guide(maker.section(maker.listing("a", hours=hours), maker.listing("b")))
    )
    assert [problem.name for problem in problems] == ["too-long-for-a-page"]
    found = [line for page in document.pages for line in maker.lines(page) if line.startswith("Day ")]
    assert found == list(hours)
    assert any(line.startswith("Day") for line in maker.lines(document.pages[2]))


@pytest.mark.slow
@pytest.mark.parametrize(
    "more",
    [
        {"introduction": 180},
        {"topics": 60},
        {"closing_notes": 180},
        {"facts": 12},
    ][: examples(1, 4)],
)
def test_folios_have_room_in_a_guide_of_any_kind(maker, more):
    """More than 99 pages of what is not prose of listings do not stop the press."""
    words = maker.paragraph("word " * 300)
    facts = {
        key: "word " * 700 for key in ("fees_description", "accessibility", "languages", "transportation")
    }
    listing = (
        {"services": tuple(f"Topic {number} of many" for number in range(120))}
        if "topics" in more
        else facts
        if "facts" in more
        else {}
    )
    guide = maker.guide(
        maker.section(
            *many(maker, more.get("facts") or more.get("topics") or 1, **listing),
            introduction=(words,) * more.get("introduction", 0),
        ),
        closing_notes=(words,) * more.get("closing_notes", 0),
    )
    document, _ = maker.typeset(guide)
    assert len(document.pages) > 99
    assert document.pages[-1].folio == str(len(document.pages))


def test_closing_notes_follow_the_last_section(maker):
    """Opened like a section, without key or tab; named in the contents and the bookmarks."""
    document, _ = maker.typeset(
        maker.guide(*parts(maker, 1), closing_notes=(maker.paragraph("The end. " * 60),))
    )
    page = document.pages[2]
    assert maker.text(page, "About this guide").size == 30 and len(tabs(page)) == 1
    assert [entry.title for entry in document.outline] == [
        "Contents",
        "Part 1",
        "About this guide",
        "Index",
        "Tell us what to correct",
    ]


def test_the_form_is_the_last_page_and_fits(maker):
    """Every label, six boxes to tick, lines to write on, and the stamp, above the foot."""
    document, _ = maker.typeset(maker.guide(*parts(maker, 1)))
    page = document.pages[-1]
    lines = maker.lines(page)
    for words in (
        "Tell us what to correct",
        "What is wrong?",
        "What should it say?",
        "For staff",
        "Checked by",
        "Date",
    ):
        assert words in lines
    boxes = [item for item in page.items if isinstance(item, Box) and item.stroke == 1]
    assert [(box.width, box.height) for box in boxes] == [(11, 11)] * 6
    labels = [text for text in maker.texts(page) if text.text.strip() in ("Phone number", "Address", "Name")]
    for box, label in zip(boxes, labels):
        assert label.x - (box.x + 11.5) == pytest.approx(8)
    rules = [item for item in page.items if isinstance(item, Line) and item.width == 0.75]
    assert len(rules) >= 9 and max(rule.y1 for rule in rules) <= 712
    assert max(text.y for text in maker.texts(page, False) if text.y != 744) <= 712


def test_every_item_of_a_page_is_finished(maker):
    """No reference is left open, and no folio is a question."""
    document, _ = maker.typeset(maker.guide(*parts(maker, 3, 3)))
    kinds = {type(item).__name__ for page in document.pages for item in page.items}
    assert kinds <= {"Text", "Line", "Box", "Path", "Dots", "Image", "FieldArea"}
    assert not [
        text
        for page in document.pages
        for text in maker.texts(page, False)
        if re.search(r"[{}\uFFFC]", text.text)
    ]


def test_the_index_leads_to_the_page_of_a_program_and_of_a_city(maker):
    """Not to the first page of a listing that has many."""
    prose = (maker.paragraph("It helps all who come with what they need. " * 60),)
    programs = tuple(
        Program(name=f"Line {n}", number=n, mark=Mark(Path("a.yaml")), description=prose) for n in (1, 2, 3)
    )
    cities = ("Alton", "Cairo", "Elgin")
    offices = tuple(
        maker.office(city, street=f"{n} Elm Street", name=f"{city} {n}") for city in cities for n in range(20)
    )
    house, library = maker.listing("house", programs=programs), maker.listing("library", locations=offices)
    document, _ = maker.typeset(maker.guide(maker.section(house, library, maker.listing("other"))))
    said = [{text.text.strip() for text in maker.texts(page, False)} for page in document.pages]
    begun = [
        next(n for n, texts in enumerate(said) if head in texts) for head in ("Line 1", "Line 2", "Line 3")
    ]
    begun += [next(n for n, texts in enumerate(said) if f"{city}, IL" in texts) for city in cities]
    index = next(n for n, texts in enumerate(said) if "By place" in texts)
    led = {(area.description.split(",")[0], area.target.page) for area in document.pages[index].links}
    assert len(set(begun)) == 5
    assert led >= {("Line 1", begun[0]), ("Line 2", begun[1]), ("Line 3", begun[2])}
    assert {page for text, page in led if "Name of library" in text} == set(begun[3:])


def test_a_program_that_is_not_set_by_itself_is_found_with_its_listing(maker):
    """A row has its name and number."""
    place = Place(2, 3, 0.0)
    resolver = Resolver({part_anchor("house", ""): place}, Setter(maker.style, 1))
    assert resolver.place(part_anchor("house", "program-2")) == place
