"""The keys that content may use, as tables: what is read, what its schema says, and what is made of it."""

import re

from guide.colours import ACCENTS
from guide.content.freshness import read_period
from guide.content.hours import HOURS, spread_hours
from guide.content.images import find_image
from guide.content.leaks import report_leaks
from guide.content.phones import padded_service, parse_number
from guide.content.secrets import SECRETS_OF_PLACE, has_secret, hide_secret, is_secret
from guide.facts import FACTS
from guide.language.scripts import usual_code
from guide.model import (
    CALL_OR_TEXT,
    FAX,
    PHONE_TYPES,
    TEXT,
    TOLL_FREE,
    TTY,
    VOICE,
    Address,
    CheckOff,
    EditionMark,
    Freshness,
    HelpLine,
    LanguageHelp,
    Listing,
    Location,
    MailSettings,
    MailTemplate,
    Phone,
    Publisher,
    Reference,
    Section,
    ServiceArea,
)
from guide.problems import content as kinds
from guide.problems.pictures import IMAGE_WITHOUT_WORDS
from guide.reading.fields import Field, Kind, Record, report_type
from guide.reading.kinds import (
    DAY,
    EMAIL_ADDRESS,
    FLAG,
    LINES,
    MARKDOWN,
    MAX_PROSE,
    WEB_ADDRESS,
    WORD,
    WORDS,
    choice,
    joined,
    many,
    number,
    pattern,
    read_folded,
    read_markdown_line,
    read_word,
    report_length,
)
from guide.reading.text import fold

COUNTRY = pattern("[A-Z]{2}", kinds.COUNTRY)
ID = pattern("[a-z0-9]+(-[a-z0-9]+)*", kinds.ID)
_CODE = pattern("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", kinds.LANGUAGE)


def read_language(node, key, source):
    """The code of a language in its usual form; None where it is none."""
    code = _CODE.read(node, key, source)
    return code and usual_code(code)


LANGUAGE = Kind(read_language, _CODE.schema)


# --- phones -----------------------------------------------------------------------------------------

# What HSDS, older exports and people call the types.
OTHER_TYPES = {
    "textphone": TTY,
    "tdd": TTY,
    "tty/tdd": TTY,
    "tdd/tty": TTY,
    "sms": TEXT,
    "text message": TEXT,
    "facsimile": FAX,
    "videophone": "video",
    "mobile": "cell",
    "cellphone": "cell",
    "phone": VOICE,
    "telephone": VOICE,
    "landline": VOICE,
    "main": VOICE,
    "office": VOICE,
    "hotline": VOICE,
    "toll free": TOLL_FREE,
    "tollfree": TOLL_FREE,
    "voice or text": CALL_OR_TEXT,
    "call/text": CALL_OR_TEXT,
}


def make_phone(values, place, source):
    """A phone of its parts; None without a number, which is reported already."""
    if "number" not in values:
        return None
    text = values.pop("number")
    number = parse_number(text, source.country)
    if number.doubt:
        source.report(place, number.doubt, text=text, service=padded_service(text))
    extension = values.pop("extension", "") or number.extension
    return Phone(
        number=text,
        printed=number.printed,
        e164=number.e164,
        in_digits=number.in_digits,
        extension=extension,
        mark=source.mark(place),
        **values,
    )


def read_phone(node, key, source):
    """A phone that is a number alone, or a number with its type and more."""
    if node[0].__class__ is tuple:
        return PHONE_RECORD.read(node, key, source)
    text = read_word(node, key, source)
    return text and make_phone({"number": text}, node[1], source)


PHONE_RECORD = Record(
    "a phone",
    (
        Field(
            "number",
            WORD,
            "The number, typed in any way: 773-471-0999.",
            required=True,
            also="telephone phone",
        ),
        Field(
            "type",
            choice(PHONE_TYPES, kinds.PHONE_TYPE, OTHER_TYPES),
            f"What answers; {VOICE} if it is not given.",
            also="kind",
        ),
        Field("extension", WORD, "The extension, in digits.", also="ext"),
        Field("description", WORD, "A few words that are printed with the number."),
    ),
    make_phone,
)
PHONE = Kind(read_phone, {"anyOf": [WORD.schema, PHONE_RECORD.schema]})


