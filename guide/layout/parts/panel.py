"""Which languages the panel of languages has, and which it has to leave out."""

from collections.abc import Iterator, Sequence

from guide.language.files import language_codes, language_name
from guide.language.scripts import base_language
from guide.language.words import words_in
from guide.layout.type.fonts import default_stacks
from guide.model import Guide


def panel_languages(guide: Guide, chosen: Sequence[str] | None = None, second: str = "") -> tuple[str, ...]:
    """The languages of the panel: as the edition chooses, or the guide; all others that there are words and faces for.

    `second`: the other language of an edition in two; who reads it needs no panel. () for no panel.
    """
    return tuple(
        code
        for code in wanted_languages(guide, chosen, second)
        if has_words(code) and not lacking_script(guide, code)
    )


def without_words(guide: Guide, chosen: Sequence[str] | None = None, second: str = "") -> list[str]:
    """The languages that were chosen and that there are no words in."""
    return [code for code in wanted_languages(guide, chosen, second) if not has_words(code)]


def without_face(
    guide: Guide, chosen: Sequence[str] | None = None, second: str = ""
) -> list[tuple[str, str]]:
    """[(language, script)] of those that there are words in, in a script that no face here has."""
    found = [
        (code, lacking_script(guide, code))
        for code in wanted_languages(guide, chosen, second)
        if has_words(code)
    ]
    return [(code, script) for code, script in found if script]


def is_chosen(guide: Guide, chosen: Sequence[str] | None) -> bool:
    """Whether somebody has named the languages of the panel."""
    return chosen is not None or bool(guide.language_help and guide.language_help.languages)


def wanted_languages(guide: Guide, chosen: Sequence[str] | None, second: str) -> Iterator[str]:
    """Yield the languages of the panel but those of the edition itself."""
    if guide.language_help is None:
        return
    own = {base_language(code) for code in (guide.language, guide.source_language, second) if code}
    wanted = guide.language_help.languages or language_codes() if chosen is None else chosen
    yield from (code for code in wanted if base_language(code) not in own)


def has_words(code: str) -> bool:
    """Whether the program has words in a language."""
    return words_in(code).language == base_language(code)


def lacking_script(guide: Guide, code: str) -> str:
    """The script of a language's words that no face here has, by ICU's code; "" where all can be printed."""
    from guide.language.unicode import script_runs  # ICU: a guide without a panel has no need of it

    words = words_in(code)
    said = words.need_interpreter + words.language_help_free + language_name(code, code)
    for stack in default_stacks(code, guide.style.face_folder):
        lacking = stack.lacking(said)
        if lacking:
            return script_runs(min(lacking))[0][0]
    return ""
