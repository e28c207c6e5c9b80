"""Which listings stand in which list of what is new, and what is said of each."""

from dataclasses import replace
from datetime import date

import pytest

from guide import model
from guide.content.compare.listings import compare
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.parts.news_rows import news_helps, news_lists
from guide.model.changes import Changes


@pytest.fixture
def lists_of(maker):
    """lists_of(before, after): {title: [(name, lines)]} of what is new between two lists of listings."""

    def find(before, after, words=ENGLISH):
        old, new = (maker.guide(maker.section(*some)) for some in (before, after))
        guide = replace(new, news=compare(old, new))
        lists = news_lists([guide] * len(words.versions), words)
        return {each.title: [(row.name, row.lines) for row in each.rows] for each in lists}

    return find


def test_each_listing_stands_under_what_became_of_it(maker, lists_of):
    a, b, c = (maker.listing(each, each.upper()) for each in "abc")
    number = replace(a, phones=(maker.phone("773-471-0998", extension="5"),))
    a = replace(a, phones=(maker.phone(),))
    assert lists_of([a, b, c], [number, replace(b, closed=True), maker.listing("d", "D")]) == {
        "New in this guide": [("D", (("Section",),))],
        "Changed": [("A", (("Phone: 773-471-0998 ext. 5 (before: 773-471-0999)",),))],
        "Closed": [("B", (("Closed for now",),))],
        "No longer in this guide": [("C", ())],
    }


def test_what_has_no_value_worth_telling_is_told_by_its_label(maker, lists_of):
    old = maker.listing("a", "A", phones=(maker.phone(), maker.phone("312-555-0100")), website="a.org")
    new = replace(old, phones=(maker.phone(),), website="b.org", languages="Spanish", minimum_age=18)
    assert lists_of([old], [new])["Changed"] == [("A", (("Changed: Phone, Web address, Ages, Languages",),))]
    assert lists_of([old], [replace(old, name="B")])["Changed"] == [("B", (("A, now B",),))]


def test_a_new_address_is_told_unless_it_is_confidential(maker, lists_of):
    old = maker.listing("a", "A", locations=(maker.office(),))
    new = replace(old, locations=(maker.office(street="1 Main Street"),))
    assert lists_of([old], [new])["Changed"][0][1] == (("Address: 1 Main Street, Chicago, IL 60612",),)
    hidden = model.Location(address=model.Address(city="Chicago", state_province="IL", confidential=True))
    ((_, lines),) = lists_of([old], [replace(old, locations=(hidden,))])["Changed"]
    assert lines == (("Address: Address not public: call first",),)


def test_two_languages_are_both_said(maker, lists_of):
    words = side_by_side(ENGLISH, words_in("es"))
    lists = lists_of([maker.listing("a", "A")], [maker.listing("a", "A", closed=True)], words)
    assert lists == {"Closed / Cerrado": [("A", (("Closed for now",), ("Cerrado por ahora",)))]}


def test_without_anything_new_there_is_no_list(maker):
    guide = maker.guide(maker.section(maker.listing()))
    assert news_lists([guide], ENGLISH) == () == news_lists([replace(guide, news=Changes())], ENGLISH)


def test_listings_of_one_name_are_told_apart(maker, lists_of):
    here, there = (
        maker.listing(city, "House", locations=(maker.office(city),)) for city in ("Gary", "Elgin")
    )
    assert [name for name, _ in lists_of([], [here, there])["New in this guide"]] == [
        "House, Gary",
        "House, Elgin",
    ]


def test_since_when_is_said_in_each_language():
    news = Changes(number=2, before=date(2026, 5, 1))
    english, spanish = news_helps(news, side_by_side(ENGLISH, words_in("es")))
    assert english == "What is different from edition 2 of May 1, 2026." and "1 de mayo de 2026" in spanish
