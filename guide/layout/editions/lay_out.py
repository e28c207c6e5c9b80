"""An edition laid out: which setter, style and options its file asks for, and what fits its pages."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from guide.errors import Problem
from guide.facts import FACT_KEYS
from guide.formats import CARDS, PRESSES, ZINE, Press
from guide.frozen import frozen
from guide.language.scripts import NBSP
from guide.language.words import Words
from guide.layout.body.memory import GalleyMemory
from guide.layout.body.service import ENDS, STRIP
from guide.layout.compose.merge import of_the_whole
from guide.layout.editions.asked import (
    impossible,
    of_a_screen,
    panel_lacks,
    panel_said,
    signs_off,
    unused,
)
from guide.layout.editions.book import typeset, typeset_in_stretches
from guide.layout.editions.book_parts import BookOptions
from guide.layout.editions.exact import Typeset, filled_up, filled_words, too_few, too_many
from guide.layout.editions.front import SECTION
from guide.layout.editions.versions import Version, size_said
from guide.layout.laid_out import LaidOut
from guide.layout.pages import Document
from guide.layout.parts.cover_band import NO_COVER
from guide.layout.parts.open_rows import open_offices
from guide.layout.type.style import (
    Style,
    accent_of,
    has_room_for_columns,
    make_style,
    scaled,
    style_for,
    two_languages,
    with_leading,
)
from guide.model import Edition, Guide, Listing
from guide.model.edition import NOWHERE
from guide.problems import layout as kinds

MANY = 16  # listings that are set in two columns, unless the edition says otherwise: they save a sheet of paper and more
TIGHT_LEADING = 15 / 16  # of the style's own
MOST_ON_A_PAGE = 30  # listings: where there are more for each page to fit, the last try is made first
FAR, FAR_PAGES = 1.25, 4  # how many pages beyond those to fit are too many for an earlier try to have fewer

Made: TypeAlias = tuple[LaidOut, tuple[Problem, ...]]  # a book that is laid out, and its problems


@frozen
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
    made: Made | None = None,
) -> SetEdition:
    """The guide as an edition prints it.

    `versions` is the guide in one language, or in two that are printed together. `whole` is the guide
    with every listing, for numbers and counts; `digest` of the content stands on the last page. `galleys`, a
    GalleyMemory, keeps what is set for the next time. `in_stretches`: some pages of a long guide may be left elsewhere. `made`: what
    a draft of the book has become.
    """
    if wrong := tuple(impossible(edition)):
        return SetEdition(laid_out=None, problems=wrong)
    done = _laid_out(versions, edition, whole, digest, galleys, in_stretches, made)
    done = replace(done, problems=(*done.problems, *of_a_screen(edition)))
    if not (edition.made_as.is_book or edition.made_as.is_leaflet):
        return done
    guide, second = versions[0].guide, versions[1].guide.language if len(versions) > 1 else ""
    return replace(
        done,
        problems=(*done.problems, *panel_lacks(guide, edition, second)),
        said=(*done.said, *panel_said(guide, edition, second)),
    )


def _laid_out(
    versions: Sequence[Version],
    edition: Edition,
    whole: Guide,
    digest: str,
    galleys: GalleyMemory | None,
    in_stretches: bool,
    made: Made | None,
) -> SetEdition:
    """The same without what there is to say of the panel of languages."""
    if not edition.made_as.is_book:
        return _sheet(versions[0], edition, whole)
    if edition.fit or edition.pages:
        return _fitted(versions, edition, digest)
    (guide, words, _), *others = versions
    second = others[0] if others else None
    style, options = edition_style(versions, edition), edition_options(edition, words, digest)
    laid_out, problems = made or typeset_in_stretches(
        guide, style, words, options, second, galleys, in_stretches
    )
    return SetEdition(
        laid_out=laid_out,
        problems=(*problems, *signs_off(guide, edition)),
        said=_book_said(edition, style, guide, laid_out.document),
    )


def _sheet(version: Version, edition: Edition, whole: Guide) -> SetEdition:
    """An edition that is a sheet of its own, or cards."""
    guide, words, stacks = version
    format, numbers, discard = edition.made_as, whole.entries, discard_words(edition, words)
    document: Document | None
    said: tuple[str, ...]
    if format.is_leaflet:
        from guide.layout.editions.leaflet import Leaflet  # few editions need it

        size = format.width, format.height
        leaflet = Leaflet(guide, words, size, stacks, numbers, edition.language_help, edition.personal)
        document, problems = leaflet.document(discard)
        said = (
            "a leaflet: a few words on each listing, one office of several",
            *left_out_of_sheet(guide, edition),
            *_left_out(document.left_out),
        )
    elif format.kind == CARDS:
        from guide.layout.editions.wallet import set_wallet  # see above

        document, problems, said = set_wallet(guide, words, stacks, numbers)
    elif format.kind == ZINE:
        from guide.layout.editions.zine import Zine  # see above

        zine = Zine(guide, words, stacks, numbers, edition.back == "poster")
        document, problems = zine.document(discard)
        no_picture = ["the picture on the cover"] * bool(guide.cover_picture)
        said = (
            "a zine of 8 pages: name, number, hours and street of each listing",
            *_left_out(no_picture),
        )
    else:
        from guide.layout.editions.one_sheet import set_one_sheet  # see above

        document, problems, chosen = set_one_sheet(guide, words, stacks, numbers, discard, edition.personal)
        said = *chosen, *left_out_of_sheet(guide, edition)
    return SetEdition(
        laid_out=LaidOut(document) if document else None, problems=_at(edition, problems), said=said
    )


def left_out_of_sheet(guide: Guide, edition: Edition) -> tuple[str, ...]:
    """A sentence that says which parts of the content a sheet of its own has no place for."""
    sections, one_sheet = guide.sections, not edition.made_as.is_leaflet
    parts = (
        ("subtitle", one_sheet and guide.subtitle),
        ("how to use the guide", one_sheet and guide.how_to_use),
        *left_out_of_rows(guide),
        (
            "references to other sections",
            any(section.references and section.listings for section in sections),
        ),
        ("closing notes", guide.closing_notes),
        ("pages of your own", guide.own_pages),
        ("the picture on the cover", one_sheet and guide.cover_picture),
        ("the publisher's address and logo", one_sheet and (guide.publisher.address or guide.publisher.logo)),
        ("what is new", edition.tells_news),
        ("contents, index and form", True),
    )
    return _left_out([name for name, there in parts if there])


def left_out_of_rows(guide: Guide) -> Iterator[tuple[str, bool]]:
    """Yield what of listings a row has no room for, and whether there is any of it."""
    yield "all of a description but a few words", any(each.description for each in guide.listings)
    yield "offices but the first", any(len(each.locations) > 1 for each in guide.listings)
    yield "all of meetings but their times", any(each.meetings for each in guide.listings)
    yield "all of programs but their names and numbers", any(each.programs for each in guide.listings)
    yield "facts", any(getattr(each, key) for each in guide.listings for key in (*FACT_KEYS, "cost"))
    yield "web and e-mail addresses where there is a number", any(map(has_web, guide.listings))
    yield "introductions of sections", any(section.introduction for section in guide.sections)


def has_web(listing: Listing) -> bool:
    """Whether a listing gives a web or an e-mail address."""
    return any(
        each.website or each.email or each.websites or each.emails
        for each in (of_the_whole(listing), *listing.locations)
    )


def _left_out(parts: Sequence[str]) -> tuple[str, ...]:
    return (f"left out on this size: {', '.join(parts)}",) if parts else ()


def edition_style(versions: Sequence[Version], edition: Edition) -> Style:
    """The style that an edition asks for."""
    guide, _, stacks = versions[0]
    style = scaled(make_style(edition.made_as, accent_of(guide), stacks), edition.body_size)
    style = replace(style, columns=columns_of(versions, edition, style), rows=style.rows and edition.rows)
    style = style_for(style, guide.language)
    for second in versions[1:]:
        style = two_languages(style, second.guide.language, second.stacks, edition.bilingual)
    return replace(
        style,
        hyphenation=len(versions) > 1 and edition.made_as.divided and not style.rows
        if edition.hyphenation is None
        else edition.hyphenation,
    )


def columns_of(versions: Sequence[Version], edition: Edition, style: Style) -> int:
    """How many columns of listings an edition has: two for many listings unless it says otherwise, where there is room."""
    many = len(versions[0].guide.listings) >= MANY
    wanted = edition.columns or (2 if edition.compact or many else 1)
    return wanted if len(versions) == 1 and has_room_for_columns(style) else 1


def edition_options(edition: Edition, words: Words, digest: str) -> BookOptions:
    """What an edition asks of the pages beside their style.

    Where listings are rows there is no room at the ends of sections, the contents name sections, and who is open late is
    told if it is asked for.
    """
    in_rows = edition.made_as.measures.get("rows", False) and edition.rows
    asked = not in_rows or edition.open or edition.open_now
    places = tuple(STRIP if in_rows and each == ENDS else each for each in edition.help)
    press = PRESSES[edition.press]
    return BookOptions(
        multiple=_multiple(edition, press),
        personal=edition.personal,
        about=edition.personal is None or edition.cover != NO_COVER,
        exactly=edition.pages,
        single_sided=press.single_sided,
        cover=edition.cover or ("light" if edition.ink == "black" else "full"),
        note=edition.note,
        open=edition.open_part if asked else "none",
        contents=edition.contents or (SECTION if in_rows else ""),
        how_to_use=edition.how_to_use != NOWHERE,
        signs=edition.signs != NOWHERE,
        about_guide=edition.about != NOWHERE,
        news=edition.news,
        index=edition.index,
        form=edition.form,
        language_help=edition.language_help,
        help=tuple(dict.fromkeys(places)),
        notes=edition.notes,
        discard_after=discard_words(edition, words),
        numbers=book_numbers(edition),
        build=words.build_line.format(digest=digest) if digest else "",
    )


def _multiple(edition: Edition, press: Press) -> int:
    """Of how many pages the number of pages is a multiple; a handout has as many as it needs, where it is not folded."""
    if edition.personal:
        return press.multiple if press.multiple > 2 else 1
    return 1 if edition.pages and press.single_sided else press.multiple


def book_numbers(edition: Edition) -> str:
    """ "ISBN 978-0-306-40615-7. ISSN 2049-3630.": the same in all languages; "" where the edition has neither."""
    named = (("ISBN", edition.isbn), ("ISSN", edition.issn))
    return " ".join(f"{name}{NBSP}{number}." for name, number in named if number)


def discard_words(edition: Edition, words: Words) -> str:
    """When to throw the edition away, in words; "" where it does not say."""
    after = edition.discard_after
    if after is None:
        return ""
    return words.say("discard_after", day=lambda each: each.hours.full_date(after))


def _at(edition: Edition, problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Problems of an edition as a whole, at its file."""
    return tuple(replace(problem, mark=edition.mark or problem.mark) for problem in problems) + tuple(
        unused(edition)
    )


