"""The view of the translations: languages, what is to do in each, and a source with its translation beside it, pair by pair."""

from __future__ import annotations

import base64
import binascii
import time
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from guide.content.offers import Offers
from guide.content.units import GUIDE, LISTING
from guide.errors import ERROR, GuideError
from guide.language.files import language_codes
from guide.language.scripts import direction
from guide.studio.findings import said
from guide.studio.owners import TRANSLATION
from guide.studio.pages import page, words_for
from guide.studio.pair_words import PairWords
from guide.studio.pairs import (
    DONE,
    MISSING,
    Group,
    Pair,
    Standing,
    difference,
    groups_of,
    offers_in,
    pairs_of,
    standings_of,
)
from guide.studio.translating import Translating
from guide.studio.translations import SECTION, languages_of
from guide.studio.views.deeds import Answer, deed, saves_of, studio_of

SHOWN = 100  # pairs on a page
SHOWN_ON_PAGES = (GUIDE, SECTION, LISTING)  # whose texts are looked for on the page beside them
TO_DO, ALL = "todo", "all"
LONG = 90  # letters of a text that is one of several lines
TOLD = 10  # problems with a translator's file, so many are told


class Asked(NamedTuple):
    """What an address asks for."""

    language: str
    group: str
    show: str = TO_DO
    first: int = 1


def translating_of(request: Request) -> Translating:
    """What writes the translations of the studio."""
    translating: Translating = request.app.state.translating
    return translating


def said_by(request: Request) -> PairWords:
    """The words of whoever asks."""
    return PairWords(studio_of(request), saves_of(request), words_for(request))


def known_of(request: Request) -> dict[Any, Any]:
    """What is kept of translations between two requests."""
    memory = studio_of(request).seen.typed.memory
    return memory.translations if memory else {}


# --- the page ---------------------------------------------------------------------------------------


def begin(request: Request) -> Response:
    """The first language in which something is to do, else how one begins."""
    project = studio_of(request).seen.typed
    languages = languages_of(project) if project.guide else ()
    if not languages:
        return page(request, "translate.html", view="translate", language="", **choice_of(request))
    for language in languages:
        standings = standings_of(groups_of(project, language), known_of(request))
        if any(each.to_do for each in standings.values()):
            return RedirectResponse(address_of(language), 303)
    return RedirectResponse(address_of(languages[0]), 303)


def show(request: Request) -> Response:
    """A group of a language; without its name the first in which something is to do."""
    project, language = studio_of(request).seen.typed, request.path_params["language"]
    groups = groups_of(project, language) if language in languages_of(project) else []
    standings = standings_of(groups, known_of(request))
    to_do = [name for name, standing in standings.items() if standing.to_do]
    name = request.path_params.get("group") or next(iter((*to_do, *standings)), "")
    if name not in standings:
        return page(request, "gone.html", 404, view="translate")
    asked = Asked(language, name, *part_asked(request))
    values = view_values(request, asked, groups, standings)
    return page(request, "translate.html", view="translate", **values)


def part_asked(request: Request) -> tuple[str, int]:
    """(whether all is shown, which pair is the first)."""
    show = ALL if request.query_params.get("show") == ALL else TO_DO
    first = request.query_params.get("from", "")
    return show, max(int(first), 1) if first.isdecimal() and len(first) < 9 else 1


def view_values(
    request: Request, asked: Asked, groups: Sequence[Group], standings: Mapping[str, Standing]
) -> Answer:
    """What the template needs of a group."""
    words, group = said_by(request), next(each for each in groups if each.name == asked.group)
    source = words.guide.language if words.guide else ""
    pairs = pairs_of(group, source, offers_of(request, groups, asked, standings))
    wanted = [each for each in pairs if asked.show == ALL or each.state != DONE]
    shown = wanted[asked.first - 1 : asked.first - 1 + SHOWN]
    return {
        **choice_of(request),
        "language": asked.language,
        "name": words.language(asked.language),
        "source": source,
        "source_name": words.source,
        "source_dir": direction(source),
        "dir": direction(asked.language),
        "group": asked.group,
        "address": address_of(asked.language, asked.group),
        "owner": f"{TRANSLATION}/{asked.language}/{asked.group}",
        "heading": words.title(group),
        "queue": queue_of(groups, standings, asked, words),
        "show": asked.show,
        "to_do": standings[asked.group].to_do,
        "all": standings[asked.group].all,
        "pairs": [pair_row(each, asked.language, words) for each in shown],
        "first": asked.first,
        "wanted": len(wanted),
        "step": SHOWN,
        "was": {each.field: each.text for each in shown if each.text},
        "checked": words.checked(asked.language),
        "next": next_of(standings, asked),
    }


