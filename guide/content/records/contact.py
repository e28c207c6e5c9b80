"""The keys by which somebody is reached: phones, addresses, offices, areas that are served."""

from typing import TYPE_CHECKING, Any

from guide.content.hours import HOURS, spread_hours
from guide.content.phones import padded_service, parse_number
from guide.content.records.codes import COUNTRY, coordinate
from guide.content.records.facts import fact_field
from guide.content.records.mistaken import one_address, report_address, stands_for_nothing
from guide.content.records.values import spread_languages
from guide.content.secrets import SECRETS_OF_PLACE, has_secret, hide_secret, is_secret
from guide.facts import FACTS, OFFICE_FACTS
from guide.model import (
    CALL_OR_TEXT,
    FAX,
    PHONE_TYPES,
    TEXT,
    TOLL_FREE,
    TTY,
    VOICE,
    Address,
    Further,
    Location,
    Phone,
    ServiceArea,
)
from guide.problems import content as kinds
from guide.reading.fields import Field, Kind, Levels, Record, is_blank, report_type
from guide.reading.kinds import (
    DAY,
    EMAIL_ADDRESS,
    FLAG,
    WEB_ADDRESS,
    WORD,
    WORDS,
    choice,
    many,
    read_word,
)
from guide.reading.source import Node, Pairs, Place, Source
from guide.reading.text import fold

if TYPE_CHECKING:  # see told_apart
    from guide.content.phone_words import Part

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
TYPES = {kind: kind for kind in PHONE_TYPES} | OTHER_TYPES  # by every word for them


def make_phone(values: dict[str, Any], place: Place, source: Source) -> Phone | None:
    """A phone of its parts; None without a number, which is reported already."""
    if "number" not in values:
        return None
    text = values.pop("number")
    number = parse_number(text, source.country)
    if number.doubt:
        source.report(place, number.doubt, text=text, service=padded_service(text))
    extension = values.pop("extension", "") or number.extension
    if "keyword" in values:
        values.setdefault("type", TEXT)
    return Phone(
        number=text,
        printed=number.printed,
        e164=number.e164,
        in_digits=number.in_digits,
        extension=extension,
        mark=source.mark(place),
        **values,
    )


def read_phone(node: Node, key: str, source: Source) -> Phone | None:
    """A phone that is a number alone, or a number with its type and more."""
    if isinstance(node[0], tuple):
        typed = typed_as_key(node[0])
        parts = told_apart(typed, node[1], source) if typed else ()
        return made_of(parts[0], node[1], source) if parts else PHONE_RECORD.read(node, key, source)
    text = read_word(node, key, source)
    if not text:
        return None
    parts = told_apart(text, node[1], source)
    if len(parts) == 1:
        return made_of(parts[0], node[1], source)
    return make_phone({"number": text}, node[1], source)


def typed_as_key(pairs: Pairs) -> str:
    """ "fax: 415-241-9801" of a phone whose only key is its type; "" for any other."""
    if len(pairs) != 1:
        return ""
    (name, _), (text, _) = pairs[0]
    if not isinstance(name, str) or not isinstance(text, str):
        return ""
    is_type = name.lower() in TYPES and name.lower() not in PHONE_RECORD.readers
    return f"{name}: {text}" if is_type else ""


def read_phones(node: Node, key: str, source: Source) -> tuple[Phone, ...] | None:
    """Phones, of which several may stand in one text."""
    items = node[0] if isinstance(node[0], list) else [node]
    found: list[Phone | None] = []
    for item in items:
        text = item[0] if isinstance(item[0], str) else ""
        if stands_for_nothing(item, key, source):
            continue
        parts = told_apart(fold(text).strip(), item[1], source) if text else ()
        if parts:
            found += [made_of(part, item[1], source) for part in parts]
        elif not is_blank(item, key, source):
            found.append(read_phone(item, key, source))
    return tuple(phone for phone in found if phone) or None


