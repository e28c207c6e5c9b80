"""The words of the studio, a file for each language; every text is in each of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from guide.language.files import plain_value
from guide.reading.nodes import build_nodes
from guide.reading.source import Source

FOLDER = Path(__file__).resolve().parent / "words"
DEFAULT = "en"
LANGUAGES = ("en", "es")


class StudioWords:
    """The words in a language, by keys such as "head.undo"; what has no words shows its key."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self.texts = texts

    def __call__(self, key: str, /, **values: object) -> str:
        """The words of a key, with values in the places of their {names}; one for `count: 1` stands under KEY_one."""
        text = self.texts.get(f"{key}_one", "") if values.get("count") == 1 else ""
        text = text or self.texts.get(key, key)
        return text.format(**values) if values else text

    def has(self, key: str) -> bool:
        """Whether there are words for a key."""
        return key in self.texts

    def group(self, name: str) -> dict[str, str]:
        """The words below a name, {key: text}."""
        start = f"{name}."
        return {key.removeprefix(start): text for key, text in self.texts.items() if key.startswith(start)}

    def script(self, view: str) -> dict[str, str]:
        """The words that the browser's own part needs in a view: those below `js`, and below `js_VIEW`."""
        return self.group("js") | self.group(f"js_{view}")


@cache
def words_of(language: str) -> StudioWords:
    """The words in a language, in English where there are none in it."""
    code = language if language in LANGUAGES else DEFAULT
    return StudioWords(code, read_texts(FOLDER / f"{code}.yaml"))


def read_texts(path: Path) -> dict[str, str]:
    """{key: text} of a file of words."""
    source = Source(path, FOLDER)
    source.text = path.read_text(encoding="utf-8")
    top = build_nodes(source.text, source)
    if top is None or source.problems:
        raise ValueError(f"{path} cannot be read: {source.problems}")
    return flat(plain_value(top), "")


def flat(value: object, key: str) -> dict[str, str]:
    """{"head.undo": text} of groups in groups."""
    if not isinstance(value, dict):
        return {key: str(value)}
    pairs = (flat(each, f"{key}.{name}" if key else name) for name, each in value.items())
    return {name: text for group in pairs for name, text in group.items()}


def language_asked(header: str) -> str:
    """The first of a browser's languages (Accept-Language) that there are words in."""
    codes = (part.split(";")[0].strip().lower()[:2] for part in header.split(","))
    return next((code for code in codes if code in LANGUAGES), DEFAULT)
