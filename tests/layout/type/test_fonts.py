"""Faces: fallback by word and by character, what no face has, and shaping."""

import re
from pathlib import Path

import pytest
import uharfbuzz as hb

from guide.layout.type import fonts
from guide.layout.type.fonts import (
    BOLD,
    FEATURES,
    LEAST_KERN,
    REGULAR,
    Face,
    FaceStack,
    FontError,
    default_stacks,
    find_font,
)
from tests.thorough import examples

ROOT = Path(__file__).resolve().parents[3]
ASCII = [chr(code) for code in range(32, 127)]


@pytest.fixture(scope="module")
def stack(make_face):
    """Latin half an em wide; Greek one em, in a face with Latin too; digits only in a third."""
    return FaceStack(
        [
            make_face("First", [c for c in ASCII if not c.isdigit()]),
            make_face("Second", [*ASCII[:10], *map(chr, range(97, 123)), *"αβγδ"], 1000),
            make_face("Third", [" ", *"0123456789", "δ"], 250),
        ]
    )


def runs(stack, text):
    return [(face.name, piece) for face, piece in stack.runs(text)]


def test_a_text_of_the_main_face_is_one_run(stack):
    """Nothing is looked up further where the first face has it all."""
    assert runs(stack, "plain words") == [("First", "plain words")]


def test_a_word_goes_to_the_first_face_that_has_all_of_it(stack):
    """A word with one foreign letter is set whole in the face that has both, its neighbours are not."""
    assert runs(stack, "aa bγb cc") == [("First", "aa "), ("Second", "bγb "), ("First", "cc")]


def test_a_word_that_no_face_has_whole_falls_back_by_character(stack):
    """Each letter goes to the first face that has it."""
    assert runs(stack, "aγ1") == [("First", "a"), ("Second", "γ"), ("Third", "1")]


def test_widths_are_those_of_the_faces_used(stack):
    """Half an em, one em and a quarter; a space is the main face's own."""
    assert stack.width("aa") == pytest.approx(1.0)
    assert stack.width("aγ1") == pytest.approx(0.5 + 1.0 + 0.25)
    assert stack.width("γγ aa") == pytest.approx(2.0 + 0.5 + 1.0)


def test_a_character_that_no_face_has_is_kept_in_mind(make_face):
    """It is shown as a blank of the main face, and asked for by name later."""
    stack = FaceStack([make_face("Small", "ab ")])
    assert runs(stack, "a中") == [("Small", "a中")] and stack.missing == {"中"}


def harfbuzz(face, word):
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    hb.shape(face.font, buffer, FEATURES)
    return [
        (info.codepoint, position.x_advance)
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions)
    ]


@pytest.fixture(scope="module")
def words():
    """Thousands of words: those of the guide and the docs, in small letters, capitals and with figures."""
    paths = [*ROOT.glob("content/**/*.yaml"), *ROOT.glob("docs/*.md"), *ROOT.glob("guide/**/*.py")]
    found = set(re.findall(r"[!-~]+", " ".join(path.read_text(encoding="utf-8") for path in paths)))
    found |= {word.upper() for word in found} | {f"{a}{b}" for a in ASCII[1:] for b in ASCII[1:]}
    assert len(found) > 5000
    return sorted(found)


@pytest.mark.slow
@pytest.mark.parametrize("name", [REGULAR[0], BOLD[0]])
def test_pairs_of_ascii_letters_shape_as_harfbuzz_does(name, words):
    """The same glyphs, and advances that differ only by kerns too small to be seen."""
    face = Face(find_font(name))
    for word in words[:: examples(12, 1)]:
        expected = harfbuzz(face, word)
        got = [(glyph.id, glyph.advance) for glyph in face.shape(word)]
        assert [glyph for glyph, _ in got] == [glyph for glyph, _ in expected], word
        most = max(abs(a - b) for (_, a), (_, b) in zip(got, expected))
        assert most < LEAST_KERN * face.units_per_em, word


