"""The fixed texts of the guide, in one place; `{}` stands for what the content gives."""

from dataclasses import dataclass

from guide.content.hours import ENGLISH_HOURS


@dataclass(frozen=True, kw_only=True, slots=True)
class Words:
    """Every word that the tool itself prints, in one language."""

    language: str
    months: tuple[str, ...]
    phone_types: dict  # from the type in the content to the words in print
    colours: dict  # from the colour's name to `Blue`
    edition: str = "Edition {number}"
    colour_edition: str = "{colour} edition"
    edition_foot: str = "Edition {number}, {colour}"
    contact: str = "Contact: {name}"
    care_of: str = "c/o {name}"
    city_only: str = "City only. We have no street address."
    city_only_no_phone: str = "City only. We have no street address or phone."
    not_public: str = "Address not public: call first"
    no_contact: str = "No address or phone number here. Ask the staff to help you look."
    call_first: str = "Not yet verified: call before you go"
    check_first: str = "Not yet verified: check before you go"
    unverified: str = "Not yet verified"
    checked: str = "Checked {month} {year}"
    extension: str = "ext. {extension}"
    in_digits: str = "in digits {number}"
    see: str = "see {name}, "
    see_name: str = "see {name}"
    page: str = "page\u00a0"
    see_page: str = "see page\u00a0"
    continued: str = "(continued)"
    contents: str = "Contents"
    index: str = "Index"
    index_by_name: str = "By name"
    index_by_place: str = "By place"
    index_by_topic: str = "By topic"
    number_column: str = "No."
    page_column: str = "Page"
    now: str = "{old}, now {name}"
    see_topic: str = ", see {topic}"
    statewide: str = "Statewide"
    nationwide: str = "Nationwide"
    notes: str = "Notes"
    open_now: str = "Open now"
    open_now_row: str = "Open now: who is open when"
    open_now_help: str = "Find today at the top, then look down. An empty place means closed. Call first: hours change."
    all_day: str = "all day"
    no_phone: str = "no phone"
    closed_for_now: str = "Closed for now"
    listings_range: str = "Listings {first}\u2013{last}"
    listing_single: str = "Listing {first}"
    something_wrong: str = "Something wrong? Use the form on "
    something_wrong_short: str = "Mistakes: see "
    how_to_use: str = "How to use this guide"
    step_find: str = "Find a section above, or a name or a place in the "
    step_index: str = "index, "
    step_numbers: str = "Large figures are phone numbers."
    step_unverified: str = "Nobody has checked these listings yet. Call or look online before you go."
    step_partly: str = "Look for the tick: it says when we last checked. No tick? Call or look online before you go."
    step_checked: str = "The line under the address says when we last checked. Call before you go: things change."
    step_wrong: str = "Something wrong? Fill in the "
    step_form: str = "form, "
    how_to_use_leaflet: str = "How to use this leaflet"
    leaflet_whole: str = "The full guide has {count} listings. Ask the staff for it."
    leaflet_wrong: str = "Something wrong? Tell the staff."
    leaflet_count: str = "{edition}. {count} of {total} listings."
    discard_after: str = "Please throw this away after {day}."
    build_line: str = "Content {digest}."
    day: str = "{month} {day}, {year}"
    help_now: str = "Need help now?"
    help_empty: str = "Tell anyone on the staff. They can write local numbers here."
    stamp: str = "Clinic name or stamp"
    count_one: str = "1 listing in this edition."
    count_many: str = "{count} listings in this edition."
    none_checked: str = "None of them has been checked yet."
    some_checked: str = "{count} of them have been checked."
    one_checked: str = "1 of them has been checked."
    all_checked: str = "All of them have been checked."
    about: str = "About this guide"
    form_title: str = "Tell us what to correct"
    form_name: str = "Corrections"
    form_intro: str = (
        "Is a number wrong? Has a group moved, closed or changed its name? "
        "Fill in what you know and show this page to the staff. They can make a copy."
    )
    form_number: str = "Listing number"
    form_group: str = "Name of the group"
    form_wrong: str = "What is wrong?"
    form_choices: tuple[str, ...] = (
        "Phone number", "Address", "Name", "Web address", "The group has closed", "Something else",
    )
    form_right: str = "What should it say?"
    form_how: str = "How do you know? For example: I called, I went there, I work there"
    form_you: str = "Your name and how to reach you, only if you want an answer"
    form_staff: str = "For staff"
    form_checked_by: str = "Checked by"
    form_date: str = "Date"
    facts: tuple[tuple[str, str], ...] = (
        ("eligibility_description", "Who can use it"),
        ("fees_description", "Cost"),
        ("required_documents", "Bring"),
        ("languages", "Languages"),
        ("accessibility", "Access"),
        ("transportation", "Getting there"),
    )
    call: str = "Call {name}: {number}"
    write_mail: str = "Write an e-mail to {address}"
    open_page: str = "Web page {address}"
    go_to: str = "{name}, page {folio}"
    index_row: str = "Index by name and by place"
    index_row_topic: str = "Index by name, place and topic"
    index_row_name: str = "Index by name"


ENGLISH = Words(
    language="en",
    months=ENGLISH_HOURS.months,
    phone_types={"text": "text only", "tty": "TTY"},
    colours={"blue": "Blue", "green": "Green", "plum": "Plum", "brick": "Brick", "teal": "Teal", "brown": "Brown"},
)
