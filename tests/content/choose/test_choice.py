"""What an edition prints of a guide: every rule of a choice, the order, and what becomes of those left out."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide import model
from guide.content.choose.choice import choose
from guide.content.choose.rules import kilometres
from guide.errors import Mark
from guide.model import Choice, Edition, Nearby, Reference, Spot

MARK = Mark(Path("guide.yaml"), 1, 1)
HERE = Mark(Path("editions/x.yaml"), 1, 1)


def listing(id, city="", state="", code="", point=(None, None), **more):
    address = model.Address(city=city, state_province=state, postal_code=code) if city or code else None
    locations = (
        (model.Location(address=address, latitude=point[0], longitude=point[1]),)
        if address or point[0] is not None
        else ()
    )
    return model.Listing(**{"id": id, "name": id.title(), "mark": MARK, "locations": locations, **more})


def section(id, *listings, **more):
    return model.Section(id=id, title=id.title(), mark=MARK, listings=listings, **more)


def guide(*sections, **more):
    return model.Guide(
        title="Help",
        subtitle="Near you",
        mark=MARK,
        sections=sections,
        edition=model.EditionMark(number=3, colour="blue", date=date(2026, 1, 1)),
        **more,
    )


FOOD = section(
    "food",
    listing(
        "harbor",
        "Oakland",
        "CA",
        "94607",
        (37.80, -122.27),
        services=("Food",),
        audience=("Families",),
        languages="English, Spanish",
        verified=date(2026, 3, 1),
    ),
    listing(
        "abbey",
        "Berkeley",
        "CA",
        "94704-1234",
        (37.87, -122.27),
        services=("Food", "Showers"),
        audience=("Everyone",),
    ),
    listing(
        "éclair", "Austin", "TX", "73301", (30.27, -97.74), services=("food",), verified=date(2025, 1, 1)
    ),
)
BEDS = section(
    "beds",
    listing("zion", services=("Beds",), audience=("Women",), languages="All, with an interpreter"),
    listing(
        "the inn",
        "Reno",
        "NV",
        "89501",
        service_areas=(model.ServiceArea(city="Oakland", state_province="CA"),),
    ),
)
WHOLE = guide(FOOD, BEDS)


def ids(found):
    return [listing.id for listing in found.listings]


def chosen(edition=None, whole=WHOLE, **choice):
    """(ids that are printed, problems)."""
    edition = edition or Edition(name="x", mark=HERE, choice=Choice(**choice))
    found, problems = choose(whole, edition)
    return ids(found), problems


ALL = ["harbor", "abbey", "éclair", "zion", "the inn"]


@pytest.mark.parametrize(
    "choice,expected",
    [
        ({}, ALL),
        ({"sections": ("beds",)}, ["zion", "the inn"]),
        ({"listings": ("abbey", "zion", "harbor")}, ["abbey", "harbor", "zion"]),
        ({"leave_out": ("abbey", "zion")}, ["harbor", "éclair", "the inn"]),
        ({"services": ("Food",)}, ["harbor", "abbey", "éclair"]),
        ({"services": ("showers", "beds")}, ["abbey", "zion"]),
        ({"audience": ("women", "Families")}, ["harbor", "zion"]),
        ({"cities": ("oakland",)}, ["harbor", "the inn"]),
        ({"states": ("CA",)}, ["harbor", "abbey", "the inn"]),
        ({"postal_codes": ("94704",)}, ["abbey"]),
        ({"postal_codes": ("94", "73301")}, ["harbor", "abbey", "éclair"]),
        ({"verified_since": date(2025, 1, 1)}, ["harbor", "éclair"]),
        ({"verified_since": date(2025, 1, 2)}, ["harbor"]),
        ({"languages": ("spanish",)}, ["harbor"]),
        ({"near": Nearby(latitude=37.8, longitude=-122.27, kilometres=1)}, ["harbor"]),
        ({"near": Nearby(latitude=37.8, longitude=-122.27, kilometres=8)}, ["harbor", "abbey"]),
        ({"near": Nearby(latitude=37.8, longitude=-122.27, kilometres=7)}, ["harbor"]),
        ({"near": Nearby(latitude=37.8, longitude=-122.27, kilometres=3000)}, ["harbor", "abbey", "éclair"]),
        ({"services": ("Food",), "states": ("CA",), "leave_out": ("harbor",)}, ["abbey"]),
    ],
)
def test_every_rule(choice, expected):
    """A listing has to meet all that are given; of the words of one rule, any."""
    assert chosen(**choice) == (expected, ())


def test_a_distance_goes_round_the_earth():
    """One degree of a great circle is 111 kilometres; across the line of dates it is not 359 degrees."""
    assert kilometres(0, 179.5, Nearby(latitude=0, longitude=-179.5, kilometres=0)) == pytest.approx(
        111.19, abs=0.01
    )
    assert kilometres(0, 179.5, Nearby(latitude=0, longitude=179.5, kilometres=0)) == 0


def test_order_by_name():
    """Without accents, case and a leading The; within each section."""
    assert chosen(Edition(name="x", order="by name"))[0] == ["abbey", "éclair", "harbor", "the inn", "zion"]


def test_order_by_place():
    """State, city, name; those without a place last."""
    assert chosen(Edition(name="x", order="by place"))[0] == ["abbey", "harbor", "éclair", "the inn", "zion"]


def test_order_by_hand_is_that_of_the_file_or_of_the_choice():
    """The choice names listings in the order in which they are wanted."""
    assert chosen(Edition(name="x", order="by hand"))[0] == ALL
    assert chosen(listings=("éclair", "harbor"))[0] == ["éclair", "harbor"]


def test_sections_without_listings_are_left_out():
    """But not those that have only references from the start, while what one of them refers to is printed."""
    whole = guide(
        FOOD,
        section("more", references=(Reference("harbor", 0),)),
        section("lost", references=(Reference("zion", 0),)),
        BEDS,
    )
    found, _ = choose(whole, Edition(name="x", choice=Choice(services=("Food",))))
    printed = {each.id for each in found.listings}
    assert (
        [each.id for each in found.sections] == ["food", "more"]
        and "harbor" in printed
        and "zion" not in printed
    )
    assert [each.id for each in choose(whole, Edition(name="x"))[0].sections] == [
        "food",
        "more",
        "lost",
        "beds",
    ]


def test_references_move_with_the_listings_before_them():
    """And go when what they refer to is not printed."""
    beds = section(
        "beds",
        *BEDS.listings,
        references=(Reference("harbor", 0), Reference("abbey", 1), Reference("éclair", 2)),
    )
    found, _ = choose(guide(FOOD, beds), Edition(name="x", choice=Choice(leave_out=("zion", "abbey"))))
    assert found.sections[1].references == (Reference("harbor", 0), Reference("éclair", 1))


def mentioning(*ids):
    return (
        model.Paragraph((model.Span("See "), *(model.Span("", mention=id) for id in ids))),
        model.BulletList(tuple((model.Span("", mention=id),) for id in ids)),
    )


def test_a_mention_of_a_listing_that_is_left_out_becomes_its_name():
    """In descriptions and introductions; others stay mentions."""
    first = model.Listing(id="a", name="Alpha", mark=MARK, description=mentioning("b", "c"))
    whole = guide(section("s", first, listing("b"), listing("c"), introduction=mentioning("c")))
    found, _ = choose(whole, Edition(name="x", choice=Choice(leave_out=("c",))))
    (one,) = found.sections
    for prose, expected in (
        (one.listings[0].description, [("", "b"), ("C", "")]),
        (one.introduction, [("C", "")]),
    ):
        assert [(span.text, span.mention) for span in prose[0].spans[1:]] == expected
        assert [(span.text, span.mention) for item in prose[1].items for span in item] == expected


def test_mentions_in_what_belongs_to_the_whole_guide_become_names_too():
    """In the closing notes and in the steps on the cover."""
    whole = guide(
        section("s", listing("a"), listing("b")),
        closing_notes=mentioning("b"),
        how_to_use=((model.Span("", mention="b"),),),
    )
    found, _ = choose(whole, Edition(name="x", choice=Choice(leave_out=("b",))))
    assert [span.text for span in found.closing_notes[0].spans] == ["See ", "B"]
    assert [(span.text, span.mention) for span in found.how_to_use[0]] == [("B", "")]


def test_an_edition_has_its_own_title_number_colour_and_date_or_the_guide_s():
    """Each by itself."""
    found, _ = choose(WHOLE, Edition(name="x", title="Food", number=9, colour="plum"))
    assert (found.title, found.subtitle) == ("Food", "Near you")
    assert (found.edition.number, found.edition.colour, found.edition.date) == (9, "plum", date(2026, 1, 1))
    assert choose(WHOLE, Edition(name="x"))[0] == WHOLE


@pytest.mark.parametrize(
    "choice,kind,word,near",
    [
        ({"sections": ("fod", "beds")}, "section", "fod", "food"),
        ({"listings": ("harbour", "zion")}, "listing", "harbour", "harbor"),
        ({"leave_out": ("abey",)}, "listing", "abey", "abbey"),
        ({"services": ("Shower", "Food")}, "topic", "Shower", "Showers"),
        ({"audience": ("Familie", "Women")}, "audience", "Familie", "Families"),
    ],
)
def test_a_word_that_the_guide_does_not_have_is_told_with_the_nearest(choice, kind, word, near):
    """With the edition's file."""
    _, (problem,) = chosen(**choice)
    assert problem.mark.path == HERE.path and problem.name == "unknown-choice"
    assert f'{kind} "{word}"' in problem.message and problem.hint == f'did you mean "{near}"?'


