"""Whether a guide's own accent and faces can be printed and read."""

import shutil
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import pytest
from fontTools.ttLib import TTFont

from guide.colours import ACCENTS
from guide.layout.type.colour import LEAST_CONTRAST, contrast
from guide.layout.type.style_check import NEEDED, check_style
from guide.model import GuideStyle
from tests.thorough import first_quick

FONTS = Path(__file__).resolve().parents[3] / "fonts"


def names(**style):
    return [(problem.name, problem.level) for problem in check_style(GuideStyle(**style))]


def test_a_guide_without_a_style_has_nothing_to_check():
    assert names() == []


@pytest.mark.parametrize("accent", [each.screen for each in ACCENTS.values()])
def test_the_shipped_accents_pass(accent):
    """With a contrast of 7 to 1 on white."""
    assert names(accent=accent, accent_name="A") == [] and contrast(accent) >= 7


@pytest.mark.parametrize(
    "accent,expected",
    [
        ("#FFFFFF", ("accent-contrast", "error")),
        ("#FFFF00", ("accent-contrast", "error")),
        ("#767676", ("accent-contrast", "error")),
        ("#E0007A", ("accent-contrast", "error")),
        ("#000000", ("accent-grey", "warning")),
    ],
)
def test_an_accent_that_cannot_be_read_or_told_from_black(accent, expected):
    """The one stops the build, the other is only said."""
    assert names(accent=accent, accent_name="A") == [expected]


def test_the_contrast_asked_for_is_seven():
    """4.5 is for those who see well."""
    assert LEAST_CONTRAST == 7
    (problem,) = check_style(GuideStyle(accent="#595959", accent_name="A"))
    assert problem.name != "accent-contrast" and contrast("#595959") >= 7


@pytest.mark.parametrize("path", first_quick(sorted(FONTS.glob("*.ttf")), 6), ids=lambda path: path.name)
def test_the_shipped_faces_may_be_embedded(path):
    """They lack nothing but what other faces in the stack have."""
    found = names(regular=str(path), bold=str(path))
    assert {name for name, _ in found} <= {"face-coverage"}


def test_a_face_that_is_none(tmp_path):
    """An error that names the file."""
    (tmp_path / "a.ttf").write_bytes(b"no face")
    (tmp_path / "b.ttf").write_bytes(b"")
    problems = check_style(GuideStyle(regular=str(tmp_path / "a.ttf"), bold=str(tmp_path / "b.ttf")))
    assert [(problem.name, problem.level, problem.mark.path.name) for problem in problems] == [
        ("face", "error", "a.ttf"),
        ("face", "error", "b.ttf"),
    ]


@pytest.fixture
def with_permission(half_em, tmp_path):
    """The test face with these bits of fsType; its path."""

    def make(bits):
        font = TTFont(half_em)
        font["OS/2"].fsType = bits
        path = tmp_path / f"bits{bits}.ttf"
        font.save(path)
        return str(path)

    return make


@pytest.mark.parametrize(
    "bits,allowed", [(0, True), (4, True), (8, True), (2, False), (0x100, False), (0x108, False)]
)
def test_the_makers_of_a_face_have_their_say(with_permission, bits, allowed):
    """Bits 1 and 8 of fsType forbid what the file needs."""
    path = with_permission(bits)
    found = [
        problem.message
        for problem in check_style(GuideStyle(regular=path, bold=path))
        if problem.name == "face"
    ]
    assert (found == []) == allowed and all("embedded" in message for message in found)


def test_a_face_that_lacks_letters(make_face):
    """A warning that counts them and shows a few; the shipped faces stand in."""
    path = str(make_face("Poor", "abc "))
    problem = check_style(GuideStyle(regular=path, bold=path))[0]
    assert (problem.name, problem.level) == ("face-coverage", "warning")
    assert str(len(NEEDED) - 4) in problem.message and problem.message.count("U+") == 5


def test_problems_of_the_accent_stand_where_it_is_written():
    """At the mark of the style."""
    mark = SimpleNamespace(path="style.yaml")
    style = replace(GuideStyle(accent="#FFFF00", accent_name="A"), mark=mark)
    assert check_style(style)[0].mark is mark


def test_a_folder_of_faces_says_what_is_not_used(with_permission, tmp_path):
    """A face of another name, one that may not be embedded, one that is none; a good one says nothing."""
    folder = tmp_path / "faces"
    folder.mkdir()
    shutil.copy(with_permission(0), folder / "NotoSansThai-Regular.ttf")
    shutil.copy(with_permission(2), folder / "NotoSansLao-Regular.ttf")
    shutil.copy(with_permission(0), folder / "Noto Sans Khmer Regular.ttf")
    (folder / "NotoSansKhmer-Regular.ttf").write_bytes(b"OTTO")
    (folder / "LICENSE.txt").write_text("OFL")
    found = {problem.mark.path.name: problem for problem in check_style(GuideStyle(face_folder=str(folder)))}
    assert {name: problem.name for name, problem in found.items()} == {
        "NotoSansLao-Regular.ttf": "face",
        "NotoSansKhmer-Regular.ttf": "face",
        "Noto Sans Khmer Regular.ttf": "face-unused",
    }
    assert "NotoSansKhmer-Regular.ttf" in found["Noto Sans Khmer Regular.ttf"].hint
