"""What is different of translations: their own words, whatever was done to the texts that they were made from."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from guide.content.choose.printable import printable
from guide.content.translations import load_translation, translated_languages
from guide.content.unit_texts import LINE, PROSE, ROWS, SPANS
from guide.content.units import LISTING, Place, Unit, listing_units
from guide.model import Guide
from guide.model.changes import FieldChange
from guide.reading.page_text import to_page_markdown
from guide.reading.prose import to_markdown, write_line

WRITERS: Mapping[str, Callable[[Any], str]] = {
    LINE: str,
    SPANS: write_line,
    PROSE: to_markdown,
    ROWS: "; ".join,
}


def compare_translations(
    old: tuple[Guide, Path], new: tuple[Guide, Path]
) -> Mapping[str, tuple[FieldChange, ...]]:
    """{id: what is different} of the translations of listings that are printed before and now, in any language.

    Each guide comes with the folder of its content.
    """
    found: dict[str, list[FieldChange]] = {}
    languages = (*translated_languages(old[1]), *translated_languages(new[1]))
    if languages:
        units = tuple(dict(units_of(guide)) for guide, _ in (old, new))
        both = {place[1] for place in units[0]} & {place[1] for place in units[1]}
        for language in dict.fromkeys(languages):
            texts = [said(*each, language, some) for each, some in zip((old, new), units)]
            for id, change in different_texts(texts[0], texts[1], language):
                if id in both:
                    found.setdefault(id, []).append(change)
    return {id: tuple(changes) for id, changes in found.items()}


def units_of(guide: Guide) -> Iterator[tuple[Place, Unit]]:
    """Yield (place, unit) of the texts of listings that are printed."""
    for listing in printable(guide).listings:
        yield from ((unit.place, unit) for unit in listing_units(listing))


def said(guide: Guide, folder: Path, language: str, units: Mapping[Place, Unit]) -> dict[Place, str]:
    """{place: text} of what is translated of the units."""
    entries = load_translation(guide, folder, language)[0].entries
    return {
        place: one_line(units[place].kind, entry.value)
        for place, entry in entries.items()
        if place in units and place[0] == LISTING
    }


def one_line(kind: str, value: Any) -> str:
    """A translated text on one line."""
    return " ".join(WRITERS.get(kind, to_page_markdown)(value).split())


def different_texts(
    old: Mapping[Place, str], new: Mapping[Place, str], language: str
) -> Iterator[tuple[str, FieldChange]]:
    """Yield (id, what is different) of the texts of one language."""
    for place in dict.fromkeys((*new, *old)):
        was, now = old.get(place, ""), new.get(place, "")
        if was != now:
            yield place[1], FieldChange(key=place[2], old=was, new=now, language=language)
