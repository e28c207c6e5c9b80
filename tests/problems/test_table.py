"""All kinds of problem in one table."""

from guide.errors import ERROR, WARNING
from guide.problems.table import KINDS, wordings


def test_each_name_has_one_row():
    """In the order of the alphabet, each with what it is about."""
    names = [kind.name for kind in KINDS]
    assert names == sorted(set(names)) and all(kind.what for kind in KINDS)


def test_every_wording_belongs_to_a_row_or_to_a_check():
    from guide.content.checks import CHECKS

    known = {kind.name for kind in KINDS} | {check.name for check in CHECKS}
    assert {kind.name for kind in wordings()} <= known


def test_levels_are_two():
    assert {kind.level for kind in wordings()} <= {ERROR, WARNING}
    assert {kind.other_level for kind in wordings()} <= {"", ERROR, WARNING}
