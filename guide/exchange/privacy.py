"""Who and what stays out, before anything else is done: private and inactive records, secret addresses and numbers.

Nothing of it is repeated: notes say where it stood and why it is not there, never what it said.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace

from guide.content.checks.addresses import SECRET, WAY
from guide.content.leaks import digest_street
from guide.exchange.drafts import Draft, Group
from guide.exchange.flags import OUT, says_private
from guide.exchange.ledger import LEFT_OUT, Ledger, Note
from guide.exchange.origin import Cell, Origin
from guide.exchange.secret_words import Secrets, Street, plain, secrets_of, sentences
from guide.expressions import expression
from guide.frozen import frozen

SAID_PRIVATE = expression(r"\b(?:private|confidential|unlisted|unpublished|undisclosed)\b", re.IGNORECASE)
NOT_PRINTED = expression(
    r"^\W*(?:private|confidential|unlisted|unpublished|undisclosed)(?: (?:number|phone|address|location))?\W*$|\bprivate (?:line|number|phone|cell|use|extension)\b|"
    r"\((?:private|confidential|unlisted)\)|\b(?:(?:internal|staff|office|agency|provider)[- ]use|(?:staff|internal) only|"
    r"(?:do not|don'?t|not (?:to be|for)) (?:print|publish|publication|give|share|list|release|disclose|public))",
    re.IGNORECASE,
)  # "confidential helpline" is a number for everyone
OUT_PHRASE = expression(
    r"\b(?:not active|no longer|out of business|do not (?:refer|print|publish|list|use)|(?:closed|shut)(?: down)? (?:for good|permanently|forever)|permanently closed|"
    r"not (?:published|approved)|ceased|does not exist)\b"
)
GOOD = frozenset(
    "active open published current approved live yes true 1 ok normal operating available verified complete completed public temporarily_closed null none".split()
)
FOR_NOW = expression(r"\b(?:temporar\w*|temp|for now|suspended)\b|^closed$")
CLOSED_FOR_NOW = "temporarily closed"  # what the next step is told of such a status
LEADS = ("transportation", "latitude", "longitude", "neighborhood")  # of a place with a private address
KEPT = ("city", "state_province", "country", "county")  # of a private address
MAIL = expression(r"\b(?:mail\w*|postal|correspondence|billing)\b", re.IGNORECASE)
CUT = frozenset("name short_name alternate_names former_names category email website".split())  # no sentences
HIDDEN_COLUMN = expression(r"private|confidential|internal|senior_?worker|do_?not", re.IGNORECASE)
YES_CELL = "yes"


def keep_public(drafts: Iterable[Draft], ledger: Ledger) -> tuple[Draft, ...]:
    """The drafts without what is private or not to be shown; rows that stay out have their fate, with the reason."""
    drafts = tuple(drafts)
    secrets = secrets_by_name(drafts)
    left: dict[Origin, str] = {}
    kept = []
    for draft in drafts:
        public = Public(ledger, secrets[name_of(draft)], left)
        public = replace(public, hidden=public.is_hidden_throughout(draft))
        kept += [each] if (each := public.of(draft)) else []
    stay = {row for draft in kept for each in walk(draft) for row in each.rows}
    for row, reason in left.items():
        if row not in stay:
            ledger.settle([row], LEFT_OUT, reason)
    hush(drafts, secrets, left, ledger)
    return tuple(kept)


def walk(draft: Draft) -> Iterator[Draft]:
    """A draft and all that it has."""
    yield draft
    for each in (*draft.locations, *draft.services):
        yield from walk(each)


def name_of(draft: Draft) -> str:
    """What tells an organization from others: its name; without one the place of its row."""
    name = draft.cells.get("name", ())
    words = "".join(filter(str.isalnum, name[0].text.casefold())) if name else ""
    return words or f"{draft.level} {draft.rows[:1]}"


# --- what cells say -----------------------------------------------------------------------------------


def is_private(group: Group) -> bool:
    """Whether a phone, an address or the like is marked as private, in its own column or in its words."""
    own = group.get("private")
    said = (group[part].text for part in ("type", "description", "label") if part in group)
    return bool(own and says_private(own.text)) or any(map(NOT_PRINTED.search, said))


def is_private_address(group: Group) -> bool:
    """Whether an address is private, or says so in the place of its street."""
    kind = group["type"].text if "type" in group else ""
    lines = (group[part].text for part in ("address", "address_1") if part in group)
    return is_private(group) or bool(SAID_PRIVATE.search(kind)) or any(map(is_untold, lines))


def is_untold(line: str) -> bool:
    """Whether a line says that the place is not told, and nothing of where it is."""
    return bool(NOT_PRINTED.search(line) or SECRET.search(line))


def is_mail(group: Group) -> bool:
    """Whether an address is one to write to."""
    return "type" in group and bool(MAIL.search(group["type"].text))


def reason_out(draft: Draft, ledger: Ledger) -> tuple[str, Origin | None]:
    """(why a draft stays out, the place that says so); "" if it does not. A status that is not known is told."""
    if draft.leave_out:
        return draft.leave_out, None
    for cell in draft.cells.get("private", ()):
        if says_private(cell.text):
            return "private", cell.at
    for cell in draft.cells.get("status", ()):
        if reason := status_out(cell.text):
            return reason, cell.at
        if not is_known(cell.text):
            ledger.tell(cell.at, "status that is not known, kept", cell.text)
    return "", None


def status_out(text: str) -> str:
    """Why a record with this status stays out, in words of our own; "" if it does not."""
    words = re.findall(r"[a-z]+", text.lower())
    said = " ".join(words)
    if FOR_NOW.search(said):
        return ""
    if match := OUT_PHRASE.search(said):
        return f"status: {match[0]}"
    found = next((OUT[word] for word in words if word in OUT), "")
    return "" if not found or "not" in words else f"status: {found}"


def status_of(text: str) -> str:
    """A status of a record that is shown: one word for all that is closed for now."""
    said = " ".join(re.findall(r"[a-z]+", text.lower()))
    return CLOSED_FOR_NOW if FOR_NOW.search(said) else text


def is_known(text: str) -> bool:
    """Whether a status says that a record is to be shown."""
    words = re.findall(r"[a-z0-9]+", text.lower())
    return not words or bool(FOR_NOW.search(" ".join(words))) or words[0] in GOOD and "not" not in words


# --- secrets ------------------------------------------------------------------------------------------


def secrets_by_name(drafts: Iterable[Draft]) -> Mapping[str, Secrets]:
    """{name of an organization: what must not be said of it}, of all drafts of the name."""
    streets, numbers, emails = defaultdict[str, list[Street]](list), defaultdict[str, list[str]](list), defaultdict[str, list[str]](list)  # fmt: skip
    for draft in drafts:
        name = name_of(draft)
        for each in walk(draft):
            streets[name] += private_streets(each)
            numbers[name] += private_parts(each, "phones", "number")
            emails[name] += private_parts(each, "emails", "email")
    names = {*streets, *numbers, *emails}
    return {name: secrets_of(streets[name], numbers[name], emails[name]) for name in names}


def private_streets(draft: Draft) -> Iterator[Street]:
    """The private addresses of a draft; of an office that is private as a whole, all that it has."""
    whole = draft.level == "location" and (
        any(says_private(cell.text) for cell in draft.cells.get("private", ()))
        or bool(SAID_PRIVATE.search(draft.leave_out))
    )
    for group in draft.groups.get("addresses", ()):
        if whole or is_private_address(group) and not (is_mail(group) and is_public_place(draft, group)):
            city = " ".join(group[part].text for part in KEPT if part in group)
            for part in ("address", "address_1", "address_2", "postal_code"):
                if part in group and not (
                    is_untold(group[part].text) and not re.search(r"\d", group[part].text)
                ):
                    yield Street(part, group[part].text, city)


def is_public_place(draft: Draft, mail: Group) -> bool:
    """Whether a private address to write to is, in the same record, that of a place which is said not to be private."""
    said_public = (group for group in places_of(draft) if says_no(group))
    streets = {digest_street(plain(group["address_1"].text)) for group in said_public if "address_1" in group}
    return "address_1" in mail and digest_street(plain(mail["address_1"].text)) in streets - {""}


def says_no(group: Group) -> bool:
    """Whether a group says that it is not private."""
    return "private" in group and bool(group["private"].text.strip()) and not is_private_address(group)


def private_parts(draft: Draft, name: str, part: str) -> Iterator[str]:
    """The numbers or e-mail addresses of a draft that are private."""
    return (group[part].text for group in draft.groups.get(name, ()) if part in group and is_private(group))


# --- taking it out ------------------------------------------------------------------------------------


@frozen(kw_only=False)
class Public:
    """Makes public of the drafts of one organization."""

    ledger: Ledger
    secrets: Secrets
    left: dict[Origin, str]  # rows that stay out, and why: filled here
    hidden: bool = False  # every place of it is private
    gone: set[Origin] = field(default_factory=set)  # first rows of offices that stay out

    def of(self, draft: Draft) -> Draft | None:
        """The draft as it may be shown; None if it may not."""
        reason, place = reason_out(draft, self.ledger)
        if not reason and draft.level == "location" and {*draft.rows[:1]} & self.gone:
            reason = self.left[draft.rows[0]]
        if reason:
            self.leave(draft, reason, place)
            return None
        locations = tuple(each for one in draft.locations if (each := self.of(one)))
        services = tuple(each for one in draft.services if (each := self.of(one)))
        secret = self.hidden or any(map(self.is_secret_place, places_of(draft)))
        cells = {key: cells for key in draft.cells if (cells := tuple(self.cells(draft, key, secret)))}
        groups = {
            name: made for name, each in draft.groups.items() if (made := tuple(self.groups(name, each)))
        }
        key = self.secrets.cut(draft.key) if self.secrets else draft.key
        return replace(draft, key=key, cells=cells, groups=groups, locations=locations, services=services)

    def leave(self, draft: Draft, reason: str, place: Origin | None) -> None:
        """Note that a draft stays out with all that it has."""
        if place:
            self.ledger.tell(place, f"left out, {reason}")
        if draft.level == "location":
            self.gone.update(draft.rows[:1])
        for each in walk(draft):
            for row in each.rows:
                self.left.setdefault(row, reason)

    def cells(self, draft: Draft, key: str, secret: bool) -> Iterator[Cell]:
        """Yield the cells of a field that may be shown, as they may be."""
        if key == "private":
            return
        for cell in draft.cells[key]:
            if secret and key in LEADS:
                self.ledger.tell(cell.at, "left out, it leads to a private address")
                continue
            text = self.said(
                cell._replace(text=status_of(cell.text)) if key == "status" else cell, key in CUT
            )
            if secret and key not in CUT and WAY.search(text):
                text = self.told(
                    cell, "".join(each for each in sentences(text) if not WAY.search(each)).strip()
                )
            if text:
                yield cell._replace(text=text)

    def said(self, cell: Cell, cut: bool) -> str:
        """What may be said of a text."""
        if not self.secrets:
            return cell.text
        text = self.secrets.cut(cell.text) if cut else self.secrets.without(cell.text)
        return text if text == cell.text else self.told(cell, text)

    def told(self, cell: Cell, text: str) -> str:
        """The text; that something was taken out is told."""
        self.ledger.tell(cell.at, "private words taken out" if text else "left out, private words")
        return text

    def groups(self, name: str, groups: Iterable[Group]) -> Iterator[Group]:
        """Yield the groups of a name that may be shown, as they may be."""
        for group in groups:
            place = next(iter(group.values())).at if group else None
            if name == "addresses":
                yield from self.address(group)
            elif place and is_private(group):
                self.ledger.tell(place, f"left out, private {name.removesuffix('s')}")
            else:
                yield from self.public_parts(name, group)

    def public_parts(self, name: str, group: Group) -> Iterator[Group]:
        """Yield a group without private words; nothing where its chief part had no others."""
        chief = {"phones": "number", "emails": "email", "websites": "website"}.get(name, "")
        found = {
            part: cell._replace(text=text)
            for part, cell in group.items()
            if part != "private" and (text := self.said(cell, cut=part == chief))
        }
        if found and (chief in found or chief not in group):
            yield found

    def address(self, group: Group) -> Iterator[Group]:
        """Yield an address as it may be shown: of a private one the city, and a `private` that says yes."""
        own, place = is_private_address(group), next(iter(group.values())).at if group else None
        if attention := group.get("attention"):
            self.ledger.tell(attention.at, "left out, name of a person")
        if place and self.is_secret_place(group):
            said = "private address" if own else "the street of a private address"
            kept = {part: cell for part in (*KEPT, "type") if (cell := self.clean_part(group, part))}
            self.ledger.tell(place, f"left out, {said}" if is_mail(group) else f"{said}, its city is kept")
            if not is_mail(group):
                yield {**kept, "private": Cell(YES_CELL, group.get("private", Cell("", place)).at)}
            return
        yield from self.public_address(group)

    def public_address(self, group: Group) -> Iterator[Group]:
        """Yield an address that is not private, without people's names."""
        found = {
            part: cell._replace(text=text)
            for part, cell in group.items()
            if part not in ("private", "attention")
            and (text := cell.text if part in ("city", "address_1", "address") else self.said(cell, cut=True))
        }
        if found:
            yield found

    def clean_part(self, group: Group, part: str) -> Cell | None:
        """A part of a private address that may be said, None if it says more than it should."""
        cell = group.get(part)
        is_safe = (
            cell
            and not (part == "type" and SAID_PRIVATE.search(cell.text))
            and not self.secrets.stands_in(cell.text)
        )
        return cell if is_safe else None

    def is_secret_place(self, group: Group) -> bool:
        """Whether an address is private, or a private one told elsewhere."""
        return is_private_address(group) or self.is_secret_house(group)

    def is_hidden_throughout(self, draft: Draft) -> bool:
        """Whether every place of an organization is a private one, so that no text may say the way."""
        places = [group for each in walk(draft) for group in places_of(each)]
        return bool(places) and all(map(self.is_secret_place, places))

    def is_secret_house(self, group: Group) -> bool:
        """Whether an address is a private one, told elsewhere; another house in the street is none."""
        lines = " ".join(group[part].text for part in ("address", "address_1", "address_2") if part in group)
        return (
            bool(self.secrets)
            and bool(lines)
            and (
                self.secrets.is_house(lines) or not re.search(r"\d", lines) and self.secrets.stands_in(lines)
            )
        )


