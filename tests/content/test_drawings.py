"""Drawings of a guide's own: what editors write becomes what pictograms are."""

import re

import pytest

from guide.content.drawings import DrawingError, drawn_file, drawn_path
from guide.pictograms import outline, with_path

SQUARE = "M2 2H22V22H2Z"
RING = (
    "M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM12 7a5 5 0 1 0 0 10a5 5 0 1 0 0-10z"  # both the same way round
)


def box(path):
    """(left, top, right, bottom) of the points that a path goes through."""
    ends = [each[-2:] for each in outline(with_path("x", path)) if len(each) > 1]
    xs, ys = zip(*ends)
    return min(xs), min(ys), max(xs), max(ys)


def svg(folder, inside, attributes='viewBox="0 0 24 24"'):
    path = folder / "a.svg"
    path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}>{inside}</svg>')
    return path


@pytest.mark.parametrize(
    "data",
    [
        SQUARE,
        "m2,2 h20 v20 h-20 z",
        "M2 2 22 2 22 22 2 22Z",
        "M 2,2 L 22,2 L 22,22 L 2,22",  # filled, and so closed
        "M2 2c5 0 20 0 20 0s0 20 0 20q-10 0-10 0t-10 0z",
        "M2 2a0 0 0 0 1 0 0H22V22H2z",
    ],
)
def test_every_command_that_editors_write_is_read(data):
    path = drawn_path(data)
    assert re.fullmatch(r"([MLCZ]|-?\d+(\.\d+)?| )+", path) and path.endswith("Z")
    assert box(path) == (2, 2, 22, 22)


def test_a_drawing_in_another_box_is_brought_to_the_grid():
    assert drawn_path("M10 10H54V54H10Z", (0, 0, 64, 64)) == "M3.75 3.75L20.25 3.75L20.25 20.25L3.75 20.25Z"
    assert box(drawn_path("M0 0H20V10H0Z", (0, 0, 20, 10))) == (
        0.6,
        pytest.approx(6.33, abs=0.1),
        23.5,
        pytest.approx(17.77, abs=0.1),
    )


def test_a_drawing_that_touches_the_edge_of_its_box_gets_a_little_smaller():
    assert box(drawn_path("M0 0H24V24H0Z")) == (0.6, 0.6, 23.5, 23.5)


@pytest.mark.parametrize(
    ("data", "name"),
    [
        ("", "shows nothing"),
        ("M1 1", "shows nothing"),
        ("boat", "cannot be read"),
        ("M2 2L", "cannot be read"),
        ("M2 2 L 3", "cannot be read"),
        ("M2 2H22V22 2 X", "cannot be read"),
        ("M2 2H100V100H2Z", "outside of its box"),
        ("M2 2H6V6H2Z", "only 4.0 of 24"),
        ("M2 2" + "L22 22L2 3" * 400 + "Z", "too many details"),
    ],
)
def test_what_cannot_be_printed_is_said(data, name):
    with pytest.raises(DrawingError) as found:
        drawn_path(data)
    kind, values = found.value.trouble
    assert name in kind.message.format(**{**values, "name": "boat"})


def test_a_file_is_read_with_its_shapes_and_moves(tmp_path):
    """Frames without fill, which icon sets have, are left out; the box is the file's."""
    inside = '<path d="M0 0h48v48H0z" fill="none"/><g transform="translate(4 4)"><rect width="40" height="40"/></g>'
    assert box(drawn_file(svg(tmp_path, inside, 'viewBox="0 0 48 48"'))) == (2, 2, 22, 22)
    assert box(drawn_file(svg(tmp_path, inside, 'width="48px" height="48px"'))) == (2, 2, 22, 22)


@pytest.mark.parametrize(
    "moves",
    [
        "translate(4,4)",
        "matrix(1 0 0 1 4 4)",
        "rotate(90) translate(4 -44)",
        "rotate(180 12 12) translate(-20,-20)",
        "scale(2) translate(2 2) scale(.5)",
    ],
)
def test_moves_of_a_file_are_followed(tmp_path, moves):
    inside = f'<g transform="{moves}"><path d="M0 0H40V40H0z"/></g>'
    assert box(drawn_file(svg(tmp_path, inside, 'viewBox="0 0 48 48"'))) == (2, 2, 22, 22)


def signed_areas(path):
    """The area of each contour by its corners, with the sign of its direction."""
    found = []
    for contour in re.findall("M[^M]+", path):
        ends = [each[-2:] for each in outline(with_path("x", contour)) if len(each) > 1]
        found.append(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(ends, ends[1:] + ends[:1])))
    return found


def test_holes_stay_holes(tmp_path):
    """Whatever the rule of the file: pages fill by the direction of contours."""
    plain, counted = (
        signed_areas(drawn_file(svg(tmp_path, f'<path {rule} d="{RING}"/>')))
        for rule in ("", 'fill-rule="evenodd"')
    )
    assert plain[0] * plain[1] > 0 and counted[0] * counted[1] < 0


@pytest.mark.parametrize("text", ["", "<svg", "words", "<svg/>"])
def test_a_file_that_is_no_drawing_is_refused(tmp_path, text):
    (tmp_path / "a.svg").write_text(text)
    with pytest.raises(DrawingError):
        drawn_file(tmp_path / "a.svg")


def test_a_drawing_of_lines_is_refused(tmp_path):
    with pytest.raises(DrawingError) as found:
        drawn_file(svg(tmp_path, '<path d="M2 2L22 22"/>', 'viewBox="0 0 24 24" fill="none" stroke="black"'))
    assert "lines" in found.value.trouble[0].message
