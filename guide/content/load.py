"""A folder of content files becomes a guide, with every problem at once in the order of the files."""

import json
import os
from bisect import bisect_left
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing
from datetime import date
from itertools import accumulate
from pathlib import Path

from guide.content.checks import check_together
from guide.content.file import read_file
from guide.content.own_pages import read_pages
from guide.content.records.guide_file import GUIDE
from guide.content.records.listings import SECTION, finish_section
from guide.content.said_values import say_hours, say_languages
from guide.errors import ERROR, Mark, Problem
from guide.expressions import expression
from guide.language.scripts import base_language
from guide.model import EditionMark, Guide, OwnPage, Section
from guide.problems import content as kinds
from guide.problems import sections as section_kinds
from guide.reading.fields import closest
from guide.reading.folders import yaml_files
from guide.reading.source import Found, Place, Source
from guide.workers import begin

Key = tuple[
    Path, str, dict[str, str], bytes
]  # what a section is made from: its file, its country, the guide's words, its bytes
Read = dict[Path, tuple[Key, Section | None, Found]]  # section files that were read
MANY = 1_000_000  # bytes: fewer are read sooner than a second process has begun
UNKNOWN_EDITION = EditionMark(
    date=date.min
)  # of a guide that does not say it well, which is checked but never printed
SECTIONS = "sections"  # the folder
LISTINGS = expression(rb"(?m)^listings[ \t]*:")
PLAIN = expression(r"[A-Za-z0-9_./-]+")  # what YAML reads as it stands
FIRST_SHARE = 0.57  # of them; who reads the others has to send them over