def read_coordinate(limit):
    """A reader of degrees, north and east positive."""

    def read(node, key, source):
        text = read_word(node, key, source)
        if text and re.fullmatch(r"[+-]?\d{1,3}(\.\d+)?", text) and abs(float(text)) <= limit:
            return float(text)
        if text:
            source.report(node[1], kinds.DEGREES, key=key, text=text, limit=limit)
        return None

    return read


def coordinate(limit):
    """Degrees up to a limit, either way."""
    return Kind(read_coordinate(limit), {"type": ["number", "string"]})


# --- addresses and locations ------------------------------------------------------------------------


def make_address(values, place, source):
    """An address; of one that is confidential only city, state and country, so that no later step has more."""
    if values.get("confidential"):
        kept = ("confidential", "city", "state_province", "country")
        values = {key: values[key] for key in kept if key in values}
    return Address(**values) if values else None


def read_address(node, key, source):
    """An address, or the word confidential in its place."""
    if node[0].__class__ is not str:
        start = len(source.problems)
        address = ADDRESS_RECORD.read(node, key, source)
        if len(source.problems) > start and is_secret(node):
            hide_secret(source, start)
        return address
    if fold(node[0]).lower() == "confidential":
        return Address(confidential=True)
    return report_type(
        node, key, "address_1:, city:, state_province: and so on below it, or confidential", source
    )


ADDRESS_RECORD = Record(
    "an address",
    (
        Field("address_1", WORD, "Street and number.", also="street street_address"),
        Field("address_2", WORD, "Suite, floor or room.", also="suite floor room unit"),
        Field("po_box", WORD, "PO box, as it is printed: PO Box 498.", also="box"),
        Field("station", WORD, "Post office station: Prince Street Station."),
        Field("city", WORD, "City.", also="town"),
        Field(
            "state_province",
            WORD,
            "State or province, in letters as on an envelope: CA.",
            also="state province region",
        ),
        Field("postal_code", WORD, "ZIP or postal code.", also="zip zip_code postcode"),
        Field("country", COUNTRY, "Country in two letters, if it is not the guide's own: CA."),
        Field(
            "confidential",
            FLAG,
            "Yes for a place that is told by phone only; then city and state alone are kept.",
        ),
    ),
    make_address,
)
ADDRESS = Kind(read_address, {"anyOf": [{"const": "confidential"}, ADDRESS_RECORD.schema]})


def make_location(values, place, source):
    """A location, None if there is nothing in it; of one that is confidential nothing that leads to its letterbox."""
    if "address" in values and values["address"].confidential:
        values = {key: value for key, value in values.items() if key not in SECRETS_OF_PLACE}
    return Location(**spread_hours(values)) if values else None


def read_location(node, key, source):
    """A location; of one that is confidential nothing is repeated that leads there."""
    start = len(source.problems)
    location = LOCATION.read(node, key, source)
    if len(source.problems) > start and has_secret(node):
        hide_secret(source, start, (kinds.NUMBER.name,))
    return location


LOCATION = Record(
    "a location",
    (
        Field("name", WORD, "What tells this office from the others: California."),
        Field("postal_name", WORD, "The name on the letterbox, if it is another than the listing's."),
        Field("care_of", WORD, "Whose letterbox it is, if it is somebody else's.", also="c/o"),
        Field("attention", WORD, "The person to ask for.", also="attn contact contact_person"),
        Field("address", ADDRESS, "The address."),
        Field("phones", many(PHONE), "Numbers of this office.", also="phone telephone tel phone_numbers"),
        Field("email", EMAIL_ADDRESS, "E-mail address of this office.", also="mail"),
        Field("website", WEB_ADDRESS, "Web address of this office.", also="url web web_address homepage"),
        Field(
            "hours",
            HOURS,
            "Opening hours of this office, a line each.",
            also="opening_hours hours_of_operation schedule",
        ),
        Field(
            "latitude", coordinate(90), "Degrees north, for editions of what is near: 40.7484.", also="lat"
        ),
        Field("longitude", coordinate(180), "Degrees east; west is negative: -73.9857.", also="lon lng"),
    ),
    make_location,
)


