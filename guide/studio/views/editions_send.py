"""Sending an edition by e-mail: who gets it, what is said, what would go out, to oneself, and then to all."""

from __future__ import annotations

import base64
import binascii
from collections import Counter
from collections.abc import Sequence
from email.message import EmailMessage
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response
from starlette.routing import Route

from guide.errors import GuideError
from guide.mail.address import Address, parse_address
from guide.mail.ledger import SENT
from guide.mail.messages import file_name, file_to_send, form_in_words, link_to, plain_name
from guide.mail.post import AGAIN, SKIP, Choices, Pair
from guide.manifest import Made, Manifest
from guide.model import Edition, Guide
from guide.studio.findings import said
from guide.studio.mail_words import fields, usual_words, words_of_mail, write_words
from guide.studio.owners import edition_name
from guide.studio.pages import page, words_for
from guide.studio.people import People, Row, look_at
from guide.studio.posting import Going, Look, Posting, Wrong
from guide.studio.shelf import READY
from guide.studio.views.deeds import Answer, deed, saves_of, studio_of
from guide.studio.views.editions import shelf_of
from guide.studio.wording import StudioWords

HEADS = ("From", "To", "Reply-To", "Subject", "List-Unsubscribe")
MOST_NAMED = 200  # addresses that are named in a list


def posting_of(request: Request) -> Posting:
    """The mailings of the studio."""
    posting: Posting = request.app.state.posting
    return posting


def end(app: Starlette) -> None:
    """End a mailing with the studio."""
    app.state.posting.end()


# --- the page ---------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """Who, the words, what is attached; nothing is asked of a server."""
    studio, words, name = studio_of(request), words_for(request), request.path_params["name"]
    if studio.read_only:
        return RedirectResponse("/editions", 303)
    book = next((each for each in shelf_of(request).books() if each.name == name), None)
    guide = studio.seen.project.guide
    if book is None or book.edition is None or guide is None:
        return page(request, "gone.html", 404, view="editions")
    posting = posting_of(request)
    going = posting.going if posting.going and posting.going.edition == name else None
    return page(
        request,
        "editions_send.html",
        view="editions",
        edition=name,
        name=edition_name(name),
        is_ready=book.state == READY,
        sender=guide.mail.sender if guide.mail else "",
        mails=words_of_mail(studio, guide, words.language),
        fields=fields(),
        attached=attached_words(book.manifest, book.folder, book.edition, guide, words)
        if book.manifest
        else [],
        going=going_answer(going, words) if going else None,
    )


def attached_words(
    manifest: Manifest, folder: Path, edition: Edition, guide: Guide, words: StudioWords
) -> list[str]:
    """What is attached, or where it lies; as its file is now."""
    sent = file_to_send([Path(row["name"]) for row in manifest["files"]]).name
    file, number = next(row for row in manifest["files"] if row["name"] == sent), manifest["number"]
    kind = Path(file["name"]).suffix
    plain = plain_name(file["name"].removesuffix(kind)) + kind
    name = file_name(manifest["title"], number, edition, guide, kind) or plain
    size = size_words(file["bytes"])
    if guide.mail is None:
        return [words("send.attached", name=name, size=size)]
    made = Made(name=edition.name, files=(folder / file["name"],))
    try:
        link = link_to(made, plain, file["bytes"], number, guide.mail)
    except GuideError as error:
        return [said(error.problems[0], "")]
    return [
        words("send.linked", size=size, link=link) if link else words("send.attached", name=name, size=size)
    ]


