"""Drafts become items: each field by its own rule, in the order of the content's keys."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import partial

from guide.content.checks.casing import own_forms
from guide.content.edit import Plain
from guide.exchange.clean.costs import costs_of
from guide.exchange.clean.gist import gist_of
from guide.exchange.clean.links import in_content, links_of
from guide.exchange.clean.meetings import meetings_of
from guide.exchange.clean.numbers import phones_of
from guide.exchange.clean.places import WAY, address_of, coordinate_of
from guide.exchange.clean.small import age_of, areas_of, day_of, divided, languages_of, read_date, unique
from guide.exchange.clean.steps import STEPS, Cleaning
from guide.exchange.clean.text import line_of, prose_of
from guide.exchange.clean.times import hours_of, schedule_of
from guide.exchange.drafts import Draft, Group
from guide.exchange.flags import says_private
from guide.exchange.items import Item
from guide.exchange.ledger import Ledger
from guide.exchange.mapping.model import SourceMapping
from guide.exchange.origin import Cell
from guide.expressions import expression

FACT_TEXTS = (
    "eligibility_description",
    "fees_description",
    "how_to_apply",
    "waiting_time",
    "accessibility",
    "transportation",
)
BEFORE = (
    "name",
    "short_name",
    "alternate_names",
    "former_names",
    "summary",
    "alert",
    "status",
    "address",
    "locations",
)
TO_WRITE_TO = ("mail", "postal")
CODE = expression(r"(?<=[a-z])_(?=[a-z])")  # disabled_parking
STREET = ("address_1", "address_2", "po_box")
BARE = ("yes", "no", "true", "false", "y", "n", "si", "s\u00ed", "oui", "non", "ja", "nein")
LONG_ITEM = 45  # letters of one of several services
SHORT_NAME = 12  # letters


def clean_all(
    drafts: Iterable[Draft], mapping: SourceMapping, ledger: Ledger, country: str, today: date
) -> tuple[Item, ...]:
    """The items of drafts, with their locations and services; every change is told. Numbers and addresses are of the country."""
    drafts = tuple(drafts)
    off = frozenset(step for step in STEPS if not mapping.clean.get(step, True))
    texts = (cell.text for draft in drafts for cell in cells_in(draft))
    cleaning = Cleaning(
        ledger=ledger,
        today=today,
        country=country,
        off=off,
        forms=own_forms(texts),
        abbreviations=frozenset(word.upper() for word in mapping.abbreviations),
    )
    known: dict[int, Item] = {}
    return tuple(clean_draft(draft, cleaning, known) for draft in drafts)


def cells_in(draft: Draft) -> Iterator[Cell]:
    """Yield all cells of a draft and of what belongs to it."""
    for cells in draft.cells.values():
        yield from cells
    for groups in draft.groups.values():
        for group in groups:
            yield from group.values()
    for each in (*draft.locations, *draft.services):
        yield from cells_in(each)


def clean_draft(draft: Draft, cleaning: Cleaning, known: dict[int, Item]) -> Item:
    """The item of a draft; `known` are those of drafts that stand twice, in the organization and where a service is given."""
    if id(draft) not in known:
        known[id(draft)] = make_item(draft, cleaning, known)
    return known[id(draft)]


def make_item(draft: Draft, cleaning: Cleaning, known: dict[int, Item]) -> Item:
    """The item of a draft, made."""
    values, doubts = values_of(draft, cleaning)
    own, ways = [], []
    for place in places_of(draft, cleaning):
        ways += [str(place.pop(WAY))] if WAY in place else []
        own += [place] if place else []
    if ways:
        said = (
            *sentences([*ways, *([str(values["transportation"])] if "transportation" in values else [])]),
        )
        values = {**values, "transportation": " ".join(said)}
    if own:
        values = {**{key: values[key] for key in BEFORE if key in values}, "address": own[0], **values}
    more = [Item(level="location", key=draft.key, rows=(), values={"address": place}) for place in own[1:]]
    return Item(
        level=draft.level,
        key=draft.key,
        rows=draft.rows,
        values=values,
        doubts=doubts,
        categories=tuple(map(str, categories_of(draft, cleaning))),
        locations=(*more, *(clean_draft(each, cleaning, known) for each in draft.locations)),
        services=tuple(clean_draft(each, cleaning, known) for each in draft.services),
    )


def values_of(draft: Draft, cleaning: Cleaning) -> tuple[dict[str, Plain], dict[str, str]]:
    """(values in the order of the content's keys, doubts); without its addresses."""
    read = partial(line_texts, draft, cleaning)
    doubts: dict[str, str] = {}
    phones, unread = phones_of(draft.groups.get("phones", ()), cleaning)
    if unread:
        doubts["name"] = "\n".join(f"no number that can be dialled: {text}" for text in unread)
    summary, description = words_of(draft, cleaning, doubts)
    links = links_of([*link_cells(draft)], cleaning)
    names = named(draft, cleaning)
    costs, in_words = costs_of(line_texts(draft, cleaning, "cost"), cleaning.country)
    values: dict[str, Plain] = {
        **names,
        "summary": summary,
        "alert": alert_of(" ".join(read("alert")), draft, cleaning),
        "status": status_of(draft),
        "phones": phones,
        **in_content(links),
        "hours": [
            *hours_of(draft.cells.get("hours", ()), cleaning),
            *schedule_of(draft.groups.get("schedules", ()), cleaning),
        ],
        "meetings": meetings_of(draft.groups.get("meetings", ()), cleaning, str(names["name"])),
        "service_areas": areas_of(
            draft.cells.get("service_areas", ()), draft.groups.get("areas", ()), cleaning
        ),
        "description": description,
        "cost": [*costs],
        **{key: " ".join(sentences(facts_of(draft, cleaning, key))) for key in FACT_TEXTS},
        "fees_description": " ".join(
            sentences([*map(str, unique([*facts_of(draft, cleaning, "fees_description"), *in_words]))])
        ),
        "accessibility": CODE.sub(" ", " ".join(sentences(facts_of(draft, cleaning, "accessibility")))),
        "required_documents": unique(read("required_documents")),
        "languages": languages_of(draft.cells.get("languages", ()), cleaning),
        "minimum_age": age_of(draft.cells.get("minimum_age", ()), cleaning),
        "maximum_age": age_of(draft.cells.get("maximum_age", ()), cleaning),
        "services": unique(words_for(part) for text in read("services") for part in items_in(text)),
        "audience": unique(part for text in read("audience") for part in divided(text)),
        "verified": day_of(draft.cells.get("verified", ()), cleaning),
        "latitude": coordinate_of(draft.cells.get("latitude", ()), 90, cleaning),
        "longitude": coordinate_of(draft.cells.get("longitude", ()), 180, cleaning),
    }
    if remarks := read("remark"):
        doubts["name"] = "\n".join(filter(None, (doubts.get("name", ""), *remarks)))
    if not (values["latitude"] and values["longitude"]):
        values |= {"latitude": "", "longitude": ""}
    return {key: value for key, value in values.items() if value}, doubts


def line_texts(draft: Draft, cleaning: Cleaning, field: str) -> list[str]:
    """The texts of a field, each on a line, none twice."""
    texts = (line_of(cell, cleaning).text for cell in draft.cells.get(field, ()))
    return list(map(str, unique(texts)))


def facts_of(draft: Draft, cleaning: Cleaning, field: str) -> list[str]:
    """The texts of a field without those that are a yes or a no and nothing else, which are told: a reader cannot know to what."""
    bare = {text for text in line_texts(draft, cleaning, field) if text.casefold() in BARE}
    for cell in draft.cells.get(field, ()):
        if line_of(cell, cleaning).text in bare:
            cleaning.ledger.note(cell, "a yes or a no alone, left out")
    return [text for text in line_texts(draft, cleaning, field) if text not in bare]


def items_in(text: str) -> list[str]:
    """The services in a text; words that are no list stay as they are."""
    parts = divided(text)
    return parts if max(map(len, parts), default=0) <= LONG_ITEM else [text]


def words_for(text: str) -> str:
    """A word of a program as people write it: food_bank is Food bank."""
    plain = CODE.sub(" ", text)
    return plain[:1].upper() + plain[1:] if plain != text else text


def sentences(texts: Sequence[str]) -> Iterator[str]:
    """Yield texts that stand behind each other, each but the last with a full stop."""
    for number, text in enumerate(texts, 1):
        yield text if number == len(texts) or text.endswith((".", "!", "?", ";", ":")) else f"{text}."


def named(draft: Draft, cleaning: Cleaning) -> dict[str, Plain]:
    """The names of a record; a short one is its initials, a long one another name."""
    names = line_texts(draft, cleaning, "name")
    name = names[0].rstrip(" ,;:") if names else ""
    short = [text for text in line_texts(draft, cleaning, "short_name") if text != name]
    others = [
        *names[1:],
        *(text for text in short if len(text) > SHORT_NAME),
        *line_texts(draft, cleaning, "alternate_names"),
    ]
    parts = unique(part.strip() for text in others for part in (text.split(";") if ";" in text else [text]))
    return {
        "name": name,
        "short_name": next((text for text in short if len(text) <= SHORT_NAME), ""),
        "alternate_names": [part for part in parts if str(part).casefold() != name.casefold()],
        "former_names": [
            part for part in line_texts(draft, cleaning, "former_names") if part.casefold() != name.casefold()
        ],
    }


def words_of(draft: Draft, cleaning: Cleaning, doubts: dict[str, str]) -> tuple[str, str]:
    """(summary, description in Markdown); a summary that is made of the description's first sentence is marked."""
    summary = " ".join(line_texts(draft, cleaning, "summary"))
    names = [cell.text.strip() for cell in draft.cells.get("name", ())]
    cells = [cell for cell in draft.cells.get("description", ()) if cell.text.strip() not in names]
    texts = unique(prose_of(cell, cleaning).text for cell in cells)
    description = "\n\n".join(map(str, texts))
    if summary or not cleaning.does("summary") or draft.level in ("location", "service"):
        return summary, description
    summary, left = gist_of(description)
    if summary:
        doubts["summary"] = "made of the first sentence of the description"
        cleaning.ledger.note(draft.cells["description"][0]._replace(text=summary), "summary made")
    return summary, left


def alert_of(text: str, draft: Draft, cleaning: Cleaning) -> Plain:
    """An alert, with its days where the source has them; "" for one that is over, which is told."""
    if not text:
        return ""
    first, last = (read_days(draft.cells.get(key, ()), cleaning) for key in ("alert_from", "alert_until"))
    if last and last < cleaning.today:
        cleaning.ledger.note(draft.cells["alert"][0], "alert that is over, left out", last.isoformat())
        return ""
    days = {key: day.isoformat() for key, day in (("from", first), ("until", last)) if day}
    return {"text": text, **days} if last or first and first > cleaning.today else text


def read_days(cells: Iterable[Cell], cleaning: Cleaning) -> date | None:
    """The day of the first cell that has one; None where it stands for none."""
    return next((day for cell in cells if (day := read_date(cell, cleaning))), None)


def status_of(draft: Draft) -> str:
    """ "closed for now" where the source says so; who is closed for good is no draft any more."""
    texts = [cell.text.casefold() for cell in draft.cells.get("status", ())]
    return "closed for now" if any("temporar" in text or "suspended" in text for text in texts) else ""


def link_cells(draft: Draft) -> Iterator[tuple[Cell, str]]:
    """Yield (cell, label) of all that may be an e-mail or a web address."""
    for field in ("email", "website"):
        yield from ((cell, "") for cell in draft.cells.get(field, ()))
    for name, part in (("emails", "email"), ("websites", "website")):
        for group in draft.groups.get(name, ()):
            if part in group:
                label = group["label"].text.strip() if "label" in group else ""
                yield (
                    group[part],
                    "" if label.casefold() in ("website", "web", "email", "url", "main") else label,
                )


def categories_of(draft: Draft, cleaning: Cleaning) -> list[Plain]:
    """The categories of a record, the first is the chief one."""
    return unique(words_for(line_of(cell, cleaning).text) for cell in draft.cells.get("category", ()))


def places_of(draft: Draft, cleaning: Cleaning) -> Iterator[dict[str, Plain]]:
    """Yield the addresses of a draft, none twice; those to write to only where there is no other."""
    groups = draft.groups.get("addresses", ())
    to_visit = [group for group in groups if not is_to_write_to(group)]
    for group in groups:
        if to_visit and is_to_write_to(group):
            cleaning.ledger.note(next(iter(group.values())), "address to write to, left out")
    found: list[dict[str, Plain]] = []
    near = " ".join(line_texts(draft, cleaning, "neighborhood")[:1])
    for group in to_visit or groups:
        address = confidential(with_quarter(address_of(group, cleaning), near), group)
        if address and address not in found:
            found.append(address)
            yield address


def with_quarter(address: dict[str, Plain], near: str) -> dict[str, Plain]:
    """An address with the part of its city, before the city; none has two."""
    if not near or not address or "neighborhood" in address or near == address.get("city"):
        return address
    found: dict[str, Plain] = {key: value for key, value in address.items() if key in STREET}
    return {**found, "neighborhood": near, **address}


def confidential(address: dict[str, Plain], group: Group) -> dict[str, Plain]:
    """An address with the key that keeps its street out of everything, where it is private."""
    if "private" not in group or not says_private(group["private"].text):
        return address
    kept: dict[str, Plain] = {
        key: value for key, value in address.items() if key in ("city", "state_province")
    }
    return {**kept, "confidential": "yes"}


def is_to_write_to(group: Group) -> bool:
    """Whether an address is for letters alone."""
    return "type" in group and group["type"].text.strip().casefold().startswith(TO_WRITE_TO)
