"""Steps as the disk may have them."""

import pytest

from guide.studio.hiding import (
    closed_streets,
    hidden_block,
    hidden_step,
    hidden_text,
    now_of,
    owner_in,
    streets_in,
)
from guide.studio.history import Step
from guide.studio.owners import Owner
from guide.studio.saves import Conflict, Saves, Write

ELM = {"address_1": "1 Elm Street", "city": "Chicago"}
SECRET = ELM | {"confidential": "yes"}
BLOCK = "  - id: safe\n    name: Safe\n    address:\n      address_1: 1 Elm Street\n      confidential: yes\n"


@pytest.mark.parametrize("pair", [[ELM, SECRET], [SECRET, ELM], [SECRET, None]])
def test_a_street_that_is_secret_on_one_side_is_hidden_on_both(studio, pair):
    step = Step(owner="listing/pantry", name="A", keys={"address": pair})
    assert streets_in(step) == {"1 Elm Street"}
    assert "Elm" not in str(hidden_step(step, studio)) and "Chicago" in str(hidden_step(step, studio))


def test_a_street_that_is_none_stays(studio):
    step = Step(owner="listing/pantry", name="A", keys={"address": [None, ELM]})
    assert hidden_step(step, studio) == step
    assert hidden_step(step, studio, {"1 Elm Street"}) != step


def test_lines_of_listings_too(studio):
    """In a text of a whole file as well, where all else stays."""
    assert "Elm" not in hidden_block(BLOCK, studio) and "name: Safe" in hidden_block(BLOCK, studio)
    text = "title: Food  # all\nlistings:\n" + BLOCK + "  - id: other\n    name: Other\n"
    hidden = hidden_text(text, studio)
    assert "Elm" not in hidden and "# all" in hidden and "name: Other" in hidden
    assert hidden_text("title: Food\n", studio) == "title: Food\n"


def test_whose_step_it_is(studio):
    step = Step(owner="listing/pantry", name="A")
    assert str(owner_in(step)) == "listing/pantry" and now_of(step, studio)["name"] == "Elm Pantry"
    assert now_of(Step(owner="listing/gone", name="A"), studio) == {}


def test_the_street_that_was_corrected_before_it_became_secret_is_hidden_too(studio):
    """In the same step, and in older ones; open offices of the same listing stay."""
    near, oak = ELM | {"address_1": "1 Elm Street North"}, {"address": {"address_1": "2 Oak Street"}}
    both = [{"address": ELM}, oak], [{"address": near | {"confidential": "yes"}}, oak]
    step = Step(owner="listing/pantry", name="A", keys={"locations": [*both]})
    assert closed_streets(step) == {"1 Elm Street"}
    hidden = str(hidden_step(step, studio))
    assert "Elm" not in hidden.replace("'pantry'", "") and "2 Oak Street" in hidden
    old = Step(owner="listing/pantry", name="A", keys={"locations": [None, [{"address": ELM}, oak]]})
    assert closed_streets(step, old) == {"1 Elm Street"}
    assert closed_streets(Step(owner="guide", name="A", keys={"locations": [both[1], both[1]]}), old) == set()


def test_a_text_that_names_a_secret_street_is_not_on_the_disk(saves):
    """It can be undone till the studio ends; later somebody has to type it again."""
    owner = Owner("listing", "kitchen")
    saves.write(owner, [Write("address", SECRET, None)])
    saves.write(owner, [Write("hours", "Ring at 1 elm  street.", "By appointment.")])
    assert "elm" not in saves.history._path(2).read_text(encoding="utf-8").lower()
    again = Saves(saves.studio)
    with pytest.raises(Conflict):
        again.undo()
    assert saves.undo().keys["hours"][0] == "By appointment."