def _columns_said(edition: Edition, style: Style) -> Iterator[str]:
    """What there is to say of columns that were asked for."""
    if edition.compact:
        yield "compact: yes is read as columns: 2"
    if (edition.compact or edition.columns == 2) and style.columns == 1 and edition.columns != 1:
        yield "one column: two need Letter or A4, one language and text of about 12 pt"


def _book_said(edition: Edition, style: Style, guide: Guide, document: Document) -> tuple[str, ...]:
    """What there is to say of a book."""
    left_out = [name for name, there in left_out_of_rows(guide) if there] if style.rows else []
    return (
        *_columns_said(edition, style),
        *size_said(style.body.size),
        *_old_keys(edition),
        *_left_out((*left_out, *document.left_out)),
        *_news_said(edition, guide),
        *document.said,
    )


def _news_said(edition: Edition, guide: Guide) -> Iterator[str]:
    """Why what is new is not told, where the edition asks for it."""
    if not edition.tells_news:
        return
    if guide.news is None:
        yield "what is new is left out: no edition with a lower number was kept with its content"
    elif not any(each.is_news for each in guide.news.listings):
        yield f"what is new is left out: nothing is different from edition {guide.news.number}"


def _old_keys(edition: Edition) -> tuple[str, ...]:
    """A sentence for a key that is written in another way now."""
    return (
        ("the old key open_now: yes is read as open: grid",) if edition.open_now and not edition.open else ()
    )


