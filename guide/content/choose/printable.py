"""What may leave the house: the guide without the listings that are not to be printed."""

from collections.abc import Container, Iterator
from dataclasses import replace

from guide.content.numbers import with_numbers
from guide.errors import Mark, Problem
from guide.model import Guide, Listing, PageText, Prose, Section, Span, find_mentions
from guide.model.changes import Hidden
from guide.problems.content import MENTION_NOT_PRINTED, NOTHING_PRINTED

# Texts in which listings may be mentioned, of the guide itself two together.
Mentioning = Prose | PageText | tuple[Prose, ...] | tuple[Prose, tuple[tuple[Span, ...], ...]]


def printable(guide: Guide) -> Guide:
    """The guide without what has `print: no`, and without the sections that it leaves empty."""
    hidden = {listing.id for listing in guide.listings if not listing.printed}
    is_full = all(section.listings or section.references for section in guide.sections)
    if (
        is_full
        and not hidden
        and all(each.printed for listing in guide.listings for each in listing.programs)
    ):
        return with_numbers(guide)
    sections = [without_hidden(section, hidden) for section in guide.sections]
    printed = tuple(section for section in sections if section.listings or section.references)
    return replace(with_numbers(replace(guide, sections=printed)), hidden=hidden_in(guide))


def hidden_in(guide: Guide) -> Hidden:
    """What has `print: no` in a guide, and what was taken out of it for that before."""
    programs = {
        (each.id, program.name) for each in guide.listings for program in each.programs if not program.printed
    }
    listings = {each.id for each in guide.listings if not each.printed}
    topics = topics_of(guide, False) - topics_of(guide, True)
    names = {name for each in guide.listings if not each.printed for name in each.all_names}
    before = guide.hidden
    return Hidden(
        before.listings | listings, before.programs | programs, before.topics | topics, before.names | names
    )


def topics_of(guide: Guide, printed: bool) -> set[str]:
    """What the listings are about that are printed, or those that are not."""
    return {
        topic
        for each in guide.listings
        if each.printed == printed
        for topic in (*each.services, *each.audience)
    }


def without_hidden(section: Section, hidden: Container[str]) -> Section:
    """A section without the hidden listings and the lines that refer to them; the others keep their places."""
    kept: list[Listing] = []
    before = [0]  # before: how many of the first n listings are kept
    for listing in section.listings:
        if listing.printed:
            kept.append(without_hidden_programs(listing))
        before.append(len(kept))
    references = tuple(
        replace(each, after=before[min(each.after, len(section.listings))])
        for each in section.references
        if each.id not in hidden
    )
    return replace(section, listings=tuple(kept), references=references)


def without_hidden_programs(listing: Listing) -> Listing:
    """A listing without its programs that are not to be printed."""
    if all(each.printed for each in listing.programs):
        return listing
    return replace(listing, programs=tuple(each for each in listing.programs if each.printed))


def check_printable(guide: Guide) -> tuple[Problem, ...]:
    """Problems with what is not printed: printed texts that mention it, or nothing left to print; tuple of Problem."""
    hidden = {listing.id: listing for listing in guide.listings if not listing.printed}
    if not hidden:
        return ()
    if len(hidden) == len(guide.listings):
        return (NOTHING_PRINTED.at(guide.mark),)
    problems = []
    for owner, mark, prose in printed_texts(guide):
        for mention in dict.fromkeys(find_mentions(prose)):
            if mention in hidden:
                name = hidden[mention].name
                problems.append(MENTION_NOT_PRINTED.at(mark, owner=owner, name=name, id=mention))
    return tuple(problems)


def printed_texts(guide: Guide) -> Iterator[tuple[str, Mark, Mentioning]]:
    """(whose, mark, prose) of every text in which listings may be mentioned."""
    yield "the guide", guide.mark, (guide.closing_notes, guide.how_to_use)
    for section in guide.sections:
        yield section.title, section.mark, section.introduction
        for listing in section.listings:
            if listing.printed:
                yield listing.name, listing.mark, without_hidden_programs(listing).prose
    for page in guide.own_pages:
        yield page.title, page.mark, page.text
