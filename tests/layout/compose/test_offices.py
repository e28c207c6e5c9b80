"""How to reach a listing as blocks: addresses, numbers, web addresses and hours."""

import pytest

from guide import model
from guide.language.scripts import NBSP
from guide.language.words import ENGLISH
from guide.layout.compose.links import dialled
from guide.layout.compose.offices import OfficeComposer, in_order, join_times, phone_pairs
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.model import Address, Location


@pytest.fixture
def contact(maker):
    """(offices, shared) of a listing with these fields."""

    def compose(**fields):
        listing = maker.listing("one", **fields)
        composer = OfficeComposer(Voice(maker.guide(maker.section(listing)), ENGLISH))
        return composer.contact(listing, Tag("Sect"))[:2]

    return compose


def said(inlines):
    return [inline.text for inline in inlines]


def written(lines):
    """The text of each line."""
    return ["".join(said(line)) for line in lines]


def firsts(lines):
    """The text of the first piece of each line."""
    return [line[0].text for line in lines]


def test_without_any_way_to_reach_them_there_is_advice(contact):
    (office,), shared = contact()
    assert (written(office.address), office.reachable, shared) == ([ENGLISH.no_contact], False, None)


def test_the_whole_stands_with_its_only_office(contact, maker):
    (office,), shared = contact(locations=(maker.office(),), email="a@b.org", phones=(maker.phone(),))
    assert written(office.address) == ["3110 West Taylor Street", f"Chicago, IL{NBSP}60612"]
    assert (firsts(office.web), len(office.numbers), shared) == (["a@b.org"], 1, None)


def test_what_its_only_office_contradicts_stands_apart(contact, maker):
    (office,), shared = contact(locations=(maker.office(email="a@b.org"),), email="c@b.org")
    assert (firsts(office.web), firsts(shared.web)) == (["a@b.org"], ["c@b.org"])


def test_several_offices_are_named_by_their_cities(contact, maker):
    """Where they have no names of their own; what is of the whole stands apart."""
    offices, shared = contact(
        locations=(maker.office("Chicago"), maker.office("Joliet", name="Evenings")), phones=(maker.phone(),)
    )
    assert [(office.address[0][0].text, office.address[0][0].bold) for office in offices] == [
        ("Chicago", True),
        ("Evenings", True),
    ]
    assert len(shared.numbers) == 1 and not shared.address


@pytest.mark.parametrize(
    "address, phones, note",
    [
        ({"confidential": True}, True, "not_public"),
        ({"city": "Chicago"}, True, "city_only"),
        ({"city": "Chicago"}, False, "city_only_no_phone"),
        ({"city": "Chicago", "address_1": "1 High Street"}, True, None),
    ],
)
def test_an_address_that_is_none_is_explained(contact, maker, address, phones, note):
    listing = {"locations": (Location(address=Address(**address)),), "phones": (maker.phone(),) * phones}
    lines = written(contact(**listing)[0][0].address)
    assert (note is None) or lines[-1] == getattr(ENGLISH, note)
    assert note is not None or ENGLISH.city_only not in lines


def test_the_letterbox_is_named_where_it_is_another_s(contact, maker):
    office = maker.office(attention="Dan Bigg", care_of="HRC", postal_name="Other Name")
    lines = written(contact(locations=(office,))[0][0].address)
    assert lines[:2] == ["Contact: Dan Bigg", f"Other Name, c/o{NBSP}HRC"]
    same = maker.office(postal_name="Name of one")
    assert "Name of one" not in written(contact(locations=(same,))[0][0].address)


def test_a_number_can_be_called(contact, maker):
    phone = maker.phone(
        "800-HELP", in_digits="800-4357", extension="204", description="nights", type=model.TTY
    )
    number = contact(phones=(phone,))[0][0].numbers[0]
    assert (number.number.text, number.large, number.extension.text) == ("800-HELP", True, "ext. 204")
    assert number.below.text == "in digits 800-4357" and said(number.type) == ["TTY, ", "nights"]
    assert number.number.link.target == dialled(phone) == "tel:+18004357;ext=204"
    assert number.number.link.description == "TTY Name of one: 800-HELP ext. 204, in digits 800-4357"


def test_words_in_place_of_a_number_are_no_link(contact):
    phone = model.Phone(number="See website", printed="See website", e164="", description="for all")
    number = contact(phones=(phone,))[0][0].numbers[0]
    assert (number.number.text, said(number.type), number.number.link, number.large) == (
        "See website, ",
        ["for all"],
        None,
        False,
    )


def test_numbers_stand_in_the_order_in_which_people_try_them(contact, maker):
    """Whatever order the content has; two of a kind keep theirs. A fax is last, and small."""
    order = [
        model.INFORMATION_LINE,
        model.VOICE,
        model.VOICE,
        model.TOLL_FREE,
        model.CALL_OR_TEXT,
        model.TEXT,
        model.TTY,
        "cell",
        "video",
        "pager",
        model.FAX,
    ]
    phones = [maker.phone(f"773-471-00{n}", type=kind) for n, kind in enumerate(order, 10)]
    mixed = [*phones[::-2], *phones[-2::-2]]
    mixed = [phone for phone in mixed if phone.type != model.VOICE] + phones[1:3]
    assert in_order(mixed) == phones
    numbers = contact(phones=tuple(mixed))[0][0].numbers
    assert [number.large for number in numbers] == [True] * 10 + [False]


def test_numbers_meet_those_of_the_second_language(maker):
    """In the order of print; none where they are not as many."""
    first = Location(phones=(maker.phone("773-471-0001", type=model.FAX), maker.phone("773-471-0002")))
    second = Location(phones=(maker.phone("1"), maker.phone("2")))
    assert [(one.number[-1], other.number) for one, other in phone_pairs(first, second)] == [
        ("2", "2"),
        ("1", "1"),
    ]
    assert [other for _, other in phone_pairs(first, Location())] == [None, None]


def test_web_addresses_are_short_and_lead_on(contact):
    (mail,), (web,) = contact(email="a@b.org", website="https://www.b.org/")[0][0].web
    assert (mail.text, mail.link.target, web.text, web.link.target) == (
        "a@b.org",
        "mailto:a@b.org",
        "www.b.org",
        "https://www.b.org/",
    )


def test_further_addresses_stand_below_with_their_labels(contact, maker):
    """Those of the whole and of its only office together, each once."""
    menu = model.Further(target="https://b.org/menu", label="menu of the week")
    office = maker.office(websites=(menu,), emails=(model.Further(target="c@b.org"),))
    (one,), shared = contact(locations=(office,), email="a@b.org", websites=(menu,))
    assert ["".join(said(line)) for line in one.web] == ["a@b.org", "c@b.org", "b.org/menu, menu of the week"]
    assert one.web[2][0].link.target == "https://b.org/menu" and one.web[2][1].link is None
    assert shared is None


def test_a_closed_listing_has_no_hours(contact):
    assert contact(hours=("Monday",), closed=True)[0][0].hours == ()
    assert said(contact(hours=("Monday",))[0][0].hours) == ["Monday"]


@pytest.mark.parametrize(
    "line, joined",
    [
        ("Monday 9 am to 5 pm", "Monday 9_am_to_5_pm"),
        ("Monday noon to midnight, Tuesday", "Monday noon_to_midnight, Tuesday"),
        ("10:30 - 12:00", "10:30_-_12:00"),
        ("by appointment", "by appointment"),
    ],
)
def test_times_do_not_break(line, joined):
    assert join_times(line) == joined.replace("_", NBSP)
