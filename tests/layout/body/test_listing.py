"""The listing on a Letter page, measured: third page, main edge at 102, second column at 336."""

from datetime import date

import pytest

from guide.layout.pages import Line, Path

NAME, FIRST = 143, 164  # baselines of the first listing's name and of its first address line
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
    first, second = [text for text in maker.texts(page) if text.y == NAME][:2]
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
    assert place(maker, page, "Closed for now: call first") == (102, 152 + 18)
    assert weight(maker, page, "Closed for now: call first") == (15, True)
    assert place(maker, page, "3110 West Taylor Street") == (102, FIRST + 24)
    triangle = next(item for item in page.items if isinstance(item, Path) and len(item.segments) == 4)
    assert triangle.segments[0][1] == 90


@pytest.mark.parametrize(
    "more, words",
    [
        ({}, "Not yet checked"),
        ({"phones": "phone"}, "Not yet checked"),
        ({"verified": date(2026, 3, 31), "phones": "phone"}, "Checked March 2026"),
    ],
)
def test_status_lines(maker, more, words):
    """Told by words and by the mark: an open circle, or a filled one with a tick."""
    more = {**more, **({"phones": (maker.phone(),)} if "phones" in more else {})}
    page = maker.first_page(maker.listing(**more))
    text = maker.text(page, words)
    marks = [item for item in page.items if isinstance(item, Path)]
    assert text.x == 116 and text.size == 12
    assert [mark.fill for mark in marks] == (["black", None] if "verified" in more else [None])
    assert marks[0].segments[0][2] == text.y - 4


def test_prose_begins_six_under_the_status_and_is_372_wide(maker):
    """On the grid of eights again, ragged right."""
    page = maker.first_page(maker.listing(description=(maker.paragraph("word " * 60),)))
    lines = [text for text in maker.texts(page) if text.text.startswith("word")]
    assert lines[0].y == FIRST - 12 + 16 + 24 + 12 and {text.x for text in lines} == {102}
    assert all(maker.style.regular.width(text.text.rstrip()) * 12 <= 372.01 for text in lines)


def test_facts_have_a_column_of_their_own(maker):
    """Label bold at the main edge, text 104 in and 268 wide, eight under the prose, in the look's order."""
    page = maker.first_page(
        maker.listing(
            description=(maker.paragraph("Prose."),),
            fees_description="free " * 20,
            eligibility_description="Anyone",
        )
    )
    prose = maker.text(page, "Prose.").y
    assert place(maker, page, "Who can use it") == (102, prose + 24) and weight(
        maker, page, "Who can use it"
    ) == (12, True)
    assert place(maker, page, "Anyone") == (206, prose + 24)
    assert place(maker, page, "Cost") == (102, prose + 40)
    turned = [text for text in maker.texts(page) if text.text.startswith("free")]
    assert len(turned) > 1 and {text.x for text in turned} == {206}
    assert all(maker.style.regular.width(text.text.rstrip()) * 12 <= 268.01 for text in turned)


def test_a_hairline_stands_between_listings(maker):
    """24 under the prose, then eight to the name; none before the first."""
    page = maker.first_page(
        *(maker.listing(f"n{place}", description=(maker.paragraph("Prose."),)) for place in (1, 2))
    )
    hairlines = [
        item for item in page.items if isinstance(item, Line) and item.width == 0.5 and item.x1 == 54
    ]
    first, second = [text.y for text in maker.texts(page) if text.text == "Prose."]
    assert hairlines[0].y1 == first + 4 + 24
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
