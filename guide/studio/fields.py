"""The form of a listing, a section or the guide: its keys in groups as they are printed, each with what is wrong with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from guide.content.edit import Plain
from guide.content.yaml_text import MARKDOWN, unfilled
from guide.facts import FACT_KEYS
from guide.frozen import frozen
from guide.studio.findings import Finding
from guide.studio.owners import EDITION_KIND, GUIDE_KIND, LISTING, PAGE_KIND, SECTION_KIND, STYLE_KIND
from guide.studio.shapes import GROUP, LINES, PAIRS, ROWS, Shape, page_shapes, shapes_of
from guide.studio.streets import TOKEN, is_secret
from guide.studio.wording import StudioWords

SETTINGS = "settings"  # the form of what the guide says and never prints
RECORD_OF = {
    LISTING: "a listing",
    SECTION_KIND: "a section",
    GUIDE_KIND: "a guide",
    SETTINGS: "a guide",
    PAGE_KIND: "a page",
    EDITION_KIND: "an edition file",
    STYLE_KIND: "a style",
}
HEADS = "confidential"  # the key that stands before the others of an address
NO_PLACES: Mapping[str, str] = {}
GROUPS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    LISTING: {
        "name": ("name", "short_name", "name_note", "alternate_names", "former_names", "summary"),
        "news": ("alert", "status", "closed"),
        "reach": ("phones", "email", "website", "emails", "websites"),
        "places": ("address", "locations", "office_table", "service_areas"),
        "hours": ("hours", "meetings"),
        "check": ("verified", "verified_by"),
        "does": ("description", "programs"),
        "know": ("cost", *FACT_KEYS, "minimum_age", "maximum_age"),
        "index": ("services", "audience"),
        "office": ("source", "print", "print_reason", "checks_off", "id"),
    },
    SECTION_KIND: {
        "title": ("title", "icon", "introduction"),
        "order": ("page", "order"),
        "office": ("id",),
    },
    GUIDE_KIND: {
        "cover": ("title", "subtitle", "website", "web_code", "publisher", "cover_picture"),
        "edition": ("edition",),
        "help": ("help_now", "language_help"),
        "first": ("how_to_use",),
        "last": ("closing_notes",),
        "index": ("topic_synonyms",),
    },
    PAGE_KIND: {"title": ("title",), "text": ("text",), "order": ("place", "side", "spare")},
    STYLE_KIND: {
        "colour": ("accent", "accent_name"),
        "faces": ("faces",),
    },
    SETTINGS: {
        "language": ("language", "country"),
        "freshness": ("freshness",),
        "mail": ("mail",),
        "checks": ("checks_off",),
    },
    EDITION_KIND: {
        "paper": ("format", "page", "body_size", "columns", "rows", "margin", "binding"),
        "press": ("press", "up", "copies", "flip", "back", "ink", "crop_marks", "spot", "printing_condition", "price_per_sheet"),
        "choice": ("choice", "note"),
        "order": ("order", "city_order", "neighborhood_order"),
        "fit": ("fit", "pages", "notes"),
        "languages": ("languages", "bilingual", "untranslated", "hyphenation", "language_help"),
        "look": ("title", "subtitle", "cover", "colour", "icons", "number", "date", "discard_after", "isbn", "issn", "greeting"),
        "screen": ("exit", "exit_to", "web_fonts", "site", "time_zone"),
        "braille": ("contracted", "cells", "lines", "volume_pages"),
        "parts": ("contents", "how_to_use", "signs", "about", "news", "help", "open", "own_pages", "maps", "index", "form"),
        "office": ("default", "standard", "attach"),
    },
}  # fmt: skip
ALWAYS: Mapping[str, tuple[str, ...]] = {EDITION_KIND: ("format", "press", "choice")}  # fields, said or not
FIRST: Mapping[str, tuple[str, ...]] = {  # fields that stand there as soon as a group or a row is begun
    "an address": ("address_1", "city", "state_province", "postal_code"),
    "a location": ("name", "address"),
    "a status": ("is",),
}
ELSEWHERE: Mapping[str, tuple[str, ...]] = {
    LISTING: ("number",),  # the program gives it
    SECTION_KIND: ("listings",),
    PAGE_KIND: (),
    EDITION_KIND: ("compact", "open_now"),  # older ways to say others
    STYLE_KIND: ("words",),  # hundreds of them
    GUIDE_KIND: (
        "numbers",
        "highest_number",
        "sections",
        "mail",
        "checks_off",
        "freshness",
        "pictograms",
        "language",
        "country",
    ),
}  # what is not printed is no part of these forms


def keys_in(kind: str) -> set[str]:
    """The keys of a record that its form has; those that a table gets stand in the form of what is printed."""
    keys = {each.key for each in shapes_of(RECORD_OF[kind])}
    return (
        {key for own in GROUPS[kind].values() for key in own}
        if kind == SETTINGS
        else keys - set(ELSEWHERE[kind])
    )


@frozen
class FormField:
    """A field of a form, with what is in it."""

    key: str
    path: str  # "phones-0-number": unique in the form
    label: str
    help: str
    shape: Shape
    value: Plain | None  # None: it has none, and is a button
    problems: tuple[Finding, ...] = ()
    fields: tuple[FormField, ...] = ()  # of a group
    rows: tuple[FormRow, ...] = ()
    blank: FormRow | None = None  # a new row
    token: str = ""  # of a secret street, which stands in no page until it is asked for
    is_odd: bool = False  # what the file says has no place in this field
    is_first: bool = (
        False  # of a group or row in which nothing is said yet: it stands there when that is begun
    )

    @property
    def is_shown(self) -> bool:
        """Whether it is a field and no button."""
        return self.value is not None or self.shape.required or self.is_first or bool(self.problems)

    @property
    def city(self) -> str:
        """What is printed of a secret address: "Springfield, IL"."""
        values = self.value if isinstance(self.value, dict) else {}
        found = (values.get("city"), values.get("state_province"))
        return ", ".join(each for each in found if isinstance(each, str) and each)

    @property
    def text(self) -> str:
        """What stands in the field."""
        if isinstance(self.value, list):
            return "\n".join(each for each in self.value if isinstance(each, str))
        if isinstance(self.value, dict):
            return "\n".join(f"{key}: {text}" for key, text in self.value.items())
        return self.value or ""


@frozen
class FormRow:
    """A row of a list."""

    title: str
    fields: tuple[FormField, ...]
    problems: tuple[Finding, ...] = ()
    token: str = ""
    is_mapping: bool = False  # it has keys in the file

    @property
    def all_problems(self) -> tuple[Finding, ...]:
        """What is wrong with it and with its fields."""
        return (*self.problems, *(found for each in self.fields for found in each.problems))


@frozen
class FormGroup:
    """Fields that belong together."""

    name: str
    label: str
    fields: tuple[FormField, ...]

    @property
    def is_one_line(self) -> bool:
        """Whether there is nothing in it yet."""
        return not any(each.is_shown for each in self.fields)


def form_of(
    kind: str,
    values: Mapping[str, Plain],
    findings: Sequence[Finding],
    words: StudioWords,
    places: Mapping[str, str] = NO_PLACES,
    useless: Collection[str] = (),
) -> tuple[FormGroup, ...]:
    """The groups of a form. `values` as the browser may have them: with tokens for secret streets.

    `places`: behind what a page of the guide's own may stand, {place: name}. `useless`: keys that are no part of the form
    as long as nothing is said in them.
    """
    table = page_shapes(places) if kind == PAGE_KIND else shapes_of(RECORD_OF[kind])
    known = {each.key: each for each in table}
    shapes = {
        key: replace(each, required=True) if key in ALWAYS.get(kind, ()) else each
        for key, each in known.items()
        if (kind == PAGE_KIND or key in keys_in(kind)) and (key not in useless or values.get(key))
    }
    unknown = [key for key in values if key not in known and kind != SETTINGS]
    maker = Maker(RECORD_OF[kind], findings, words)
    made = {key: maker.field(each, values.get(key), (key,)) for key, each in shapes.items()}
    made |= {key: maker.field(Shape(key=key), values[key], (key,)) for key in unknown}
    return tuple(
        FormGroup(name=name, label=words(f"groups.{kind}.{name}"), fields=tuple(made[key] for key in keys))
        for name, keys in grouped(kind, tuple(made))
        if keys or not useless
    )


def grouped(kind: str, keys: Sequence[str]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield (name of a group, its keys); a key without one goes where its neighbour in the table is."""
    home = {key: name for name, own in GROUPS[kind].items() for key in own}
    last = next(iter(GROUPS[kind]))
    for key in keys:
        last = home.setdefault(key, last)
    for name, own in GROUPS[kind].items():
        order = (*own, *(key for key in keys if key not in own))
        yield name, tuple(key for key in order if key in keys and home[key] == name)


