"""What holds for a time: an alert, that a place is closed; from which day and until which."""

from typing import Any

from guide.expressions import expression
from guide.frozen import frozen
from guide.model import Days
from guide.problems import dated as kinds
from guide.reading.fields import Field, Kind, Record
from guide.reading.kinds import DAY, FLAG, WORD, choice, read_word
from guide.reading.source import Node, Place, Source

LONGEST = 100  # of words that are looked at for what they mean
OPEN, FOR_NOW, FOR_GOOD = STATES = ("open", "closed for now", "closed for good")
OTHER_STATES = {  # what HSDS and people call them
    "active": OPEN,
    "inactive": FOR_NOW,
    "closed": FOR_NOW,
    "temporarily closed": FOR_NOW,
    "temporarily_closed": FOR_NOW,
    "defunct": FOR_GOOD,
    "permanently closed": FOR_GOOD,
    "permanently_closed": FOR_GOOD,
}
DATED = (
    Field("from", DAY, "The first day on which it holds: 2027-01-10.", also="since begins start starts"),
    Field("until", DAY, "The last day on which it holds: 2027-02-20.", also="to till ends end through"),
)


@frozen(kw_only=False)
class Alert:
    """News of a listing, and the days on which it is printed."""

    text: str
    days: Days = Days()


@frozen(kw_only=False)
class Status:
    """Whether a place is open, and the days on which it is not."""

    state: str
    days: Days = Days()


def take_days(values: dict[str, Any], place: Place, source: Source) -> Days:
    """The days from `from` to `until`, which are taken out of the values; those the wrong way round are reported."""
    first, last = values.pop("from", None), values.pop("until", None)
    if first and last and last < first:
        source.report(place, kinds.UNTIL, first=first, last=last)
        return Days()
    return Days(first=first, last=last)


def make_alert(values: dict[str, Any], place: Place, source: Source) -> Alert | None:
    """An alert; None without words, which is reported already."""
    days = take_days(values, place, source)
    return Alert(values["text"], days) if "text" in values else None


ALERT_RECORD = Record(
    "an alert",
    (Field("text", WORD, "The words.", required=True, also="words alert message"), *DATED),
    make_alert,
)


def read_alert(node: Node, key: str, source: Source) -> Alert | None:
    """An alert: words, or words with days."""
    if node[0].__class__ is tuple:
        return ALERT_RECORD.read(node, key, source)
    text = read_word(node, key, source)
    return Alert(text) if text else None


GOOD = expression(r"\b(?:perm\w*|for good|forever|defunct|no longer|out of business|ceased)\b")
UNTIL = expression(r"\b(?:until|till|through|reopen\w*|back|from|since)\b|\d\d")
SHUT = expression(r"\b(?:clos\w*|shut\w*|temp\w*|for now|suspended|on hold|paused?|not open)\b")
STATE = choice(STATES, kinds.STATUS, OTHER_STATES)


def report_words(node: Node, key: str, source: Source) -> bool:
    """Report words in which a place is closed, with the status that says it; whether they are such."""
    word = node[0] if isinstance(node[0], str) else ""
    low = " ".join(word.lower().split())
    if low in (*STATES, *OTHER_STATES) and key != "closed" or len(low) > LONGEST:
        return False
    own = "status" if key == "closed" else key
    if GOOD.search(low):
        source.report(node[1], kinds.STATUS_MEANT, key=key, word=word, own=own, near=FOR_GOOD)
    elif UNTIL.search(low.replace("until further notice", "")) and (key == "closed" or SHUT.search(low)):
        source.report(node[1], kinds.STATUS_WITH_DAYS, key=key, word=word, own=own)
    elif SHUT.search(low):
        source.report(node[1], kinds.STATUS_MEANT, key=key, word=word, own=own, near=FOR_NOW)
    else:
        return False
    return True


def read_closed(node: Node, key: str, source: Source) -> bool | None:
    """Yes or no; of other words, what to write in their place."""
    return None if report_words(node, key, source) else FLAG.read(node, key, source)


def read_state(node: Node, key: str, source: Source) -> str | None:
    """One of the states; of other words, which of them is meant."""
    return None if report_words(node, key, source) else STATE.read(node, key, source)


CLOSED = Kind(read_closed, FLAG.schema)


def make_status(values: dict[str, Any], place: Place, source: Source) -> Status | None:
    """A status; days alone are those on which it is closed for now, and a place that is open needs none."""
    days = take_days(values, place, source)
    state = values.get("is", FOR_NOW if days else OPEN)
    if days and state != FOR_NOW:
        source.report(place, kinds.STATUS_DAYS, state=state)
        return None
    return Status(state, days)


STATUS_RECORD = Record(
    "a status",
    (
        Field(
            "is",
            Kind(read_state, STATE.schema),
            "Open, closed for now (the usual where days are given) or closed for good.",
        ),
        *DATED,
    ),
    make_status,
)


def read_status(node: Node, key: str, source: Source) -> Status | None:
    """A status: a word, or one with days."""
    if node[0].__class__ is tuple:
        return STATUS_RECORD.read(node, key, source)
    state = read_state(node, key, source)
    return Status(state) if state else None


ALERT = Kind(read_alert, {"anyOf": [WORD.schema, ALERT_RECORD.schema]})
STATUS = Kind(read_status, {"anyOf": [STATE.schema, STATUS_RECORD.schema]})


def spread_dates(values: dict[str, Any], place: Place, source: Source) -> None:
    """Put an alert and a status, where there are any, in their place among the values of a listing."""
    if alert := values.pop("alert", None):
        values |= {"alert": alert.text, "alert_days": alert.days}
    if not (status := values.pop("status", None)):
        return
    if values.get("closed", status.state != OPEN) != (status.state != OPEN):
        source.report(place, kinds.TWO_STATUSES, state=status.state)
    values |= {
        "closed": status.state != OPEN,
        "closed_days": status.days,
        "gone": status.state == FOR_GOOD,
    }
