"""style.yaml: what is read of it, and one clear line for everything that cannot be."""

import shutil
from pathlib import Path

import pytest

from guide.build import build_guide
from guide.content.file import read_file
from guide.content.style_file import fixed_texts, style_record
from guide.errors import GuideError
from guide.language.words import ENGLISH
from guide.model import GuideStyle
from guide.project import load_content, words_of
from guide.reading.fields import or_nothing
from guide.reading.source import Source

TEXTS = fixed_texts(ENGLISH)
FONTS = Path(__file__).resolve().parents[2] / "fonts"
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\n"
SECTION = (
    "title: Food\nlistings:\n  - id: food-bank\n    name: Harbor Food Bank\n    phones: [773-471-0999]\n"
)


@pytest.fixture
def load(tmp_path):
    """Reads a style file: (GuideStyle, lines)."""

    def load_text(text):
        path = tmp_path / "style.yaml"
        path.write_text(text, encoding="utf-8")
        source = Source(path, tmp_path)
        style = read_file(source, style_record(TEXTS))
        return style, [str(problem).replace(f"{tmp_path}/", "") for problem in source.problems]

    return load_text


@pytest.fixture
def content(tmp_path):
    """A guide of one listing; content(text) writes its style."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(GUIDE)
    (tmp_path / "sections" / "food.yaml").write_text(SECTION)

    def write(text):
        (tmp_path / "style.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def test_every_key_is_read(load, tmp_path):
    """The accent in capitals, faces as paths, words by name."""
    for name in ("Own-Regular.ttf", "Own-Bold.TTF"):
        (tmp_path / name).write_bytes(b"")
    style, lines = load(
        'accent: "#0b4a8c"\naccent_name: Sky\nfaces:\n  regular: Own-Regular.ttf\n  bold: Own-Bold.TTF\n'
        "words:\n  contents: What is inside\n  notes: To write on\n"
    )
    assert lines == []
    assert style == GuideStyle(
        accent="#0B4A8C",
        accent_name="Sky",
        regular=str(tmp_path / "Own-Regular.ttf"),
        bold=str(tmp_path / "Own-Bold.TTF"),
        words=(("contents", "What is inside"), ("notes", "To write on")),
    )


BAD = [
    ("accent: blue\naccent_name: Blue", "1:9", "'blue' is not a colour", '"#0B4A8C"'),
    ('accent: "#0B4"\naccent_name: Blue', "1:9", "'#0B4' is not a colour", "hexadecimal"),
    ("accent: #0B4A8C\naccent_name: Blue", "1:9", "#0B4A8C", "quotes"),
    ('accent: "#0B4A8C"', "1:1", "the accent has no name", "accent_name"),
    ("accent_name: [a]", "1:14", '"accent_name" is a list here', "one text"),
    ("acent_name: A", "1:1", 'a style has no key "acent_name"', '"accent_name"'),
    ('color: "#0B4A8C"', "1:1", 'a style has no key "color"', '"accent"'),
    ("faces: a.ttf", "1:8", '"faces" is a text here', "regular"),
    ("words: [a]", "1:8", '"words" is a list here', "contents: What is inside"),
    ("words:\n  note: A", "2:3", 'no words with the name "note"', '"notes"'),
    ("words:\n  xyzzy: A", "2:3", 'no words with the name "xyzzy"', "see docs/style.md"),
    ("words:\n  language: de", "2:3", 'no words with the name "language"', ""),
    ("words:\n  notes: [A]", "2:10", '"notes" is a list here', "one text"),
    ("words:\n  edition: Issue", "2:12", "does not have the same brackets", "keep {number}"),
    ('words:\n  edition: "Issue {nummer}"', "2:12", "does not have the same brackets", "keep {number}"),
    ('words:\n  notes: "Notes {number}"', "2:10", "does not have the same brackets", "no brackets"),
    ('words:\n  edition: "Issue {number} {"', "2:12", "brackets", "keep {number}"),
    ('words:\n  edition: "Issue {number} }"', "2:12", "brackets", "keep {number}"),
    ('words:\n  edition: "Issue {number} {Number}"', "2:12", "brackets", "keep {number}"),
    ('words:\n  edition: "Issue {number} {number.x}"', "2:12", "brackets", "keep {number}"),
    ('words:\n  edition: "Issue {number} {0}"', "2:12", "brackets", "keep {number}"),
    ('words:\n  edition: "Issue {number:>5000}"', "2:12", "brackets", "keep {number}"),
    ("words:\n  notes: A\n  notes: B", "3:3", '"notes" is given twice', "delete one"),
    ("words:\n  ? [a]\n  : B", "2:5", "a key must be a word", "key: text"),
]


@pytest.mark.parametrize("text,place,message,hint", BAD)
def test_every_bad_value_has_one_clear_line(load, text, place, message, hint):
    """Where it stands, what is wrong, what to do."""
    _, lines = load(text + "\n")
    assert len(lines) == 1 and lines[0].startswith(f"style.yaml:{place}: "), lines
    assert message in lines[0] and hint in lines[0].partition("; ")[2]


@pytest.mark.parametrize(
    "name,message",
    [
        ("none.ttf", "there is no face"),
        ("x" * 300 + ".ttf", "there is no face"),
        ("../own.ttf", "outside the content folder"),
        ("/own.ttf", "outside the content folder"),
        ("own.otf", "not a TrueType file"),
        ("own.woff2", "not a TrueType file"),
        ("", "there is a face under regular: and none under bold:"),
    ],
)
def test_a_face_that_cannot_be_had(load, tmp_path, name, message):
    """One line, at the name."""
    (tmp_path / "own.ttf").write_bytes(b"")
    (tmp_path / "own.otf").write_bytes(b"")
    style, lines = load(f"faces:\n  regular: own.ttf\n  bold: {name}\n")
    place = "3:9" if name else "2:3"
    assert len(lines) == 1 and lines[0].startswith(f"style.yaml:{place}: ") and message in lines[0]
    assert style.regular == style.bold == ""


@pytest.mark.parametrize(
    "name, message",
    [("faces", ""), ("none", "there is no folder"), ("../faces", "outside the content folder")],
)
def test_a_folder_of_faces_may_stand_alone(load, tmp_path, name, message):
    """For other scripts, beside the shipped faces."""
    (tmp_path / "faces").mkdir()
    style, lines = load(f"faces:\n  folder: {name}\n")
    assert style.face_folder == ("" if message else str(tmp_path / "faces")) and style.regular == ""
    assert len(lines) == bool(message) and all(message in line for line in lines)


def test_the_words_that_can_be_replaced_are_those_in_one_piece():
    """And each of them may be."""
    assert "language" not in TEXTS and "months" not in TEXTS and TEXTS["contents"] == "Contents"
    properties = style_record(TEXTS).schema["properties"]
    assert set(properties) == {"accent", "accent_name", "faces", "words"}
    assert str(or_nothing(properties["words"])).count("string") >= len(TEXTS)


def test_every_word_with_its_own_text_is_no_change(load):
    """All at once: what the tool prints is a text that it takes."""
    quoted = "".join(f'  {name}: "{text}"\n' for name, text in TEXTS.items())
    style, lines = load("words:\n" + quoted)
    assert lines == [] and len(style.words) == len(TEXTS)


def test_words_are_printed_in_the_guide_s_own_way(content):
    """In place of the tool's."""
    guide, _ = load_content(content("words:\n  contents: What is inside\n  edition: Issue {number}\n"))
    assert words_of(guide).contents == "What is inside" and words_of(guide).edition == "Issue {number}"
    assert words_of(guide).index == ENGLISH.index


