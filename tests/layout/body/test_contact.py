"""The contact block on a Letter page, measured: third page, main edge at 102, second column at 336."""

import pytest

from guide import model
from guide.language.words import ENGLISH
from guide.layout.body.contact import paragraph_of
from guide.layout.body.listing import ListingSetter
from guide.layout.compose.composer import Composer
from guide.layout.pages import Box, Text
from guide.layout.tags import Tag
from guide.layout.type.setter import Setter

NAME, FIRST, TOP = (
    151,
    172,
    160,
)  # baselines of the first listing's name and of its first address line, and the top of its block
SECOND = 336


def place(maker, page, words):
    text = maker.text(page, words)
    return round(text.x, 2), round(text.y, 2)


def weight(maker, page, words):
    text = maker.text(page, words)
    return text.size, "Bold" in text.face.name


def test_one_office_with_phones(maker):
    """Address left, phones at the second column, on the first address baseline; one bar as high as the block."""
    page = maker.first_page(
        maker.listing(
            locations=(
                maker.office(
                    "Chicago", maker.phone(), maker.phone("773-471-1000", model.FAX), attention="Dan Bigg"
                ),
            )
        )
    )
    assert place(maker, page, "Contact: Dan Bigg") == (102, FIRST)
    assert place(maker, page, "3110 West Taylor Street") == (102, FIRST + 16)
    assert place(maker, page, "Chicago, IL 60612") == (102, FIRST + 32)
    assert place(maker, page, "773-471-0999") == (SECOND, FIRST) and weight(maker, page, "773-471-0999") == (
        17,
        True,
    )
    assert place(maker, page, "773-471-1000") == (SECOND, TOP - 3 + 20 + 12) and weight(
        maker, page, "773-471-1000"
    ) == (12, False)
    assert maker.bars(page) == [(90, TOP + 1, 3, 46)]


def test_the_type_stands_eight_behind_a_number_and_four_behind_a_fax(maker):
    """In 12 regular on the number's baseline, with a real space for whoever copies it."""
    page = maker.first_page(
        maker.listing(
            locations=(
                maker.office("Chicago", maker.phone(type="cell"), maker.phone("773-471-1000", model.FAX)),
            )
        )
    )
    style, gaps = maker.style, {}
    for number, words in (("773-471-0999", "cell"), ("773-471-1000", "fax")):
        large, small = maker.text(page, number), maker.text(page, words)
        end = large.x + style.stack("Bold" in large.face.name).width(number) * large.size
        assert small.y == large.y and small.text[-1] == " " and small.size == 12
        gaps[words] = small.x - end
    assert gaps == {"cell": pytest.approx(8), "fax": pytest.approx(4)}


def test_one_office_without_phones(maker):
    """Its web address in the place of numbers, 8, and the address, all at the main edge."""
    page = maker.first_page(maker.listing(locations=(maker.office(),), website="https://www.example.org/"))
    assert [
        place(maker, page, words)
        for words in ("www.example.org", "3110 West Taylor Street", "Chicago, IL 60612")
    ] == [(102, FIRST), (102, FIRST + 24), (102, FIRST + 40)]
    assert weight(maker, page, "www.example.org") == (12, True)
    assert maker.bars(page) == [(90, TOP + 1, 3, 54)]


def offices(maker, count, *phones):
    return tuple(
        maker.office(f"Town {place}", *phones, street=f"{place} Main Street") for place in range(1, count + 1)
    )


@pytest.mark.parametrize("count, columns", [(2, [102, 336]), (3, [102, 258, 414])])
def test_offices_stand_side_by_side(maker, count, columns):
    """Equal columns 24 apart; the city stands in for a missing label, bold; each has its own bar."""
    page = maker.first_page(maker.listing(locations=offices(maker, count)))
    for number, x in enumerate(columns, 1):
        assert place(maker, page, f"Town {number}") == (x, FIRST) and weight(
            maker, page, f"Town {number}"
        ) == (12, True)
        assert place(maker, page, f"{number} Main Street") == (x, FIRST + 16)
        assert place(maker, page, f"Town {number}, IL 60612") == (x, FIRST + 32)
    assert maker.bars(page) == [(x - 12, TOP + 1, 3, 46) for x in columns]


