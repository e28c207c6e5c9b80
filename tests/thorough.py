"""How many examples a run looks at: a few of each kind, or with `pytest --thorough` all that there are.

A test that looks at every pair of format and language, or at a hundred random guides, finds in a few minutes what a few
examples find in a second nearly always. Every value is met at each run; every combination of them before a release.
"""

import os
from itertools import cycle, islice, product

import pytest

ON = bool(os.environ.get("GUIDE_THOROUGH"))  # set by tests/conftest.py before any test is read


def examples(few, many):
    """How many random examples: a few, or many."""
    return many if ON else few


def covering(*axes):
    """Rows for `parametrize`: each value of each axis at least once, or with --thorough every combination.

    covering("ab", "xyz") is ax, by, az.
    """
    if ON:
        return list(product(*axes))
    longest = max(map(len, axes))
    rows = [tuple(row) for row in zip(*(islice(cycle(axis), longest) for axis in axes))]
    return list(dict.fromkeys(rows))


def first_quick(rows, count=1):
    """Rows for `parametrize`, of which every run has the first, so many, and `-m slow` the others."""
    rows = list(rows)
    return [*rows[:count], *(pytest.param(*as_row(row), marks=pytest.mark.slow) for row in rows[count:])]


def as_row(row):
    return row if isinstance(row, tuple) else (row,)
