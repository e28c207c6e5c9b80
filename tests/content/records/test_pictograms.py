"""Pictograms of sections, and those of a guide's own."""

import pytest

from guide.content.load import load_guide
from guide.pictograms import name_of, outline

GUIDE = "title: Help\nedition: {number: 1, colour: blue, date: 2026-11-01}\n"
BOAT = "M2 14H22L18 20H6ZM11 2H13V12H11Z"
SVG = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="{BOAT}"/></svg>'


@pytest.fixture
def load(tmp_path):
    """A guide with these icons, load("pictograms: ...", "boat", "bed"): (icons, lines)."""

    def load_content(text, *icons):
        (tmp_path / "sections").mkdir(exist_ok=True)
        (tmp_path / "boat.svg").write_text(SVG)
        (tmp_path / "guide.yaml").write_text(GUIDE + text)
        for order, icon in enumerate(icons):
            listing = f"listings:\n  - {{id: l{order}, name: Listing {order}, phones: 202-456-1111}}\n"
            (tmp_path / f"sections/s{order}.yaml").write_text(
                f"title: Section {order}\nicon: {icon}\n{listing}"
            )
        guide, problems = load_guide(tmp_path)
        lines = [str(each).replace(f"{tmp_path}/", "") for each in problems if each.level == "error"]
        return [section.icon for section in guide.sections] if guide else [], lines

    return load_content


@pytest.mark.parametrize(
    "drawing", [BOAT, "boat.svg", f'{{path: "{BOAT}"}}', f'{{d: "{BOAT}", view_box: 24}}'][:3]
)
def test_a_section_may_have_a_drawing_of_the_guide(load, drawing):
    icons, lines = load(f"pictograms:\n  boat: {drawing}\n", "boat", "bed")
    assert lines == [] and [name_of(icon) for icon in icons] == ["boat", "bed"]
    assert outline(icons[0])[0] == ("m", 2, 14) and len(outline(icons[0])) == 10


def test_a_box_of_its_own(load):
    (icon,), lines = load('pictograms:\n  boat: {path: "M0 0H512V512H0Z", view_box: 0 0 512 512}\n', "boat")
    assert lines == [] and outline(icon)[0] == ("m", 0.6, 0.6)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("  boat: sail", 'guide.yaml:4:9: the path of "boat" cannot be read'),
        (f"  boat: {'s' * 300}.svg", 'guide.yaml:4:9: "boat": there is no file "sss'),
        ("  boat: ship.svg", 'guide.yaml:4:9: "boat": there is no file "ship.svg"'),
        ("  boat: ../ship.svg", 'guide.yaml:4:9: "boat": the file "../ship.svg" is outside'),
        ("  boat: {path: M2 2H22V22Z, view_box: large}", 'guide.yaml:4:39: "view_box" is "large" here'),
        ("  bed: M2 2H22V22Z", 'guide.yaml:4:3: there is a pictogram "bed" already'),
        ("  The Boat: M2 2H22V22Z", 'guide.yaml:4:3: "The Boat" cannot be the name'),
        ("  boat: M2 2H3V3Z", 'guide.yaml:4:9: "boat" is only 1.0 of 24 across'),
    ],
)
def test_what_is_wrong_is_said_where_it_stands(load, text, message):
    _, lines = load(f"pictograms:\n{text}\n", "phone")
    assert len(lines) == 1 and lines[0].startswith(message)


def test_a_pictogram_that_there_is_not_is_told_with_the_guide_s_own(load):
    _, (line,) = load(f"pictograms:\n  boat: {BOAT}\n", "baot")
    assert line.startswith('sections/s0.yaml:2:7: "icon" cannot be "baot"') and 'did you mean "boat"' in line


def test_two_names_for_one_drawing_are_one_drawing(load):
    _, lines = load(f"pictograms:\n  boat: {BOAT}\n  ship: {BOAT}\n", "boat", "ship")
    assert ["have the same pictogram, ship" in line for line in lines] == [True]