def places_of(draft: Draft) -> tuple[Group, ...]:
    """The addresses of a draft that are no mere letterboxes."""
    return tuple(group for group in draft.groups.get("addresses", ()) if not is_mail(group))


# --- what was told before -----------------------------------------------------------------------------


def hush(
    drafts: Iterable[Draft], secrets: Mapping[str, Secrets], left: Mapping[Origin, str], ledger: Ledger
) -> None:
    """Take private words out of what the steps before told: they did not know."""
    of_row = {row: found for draft in drafts if (found := secrets[name_of(draft)]) for each in walk(draft) for row in each.rows}  # fmt: skip
    everything = [found for found in secrets.values() if found]
    out = {row for row, reason in left.items() if SAID_PRIVATE.search(reason)}
    for place, note in enumerate(ledger.notes):
        row = note.at._replace(column="")
        known = [of_row[row]] if row in of_row else everything if not row.row else []
        if is_telling(note, row in out, known):
            ledger.notes[place] = Note(note.at, note.kind)


def is_telling(note: Note, is_out: bool, secrets: Iterable[Secrets]) -> bool:
    """Whether a note repeats what is private."""
    text = f"{note.before}\n{note.after}"
    return bool(text.strip()) and (
        is_out or bool(HIDDEN_COLUMN.search(note.at.column)) or any(each.stands_in(text) for each in secrets)
    )