@pytest.mark.parametrize("count", [4, 7])
def test_more_than_three_offices_go_into_rows(maker, count):
    """Three in a row, the next row eight lower; order is kept."""
    page = maker.first_page(maker.listing(locations=offices(maker, count)))
    expected = [((102, 258, 414)[place % 3], FIRST + place // 3 * 56) for place in range(count)]
    assert [place(maker, page, f"Town {number}") for number in range(1, count + 1)] == expected
    assert [bar[1] for bar in maker.bars(page)] == [TOP + 1 + place // 3 * 56 for place in range(count)]


def test_phones_of_offices_in_a_row_begin_on_one_baseline(maker):
    """Under the longest address; bars are as tall as their own office."""
    first = maker.office("Aa", maker.phone("111-222-3333"), street="1 A Street", attention="Ann")
    second = maker.office("Bb", maker.phone("444-555-6666"), street="2 B Street")
    third = maker.office("Cc", street="3 C Street")
    page = maker.first_page(maker.listing(locations=(first, second, third)))
    baseline = TOP + 64 + 15
    assert place(maker, page, "111-222-3333")[1] == place(maker, page, "444-555-6666")[1] == baseline
    assert [bar[3] for bar in maker.bars(page)] == [86, 86, 46]


def test_a_number_too_wide_for_three_columns_makes_two(maker):
    """One column fewer, never a number on two lines."""
    wide = maker.phone("800-HELP-NOW-CALL", in_digits="800-435-7669")
    page = maker.first_page(maker.listing(locations=offices(maker, 3, wide)))
    assert place(maker, page, "Town 2")[0] == SECOND and place(maker, page, "Town 3")[0] == 102
    assert sum(text.text.strip() == "800-HELP-NOW-CALL" for text in maker.texts(page)) == 3


def test_city_only(maker):
    """City and country, then what is not known, behind a bar of three points."""
    city = model.Location(
        address=model.Address(city="Vancouver", state_province="British Columbia", country="CA")
    )
    page = maker.first_page(maker.listing(locations=(city,)))
    assert maker.lines(page)[3:6] == [
        "Vancouver, British Columbia",
        "Canada",
        "City only. We have no street address or phone.",
    ]
    assert [bar[2] for bar in maker.bars(page)] == [3]


def test_no_contact_at_all(maker):
    """Advice, 16 high, behind a bar of one point at the same edge."""
    page = maker.first_page(maker.listing())
    assert place(maker, page, "No address or phone number here. Ask the staff to help you look.") == (
        102,
        FIRST,
    )
    assert maker.bars(page) == [(90, TOP + 1, 1, 14)]
    assert place(maker, page, "Not yet checked")[1] == NAME


def test_web_only(maker):
    """The web line alone, without `http://`, linked to the whole address."""
    page = maker.first_page(maker.listing(website="http://www.example.org/a/"))
    assert place(maker, page, "www.example.org/a") == (102, FIRST)
    assert maker.bars(page) == [(90, TOP + 1, 3, 14)]
    assert "http://www.example.org/a/" in [link.target for link in page.links]


def test_phones_only(maker):
    """Numbers at the main edge, 20 a line, information line first and fax last."""
    page = maker.first_page(
        maker.listing(
            phones=(
                maker.phone("111-222-3333", model.FAX),
                maker.phone("444-555-6666"),
                maker.phone("777-888-9999", model.INFORMATION_LINE),
            )
        )
    )
    assert [place(maker, page, words) for words in ("777-888-9999", "444-555-6666", "111-222-3333")] == [
        (102, TOP + 15),
        (102, TOP + 20 + 15),
        (102, TOP + 40 + 12),
    ]
    assert maker.bars(page) == [(90, TOP + 1, 3, 54)]
    assert [link.target for link in page.links if str(link.target).startswith("tel:")] == [
        "tel:+17778889999",
        "tel:+14445556666",
        "tel:+11112223333",
    ]


def test_a_vanity_number(maker):
    """Letters as the hero, its digits in a line of their own below, dialled in digits."""
    page = maker.first_page(maker.listing(phones=(maker.phone("800-555-HELP", in_digits="800-555-4357"),)))
    assert place(maker, page, "800-555-HELP") == (102, TOP + 15) and weight(maker, page, "800-555-HELP") == (
        17,
        True,
    )
    assert place(maker, page, "in digits 800-555-4357") == (102, TOP + 20 + 12)
    assert maker.bars(page) == [(90, TOP + 1, 3, 38)]
    assert "tel:+18005554357" in [link.target for link in page.links]


def test_an_extension(maker):
    """Six behind the number, 12 bold, before the type."""
    page = maker.first_page(maker.listing(phones=(maker.phone(extension="204", type="cell"),)))
    number, extension, kind = (maker.text(page, words) for words in ("773-471-0999", "ext. 204", "cell"))
    end = number.x + maker.style.bold.width("773-471-0999") * 17
    assert extension.x - end == pytest.approx(6)
    assert number.y == extension.y == kind.y and kind.x > extension.x
    assert weight(maker, page, "ext. 204") == (12, True)


def test_a_type_without_room_goes_under_its_number(maker):
    """Into a line of its own, 16 high, at the column's edge."""
    page = maker.first_page(
        maker.listing(
            locations=(
                maker.office("Chicago", maker.phone(type="cell", description="ask for the night desk")),
            )
        )
    )
    assert place(maker, page, "cell,") == (SECOND, TOP - 3 + 20 + 12)
    assert maker.text(page, "ask for the night desk").y == TOP - 3 + 20 + 12
    assert maker.text(page, "773-471-0999").text.endswith(" ")  # nobody may hear "0999cell"


def test_words_about_a_number_end_with_a_space(maker):
    """Its kind is heard before it, though it stands behind or below."""
    phone = maker.phone(extension="204", type="cell", description="ask for the night desk")
    page = maker.first_page(maker.listing(locations=(maker.office("Chicago", phone),)))
    words = ("cell,", "773-471-0999", "ext. 204", "ask for the night desk")
    found = [maker.text(page, each) for each in words]
    assert all(each.text.endswith(" ") for each in found) and found[0].tag.heard == "Cell: "
    assert sorted(found, key=page.items.index) == found


def test_lines_of_an_address_end_with_a_space_where_the_next_is_of_one_paragraph():
    """Though a tag of its own says its language."""
    block = Tag("P", Tag("Sect"))
    assert paragraph_of(Tag("Span", block, language="en")) is paragraph_of(block) is block


def test_words_instead_of_a_number(maker):
    """Set as text and no link."""
    page = maker.first_page(maker.listing(phones=(maker.phone("See website", e164=""),)))
    assert weight(maker, page, "See website") == (12, False)
    assert not [link for link in page.links if str(link.target).startswith("tel:")]


@pytest.mark.parametrize(
    "email, x, y",
    [
        ("ann@example.org", SECOND, TOP - 3 + 20 + 12),
        ("a.very.long.address.indeed@harm-reduction.example.org", 102, TOP + 32 + 8 + 12),
    ],
)
def test_email_beside_or_below(maker, email, x, y):
    """Last in the phone column if it fits there on one line, otherwise under both, eight lower."""
    page = maker.first_page(maker.listing(locations=(maker.office("Chicago", maker.phone(), email=email),)))
    assert place(maker, page, email) == (x, y)
    assert len(maker.bars(page)) == 1


def test_hours_belong_to_the_office(maker):
    """Inside the bar, eight under the address, one rule a line, and no hours for who is closed."""
    hours = ("Monday to Friday 9 am to 5 pm", "Closed on public holidays")
    office = maker.office("Chicago", maker.phone(), hours=hours)
    page = maker.first_page(maker.listing(locations=(office,)))
    assert [place(maker, page, words) for words in hours] == [(102, FIRST + 40), (102, FIRST + 56)]
    assert maker.bars(page) == [(90, TOP + 1, 3, 70)]
    closed = maker.first_page(
        maker.listing(locations=(office,), alert="Closed for now: call first", closed=True)
    )
    assert not [line for line in maker.lines(closed) if "Monday" in line or "holidays" in line]


def test_the_time_part_of_hours_never_breaks(maker):
    """A line too long breaks before the time, the turnover 12 in."""
    hours = ("Monday to Friday 9 am to 5 pm",)
    page = maker.first_page(
        maker.listing(
            locations=tuple(
                maker.office(f"Town {number}", hours=hours if number == 1 else ()) for number in (1, 2, 3)
            )
        )
    )
    assert "9 am to 5 pm" in maker.lines(page)


def test_numbers_of_the_whole_stand_above_several_offices(maker):
    """With a bar of their own; the web address of the whole below."""
    page = maker.first_page(
        maker.listing(locations=offices(maker, 2), phones=(maker.phone(),), website="example.org")
    )
    assert place(maker, page, "773-471-0999") == (102, TOP + 15)
    assert place(maker, page, "Town 1") == (102, FIRST + 32)
    assert place(maker, page, "example.org") == (102, FIRST + 32 + 56)
    assert [bar[1] - TOP for bar in maker.bars(page)] == [1, 33, 33, 89]


def test_the_postal_name_is_not_repeated(maker):
    """It is printed only where it is another than the listing's, with `c/o` on the same line."""
    office = maker.office(postal_name="Name of one")
    assert "Name of one" not in maker.lines(maker.first_page(maker.listing(locations=(office,))))[3:]
    other = maker.office(postal_name="The Network, Inc.", care_of="HRC")
    assert "The Network, Inc., c/o HRC" in maker.lines(maker.first_page(maker.listing(locations=(other,))))


def test_an_address_that_is_not_public(maker):
    """City and state, then the words; behind a normal bar."""
    address = model.Address(city="Salem", state_province="OR", confidential=True)
    page = maker.first_page(maker.listing(locations=(model.Location(address=address),)))
    assert maker.lines(page)[3:5] == ["Salem, OR", "Address not public: call first"]
    assert maker.bars(page)[0][2] == 3


def test_bars_are_the_only_boxes_beside_a_listing(maker):
    """No boxes, no tints: keys, tabs and bars are all there is."""
    page = maker.first_page(maker.listing(locations=(maker.office("Chicago", maker.phone()),)))
    assert sorted(box.width for box in page.items if isinstance(box, Box)) == [3, 16, 36, 40]


def test_the_only_office_and_the_whole_both_say_their_own(maker):
    """Hours, e-mail and web address of both are printed; what is equal stands once, and so do numbers."""
    office = maker.office(
        "Chicago", maker.phone(), email="office@a.org", website="a.org", hours=("Monday 9 am",)
    )
    whole = {
        "email": "whole@a.org",
        "website": "a.org",
        "hours": ("Every day 8 am",),
        "phones": (maker.phone(), maker.phone("773-471-1000")),
    }
    lines = maker.lines(maker.first_page(maker.listing(locations=(office,), **whole)))
    words = " ".join(lines)
    for each in ("office@a.org", "whole@a.org", "Monday 9 am", "Every day 8 am", "773-471-1000"):
        assert each in words, each
    assert words.count("773-471-0999") == 1 and words.count(" a.org") == 1


@pytest.mark.parametrize("count, before", [(2, False), (3, False), (4, True), (7, True)])
def test_what_is_of_the_whole_stands_before_many_offices(maker, count, before):
    """Nobody looks for a web address behind the last of many offices."""
    offices = tuple(maker.office(f"Town {number}") for number in range(count))
    page = maker.first_page(maker.listing(locations=offices, website="https://example.org"))
    text = " ".join(maker.lines(page))
    assert (text.index("example.org") < text.index("Town 0")) == before


@pytest.mark.parametrize("count, before", [(3, False), (4, True), (7, True)])
def test_what_a_listing_does_stands_before_many_offices(maker, count, before):
    """Its text and its facts, too; in the order of reading, which is that of drawing."""
    does = {"description": (maker.paragraph("We feed all."),), "fees_description": "Nothing at all"}
    page = maker.first_page(maker.listing(locations=offices(maker, count), email="a@b.org", **does))
    text = " ".join(maker.lines(page))
    mail, prose, fact, office = map(
        text.index, ("a@b.org", "We feed all.", "Nothing at all", "1 Main Street")
    )
    assert prose < fact and [place < office for place in (mail, prose, fact)] == [before] * 3
    assert not before or mail < prose


def test_a_name_with_nothing_else_keeps_the_first_of_many_offices(maker):
    """In one strip, so that no page ends with a name."""
    guide = maker.guide(maker.section(maker.listing(locations=offices(maker, 5))))
    [block] = Composer(guide, ENGLISH).sections(Tag("Document"))
    first, *others = ListingSetter(Setter(maker.style, 2)).strips(block.listings[0], block)
    assert "3 Main Street" in said(first) and "4 Main Street" not in said(first)
    assert len(others) == 1 and others[0].between


def test_the_text_stays_with_the_name_where_its_offices_stand_below(maker):
    """Also where prose may otherwise stand on the next page."""
    does = {"description": (maker.paragraph("We feed all."),)}
    guide = maker.guide(maker.section(maker.listing(locations=offices(maker, 4), **does)))
    [block] = Composer(guide, ENGLISH).sections(Tag("Document"))
    first, *_ = ListingSetter(Setter(maker.style, 2)).strips(block.listings[0], block, prose_lines=0)
    assert "We feed all." in said(first)


def said(strip):
    """The texts of a strip in a line."""
    return " ".join(item.text for row in strip.rows for item in row.items if isinstance(item, Text))
