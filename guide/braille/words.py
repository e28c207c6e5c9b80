"""What a braille edition says of itself, beside the guide: a file for each language, `guide/braille/words/CODE.yaml`."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from guide.language.files import read_language_file
from guide.language.scripts import base_language
from guide.language.words import ENGLISH

FOLDER = Path(__file__).resolve().parent / "words"


@cache
def braille_words(language: str) -> Mapping[str, str]:
    """The words of a braille edition in a language; the English ones where there are none in it."""
    path = FOLDER / f"{base_language(language)}.yaml"
    found = read_language_file(path if path.exists() else FOLDER / f"{ENGLISH.language}.yaml")
    return {str(name): str(text) for name, text in dict(found).items()}
