"""What an import leaves for the next one."""

import pytest

from guide.errors import GuideError
from guide.exchange.again.state import FOLDER, STATE, Came, State, read_state, state_bytes

LEFT = State(
    sources=("a.csv", "https://example.org/b.csv"),
    day="2026-11-30",
    format="icarol",
    merge=True,
    came={
        "food": Came("7", "food", {"id": "food", "phones": ["1", {"number": "2"}]}),
        "old": Came("", "food", {}, gone=True),
    },
)


def keep(folder, data):
    """Write a state."""
    (folder / FOLDER).mkdir()
    (folder / FOLDER / STATE).write_bytes(data)


def test_what_is_left_is_read_as_it_was(tmp_path):
    """A line for each listing."""
    keep(tmp_path, state_bytes(LEFT))
    assert read_state(tmp_path) == LEFT
    assert state_bytes(LEFT).count(b"\n") == 11
    assert LEFT.ids == {"7": "food"}


def test_nothing_was_imported(tmp_path):
    """Then there is nothing to merge with."""
    assert read_state(tmp_path) == State()


@pytest.mark.parametrize("data", [b"", b"[]", b"{}", b"\xff", b'{"came": {"a": 1}}'])
def test_a_damaged_state_is_told(tmp_path, data):
    """Without it local edits would be lost, so nothing goes on."""
    keep(tmp_path, data)
    with pytest.raises(GuideError) as error:
        read_state(tmp_path)
    assert [problem.name for problem in error.value.problems] == ["no-state"]
