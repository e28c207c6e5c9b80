"""What an edition prints: the listings it chooses, in its order, with its own title and number."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guide.colours import ACCENTS, is_red, on_screen
from guide.content.choose.offer import Offer
from guide.content.choose.order import grouped
from guide.content.choose.rules import meets, places
from guide.errors import Problem
from guide.language.sorting import sort_key
from guide.model import (
    BulletList,
    Choice,
    Coupon,
    Edition,
    EditionMark,
    Guide,
    Heading,
    Listing,
    OwnPage,
    PageBlock,
    PageText,
    Picture,
    Prose,
    Reference,
    Section,
    Span,
    find_mentions,
)
from guide.model.order import BY_NAME, BY_NEIGHBORHOOD, BY_PLACE
from guide.pictograms import CROSS
from guide.problems.editions import EMPTY_EDITION, RED_CROSS, UNKNOWN_CHOICE
from guide.reading.fields import closest

SortKey = tuple[str | bytes, str]
PlaceKey = tuple[
    bool, SortKey | tuple[()], SortKey | tuple[()]
]  # whether there is no place; its state; its city


def choose(guide: Guide, edition: Edition) -> tuple[Guide, tuple[Problem, ...]]:
    """(guide, problems): the guide as an edition prints it; problems name ids and words that the guide does not have."""
    return choose_from(Offer(guide), edition)


def choose_from(offer: Offer, edition: Edition) -> tuple[Guide, tuple[Problem, ...]]:
    """The same of an offer, from which many editions are chosen."""
    problems = tuple(unknown_words(offer, edition))
    guide, names = offer.current, offer.names
    sections = chosen_sections(guide, edition, offer.sections_with(edition.choice.listings))
    printed = {listing.id for section in sections for listing in section.listings}
    if len(printed) < len(names):
        sections = [without_lost_mentions(section, printed, names, offer.speaking) for section in sections]
    changed = replace(
        guide,
        title=edition.title or guide.title,
        subtitle=edition.subtitle or guide.subtitle,
        edition=own_mark(guide.edition, edition),
        how_to_use=tuple(named_spans(step, printed, names) for step in guide.how_to_use),
        closing_notes=named(guide.closing_notes, printed, names),
        own_pages=tuple(
            replace(page, text=named_page(page.text, printed, names)) for page in chosen_pages(guide, edition)
        ),
        sections=tuple(sections if has_icons(guide, edition) else map(without_icon, sections)),
    )
    problems += tuple(red_crosses(changed, edition))
    if not printed:
        problems += (EMPTY_EDITION.at(edition.mark or guide.mark, edition=edition.name),)
    return changed, problems


def chosen_pages(guide: Guide, edition: Edition) -> tuple[OwnPage, ...]:
    """The pages of the guide's own that an edition prints."""
    wanted = edition.own_pages
    return tuple(page for page in guide.own_pages if wanted is None or page.id in wanted)


def has_icons(guide: Guide, edition: Edition) -> bool:
    """Whether an edition prints pictograms: not where it says no, or a section has none."""
    return edition.icons and all(section.icon for section in guide.sections)


def without_icon(section: Section) -> Section:
    """The section with its number alone."""
    return replace(section, icon="") if section.icon else section


def red_crosses(guide: Guide, edition: Edition) -> Iterator[Problem]:
    """A problem for a white cross on red, as the edition prints it."""
    accent = guide.style.accent or ACCENTS[guide.edition.colour].screen
    printed = [accent] if edition.screen_ink == "colour" else []
    if edition.ink == "spot" and edition.spot and edition.spot.inks:
        printed.append(on_screen(edition.spot.inks))
    if any(map(is_red, printed)):
        for section in guide.sections:
            if section.icon == CROSS:
                yield RED_CROSS.at(section.mark, title=section.title, edition=edition.name)


