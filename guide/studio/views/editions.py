"""The view of the editions: what is ready, what has changed since, what cannot be made; and making them."""

from __future__ import annotations

import time
from datetime import date
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response
from starlette.routing import Route

from guide.formats import BOOK, LARGE_PRINT_SIZE
from guide.language.files import language_name
from guide.language.words import words_in
from guide.mail.messages import OTHER_TYPE, TYPES
from guide.manifest import Manifest
from guide.model import Edition
from guide.page_sizes import LARGE
from guide.project import Project
from guide.studio.findings import finding_of
from guide.studio.making import Pages
from guide.studio.new_edition import KINDS
from guide.studio.owners import EDITION_KIND, LISTING, TRANSLATION, Owner, edition_name
from guide.studio.pages import page, words_for
from guide.studio.shelf import MAKING, NEEDED, Book, Shelf, names_in, standing
from guide.studio.studio import Studio
from guide.studio.translations import parts_of
from guide.studio.trial import CHOICE, placed
from guide.studio.views.deeds import address_of, deed, studio_of
from guide.studio.wording import StudioWords

LEAST_COIN = 0.01
PAGE = ".html"
APART = (  # what a page has itself, and that it belongs to nobody
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; font-src data:; "
    "form-action 'none'; base-uri 'none'; sandbox allow-scripts allow-downloads allow-modals allow-popups allow-top-navigation"
)


def shelf_of(request: Request) -> Shelf:
    """The shelf of the studio."""
    shelf: Shelf = request.app.state.shelf
    return shelf


# --- the page ---------------------------------------------------------------------------------------


def show(request: Request) -> Response:
    """A card for each edition."""
    shelf, studio, words = shelf_of(request), studio_of(request), words_for(request)
    books = shelf.books()
    guide = studio.seen.project.guide
    edition = guide.edition if guide else None
    colours = words_in(words.language).colours
    return page(
        request,
        "editions.html",
        view="editions",
        cards=[card_of(each, shelf, words) for each in books],
        needed=[each.name for each in books if each.state in NEEDED],
        pages=shelf.making.pages,
        kinds=[[kind, words(f"choices.{kind}")] for kind in KINDS],
        this=words(
            "editions.this",
            number=edition.number,
            colour=colours.get(edition.colour, edition.colour).lower(),
            day=words_in(words.language).full_date(edition.date),
        )
        if edition
        else "",
    )


def card_of(book: Book, shelf: Shelf, words: StudioWords) -> dict[str, Any]:
    """What a card says."""
    studio, manifest = shelf.studio, book.manifest
    name = edition_name(book.name)
    when = when_words(book.made_at, words) if book.made_at else ""
    return {
        "id": book.name,
        "name": words("editions.usual", name=name) if book.edition and book.edition.default else name,
        "kind": kind_words(book.edition, studio, words) if book.edition else "",
        "sums": sums_of(manifest, words) if manifest else [],
        "state": book.state,
        "retry": book.retry,
        "change": address_of(Owner(EDITION_KIND, book.name)) if can_be_changed(book.name, studio) else "",
        "cover": shelf.has_cover(book),
        "says": making_words(shelf.making.pages, words)
        if book.state == MAKING
        else words(f"editions.{book.state}", when=when),
        "made": when,
        "stamp": int(book.made_at * 1000),
        "what": difference_words(book, words),
        "all": difference_rows(book, words),
        "outdated": outdated_words(book.edition, studio.seen.project, words) if book.edition else [],
        "files": [file["name"] for file in manifest["files"]] if manifest else [],
        "on_screen": bool(book.edition and not book.edition.made_as.is_paper),
        **why_of(book, studio, words),
    }


def can_be_changed(name: str, studio: Studio) -> bool:
    """Whether what the file of an edition says can be shown in a form."""
    try:
        return bool(studio.seen.owners.values_of(Owner(EDITION_KIND, name)))
    except KeyError:
        return False


def why_of(book: Book, studio: Studio, words: StudioWords) -> dict[str, str]:
    """Why an edition cannot be made, and the address of the field in which that can be mended."""
    if book.why is None:
        return {
            "why": words("editions.ended") if book.state == "broken" else "",
            "cure": "",
            "go": "",
            "where": "",
        }
    finding = placed(finding_of(book.why, studio.seen.owners), studio)
    field = f"#w-{'-'.join(finding.path)}" if finding.path else ""
    cure = f"{address_of(finding.owner)}{field}" if finding.owner else ""
    is_own = finding.owner == Owner(EDITION_KIND, book.name)
    has_name = finding.owner is not None and finding.owner.kind != TRANSLATION and not is_own
    name = studio.name_of(finding.owner) if finding.owner and has_name else ""
    return {
        "why": f"{name}: {finding.says}" if name else finding.says,
        "cure": cure,
        "go": words("editions.choose" if is_own and finding.path[:1] == CHOICE else "editions.cure"),
        "where": "" if cure else finding.where,
    }


def kind_words(edition: Edition, studio: Studio, words: StudioWords) -> str:
    """ "Letter, both sides, English, 18 point"."""
    made_as, guide = edition.made_as, studio.seen.project.guide
    codes = edition.languages or ((guide.language,) if guide else ())
    languages = [language_name(code, words.language) for code in codes]
    kind = made_as.kind.replace(" ", "_") if made_as.is_paper else made_as.name
    how = words(f"editions.kinds.{kind}") if made_as.kind != BOOK else ""
    press = edition.press.replace("-", "_")
    if made_as.kind == BOOK and words.has(f"editions.presses.{press}"):
        how = words(f"editions.presses.{press}", count=edition.up)
    points = edition.body_size or (LARGE_PRINT_SIZE if edition.format == LARGE else 0)
    size = words("editions.points", size=f"{points:g}") if points else ""
    paper = f"editions.papers.{made_as.paper.partition(' ')[0].lower()}"
    return ", ".join(
        filter(None, (words(paper) if words.has(paper) else made_as.paper, how, *languages, size))
    )


