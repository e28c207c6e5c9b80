"""What the page itself says beside the guide and its fixed texts: a file for each language, `guide/web/words/CODE.yaml`.

Where a language has no file, or a file lacks a text, it is said in English, and marked so.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from guide.language.files import read_language_file
from guide.language.scripts import base_language
from guide.language.words import ENGLISH

FOLDER = Path(__file__).resolve().parent / "words"
SCRIPT = "script"  # the words that the script says


class WebWords(NamedTuple):
    """The words of a page in a language."""

    language: str
    own: Mapping[str, str]
    script: Mapping[str, str]  # what the script says: whole, in the language or in English

    def say(self, name: str, **values: object) -> str:
        """A text by its name."""
        text = self.own.get(name) or words_of("en").own[name]
        return text.format(**values) if values else text

    def marks(self, name: str) -> dict[str, str]:
        """The attributes of what says a text: none unless it is English within another language."""
        is_own = name in self.own or base_language(self.language) == ENGLISH.language
        return {} if is_own else {"lang": ENGLISH.language, "dir": "ltr"}

    @property
    def is_whole(self) -> bool:
        """Whether there are words in the language."""
        return bool(self.own)


@cache
def words_of(language: str) -> WebWords:
    """The words of a page in a language."""
    path = FOLDER / f"{base_language(language)}.yaml"
    if not path.exists():
        return WebWords(language, {}, words_of("en").script)
    values = dict(read_language_file(path))
    script = {str(name): str(text) for name, text in dict(values.pop(SCRIPT)).items()}  # type: ignore[call-overload]
    return WebWords(language, {str(name): str(text) for name, text in values.items()}, script)


def web_languages() -> tuple[str, ...]:
    """The languages that a page has words in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
