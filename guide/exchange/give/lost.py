"""What of an edition a form cannot hold: counted, to be told with the file."""

from collections.abc import Iterable, Iterator

from guide.exchange.give.hsds_rows import facts_without_place
from guide.model import Guide, Listing

Lost = tuple[str, ...]  # sentences without a full stop


def counted(number: int, one: str, many: str) -> Iterator[str]:
    """Yield "3 introductions of sections", nothing for none."""
    if number:
        yield f"{number:,} {one if number == 1 else many}"


def of_the_guide(guide: Guide) -> Iterator[str]:
    """Yield what stands in an edition beside its listings, and no form has."""
    yield from counted(
        sum(bool(section.introduction) for section in guide.sections),
        "introduction of a section",
        "introductions of sections",
    )
    yield from counted(len(guide.own_pages), "page of the guide's own", "pages of the guide's own")
    yield from counted(len(guide.help_now), "line of help on the cover", "lines of help on the cover")
    yield from counted(int(bool(guide.closing_notes)), "text at the end", "texts at the end")


def of_table(guide: Guide) -> Lost:
    """What a table has no column for."""
    icons = sum(bool(section.icon) for section in guide.sections)
    orders = sum(bool(section.order or section.groups) for section in guide.sections)
    tables = sum(listing.office_table is not None for listing in guide.listings)
    return (
        *of_the_guide(guide),
        *counted(icons, "pictogram of a section", "pictograms of sections"),
        *counted(orders, "order of a section by subheadings", "orders of sections by subheadings"),
        *counted(tables, "choice whether offices are a table", "choices whether offices are a table"),
    )


def of_points(guide: Guide) -> Lost:
    """What stands on no map, and what a point has not."""
    offices = [each for listing in guide.listings for each in listing.locations]
    without = sum(each.point is None for each in offices)
    bare = sum(not any(each.point for each in listing.locations) for listing in guide.listings)
    return (
        *counted(without, "office without coordinates", "offices without coordinates"),
        *counted(bare, "listing that is on no map", "listings that are on no map"),
        *counted(programs_in(guide.listings), "program", "programs"),
        *of_the_guide(guide),
    )


def of_hsds(guide: Guide) -> Lost:
    """What HSDS has no place for."""
    homeless = sum(len([*facts_without_place(each)]) for each in guide.listings)
    secret = sum(each.is_secret for listing in guide.listings for each in listing.locations)
    short = sum(bool(each.summary and each.description) for each in guide.listings)
    notes = sum(bool(each.name_note) for each in guide.listings)
    days = sum(bool(each.closed_days or each.alert_days) for each in guide.listings)
    return (
        *counted(
            homeless,
            "access or way there of a listing without an office",
            "ways there and accesses of listings without an office",
        ),
        *counted(
            secret, "place of which the city alone may be said", "places of which the city alone may be said"
        ),
        *counted(short, "short line beside a description", "short lines beside descriptions"),
        *counted(notes, "note behind a name", "notes behind names"),
        *counted(
            days, "first or last day of an alert or a closing", "first or last days of alerts and closings"
        ),
        *counted(
            sum(len(each.meetings) for each in guide.listings),
            "meeting, but for its time and words",
            "meetings, but for their times and words",
        ),
        *of_the_guide(guide),
    )


def of_braille(guide: Guide) -> Lost:
    """What stands in print and not in braille: the others of its texts are there."""
    return (
        *counted(int(bool(guide.cover_picture)), "picture on the cover", "pictures on the cover"),
        *counted(len(guide.how_to_use), "step of how to use the guide", "steps of how to use the guide"),
    )


def of_cards(guide: Guide) -> Lost:
    """What a card has no property for."""
    hours = sum(bool(each.hours) for listing in guide.listings for each in listing.locations)
    hours += sum(bool(each.hours) for listing in guide.listings for each in listing.programs)
    return (
        *counted(hours, "place with hours of its own", "places with hours of their own"),
        *counted(sum(len(each.meetings) for each in guide.listings), "meeting", "meetings"),
        *counted(
            programs_in(guide.listings), "program, but for its numbers", "programs, but for their numbers"
        ),
        *of_the_guide(guide),
    )


def programs_in(listings: Iterable[Listing]) -> int:
    """How many programs listings have."""
    return sum(len(each.programs) for each in listings)
