"""Every script of the waiting room: what is printed is what HarfBuzz draws, readers take it out, and lines keep apart."""

import re
import shutil
import subprocess

import pypdfium2
import pytest

from benchmarks.scripts import LINES, difference, harfbuzz, ours, set_line
from guide.build import build_guide
from guide.errors import GuideError
from guide.language.unicode import letters_of, script_runs
from guide.layout.type.fonts import default_stacks
from guide.layout.type.script_faces import script_of_language
from guide.layout.type.style import make_style, style_for
from tests import verapdf

SCRIPTS = {
    code: next(script for script, _ in script_runs(line) if script not in ("", "Latn"))
    for code, line in LINES.items()
}
each_line = pytest.mark.parametrize("code", LINES)


@pytest.fixture
def faced(with_faces):
    """faced("km") has the face of a language, or skips the test and says what brings it."""
    return lambda code: with_faces(script_of_language(code) or SCRIPTS[code])


@pytest.mark.slow
@each_line
def test_it_is_printed_as_harfbuzz_draws_it(faced, code):
    """Letters joined, marks in their places: the ink of both pictures is the same but for the edges of strokes."""
    if not shutil.which("hb-view"):
        pytest.skip("hb-view is not installed: apt install libharfbuzz-bin")
    faced(code)
    assert difference(ours(code), harfbuzz(code)) < 0.2


@each_line
def test_lines_do_not_touch_each_other(faced, code):
    """What reaches furthest up and down in a line has room within its leading, in text, names and headings."""
    faced(code)
    texts, _ = set_line(code)
    style = style_for(make_style("letter", "#000000", default_stacks(code)), code)
    for name in ("body", "name", "small", "h1", "contents_row"):
        up, down = 0.0, 0.0
        for text in texts:
            scale = text.face.size_at(getattr(style, name).size) / text.face.units_per_em
            for glyph in text.face.shape(text.text, text.leftward):
                extents = text.face.font.get_glyph_extents(glyph.id)
                up = max(up, (extents.y_bearing + glyph.y_offset) * scale)
                down = max(down, -(extents.y_bearing + extents.height + glyph.y_offset) * scale)
        hair = getattr(style, name).size / 25
        assert up + down <= getattr(style, name).leading + hair, (name, up, down)


@pytest.fixture
def written(tmp_path):
    """written(codes): a content folder with a listing in each of these languages."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(
        "title: Lines\nedition: {number: 1, colour: blue, date: 2026-01-01}\n", encoding="utf-8"
    )

    def write(codes):
        listings = "".join(
            f"  - id: {code}\n    name: Place {code}\n    verified: 2026-01-01\n"
            f"    description: >-\n      {' '.join([LINES[code]] * 6)}\n"
            for code in codes
        )
        path = tmp_path / "sections" / "a.yaml"
        path.write_text(f"title: Places\nlistings:\n{listings}", encoding="utf-8")
        return tmp_path

    return write


@pytest.mark.slow
def test_all_of_them_stand_in_one_guide_and_conform(with_faces, written, tmp_path):
    """Their words come out as they were written, and the file keeps both standards, whatever script a listing is in."""
    with_faces()
    codes = [code for code in LINES if not default_stacks(code)[0].lacking(LINES[code])]
    if len(codes) < len(LINES):
        print("without a face:", *(code for code in LINES if code not in codes))
    pdf = build_guide(written(codes)).pdf
    read = "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(pdf))
    for code in codes:
        words = [word for word in re.findall(r"\w+", LINES[code]) if len(word) > 1]
        missing = [word for word in words if word not in re.sub(r"\s", "", read)]
        assert not missing, (code, missing)
    path = tmp_path / "lines.pdf"
    path.write_bytes(pdf)
    if verapdf.available():
        assert verapdf.failed_rules([path]) == {}


def test_without_a_face_the_command_that_brings_it_is_told(written):
    """At the line of the content, once for each script."""
    with pytest.raises(GuideError) as error:
        build_guide(written(["km", "ko"]))
    told = [problem for problem in error.value.problems if problem.name == "no-face-has-character"]
    assert [problem.hint.partition(";")[0] for problem in told] == [
        "on Debian and Ubuntu: apt install fonts-nanum",
        "on Debian and Ubuntu: apt install fonts-noto-core",
    ]
    assert [problem.mark.line for problem in told] == [12, 7]


def test_a_folder_of_the_guides_own_has_faces_too(with_faces, written, tmp_path, monkeypatch):
    """Named in style.yaml; the system's are not asked then."""
    with_faces("Khmr")
    face = default_stacks("km")[0].runs("ខ្មែរ")[0][0].path
    content = written(["km"])
    (content / "faces").mkdir()
    shutil.copy(face, content / "faces")
    (content / "style.yaml").write_text("faces:\n  folder: faces\n", encoding="utf-8")
    monkeypatch.setenv("GUIDE_FACES", "")
    assert "NotoSansKhmer" in fonts_of(build_guide(content).pdf, tmp_path)


def fonts_of(pdf, folder):
    """The names of the faces in a file."""
    (folder / "fonts.pdf").write_bytes(pdf)
    return subprocess.run(
        ["pdffonts", folder / "fonts.pdf"], capture_output=True, text=True, check=True
    ).stdout


@pytest.mark.parametrize(
    "code", "ko am ti km lo th my pa bn gu ta te hy ka he hmn so prs ps ur ku ckb ja".split()
)
def test_every_letter_of_a_language_has_a_face(with_language, code):
    """In both weights."""
    with_language(code)
    letters = "".join(letters_of(code))
    for stack in default_stacks(code):
        assert stack.lacking(letters) == set()