def offers_of(
    request: Request, groups: Sequence[Group], asked: Asked, standings: Mapping[str, Standing]
) -> Offers:
    """What can be offered where something is missing; made again only where a file has changed."""
    guide, known = studio_of(request).seen.typed.guide, known_of(request)
    source = guide.language if guide else ""
    if not standings[asked.group].missing:
        return Offers(source, asked.language, ())
    parts = [group.part for group in groups]
    before, offers = known.get(("offers", asked.language), ([], None))
    if len(parts) != len(before) or any(one is not other for one, other in zip(parts, before)):
        offers = offers_in(groups, source, asked.language)
        known["offers", asked.language] = parts, offers
    found: Offers = offers
    return found


def choice_of(request: Request) -> Answer:
    """The languages of the guide, and those that can begin."""
    project, words = studio_of(request).seen.typed, said_by(request)
    languages = languages_of(project)
    own = project.guide.language if project.guide else ""
    others = [code for code in language_codes() if code not in languages and code != own]
    return {
        "languages": [(code, words.both_names(code)) for code in languages],
        "new_languages": sorted(
            ((code, words.both_names(code)) for code in others), key=lambda each: each[1]
        ),
        "has_guide": bool(project.guide),
    }


def address_of(language: str, group: str = "") -> str:
    """Where a group is shown."""
    return f"/translate/{language}/{group}".rstrip("/")


def next_of(standings: Mapping[str, Standing], asked: Asked) -> str:
    """The address of the next group in which something is to do, "" for none."""
    names = list(standings)
    here = names.index(asked.group)
    later = [name for name in (*names[here + 1 :], *names[:here]) if standings[name].to_do]
    return address_of(asked.language, later[0]) if later else ""


def queue_of(
    groups: Sequence[Group], standings: Mapping[str, Standing], asked: Asked, words: PairWords
) -> list[Answer]:
    """The rows of the queue; sections have the numbers that they have in the list."""
    sections = [each.id for each in words.guide.sections] if words.guide else []
    numbers = {f"{SECTION}/{own}": f"{number} " for number, own in enumerate(sections, 1)}
    return [
        {
            "name": group.name,
            "address": address_of(asked.language, group.name),
            "title": numbers.get(group.name, "") + words.title(group),
            "badges": [each._asdict() for each in words.standing(standings[group.name])],
        }
        for group in groups
    ]


def pair_row(pair: Pair, language: str, words: PairWords) -> Answer:
    """A pair as the template shows it."""
    owner, key = words.owner(pair.unit), words.key(pair.unit)
    title = f"{owner}: {key}" if key else owner
    lines = max(pair.unit.text.count("\n"), pair.text.count("\n")) + 1
    return {
        "field": pair.field,
        "title": title,
        "label": words.words("translate.label", language=words.language(language), title=title),
        "of": "/".join(filter(None, pair.unit.place[:2])) if pair.unit.owner in SHOWN_ON_PAGES else "",
        "source": difference(pair.before, pair.unit.text) if pair.before else [("same", pair.unit.text)],
        "text": pair.text,
        "rows": max(lines, 3) if len(pair.unit.text) > LONG else lines,
        "state": pair.state,
        "badge": words.pair(pair)._asdict(),
        "offer": pair.offer if pair.state == MISSING else "",
        "problems": [said(each, "") for each in pair.problems if each.level == ERROR],
    }


# --- data -------------------------------------------------------------------------------------------


def state(request: Request) -> Response:
    """What the files say of the pairs that the browser has."""
    try:
        asked = asked_by(request.query_params.get("owner", ""))
        return JSONResponse(state_of(request, asked, request.query_params.get("fields", "").split(",")))
    except KeyError:
        return JSONResponse({"gone": True}, 404)


def state_of(request: Request, asked: Asked, fields: Sequence[str]) -> Answer:
    """What the view has to know after a change; KeyError where its group is gone."""
    studio, words = studio_of(request), said_by(request)
    groups = groups_of(studio.seen.typed, asked.language)
    standings = standings_of(groups, known_of(request))
    standing = standings[asked.group]
    group, source = next(each for each in groups if each.name == asked.group), studio.seen.typed.guide
    pairs = pairs_of(group, source.language if source else "", Offers("", "", ()))
    shown = [each for each in pairs if each.field in set(fields)]
    rows = {each.field: pair_row(each, asked.language, words) for each in shown}
    return {
        "values": {each.field: each.text for each in shown if each.text},
        "problems": [
            {"path": field, "says": says, "error": True}
            for field, row in rows.items()
            for says in row["problems"]
        ],
        "badges": [],
        "name": "",
        "reads": {},
        "pairs": {
            field: {name: row[name] for name in ("state", "badge", "source")} for field, row in rows.items()
        },
        "queue": queue_of(groups, standings, asked, words),
        "to_do": words.words("translate.to_do", count=standing.to_do),
        "all": words.words("translate.all", count=standing.all),
        "checked": words.checked(asked.language),
        "next": next_of(standings, asked),
        "time": time.strftime("%H:%M"),
    }