def make_area(values, place, source):
    """A service area, None if there is nothing in it."""
    return ServiceArea(**values) if values else None


SERVICE_AREA = Record(
    "a service area",
    (
        Field("city", WORD, "City.", also="town"),
        Field("state_province", WORD, "State or province.", also="state province region"),
        Field("country", COUNTRY, "Country in two letters, if it is not the guide's own."),
    ),
    make_area,
)


def make_check_off(values, place, source):
    """A check that is turned off; None where its name or the reason is missing, which is reported already."""
    return CheckOff(**values, mark=source.mark(place)) if len(values) == 2 else None


CHECK_OFF = Record(
    "a check that is turned off",
    (
        Field(
            "name",
            WORD,
            "The name of the check, as in its message: long-sentence.",
            required=True,
            also="check",
        ),
        Field("reason", WORD, "Why it is turned off here.", required=True, also="because why"),
    ),
    make_check_off,
)


# --- listings and sections --------------------------------------------------------------------------


def make_listing(values, place, source):
    """A listing; its address stands for a single location."""
    address = values.pop("address", None)
    if address and values.get("locations"):
        source.report(place, kinds.TWO_ADDRESSES)
    elif address:
        values["locations"] = (Location(address=address),)
    values["printed"] = values.pop("print", True)
    if not values["printed"] and "print_reason" not in values:
        source.report(place, kinds.PRINT_REASON)
    return Listing(**{"id": "", "name": ""} | spread_hours(values), mark=source.mark(place))


def read_listing(node, key, source):
    """A listing, whose name stands in everything that is reported of it; or a reference to one of another section."""
    if node[0].__class__ is tuple and [name for (name, _), _ in node[0]] == ["see"]:
        return read_reference(node, source)
    start = len(source.problems), len(source.mentions)
    listing = LISTING_RECORD.read(node, key, source)
    leaks = listing and report_leaks(node, listing, source)
    if listing and (len(source.problems), len(source.mentions)) != start:
        source.name_owner(start, "" if leaks else listing.name or listing.id)
    return listing


def read_reference(node, source):
    """The id of a listing that is set in another section."""
    ((_, (value, place)),) = node[0]
    listing_id = ID.read((value, place), "see", source)
    if listing_id:
        source.add_mention(listing_id, place)
        return Reference(listing_id, 0)
    return None


REFERENCE_RECORD = Record(
    "a reference",
    (
        Field(
            "see",
            ID,
            "The id of a listing that another section prints: here stands one line with its page.",
            required=True,
        ),
    ),
    lambda values, place, source: values,
)


def fact_field(fact):
    """The key of a fact."""
    kind = joined(fact.separator) if fact.separator else WORD
    return Field(fact.key, kind, fact.meaning, also=fact.other_keys)