# --- fitting a number of pages ----------------------------------------------------------------------


def _fitted(versions: Sequence[Version], edition: Edition, digest: str) -> SetEdition:
    """The first of the tries, in their order, that fits the pages. The last is made early: where it is far too long, none fits."""
    (guide, words, _), *others = versions
    second, wanted = others[0] if others else None, edition.pages or edition.fit
    tries, least = list(_tries(versions, edition, digest)), 0
    kept: Typeset | None = None  # what the last try has made
    last = len(tries) - 1
    mark = edition.mark or guide.mark
    for number in _order_of_tries(last, len(guide.listings) > MOST_ON_A_PAGE * wanted):
        style, options, chosen = tries[number]

        def made_with(options: BookOptions, style: Style = style) -> Typeset:
            return Typeset(*typeset(guide, style, words, options, second))

        made = kept if kept and number == last else made_with(options)
        pages = len(made.document.pages)
        least = min(least or pages, pages)
        if number == last and kept is None:
            kept = made
            if pages > FAR * wanted + FAR_PAGES:
                break
        elif pages <= wanted:
            if edition.pages:
                made = filled_up(made, guide, options, made_with)
                if short := too_few(made.document, edition, options, mark):
                    return SetEdition(laid_out=None, problems=(short,))
            return SetEdition(
                laid_out=LaidOut(made.document),
                problems=(*made.problems, *signs_off(guide, edition)),
                said=(
                    _fitted_said(edition, chosen, made.filled),
                    *_book_said(edition, style, guide, made.document),
                ),
            )
    if edition.pages:
        return SetEdition(laid_out=None, problems=(too_many(least, edition, mark),))
    problem = kinds.DOES_NOT_FIT.at(mark, edition=edition.name, pages=wanted, least=least)
    return SetEdition(laid_out=None, problems=(problem,))


