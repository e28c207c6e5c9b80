"""Languages that listings name in their own letters, which no face here may have: they are named in the guide's language then."""

from collections.abc import Iterator
from dataclasses import replace

from guide.errors import Mark, Problem
from guide.expressions import expression
from guide.language.files import language_name
from guide.layout.type.coverage import place_of
from guide.layout.type.fonts import FaceStack
from guide.layout.type.script_faces import what_brings
from guide.layout.type.style import Stacks
from guide.model import Guide, Listing, Location, Program
from guide.problems.layout import OWN_NAME

NAME = expression(r"[^\s,;/|\u060c\u3001\u00b7()]+(?: [^\s,;/|\u060c\u3001\u00b7()]+)*")
TWICE = expression(r"\b(\w+(?: \w+)*) \(\1\)")  # "Korean (Korean)", which was in two scripts


def printable_names(guide: Guide, stacks: Stacks) -> tuple[Guide, tuple[Problem, ...]]:
    """(guide, problems) with languages by names that the faces have, and a warning for each name that was exchanged."""
    if all(text.isascii() for listing in guide.listings for text in _languages(listing)):
        return guide, ()
    namer = _Namer(guide.language, stacks[0])
    sections = tuple(
        replace(section, listings=tuple(map(namer.named, section.listings))) for section in guide.sections
    )
    if not namer.found:
        return guide, ()
    return replace(guide, sections=sections), tuple(namer.problems(guide))


def _languages(listing: Listing) -> Iterator[str]:
    """Yield the languages of a listing, of its offices and of its programs, as they are written."""
    yield listing.languages
    yield from (office.languages for office in listing.locations)
    yield from (program.languages for program in listing.programs)


class _Namer:
    """Exchanges names, and keeps in mind which, and where the first of each stands."""

    def __init__(self, language: str, stack: FaceStack) -> None:
        self.language = language
        self.stack = stack
        self.found: dict[tuple[str, str], list[tuple[str, Mark]]] = {}

    def named(self, listing: Listing) -> Listing:
        """A listing with languages that can be printed."""
        if all(map(str.isascii, _languages(listing))):
            return listing

        def with_names(held: Listing | Location | Program) -> str:
            text = NAME.sub(lambda match: self._name(match[0], listing), held.languages)
            return held.languages if text == held.languages else TWICE.sub(r"\1", text)

        return replace(
            listing,
            languages=with_names(listing),
            locations=tuple(replace(each, languages=with_names(each)) for each in listing.locations),
            programs=tuple(replace(each, languages=with_names(each)) for each in listing.programs),
        )

    def _name(self, name: str, listing: Listing) -> str:
        """A name as it can be printed; one that no language has, and no face, stays and is told elsewhere."""
        if name.isascii() or not self.stack.lacking(name):
            return name
        from guide.language.unicode import language_of_name  # ICU: few guides have such a name

        code = language_of_name(name)
        if code:
            said = language_name(code, self.language)
            self.found.setdefault((name, said), []).append((listing.name, listing.mark))
            return said
        return " ".join(self._name(each, listing) for each in name.split(" ")) if " " in name else name

    def problems(self, guide: Guide) -> Iterator[Problem]:
        """Yield a warning for each name, at its first place."""
        from guide.language.unicode import script_runs

        for (name, said), holders in self.found.items():
            files, package = what_brings(script_runs(name)[0][0])
            more = f" and {len(holders) - 1} more" if len(holders) > 1 else ""
            yield OWN_NAME.at(
                place_of(guide, set(name), holders[0][1]),
                listing=holders[0][0] + more,
                name=name,
                said=said,
                near=files,
                package=package,
            )
