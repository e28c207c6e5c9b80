"""How many listings have room: found by trying few numbers, which follow from the wish and the guide alone."""

import random
from dataclasses import replace

import pytest

from guide.batch.handouts import Handouts
from guide.batch.room import Wish, most_that_fit
from guide.model import Personal
from guide.project import open_project
from tests.batch.people import write_guide
from tests.batch.test_handouts import PLAIN
from tests.thorough import first_quick

IDS = tuple(f"{section}-{place}" for section in ("food", "beds") for place in range(30))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_guide(tmp_path_factory.mktemp("guide"))


def new(folder):
    """Handouts of which none is made, with a list of what is tried: columns, and how many listings."""
    handouts = Handouts(guide=open_project(folder).printed, folder=folder)
    tried, trial = [], handouts.trial

    def counted(wish, count):
        tried.append((wish.edition.columns, count))
        return trial(wish, count)

    handouts.trial = counted
    return handouts, tried


def wish(number, **changes):
    lot = random.Random(number)
    ids = tuple(lot.sample(IDS, 60))
    edition = replace(PLAIN, **changes)
    return Wish(
        edition=edition, listings=ids, pages=1 + number % 2, personal=Personal(greeting=f"For {number}")
    )


@pytest.mark.parametrize("count", [1, 2, 7, 40])
@pytest.mark.parametrize("guess", [1, 6, 100])
def test_the_most_that_fit_are_found(count, guess):
    """Whatever the guess, and whatever is known; and none where not even one does."""
    for most in range(count + 1):
        for least in range(most + 1):
            assert most_that_fit(count, guess, lambda tried, most=most: tried <= most, least=least) == most


class Tried(list):
    """Numbers that were tried, of which seven fit."""

    def fits(self, count):
        self.append(count)
        return count <= 7


def test_a_guess_that_is_one_off_costs_two_tries():
    """So many as fit and one more, whichever of them is tried first."""
    for guess in (7, 8):
        tried = Tried()
        most_that_fit(40, guess, tried.fits, lambda count: 7)
        assert sorted(tried) == [7, 8]


@pytest.mark.slow
def test_the_choice_is_the_same_whatever_was_chosen_before(folder):
    """The numbers that are tried too: in another order, and as the first of a process."""
    handouts, _ = new(folder)
    first = {}
    for number in range(6):
        room, most = handouts.arranged(wish(number))
        first[number] = room.wish.edition.columns, most, list(room.trials)
    again, _ = new(folder)
    for number in reversed(range(6)):
        fresh, _ = new(folder)
        for other in (again, fresh):
            room, most = other.arranged(wish(number))
            assert (room.wish.edition.columns, most, list(room.trials)) == first[number]


@pytest.mark.parametrize(
    "changes", first_quick([{}, {"columns": 1}, {"columns": 2}, {"format": "half-letter"}], 2), ids=str
)
def test_one_listing_more_has_no_room(folder, changes):
    """In the columns that are chosen; and in two there are more than in one."""
    handouts, _ = new(folder)
    for number in range(4):
        room, most = handouts.arranged(wish(number, **changes))
        assert room.fits(most) and not room.fits(most + 1)
        if not changes and room.wish.edition.columns == 2:
            assert not handouts.room(wish(number)).fits(most)


def test_a_sample_of_the_guide_is_tried_once(folder):
    """By which it is found out how many are tried first; not once more for each person."""
    handouts, tried = new(folder)
    handouts.arranged(wish(0))
    first = len(tried)
    tried.clear()
    handouts.arranged(wish(0))
    assert len(tried) <= first - 4 and len(handouts.rates) == 2


@pytest.mark.parametrize("columns", [0, 1, 2])
def test_what_all_has_room_is_tried_once(folder, columns):
    """As many people ask for a few listings: nothing is to be searched."""
    handouts, tried = new(folder)
    few = replace(wish(1, columns=columns), listings=IDS[3:9])
    handouts.arranged(few)
    tried.clear()
    room, most = handouts.arranged(few)
    assert most == 6 and tried == [(columns, 6)] and room.wish is few
