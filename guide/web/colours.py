"""The colour of an edition on a dark ground: light enough that rules and keys are seen, and dark signs on them read."""

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
    red, green, blue = bytes.fromhex(accent[1:])
    for share in range(0, 101, 4):
        mixed = tuple(round(each + (255 - each) * share / 100) for each in (red, green, blue))
        lighter = "#" + "".join(f"{each:02X}" for each in mixed)
        if contrast(lighter, DARK_GROUND) >= ENOUGH:
            return lighter
    return "#FFFFFF"


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """The relative luminance of a colour (WCAG 2.2)."""
    red, green, blue = (value / 255 for value in bytes.fromhex(colour[1:]))
    linear = [
        each / 12.92 if each <= 0.04045 else ((each + 0.055) / 1.055) ** 2.4 for each in (red, green, blue)
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
