"""Listings that would stop the guide from being built: they are kept, but not printed until somebody has looked at them."""

from __future__ import annotations

import tempfile
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.review import review_guide
from guide.errors import ERROR, Problem
from guide.exchange.again.merge import same
from guide.exchange.ledger import Ledger
from guide.exchange.write.guide_file import guide_texts
from guide.exchange.write.section_file import section_text
from guide.output import NEW, write_all

if TYPE_CHECKING:
    from guide.content.edit import Plain
    from guide.exchange.again.state import Came
    from guide.exchange.items import Item, NewSection
    from guide.model import Listing
    from guide.starter import Beginning

HOLDS = ("print", "print_reason")
ROUNDS = 3  # what cannot be read hides what is wrong beside it, in its own section


def hold_back(
    sections: Sequence[NewSection],
    came: Mapping[str, Came],
    beginning: Beginning,
    country: str,
    today: date,
    ledger: Ledger,
) -> tuple[NewSection, ...]:
    """The sections with `print: no` and the reason in listings in which checking finds an error; each is told.

    A listing that comes as it came before is judged as it was then.
    """
    doubtful = [section.id for section in sections]
    for _ in range(ROUNDS):
        new = [to_judge(section, came) for section in sections if section.id in doubtful]
        reasons = errors_in([section for section in new if section.listings], beginning, country, today)
        doubtful = [section.id for section in new if any(id_of(each) in reasons for each in section.listings)]
        sections = [
            replace(section, listings=tuple(held(each, reasons, ledger) for each in section.listings))
            for section in sections
        ]
        if not doubtful:
            break
    return tuple(
        replace(section, listings=tuple(as_before(each, came) for each in section.listings))
        for section in sections
    )


def to_judge(section: NewSection, came: Mapping[str, Came]) -> NewSection:
    """A section with those of its listings that do not come as they came before."""
    return replace(
        section, listings=tuple(each for each in section.listings if not is_known(each, came)), see=()
    )


def id_of(listing: Item) -> str:
    """The id of a listing."""
    return str(listing.values["id"])


def is_known(listing: Item, came: Mapping[str, Came]) -> bool:
    """Whether a listing comes as it came before."""
    before = came.get(id_of(listing))
    return before is not None and same(without_hold(before.values), without_hold(listing.values))


def without_hold(values: Mapping[str, Plain]) -> dict[str, Plain]:
    """What a listing says, without whether it is printed."""
    return {key: value for key, value in values.items() if key not in HOLDS}


def as_before(listing: Item, came: Mapping[str, Came]) -> Item:
    """A listing that comes as it came before, kept out of print if it was."""
    if not is_known(listing, came):
        return listing
    before = came[id_of(listing)].values
    return replace(listing, values={**listing.values, **{key: before[key] for key in HOLDS if key in before}})


def held(listing: Item, reasons: Mapping[str, str], ledger: Ledger) -> Item:
    """A listing, kept out of print if there is a reason for it."""
    reason = reasons.get(id_of(listing))
    if reason is None or "print" in listing.values:
        return listing
    ledger.tell(listing.rows[0], "not printed until somebody has looked at it", reason)
    return replace(listing, values={**listing.values, "print": "no", "print_reason": reason})


def errors_in(
    sections: Sequence[NewSection], beginning: Beginning, country: str, today: date
) -> dict[str, str]:
    """{id of a listing: the first error in it}, found as checking finds it: in files, which are deleted again."""
    if not sections:
        return {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        texts = {f"sections/{number}.yaml": section_text(section) for number, section in enumerate(sections)}
        texts |= guide_texts(beginning, tuple(texts), country, {})
        files = {folder / each: text.encode() for each, text in texts.items()}
        write_all(files, dict.fromkeys(files, NEW))
        guide, problems = review_guide(folder, today)
    listings = guide.listings if guide else ()
    errors = [problem for problem in problems if problem.level == ERROR]
    return first_of_each(errors, listings)


def first_of_each(errors: Iterable[Problem], listings: Iterable[Listing]) -> dict[str, str]:
    """{id: message} of the first error of each listing: the last one that begins above it in its file."""
    begins: dict[Path, list[tuple[int, str]]] = {}
    for listing in listings:
        begins.setdefault(listing.mark.path, []).append((listing.mark.line, listing.id))
    found: dict[str, str] = {}
    for error in errors:
        places = begins.get(error.mark.path, [])
        place = bisect_right(places, (error.mark.line, "\uffff"))
        if place:
            found.setdefault(places[place - 1][1], error.message)
    return found
