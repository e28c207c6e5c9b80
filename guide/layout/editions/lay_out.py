"""An edition laid out: which setter, style and options its file asks for, and what fits its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from guide.errors import Mark, Problem
from guide.formats import FORMATS, LEAST_SIZE, PRESSES
from guide.language.words import Words
from guide.layout.body.memory import GalleyMemory
from guide.layout.compose.namesakes import number_listings
from guide.layout.editions.book import typeset, typeset_in_stretches
from guide.layout.editions.book_parts import BookOptions
from guide.layout.editions.versions import Version
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Document
from guide.layout.type.style import (
    Style,
    accent_of,
    make_style,
    scaled,
    style_for,
    two_languages,
    with_leading,
)
from guide.model import Edition, Guide
from guide.problems import layout as kinds
from guide.problems.kind import MessageValue, ProblemKind

CLEAR_PRINT = 12  # points: the least that clear print allows
TIGHT_LEADING = 15 / 16  # of the style's own
MOST_ON_A_PAGE = 30  # listings: where there are more for each page to fit, the last try is made first
FAR, FAR_PAGES = 1.25, 4  # how many pages beyond those to fit are too many for an earlier try to have fewer


@dataclass(frozen=True, kw_only=True, slots=True)
class SetEdition:
    """An edition as it is laid out, or None where it could not be; problems; and what there is to say of it, a sentence each."""

    laid_out: LaidOut | None
    problems: tuple[Problem, ...]
    said: tuple[str, ...] = ()

    @property
    def document(self) -> Document | None:
        """The document of an edition that could be laid out, but for pages that are elsewhere."""
        return self.laid_out and self.laid_out.document


def lay_out(
    versions: Sequence[Version],
    edition: Edition,
    whole: Guide,
    digest: str = "",
    galleys: GalleyMemory | None = None,
    in_stretches: bool = False,
) -> SetEdition:
    """The guide as an edition prints it.

    `versions` is the guide in one language, or in two that are printed together. `whole` is the guide
    with every listing, for numbers and counts; `digest` of the content stands on the last page. `galleys`, a
    GalleyMemory, keeps what is set for the next time. `in_stretches`: some pages of a long guide may be left elsewhere.
    """
    (guide, words, stacks), *others = versions
    second = others[0] if others else None
    if wrong := tuple(_impossible(edition)):
        return SetEdition(laid_out=None, problems=wrong)
    format = FORMATS[edition.format]
    if format.is_leaflet:
        from guide.layout.editions.leaflet import Leaflet  # few editions need it

        leaflet = Leaflet(
            guide, words, (format.width, format.height), stacks, number_listings(whole), edition.language_help
        )
        document, problems = leaflet.document(discard_words(edition, words))
        said: tuple[str, ...] = (
            "a leaflet: a few words on each listing, one office of several",
            *left_out_of_sheet(guide, edition),
        )
        return SetEdition(laid_out=LaidOut(document), problems=_at(edition, problems), said=said)
    if not format.is_book:
        from guide.layout.editions.one_sheet import set_one_sheet  # see above

        sheet, problems, chosen = set_one_sheet(
            guide, words, stacks, number_listings(whole), discard_words(edition, words)
        )
        return SetEdition(
            laid_out=LaidOut(sheet) if sheet else None,
            problems=_at(edition, problems),
            said=(*chosen, *left_out_of_sheet(guide, edition)),
        )
    if edition.fit:
        return _fitted(versions, edition, digest)
    style, options = edition_style(versions, edition), edition_options(edition, words, digest)
    laid_out, problems = typeset_in_stretches(guide, style, words, options, second, galleys, in_stretches)
    said = (*_size_said(style), *_left_out(laid_out.document.left_out))
    return SetEdition(laid_out=laid_out, problems=problems, said=said)


def left_out_of_sheet(guide: Guide, edition: Edition) -> tuple[str, ...]:
    """A sentence that says which parts of the content a sheet of its own has no place for."""
    sections, one_sheet = guide.sections, not FORMATS[edition.format].is_leaflet
    parts = (
        ("subtitle", one_sheet and guide.subtitle),
        ("how to use the guide", one_sheet and guide.how_to_use),
        ("introductions of sections", any(section.introduction for section in sections)),
        (
            "references to other sections",
            any(section.references and section.listings for section in sections),
        ),
        ("closing notes", guide.closing_notes),
        ("the publisher's address and logo", one_sheet and (guide.publisher.address or guide.publisher.logo)),
        ("contents, index and form", True),
    )
    return _left_out([name for name, there in parts if there])


def _left_out(parts: Sequence[str]) -> tuple[str, ...]:
    return (f"left out on this size: {', '.join(parts)}",) if parts else ()


def _impossible(edition: Edition) -> Iterator[Problem]:
    """A problem for what an edition asks for and no setting can give."""
    format = FORMATS[edition.format]
    if format.least_size > LEAST_SIZE and 0 < edition.body_size < format.least_size:
        yield _problem(edition, kinds.SMALL_LARGE_PRINT, size=edition.body_size, least=format.least_size)
    elif edition.body_size > format.most_size:
        yield _problem(edition, kinds.BODY_SIZE, size=edition.body_size, most=format.most_size)
    if len(edition.languages) > 2:
        yield _problem(edition, kinds.LANGUAGES)
    if len(edition.languages) == 2 and not format.is_book:
        yield _problem(edition, kinds.LANGUAGES_OF_SHEET)
    if PRESSES[edition.press].of_books and not format.is_book:
        yield _problem(edition, kinds.PRESS_OF_BOOKS, press=edition.press)


def _unused(edition: Edition) -> Iterator[Problem]:
    """A warning for what a sheet of its own does not use."""
    if FORMATS[edition.format].is_book:
        return
    for key in ("fit", "body_size", "note", "open_now", "compact", "cover"):
        if getattr(edition, key):
            yield _problem(edition, kinds.NOT_USED, key=key)


def _problem(edition: Edition, kind: ProblemKind, **values: MessageValue) -> Problem:
    mark = edition.mark or Mark(Path("editions"))
    return kind.at(mark, edition=edition.name, format=edition.format, **values)


def edition_style(versions: Sequence[Version], edition: Edition) -> Style:
    """The style that an edition asks for."""
    guide, _, stacks = versions[0]
    style = scaled(make_style(edition.format, accent_of(guide), stacks), edition.body_size)
    style = replace(style, compact=edition.compact and style.grid.phones_beside and len(versions) == 1)
    style = style_for(style, guide.language)
    for second in versions[1:]:
        style = two_languages(style, second.guide.language, second.stacks, edition.bilingual)
    return replace(
        style,
        hyphenation=len(versions) > 1 and FORMATS[edition.format].divided
        if edition.hyphenation is None
        else edition.hyphenation,
    )


def edition_options(edition: Edition, words: Words, digest: str) -> BookOptions:
    """What an edition asks of the pages beside their style."""
    return BookOptions(
        multiple=PRESSES[edition.press].multiple,
        single_sided=PRESSES[edition.press].single_sided,
        cover=edition.cover or ("light" if edition.ink == "black" else "full"),
        note=edition.note,
        open_now=edition.open_now,
        language_help=edition.language_help,
        discard_after=discard_words(edition, words),
        build=words.build_line.format(digest=digest) if digest else "",
    )


def discard_words(edition: Edition, words: Words) -> str:
    """When to throw the edition away, in words; "" where it does not say."""
    after = edition.discard_after
    if after is None:
        return ""
    return words.say("discard_after", day=lambda each: each.hours.full_date(after))


def _at(edition: Edition, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of an edition as a whole, at its file."""
    return tuple(replace(problem, mark=edition.mark or problem.mark) for problem in problems) + tuple(
        _unused(edition)
    )


