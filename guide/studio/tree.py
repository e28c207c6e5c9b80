"""The list of the guide in its own order: sections and listings, each with the signs of its state."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from guide.content.choose.printable import printable
from guide.content.freshness import is_older
from guide.content.review import current_day
from guide.language.files import language_name
from guide.language.words import words_in
from guide.model import Guide, Listing
from guide.model.page import PLACES
from guide.studio.broken import broken_in
from guide.studio.findings import Finding
from guide.studio.history import History
from guide.studio.owners import GUIDE_KIND, LISTING, PAGE_KIND, PAPER, SECTION_KIND, STYLE_KIND, Owner
from guide.studio.studio import Studio
from guide.studio.translations import languages_of, outdated
from guide.studio.wording import StudioWords

Row: TypeAlias = dict[str, "str | float | list[str] | list[dict[str, str]]"]
EARLY = PLACES[:2]  # pages behind these come before the sections
PARTS = ("help", "first", "last")  # of the form of the guide, groups of it; the last one stands at the foot
SIGNS = (
    "problem",
    "warning",
    "unprinted",
    "closed",
    "never",
    "stale",
    "secret",
)  # as they stand behind a name


class Badge(NamedTuple):
    """A sign with its words."""

    sign: str
    words: str


class Counts(NamedTuple):
    """How much is wrong."""

    problems: int
    warnings: int


def counts_of(studio: Studio) -> Counts:
    """How much is wrong with the whole guide."""
    errors = sum(1 for each in studio.seen.findings if each.is_error)
    return Counts(errors, len(studio.seen.findings) - errors)


def tree_of(studio: Studio, words: StudioWords, history: History) -> list[Row]:
    """The rows of the list: the first pages, each section before its listings, the last pages."""
    if studio.seen.project.guide is None:
        return []
    first, last = parts_of(studio, words)
    behind = page_rows(studio, words)
    early = [row for place in EARLY for row in behind.pop(place, [])]
    rows = section_rows(studio, words, changed_when(studio, history), behind)
    return [*first, *early, *rows, *(row for each in behind.values() for row in each), *last]


def language_names(studio: Studio, words: StudioWords) -> dict[str, str]:
    """{code: name} of the languages that a guide is translated to."""
    return {code: language_name(code, words.language) for code in languages_of(studio.seen.project)}


def page_rows(studio: Studio, words: StudioWords) -> dict[str, list[Row]]:
    """{behind what they stand: the rows of the guide's own pages}."""
    guide, wrong = studio.seen.project.guide, counted(studio.seen.findings)
    found: dict[str, list[Row]] = {place: [] for place in PLACES}
    for page in guide.own_pages if guide else ():
        owner = Owner(PAGE_KIND, page.id)
        row = row_of(owner, "", page.title, list(counted_badges(wrong, owner, words)))
        found.setdefault(page.place, []).append(row)
    return found


def parts_of(studio: Studio, words: StudioWords) -> tuple[list[Row], list[Row]]:
    """The rows before and behind the sections, each of which opens a part of the form of the guide."""
    wrong = counted(studio.seen.findings)
    owner = Owner(GUIDE_KIND)
    cover = row_of(owner, "", words("list.cover"), list(counted_badges(wrong, owner, words)))
    rows = [row_of(owner, "", words(f"groups.guide.{part}"), []) | {"part": part} for part in PARTS]
    paper = Owner(STYLE_KIND, PAPER)
    look = row_of(paper, "", words("list.paper"), list(counted_badges(wrong, paper, words)))
    return [cover, look, *rows[:-1]], rows[-1:]


def changed_when(studio: Studio, history: History) -> dict[str, float]:
    """{owner: when it was changed last}, as far as it is remembered."""
    found: dict[str, float] = {}
    for owner, when in (
        *((each.owner, each.when) for each in history.steps.values() if not each.undone),
        *((str(owner), when) for (owner, _), when in studio.changed_at.items()),
    ):
        found[owner] = max(when, found.get(owner, 0.0))
    return found


def section_rows(
    studio: Studio, words: StudioWords, changed: Mapping[str, float], behind: dict[str, list[Row]]
) -> list[Row]:
    """The rows of sections and listings, and of the pages that stand `behind` one of them."""
    guide = studio.seen.project.guide
    if guide is None:
        return []
    numbers, chapters = numbers_of(guide), chapter_numbers(guide)
    wrong, lost = counted(studio.seen.findings), broken_in(studio)
    stale = outdated(studio.seen.project)
    rows: list[Row] = []
    for section in guide.sections:
        owner = Owner(SECTION_KIND, section.id)
        badges = list(counted_badges(wrong, owner, words))
        if owner in lost:
            badges = [Badge("problem", words("badges.unread", line=lost.pop(owner).line))]
        rows.append(row_of(owner, chapters.get(section.id, ""), section.title or section.id, badges))
        for listing in section.listings:
            owner = Owner(LISTING, listing.id)
            if listing.id and studio.seen.owners.listings.get(listing.id) == section.mark.path:
                badges = badges_of(listing, owner, studio, wrong, words)
                row = row_of(owner, str(numbers.get(listing.id, "")), listing.name or listing.id, badges)
                day = listing.verified.isoformat() if listing.verified else ""
                languages = [code for code, ids in stale.items() if listing.id in ids]
                when = changed.get(str(owner), 0.0)
                rows.append(row | {"checked": day, "changed": when, "outdated": languages})
        rows += behind.pop(section.id, [])
    for owner, each in lost.items():  # of which not even the title can be read
        if owner.kind == SECTION_KIND:
            rows.append(
                row_of(owner, "", each.name, [Badge("problem", words("badges.unread", line=each.line))])
            )
    return rows


def numbers_of(guide: Guide) -> dict[str, int]:
    """{id of a listing: its printed number}."""
    return printable(guide).entries


def chapter_numbers(guide: Guide) -> dict[str, str]:
    """{id of a section: its printed number}; an empty one is not printed."""
    return {each.id: str(number) for number, each in enumerate(printable(guide).sections, 1)}


def state_of(owner: Owner, studio: Studio, words: StudioWords) -> Row:
    """The row of an owner alone, as its form has it; that of the guide has no number and no signs."""
    guide, wrong = studio.seen.project.guide, counted(studio.seen.findings)
    name = words("list.paper") if owner.kind == STYLE_KIND else studio.name_of(owner)
    listing = next((each for each in guide.listings if each.id == owner.id), None) if guide else None
    if owner.kind == LISTING and listing and guide:
        number = str(numbers_of(guide).get(owner.id, ""))
        badges = badges_of(listing, owner, studio, wrong, words)
        return row_of(owner, number, name, [*badges, *fresh_badges(listing, badges, words)])
    number = chapter_numbers(guide).get(owner.id, "") if guide and owner.kind == SECTION_KIND else ""
    return row_of(owner, number, name, list(counted_badges(wrong, owner, words)))


def fresh_badges(listing: Listing, badges: list[Badge], words: StudioWords) -> Iterator[Badge]:
    """Yield the day of the last check, where nothing is said against it; the list has no room for it."""
    if listing.verified and not any(each.sign == "stale" for each in badges):
        yield Badge("ok", words("badges.checked", day=words_in(words.language).full_date(listing.verified)))


def row_of(owner: Owner, number: str, name: str, badges: list[Badge]) -> Row:
    """A row as the browser is given it."""
    return {
        "owner": str(owner),
        "number": number,
        "name": name,
        "badges": [{"sign": each.sign, "words": each.words} for each in badges],
    }


Wrong: TypeAlias = Counter[tuple[Owner | None, bool]]


def counted(findings: list[Finding]) -> Wrong:
    """How much is wrong with each owner, {(owner, is it a problem): count}."""
    return Counter((each.owner, each.is_error) for each in findings)


def counted_badges(wrong: Wrong, owner: Owner, words: StudioWords) -> Iterator[Badge]:
    """Yield the signs of what is wrong."""
    for sign, is_error in (("problem", True), ("warning", False)):
        if count := wrong[owner, is_error]:
            yield Badge(sign, words(f"badges.{sign}", count=count))


def badges_of(
    listing: Listing, owner: Owner, studio: Studio, wrong: Wrong, words: StudioWords
) -> list[Badge]:
    """The signs of a listing."""
    found = list(counted_badges(wrong, owner, words))
    if not listing.printed:
        found.append(Badge("unprinted", words("badges.unprinted", reason=listing.print_reason).rstrip(": ")))
    if listing.closed:
        found.append(Badge("closed", words("badges.gone" if listing.gone else "badges.closed")))
    found += check_badges(listing, studio, words)
    if any(each.address and each.address.confidential for each in listing.locations):
        found.append(Badge("secret", words("badges.secret")))
    return found


def check_badges(listing: Listing, studio: Studio, words: StudioWords) -> list[Badge]:
    """The sign of a listing that nobody has checked, or not for long."""
    guide = studio.seen.project.guide
    today = studio.today or current_day()
    if listing.verified is None:
        return [Badge("never", words("badges.never"))]
    if guide and is_older(listing.verified, guide.freshness.warn_after, today):
        months = (today.year - listing.verified.year) * 12 + today.month - listing.verified.month
        return [Badge("stale", words("badges.stale", count=months))]
    return []