def sums_of(manifest: Manifest, words: StudioWords) -> list[tuple[str, str]]:
    """[("58", "pages"), ...]: pages, sheets, the cost of a copy where it is known; of what is on no paper, its listings."""
    pages, sheets, copies, cost = (manifest[key] for key in ("pages", "sheets", "copies", "cost"))
    if not pages:  # it is read on a screen
        return [
            (f"{len(manifest['listings']):,}", words("editions.listings", count=len(manifest["listings"])))
        ]
    sums = [(f"{pages:,}", words("editions.pages", count=pages))]
    on = words("editions.sheets", count=sheets)
    sums.append((f"{sheets:,}", words("editions.for_copies", sheets=on, copies=copies) if copies > 1 else on))
    if cost:
        sums.append((cost_words(cost), words("editions.a_copy")))
    return sums


def cost_words(cost: float) -> str:
    """What a copy costs."""
    return f"{cost:.2f}" if cost >= LEAST_COIN else f"{cost:.2g}"


def making_words(pages: Pages, words: StudioWords) -> str:
    """ "Being made: 41 of about 70 pages"."""
    return (
        words("editions.making_pages", done=pages.done, count=pages.about)
        if pages.about
        else words("editions.making")
    )


def difference_words(book: Book, words: StudioWords) -> str:
    """ "2 listings changed, 1 new.", or that it is no listing; nothing where nobody knows."""
    found = book.difference
    if found is None:
        return ""
    if not any(found):
        return words("editions.changed_other")
    counts = {name: len(some) for name, some in found._asdict().items() if some}
    first = next(iter(counts))
    parts = [
        words(f"editions.{'first' if name == first else 'did'}_{name}", count=count)
        for name, count in counts.items()
    ]
    return ", ".join(parts) + "."


def outdated_words(edition: Edition, project: Project, words: StudioWords) -> list[str]:
    """ "9 texts in Spanish are out of date.", for each language of an edition in which there are some."""
    own = project.guide.language if project.guide else ""
    said = []
    for language in edition.languages:
        parts = parts_of(project, language) if language != own else ()
        count = sum(len(part.translation.outdated(part.texts.units)) for part in parts)
        if count:
            name = language_name(language, words.language)
            said.append(words("editions.outdated", count=count, language=name))
    return said


def difference_rows(book: Book, words: StudioWords) -> list[dict[str, str]]:
    """Each listing that is another, with what has become of it, and its address where it is still there."""
    return [
        {
            "name": each.name,
            "did": words(f"editions.was_{did}"),
            "address": "" if did == "gone" else address_of(Owner(LISTING, each.id)),
        }
        for did, some in (book.difference._asdict() if book.difference else {}).items()
        for each in some
    ]


def when_words(when: float, words: StudioWords) -> str:
    """ "today at 10:20", "November 20, 2026"."""
    then = time.localtime(when)
    day = date(then.tm_year, then.tm_mon, then.tm_mday)
    if then[:3] == time.localtime()[:3]:
        return words("editions.today", time=time.strftime("%H:%M", then))
    return words_in(words.language).full_date(day)


# --- files ------------------------------------------------------------------------------------------


def cover(request: Request) -> Response:
    """The first page of an edition as a picture: of its file, else as it would be made now."""
    try:
        picture = shelf_of(request).cover(request.path_params["name"])
    except (OSError, KeyError, IndexError, AssertionError):
        return PlainTextResponse("There is no such page.", 404)
    return Response(picture, media_type="image/png")


def files_of(studio: Studio, name: str) -> Manifest | None:
    """The manifest of an edition's files, None where there are none, or no such edition."""
    return standing(studio.out / name) if name in names_in(studio.seen.project) else None


def download(request: Request) -> Response:
    """A file of an edition; only what its manifest names."""
    studio = studio_of(request)
    name, wanted = request.path_params["name"], request.path_params["file"]
    manifest = files_of(studio, name)
    for file in manifest["files"] if manifest else ():
        if file["name"] == wanted and Path(wanted).name == wanted:
            return file_answer(studio.out / name / wanted)
    return PlainTextResponse("There is no such file.", 404)


def file_answer(path: Path) -> FileResponse:
    """A file to be kept, or a web page to be looked at: as if it were from elsewhere, with no way into the studio."""
    if path.suffix == PAGE:
        return FileResponse(path, media_type="text/html", headers={"content-security-policy": APART})
    return FileResponse(path, filename=path.name, media_type=TYPES.get(path.suffix, OTHER_TYPE))


# --- deeds ------------------------------------------------------------------------------------------


@deed
def make(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Make editions: those that are named, or all that need it."""
    shelf = shelf_of(request)
    wanted = body.get("names")
    known = {book.name: book for book in shelf.books()}
    names = [name for name, book in known.items() if book.state in NEEDED] if wanted is None else wanted
    for name in names:
        if known[name].edition is None:
            raise KeyError(name)
    shelf.making.make(names, shelf.digest())
    return {"names": names}


@deed
def stop(request: Request, body: dict[str, Any]) -> dict[str, Any]:
    """Make an edition no more."""
    shelf_of(request).making.stop(str(body["name"]))
    return {}


ROUTES = [
    Route("/editions", show),
    Route("/editions/{name}/cover.png", cover),
    Route("/editions/{name}/files/{file}", download),
    Route("/api/editions/make", make, methods=["POST"]),
    Route("/api/editions/stop", stop, methods=["POST"]),
]