def own_mark(mark: EditionMark, edition: Edition) -> EditionMark:
    """The guide's number, colour and date, or those of the edition where it has its own."""
    return replace(
        mark,
        number=edition.number or mark.number,
        colour=edition.colour or mark.colour,
        date=edition.date or mark.date,
    )


def chosen_sections(guide: Guide, edition: Edition, among: Iterable[Section] | None = None) -> list[Section]:
    """The sections that an edition prints, each with the listings that it chooses and the lines that refer to them.

    `among`: sections of the guide in which all stands that it may choose.
    """
    wanted = edition.choice.sections
    sections = []
    for section in guide.sections if among is None else among:
        if not wanted or section.id in wanted:
            chosen = with_chosen(section, edition, guide.source_language or guide.language)
            if chosen.listings or not section.listings:
                sections.append(chosen)
    printed = {listing.id for section in sections for listing in section.listings}
    sections = [
        replace(section, references=tuple(each for each in section.references if each.id in printed))
        if section.references
        else section
        for section in sections
    ]
    return in_groups(
        [section for section in sections if section.listings or section.references], edition, guide
    )


def in_groups(sections: Sequence[Section], edition: Edition, guide: Guide) -> list[Section]:
    """The sections with subheadings, where they or the edition are in an order that has some."""
    there = {listing.id: listing for section in sections for listing in section.listings}
    language = guide.source_language or guide.language  # of names, so that two languages have one order
    return [
        grouped(section, order_of(section, edition), places_first(section, edition), there, language)
        for section in sections
    ]


def places_first(section: Section, edition: Edition) -> tuple[str, ...]:
    """The cities, or neighborhoods, that come first in the order of a section."""
    if order_of(section, edition) == BY_NEIGHBORHOOD:
        return edition.neighborhood_order or section.neighborhood_order
    return edition.city_order or section.city_order


def order_of(section: Section, edition: Edition) -> str:
    """The order of a section in an edition, which may have one for all sections."""
    return edition.order or section.order


def with_chosen(section: Section, edition: Edition, language: str) -> Section:
    """A section with the listings that an edition chooses, in its order, and its references at their places among them."""
    choice = edition.choice
    every, wanted = choice == Choice(), frozenset(choice.listings)
    there = [
        listing
        for listing in section.listings
        if every or (not wanted or listing.id in wanted) and meets(listing, choice)
    ]
    listings = in_order(there, edition.choice.listings, order_of(section, edition), language)
    return replace(section, listings=tuple(listings), references=moved_references(section, listings))


# --- order, references, mentions --------------------------------------------------------------------


def in_order(
    listings: list[Listing], chosen: Sequence[str], order: str, language: str = "en"
) -> list[Listing]:
    """The listings of a section in an order, those that are `chosen` by their ids in the order of these."""
    if chosen:
        listings = sorted(listings, key=lambda listing: chosen.index(listing.id))
    if order == BY_NAME:
        return sorted(listings, key=lambda listing: sort_key(listing.name, language))
    if order == BY_PLACE:
        return sorted(
            listings, key=lambda listing: (place_key(listing, language), sort_key(listing.name, language))
        )
    return listings


def place_key(listing: Listing, language: str = "en") -> PlaceKey:
    """State and city of the first place of a listing; those without one come last."""
    first = next((place for place in places(listing) if place.city or place.state_province), None)
    return (
        first is None,
        sort_key(first.state_province, language) if first else (),
        sort_key(first.city, language) if first else (),
    )


def moved_references(section: Section, listings: Iterable[Listing]) -> tuple[Reference, ...]:
    """The references of a section at their places among the listings that are left."""
    there = {listing.id for listing in listings}
    moved = []
    for reference in section.references:
        before = sum(1 for listing in section.listings[: reference.after] if listing.id in there)
        moved.append(Reference(reference.id, before))
    return tuple(moved)