class Maker:
    """Makes fields of shapes, values and findings."""

    def __init__(self, record: str, findings: Sequence[Finding], words: StudioWords) -> None:
        self.record = record
        self.findings = findings
        self.words = words

    def field(
        self, shape: Shape, value: Plain | None, path: tuple[str, ...], record: str = "", in_row: bool = False
    ) -> FormField:
        """The field of a key."""
        record = record or self.record
        value = None if value == "" else shown_value(value, shape)
        label, help_ = self.named(record, shape)
        inside = self.inside(shape, value, path)
        return FormField(
            key=shape.key,
            path="-".join(path),
            label=label,
            help=help_,
            shape=shape,
            value=value,
            is_odd=not fits(value, shape),
            problems=self.problems_at(path, whole=shape.control not in (ROWS, GROUP)),
            fields=inside if shape.control == GROUP else (),
            rows=tuple(self.rows(shape, value, path)),
            blank=self.row(shape, {}, (*path, "NEW")) if shape.control == ROWS else None,
            token=token_of(value),
        )

    def inside(self, shape: Shape, value: Plain | None, path: tuple[str, ...]) -> tuple[FormField, ...]:
        """The fields of a group."""
        values = value if isinstance(value, dict) else {}
        order = sorted(shape.inside, key=lambda each: each.key != HEADS)
        found = (self.field(each, values.get(each.key), (*path, each.key), shape.record) for each in order)
        first = () if values else FIRST.get(shape.record, ())
        return tuple(replace(each, is_first=each.key in first) for each in found)

    def rows(self, shape: Shape, value: Plain | None, path: tuple[str, ...]) -> Iterator[FormRow]:
        """Yield the rows of a list."""
        if shape.control == ROWS and isinstance(value, list):
            for number, each in enumerate(value):
                yield self.row(shape, each, (*path, str(number)))

    def row(self, shape: Shape, value: Plain, path: tuple[str, ...]) -> FormRow:
        """A row of a list; a text alone stands for its key."""
        is_mapping = isinstance(value, dict)
        lone = shape.lone or shape.inside[0].key
        values: dict[str, Plain] = value if isinstance(value, dict) else {lone: value}
        fields, problems = self.inside(shape, values, path), self.problems_at(path, whole=False)
        if not is_mapping:  # what is wrong with the text is wrong with its field
            fields = tuple(replace(each, problems=problems) if each.key == lone else each for each in fields)
        return FormRow(
            title=", ".join(first_texts(values)),
            fields=fields,
            problems=problems if is_mapping else (),
            token=token_of(value),
            is_mapping=is_mapping and bool(value),
        )

    def problems_at(self, path: tuple[str, ...], whole: bool) -> tuple[Finding, ...]:
        """What is wrong with a field; `whole`: or with anything below it."""
        return tuple(
            each for each in self.findings if each.path == path or whole and each.path[: len(path)] == path
        )

    def named(self, record: str, shape: Shape) -> tuple[str, str]:
        """(label, help) of a key, from the words files, else from its own name and the docs."""
        about = record.removeprefix("a ").removeprefix("an ").replace(" ", "_")
        name = f"{about}.{shape.key}"
        words = self.words
        rooms = (
            f"fields.{name}",
            f"fields.listing.{shape.key}",
        )  # what a program has is called as in a listing
        label = next((words(each) for each in rooms if words.has(each)), named_by_key(shape.key))
        help_ = shape.doc if words.language == "en" and shape.control != GROUP else ""
        if words.has(f"help.{name}"):
            help_ = words(f"help.{name}")
        return label, "" if is_same(help_, label) else help_


