"""What is kept of an edition that is set again and again."""

from types import SimpleNamespace

from guide.language.words import ENGLISH
from guide.layout.body.memory import Galley, GalleyMemory, MadeOf, Setting

SETTING = Setting("en", "US", ENGLISH, SimpleNamespace(), 2)


def test_a_section_is_kept_while_it_is_made_of_the_same():
    """By its number; neither it nor what it prints of others may change."""
    memory, galley = GalleyMemory(), Galley((), ())
    memory.keep(1, MadeOf("section", "around"), galley)
    assert memory.find(1, MadeOf("section", "around")) is galley
    assert memory.find(1, MadeOf("section", "other")) is memory.find(2, MadeOf("section", "around")) is None


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