def without_lost_mentions(
    section: Section,
    printed: Container[str],
    names: Mapping[str, str],
    speaking: Container[str] | None = None,
) -> Section:
    """A section whose texts mention only listings that are printed: of the others only the name is left.

    `speaking`: the listings that mention others at all, where that is known.
    """
    listings = tuple(
        without_lost_mentions_of(each, printed, names) if speaking is None or each.id in speaking else each
        for each in section.listings
    )
    introduction = named(section.introduction, printed, names)
    if listings == section.listings and introduction is section.introduction:
        return section
    return replace(section, listings=listings, introduction=introduction)


def without_lost_mentions_of(listing: Listing, printed: Container[str], names: Mapping[str, str]) -> Listing:
    """The same of a listing; itself where it mentions nothing that is lost."""
    if not loses(listing.prose, printed):
        return listing
    return replace(
        listing,
        description=named(listing.description, printed, names),
        programs=tuple(
            replace(each, description=named(each.description, printed, names)) for each in listing.programs
        ),
    )


def loses(text: Prose | tuple[Prose, ...] | tuple[Span, ...], printed: Container[str]) -> bool:
    """Whether a text mentions a listing that is not printed."""
    return any(mention not in printed for mention in find_mentions(text))


def named(prose: Prose, printed: Container[str], names: Mapping[str, str]) -> Prose:
    """Prose in which a mention of a listing that is not printed is its name."""
    if not loses(prose, printed):
        return prose
    return tuple(
        replace(block, items=tuple(named_spans(item, printed, names) for item in block.items))
        if isinstance(block, BulletList)
        else replace(block, spans=named_spans(block.spans, printed, names))
        for block in prose
    )


def named_page(text: PageText, printed: Container[str], names: Mapping[str, str]) -> PageText:
    """The text of a page in which a mention of a listing that is not printed is its name."""
    blocks: list[PageBlock] = []
    for block in text:
        if isinstance(block, Heading):
            blocks.append(replace(block, spans=named_spans(block.spans, printed, names)))
        elif isinstance(block, Picture):
            blocks.append(replace(block, caption=named_spans(block.caption, printed, names)))
        elif isinstance(block, Coupon):
            inside = named_page(block.blocks, printed, names)
            blocks.append(replace(block, blocks=inside))
        else:
            blocks += named((block,), printed, names)
    return tuple(blocks)


def named_spans(
    pieces: Iterable[Span], printed: Container[str], names: Mapping[str, str]
) -> tuple[Span, ...]:
    """Spans in which a mention of a listing that is not printed is its name."""
    return tuple(
        replace(span, text=names.get(span.mention, f"[[{span.mention}]]"), mention="")
        if span.mention and span.mention not in printed
        else span
        for span in pieces
    )


# --- what the guide does not have -------------------------------------------------------------------


def unknown_words(offer: Offer, edition: Edition) -> Iterator[Problem]:
    """A problem for each id, topic or group in a choice that no listing has."""
    choice = edition.choice
    wanted = (
        ("section", choice.sections),
        ("listing", choice.listings + choice.leave_out),
        ("page", edition.own_pages or ()),
        ("topic", choice.services),
        ("audience", choice.audience),
        ("city", choice.cities + edition.city_order),
        ("neighborhood", choice.neighborhoods),
        ("neighborhood or city", edition.neighborhood_order),
        ("state", choice.states),
        ("language", choice.languages),
    )
    for code in choice.postal_codes:
        if not any(each.startswith(code) for each in offer.words_of("postal code")):
            yield _unknown(edition, offer, "postal code", code)
    for kind, words in wanted:
        for word in words:
            if not offer.has(kind, word):
                yield _unknown(edition, offer, kind, word)


def _unknown(edition: Edition, offer: Offer, kind: str, word: str) -> Problem:
    near = closest(word, dict.fromkeys(filter(None, offer.words_of(kind))))
    mark = edition.mark or offer.guide.mark
    return UNKNOWN_CHOICE.at(mark, edition=edition.name, thing=kind, word=word, near=near)
