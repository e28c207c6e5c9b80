"""What tests of checks share."""

import pytest

from guide.content.checks import check_guide
from tests.content.checks.samples import FOOD, GUIDE, TODAY


@pytest.fixture
def names(load):
    """The names of what is found: names(lines of a listing, guide's lines); or in listings, given as a whole."""

    def check(*lines, guide="", listings=None):
        found = load(guide=GUIDE + guide, food=listings or FOOD + "".join(f"    {line}\n" for line in lines))
        assert not found.lines
        return [problem.name for problem in check_guide(found.guide, TODAY)]

    return check
