"""Faces of other scripts: where they are looked for, and what brings those that are not there."""

import os
import shutil

import pytest
from fontTools.ttLib import TTFont

from guide.layout.type.fonts import FaceStack, default_stacks
from guide.layout.type.script_faces import (
    FACES,
    ScriptFaces,
    face_of,
    forget_faces,
    forms_of,
    packages_for,
    script_of_language,
    state_of_faces,
    system_folders,
    what_brings,
)

THAI = "NotoSansThai-Regular.ttf"


@pytest.fixture
def folder(tmp_path, make_face):
    """A folder of the system with a Thai face below it, in one weight."""
    (tmp_path / "noto").mkdir()
    shutil.copy(make_face("Thai", "\u0e01\u0e02\u0e34."), tmp_path / "noto" / THAI)
    return tmp_path


@pytest.fixture
def only(folder, monkeypatch):
    """The faces of that folder are those of the system."""
    monkeypatch.setenv("GUIDE_FACES", str(folder))
    forget_faces()
    yield folder
    forget_faces()


def test_a_face_is_found_however_deep(only):
    """The regular one stands in where there is no bold one; other scripts have none."""
    assert face_of("Thai", False) == face_of("Thai", True) == only / "noto" / THAI
    assert face_of("Khmr", False) is None and face_of("Xxxx", False) is None


def test_the_guides_own_folder_is_looked_in_first(only, tmp_path_factory, make_face):
    own = tmp_path_factory.mktemp("own")
    shutil.copy(make_face("Own", "\u0e01"), own / THAI)
    assert ScriptFaces(False, str(own)).of("Thai") == own / THAI
    assert ScriptFaces(False).of("Thai") == only / "noto" / THAI


def test_a_face_that_may_not_be_embedded_is_not_used(only):
    """Nor one without TrueType outlines."""
    path = only / "noto" / THAI
    font = TTFont(path)
    font["OS/2"].fsType = 2
    font.save(path)
    assert face_of("Thai", False) is None
    path.write_bytes(b"OTTO")
    forget_faces()
    assert face_of("Thai", False) is None


def test_another_face_makes_another_state(only):
    """So that editions are made again."""
    before = state_of_faces()
    shutil.copy(only / "noto" / THAI, only / "NotoSansThai-Bold.ttf")
    forget_faces()
    assert before != state_of_faces() and str(only) not in state_of_faces()


def test_a_text_of_the_script_is_one_run(only, half_em):
    """With the signs that the face has; what it lacks comes from the others, and clusters stay together."""
    stack = FaceStack([half_em], ScriptFaces(False))

    def runs(text):
        return [(face.name[:9], part) for face, part in stack.runs(text)]

    assert runs("ab \u0e01\u0e34.") == [("HalfEm", "ab "), ("NotoSansT", "\u0e01\u0e34.")]
    assert runs("\u0e01\u0e34(21)") == [("NotoSansT", "\u0e01\u0e34"), ("HalfEm", "(21)")]
    assert runs("ab\u0e01\u0e34") == [("HalfEm", "ab"), ("NotoSansT", "\u0e01\u0e34")]
    assert stack.missing == set() and stack.lacking("\u0e01\u1780a") == {"\u1780"}


def test_stacks_with_other_folders_are_not_equal(half_em):
    assert FaceStack([half_em]) != FaceStack([half_em], ScriptFaces(False))
    assert FaceStack([half_em], ScriptFaces(False)) == FaceStack([half_em], ScriptFaces(False))


@pytest.mark.parametrize("script", FACES)
def test_each_script_has_files_and_most_a_package(script):
    """Debian's, with TrueType outlines."""
    files, package = what_brings(script)
    assert script == "Hant" or files.endswith(".ttf") and package.startswith("fonts-")


def test_packages_of_several_scripts_are_named_once():
    assert packages_for(("Hang", "Khmr", "Thai", "Xxxx")) == "fonts-nanum fonts-noto-core"


@pytest.mark.parametrize(
    "language, script",
    [
        ("ja", "Jpan"),
        ("ko-KR", "Hang"),
        ("zh-hant-TW", "Hant"),
        ("zh", ""),
        ("en", ""),
        ("ur", "Aran"),
        ("ar", ""),
    ],
)
def test_languages_with_letters_of_their_own(language, script):
    assert script_of_language(language) == script


def test_japanese_letters_stand_before_chinese_ones(with_faces):
    """In a Japanese guide alone."""
    with_faces("Jpan")
    face = FACES["Jpan"][0].regular
    assert default_stacks("ja")[0].runs("直す")[0][0].path.name in {each.regular for each in FACES["Jpan"]}
    assert default_stacks("zh")[0].runs("直")[0][0].name == "NotoSansSC-Regular" != face


def test_urdu_is_written_in_nastaliq(with_faces):
    """In an Urdu guide alone, and in Naskh where no such face is found."""
    with_faces("Aran")
    for place, name in enumerate(FACES["Aran"][0][:2]):
        assert default_stacks("ur")[place].runs("\u067e\u06c1\u0644\u06d2")[0][0].path.name == name
    assert "Naskh" in default_stacks("ps")[0].runs("\u067e")[0][0].name


def test_the_systems_folders_may_be_others(monkeypatch):
    monkeypatch.setenv("GUIDE_FACES", os.pathsep.join(("/a", "", "/b")))
    assert system_folders() == ("/a", "/b")
    monkeypatch.delenv("GUIDE_FACES")
    assert system_folders() != ()


@pytest.mark.parametrize("language, forms", [("ne-NP", "ne"), ("hi", ""), ("en", ""), ("ur", "ur")])
def test_languages_with_forms_of_their_own(language, forms):
    assert forms_of(language) == forms