def size_words(size: int) -> str:
    """A size as file managers give it."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{max(1, round(size / 1e3))} kB"


def people_in(body: Answer) -> People:
    """Who is named; ValueError where that is no file."""
    try:
        data = base64.b64decode(str(body.get("file") or ""), validate=True)
    except binascii.Error:
        raise ValueError from None
    return People(str(body.get("file_name") or "")[:200], data, str(body.get("typed") or ""))


def row_answers(rows: Sequence[Row], words: StudioWords) -> list[Answer]:
    """What is wrong, with the line where it stands."""
    return [
        {
            "says": each.says,
            "where": words("send.line", line=each.line) if each.line else "",
            "error": each.is_error,
        }
        for each in rows
    ]


# --- what would go out ------------------------------------------------------------------------------


@deed
def who(request: Request, body: Answer) -> Answer:
    """How many are named, and what is wrong with whom."""
    words = words_for(request)
    recipients, rows = look_at(people_in(body), studio_of(request).seen.project.editions)
    said = words("send.count", count=len(recipients)) if recipients else ""
    return {"count": len(recipients), "said": said, "rows": row_answers(rows, words)}


@deed
def look(request: Request, body: Answer) -> Answer:
    """What would go out, and to whom not; nothing is sent."""
    words, people = words_for(request), people_in(body)
    if people.is_nobody:
        return {"wrong": [{"says": words("send.nobody"), "where": "", "error": True}]}
    choices = Choices(
        doubtful=AGAIN if body.get("doubtful") else "",
        refused=AGAIN if body.get("refused") else SKIP,
        corrected=bool(body.get("corrected")),
    )
    try:
        seen = posting_of(request).look(str(body["edition"]), people, choices)
    except Wrong as wrong:
        return {"wrong": row_answers(wrong.rows, words)}
    return look_answer(seen, words)


def look_answer(seen: Look, words: StudioWords) -> Answer:
    """What was looked at, as the page shows it."""
    return {
        "number": seen.number,
        "count": len(seen.to_send),
        "send": words("send.send", count=len(seen.to_send)),
        "said": words("send.would", count=len(seen.to_send)) if seen.to_send else words("send.would_none"),
        "rest": [
            {
                "why": why,
                "says": words(f"send.rest_{why}", count=len(pairs)),
                "addresses": [str(each.address) for _, each in pairs[:MOST_NAMED]],
            }
            for why, pairs in seen.rest.items()
        ],
        "forms": forms_said(seen, words),
        "others": words("send.others", count=seen.mailing.others) if seen.mailing.others else "",
        "rows": row_answers(seen.rows, words),
    }


def forms_said(seen: Look, words: StudioWords) -> str:
    """How many get which form; "" where all get the same."""
    counts = Counter(form_in_words(parcel, words.language) for parcel, _ in seen.to_send)
    said = ", ".join(f"{count:,} {form}" for form, count in counts.items())
    return words("send.forms", forms=said) if len(counts) > 1 else ""


def message(request: Request) -> Response:
    """A message exactly as it would go out."""
    try:
        seen = posting_of(request).shown(int(request.path_params["number"]))
        pair = seen.to_send[int(request.path_params["place"])]
    except (KeyError, IndexError):
        return JSONResponse({"gone": True}, 404)
    return JSONResponse(message_answer(seen, pair, words_for(request)))


def message_answer(seen: Look, pair: Pair, words: StudioWords) -> Answer:
    """A message as a person reads it."""
    made: EmailMessage = seen.mailing.message(*pair)
    body = made.get_body(("plain",))
    files = [(part.get_filename(), len(part.get_content())) for part in made.iter_attachments()]
    return {
        "heads": [
            [words(f"send.head_{head.lower().replace('-', '_')}"), str(made[head])]
            for head in HEADS
            if made[head]
        ]
        + [[words("send.head_form"), form_in_words(pair[0], words.language)]],
        "text": body.get_content() if body else "",
        "files": [words("send.attached", name=name, size=size_words(size)) for name, size in files],
    }


# --- the words --------------------------------------------------------------------------------------


@deed
def write(request: Request, body: Answer) -> Answer:
    """Put the words of messages into their file, or take it away; what is wrong with them."""
    studio, words, language = studio_of(request), words_for(request), str(body["language"]).lower()
    saves, edition, by = saves_of(request), str(body["edition"]), str(body.get("tab", ""))
    if edition not in studio.seen.owners.editions or studio.seen.project.guide is None:
        raise KeyError(edition)
    if body.get("usual"):
        usual_words(saves, edition, language, words("send.words_step"), by)
    else:
        write_words(
            saves, edition, language, str(body["subject"]), str(body["text"]), words("send.words_step"), by
        )
    now = {each.language: each for each in words_of_mail(studio, studio.seen.project.guide, words.language)}
    each = now[language]
    return {
        "subject": each.subject,
        "text": each.text,
        "own": each.is_own,
        "rows": row_answers(each.rows, words),
    }


# --- sending ----------------------------------------------------------------------------------------


@deed
def test(request: Request, body: Answer) -> Answer:
    """Send what would go out to oneself."""
    words, address = words_for(request), parse_address(str(body["address"]).strip())
    if not isinstance(address, Address):
        says = words("send.no_address", address=str(body["address"]).strip())
        return {"wrong": [{"says": says, "where": "", "error": True}]}
    try:
        count = posting_of(request).test(str(body["edition"]), people_in(body), address)
    except Wrong as wrong:
        return {"wrong": row_answers(wrong.rows, words)}
    return {"said": words("send.tested", count=count, address=str(address))}


@deed
def go(request: Request, body: Answer) -> Answer:
    """Send what was looked at."""
    words = words_for(request)
    try:
        going = posting_of(request).go(int(body["number"]))
    except Wrong as wrong:
        return {"wrong": row_answers(wrong.rows, words)}
    return going_answer(going, words)


@deed
def stop(request: Request, body: Answer) -> Answer:
    """Send no more after the message that is being sent."""
    posting_of(request).stop()
    return {"said": words_for(request)("send.stopping")}


def state(request: Request) -> Response:
    """How far a mailing is, and how it ended."""
    going, words = posting_of(request).going, words_for(request)
    if going is None or going.edition != request.path_params["name"]:
        return JSONResponse({"gone": True}, 404)
    return JSONResponse(going_answer(going, words))


def going_answer(going: Going, words: StudioWords) -> Answer:
    """How far a mailing is, and how it ended, in words."""
    if not going.is_over:
        said = words("send.going", done=going.done, count=going.total)
        return {
            "over": False,
            "done": going.done,
            "total": going.total,
            "said": said,
            "more": [],
            "failed": [],
        }
    sent = going.counts.get(SENT, 0)
    left = going.counts.get("planned", 0)
    more = [words("send.stopped")] if going.stopped else []
    more += [words("send.ended", why=going.why)] if going.why else []
    more += [words("send.left", count=left)] if left else []
    more += [words("send.was_refused", count=count)] if (count := going.counts.get("refused", 0)) else []
    more += [words("send.was_doubtful", count=count)] if (count := going.counts.get("doubtful", 0)) else []
    failed = [{"address": each.key.address, "answer": each.answer} for each in going.failed[:MOST_NAMED]]
    said = words("send.done", count=sent) if sent else words("send.done_none")
    return {
        "over": True,
        "done": going.done,
        "total": going.total,
        "said": said,
        "more": more,
        "failed": failed,
    }


ROUTES = [
    Route("/editions/{name}/send", show),
    Route("/api/editions/{name}/send/state", state),
    Route("/api/editions/send/mail/{number:int}/{place:int}", message),
    Route("/api/editions/send/who", who, methods=["POST"]),
    Route("/api/editions/send/look", look, methods=["POST"]),
    Route("/api/editions/send/words", write, methods=["POST"]),
    Route("/api/editions/send/test", test, methods=["POST"]),
    Route("/api/editions/send/go", go, methods=["POST"]),
    Route("/api/editions/send/stop", stop, methods=["POST"]),
]