def told_apart(text: str, place: Place, source: Source) -> "tuple[Part, ...]":
    """The numbers of a text that is more than one number; reported, but for a word that is sent to a number."""
    if parse_number(text, source.country).e164:
        return ()
    from guide.content.phone_words import parts_of  # most numbers stand alone

    parts = parts_of(text, source.country, TYPES)
    if parts and parts[0].type != TEXT:
        kind = kinds.TOLD_APART if len(parts) > 1 else kinds.TOLD_WORDS
        said = " and ".join(f"- {part.lines}" for part in parts) if len(parts) > 1 else parts[0].lines
        source.report(place, kind, text=text, count=len(parts), parts=said)
    return parts


def made_of(part: "Part", place: Place, source: Source) -> Phone | None:
    """The phone of a number with the words beside it."""
    return make_phone({key: value for key, value in part._asdict().items() if value}, place, source)


def beside_phones() -> Levels:
    """Where a key belongs that stands among those of a phone by mistake."""
    from guide.content.records.listings import LISTING_RECORD  # which needs this module

    return (("beside phones:, as far left as it", LISTING_RECORD),)


def beside_address() -> Levels:
    """Where a key belongs that stands among those of an address by mistake."""
    from guide.content.records.listings import LISTING_RECORD  # which needs this module

    where = "beside address:, as far left as it"
    return ((where, LOCATION), (where, LISTING_RECORD), SERVED)


def near_location() -> Levels:
    """Where a key belongs that stands among those of an office by mistake."""
    from guide.content.records.listings import LISTING_RECORD  # which needs this module

    where = "beside locations:, as far left as it"
    return (
        ("under address:", ADDRESS_RECORD),
        ("under phones:", PHONE_RECORD),
        (where, LISTING_RECORD),
        SERVED,
    )


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
        Field("keyword", WORD, "The word to send to a text number: HELLO.", also="code word"),
        Field("description", WORD, "A few words that are printed with the number."),
    ),
    make_phone,
    beside_phones,
)
PHONE = Kind(read_phone, {"anyOf": [WORD.schema, PHONE_RECORD.schema]})
PHONES = Kind(read_phones, many(PHONE).schema)


# --- more e-mail and web addresses ------------------------------------------------------------------


def make_further(values: dict[str, Any], place: Place, source: Source) -> Further | None:
    """One more address of its parts; None without the address, which is reported already."""
    target = values.get("email") or values.get("website")
    return Further(target=target, label=values.get("label", "")) if target else None


def further(record: Record[Further], kind: Kind[str], key: str) -> Kind[Further]:
    """The kind of one more address: it alone, or with a label."""

    def read(node: Node, name: str, source: Source) -> Further | None:
        if node[0].__class__ is tuple:
            return record.read(node, name, source)
        target = kind.read(node, key, source)
        return Further(target=target) if target else None

    return Kind(read, {"anyOf": [kind.schema, record.schema]})


LABEL = Field("label", WORD, "A few words that are printed with it.", also="name description title")
FURTHER_EMAIL = Record(
    "a further e-mail address",
    (Field("email", EMAIL_ADDRESS, "The e-mail address.", required=True, also="mail address"), LABEL),
    make_further,
)
FURTHER_WEBSITE = Record(
    "a further web address",
    (Field("website", WEB_ADDRESS, "The web address.", required=True, also="url web link address"), LABEL),
    make_further,
)
ONE_EMAIL, ONE_WEBSITE = one_address(EMAIL_ADDRESS, "emails"), one_address(WEB_ADDRESS, "websites")
EMAILS = many(further(FURTHER_EMAIL, EMAIL_ADDRESS, "email"))
WEBSITES = many(further(FURTHER_WEBSITE, WEB_ADDRESS, "website"))


def reached_by(whose: str) -> tuple[Field, ...]:
    """The keys by which an office, or the whole, is reached."""
    return (
        Field("phones", PHONES, f"Numbers of {whose}.", also="phone telephone tel phone_numbers"),
        Field("email", ONE_EMAIL, f"E-mail address of {whose}.", also="mail"),
        Field("website", ONE_WEBSITE, f"Web address of {whose}.", also="url web web_address homepage"),
        Field(
            "emails", EMAILS, f"More e-mail addresses of {whose}, each with a label.", also="e-mails mails"
        ),
        Field(
            "websites",
            WEBSITES,
            f"More web addresses of {whose}, each with a label.",
            also="urls links facebook",
        ),
    )


