"""What a braille page is made of."""

from guide.braille.blocks import ITEM, NAME, SECTION, Block, Unit


def test_a_part_begins_with_its_title():
    assert Unit([Block("Food", SECTION), Block("soup")]).begins
    assert not Unit([Block("Harbor", NAME)]).begins and not Unit([Block("soup", ITEM)]).begins
