"""The colour of an edition on a dark ground: light enough that rules and keys are seen, and dark signs on them read."""

from guide.layout.type.colour import channels, contrast

DARK_GROUND = "#121212"
ENOUGH = 9.0  # to one: the contrast of the accent on the dark ground
KNOWN = {  # of the editions' colours, chosen by eye
    "#0B4A8C": "#8FBDF2",
    "#0B5A34": "#7FCFA0",
    "#6E1F63": "#E3A5D8",
    "#8C2A10": "#F2A98F",
    "#005459": "#6FCBD1",
    "#5F4300": "#DDBB6E",
}


def on_dark(accent: str) -> str:
    """A colour of the same hue that is seen on a dark ground."""
    if accent.upper() in KNOWN:
        return KNOWN[accent.upper()]
    for share in range(0, 101, 4):
        mixed = tuple(round(each + (255 - each) * share / 100) for each in channels(accent))
        lighter = "#" + "".join(f"{each:02X}" for each in mixed)
        if contrast(lighter, DARK_GROUND) >= ENOUGH:
            return lighter
    return "#FFFFFF"
