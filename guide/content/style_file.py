"""The look of a guide in one file, style.yaml: its accent, its faces, its words."""

from collections.abc import Mapping
from dataclasses import fields
from functools import partial
from typing import Any

from guide.content.own_files import is_there, own_path
from guide.expressions import expression
from guide.language.words import Words
from guide.model import GuideStyle
from guide.problems import content as kinds
from guide.problems.reading import KEY_NO_WORD, KEY_TWICE
from guide.problems.syntax import COMMENT
from guide.reading.fields import Field, Kind, Record, Schema, closest, report_type
from guide.reading.kinds import WORD, read_word
from guide.reading.source import Node, Place, Source

HEX = expression(r"#[0-9A-Fa-f]{6}")
# Words that are printed with something in them; the brackets have to stay.
BRACKETS = expression(r"\{[a-z_]*\}")


def read_accent(node: Node, key: str, source: Source) -> str:
    """A colour as #RRGGBB."""
    text = read_word(node, key, source)
    if text and HEX.fullmatch(text):
        return text.upper()
    if text:
        source.report(node[1], kinds.ACCENT, text=text)
    return ""  # it was given, though not well


def read_face(node: Node, key: str, source: Source) -> str | None:
    """A TrueType file in the content folder, as an absolute path."""
    text = read_word(node, key, source)
    if not text:
        return None
    path = own_path(text, source.folder)
    if path is None:
        source.report(node[1], kinds.FACE_OUTSIDE, name=text)
    elif path.suffix.lower() != ".ttf":
        source.report(node[1], kinds.FACE_SUFFIX, name=text)
    elif not is_there(path):
        source.report(node[1], kinds.NO_FACE, name=text)
    else:
        return str(path)
    return None


def read_face_folder(node: Node, key: str, source: Source) -> str | None:
    """A folder in the content folder, as an absolute path."""
    text = read_word(node, key, source)
    if not text:
        return None
    path = own_path(text, source.folder)
    if path is None:
        source.report(node[1], kinds.FACE_FOLDER_OUTSIDE, name=text)
    elif not path.is_dir():
        source.report(node[1], kinds.NO_FACE_FOLDER, name=text)
    else:
        return str(path)
    return None


def make_faces(values: dict[str, str], place: Place, source: Source) -> dict[str, str]:
    """The faces by the names that a GuideStyle has for them; of text and of names there are both or none."""
    pair = [key for key in ("regular", "bold") if key in values]
    if len(pair) == 1 and not source.problems:
        missing = "bold" if pair == ["regular"] else "regular"
        source.report(place, kinds.ONE_FACE, given=pair[0], missing=missing)
    kept = {key: values[key] for key in pair} if len(pair) == 2 else {}
    return kept | ({"face_folder": values["folder"]} if "folder" in values else {})


def read_fixed_words(
    known: Mapping[str, str], node: Node, key: str, source: Source
) -> tuple[tuple[str, str], ...] | None:
    """((key, text), ...): the tool's own words, replaced; `known` are those that it has."""
    pairs, _ = node
    if pairs.__class__ is not tuple:
        report_type(node, key, "lines of the form contents: What is inside below it", source)
        return None
    words: dict[str, str] = {}
    for (name, place), value in pairs:
        if not isinstance(name, str):
            source.report(place, KEY_NO_WORD)
            continue
        text = read_word(value, name, source)
        if name in words:
            source.report(place, KEY_TWICE, name=name)
        elif name not in known:
            source.report(place, kinds.UNKNOWN_WORDS, name=name, near=closest(name, known))
        elif text and not same_brackets(text, known[name]):
            needed = ", ".join(BRACKETS.findall(known[name])) or "no brackets"
            source.report(value[1], kinds.WORDS, text=text, known=known[name], needed=needed)
        elif text:
            # content has no spaces at its ends; the tool's own words may, where something follows them
            before, after = known[name][:1].isspace(), known[name][-1:].isspace()
            words[name] = known[name][:1] * before + text.strip() + known[name][-1:] * after
    return tuple(words.items())


def same_brackets(text: str, known: str) -> bool:
    """Whether a text has the brackets of the one that it takes the place of, and no other."""
    rest = BRACKETS.sub("", text)
    return "{" not in rest and "}" not in rest and set(BRACKETS.findall(text)) == set(BRACKETS.findall(known))


FACES = Record(
    "faces",
    (
        Field(
            "regular",
            Kind(read_face, {"type": "string"}),
            "The face for text, a TrueType file in the content folder.",
        ),
        Field("bold", Kind(read_face, {"type": "string"}), "The face for names and numbers."),
        Field(
            "folder",
            Kind(read_face_folder, {"type": "string"}),
            "A folder of the content folder with faces for other scripts, see docs/languages.md.",
        ),
    ),
    make_faces,
)


def style_record(words: Mapping[str, str]) -> Record[GuideStyle]:
    """The table of keys of style.yaml; `words` are the fixed texts that it may replace, by name."""
    schema: Schema = {
        "type": "object",
        "properties": {name: {"type": "string"} for name in words},
        "additionalProperties": False,
    }
    return Record(
        "a style",
        (
            Field(
                "accent",
                Kind(read_accent, {"type": "string", "pattern": HEX.pattern}),
                'The colour of bars and bands: "#0B4A8C".',
                also="color colour",
            ),
            Field("accent_name", WORD, "What that colour is called on the cover: Purple."),
            Field("faces", FACES, "Faces of the guide's own."),
            Field(
                "words",
                Kind(partial(read_fixed_words, words), schema),
                "Words of the tool in the guide's own way, by name.",
            ),
        ),
        make_style,
    )


def make_style(values: dict[str, Any], place: Place, source: Source) -> GuideStyle:
    """The style with what its file gives; an accent needs a colour and a name."""
    faces = values.pop("faces", None) or {}
    if "accent_name" in values and "accent" not in values and not source.has(COMMENT):
        source.report(place, kinds.NAME_ALONE)
    if values.get("accent") and not values.get("accent_name"):
        source.report(place, kinds.ACCENT_WITHOUT_NAME)
    return GuideStyle(**values, **faces, mark=source.mark(place))


def fixed_texts(words: Words) -> dict[str, str]:
    """{name: text} of the texts in a Words that a guide may replace."""
    return {
        field.name: getattr(words, field.name)
        for field in fields(words)
        if isinstance(getattr(words, field.name), str) and field.name != "language"
    }
