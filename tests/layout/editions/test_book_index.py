"""The parts of an index, and what it gives up; test_book_parts.py asks for them as an edition does."""

import pytest

from guide.language.words import ENGLISH
from guide.layout.editions.book_index import BookIndex
from guide.model.edition import INDEX_PARTS


@pytest.fixture
def index(maker):
    """The index of a guide with a topic of two listings and one of a single listing: index(asked, without)."""
    towns = {"a": "Chicago", "b": "Alton"}
    listings = [
        maker.listing(id, services=("Food", "Beds")[: 2 - place], locations=(maker.office(town),))
        for place, (id, town) in enumerate(towns.items())
    ]
    guide = maker.guide(maker.section(*listings))
    return lambda asked=INDEX_PARTS, without=(): BookIndex(guide, ENGLISH, asked, without)


def topics(index):
    return {row.bold for row in index.topics if row.bold}


def test_it_goes_without_what_is_not_asked_for_or_has_no_room(index):
    assert index().names == INDEX_PARTS and index(("topic",)).names == ("topic",)
    by_name = index(without=("place", "topic"))
    assert by_name.names == ("name",) and by_name.title == ENGLISH.index_row_name
    assert [*by_name.asked_beside_names()] == ["index by place", "index by topic"]
    assert [*index(("name",)).asked_beside_names()] == []


def test_what_is_given_up_is_told_once(index):
    made = index()
    assert made.give_up_places() and not made.give_up_places() and made.names == ("name", "topic")
    assert made.give_up_topics() and not made.give_up_topics() and made.names == ("name",)


def test_topics_with_one_listing_are_given_up_alone(index):
    made = index()
    both = topics(made)
    assert made.give_up_topics_of_one() and not made.give_up_topics_of_one()
    assert topics(made) < both and "Food" in topics(made) and "Beds" not in topics(made)


def test_with_pages_for_names_all_is_there_again(index):
    """Two listings of one page have that page once."""
    made = index()
    whole = topics(made)
    made.give_up_places(), made.give_up_topics()
    assert made.give_up_names(lambda listing: 3)
    assert made.names == INDEX_PARTS and topics(made) == whole
