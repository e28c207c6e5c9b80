"""Names of streets as short as their signs have them, for maps that have no room for all of one."""

import re
from collections.abc import Iterator

KINDS = {
    "Street": "St", "Avenue": "Ave", "Boulevard": "Blvd", "Road": "Rd", "Drive": "Dr", "Lane": "Ln", "Place": "Pl", "Court": "Ct",
    "Parkway": "Pkwy", "Highway": "Hwy", "Terrace": "Ter", "Circle": "Cir", "Square": "Sq", "Crescent": "Cres", "Trail": "Trl",
}  # fmt: skip
WAYS = {
    "North": "N", "South": "S", "East": "E", "West": "W", "Northeast": "NE", "Northwest": "NW", "Southeast": "SE", "Southwest": "SW",
}  # fmt: skip
FIRST = {"Avenida": "Av.", "Bulevar": "Blvd", "Calzada": "Calz."}  # words before a name


def shorter(name: str) -> str:
    """ "N Elm St" of "North Elm Street", "Lindenstr." of "Lindenstraße"; the name itself where there is nothing to shorten."""
    words = re.sub(r"(?<=\w)stra(?:ß|ss)e$", "str.", re.sub(r"\bStra(?:ß|ss)e$", "Str.", name)).split(" ")
    return " ".join(shortened(words))


def shortened(words: list[str]) -> Iterator[str]:
    """Yield the words, those of kinds and of the compass short where they stand beside a name."""
    last = len(words) - 1
    kind = last - (words[last] in WAYS)  # "Main Street West"
    for place, word in enumerate(words):
        if place == kind > 0 and word in KINDS:
            yield KINDS[word]
        elif word in WAYS and (place == last > 1 and words[kind] in KINDS or place == 0 and kind > 1):
            yield WAYS[word]
        elif place == 0 < last and word in FIRST:
            yield FIRST[word]
        else:
            yield word
