"""The keys of an edition that say with what it is printed: its ink, and what a print shop gives."""

import re
from pathlib import Path
from typing import Any

from guide.colours import is_pale
from guide.content.own_files import is_there, own_path
from guide.expressions import expression
from guide.model import USUAL_CONDITION, PrintingCondition, Spot
from guide.problems import editions as kinds
from guide.reading.fields import Field, Kind, Record
from guide.reading.kinds import FLAG, WORD, choice, read_word
from guide.reading.source import Node, Place, Source

INKS = ("colour", "grey", "black", "spot")
SHARES = expression(r"[cmyk]? ?(\d{1,3}(?:\.\d+)?) ?%?", re.IGNORECASE)
NOT_BETWEEN = expression(r"[\s,;/]+(?=[cmyk\d])|(?<=[\d%])(?=[cmyk])", re.IGNORECASE)
RESERVED = (
    "all",
    "none",
    "cyan",
    "magenta",
    "yellow",
    "black",
)  # inks that every press has, or that are none
CONDITIONS = {  # what people call them, and their names in the registry of the ICC
    "gracol": "CGATS21_CRPC6",
    "gracol 2013": "CGATS21_CRPC6",
    "swop 2013": "CGATS21_CRPC5",
    "gracol 2006": "CGATS TR 006",
    "swop": "CGATS TR 001",
    "fogra39": "FOGRA39",
    "iso coated v2": "FOGRA39",
    "fogra51": "FOGRA51",
    "pso coated v3": "FOGRA51",
    "fogra52": "FOGRA52",
    "pso uncoated v3": "FOGRA52",
    "fogra47": "FOGRA47",
    "pso uncoated": "FOGRA47",
}
PROFILES = (".icc", ".icm")


# --- the second ink ---------------------------------------------------------------------------------


def read_inks(node: Node, key: str, source: Source) -> tuple[float, ...] | None:
    """Four shares in per cent: a list, or a text such as 100/0/28/44 or C100 M0 Y28 K44."""
    value, place = node
    if isinstance(value, list):
        texts = [read_word(each, key, source) or "" for each in value]
    else:
        texts = NOT_BETWEEN.split(read_word(node, key, source) or "")
    found = [SHARES.fullmatch(text.strip()) for text in texts]
    shares = tuple(float(match[1]) for match in found if match)
    if len(found) == len(shares) == 4 and max(shares) <= 100:
        return shares
    source.report(place, kinds.SPOT_INKS, key=key)
    return None


def make_spot(values: dict[str, Any], place: Place, source: Source) -> Spot | None:
    """The second ink, None without a name, which is reported already."""
    name, inks = values.get("name", ""), values.get("cmyk", ())
    if name.lower() in RESERVED:
        source.report(place, kinds.SPOT_NAME, name=name)
        return None
    if inks and is_pale(inks):
        source.report(place, kinds.SPOT_PALE, name=name)
    return Spot(name, inks) if name else None


def read_spot(node: Node, key: str, source: Source) -> Spot | None:
    """An ink by its name, or with the four inks that come nearest to it."""
    if isinstance(node[0], tuple):
        return SPOT_RECORD.read(node, key, source)
    name = read_word(node, key, source)
    return make_spot({"name": name}, node[1], source) if name else None


FOUR_INKS = Kind(read_inks, {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "number"}}]})
SPOT_RECORD = Record(
    "a second ink",
    (
        Field("name", WORD, "The ink as the print shop names it: PANTONE 3155 C.", required=True),
        Field(
            "cmyk",
            FOUR_INKS,
            "What comes nearest to it, in per cent of cyan, magenta, yellow and black: [100, 0, 28, 44]; the edition's colour if it is not given.",
            also="inks process alternate colour color",
        ),
    ),
    make_spot,
)
SPOT = Kind(read_spot, {"anyOf": [WORD.schema, SPOT_RECORD.schema]})


# --- the paper and the inks of the shop -------------------------------------------------------------


def read_profile(node: Node, key: str, source: Source) -> str | None:
    """An ICC profile of four inks in the content folder, as an absolute path."""
    name = read_word(node, key, source)
    if name is None:
        return None
    path = own_path(name, source.folder)
    if path is None:
        source.report(node[1], kinds.PROFILE_OUTSIDE, name=name)
    elif not is_there(path):
        source.report(node[1], kinds.NO_PROFILE, name=name)
    elif not is_profile(path):
        source.report(node[1], kinds.PROFILE, name=name)
    else:
        return str(path)
    return None


def is_profile(path: Path) -> bool:
    """Whether a file is the profile of a printer or press with four inks (ICC.1:2010, 7.2)."""
    try:
        with path.open("rb") as file:
            head = file.read(128)
    except OSError:
        return False
    return head[12:20] == b"prtrCMYK" and head[36:40] == b"acsp" and head[8] in (2, 4)


def make_condition(values: dict[str, Any], place: Place, source: Source) -> PrintingCondition:
    """The printing condition, by the name that the registry has for it."""
    profile = values.get("profile", "")
    name = values.get("name") or (Path(profile).stem if profile else USUAL_CONDITION.name)
    return PrintingCondition(CONDITIONS.get(name.lower(), name), profile)


def read_condition(node: Node, key: str, source: Source) -> PrintingCondition | None:
    """A printing condition by its name, by its profile, or by both."""
    if isinstance(node[0], tuple):
        return CONDITION_RECORD.read(node, key, source)
    word = read_word(node, key, source)
    if word is None:
        return None
    if not word.lower().endswith(PROFILES):
        return make_condition({"name": word}, node[1], source)
    profile = read_profile(node, key, source)
    return make_condition({"profile": profile}, node[1], source) if profile else None


CONDITION_RECORD = Record(
    "a printing condition",
    (
        Field(
            "name", WORD, "Its name in the registry of the ICC, or as people say it: GRACoL 2013, FOGRA52."
        ),
        Field(
            "profile",
            Kind(read_profile, {"type": "string"}),
            "Its ICC profile, a file in the content folder; with one the file is PDF/X-4.",
            also="icc file",
        ),
    ),
    make_condition,
)


# --- the keys ---------------------------------------------------------------------------------------

INK = Field(
    "ink",
    choice(INKS, kinds.INK, {"two inks": "spot"}),
    "colour, grey (no colour at all), black (the accent is black) or spot (for print-shop: black and one ink more).",
    also="color",
)
PRINT_SHOP = (
    Field("crop_marks", FLAG, "For print-shop: yes adds marks that show where to cut."),
    Field("spot", SPOT, "For print-shop and `ink: spot`: the second ink, its name and its nearest CMYK."),
    Field(
        "printing_condition",
        Kind(read_condition, {"anyOf": [WORD.schema, CONDITION_RECORD.schema]}),
        "For print-shop: the paper and inks that the shop names, as GRACoL 2013 (the usual) or its ICC profile.",
        also="output_intent profile icc",
    ),
)


def with_inks(values: dict[str, Any], place: Place, source: Source) -> dict[str, Any]:
    """The values of an edition, where a second ink that is named is also printed with, by the only press that has one."""
    if "spot" in values and "ink" not in values:
        values["ink"] = "spot"
    if values.get("ink") != "spot":
        return values
    values.setdefault("press", "print-shop")
    if "spot" not in values:
        source.report(place, kinds.NO_SPOT)
    if values["press"] != "print-shop":
        source.report(place, kinds.SPOT_ELSEWHERE)
    return values