LISTING_RECORD = Record(
    "a listing",
    (
        Field(
            "id", ID, "A short name of its own by which other listings mention it: food-bank.", required=True
        ),
        Field("name", WORD, "The name as it is printed.", required=True),
        Field("short_name", WORD, "Its initials or short form: HRC.", also="acronym"),
        Field("name_note", WORD, "What is printed in brackets after the name."),
        Field("alternate_names", WORDS, "Other names that people look for.", also="alias aka"),
        Field("former_names", WORDS, "Names that it had before.", also="previous_names"),
        Field("summary", WORD, "What it is, in a few words."),
        Field("alert", WORD, "News that comes before everything else: Closed for now."),
        Field("closed", FLAG, "Yes if it is closed; then its hours are not printed."),
        Field("address", ADDRESS, "The address of a listing with one location."),
        Field(
            "locations",
            many(Kind(read_location, LOCATION.schema)),
            "Its offices or meeting places.",
            also="offices sites",
        ),
        Field("phones", many(PHONE), "Numbers of the whole.", also="phone telephone tel phone_numbers"),
        Field("email", EMAIL_ADDRESS, "E-mail address of the whole.", also="mail"),
        Field("website", WEB_ADDRESS, "Web address of the whole.", also="url web web_address homepage"),
        Field(
            "hours", HOURS, "Opening hours, a line each.", also="opening_hours hours_of_operation schedule"
        ),
        Field(
            "service_areas",
            many(SERVICE_AREA),
            "Places that it serves without having an address there.",
            also="area",
        ),
        Field("description", MARKDOWN, "What it does, in Markdown."),
        *map(fact_field, FACTS),
        Field("services", WORDS, "Topics under which the index lists it.", also="topics tags categories"),
        Field("audience", WORDS, "People whom it is for.", also="for population"),
        Field("verified", DAY, "The day on which somebody asked whether all this is true: 2026-03-14."),
        Field("verified_by", WORD, "Who asked."),
        Field("source", WORD, "Where this was taken from."),
        Field(
            "print",
            FLAG,
            "No keeps it out of the guide and of everything that is made from it.",
            also="printed publish",
        ),
        Field("print_reason", WORD, "Why it is not printed; this is not printed either.", also="reason"),
        Field(
            "checks_off", many(CHECK_OFF), "Checks that do not look at this listing, each with its reason."
        ),
    ),
    make_listing,
)
LISTING = Kind(read_listing, {"anyOf": [LISTING_RECORD.schema, REFERENCE_RECORD.schema]})


def keep_values(values, place, source):
    """The values as they are, to be finished when more is known."""
    return {"place": place, **values}


def finish_section(values, source):
    """A section of the values of its file."""
    place = values.pop("place")
    values["flows_on"] = values.pop("page", "new") == "flows on"
    if not values.get("listings"):
        source.report(place, kinds.EMPTY_SECTION)
    named = {"id": section_id(source.path), "title": ""}
    entries = values.pop("listings", ())
    values["listings"] = tuple(entry for entry in entries if isinstance(entry, Listing))
    values["references"] = tuple(
        Reference(entry.id, sum(1 for before in entries[:place] if isinstance(before, Listing)))
        for place, entry in enumerate(entries)
        if isinstance(entry, Reference)
    )
    return Section(**named | values, mark=source.mark(place))


def section_id(path):
    """An id made of the file's name without the number in front: "food" for 20-food.yaml."""
    words = re.findall("[a-z0-9]+", path.stem.lower())
    return "-".join(words[1:] if words and words[0].isdecimal() and len(words) > 1 else words)


SECTION = Record(
    "a section",
    (
        Field("id", ID, "A short name of its own; the file's name if it is not given."),
        Field("title", WORD, "The title as it is printed.", required=True),
        Field("introduction", MARKDOWN, "What stands before the listings, in Markdown.", also="intro"),
        Field(
            "page",
            choice(("new", "flows on"), kinds.PAGE),
            "Whether it begins a new page, or flows on after the section before.",
        ),
        Field(
            "listings",
            many(LISTING),
            "The listings in the order in which they are printed.",
            also="entries organizations",
        ),
    ),
    keep_values,
)


# --- the guide --------------------------------------------------------------------------------------


def make_publisher(values, place, source):
    """A publisher, with the file of its logo found."""
    name = values.pop("logo", "")
    if name:
        path, trouble = find_image(name, source.folder)
        if trouble:
            kind, said = trouble
            source.report(place, kind, name=name, **said)
        elif "logo_alternate_text" not in values:
            source.report(place, IMAGE_WITHOUT_WORDS)
        values["logo"] = str(path or "")
    return Publisher(**values)


PUBLISHER = Record(
    "a publisher",
    (
        Field("name", WORD, "Who hands the guide out."),
        Field("address", LINES, "Its address, as lines that are printed."),
        Field("logo", WORD, "A PNG or JPEG file in the content folder."),
        Field("logo_alternate_text", WORD, "What the logo shows, in words."),
        Field(
            "phone", PHONE, "The number to call about the guide.", also="telephone tel phones phone_number"
        ),
        Field("email", EMAIL_ADDRESS, "The e-mail address to write to about the guide.", also="mail e-mail"),
        Field(
            "website",
            WEB_ADDRESS,
            "Its web address, where it is another than the guide's.",
            also="url web web_address homepage",
        ),
    ),
    make_publisher,
)


