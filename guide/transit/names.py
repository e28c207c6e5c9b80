"""Names of stops as somebody would write them.

Timetables have them as their software does: whole in capitals, with "@" and "+" between two streets, with the direction of the bus
or the number of a platform behind. From both sides of a street, and whichever of two streets is named first, it is one stop.
"""

from guide.content.checks.casing import calm, in_capitals
from guide.expressions import expression

BOUND = "(?i:(?:north|south|east|west|in|out)[ -]?bound)"
IN_BRACKETS = f"(?:[NSEW]B|[IO]B|[NF]S|{BOUND}|(?i:(?:near|far)[ -]?side|arrivals?|arrive|departures?|depart)|(?i:stop|id)? ?#?[0-9]{{3,6}})"
BEHIND = expression(
    rf"\s*[(\[]\s*{IN_BRACKETS}\s*[)\]](?=\s|$)|[\s,-]*\s(?:[NSEW]B|{BOUND})$|\s-\s+(?i:arrivals?|arrive|departures?|depart)$"
    r"|(?<!(?i:bay))(?<!(?i:dock))(?<!(?i:gate))(?<!(?i:stand))(?<!(?i:stop))(?<!(?i:platform))\s0[0-9]$"
)
BEFORE = expression(rf"^(?:[NSEW]B|{BOUND})\s+(?=\S)")
BEHIND_STREETS = expression(
    r"\s(?:[IO]B|[NF]S|MB)$"
)  # inbound, outbound; near, far side, middle of the block
STREETS = expression(r"\s*[@+/|]\s*|\s+&\s*|\s*&\s+|\s+(?i:at)\s+")  # between two streets
GLUED = expression(r"(?<=\w\w)&(\w)(?=\w)")  # between two streets, not in R&B
SIDES = expression(r"\s*/\s*|\s+(?:&|at|and|across(?: from)?|opp\.?|opposite)\s+")
LANDMARK = expression(r"\s*\((?![^)]*\b(?:end|intersection|north|south|east|west|loop)\b)[^)0-9]+\)$")
SHORTENED = {word: word.capitalize() for word in "CNTR CR MTN PT".split()}


def clean(name: str) -> str:
    """A name on one line, without the signs that ways are told apart by."""
    words = "".join(c if c.isprintable() else " " for c in name).split()
    return " ".join(words).replace("; ", ", ").replace(": ", " ").strip(";: ")


def readable(name: str) -> str:
    """The name of a stop without capitals, signs and directions: "Main & 5th" of "MAIN + 5TH NB"."""
    name = without_direction(clean(name.replace("_", " ")))
    name = GLUED.sub(lambda match: f" & {match[1].upper()}", name)
    if in_capitals(name) or name.isupper() and STREETS.search(name):
        signs = STREETS.findall(name)
        parts = [calm(part, SHORTENED, frozenset()) for part in STREETS.split(name)]
        name = "".join(part + sign.lower() for part, sign in zip(parts, (*signs, "")))
    return (
        " & ".join(part.strip() for part in name.replace("@", " at ").replace("|", "+").split("+"))
        .replace("  ", " ")
        .strip()
    )


def without_direction(name: str) -> str:
    """A name without what stands behind or before it of directions and platforms; the name itself where no more is left."""
    short = BEFORE.sub("", BEHIND.sub("", name))
    if STREETS.search(short):
        short = BEHIND_STREETS.sub("", short)
    return without_direction(short) if short and short != name else name


def corner(name: str) -> frozenset[str]:
    """Where a stop is: the same for both sides of a street, whichever of two streets is named first, and with what stands there or not."""
    parts = SIDES.split(name.casefold())
    if len(parts) > 1:
        parts = [LANDMARK.sub("", part) for part in parts]
    return frozenset(filter(None, (part.strip(" .") for part in parts)))
