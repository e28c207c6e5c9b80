"""What whoever sits there has chosen for the studio: kept in the browser, in cookies, so that it holds for every guide on
this computer and also where nothing may be written."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import unquote

from guide.studio.wording import LANGUAGES

START = "studio_"  # of the names of the cookies; that of the secret begins with "studio-"
LONGEST = 100  # letters of a name
CHOICES: Mapping[str, tuple[str, ...]] = {
    "theme": ("system", "light", "dark"),
    "paper": ("dimmed", "bright"),  # in the dark
    "text": ("usual", "larger", "largest"),
    "language": ("browser", *LANGUAGES),
    "keys": ("yes", "no"),  # of one letter
}  # {name: what it may be}; the first of them where nobody has chosen


class Own(NamedTuple):
    """What one person has chosen."""

    theme: str
    paper: str
    text: str
    language: str
    keys: str
    caller: str = ""  # what whoever calls is called


def own_of(cookies: Mapping[str, str]) -> Own:
    """What the cookies of a browser say; what means nothing is as nobody has chosen it."""
    chosen = {name: cookies.get(START + name, "") for name in CHOICES}
    known = {name: chosen[name] if chosen[name] in all_ else all_[0] for name, all_ in CHOICES.items()}
    return Own(**known, caller=unquote(cookies.get(START + "caller", ""))[:LONGEST])