@pytest.mark.parametrize("name", REGULAR + BOLD)
def test_shaped_glyphs_stand_for_the_whole_word(name):
    """The texts of the glyphs of a word, put together, are the word."""
    face = Face(find_font(name))
    for word in ("office", "fjord", "naïve", "Ångström", "Zażółć", "AVATAR", "T.o."):
        assert "".join(glyph.text for glyph in face.shape(word)) == word


def test_kerning_is_on():
    """`To` is narrower than its letters."""
    face = Face(find_font(REGULAR[0]))
    assert face.width("To") < face.width("T") + face.width("o")


def test_an_empty_word_has_no_glyphs(half_em):
    """Two spaces in a row have nothing between them."""
    assert Face(half_em).shape("") == () and Face(half_em).width("") == 0


@pytest.mark.parametrize(
    "content, words", [(None, "cannot be read"), (b"not a font at all", "not a font file")]
)
def test_a_face_that_cannot_be_used_is_named(tmp_path, content, words):
    """The message has the path and the reason."""
    path = tmp_path / "bad.ttf"
    if content:
        path.write_bytes(content)
    with pytest.raises(FontError, match=words) as error:
        Face(path)
    assert str(path) in str(error.value)


def test_a_face_that_is_not_there_is_named():
    """Who installed half of the package is told so."""
    with pytest.raises(FontError, match="missing"):
        find_font("NoSuchFace.ttf")


def test_a_truncated_face_is_refused(tmp_path):
    """A file that was cut on the way is not taken for a face without characters."""
    path = tmp_path / "cut.ttf"
    path.write_bytes(find_font(REGULAR[0]).read_bytes()[:400])
    with pytest.raises(FontError):
        Face(path)


def test_kerning_that_nobody_sees_is_left_out_of_every_alphabet():
    """Words with letters beyond ASCII are kerned like those without; scripts that are shaped keep what shaping gives."""
    face = Face(find_font(REGULAR[0]))
    for word in ("résumé", "Montréal", "Peña", "Łucja", "Tromsø"):
        for glyph in face.shape(word):
            kern = abs(glyph.advance - face.font.get_glyph_h_advance(glyph.id))
            assert kern == 0 or kern >= LEAST_KERN * face.units_per_em, word
    arabic = Face(find_font(REGULAR[2]))
    assert arabic.shape("سلام", leftward=True) == arabic._harfbuzz("سلام", leftward=True)


@pytest.mark.parametrize(
    "language, text", [("ne", "५८"), ("ur", "۴۶"), ("ro", "ş"), ("sr", "бп")], ids=["ne", "ur", "ro", "sr"]
)
def test_letters_have_the_forms_of_their_language(language, text):
    """Where its readers know others, and the face has them; whatever the locale of the machine."""
    own, usual = default_stacks(language)[0], default_stacks("en")[0]
    assert own != usual

    def drawn(stack):
        return [glyph.id for face, part in stack.runs(text) for glyph in face.shape(part)]

    names = [{face.name for face, _ in stack.runs(text)} for stack in (own, usual)]
    assert drawn(own) != drawn(usual) and (language in ("ro", "sr") or names[0] == names[1])


def test_not_more_words_are_remembered_than_there_is_room_for(monkeypatch):
    """And each is as wide as before it was forgotten."""
    monkeypatch.setattr(fonts, "MOST_WORDS", 5)
    face, words = Face(find_font(REGULAR[0])), [f"name{number}" for number in range(12)]
    widths = [face.width(word) for word in words]
    assert [face.width(word) for word in words] == widths
    assert len(face._widths) <= 5 and len(face._shaped) <= 5
    stack = FaceStack([REGULAR[0]])
    assert [stack.width(word, 12) for word in words] == pytest.approx([12 * width for width in widths])
    assert len(stack.at(12)) <= 5
