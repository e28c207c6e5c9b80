"""What is kept of an edition that is set again and again."""

from itertools import combinations
from types import SimpleNamespace

import pytest

from guide.build import set_edition, write_pdf
from guide.content.choose.languages import choose_in_languages
from guide.language.words import ENGLISH
from guide.layout.body.galley import Strip
from guide.layout.body.listing import ListingSetter
from guide.layout.body.memory import (
    SETTINGS,
    Galley,
    GalleyMemory,
    ListingsMemory,
    MadeOf,
    Setting,
    opened_again,
)
from guide.layout.compose.kept import KeptListings
from guide.model import Choice, Edition
from guide.project import open_project
from tests.thorough import first_quick

SETTING = Setting("en", "US", ENGLISH, SimpleNamespace(), 2)


def test_a_section_is_kept_while_it_is_made_of_the_same():
    """By its number; neither it nor what it prints of others may change."""
    memory, galley = GalleyMemory(), Galley((), ())
    assert memory.keep(1, MadeOf("section", "around"), galley) is galley

    def found(number, around):
        return memory.find(number, MadeOf("section", around), pytest.fail)

    assert found(1, "around") is galley
    assert found(1, "other") is found(2, "around") is None


def test_a_part_is_made_once_while_it_is_made_of_the_same():
    memory, made = GalleyMemory(), []

    def make():
        made.append(len(made))
        return [made[-1:]]

    assert memory.part("index", "rows", make) is memory.part("index", "rows", make) and made == [0]
    assert memory.part("index", "other rows", make) == [[1]] and memory.part("contents", "rows", make) == [
        [2]
    ]


def test_with_another_setting_everything_is_forgotten():
    """The root of the tags too; with the same it stays."""
    memory = GalleyMemory()
    root = memory.root_for(SETTING)
    memory.keep(1, MadeOf("section", "around"), Galley((), ()))
    memory.part("index", "rows", list)
    assert memory.root_for(SETTING) is root and memory.galleys and memory.parts
    other = memory.root_for(SETTING._replace(digits=3))
    assert other is not root and other.language == "en" and not memory.galleys and not memory.parts


def test_in_another_setting_listings_are_kept_apart_and_found_again():
    """With ten listings the column of their numbers is wider than with nine; and only a few settings are kept."""
    memory = ListingsMemory()
    root, kept = memory.root_for(SETTING), memory.listings_of(1, "food")
    other = memory.root_for(SETTING._replace(digits=3))
    assert other is not root and memory.listings_of(1, "food") is not kept
    assert memory.root_for(SETTING) is root and memory.listings_of(1, "food") is kept
    for digits in range(10, 10 + SETTINGS):
        memory.root_for(SETTING._replace(digits=digits))
    assert memory.root_for(SETTING) is not root and len(memory.settings) == SETTINGS


def test_the_opening_of_a_section_is_set_once():
    """While its heading is the same; words that were cut for it are told each time, where the section stands now."""
    kept, made = KeptListings(), []
    setter = SimpleNamespace(broken=[], mark=None, leftward=False)

    def make():
        made.append(1)
        setter.broken.append(("line 1", "Pneumonoultra"))
        return [Strip(64, (), 32, None, None)]

    section = SimpleNamespace(heading=("1", "Food"), mark="line 1", number=1)
    moved = SimpleNamespace(heading=section.heading, mark="line 9", number=1)
    other = SimpleNamespace(heading=("1", "Beds"), mark="line 1", number=1)
    assert opened_again(kept, section, setter, make)[0].height == 64
    (again,) = opened_again(kept, moved, setter, make)
    assert again.section is moved and len(made) == 1 and setter.mark == "line 9"
    assert setter.broken == [("line 1", "Pneumonoultra"), ("line 9", "Pneumonoultra")]
    opened_again(kept, other, setter, make)
    opened_again(None, other, setter, make)
    assert len(made) == 3


LISTING = (
    "  - id: {id}\n    name: Place {id}\n    phones: [773-471-{number:04}]\n    hours: Mo-Fr 09:00-17:00\n"
    "    description: Beds and meals for everybody who comes.{more}\n    verified: 2026-04-01\n"
)


@pytest.fixture
def folder(tmp_path):
    """A guide of three sections with four listings each."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text("title: Help\nedition: {date: 2026-04-01}\n")
    for place, section in enumerate("abc"):
        ids = [f"{section}{each}" for each in range(4)]
        rows = "".join(
            LISTING.format(id=id, number=10 * place + each, more=" See also [[c1]]." * (id == "a2"))
            for each, id in enumerate(ids)
        )
        (tmp_path / f"sections/{section}.yaml").write_text(f"title: Part {section}\nlistings:\n{rows}")
    return tmp_path


@pytest.mark.slow
@pytest.mark.parametrize("columns", first_quick([2, 1]))
def test_each_choice_has_its_listings_as_if_it_were_the_first(folder, columns, monkeypatch):
    """With the numbers, references and sections that it has itself; and each listing is set once for each place."""
    project, memory, made = open_project(folder), ListingsMemory(), []
    strips = ListingSetter.strips
    monkeypatch.setattr(
        ListingSetter,
        "strips",
        lambda self, block, *more, **named: made.append(block.anchor) or strips(self, block, *more, **named),
    )

    def pdf(ids, galleys=None):
        edition = Edition(
            name="-".join(ids), columns=columns, choice=Choice(listings=ids), index=(), form=False
        )
        chosen, _ = choose_in_languages(project.printed, edition, folder)
        return write_pdf(set_edition(chosen, edition, galleys=galleys).laid_out, "colour")

    choices = [ids for ids in combinations(["a0", "a2", "b1", "c1", "c3"], 3)]
    first = [pdf(ids) for ids in choices]
    alone = len(made)
    made.clear()
    assert [pdf(ids, memory) for ids in choices] == first
    assert len(made) < alone
    made.clear()
    assert [pdf(ids, memory) for ids in reversed(choices)] == first[::-1]
    assert len(made) < alone / 3  # of those that mention others some are set again