@pytest.mark.parametrize(
    "choice",
    [
        {"cities": ("Okland", "Reno")},
        {"states": ("California", "NV")},
        {"languages": ("Spannish", "English")},
    ],
)
def test_a_place_or_language_that_the_guide_does_not_have_is_told_too(choice):
    """A slip of the pen would leave listings out without a word."""
    _, problems = chosen(**choice)
    assert len(problems) == 1


@pytest.mark.parametrize(
    "choice", [{"leave_out": ("Abbey",)}, {"listings": ("Abbey", "harbor")}, {"sections": ("Food",)}]
)
def test_an_id_in_capitals_is_the_same_id_or_none(choice):
    """It is never taken for known and then passed over: what should be left out would be printed."""
    found, problems = chosen(**choice)
    expected = {
        "leave_out": [id for id in ALL if id != "abbey"],
        "listings": ["abbey", "harbor"],
        "sections": ALL[:3],
    }
    (key,) = choice
    assert any(problem.name == "unknown-choice" for problem in problems) or sorted(found) == sorted(
        expected[key]
    )


def test_an_edition_of_nothing_is_an_error():
    """It names the edition and says what to do."""
    found, (problem,) = chosen(services=("Food",), audience=("Women",))
    assert (
        found == []
        and problem.level == "error"
        and problem.name == "empty-edition"
        and " x " in problem.message
        and problem.hint
    )


