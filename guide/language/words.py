"""The fixed texts of the guide, in one place; `{}` stands for what the content gives."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import Any, TypeAlias

from guide.colours import ACCENTS
from guide.facts import FACTS
from guide.frozen import frozen
from guide.language.both import one_text
from guide.language.files import FixedWords, fixed_words, plural_category
from guide.language.hours_words import ENGLISH_HOURS, HoursWords
from guide.language.scripts import base_language
from guide.model import VOICE

Said: TypeAlias = (
    "str | int | Callable[[Words], str]"  # what is put into a text, or is made for each language
)


@frozen
class Words:
    """Every word that the tool itself prints, in one language.

    A text that counts may be a dict of texts by plural category ("one", "few", "many", "other"), see `plural`.
    """

    language: str
    hours: HoursWords
    phone_types: Mapping[
        str, str
    ]  # from the type in the content to the words in print; an ordinary number has none
    meeting_formats: Mapping[str, str]  # from a kind of meeting in the content to the words in print
    colours: Mapping[str, str]  # from the colour's name to the word for it, as it stands within a sentence
    costs: Mapping[str, str]  # from the kind of a cost in the content to the words in print
    forms: Mapping[
        str, str
    ]  # in which somebody can have the guide, by their names among the recipients of mail
    edition: str = "Edition {number}"
    cover_edition: str = "{colour} edition {number}"
    edition_foot: str = "Edition {number}, {colour}"
    edition_month: str = "{edition}, {month}"
    contact: str = "Contact: {name}"
    care_of: str = "c/o {name}"
    care_of_heard: str = "care of"  # what "c/o" stands for
    city_only: str = "City only. We have no street address."
    city_only_no_phone: str = "City only. We have no street address or phone."
    not_public: str = "Address not public: call first"
    no_contact: str = "No address or phone number here. Ask the staff to help you look."
    unverified: str = "Not yet checked"
    checked: str = "Checked {month}"  # a month and its year
    checked_before: str = "Checked {month}: may have changed"
    extension: str = "ext. {extension}"
    send_word: str = "send {keyword}"  # to a text number
    in_digits: str = "in digits {number}"
    meeting_id: str = "meeting ID {id}"
    passcode: str = "passcode {code}"
    dial_in: str = "by phone"  # before the number
    see: str = "see {name}, {page}"
    see_name: str = "see {name}"
    page: str = "page {folio}"
    see_page: str = "see page {folio}"
    continued: str = "(continued)"
    contents: str = "Contents"
    index: str = "Index"
    index_by_name: str = "By name"
    index_by_place: str = "By place"
    index_by_topic: str = "By topic"
    page_column: str = "Page"
    office_column: str = "Place"  # heads of a table of offices
    phone_column: str = "Phone"
    address_label: str = "Address"  # heard before what they name, and not printed
    hours_label: str = "Hours"
    alert_label: str = "Alert"
    labelled: str = "{label}:"  # how a label is heard
    fact_label: str = "{label}."  # and that of a fact, which is printed
    now: str = "{old}, now {name}"
    see_topic: str = "{word}, see {topic}"
    at_place: str = "{city}: {name}"
    every_other_place: str = "every place that is not named here"
    statewide: str = "Statewide"
    nationwide: str = "Nationwide"
    serves: str = "Serves"  # label of the places where a listing works
    postal_codes: str = "ZIP {codes}"
    notes: str = "Notes"
    cut_line: str = "Cut along the line."  # in a coupon
    open_now: str = "Open now"
    open_now_row: str = "Open now: who is open when"
    open_now_help: str = (
        "Find today at the top, then look down. A dash means closed. Call first: hours change."
    )
    open_now_table: str = (
        "A row for each place, a column for each day: when it is open, and the page of its listing."
    )
    open_holidays: str = "On public holidays hours differ: call first."
    open_late: str = "Open late and at weekends"
    open_late_help: str = (
        "Call first: hours change. On weekdays by day most places are open; "
        "their hours stand beside their addresses."
    )
    anywhere: str = "Anywhere"  # over listings of no city
    day_and_night: str = "Day and night"
    every_night: str = "Every night"
    weekday_evenings: str = "Weekdays after 5 pm"
    all_day: str = "all day"
    see_below: str = (
        "see below"  # in the table of who is open when, of a day whose hours stand in words below
    )
    no_phone: str = "no phone"
    map: str = "Map"
    map_help: str = "The numbers are those of the listings. The list after the map names them."
    map_without: str = "Not on this map: {numbers}."
    map_alternate: str = (
        "A sketch map, north at the top. What is on it stands in the list after it, with numbers."
    )
    map_letters: str = "Several near each other"  # over letters of a map, each with numbers
    map_north: str = "N"  # beside an arrow to the north
    news: str = "What is new"
    news_since: str = "What is different from edition {number} of {day}."
    news_new: str = "New in this guide"
    news_moved: str = "In another section now"
    news_changed: str = "Changed"
    news_open: str = "Open again"
    news_closed: str = "Closed"
    news_gone: str = "No longer in this guide"
    news_before: str = "(before: {old})"  # the numbers that one takes the place of
    closed_for_now: str = "Closed for now"
    closed_for_good: str = "Closed for good"
    closed_until: str = "Closed until {day}"
    closed_from: str = "Closed from {day}"
    closed_between: str = "Closed from {first} to {last}"
    ages: str = "Ages"  # label of whom it is for
    age_from: str = "{least} and over"
    age_to: str = "up to {most}"
    age_range: str = "{least} to {most}"
    age_only: str = "{least}"
    listings_range: str = "Listings {first}\u2013{last}"
    listing_single: str = "Listing {first}"
    something_wrong: str = "Something wrong? Use the form on {page}."
    something_wrong_short: str = "Mistakes: see {page}."
    how_to_use: str = "How to use this guide"
    step_find: str = "Find a section above."
    step_find_cover: str = (
        "Find a section on the cover. Its mark is at the same height on the edge of its pages."
    )
    step_find_inside: str = "Find a section in the {contents}."
    step_look: str = "Or look for a name, a town or a topic in the {index}."
    step_look_in: str = "Or look in the {index}."
    step_contents: str = "contents, {page}"
    step_index: str = "index, {page}"
    step_numbers: str = "Large figures are phone numbers."
    step_call: str = "Call before you go. Groups move, and change their hours."
    step_unverified: str = "Nobody has checked these listings yet. Call or look online before you go."
    step_partly: str = (
        "Look for the tick: it says when we last checked. No tick? Call or look online before you go."
    )
    step_checked: str = (
        "The line under the address says when we last checked. Call before you go: things change."
    )
    step_wrong: str = "Something wrong? Fill in the {form}."
    step_form: str = "form, {page}"
    signs: str = "The signs"
    sign_checked: str = "We checked it, in the month that stands beside the sign."
    sign_unchecked: str = "Nobody has called these places yet: call before you go."
    sign_old: str = "Not checked, or not lately: call before you go."
    sign_alert: str = "Closed for now: call first."
    sign_bar: str = "Beside this bar stands how to reach them."
    sign_key: str = "A section: its picture and number are on the edge of the page."
    sign_key_number: str = "A section: its number is on the edge of the page."
    how_to_use_leaflet: str = "How to use this leaflet"
    leaflet_whole: str = "The full guide has {count} listings. Ask the staff for it."
    leaflet_wrong: str = "Something wrong? Tell the staff."
    more_place: str = "1 more place"
    more_places: str = "{count} more places"
    circles: str = "Filled circle: we have checked it. Open circle: call before you go."
    call_before: str = "Call first"
    leaflet_count: str = "{edition}. {count} of {total} listings."
    discard_after: str = "Please throw this away after {day}."
    build_line: str = "Content {digest}."
    help_now: str = "Need help now?"
    help_empty: str = "Tell anyone on the staff. They can write local numbers here."
    stamp: str = "Clinic name or stamp"
    count_one: str = "1 listing in this edition."
    count_many: str = "{count} listings in this edition."
    none_checked: str = "None of them has been checked yet."
    none_lately: str = "None of them has been checked lately."
    some_checked: str = "{count} of them have been checked."
    one_checked: str = "1 of them has been checked."
    all_checked: str = "All of them have been checked."
    checks_made: str = "Checked: {months}."
    cover_place: str = "1 place"
    cover_places: str = "{count} places"
    cover_all_checked: str = "{places}, all of them checked"
    cover_some_checked: str = "{places}, {count} of them checked"
    cover_none_checked: str = "{places}, none checked yet"
    cover_none_lately: str = "{places}, none checked lately"
    about: str = "About this guide"
    form_title: str = "Tell us what to correct"
    form_name: str = "Corrections"
    form_intro: str = (
        "Is a number wrong? Has a group moved, closed or changed its name? "
        "Fill in what you know and show this page to the staff. They can make a copy."
    )
    form_reach: str = "Or tell us here:"
    on_the_web: str = "This guide on the web:"
    form_number: str = "Listing number"
    form_group: str = "Name of the group"
    form_wrong: str = "What is wrong?"
    form_choices: tuple[str, ...] = (
        "Phone number",
        "Address",
        "Name",
        "Web address",
        "The group has closed",
        "Something else",
    )
    form_right: str = "What should it say?"
    form_how: str = "How do you know? For example: I called, I went there, I work there"
    form_you: str = "Your name and how to reach you, only if you want an answer"
    form_staff: str = "For staff"
    form_checked_by: str = "Checked by"
    form_date: str = "Date"
    facts: tuple[tuple[str, str], ...] = tuple((fact.key, fact.label) for fact in FACTS)
    call: str = "Call {name}: {number}"
    call_fax: str = "Fax {name}: {number}"
    call_text: str = "Text {name}: {number}"
    call_tty: str = "TTY {name}: {number}"
    call_video: str = "Video call {name}: {number}"
    dial: str = "Call {number}"  # a number without a name
    dial_text: str = "Text {number}"
    write_mail: str = "Write an e-mail to {address}"
    open_page: str = "Web page {address}"
    go_to: str = "{name}, page {folio}"
    index_row: str = "Index: names, places"
    index_row_topic: str = "Index: names, places, topics"
    index_row_no_place: str = "Index: names, topics"
    index_row_name: str = "Index: names"
    language_help: str = "Point to your language"
    language_help_staff: str = "Ask the staff for an interpreter. It is free."
    need_interpreter: str = "I need an interpreter."
    language_help_free: str = "Help in your language is free."
    languages_all: str = "All of them, to point at: {page}."
    errata_title: str = "Corrections to edition {number}"
    errata_slip: str = "Slip {number}, {month}."
    errata_replaces: str = "It takes the place of slip {number}."
    errata_keep: str = "Keep it in the guide."
    errata_one: str = "1 correction"
    errata_many: str = "{count} corrections"
    errata_new: str = "new"  # at the right of a listing that the guide does not have yet
    cross_out: str = "Cross out"
    write_in: str = "Write"
    whole_listing: str = "the whole listing"
    left_guide: str = "No longer in this guide."
    ask_staff: str = "Ask the staff to help you look."
    copies_one: str = "1 copy"
    copies_many: str = "{count} copies"
    others_by_phone: str = "others by phone"  # languages
    american_sign_language: str = "American Sign Language"

    both: "tuple[Words, ...]" = ()  # the words of each language, where this is two of them side by side

    @property
    def versions(self) -> "tuple[Words, ...]":
        """The words of each language, one or two; tuple of Words."""
        return self.both or (self,)

    def say(self, name: str, **values: Said) -> str:
        """The text `name` with its values, in both languages where there are two; a value may be made of a Words."""
        said = []
        for words in self.versions:
            own = {key: value(words) if callable(value) else value for key, value in values.items()}
            text: str | Mapping[str, str] = getattr(words, name)
            if not isinstance(text, str):
                text = words.plural(text, int(own["count"]))
            said.append(text.format(**own))
        return one_text(*said)

    def number_kind(self, kind: str) -> str:
        """What kind a number is, in words; none of an ordinary one."""
        return "" if kind == VOICE else self.phone_types.get(kind, kind)

    def plural(self, forms: Mapping[str, str], count: int) -> str:
        """The one of several forms that the language has for a count."""
        return forms.get(plural_category(self.language, count), forms["other"])

    def full_date(self, date: date) -> str:
        """A day in words: "March 14, 2026"."""
        return one_text(*(words.hours.full_date(date) for words in self.versions))


ENGLISH = Words(
    language="en",
    hours=ENGLISH_HOURS,
    phone_types={"text": "text only", "tty": "TTY", "video": "video phone"},
    meeting_formats={
        "open": "open to everyone",
        "closed": "for members only",
        "in person": "in person",
        "online": "online",
        "hybrid": "in person and online",
        "beginners": "for beginners",
        "women": "for women",
        "men": "for men",
        "discussion": "discussion",
        "speaker": "with a speaker",
    },
    colours={name: name for name in ACCENTS},
    forms={
        "large": "large print",
        "web": "web page",
        "text": "plain text",
        "message": "plain text in the message",
        "epub": "e-book (EPUB)",
        "braille": "braille",
        "csv": "table (CSV)",
    },
    costs={
        "free": "Free",
        "sliding scale": "Sliding scale",
        "donation": "Donation",
        "insurance": "Insurance accepted",
        "fee": "There is a charge",
    },
)


def words_in(language: str) -> Words:
    """The fixed texts in a language; English where there are none in it."""
    if base_language(language) == ENGLISH.language:
        return ENGLISH
    found = fixed_words(language)
    return _translated(found) if found else ENGLISH


@cache
def _translated(found: FixedWords) -> Words:
    texts: dict[str, Any] = dict(found.words)  # each is what the field of its name is
    texts["facts"] = tuple((key, texts["facts"].get(key, label)) for key, label in ENGLISH.facts)
    return Words(language=found.language, hours=found.hours, **texts)


def side_by_side(first: Words, second: Words) -> Words:
    """The fixed texts of two languages as one Words."""
    merged: dict[str, Any] = {}  # each is what the field of its name is
    for field in fields(Words):
        one, other = getattr(first, field.name), getattr(second, field.name)
        if field.name in ("language", "hours", "both", "facts"):
            continue
        if isinstance(one, str) and isinstance(other, str):
            merged[field.name] = one_text(one, other)
        elif isinstance(one, tuple):
            merged[field.name] = tuple(one_text(*pair) for pair in zip(one, other))
    return replace(first, both=(first, second), **merged)


def part(template: str, name: str) -> tuple[str, str]:
    """The texts before and after the brackets of this name in a template: "see page " and "" for `folio`."""
    before, _, after = template.partition("{" + name + "}")
    return before, after