def load_guide(
    folder: Path | str, sections_read: Read | None = None
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """The guide in a folder and the problems of its content; None for the guide if one of them is an error, see `read_guide`."""
    guide, problems = read_guide(folder, sections_read)
    return (None if any(problem.level == ERROR for problem in problems) else guide), problems


def read_guide(
    folder: Path | str, sections_read: Read | None = None
) -> tuple[Guide | None, tuple[Problem, ...]]:
    """What could be read of the guide in a folder, errors or not, and the problems of its content; None without a folder.

    `sections_read` keeps what was read of section files: one whose bytes are the same is not read again.
    """
    folder = Path(folder)
    if not folder.is_dir():
        kind = kinds.NOT_A_FOLDER if folder.exists() else kinds.NO_FOLDER
        return None, (kind.at(Mark(folder)),)
    main = Source(folder / "guide.yaml", folder)
    values = read_file(main, GUIDE) or {}
    country = values.get("country", "US")
    listed = values.pop("sections", None)
    paths = section_paths(listed, main)
    own = dict(values.pop("pictograms", ()))
    sources = [Source(path, folder, country, own) for path in paths if path]
    sections = tuple(filter(None, read_sections(sources, sections_read)))
    complete = len(sections) == len(paths) and not any(source.is_damaged for source in sources)
    ids = {section.id for section in sections} if complete else None
    pages, page_sources, page_problems = read_pages(folder, country, ids)
    problems = gather_problems((main, *sources, *page_sources), sections, complete, pages)
    problems += (*page_problems, *unlisted(listed, [path for path in paths if path], main))
    guide = Guide(
        **{"title": "", "edition": UNKNOWN_EDITION, "mark": Mark(main.path)} | values,
        sections=sections,
        own_pages=pages,
    )
    guide = say_languages(guide)
    if base_language(guide.language) == "en":
        return guide, problems
    from guide.language.files import fixed_words  # an English guide has no need of them

    words = fixed_words(guide.language)
    return say_hours(guide, words.hours) if words else guide, problems


def read_sections(sources: Sequence[Source], known: Read | None = None) -> list[Section | None]:
    """The sections of files in their order, None for one that cannot be read; of many, the second half elsewhere; list."""
    border = middle(sources) if known is None else len(sources)
    peer = begin(_read_there(sources[border:])) if border < len(sources) else None
    sections = [read_section(source, known) for source in sources[:border]]
    if peer:
        with closing(peer):
            for source, (section, found) in zip(sources[border:], peer.answer()):
                source.found = found
                sections.append(section)
    return sections


def _read_there(sources: Sequence[Source]) -> Generator[list[tuple[Section | None, Found]], None, None]:
    """Files as another process reads them, a generator: yields (section, what was found) of each."""
    yield [(read_section(source), source.found) for source in sources]


def middle(sources: Sequence[Source]) -> int:
    """Where a second process takes over: an index of the files, or their number where these are soon read."""
    sizes = []
    for source in sources:
        try:
            sizes.append(source.path.stat().st_size)
        except OSError:  # told when it is read
            sizes.append(0)
    total = sum(sizes)
    if total < MANY:
        return len(sources)
    return bisect_left(list(accumulate(sizes, initial=0)), FIRST_SHARE * total, hi=len(sources))


def read_section(source: Source, known: Read | None = None) -> Section | None:
    """One section file as a section, None if it cannot be read at all; from what is known of its bytes, if it is."""
    if known is None or not source.path.is_file():
        values = read_file(source, SECTION)
        section: Section | None = finish_section(values, source) if values else None
        return section
    try:
        key = source.path, source.country, source.own, source.path.read_bytes()
    except OSError:
        return read_section(source)
    old = known.get(source.path)
    if old is None or old[0] != key:
        section = read_section(source)
        known[source.path] = key, section, source.found
        return section
    _, section, source.found = old
    return section


def gather_problems(
    sources: Sequence[Source],
    sections: Sequence[Section],
    complete: bool,
    pages: Sequence[OwnPage] = (),
) -> tuple[Problem, ...]:
    """The problems of every file and of the files together, in the order of the files and their lines."""
    order = {source.path: n for n, source in enumerate(sources)}
    problems = [problem for source in sources for problem in source.problems]
    problems += check_together(sources, sections, complete, pages)
    return tuple(sorted(problems, key=lambda problem: (order.get(problem.mark.path, 0), *problem.mark[1:])))


def section_paths(names: Sequence[tuple[str, Place]] | None, main: Source) -> Sequence[Path | None]:
    """The section files, as the guide lists them or else by their names, each once; None for one that is missing."""
    if names is None:
        there, wrong = yaml_files(main.folder / SECTIONS)
        main.problems += wrong
        if not there and not wrong:
            main.report(None, kinds.EMPTY_GUIDE)
        return there
    paths: list[Path | None] = []
    for name, place in names:
        path = main.folder / name
        if path in paths:
            main.report(place, kinds.DUPLICATE_SECTION, name=name)
        else:
            paths.append(path if check_section(name, path, place, main) else None)
    return paths


def check_section(name: str, path: Path, place: Place, main: Source) -> bool:
    """Whether a section that the guide lists is there, in the folder; reported if not."""
    try:
        path.exists()
    except OSError:  # a name that no file can have
        main.report(place, kinds.MISSING_FILE, name=name)
        return False
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(main.folder)):
        main.report(place, kinds.OUTSIDE, name=name)
    elif not os.path.lexists(path):
        there = [str(each.relative_to(main.folder)) for each in main.folder.glob("sections/*.yaml")]
        main.report(place, kinds.MISSING_FILE, name=name, near=closest(name, there))
    else:
        return True
    return False


def unlisted(
    names: Sequence[tuple[str, Place]] | None, paths: Sequence[Path], main: Source
) -> Iterator[Problem]:
    """Yield a warning for each section file that is not one of the guide's: of its folder, or beside guide.yaml."""
    known = {os.path.realpath(path) for path in paths}
    told = {main.folder / name for name, _ in names or ()}
    inside = yaml_files(main.folder / SECTIONS)[0] if names is not None else []
    beside = [path for path in yaml_files(main.folder)[0] if path != main.path and has_listings(path)]
    for path in (*inside, *beside):
        if path not in told and os.path.realpath(path) not in known:
            name = path.relative_to(main.folder).as_posix()
            kind = section_kinds.UNLISTED if names is not None else section_kinds.BESIDE
            line = name if PLAIN.fullmatch(name) else json.dumps(name)
            yield kind.at(Mark(path), main=main.path.name, line=line)


def has_listings(path: Path) -> bool:
    """Whether a file is that of a section, by the first key of its list."""
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return bool(LISTINGS.search(file.read(MANY)))
    except OSError:
        return False
