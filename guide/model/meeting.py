"""A meeting of a support group: when, where, of which kind, and how to join it from elsewhere."""

from guide.frozen import frozen
from guide.model.contact import Phone
from guide.model.hours import OpeningHours

FORMATS = (
    "open",  # to everyone
    "closed",  # for members only
    "in person",
    "online",
    "hybrid",
    "beginners",
    "women",
    "men",
    "discussion",
    "speaker",
)


@frozen
class Meeting:
    """One meeting, on one day or on several at the same time."""

    hours: OpeningHours
    name: str = ""  # "Women's step meeting"
    location: str = ""  # the name of one of the listing's locations; "": the first of them
    formats: tuple[str, ...] = ()  # of FORMATS
    note: str = ""
    link: str = ""  # a web address to join it
    meeting_id: str = ""
    passcode: str = ""
    dial_in: Phone | None = None