def make_edition(values, place, source):
    """The mark of an edition, None without a date, which is reported already."""
    return EditionMark(**values) if "date" in values else None


EDITION = Record(
    "an edition",
    (
        Field("number", number(1, 999, kinds.EDITION), "Its number; each edition has the next one."),
        Field(
            "colour",
            choice(tuple(ACCENTS), kinds.COLOUR),
            "Its colour, another than the edition before.",
            also="color",
        ),
        Field("date", DAY, "Its date: 2026-04-01.", required=True),
    ),
    make_edition,
)


def make_help_line(values, place, source):
    """A line of help, None if there is nothing in it."""
    return HelpLine(**values) if values else None


def read_help_line(node, key, source):
    """A line of help: words, or words and a phone."""
    if node[0].__class__ is tuple:
        return HELP_RECORD.read(node, key, source)
    text = read_word(node, key, source)
    return text and HelpLine(text=text)


HELP_RECORD = Record(
    "a line of help",
    (
        Field("text", WORD, "The words."),
        Field("phone", PHONE, "The number."),
    ),
    make_help_line,
)
HELP_LINE = Kind(read_help_line, {"anyOf": [WORD.schema, HELP_RECORD.schema]})


def read_synonyms(node, key, source):
    """Pairs of a word that people look for and the topic where they find it."""
    pairs, _ = node
    if pairs.__class__ is not tuple:
        return report_type(node, key, "lines of the form Narcan: Naloxone below it", source)
    words = [(read_word(left, key, source), read_word(right, key, source)) for left, right in pairs]
    return tuple(pair for pair in words if all(pair))


def read_placed(node, key, source):
    """A text with its place."""
    text = read_word(node, key, source)
    return text and (text, node[1])


SYNONYMS = Kind(read_synonyms, {"type": "object", "additionalProperties": WORD.schema})
STEP = Kind(read_markdown_line, WORD.schema)
SECTION_FILE = Kind(read_placed, WORD.schema)


def make_language_help(values, place, source):
    """Help in other languages, None without a number, which is reported already."""
    return LanguageHelp(**values) if "phone" in values else None


LANGUAGE_HELP = Record(
    "help in other languages",
    (
        Field("phone", PHONE, "The number for help in other languages.", required=True),
        Field(
            "languages",
            many(LANGUAGE),
            "Languages of the panel, those that most people here speak first; all if it is not given.",
        ),
    ),
    make_language_help,
)


def make_freshness(values, place, source):
    """How long a verified listing is good for."""
    return Freshness(**values)


PERIOD = Kind(
    read_period, {"type": "string", "pattern": r"^\s*[0-9]+\s*([dD]ays?|[wW]eeks?|[mM]onths?|[yY]ears?)\s*$"}
)
FRESHNESS = Record(
    "freshness",
    (
        Field("warn_after", PERIOD, "How old a verified date may be before it is a warning: 180 days."),
        Field("stop_after", PERIOD, "How old a verified date may be before nothing is built: 1 year."),
    ),
    make_freshness,
)


# --- mail -------------------------------------------------------------------------------------------

MOST_ATTACHED = 17  # MB; in a message they take 24, and the largest providers take 25


def read_target(schemes):
    """A reader of an address on the web or of mail that goes into the head of a message."""

    def read(node, key, source):
        text = read_word(node, key, source)
        if text is None:
            return None
        if (
            text.isascii()
            and re.fullmatch(rf"({schemes}):[^\s<>,\"]+", text)
            and len(text.replace("{address}", "x" * LONGEST_ADDRESS)) <= MOST_TARGET
        ):
            return text
        kind = kinds.STOP_TARGET if "mailto" in schemes else kinds.FILE_TARGET
        source.report(node[1], kind, text=text, key=key)
        return None

    return read


