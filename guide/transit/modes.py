"""What runs on a line, from the numbers of GTFS."""

BASIC = {
    0: "tram",
    1: "metro",
    2: "train",
    3: "bus",
    4: "ferry",
    5: "cable",
    6: "lift",
    7: "funicular",
    11: "bus",  # with wires
    12: "train",  # monorail
}
EXTENDED = {  # by hundreds
    1: "train",
    2: "bus",  # coaches
    3: "train",  # in suburbs
    4: "metro",
    5: "metro",
    6: "metro",
    7: "bus",
    8: "bus",  # with wires
    9: "tram",
    10: "ferry",
    12: "ferry",
    13: "lift",
    14: "funicular",
}
OTHER = "line"  # taxis, planes, and what nobody knows yet


def mode_of(text: str) -> str:
    """The mode of a `route_type`, one of guide.language.ways.MODES."""
    if not (text.isascii() and text.isdecimal()) or len(text) > 4:
        return OTHER
    number = int(text)
    return EXTENDED.get(number // 100, OTHER) if number >= 100 else BASIC.get(number, OTHER)