# --- pictograms ---------------------------------------------------------------------------------------


def with_icons(*icons, colour="blue"):
    sections = [section(f"s{place}", listing(f"n{place}"), icon=icon) for place, icon in enumerate(icons)]
    made = guide(*sections)
    return replace(made, edition=replace(made.edition, colour=colour))


@pytest.mark.parametrize(
    "icons, edition, printed",
    [
        (("bed", "food"), Edition(name="x"), ["bed", "food"]),
        (("bed", "food"), Edition(name="x", icons=False), ["", ""]),
        (("bed", ""), Edition(name="x"), ["", ""]),
        (("bed", ""), Edition(name="x", choice=Choice(sections=("s0",))), [""]),
    ],
)
def test_every_section_shows_its_pictogram_or_none_does(icons, edition, printed):
    """Also where the edition chooses but those that have one: another edition would show the others by their numbers."""
    chosen, problems = choose(with_icons(*icons), edition)
    assert [each.icon for each in chosen.sections] == printed and not problems


@pytest.mark.parametrize(
    "icon, colour, more, wrong",
    [
        ("clinic", "brick", {}, True),
        ("clinic", "blue", {}, False),
        ("clinic", "blue", {"colour": "brick"}, True),
        ("clinic", "brick", {"ink": "grey"}, False),
        ("clinic", "brick", {"icons": False}, False),
        ("clinic", "blue", {"ink": "spot", "spot": Spot("A red", (0, 100, 90, 10))}, True),
        ("clinic", "blue", {"ink": "spot", "spot": Spot("A blue", (100, 70, 0, 10))}, False),
        ("heart", "brick", {}, False),
    ],
)
def test_a_white_cross_is_not_printed_on_red(icon, colour, more, wrong):
    """It is a protected emblem, and so is a red one on white."""
    _, problems = choose(with_icons(icon, colour=colour), Edition(name="x", **more))
    assert [problem.name for problem in problems] == ["red-cross"] * wrong
