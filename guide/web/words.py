"""What the page itself says beside the guide and its fixed texts: a file for each language, `guide/web/words/CODE.yaml`.

Where a language has no file, or a file lacks a text, it is said in English, and marked so.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

from guide.language.files import SAME, read_language_file
from guide.language.scripts import base_language
from guide.language.words import ENGLISH

FOLDER = Path(__file__).resolve().parent / "words"
SCRIPT = "script"  # the words that the script says
CHECKED, NOBODY = "checked", "no"  # who has read a file, and that no native speaker has yet


class WebWords(NamedTuple):
    """The words of a page in a language."""

    language: str
    own: Mapping[str, str]
    script: Mapping[str, str]  # what the script says: whole, in the language or in English
    checked: str = ""  # the native speaker who has read them; "" for nobody yet

    def say(self, name: str, **values: object) -> str:
        """A text by its name."""
        text = self.own.get(name) or words_of("en").own[name]
        return text.format(**values) if values else text

    def marks(self, name: str) -> dict[str, str]:
        """The attributes of what says a text: none unless it is English within another language."""
        return {} if name in self.own else self.marks_of(ENGLISH.language)

    def marks_of(self, language: str) -> dict[str, str]:
        """The attributes of what is said in a language: none unless it is English within another."""
        is_own = language != ENGLISH.language or base_language(self.language) == ENGLISH.language
        return {} if is_own else {"lang": ENGLISH.language, "dir": "ltr"}

    @property
    def is_whole(self) -> bool:
        """Whether there are words in the language."""
        return bool(self.own)


@cache
def words_of(language: str) -> WebWords:
    """The words of a page in a language."""
    code = base_language(language)
    path = FOLDER / f"{SAME.get(code, code)}.yaml"
    if not path.exists():
        return WebWords(language, {}, words_of("en").script)
    values = dict(read_language_file(path))
    checked = str(values.pop(CHECKED, ""))
    script = {str(name): str(text) for name, text in dict(values.pop(SCRIPT)).items()}  # type: ignore[call-overload]
    own = {str(name): str(text) for name, text in values.items()}
    return WebWords(language, own, script, "" if checked == NOBODY else checked)


def web_languages() -> tuple[str, ...]:
    """The languages that a page has words in."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.yaml")))
