"""The keys of guide.yaml."""

import re
from typing import Any

from guide.colours import ACCENTS
from guide.content.freshness import read_period
from guide.content.images import check_cover_dots, own_image
from guide.content.records.codes import COUNTRY, LANGUAGE
from guide.content.records.contact import PHONE
from guide.content.records.dated import DATED, take_days
from guide.content.records.listings import CHECK_OFF
from guide.content.records.mail import MAIL, read_placed
from guide.content.records.pictograms import OWN_PICTOGRAMS
from guide.model import (
    CoverPicture,
    EditionMark,
    Freshness,
    HelpLine,
    LanguageHelp,
    Publisher,
)
from guide.model.whole import CODE_FIELD, IN_ORDER, STABLE
from guide.problems import content as kinds
from guide.problems.pictures import IMAGE_WITHOUT_WORDS
from guide.reading.fields import Field, Kind, Record, closest, report_type
from guide.reading.kinds import (
    DAY,
    EMAIL_ADDRESS,
    LINES,
    MARKDOWN,
    WEB_ADDRESS,
    WORD,
    choice,
    many,
    number,
    read_markdown_line,
    read_word,
)
from guide.reading.source import Node, Place, Source


def make_publisher(values: dict[str, Any], place: Place, source: Source) -> Publisher:
    """A publisher, with the file of its logo found."""
    name = values.pop("logo", "")
    if name:
        path = own_image(name, place, source)
        if path and "logo_alternate_text" not in values:
            source.report(place, IMAGE_WITHOUT_WORDS)
        values["logo"] = str(path or "")
    if "other_formats" in values and not values.keys() & {"phone", "email"}:
        source.report(place, kinds.OTHER_FORMATS)
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
        Field(
            "other_formats",
            WORD,
            'Other forms in which people get the guide, "Large print, braille or a file", if they call or write: printed on the '
            "cover, on page 2 and on the form, with `phone`, or else with `email`.",
            also="large_print braille alternative_formats accessible_formats",
        ),
    ),
    make_publisher,
)


def make_cover_picture(values: dict[str, Any], place: Place, source: Source) -> CoverPicture | None:
    """The picture on the cover, None where it cannot be printed or has no words, which is reported."""
    if len(values) < 2:
        return None
    path = own_image(values["file"], place, source)
    if not path:
        return None
    check_cover_dots(values["file"], path, place, source)
    return CoverPicture(file=str(path), alternate_text=values["alternate_text"])


COVER_PICTURE = Record(
    "a picture on the cover",
    (
        Field("file", WORD, "A PNG or JPEG file in the content folder.", required=True, also="picture image"),
        Field(
            "alternate_text",
            WORD,
            "What it shows, in words, for people who cannot see it.",
            required=True,
            also="alt alt_text alternate alternative_text",
        ),
    ),
    make_cover_picture,
)


def make_edition(values: dict[str, Any], place: Place, source: Source) -> EditionMark | None:
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


def make_help_line(values: dict[str, Any], place: Place, source: Source) -> HelpLine | None:
    """A line of help, None if there is nothing in it."""
    days = take_days(values, place, source)
    return HelpLine(**values, days=days) if values else None


def read_help_line(node: Node, key: str, source: Source) -> HelpLine | None:
    """A line of help: words, or words and a phone."""
    if node[0].__class__ is tuple:
        return HELP_RECORD.read(node, key, source)
    text = read_word(node, key, source)
    return HelpLine(text=text) if text else None


HELP_RECORD = Record(
    "a line of help",
    (
        Field("text", WORD, "The words."),
        Field("phone", PHONE, "The number."),
        *DATED,
    ),
    make_help_line,
)
HELP_LINE = Kind(read_help_line, {"anyOf": [WORD.schema, HELP_RECORD.schema]})


def read_synonyms(node: Node, key: str, source: Source) -> tuple[tuple[str, str], ...] | None:
    """Pairs of a word that people look for and the topic where they find it."""
    pairs, _ = node
    if not isinstance(pairs, tuple):
        report_type(node, key, "lines of the form Narcan: Naloxone below it", source)
        return None
    words = [(read_word(left, key, source), read_word(right, key, source)) for left, right in pairs]
    return tuple((left, right) for left, right in words if left and right)


SYNONYMS = Kind(read_synonyms, {"type": "object", "additionalProperties": WORD.schema})
STEP = Kind(read_markdown_line, WORD.schema)
SECTION_FILE = Kind(read_placed, WORD.schema)


def make_language_help(values: dict[str, Any], place: Place, source: Source) -> LanguageHelp | None:
    """Help in other languages, None without a number, which is reported already."""
    return LanguageHelp(**values, mark=source.mark(place)) if "phone" in values else None


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


def make_freshness(values: dict[str, Any], place: Place, source: Source) -> Freshness:
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


def read_code_target(node: Node, key: str, source: Source) -> str | None:
    """An address on the web in which {edition} and {language} may stand, short enough for a code whose squares are not too fine."""
    text = read_word(node, key, source)
    if text is None:
        return None
    plain = CODE_FIELD.sub("en-US", text)
    if re.fullmatch(r"https?://[^\s{}<>\"]+", plain) and len(plain.encode()) <= LONGEST_CODE:
        return text
    if unknown := re.search(r"\{[^{}]*\}", plain):
        near = closest(unknown[0], ("{edition}", "{language}"))
        source.report(node[1], kinds.WEB_CODE_FIELD, field=unknown[0], near=near)
    else:
        source.report(node[1], kinds.WEB_CODE, text=text, longest=LONGEST_CODE)
    return None


LONGEST_CODE = 106  # letters
GUIDE = Record(
    "a guide",
    (
        Field("title", WORD, "The title on the cover.", required=True),
        Field("subtitle", WORD, "A line below the title."),
        Field("language", LANGUAGE, "The language of the guide, as a code: en."),
        Field("country", COUNTRY, "The country of the guide, in two letters: US."),
        Field("website", WEB_ADDRESS, "Where the guide is on the web.", also="url web web_address homepage"),
        Field(
            "web_code",
            Kind(read_code_target, {"type": "string"}),
            "Where the QR code leads, if that is not the website: https://example.org/guide?edition={edition}; {edition} and {language} are filled in.",
            also="qr_code qr",
        ),
        Field(
            "numbers",
            choice((IN_ORDER, STABLE), kinds.NUMBERS),
            "Of listings: in order (from 1 in every edition, the usual) or stable (its own as long as a listing lives; make-guide numbers gives them).",
        ),
        Field(
            "highest_number",
            number(0, 99999, kinds.LISTING_NUMBER),
            "The highest number that was ever given to a listing; make-guide numbers writes it, and never gives one a second time.",
        ),
        Field("publisher", PUBLISHER, "Who hands it out; without one there is an empty place for a stamp."),
        Field(
            "cover_picture",
            COVER_PICTURE,
            "A picture on the cover, where there is room for it.",
            also="cover_image picture image photo",
        ),
        Field("edition", EDITION, "Number, colour and date of this edition.", required=True),
        Field("help_now", many(HELP_LINE), "Lines in the box for people who need help now."),
        Field("how_to_use", many(STEP), "Steps that say how to use the guide, one line each."),
        Field(
            "closing_notes",
            MARKDOWN,
            "A text about the guide, in Markdown: a short one on page 2, a longer one after the last listing.",
        ),
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
        OWN_PICTOGRAMS,
        Field(
            "sections",
            many(SECTION_FILE),
            "The section files in order; all in the folder sections if it is not given.",
        ),
    ),
    lambda values, place, source: values | {"mark": source.mark(place)},
)
