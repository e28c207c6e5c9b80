import pytest

from guide.layout.pages import ACCENT, BLACK, WHITE, Box, Dots, Drawing, Line, Path, Turned
from guide.pdf.colour import screen_palette
from guide.pdf.content import Content, Fonts, Ink
from guide.pdf.syntax import Decimals, Names
from tests.pdf.samples import face, text

BOLD = face("AtkinsonHyperlegibleNext-Bold")


def content(height=800):
    return Content(Ink(screen_palette("#0B4A8C"), Fonts(), {"a.png": b"/Im1"}, Decimals(), Names()), height)


def drawn(*items):
    """The operators of some items, a line each."""
    some = content()
    some.draw(items)
    return some.finish().decode("latin-1").splitlines()


def test_black_is_pure_black_and_chosen_first():
    assert drawn(Box(10, 20, 30, 40, fill=BLACK)) == ["10 740 30 40 re f"]


def test_boxes_are_filled_and_stroked():
    assert drawn(Box(10, 20, 30, 40, fill=None, stroke=1)) == ["10 740 30 40 re S"]
    assert drawn(Box(10, 20, 30, 40, fill=WHITE, stroke=2)) == ["1 g", "2 w", "10 740 30 40 re B"]
    assert drawn(Box(10, 20, 30, 40, fill=None)) == ["10 740 30 40 re n"]


def test_what_is_chosen_stays_chosen():
    line = Line(10, 20, 110, 20, 0.5, ACCENT)
    operators = drawn(line, line)
    assert operators == ["0.043 0.290 0.549 RG", "0.5 w", "10 780 m 110 780 l S", "10 780 m 110 780 l S"]


def test_paths():
    segments = (("m", 1, 2), ("l", 3, 4), ("c", 1, 2, 3, 4, 5, 6), ("h",))
    assert drawn(Path(segments, fill=BLACK)) == ["1 798 m", "3 796 l", "1 798 3 796 5 794 c", "h", "f"]


def test_leaders_are_dashes_from_the_last_dot_back():
    assert drawn(Dots(100, 200, 50, 4, 1)) == ["q 1 J[0 4]0 d 200 750 m 100 750 l S Q"]


def test_lines_of_text_move_from_line_to_line():
    operators = drawn(
        text(None, "ill", 100), text(None, "li", 114.4), text(None, "i", 114.4, x=90, face=BOLD)
    )
    assert operators[0] == "BT"
    assert operators[1] == "/F1 12 Tf"
    assert operators[2].startswith("72 700 Td[(")
    assert operators[3].startswith("0 -14.4 Td[(")
    assert operators[4] == "/F2 12 Tf"
    assert operators[5].startswith("18 0 Td[(")
    assert operators[6:] == ["ET"]


def test_moves_do_not_drift():
    items = [text(None, "i", y=100 + 13.333 * line) for line in range(50)]
    moves = [float(line.split()[1]) for line in drawn(*items) if " Td" in line]
    assert sum(moves) == pytest.approx(800 - 100 - 13.333 * 49, abs=0.006)


def test_shapes_leave_the_text():
    operators = drawn(text(None, "i"), Box(0, 0, 1, 1, fill=BLACK), text(None, "i"))
    assert [line for line in operators if line in ("BT", "ET")] == ["BT", "ET", "BT", "ET"]
    assert operators.index("ET") < operators.index("0 799 1 1 re f")


def test_marked_content():
    some = content()
    some.begin("H1", 3)
    some.draw([text(None, "i")])
    some.end()
    some.begin_artifact("Header")
    some.end()
    operators = some.finish().split(b"\n")
    assert operators[0] == b"/H1<</MCID 3>>BDC"
    assert operators[-4:] == [
        b"ET",
        b"EMC",
        b"/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC",
        b"EMC",
    ]


def test_an_unknown_item_or_colour_is_an_error():
    with pytest.raises(KeyError):
        drawn("not an item")
    with pytest.raises(KeyError):
        drawn(text(None, "i", colour="mauve"))


def test_a_drawing_is_drawn_from_its_own_corner_and_changes_nothing_behind_it():
    """A name in it is turned to the left; colour, face and stroke are afterwards what they were."""
    name = Turned(50, 20, 90, (text(None, "ill", 3, x=-10),))
    drawing = Drawing(None, 10, 20, 100, 40, (Line(0, 0, 100, 0, 2, ACCENT), name))
    before, after = Line(0, 9, 50, 9, 0.5), text(None, "li", 100)
    operators = drawn(before, text(None, "ill", 50), drawing, before, after)
    place = operators.index("q 1 0 0 1 10 780 cm 1 j 1 J")
    assert operators[place + 1 : place + 4] == ["0.043 0.290 0.549 RG", "2 w", "0 0 m 100 0 l S"]
    assert operators[place + 4] == "q 0.0000 1.0000 -1.0000 0.0000 50 -20 cm "
    assert operators[place + 5 : place + 8][1].startswith("-10 -3 Td")
    assert operators[place + 7 : place + 10] == ["ET", "Q", "Q"]
    assert operators[place + 10 :][0] == "0 791 m 50 791 l S"
    assert operators[place + 11] == "BT" and operators[place + 12].startswith("72 700 Td[(")
