"""The lines of files before and after a change."""

from guide.studio.lines import MOST, Lines

BEFORE = b"a: 1\n# why\nb: 2  # so\nc: \xc2\x85\n"


def test_a_change_is_taken_back_as_it_stood_and_later_ones_stay():
    lines = Lines()
    after = b"a: 1\n# why\n# so\nc: \xc2\x85\n"
    lines.keep(1, BEFORE, after)
    assert lines.back(1, after) == BEFORE
    assert (
        lines.back(1, after.replace(b"a: 1", b"a: 9") + b"d: 4\n")
        == BEFORE.replace(b"a: 1", b"a: 9") + b"d: 4\n"
    )
    assert lines.back(1, after.replace(b"# so", b"# too")) is None and lines.back(2, after) is None


def test_changes_of_one_step_are_one():
    """Unless somebody else has written in between."""
    lines = Lines()
    lines.keep(1, b"a\n", b"b\n")
    lines.keep(1, b"b\n", b"c\n")
    assert lines.back(1, b"c\n") == b"a\n"
    lines.keep(1, b"x\nc\n", b"x\nd\n")
    assert lines.back(1, b"x\nd\n") is None


def test_the_last_ones_are_kept():
    lines = Lines()
    for number in range(MOST + 1):
        lines.keep(number, b"a\n", b"b\n")
    assert lines.back(0, b"b\n") is None and lines.back(MOST, b"b\n") == b"a\n"


def test_a_text_is_kept_once():
    """Files of large guides are long."""
    lines, texts = Lines(), [b"a\n", b"b\n", b"c\n"]
    lines.keep(1, texts[0], texts[1])
    lines.keep(2, bytes(bytearray(texts[1])), texts[2])
    assert lines.kept[2][0] is lines.kept[1][1]
