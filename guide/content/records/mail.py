"""The keys of `mail` in guide.yaml: how editions are sent."""

import re
from typing import Any, TypeAlias

from guide.model import (
    MailSettings,
    MailTemplate,
)
from guide.problems import content as kinds
from guide.reading.fields import Field, Kind, Reader, Record
from guide.reading.kinds import (
    EMAIL_ADDRESS,
    MAX_PROSE,
    WORD,
    many,
    number,
    read_folded,
    read_word,
    report_length,
)
from guide.reading.source import Node, Place, Source

Placed: TypeAlias = tuple[str, Place]  # a text and where it stands


def read_placed(node: Node, key: str, source: Source) -> Placed | None:
    """A text with its place."""
    text = read_word(node, key, source)
    return (text, node[1]) if text else None


MOST_ATTACHED = 17  # MB; in a message they take 24, and the largest providers take 25


def read_target(schemes: str) -> Reader[str]:
    """A reader of an address on the web or of mail that goes into the head of a message."""

    def read(node: Node, key: str, source: Source) -> str | None:
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


def read_body(node: Node, key: str, source: Source) -> Placed | None:
    """A text with its line ends, and its place."""
    text, place = node
    if text.__class__ is str and len(text) > MAX_PROSE:
        report_length(node, key, MAX_PROSE, source)
        return None
    if read_folded(node, key, source) is None or not isinstance(text, str):
        return None
    return text, place


def make_mail(values: dict[str, Any], place: Place, source: Source) -> MailSettings | None:
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
