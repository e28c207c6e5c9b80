"""The keys of an edition that say how it is read on a screen: the way out, its faces, its clock."""

from guide.problems import editions as kinds
from guide.reading.fields import Field, Kind
from guide.reading.kinds import FLAG, WEB_ADDRESS, read_word
from guide.reading.source import Node, Source


def read_time_zone(node: Node, key: str, source: Source) -> str | None:
    """The name of a time zone: America/Chicago."""
    from zoneinfo import ZoneInfo  # few editions name one

    text = read_word(node, key, source)
    if not text:
        return None
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):  # none of that name, or a name that leads elsewhere
        source.report(node[1], kinds.TIME_ZONE, key=key, text=text)
        return None
    return text


ON_SCREEN = (
    Field(
        "exit",
        FLAG,
        "For web: no leaves out `Leave this page`, which readers need who are watched at home.",
    ),
    Field(
        "exit_to",
        WEB_ADDRESS,
        "For web: where `Leave this page` leads; a page about the weather if it is not given.",
    ),
    Field(
        "web_fonts",
        FLAG,
        "For web: no leaves out the guide's own letters, 29 kB; the page is read in those of the device.",
    ),
    Field(
        "site",
        WEB_ADDRESS,
        "For web: the address at which it stands on a web server; then a folder of pages for that is made too.",
    ),
    Field(
        "time_zone",
        Kind(read_time_zone, {"type": "string"}),
        "For web: in which zone the hours are, as in America/Chicago; that of the country, or of the device, if it is not given.",
    ),
)
