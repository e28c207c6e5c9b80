"""The head of a handout that is for one person."""

from guide.colours import ACCENTS
from guide.language.words import ENGLISH
from guide.layout.body.galley import Column
from guide.layout.pages import Text
from guide.layout.parts.personal import PersonalHead
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.layout.type.setter import Setter
from guide.layout.type.style import make_style
from guide.model import Personal


def head(maker, personal, advice=True):
    """(its lines as (words, size, bold), its height)."""
    guide = maker.guide(maker.section(maker.listing("a")))
    setter = Setter(make_style("letter", ACCENTS["teal"].screen, default_stacks()), 2)
    column = Column(setter, 0, 400)
    PersonalHead(guide, setter, ENGLISH, Tag("Document"), personal).add(column, advice)
    texts = [item for item in column.items if isinstance(item, Text)]
    lines = {}
    for text in texts:
        lines.setdefault(text.y, []).append(text)
    return [
        ("".join(each.text for each in line).replace("\u00a0", " ").strip(), line[0].size)
        for line in lines.values()
    ], column.y


def test_who_it_is_for_stands_above_what_is_said_of_them(maker):
    """The greeting in the size of a name, the fields in the size of the text, the advice smaller."""
    lines, height = head(maker, Personal("For Ana Ruiz", (("Case worker", "J. Smith"), ("Room", "4"))))
    assert lines[:3] == [("For Ana Ruiz", 17), ("Case worker: J. Smith", 12), ("Room: 4", 12)]
    assert lines[3][0].startswith("Nobody has checked") and lines[3][1] == 11
    assert height > 20 + 2 * 16 + 16


def test_what_had_no_room_is_counted(maker):
    """In words that agree with the number, with how many there are in all."""
    (line,), _ = head(maker, Personal(left_out=1, total=61), advice=False)
    assert line[0] == "1 more place. The full guide has 61 listings. Ask the staff for it."
    (line,), _ = head(maker, Personal(left_out=12, total=61), advice=False)
    assert line[0].startswith("12 more places. ")


def test_what_is_for_everybody_has_no_head(maker):
    """Nothing is set, and no room is taken."""
    assert head(maker, None) == ([], 0)
