"""Where a thick guide is divided."""

from hypothesis import given
from hypothesis import strategies as st

from guide.braille.blocks import ITEM, SECTION, Block, Unit
from guide.braille.volumes import TOO_LONG, blocks_of, divided


def units_of(*sections):
    """Units by sections: how many pages each takes."""
    units = [
        Unit((Block(str(size), ITEM if number else SECTION),), f"Section {place}")
        for place, sizes in enumerate(sections)
        for number, size in enumerate(sizes)
    ]
    return units, [size for sizes in sections for size in sizes]


def sizes_of(volumes):
    return [sum(float(block.text) for unit in volume for block in unit.blocks) for volume in volumes]


def test_a_thin_guide_is_one_volume():
    units, sizes = units_of([10, 20], [30])
    assert divided(units, sizes, 80) == [units] and divided(units, sizes, 0) == [units]


def test_volumes_begin_with_sections_where_these_are_about_equal():
    units, sizes = units_of([20, 20], [15, 15], [30], [25, 25])
    assert sizes_of(divided(units, sizes, 80)) == [70, 80]


def test_a_section_that_is_too_long_is_divided_between_listings():
    units, sizes = units_of([10] * 30)
    assert sizes_of(divided(units, sizes, 100)) == [100, 100, 100]


def test_where_a_volume_begins_within_a_section_its_title_stands_there_again():
    units, _ = units_of([1, 2])
    first, *_ = blocks_of(units[1:], "(continued)", "again 2")
    assert first == Block("Section 0 (continued)", SECTION, "again 2")
    assert blocks_of(units, "(continued)", "again 1")[0].text == "1"


@given(
    st.lists(st.lists(st.integers(1, 12), min_size=1, max_size=8), min_size=1, max_size=8),
    st.integers(20, 60),
)
def test_every_unit_is_in_one_volume_and_none_is_too_long(sections, most):
    units, sizes = units_of(*sections)
    volumes = divided(units, sizes, most)
    assert [unit for volume in volumes for unit in volume] == units and all(volumes)
    assert max(sizes_of(volumes)) <= TOO_LONG * most