def _size_said(style: Style) -> tuple[str, ...]:
    if style.body.size >= CLEAR_PRINT:
        return ()
    return (f"text of {style.body.size:g} pt: this is not clear print, which begins at {CLEAR_PRINT} pt",)


# --- fitting a number of pages ----------------------------------------------------------------------


def _fitted(versions: Sequence[Version], edition: Edition, digest: str) -> SetEdition:
    """The first of the tries, in their order, that fits the pages. The last is made early: where it is far too long, none fits."""
    (guide, words, _), *others = versions
    second = others[0] if others else None
    tries, least = list(_tries(versions, edition, digest)), 0
    kept: tuple[Document, tuple[Problem, ...]] | None = None  # what the last try has made
    last = len(tries) - 1
    for number in _order_of_tries(last, len(guide.listings) > MOST_ON_A_PAGE * edition.fit):
        style, options, chosen = tries[number]
        document, problems = (
            kept if kept and number == last else typeset(guide, style, words, options, second)
        )
        pages = len(document.pages)
        least = min(least or pages, pages)
        if number == last and kept is None:
            kept = document, problems
            if pages > FAR * edition.fit + FAR_PAGES:
                break
        elif pages <= edition.fit:
            said = f"fits {edition.fit} pages: " + (", ".join(chosen) or "as it is")
            return SetEdition(
                laid_out=LaidOut(document),
                problems=problems,
                said=(said, *_size_said(style), *_left_out(document.left_out)),
            )
    mark = edition.mark or guide.mark
    problem = kinds.DOES_NOT_FIT.at(mark, edition=edition.name, pages=edition.fit, least=least)
    return SetEdition(laid_out=None, problems=(problem,))


def _order_of_tries(last: int, hopeless: bool) -> tuple[int, ...]:
    """The numbers of the tries as they are judged, after a first look at the last one early: before all others, or as the second."""
    return (last, *range(last + 1)) if hopeless else (0, last, *range(1, last + 1)) if last else (0, 0)


def _tries(
    versions: Sequence[Version], edition: Edition, digest: str
) -> Iterator[tuple[Style, BookOptions, tuple[str, ...]]]:
    """(style, options, what was given up), more given up each time, in the order that readers miss it least."""
    style, options = edition_style(versions, edition), edition_options(edition, versions[0].words, digest)
    chosen: list[str] = []
    yield style, options, tuple(chosen)
    no_topics = replace(options, topics=False)
    no_places = replace(no_topics, places=False)
    for options, words_for in (
        (no_topics, "no index by topic"),
        (no_places, "no index by place"),
        (replace(no_places, about=False), "no closing notes"),
    ):
        chosen.append(words_for)
        yield style, options, tuple(chosen)
    if style.grid.phones_beside and not style.compact and len(versions) == 1:
        style = replace(style, compact=True)
        chosen.append("compact listings")
        yield style, options, tuple(chosen)
    tight = with_leading(style, style.body.leading * TIGHT_LEADING)
    chosen.append("lines closer together")
    yield tight, options, tuple(chosen)
    least = FORMATS[edition.format].least_size
    size = style.body.size - 0.5
    while size >= least:
        smaller = scaled(style, size)
        yield (
            with_leading(smaller, smaller.body.leading * TIGHT_LEADING),
            options,
            (*chosen, f"text {size:g} pt"),
        )
        size -= 0.5
