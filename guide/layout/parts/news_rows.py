"""What is new: which listings stand in which list, and what is said of each."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from guide.facts import FACT_KEYS
from guide.language.addresses import address_lines
from guide.language.scripts import NBSP
from guide.language.words import Words
from guide.layout.compose.links import listing_anchor
from guide.layout.compose.namesakes import Namesakes
from guide.layout.compose.news import alert_of
from guide.layout.type.inline import Anchor
from guide.model import Address, Guide, Listing, Location, Phone, Section
from guide.model.changes import CHANGED, CLOSED, GONE, MOVED, NEW, OPEN_AGAIN, Change, Changes

KINDS = (
    (NEW, "news_new"),
    (MOVED, "news_moved"),
    (CHANGED, "news_changed"),
    (OPEN_AGAIN, "news_open"),
    (CLOSED, "news_closed"),
    (GONE, "news_gone"),
)  # in the order of print, each with the words of its title
WEB, HOURS, NUMBER = ("email", "website"), ("hours", "meeting"), "phone"


class NewsRow(NamedTuple):
    """A listing in a list."""

    name: str
    lines: tuple[tuple[str, ...], ...]  # what is said of it, in each language
    anchor: Anchor | None  # None of one that is gone


class NewsList(NamedTuple):
    """The listings of which the same became."""

    title: str
    rows: tuple[NewsRow, ...]


class Home(NamedTuple):
    """A listing as it is printed in one language, with the section that it stands in."""

    listing: Listing
    section: Section


def news_lists(guides: Sequence[Guide], words: Words) -> tuple[NewsList, ...]:
    """The lists that have rows, in the order in which they are printed; `guides`: the guide in each of its languages."""
    news = guides[0].news
    if news is None:
        return ()
    homes = [homes_of(guide) for guide in guides]
    names = Namesakes(guides[0]).names(attrgetter("name"))
    lists = (
        NewsList(
            getattr(words, title),
            tuple(row_of(each, names, homes, guides, words) for each in news.of(kind)),
        )
        for kind, title in KINDS
    )
    return tuple(each for each in lists if each.rows)


def news_helps(news: Changes, words: Words) -> list[str]:
    """Since which edition something is new, in each language."""
    return [
        each.news_since.format(
            number=news.number, day=each.hours.full_date(news.before) if news.before else ""
        )
        for each in words.versions
    ]


def homes_of(guide: Guide) -> dict[str, Home]:
    """{id: Home} of every listing that is printed."""
    return {listing.id: Home(listing, section) for section in guide.sections for listing in section.listings}


def row_of(
    change: Change,
    names: Mapping[str, str],
    homes: Sequence[dict[str, Home]],
    guides: Sequence[Guide],
    words: Words,
) -> NewsRow:
    """The row of a listing."""
    if change.kind == GONE:
        return NewsRow(change.name, (), None)
    lines = tuple(
        tuple(row_lines(change, home[change.id], guide, own))
        for home, guide, own in zip(homes, guides, words.versions)
    )
    return NewsRow(names[change.id], tuple(dict.fromkeys(lines)), listing_anchor(change.id))


def row_lines(change: Change, home: Home, guide: Guide, words: Words) -> Iterator[str]:
    """Yield what is said of a listing in one language."""
    if change.kind == NEW or change.moved:
        yield home.section.title
    if state := alert_of(home.listing, words) if change.kind != NEW else "":
        yield state
    if change.old and change.new and not change.new.gone:
        yield from changed_lines(change, change.old, change.new, guide, words)


def changed_lines(change: Change, old: Listing, new: Listing, guide: Guide, words: Words) -> Iterator[str]:
    """Yield its new name, numbers and addresses, and what else is different by its label."""
    if old.name != new.name:
        yield words.now.format(old=old.name, name=new.name)
    numbers = number_line(old, new, words)
    if numbers:
        yield numbers
    addresses = [text_of(each, guide, words) for each in new_addresses(old, new)]
    addresses += [words.not_public] if any(field.withheld for field in change.fields) else []
    if addresses:
        yield labelled(words, words.address_label, "; ".join(dict.fromkeys(addresses)))
    keys = {field.key for field in change.fields}
    if numbers:
        keys.discard(NUMBER)
    if labels := list(labels_of(keys, words)):
        yield labelled(words, words.news_changed, ", ".join(labels))


def labelled(words: Words, label: str, text: str) -> str:
    return f"{words.labelled.format(label=label)} {text}"


def number_line(old: Listing, new: Listing, words: Words) -> str:
    """The numbers that are new, and those in whose place they stand; "" where none is new."""
    before, now = numbers_of(old), numbers_of(new)
    came = [number_text(each, words) for dialled, each in now.items() if dialled not in before]
    left = [each.printed for dialled, each in before.items() if dialled not in now]
    if not came:
        return ""
    line = labelled(words, words.phone_column, ", ".join(came))
    return f"{line} {words.news_before.format(old=', '.join(left))}" if left else line


def numbers_of(listing: Listing) -> dict[str, Phone]:
    """{what is dialled: number} of a listing, its offices and programs."""
    return {f"{each.e164 or each.printed} {each.extension}": each for each in listing.all_phones}


def number_text(phone: Phone, words: Words) -> str:
    """A number with its extension and its kind."""
    extension = words.extension.format(extension=phone.extension) if phone.extension else ""
    return " ".join(filter(None, (phone.printed, extension, words.number_kind(phone.type))))


def new_addresses(old: Listing, new: Listing) -> list[Address]:
    """The addresses at which it was not before."""
    before = set(addresses_of(old.locations))
    return [each for each in dict.fromkeys(addresses_of(new.locations)) if each not in before]


def addresses_of(locations: Iterable[Location]) -> Iterator[Address]:
    yield from (each.address for each in locations if each.address)


def text_of(address: Address, guide: Guide, words: Words) -> str:
    """An address on one line; of a confidential one that it is not public."""
    if address.confidential:
        return words.not_public
    return ", ".join(address_lines(address, guide.country)).replace(NBSP, " ")


def labels_of(keys: set[str], words: Words) -> Iterator[str]:
    """Yield what is different beside names, numbers that are new, and addresses."""
    if NUMBER in keys:
        yield words.phone_column
    if keys & set(HOURS):
        yield words.hours_label
    if keys & set(WEB):
        yield words.form_choices[3]
    if "ages" in keys:
        yield words.ages
    yield from (label for key, label in words.facts if key in keys and key in FACT_KEYS)
