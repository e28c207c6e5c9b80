"""A guide with errors as a picture of it can be drawn: what would lead nowhere stands there as it was typed."""

from dataclasses import replace

from guide.content.choose.choice import named, named_page, named_spans, without_lost_mentions
from guide.content.choose.printable import printed_texts
from guide.model import Guide, Listing, find_mentions

MISSING = "\u2026"  # in the place of a name


def without_unknown(guide: Guide) -> Guide:
    """The guide with `[[id]]` as words where there is no listing of that id to mention; the same guide where there is none."""
    known = {listing.id for listing in guide.listings}
    unknown = {each for _, _, text in printed_texts(guide) for each in find_mentions(text)} - known
    if not unknown:
        return guide
    names = {each: f"[[{each}]]" for each in unknown}
    return replace(
        guide,
        how_to_use=tuple(named_spans(step, known, names) for step in guide.how_to_use),
        closing_notes=named(guide.closing_notes, known, names),
        own_pages=tuple(replace(page, text=named_page(page.text, known, names)) for page in guide.own_pages),
        sections=tuple(without_lost_mentions(section, known, names) for section in guide.sections),
    )


def with_names(guide: Guide) -> Guide:
    """The guide with an id in the place of a name that is missing, and signs where there is none; what has names stays."""
    return replace(
        guide,
        title=guide.title or MISSING,
        sections=tuple(
            replace(
                section,
                title=section.title or section.id or MISSING,
                listings=tuple(map(named_listing, section.listings)),
            )
            for section in guide.sections
        ),
        own_pages=tuple(replace(page, title=page.title or page.id or MISSING) for page in guide.own_pages),
    )


def named_listing(listing: Listing) -> Listing:
    """A listing with names, its own and those of its programs."""
    if listing.name and all(each.name for each in listing.programs):
        return listing
    programs = tuple(replace(each, name=each.name or each.key) for each in listing.programs)
    return replace(listing, name=listing.name or listing.id or MISSING, programs=programs)
