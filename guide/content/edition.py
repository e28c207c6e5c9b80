"""Editions: small files that say what is printed, how large, on what paper, for which press."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from guide.colours import ACCENTS
from guide.content.book_numbers import ISBN, ISSN, figures_of
from guide.content.edition_braille import IN_BRAILLE
from guide.content.edition_choice import CHOICE
from guide.content.edition_file import OF_THE_FILE
from guide.content.edition_maps import MAPS
from guide.content.edition_parts import PARTS
from guide.content.edition_screen import ON_SCREEN
from guide.content.edition_values import measure, read_pages, read_up
from guide.content.lengths import MARGIN, PAGE
from guide.content.records.codes import LANGUAGE
from guide.content.records.orders import ORDER, ORDERS_OF_PLACES
from guide.content.records.print_shop import INK, PRINT_SHOP, with_inks
from guide.errors import ERROR, WARNING, GuideError, Mark, Problem
from guide.formats import FORMATS, PRESSES
from guide.language.scripts import base_language
from guide.model import Edition
from guide.page_sizes import BINDINGS, LARGE
from guide.problems import editions as kinds
from guide.problems.content import COLOUR
from guide.problems.content import EDITION as EDITION_NUMBER
from guide.reading.fields import Field, Kind, Record, closest
from guide.reading.folders import yaml_files
from guide.reading.kinds import DAY, FLAG, WORD, WORDS, choice, many, number, or_none
from guide.reading.source import Node, Place, Source

COVERS = ("full", "light", "none")
FLIPS = ("short", "long")
BACKS = ("none", "poster")
HELP = ("box", "strip", "ends", "back")  # where it says `Need help now?`
OPEN_PARTS = ("late", "grid", "none")
DEFAULT = Edition(name="guide", default=True)
LEAST_BODY, MOST_BODY = 11, 36
ARCHIVE = "archive"  # the folder beside those of the editions


def read_own_pages(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """Names of pages. All is what an edition has without the key."""
    return None if node[0] in ("all", "yes", "true") else WORDS.read(node, key, source)


def make_edition(values: dict[str, Any], place: Place, source: Source) -> dict[str, Any]:
    """The values of an edition, by the names of its fields."""
    if "page" in values and values.get("format", LARGE) != LARGE:
        source.report(place, kinds.PAGE_AND_FORMAT)
    return with_inks(values, place, source)


HELP_PLACES = many(choice(HELP, kinds.HELP))

EDITION = Record(
    "an edition",
    (
        Field("default", FLAG, "Yes for the edition that is made when no name is given."),
        Field("title", WORD, "A title of its own."),
        Field("subtitle", WORD, "A subtitle of its own."),
        Field(
            "format",
            choice(tuple(FORMATS), kinds.FORMAT),
            "The size and kind: " + ", ".join(FORMATS) + ".",
            also="size paper",
        ),
        Field(
            "page",
            PAGE,
            "A page of one's own, in the place of a format: its width and its height, as in [4 in, 7 in].",
            also="page_size",
        ),
        Field(
            "binding",
            choice(BINDINGS, kinds.BINDING, {"hole": "holes", "coil": "spiral"}),
            "How the pages are held together: staple, or spiral or holes, which need more room at the inner edge.",
        ),
        Field(
            "margin",
            MARGIN,
            "The margin at the left and the right of every page, as in 1 in, in the place of the format's.",
            also="margins",
        ),
        Field(
            "body_size",
            measure(LEAST_BODY, MOST_BODY, kinds.POINTS),
            "Size of the text in points; everything else follows.",
            also="size type_size font_size",
        ),
        INK,
        Field(
            "press",
            choice(tuple(PRESSES), kinds.PRESS),
            "How it is printed: " + ", ".join(PRESSES) + ".",
            also="printer",
        ),
        Field("up", Kind(read_up, {"enum": [2, 4, 8, 16]}), "For n-up: pages on a sheet, 2, 4, 8 or 16."),
        Field(
            "copies",
            number(1, 16, kinds.COPIES_NUMBER),
            "Equal copies on a sheet, to be cut apart: for n-up (as many as pages if it is not given; 1 to cut and stack) and booklets.",
        ),
        Field(
            "flip",
            choice(FLIPS, kinds.FLIP),
            "The edge on which the printer turns sheets over: short or long; the build says which if it is not given.",
        ),
        Field(
            "back",
            choice(BACKS, kinds.BACK, {"no": "none"}),
            "What is on the other side of a zine: none, or poster (its listings on one page).",
        ),
        *PRINT_SHOP,
        Field(
            "columns",
            number(1, 2, kinds.COLUMNS),
            "Columns of listings on a page, 1 or 2; two from 16 listings on Letter and A4 if it is not given.",
        ),
        Field(
            "rows",
            FLAG,
            "For pocket: no prints listings whole, on about four times as many pages, and not as rows of a telephone book.",
        ),
        Field("compact", FLAG, "Yes is an older way to say `columns: 2`."),
        Field(
            "open",
            choice(OPEN_PARTS, kinds.OPEN, {"no": "none"}),
            "Who is open when: late (lists of who is open at night and at weekends), grid (a table of the week) or none.",
        ),
        Field("open_now", FLAG, "Before there was `open`: yes is read as `open: grid`."),
        Field(
            "cover",
            choice(COVERS, kinds.COVER, {"no": "none", "false": "none"}),
            "full (a block of the colour, the usual), light (a band, less ink; the usual in black) or none (the contents are page 1).",
        ),
        *PARTS,
        Field("icons", FLAG, "No prints numbers of sections in the place of their pictograms."),
        Field("number", number(1, 999, EDITION_NUMBER), "A number other than the guide's."),
        Field(
            "colour",
            choice(tuple(ACCENTS), COLOUR),
            "A colour other than the guide's.",
            also="color accent",
        ),
        Field("date", DAY, "A date other than the guide's."),
        Field(
            "discard_after",
            DAY,
            "The day after which it should be thrown away; printed on page 2, or on the last page.",
        ),
        Field(
            "order",
            ORDER,
            "The order within every section, in the place of their own: by hand (as in the file), by name, by place "
            "(state and city), by city, by neighborhood or by day, these three with subheadings.",
        ),
        *ORDERS_OF_PLACES,
        Field("isbn", ISBN, "Its ISBN; printed on page 2, or on the last page, and in the file's metadata."),
        Field("issn", ISSN, "Its ISSN, of what comes out again and again; printed there too."),
        Field("note", WORD, "What was left out, in a sentence; printed under the contents."),
        Field(
            "choice", CHOICE, "Which listings are printed; all if it is not given.", also="select only filter"
        ),
        Field(
            "fit",
            Kind(read_pages, {"type": ["string", "integer"]}),
            'The number of pages that it has at most: "8 pages".',
        ),
        Field(
            "pages",
            Kind(read_pages, {"type": ["string", "integer"]}),
            "The number of pages that it has, no more and no fewer: it is made to fit, and filled up.",
            also="page_count",
        ),
        Field(
            "languages",
            many(LANGUAGE),
            "The language, or two that are printed together: [en, es]; the guide's own if it is not given.",
            also="language lang",
        ),
        Field(
            "bilingual",
            choice(("beside", "under"), kinds.BILINGUAL),
            "Two languages beside each other, or the second under the first.",
        ),
        Field(
            "untranslated",
            choice(("fall back", "leave out", "stop"), kinds.UNTRANSLATED),
            "What is not translated: printed in the guide's language (fall back), its listing left out, or nothing is made (stop).",
            also="missing fallback",
        ),
        Field("hyphenation", FLAG, "Whether words are divided at the ends of lines in narrow columns."),
        Field(
            "help",
            or_none(HELP_PLACES),
            'Where it says "Need help now?": box (on the cover), ends (of sections), strip (every foot), back (the last page), or no.',
        ),
        Field(
            "own_pages",
            or_none(Kind(read_own_pages, WORDS.schema)),
            "Pages of the guide's own that are printed, by the names of their files: [welcome, overdose]; all, or no.",
            also="pages_of_our_own my_pages",
        ),
        MAPS,
        Field("notes", FLAG, "No leaves pages white that are there to fill up, instead of lines for notes."),
        Field(
            "language_help",
            or_none(many(LANGUAGE)),
            "Languages of the panel for help in other languages, or no.",
        ),
        *OF_THE_FILE,
        *ON_SCREEN,
        *IN_BRAILLE,
        Field(
            "greeting",
            WORD,
            "The line at the head of a handout for one person, as For {name}; other columns of the table of people may stand in it too.",
        ),
        Field(
            "price_per_sheet",
            measure(0, 1000, kinds.PRICE),
            "Price of a printed sheet, for the estimate.",
            also="price cost",
        ),
    ),
    make_edition,
)


def load_editions(
    folder: Path, read_file: Callable[[Source, Record[dict[str, Any]]], dict[str, Any] | None]
) -> tuple[dict[str, Edition], tuple[Problem, ...]]:
    """(editions by name, problems) of `editions/` in a content folder; without files, the usual one alone."""
    editions: dict[str, Edition] = {}
    problems: list[Problem] = []
    paths, wrong = yaml_files(folder / "editions")
    problems += wrong
    for path in paths:
        source = Source(path, folder)
        if path.stem in editions or path.stem == ARCHIVE:
            kind = kinds.EDITION_NAME if path.stem in editions else kinds.ARCHIVE_NAME
            problems.append(kind.at(Mark(path, 1, 1), name=path.stem))
            continue
        values = read_file(source, EDITION)
        if values is not None:
            editions[path.stem] = Edition(name=path.stem, mark=Mark(path, 1, 1), **values)
        problems += source.problems
    if not editions and not problems:
        editions = {DEFAULT.name: DEFAULT}
    defaults = [edition for edition in editions.values() if edition.default]
    for edition in defaults[1:]:
        assert edition.mark  # it came from a file
        problems.append(kinds.TWO_DEFAULTS.at(edition.mark, name=edition.name, other=defaults[0].name))
    problems += isbn_twice(editions.values())
    return editions, tuple(problems)


def isbn_twice(editions: Iterable[Edition]) -> Iterator[Problem]:
    """Yield a warning for each edition with the ISBN of one before it."""
    known: dict[str, Edition] = {}
    for edition in editions:
        other = known.setdefault(figures_of(edition.isbn), edition) if edition.isbn else edition
        if other is not edition and edition.mark:
            yield kinds.ISBN_TWICE.at(edition.mark, isbn=edition.isbn, other=other.name)


def default_edition(editions: Mapping[str, Edition]) -> Edition:
    """The edition that is made when no name is given: the one that says so, or else the first."""
    return next((edition for edition in editions.values() if edition.default), next(iter(editions.values())))


class Asked(NamedTuple):
    """The editions that a command asks for."""

    sound: tuple[Edition, ...]  # in the order asked
    wrong: dict[str, list[Problem]]  # the problems of those whose files have mistakes, by name
    told: tuple[Problem, ...]  # what there is to say of the others: warnings, for they are not asked for


def ask_for(
    editions: Mapping[str, Edition],
    problems: Sequence[Problem],
    folder: Path | str,
    names: Sequence[str] = (),
    every: bool = False,
    strict: bool = False,
) -> Asked:
    """What is asked for of the editions and problems that `load_editions` gave; Asked.

    A mistake in one file stops that edition alone. GuideError where nobody can say which editions there are, or which
    is the default one that is asked for, and for names that are none.
    """
    place = Path(folder) / "editions"
    found: dict[str, list[Problem]] = {}
    for problem in problems:
        found.setdefault(problem.mark.path.stem if problem.mark.path.parent == place else "", []).append(
            problem
        )
    wrong = {
        name: some
        for name, some in found.items()
        if any(strict or problem.level == ERROR for problem in some)
    }
    unread = [name for name in wrong if name not in editions]
    if "" in wrong or (not names and not every and _default_is_open(editions, unread, problems)):
        raise GuideError(problems)
    known = (*editions, *unread)
    wanted = known if every else names or (default_edition(editions).name,)
    check_names(wanted, known, Path(folder))
    others = [problem for name, some in found.items() if name not in wanted for problem in some]
    mine = [
        problem for name, some in found.items() if name in wanted and name not in wrong for problem in some
    ]
    return Asked(
        sound=tuple(editions[name] for name in dict.fromkeys(wanted) if name not in wrong),
        wrong={name: wrong[name] for name in dict.fromkeys(wanted) if name in wrong},
        told=(*mine, *(replace(problem, level=WARNING) for problem in others)),
    )


def _default_is_open(
    editions: Mapping[str, Edition], unread: Sequence[str], problems: Iterable[Problem]
) -> bool:
    """Whether it cannot be said which edition is the default one."""
    said = any(edition.default for edition in editions.values())
    return bool(unread) and not said or any(problem.name == kinds.TWO_DEFAULTS.name for problem in problems)


def find_editions(editions: Mapping[str, Edition], names: Sequence[str], folder: Path) -> list[Edition]:
    """The editions of these names, in the order asked; the default one where there are no names.

    Raises GuideError with a problem for each name that is none.
    """
    if not names:
        return [default_edition(editions)]
    check_names(names, tuple(editions), folder)
    return [editions[name] for name in dict.fromkeys(names)]


def check_names(names: Sequence[str], known: Sequence[str], folder: Path) -> None:
    """Raise GuideError with a problem for each name that no edition has."""
    unknown = [name for name in names if name not in known]
    if unknown:
        raise GuideError(_no_edition(name, known, folder) for name in unknown)


def _no_edition(name: str, editions: Sequence[str], folder: Path) -> Problem:
    near, names = closest(name, editions), ", ".join(editions)
    return kinds.UNKNOWN_EDITION.at(Mark(folder / "editions"), name=name, near=near, names=names)


def in_language(wanted: str, editions: Mapping[str, Edition], usual: str, language: str) -> str:
    """The edition in a language that is most like the usual one, which may be that itself; "" where none is."""
    like = editions[usual]
    there = [each for each in editions.values() if wanted and is_in(each, wanted, language)]
    if like in there:
        return usual

    def unlike(each: Edition) -> tuple[bool, bool, bool, str]:
        return each.format != like.format, each.press != like.press, len(each.languages) > 1, each.name

    return min(there, key=unlike).name if there else ""


def is_in(edition: Edition, wanted: str, language: str) -> bool:
    """Whether an edition is in a language, alone or beside another."""
    return base_language(wanted) in map(base_language, edition.languages or (language,))