def test_a_style_that_cannot_be_read_stops_the_build(content):
    """With its own line beside those of the guide."""
    with pytest.raises(GuideError, match=r"style.yaml:1:1: a style has no key"):
        build_guide(content("nothing: here\n"))


def test_a_style_with_faces_and_an_accent_is_built(content, tmp_path):
    """Faces in a folder of the guide's own."""
    (tmp_path / "faces").mkdir()
    regular, bold = sorted(FONTS.glob("*Regular*.ttf"))[0], sorted(FONTS.glob("*Bold*.ttf"))[0]
    shutil.copy(regular, tmp_path / "faces" / "a.ttf")
    shutil.copy(bold, tmp_path / "faces" / "b.ttf")
    folder = content(
        'accent: "#5A2D82"\naccent_name: Violet\nfaces: {regular: faces/a.ttf, bold: faces/b.ttf}\n'
    )
    result = build_guide(folder)
    assert result.listings == 1 and [problem.name for problem in result.problems] == ["never-verified"]


def test_an_empty_style_file_is_told(content):
    """As any other file is."""
    _, problems = load_content(content(""))
    assert any(problem.mark.path.name == "style.yaml" for problem in problems)


def test_spaces_at_the_ends_of_words_stay(load):
    """Some texts run on into a page number: without its space, it would stick to the last word."""
    ends = {name: text for name, text in TEXTS.items() if text != text.strip()}
    style, _ = load("words:\n" + "".join(f'  {name}: "{text}"\n' for name, text in ends.items()))
    assert dict(style.words) == ends


def test_every_word_and_every_key_is_in_the_documents():
    """Of the file, of its faces, of the words."""
    text = (FONTS.parent / "docs" / "style.md").read_text(encoding="utf-8")
    for name in (*TEXTS, "accent", "accent_name", "faces", "regular", "bold", "words"):
        assert f"`{name}`" in text or f"{name}:" in text, name
    for name, shipped in TEXTS.items():
        assert f"| `{name}` | {shipped.strip()} |" in text, name