# --- addresses and locations ------------------------------------------------------------------------


def make_address(values: dict[str, Any], place: Place, source: Source) -> Address | None:
    """An address; of one that is confidential only city, state and country, so that no later step has more."""
    if values.get("confidential"):
        kept = ("confidential", "city", "state_province", "country")
        values = {key: values[key] for key in kept if key in values}
    return Address(**values) if values else None


def read_address(node: Node, key: str, source: Source) -> Address | None:
    """An address, or the word confidential in its place."""
    if isinstance(node[0], list) and report_address(node, key, source):
        return None
    if not isinstance(node[0], str):
        start = len(source.problems)
        address = ADDRESS_RECORD.read(node, key, source)
        if len(source.problems) > start and is_secret(node):
            hide_secret(source, start)
        return address
    if fold(node[0]).lower() == "confidential":
        return Address(confidential=True)
    if report_address(node, key, source):
        return None
    wanted = "address_1:, city:, state_province: and so on below it, or confidential"
    report_type(node, key, wanted, source)
    return None


ADDRESS_RECORD = Record(
    "an address",
    (
        Field("address_1", WORD, "Street and number.", also="street street_address"),
        Field("address_2", WORD, "Suite, floor or room.", also="suite floor room unit"),
        Field("po_box", WORD, "PO box, as it is printed: PO Box 498.", also="box"),
        Field("station", WORD, "Post office station: Prince Street Station."),
        Field(
            "neighborhood",
            WORD,
            "Part of the city, as people call it: Mission District.",
            also="neighbourhood district quarter borough colonia barrio",
        ),
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
    beside_address,
)
ADDRESS = Kind(read_address, {"anyOf": [{"const": "confidential"}, ADDRESS_RECORD.schema]})


def make_location(values: dict[str, Any], place: Place, source: Source) -> Location | None:
    """A location, None if there is nothing in it; of one that is confidential nothing that leads to its letterbox."""
    if "address" in values and values["address"].confidential:
        values = {key: value for key, value in values.items() if key not in SECRETS_OF_PLACE}
    return Location(**spread_languages(spread_hours(values))) if values else None


def read_location(node: Node, key: str, source: Source) -> Location | None:
    """A location; of one that is confidential nothing is repeated that leads there."""
    if isinstance(node[0], str) and report_address(node, key, source, kinds.OFFICE_AS_TEXT):
        return None
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
        *reached_by("this office"),
        Field(
            "hours",
            HOURS,
            "Opening hours of this office, a line each.",
            also="opening_hours hours_of_operation schedule",
        ),
        *(fact_field(fact) for fact in FACTS if fact.key in OFFICE_FACTS),
        Field("verified", DAY, "The day on which somebody asked whether all this is true of this office."),
        Field(
            "latitude", coordinate(90), "Degrees north, for editions of what is near: 40.7484.", also="lat"
        ),
        Field("longitude", coordinate(180), "Degrees east; west is negative: -73.9857.", also="lon lng"),
    ),
    make_location,
    near_location,
)


def make_area(values: dict[str, Any], place: Place, source: Source) -> ServiceArea | None:
    """A service area, None if there is nothing in it."""
    return ServiceArea(**values) if values else None


SERVICE_AREA = Record(
    "a service area",
    (
        Field("city", WORD, "City.", also="town"),
        Field("county", WORD, "County, as it is printed: Larkin County.", also="counties parish"),
        Field("postal_codes", WORDS, "ZIP or postal codes.", also="postal_code zip zips zip_codes zip_code"),
        Field("state_province", WORD, "State or province.", also="state province region"),
        Field("country", COUNTRY, "Country in two letters, if it is not the guide's own."),
    ),
    make_area,
)
SERVED = (
    'under service_areas: of the listing, behind "- "; an address is printed without it',
    SERVICE_AREA,
)
