"""The faces of a guide, and what is said of the languages and the size of an edition."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.formats import CLEAR_PRINT
from guide.language.scripts import base_language
from guide.language.words import ENGLISH, Words
from guide.layout.type.fonts import BOLD, REGULAR, FaceStack, default_stacks
from guide.layout.type.script_faces import ScriptFaces, script_of_language, what_brings
from guide.layout.type.style import Stacks
from guide.model import Guide


class Version(NamedTuple):
    """The guide in one language with what it is set in: fixed texts and faces."""

    guide: Guide
    words: Words
    stacks: Stacks


def stacks_of(guide: Guide) -> Stacks:
    """The faces of a guide, with the shipped ones behind its own."""
    style = guide.style
    language = "en" if base_language(guide.language) == "en" else guide.language
    if not style.regular:
        regular, bold = default_stacks(language, style.face_folder)
        return regular.anew(), bold.anew()
    own = (
        FaceStack((style.regular, *REGULAR), ScriptFaces(False, style.face_folder), language),
        FaceStack((style.bold, *BOLD), ScriptFaces(True, style.face_folder), language),
    )
    return own[0].for_language(language), own[1].for_language(language)


def unchecked_words(versions: Iterable[Version]) -> Iterator[str]:
    """Yield a sentence for each language whose fixed texts no native speaker has checked."""
    for version in versions:
        if version.words.language != ENGLISH.language:
            from guide.language.files import fixed_words, language_name  # see words_in

            found = fixed_words(version.words.language)
            if found and not found.checked:
                yield f"the program's own words in {language_name(version.words.language, 'en')} have not been checked by a native speaker yet"


def other_shapes(versions: Iterable[Version]) -> Iterator[str]:
    """Yield a sentence for a language whose ideographs are drawn as those of Chinese, because no face here has its own."""
    for guide, _, (regular, _) in versions:
        script = script_of_language(guide.language)
        if script in ("Jpan", "Hant") and regular.others and not regular.others.of(script):
            from guide.language.files import language_name  # see above

            _, package = what_brings(script)
            brought = f" (on Debian and Ubuntu: apt install {package})" if package else ""
            name = language_name(guide.language, ENGLISH.language)
            yield f"the letters of {name} have the shapes of Chinese (simplified): no face has its own{brought}"


def size_said(size: float) -> tuple[str, ...]:
    """A sentence for text that is smaller than clear print."""
    if size >= CLEAR_PRINT:
        return ()
    return (f"text of {size:g} pt: this is not clear print, which begins at {CLEAR_PRINT} pt",)
