"""What the views have in common: the studio behind a request, and deeds, with an answer for each way in which one can fail."""

from __future__ import annotations

import errno
import json
import time
from collections.abc import Awaitable, Callable
from functools import wraps
from pathlib import Path
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from guide.content import checks
from guide.content.edit import Plain
from guide.errors import GuideError
from guide.output import Kept
from guide.studio.broken import broken_in
from guide.studio.findings import Finding, said
from guide.studio.history import IMPORT
from guide.studio.owners import (
    EDITION_KIND,
    LISTING,
    PAGE_KIND,
    SECTION_KIND,
    STYLE_KIND,
    TRANSLATION,
    Owner,
    owner_of,
)
from guide.studio.pages import words_for
from guide.studio.saves import Conflict, Saves
from guide.studio.studio import Studio
from guide.studio.typed import seen

FULL = (errno.ENOSPC, errno.EDQUOT)
HELD = (errno.EBUSY, errno.ETXTBSY)
HELD_ON_WINDOWS = (5, 32)  # it does not replace a file that another program has open
GROUPS = ("cover", SECTION_KIND, PAGE_KIND)  # of translations, that have an address of their own
Answer = dict[str, Any]
Deed = Callable[[Request, Any], Answer]


def studio_of(request: Request) -> Studio:
    studio: Studio = request.app.state.studio
    return studio


def saves_of(request: Request) -> Saves:
    saves: Saves = request.app.state.saves
    return saves


def address_of(owner: Owner) -> str:
    """Where an owner is shown."""
    if owner.kind == LISTING:
        return f"/guide/{owner.id}"
    if owner.kind == STYLE_KIND:
        return f"/guide/{owner}"
    if owner.kind == EDITION_KIND:
        return f"/editions/{owner.id}/change"
    if owner.kind == IMPORT:
        return "/import"
    if owner.kind == TRANSLATION:
        return f"/translate/{shown_group(owner.id)}"
    return f"/guide/{owner}" if owner.kind in (SECTION_KIND, PAGE_KIND) else "/guide/cover"


def shown_group(translation: str) -> str:
    """ "es/section/food": the language of a translation, and the group where it is known."""
    language, _, group = translation.partition("/")
    return translation if group.partition("/")[0] in GROUPS else language


def finding_row(finding: Finding) -> Answer:
    """A finding as the browser is given it."""
    return {
        "owner": str(finding.owner) if finding.owner else "",
        "address": address_of(finding.owner) if finding.owner else "",
        "path": "-".join(finding.path),
        "says": finding.says,
        "error": finding.is_error,
        "name": finding.name,
        "can_be_off": can_be_off(finding),
    }


def can_be_off(finding: Finding) -> bool:
    """Whether a listing may say that this is not wrong there."""
    is_one = finding.owner is not None and finding.owner.kind == LISTING
    return is_one and not finding.is_error and checks.can_be_off(finding.name)


def deed(work: Deed) -> Callable[[Request], Awaitable[Response]]:
    """A route that changes something, with an answer for each way in which it can fail."""

    @wraps(work)
    async def answer(request: Request) -> Response:
        try:
            body = seen(json.loads(await request.body()))
            if not isinstance(body, dict):
                raise ValueError
            return JSONResponse(await run_in_threadpool(work, request, body))
        except Conflict as conflict:
            when = time.strftime("%H:%M", time.localtime(conflict.when))
            return JSONResponse({"conflict": conflict.keys, "owner": str(conflict.owner), "when": when}, 409)
        except KeyError:
            return JSONResponse({"gone": True, "refused": why_gone(request)}, 404)
        except Kept as error:
            return JSONResponse(held(request, error.problems[0].mark.path), 507)
        except GuideError as error:
            return JSONResponse({"refused": said(error.problems[0], "")}, 422)
        except OSError as error:
            return JSONResponse(not_written(request, error), 507)
        except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
            return JSONResponse({"refused": "This is not what the studio sends."}, 400)

    return answer


async def fault(request: Request, error: Exception) -> Response:
    """The answer where the studio itself has made a mistake: it goes on, and what was typed stays in its field."""
    says = words_for(request)("refused.fault")
    return JSONResponse({"refused": says}, 500) if request.method == "POST" else PlainTextResponse(says, 500)


def why_gone(request: Request) -> str:
    """Why something is not there: it was deleted, or is in a file that cannot be read."""
    words, studio = words_for(request), getattr(request.app.state, "studio", None)
    lost = next(iter(broken_in(studio).values()), None) if studio else None
    return words("refused.unread", file=lost.name, line=lost.line) if lost else words("refused.gone")


def held(request: Request, path: Path) -> Answer:
    """What is said where another program holds a file, or writes it all the time: then it is tried again."""
    return {"refused": words_for(request)("refused.held", file=path.name), "held": True}


def not_written(request: Request, error: OSError) -> Answer:
    """What is said where a file cannot be written."""
    words = words_for(request)
    if error.errno in FULL:
        return {"refused": words("refused.full"), "full": True}
    path = Path(str(error.filename or ""))
    if error.errno in HELD or getattr(error, "winerror", 0) in HELD_ON_WINDOWS:
        return held(request, path)
    why, studio = error.strerror or str(error), getattr(request.app.state, "studio", None)
    if studio and path.is_relative_to(studio.out):  # of the studio's own, whose names say nothing to anybody
        return {"refused": words("refused.place", folder=str(studio.out), why=why)}
    return {"refused": words("refused.cannot", file=path.name, why=why) if path.name else f"{why}."}


def plain_or_none(value: Any, depth: int = 0) -> Plain | None:
    """What the browser has sent, if it is texts, lists and mappings; ValueError for anything else."""
    if value is None and not depth:
        return None
    if isinstance(value, str):
        return value.replace("\r\n", "\n")
    if isinstance(value, list) and depth < 9:
        return [each for one in value if (each := plain_or_none(one, depth + 1)) is not None]
    if isinstance(value, dict) and depth < 9:
        pairs = ((key, plain_or_none(each, depth + 1)) for key, each in value.items())
        return {key: each for key, each in pairs if each is not None}
    raise ValueError


def named(body: Answer) -> str:
    """The name that something new gets; ValueError for none."""
    name = " ".join(str(body["name"]).split())
    if not name:
        raise ValueError
    return name[:300]


def own_in(body: Answer, kind: str) -> str:
    """The id of what is meant; KeyError where it is of another kind."""
    owner = owner_of(str(body["owner"]))
    if owner.kind != kind:
        raise KeyError(str(owner))
    return owner.id
