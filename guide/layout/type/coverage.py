"""Characters that no face has: found while setting, and then looked for in the content."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from itertools import groupby
from pathlib import Path
from typing import Any

from guide.errors import Mark, Problem
from guide.layout.type.fonts import FaceStack
from guide.layout.type.script_faces import what_brings
from guide.model import Guide, Listing, OwnPage, Section
from guide.problems.layout import NO_FACE_HAS, NO_FACE_HAS_IT

SHOWN = 3  # characters and names in a message


PROGRAM = "words of the program"  # and what a handout says of the one whom it is for


def missing_characters(guide: Guide, stacks: Iterable[FaceStack]) -> list[Problem]:
    """A problem for each script with characters that were to be set and cannot be printed."""
    missing = set[str]().union(*(stack.missing for stack in stacks))
    return _problems(guide, missing) if missing else []


def lacking_characters(guide: Guide, stacks: Iterable[FaceStack]) -> list[Problem]:
    """The same for all that a guide has, whether it is set or not."""
    characters = characters_of(guide)
    missing = set[str]().union(*(stack.lacking(characters) for stack in stacks))
    return _problems(guide, missing) if missing else []


def characters_of(guide: Guide) -> set[str]:
    """Every character that a guide has, whether it is set or not."""
    return set[str]().union(*(found for _, _, found in _holders(guide)))


def _problems(guide: Guide, missing: set[str]) -> list[Problem]:
    from guide.language.unicode import script_of  # few guides have characters without a face

    holders = [(mark, name, found & missing) for mark, name, found in _holders(guide) if found & missing]
    files = _Files(guide)
    problems = []
    for (code, script), characters in groupby(sorted(missing, key=script_of), script_of):
        some = set(characters)
        where = [(mark, name, found & some) for mark, name, found in holders if found & some]
        where = where or [(guide.mark, PROGRAM, some)]
        mark = files.place_of(where[0][2], where[0][0])
        problems.append(_problem(mark, code, script, some, [name for _, name, _ in where]))
    return problems


def _holders(guide: Guide) -> Iterator[tuple[Mark, str, set[str]]]:
    """Yield (mark, name, characters) of the guide, of each section and of each listing."""
    yield guide.mark, "the guide", _characters(guide, ("sections", "own_pages", "maps", "mark"))
    for section in guide.sections:
        yield section.mark, f"the section {section.title!r}", _characters(section, ("listings", "mark"))
        for listing in section.listings:
            yield listing.mark, listing.name, _characters(listing, ("mark",))
    for page in guide.own_pages:
        yield page.mark, f"the page {page.title!r}", _characters(page, ("mark", "id", "place"))


def _characters(thing: Guide | Section | OwnPage | Listing, leave_out: tuple[str, ...]) -> set[str]:
    return set(
        "".join(
            text
            for field in fields(thing)
            if field.name not in leave_out
            for text in texts_in(getattr(thing, field.name))
        )
    )


def texts_in(value: Any) -> Iterator[str]:
    """Every text in a value of the model, or in words, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from texts_in(tuple(value.values()))
    elif isinstance(value, Mark):
        return
    elif isinstance(value, tuple):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))


def place_of(guide: Guide, characters: Collection[str], mark: Mark) -> Mark:
    """Where the first of these characters stands in the files of a guide, from a mark on; else the mark."""
    return _Files(guide).place_of(characters, mark)


class _Files:
    """The files of a guide, and of its translation where it is one, in which characters are looked for."""

    def __init__(self, guide: Guide) -> None:
        self.folder = guide.mark.path.parent
        self.language = guide.language if guide.source_language not in ("", guide.language) else ""
        self.style = guide.style.mark
        self.texts: dict[Path, list[str]] = {}

    def place_of(self, characters: Collection[str], mark: Mark) -> Mark:
        """Where the first of these characters stands, from a mark on or in the translation; else the mark."""
        places = [mark]
        if self.language:
            in_folder = self.folder / "translations" / self.language
            inner = Path("pages", f"{mark.path.stem}.yaml") if mark.path.suffix != ".yaml" else mark.path.name
            places.insert(0, Mark(in_folder / inner))
        if self.style:
            places.append(Mark(self.style.path))
        return next(filter(None, (self._found(characters, place) for place in places)), mark)

    def _found(self, characters: Collection[str], mark: Mark) -> Mark | None:
        lines = self._lines(mark.path)
        for number in range(max(mark.line - 1, 0), len(lines)):
            column = next((place for place, each in enumerate(lines[number], 1) if each in characters), 0)
            if column:
                return Mark(mark.path, number + 1, column)
        return None

    def _lines(self, path: Path) -> list[str]:
        if path not in self.texts:
            try:
                self.texts[path] = Path(path).read_text(encoding="utf-8-sig").split("\n")
            except (OSError, ValueError):  # a guide that was made, not read
                self.texts[path] = []
        return self.texts[path]


def _problem(
    mark: Mark, code: str, script: str, characters: Collection[str], names: Iterable[str]
) -> Problem:
    files, package = what_brings(code)
    return (NO_FACE_HAS_IT if len(characters) == 1 else NO_FACE_HAS).at(
        mark,
        names=_some(list(dict.fromkeys(names))),
        count=len(characters),
        characters=_some([f"{each} (U+{ord(each):04X})" for each in sorted(characters)]),
        of_script=f" of the script {script}" if script else "",
        near=files,
        package=package,
    )


def _some(words: list[str]) -> str:
    """The first words, and how many more there are."""
    more = f" and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return ", ".join(words[:SHOWN]) + more


def in_editions(problem: Problem, names: Collection[str]) -> Problem:
    """A problem that is one in these editions alone."""
    return replace(
        problem, message=f"{problem.message} (in the edition{'s' * (len(names) > 1)} {', '.join(names)})"
    )
