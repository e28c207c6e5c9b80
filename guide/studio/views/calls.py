"""The view of the calls: whom to call next, what to ask, and what came of it."""

from __future__ import annotations

import time
from collections.abc import Sequence
from datetime import date
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from guide.language.words import words_in
from guide.layout.compose.calls import phone_to_dial
from guide.model import Listing, Phone
from guide.studio.call_log import DONE, Called
from guide.studio.call_rows import asked_of, missing_of
from guide.studio.calls import Calls, ToCall
from guide.studio.fields import form_of
from guide.studio.owners import LISTING, Owner
from guide.studio.pages import page, words_for
from guide.studio.reads import reads_as
from guide.studio.tree import check_badges
from guide.studio.views.deeds import deed, saves_of, studio_of
from guide.studio.views.guide import shown_values
from guide.studio.wording import StudioWords

SHOWN = 100  # of the queue: nobody calls more in a day
SIGNS = {"right": "ok", "closed": "closed", "unprinted": "unprinted"}


def calls_of(request: Request) -> Calls:
    """The calls of the studio, which are read once."""
    calls: Calls = request.app.state.calls
    return calls


# --- the page ---------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """The call of the listing in the address, of the first in the queue where none is named."""
    calls, words = calls_of(request), words_for(request)
    queue, done = calls.queue(), calls.done_today()
    wanted = request.path_params.get("listing") or (queue[0].listing.id if queue else "")
    values: dict[str, Any] = {
        "queue": [queue_row(each, calls, words) for each in queue[:SHOWN]],
        "more": max(len(queue) - SHOWN, 0),
        "called": len(done),
        "all": len(done) + len(queue),
        "done": [done_row(each, calls, words) for each in done],
        "current": wanted,
        "day": day_words(calls.today, words),
        "next_due": day_words(calls.next_due(), words),
        "call": None,
    }
    if wanted:
        try:
            values["call"] = call_values(request, wanted)
        except KeyError:
            return page(request, "gone.html", 404, view="calls")
    return page(request, "calls.html", view="calls", **values)


def call_values(request: Request, own: str) -> dict[str, Any]:
    """What is shown of a listing that is called; KeyError where there is none."""
    studio, words, owner = studio_of(request), words_for(request), Owner(LISTING, own)
    values, guide = shown_values(studio, owner), studio.seen.project.guide
    groups = form_of(LISTING, values, studio.findings_of(owner), words)
    listings: Sequence[Listing] = guide.listings if guide else ()
    listing = next((each for each in listings if each.id == own), None)
    fields = {each.key: each for group in groups for each in group.fields}
    publisher = guide.publisher.name if guide and guide.publisher else ""
    return {
        "owner": str(owner),
        "id": own,
        "name": studio.name_of(owner),
        "say": words("calls.say", who=publisher) if publisher else words("calls.say_without"),
        "phones": phones_of(listing, words) if listing else [],
        "label": lambda key: key_words(key, words),
        "phones_field": fields["phones"],
        "rows": asked_of(groups, listing, {each.id: each.name for each in listings}, words),
        "missing": [each for each in missing_of(groups) if each.key != "phones"],
        "was": values,
        "reads": reads_as(studio, owner),
        "since": max(saves_of(request).history.steps, default=0),
    }


def phones_of(listing: Listing, words: StudioWords) -> list[dict[str, str]]:
    """The numbers of a listing, the one to dial first, each as it is printed and as it is dialled."""
    first = phone_to_dial(listing)
    phones = sorted(listing.all_phones, key=lambda each: each is not first)
    return [
        {
            "printed": phone.printed,
            "dial": f"tel:{phone.e164}{';ext=' + phone.extension if phone.extension.isdecimal() else ''}"
            if phone.e164
            else "",
            "beside": ", ".join(beside(phone, words)),
            "first": "yes" if phone is first else "",
        }
        for phone in phones
    ]


def beside(phone: Phone, words: StudioWords) -> list[str]:
    """The words beside a number."""
    kind = "" if phone.type == "voice" else phone.type
    kind = words(f"choices.{kind}") if kind and words.has(f"choices.{kind}") else kind
    extension = words("calls.extension", number=phone.extension) if phone.extension else ""
    return [each for each in (extension, kind, phone.keyword, phone.description) if each]


def queue_row(each: ToCall, calls: Calls, words: StudioWords) -> dict[str, Any]:
    """A row of the queue."""
    badges = check_badges(each.listing, calls.studio, words)
    if each.put_off:
        when = time.strftime("%H:%M", time.localtime(each.put_off.when))
        if each.put_off.day != calls.today.isoformat():
            when = f"{day_words(date.fromisoformat(each.put_off.day), words)}, {when}"
        return row_of(each.listing, "phone", words(f"calls.was_{each.put_off.kind}", when=when))
    sign, said = (badges[0].sign, badges[0].words) if badges else ("never", words("badges.never"))
    return row_of(each.listing, sign, said)


def row_of(listing: Listing, sign: str, said: str) -> dict[str, Any]:
    """A row with a badge."""
    return {"id": listing.id, "name": listing.name or listing.id, "sign": sign, "words": said}


def done_row(call: Called, calls: Calls, words: StudioWords) -> dict[str, Any]:
    """A row of what is done today."""
    when = time.strftime("%H:%M", time.localtime(call.when))
    keys = ", ".join(key_words(key, words) for key in call.keys)
    said = words("calls.did_change", keys=keys) if keys else words(f"calls.did_{call.kind}")
    name = calls.studio.name_of(Owner(LISTING, call.listing))
    return {"number": call.number, "name": name, "sign": SIGNS[call.kind], "words": f"{said}, {when}"}


def key_words(key: str, words: StudioWords) -> str:
    """What a key is called on the telephone."""
    if words.has(f"calls.labels.{key}"):
        return words(f"calls.labels.{key}")
    return words(f"fields.listing.{key}") if words.has(f"fields.listing.{key}") else key.replace("_", " ")


def day_words(day: date | None, words: StudioWords) -> str:
    """A day in words, "" for none."""
    return words_in(words.language).full_date(day) if day else ""


# --- deeds ------------------------------------------------------------------------------------------


@deed
def answer(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Write what came of a call; says who comes next."""
    calls, words = calls_of(request), words_for(request)
    own = str(body["listing"])
    call = calls.answer(
        own,
        str(body["kind"]),
        str(body["by"]),
        int(body.get("since") or 0),
        str(body.get("tab", "")),
        str(body.get("reason", ""))[:300],
    )
    queue = calls.queue()
    others = [each.listing for each in queue if each.listing.id != own or call.kind in DONE]
    following = others[0] if others else queue[0].listing if queue else None
    name = calls.studio.name_of(Owner(LISTING, own))
    said = words(f"calls.heard_{call.kind}", name=name)
    after = words("calls.heard_next", name=following.name) if following else ""
    return {
        "number": call.number,
        "next": following.id if following else "",
        "said": said,
        "heard": f"{said} {after}".strip(),
    }


@deed
def undo(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Take back what came of a call, the last one where none is named."""
    calls = calls_of(request)
    done = calls.done_today()
    if body.get("number") is None and not done:
        return {"nothing": True}
    number = int(body["number"]) if body.get("number") is not None else done[0].number
    call = calls.undo(number, str(body.get("tab", "")))
    return {"listing": call.listing, "name": calls.studio.name_of(Owner(LISTING, call.listing))}


ROUTES = [
    Route("/calls", show),
    Route("/calls/{listing}", show),
    Route("/api/calls/answer", answer, methods=["POST"]),
    Route("/api/calls/undo", undo, methods=["POST"]),
]