def asked_by(owner: str) -> Asked:
    """What an owner such as "translation/es/section/food" names; KeyError for none."""
    kind, language, group = (*owner.split("/", 2), "", "")[:3]
    if kind != TRANSLATION or not group:
        raise KeyError(owner)
    return Asked(language, group)


def export(request: Request) -> Response:
    """The translation as a PO file."""
    language = request.path_params["language"]
    studio = studio_of(request)
    if language not in languages_of(studio.seen.typed):
        return PlainTextResponse("There is no such language.", 404)
    try:
        data = translating_of(request).export(language)
    except GuideError as error:
        return PlainTextResponse(said(error.problems[0], ""), 422)
    headers = {"content-disposition": f'attachment; filename="guide-{language}.po"'}
    return Response(data, media_type="text/x-gettext-translation", headers=headers)


# --- deeds ------------------------------------------------------------------------------------------


@deed
def write(request: Request, body: Answer) -> Answer:
    """Write translations, or say with `done` that they are right."""
    asked = asked_by(str(body["owner"]))
    tab, visit = str(body.get("tab", "")), str(body.get("visit", ""))
    for field, pair in body["keys"].items():
        place = translating_of(request).place(asked.language, str(field))
        text, was = (text_or_none(pair.get(name)) for name in ("value", "was"))
        done, same = bool(body.get("done")), bool(body.get("same"))
        translating_of(request).write(place, text, was, done, tab, visit, same)
    return state_of(request, asked, [str(each) for each in body.get("fields", [])])


def text_or_none(value: object) -> str:
    """A text that the browser has sent; ValueError for anything else."""
    if value is None:
        return ""
    if not isinstance(value, str):
        raise ValueError(value)
    return value


@deed
def leave(request: Request, body: Answer) -> Answer:
    """Keep in the history what was not chosen."""
    asked = asked_by(str(body["owner"]))
    translating = translating_of(request)
    translating.leave(translating.place(asked.language, str(body["key"])), text_or_none(body["value"]))
    return {}


@deed
def sign(request: Request, body: Answer) -> Answer:
    """Write that a native speaker has read it."""
    language = known_language(request, body)
    translating_of(request).sign(language, str(body["by"]), str(body.get("tab", "")))
    return {"said": said_by(request).checked(language)}


@deed
def start(request: Request, body: Answer) -> Answer:
    """Begin a language."""
    language = str(body["language"])
    translating_of(request).start(language, str(body.get("tab", "")))
    return {"address": address_of(language)}


@deed
def take_in(request: Request, body: Answer) -> Answer:
    """Take in a translator's file."""
    language, words = known_language(request, body), words_for(request)
    try:
        data = base64.b64decode(str(body["data"]), validate=True)
    except binascii.Error:
        raise ValueError(body) from None
    taken = translating_of(request).take_in(language, str(body["name"])[:200], data, str(body.get("tab", "")))
    return {
        "said": words("translate.taken", count=taken.texts),
        "problems": [said(each, "") for each in taken.problems[:TOLD]],
        "more": words("translate.more_problems", count=len(taken.problems) - TOLD)
        if len(taken.problems) > TOLD
        else "",
    }


def known_language(request: Request, body: Answer) -> str:
    """The language that is meant; KeyError for none of the guide's."""
    language = str(body["language"])
    if language not in languages_of(studio_of(request).seen.typed):
        raise KeyError(language)
    return language


ROUTES = [
    Route("/translate", begin),
    Route("/translate/{language}", show),
    Route("/translate/{language}/{group:path}", show),
    Route("/translation/state", state),
    Route("/translation/{language}.po", export),
    Route("/api/translate/write", write, methods=["POST"]),
    Route("/api/translate/leave", leave, methods=["POST"]),
    Route("/api/translate/sign", sign, methods=["POST"]),
    Route("/api/translate/start", start, methods=["POST"]),
    Route("/import-translation", take_in, methods=["POST"]),
]