def read_body(node, key, source):
    """A text with its line ends, and its place."""
    text, place = node
    if text.__class__ is str and len(text) > MAX_PROSE:
        return report_length(node, key, MAX_PROSE, source)
    if read_folded(node, key, source) is None:
        return None
    return text, place


def make_mail(values, place, source):
    """How mail is sent; None without a sender, which is reported already."""
    texts = {key: values.pop(key) for key in ("subject", "body") if key in values}
    if "from" not in values:
        return None
    if texts:
        first = min((place for _, place in texts.values()), key=lambda place: place.index)
        values["template"] = MailTemplate(
            language="", mark=source.mark(first), **{key: text for key, (text, _) in texts.items()}
        )
    return MailSettings(
        sender=values.pop("from"), sender_name=values.pop("from_name", ""), **values, mark=source.mark(place)
    )


MOST_TARGET = 960  # characters; a line of a message may have 998
LONGEST_ADDRESS = 64 * 3 + len("%40") + 253  # as it stands in a target: every byte before the @ as %41
MAIL = Record(
    "mail",
    (
        Field(
            "from",
            EMAIL_ADDRESS,
            "The address that editions are sent from.",
            required=True,
            also="sender address",
        ),
        Field(
            "from_name",
            WORD,
            "The name beside it; the publisher's if it is not given.",
            also="name sender_name",
        ),
        Field("reply_to", EMAIL_ADDRESS, "Where answers go, if not to the sender.", also="answers"),
        Field(
            "unsubscribe",
            many(Kind(read_target("mailto|https"), {"type": "string"})),
            "Where people stop these messages: a mailto: and an https: address; {address} stands for theirs.",
            also="stop",
        ),
        Field(
            "link",
            Kind(read_target("https"), {"type": "string"}),
            "Where files lie that are too large to be attached, as https://www.example.org/{file}.",
            also="url",
        ),
        Field(
            "limit",
            number(1, MOST_ATTACHED, kinds.LIMIT),
            "The largest file in MB that is attached; 5 if it is not given.",
            also="size max",
        ),
        Field(
            "subject",
            Kind(read_placed, WORD.schema),
            "The subject, in the guide's language; see docs/mail.md.",
        ),
        Field(
            "body",
            Kind(read_body, WORD.schema),
            "The text, in the guide's language; see docs/mail.md.",
            also="text message",
        ),
    ),
    make_mail,
)


GUIDE = Record(
    "a guide",
    (
        Field("title", WORD, "The title on the cover.", required=True),
        Field("subtitle", WORD, "A line below the title."),
        Field("language", LANGUAGE, "The language of the guide, as a code: en."),
        Field("country", COUNTRY, "The country of the guide, in two letters: US."),
        Field("website", WEB_ADDRESS, "Where the guide is on the web.", also="url web web_address homepage"),
        Field("publisher", PUBLISHER, "Who hands it out; without one there is an empty place for a stamp."),
        Field("edition", EDITION, "Number, colour and date of this edition.", required=True),
        Field("help_now", many(HELP_LINE), "Lines in the box for people who need help now."),
        Field("how_to_use", many(STEP), "Steps that say how to use the guide, one line each."),
        Field("closing_notes", MARKDOWN, "What stands on the last page, in Markdown."),
        Field(
            "language_help",
            LANGUAGE_HELP,
            "Where people get help in their language; without a number there is no such panel.",
        ),
        Field("topic_synonyms", SYNONYMS, "Words of the index that lead to another: Narcan: Naloxone."),
        Field("freshness", FRESHNESS, "How old the listings' verified dates may be."),
        Field(
            "checks_off",
            many(CHECK_OFF),
            "Checks that are turned off for the whole guide, each with its reason.",
        ),
        Field("mail", MAIL, "How editions are sent by e-mail.", also="email e-mail"),
        Field(
            "sections",
            many(SECTION_FILE),
            "The section files in order; all in the folder sections if it is not given.",
        ),
    ),
    lambda values, place, source: values | {"mark": source.mark(place)},
)