def is_same(help_: str, label: str) -> bool:
    """Whether a help says no more than its label."""
    return help_.rstrip(".").lower().removeprefix("the ") == label.lower()


def shown_value(value: Plain | None, shape: Shape) -> Plain | None:
    """A value in the form that its field has."""
    if isinstance(value, str) and shape.key in MARKDOWN:
        return unfilled(value)
    if shape.control in (ROWS, LINES) and isinstance(value, str | dict):
        lines: list[Plain] = (
            [value] if shape.control == ROWS or isinstance(value, dict) else [*value.split("\n")]
        )
        return lines
    if shape.control == GROUP and isinstance(value, str):
        return {"confidential": "yes"} if is_secret(value) else {shape.lone or shape.inside[0].key: value}
    return value


def fits(value: Plain | None, shape: Shape) -> bool:
    """Whether a value has a place in its field."""
    if value is None:
        return True
    if shape.control in (GROUP, PAIRS):
        return isinstance(value, dict)
    if shape.control in (ROWS, LINES):
        return isinstance(value, list) and (
            shape.control == ROWS or all(isinstance(each, str) for each in value)
        )
    return isinstance(value, str)


def token_of(value: Plain | None) -> str:
    """The token of what is hidden of a mapping."""
    token = value.get(TOKEN) if isinstance(value, dict) else None
    return token if isinstance(token, str) else ""


def first_texts(values: Mapping[str, Plain]) -> Iterable[str]:
    """The first texts of a row, which name it: "Evening site, 440 Elm Street, Springfield"."""
    address = values.get("address")
    inner = address if isinstance(address, dict) else {}
    texts = (
        *(
            values.get(key)
            for key in ("name", "number", "email", "website", "text", "label", "county", "city")
        ),
        inner.get("address_1"),
        inner.get("city"),
    )
    return [text for text in texts if isinstance(text, str) and text][:3]


def named_by_key(key: str) -> str:
    """A label for a key that has no words yet."""
    return key.replace("_", " ").capitalize()
