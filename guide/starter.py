"""A guide of one's own to begin with: content with comments that teach, and three editions."""

import json
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from guide.expressions import expression
from guide.output import NEW, write_atomically

STARTER = Path(__file__).resolve().parent / "starter"
LETTER, A4 = "letter", "a4"
PLAIN = expression(r"[^\W\d_][\w ,.()'\u2019-]*")  # a text that stands in YAML as it is
PLAIN_WORDS = {"yes", "no", "true", "false", "null", "on", "off", "y", "n"}  # but for these
SCHEMAS = {"": "schema/guide", "sections": "../schema/section", "editions": "../schema/edition"}
ON_A4 = {
    "editions/letter.yaml": {"format: letter       # or a4,": "format: a4           # or letter,"},
    "editions/booklet.yaml": {
        "Half-letter pages": "A5 pages",
        "Letter paper": "A4 paper",
        "format: half-letter": "format: a5",
    },
    "editions/large-print.yaml": {"format: large-print": "format: large-print\npage: [210 mm, 297 mm]"},
}  # what is said otherwise where the paper is A4
NO_SCHEMAS: Mapping[str, str] = MappingProxyType({})


class Beginning(NamedTuple):
    """What is known of a guide that begins."""

    title: str = "Our resource guide"
    place: str = ""  # the town or region that it is for
    language: str = "en"
    paper: str = LETTER
    today: date = date(2026, 1, 1)  # the date of its first edition


def start_guide(
    folder: str | Path, beginning: Beginning | None = None, schemas: Mapping[str, str] = NO_SCHEMAS
) -> list[Path]:
    """Write the files of a new guide into a folder, and {name: text} of the schemas for editors; the paths written.

    FileExistsError where there are files already.
    """
    folder = Path(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FileExistsError(folder)
    texts = {f"schema/{name}": text for name, text in schemas.items()}
    texts |= dict(starter_texts(beginning or Beginning()))
    for name, text in texts.items():
        write_atomically(folder / name, text.encode(), NEW)
    return [folder / name for name in texts]


def starter_texts(beginning: Beginning) -> Iterator[tuple[str, str]]:
    """Yield (name, text) of the files of a new guide."""
    for source in sorted(STARTER.rglob("*.yaml")):
        name = source.relative_to(STARTER).as_posix()
        text = source.read_text(encoding="utf-8")
        for old, new in changes(name, beginning).items():
            text = text.replace(old, new, 1)
        schema = SCHEMAS[name.rpartition("/")[0]]
        is_a4 = name == "editions/letter.yaml" and beginning.paper == A4
        yield (
            "editions/a4.yaml" if is_a4 else name,
            f"# yaml-language-server: $schema={schema}.schema.json\n{text}",
        )


def changes(name: str, beginning: Beginning) -> dict[str, str]:
    """{words of a file: what stands there in this guide}."""
    if name != "guide.yaml":
        return ON_A4.get(name, {}) if beginning.paper == A4 else {}
    subtitle = beginning.place
    if not subtitle or beginning.language.partition("-")[0] == "en":
        subtitle = f"Places that help in {subtitle}" if subtitle else "Places that help, near you"
    return {
        "title: Our resource guide": f"title: {as_yaml(beginning.title)}",
        "subtitle: Places that help, near you": f"subtitle: {as_yaml(subtitle)}",
        "language: en": f"language: {beginning.language}",
        "date: 2026-01-01": f"date: {beginning.today}",
    }


def as_yaml(text: str) -> str:
    """A text as it is written after a key: as it is, or in quotes where it has to be."""
    is_plain = PLAIN.fullmatch(text) and text.lower() not in PLAIN_WORDS and text == text.strip()
    return text if is_plain else json.dumps(text, ensure_ascii=False)
