"""The view of the settings: what each person has chosen for the studio, and what the guide says and never prints."""

from __future__ import annotations

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guide.content.edit import Plain
from guide.studio.broken import broken_in
from guide.studio.checks_off import off_in, turn_on
from guide.studio.fields import SETTINGS, form_of, keys_in
from guide.studio.own import CHOICES
from guide.studio.owners import GUIDE_KIND, Owner, owner_of
from guide.studio.pages import page, words_for
from guide.studio.views.deeds import deed, saves_of, studio_of
from guide.studio.views.guide import shown_values

OPEN = ("freshness", "mail")  # stand open also where nothing is in them
NAMES = {"en": "English", "es": "Español"}  # of languages, in themselves


def show(request: Request) -> Response:
    """All settings."""
    studio, words, owner = studio_of(request), words_for(request), Owner(GUIDE_KIND)
    lost = broken_in(studio).get(owner)
    values = {} if lost else shown_values(studio, owner)
    mine: dict[str, Plain] = {} if studio.read_only else {key: {} for key in OPEN}
    mine |= {key: value for key, value in values.items() if key in keys_in(SETTINGS)}
    languages = [(each, NAMES.get(each) or words(f"settings.{each}")) for each in CHOICES["language"]]
    return page(
        request,
        "settings.html",
        view="settings",
        part="all",
        owner=str(owner),
        lost=lost,
        groups=() if lost else form_of(SETTINGS, mine, studio.findings_of(owner), words),
        was=values,
        choices={
            name: [(each, words(f"settings.{each}")) for each in CHOICES[name]] for name in ("theme", "text")
        }
        | {"language": languages},
        off=[each._asdict() | {"owner": str(each.owner)} for each in off_in(studio)],
    )


@deed
def check_on(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Turn a check of a listing on again."""
    owner = owner_of(str(body["owner"]))
    turn_on(saves_of(request), owner, str(body["name"]), str(body["reason"]), str(body.get("tab", "")))
    return {"name": studio_of(request).name_of(owner)}


ROUTES = [
    Route("/settings", show),
    Route("/api/settings/check_on", check_on, methods=["POST"]),
]
