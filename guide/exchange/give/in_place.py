"""A table that was made here, taken back into a guide that is there: only what somebody has changed in it is changed.

What the guide says now is put into the same form as the table, and the two are compared. Nothing that the table does not show is
lost: where a confidential address or a program that is not printed stands beside what was changed, the file stays as it is, and is told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from guide.content.choose.printable import printable
from guide.content.edit import Plain
from guide.content.load import load_guide
from guide.errors import GuideError, Mark
from guide.exchange.again.folder import Here
from guide.exchange.again.state import Came, State
from guide.exchange.give.cells import kept
from guide.exchange.give.table import ID, LANGUAGE, table_of
from guide.exchange.give.taken_back import sections_taken_back
from guide.exchange.ledger import Ledger
from guide.exchange.tables import Row, Table
from guide.model import Guide, Listing
from guide.problems.sources import OTHER_LANGUAGE


def compared_with(content: Path, here: Here, tables: Sequence[Table]) -> tuple[Here, State]:
    """(what is in the folder, what came before) as if the guide as it is now had come as such a table.

    Raises GuideError where the guide cannot be read, and for a table in another language than the guide's.
    """
    guide, problems = load_guide(content)
    if guide is None:
        raise GuideError(problems)
    check_language(guide, tables)
    asked = {str(row.values.get(ID, "")) for table in tables for row in table.rows}
    said = {own: pair for own, pair in values_now(guide).items() if own in asked and own in here.listings}
    listings = {listing.id: listing for listing in guide.listings}
    known = {
        own: (here.listings[own][0], shown(values, here.listings[own][1], listings[own]))
        for own, (_, values) in said.items()
    }
    came = {own: Came(own, section, values) for own, (section, values) in said.items()}
    return replace(here, listings={**here.listings, **known}), State(came=came)


def check_language(guide: Guide, tables: Sequence[Table]) -> None:
    """Raise GuideError for a table in another language: its texts would take the place of the guide's."""
    for table in tables:
        told = next((str(row.values[LANGUAGE]) for row in table.rows if LANGUAGE in row.values), "")
        if told and told != guide.language:
            mark = Mark(Path(table.source))
            raise GuideError([OTHER_LANGUAGE.at(mark, language=told, own=guide.language)])


def values_now(guide: Guide) -> dict[str, tuple[str, Mapping[str, Plain]]]:
    """{id: (id of its section, what it says)} of the listings of a guide, as a table of them would be taken back."""
    columns, rows = table_of(printable(guide))
    cells = (
        Row(number, {name: kept(text.strip()) for name, text in row.items() if text.strip()})
        for number, row in enumerate(rows, 2)
    )
    sections = sections_taken_back([Table("", "", tuple(columns), tuple(cells))], Ledger())
    return {
        str(each.values["id"]): (section.id, each.values) for section in sections for each in section.listings
    }


def shown(values: Mapping[str, Plain], written: Mapping[str, Plain], listing: Listing) -> dict[str, Plain]:
    """What is written of a listing, with what it says in the place of how it is written; what a table does not show stays."""
    hidden = set(hidden_keys(listing))
    if ("address" in written) != ("address" in values):
        hidden |= {"address", "locations"}
    return {
        **written,
        **{key: value for key, value in values.items() if key in written and key not in hidden},
    }


def hidden_keys(listing: Listing) -> list[str]:
    """The keys under which there is more than leaves the house."""
    secret = any(each.is_secret for each in listing.locations)
    unprinted = any(not each.printed for each in listing.programs)
    return [*(("address", "locations") if secret else ()), *(("programs",) if unprinted else ())]