def _fitted_said(edition: Edition, chosen: Sequence[str], filled: Sequence[str]) -> str:
    """What was done for the pages."""
    if edition.pages:
        return filled_words(edition.pages, chosen, filled)
    return f"fits {edition.fit} pages: " + (", ".join(chosen) or "as it is")


def _order_of_tries(last: int, hopeless: bool) -> tuple[int, ...]:
    """The numbers of the tries as they are judged, after a first look at the last one early: before all others, or as the second."""
    return (last, *range(last + 1)) if hopeless else (0, last, *range(1, last + 1)) if last else (0, 0)


def _tries(
    versions: Sequence[Version], edition: Edition, digest: str
) -> Iterator[tuple[Style, BookOptions, tuple[str, ...]]]:
    """(style, options, what was given up), more given up each time, in the order that readers miss it least."""
    guide, words, _ = versions[0]
    style, options = edition_style(versions, edition), edition_options(edition, words, digest)
    if not open_offices(guide, words):
        options = replace(options, open="none")
    chosen: list[str] = []
    yield style, options, tuple(chosen)
    for fewer, words_for in _fewer_parts(options):
        options = fewer
        chosen.append(words_for)
        yield style, options, tuple(chosen)
    if columns_of(versions, replace(edition, columns=2), style) > style.columns:
        style = replace(style, columns=2)
        chosen.append("two columns")
        yield style, options, tuple(chosen)
    tight = with_leading(style, style.body.leading * TIGHT_LEADING)
    chosen.append("lines closer together")
    yield tight, options, tuple(chosen)
    least = edition.made_as.least_size
    size = style.body.size - 0.5
    while size >= least:
        smaller = scaled(style, size)
        yield (
            with_leading(smaller, smaller.body.leading * TIGHT_LEADING),
            options,
            (*chosen, f"text {size:g} pt"),
        )
        size -= 0.5


def _fewer_parts(options: BookOptions) -> Iterator[tuple[BookOptions, str]]:
    """(options, what was given up), a part less each time."""
    if options.open == "grid":
        options = replace(options, open="late")
        yield options, "lists in place of the table of who is open when"
    options = replace(options, topics=False)
    yield options, "no index by topic"
    options = replace(options, places=False)
    yield options, "no index by place"
    options = replace(options, about=False)
    yield options, "no closing notes"
    if options.open == "late":
        yield replace(options, open="none"), "no lists of who is open late"
