"""Addresses on the web: a sheet that is published as CSV, the pages of a feed, a meeting server."""

import http.client
import json
import re
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import IO

from guide import __version__
from guide.errors import GuideError, Mark
from guide.expressions import expression
from guide.problems import sources as kinds
from guide.problems.kind import ProblemKind

SECONDS = 60  # that a server has for an answer
LARGEST = 100_000_000  # bytes of one answer
MOST_PAGES = 2_000
LOOPBACK = {"localhost", "127.0.0.1", "::1"}
SHEET = expression(
    r"https://docs\.google\.com/spreadsheets/d/(?!e/)([\w-]+)/(?:edit|view)?[^#]*(?:#gid=(\d+))?"
)


def is_address(name: str) -> bool:
    """Whether a source is an address on the web."""
    return re.match(r"(?i)https?://", name) is not None


def fetch(address: str) -> Iterator[tuple[str, bytes]]:
    """Yield (address, bytes) of an answer, and of the pages that follow it; raises GuideError where nothing comes."""
    first = export_address(address)
    data = fetch_one(first)
    yield address, data
    for page in following(first, data):
        yield page, fetch_one(page)


def export_address(address: str) -> str:
    """The address under which a Google sheet comes as CSV, where somebody copied the one of its editor."""
    found = SHEET.match(address)
    return (
        f"https://docs.google.com/spreadsheets/d/{found[1]}/export?format=csv&gid={found[2] or 0}"
        if found
        else address
    )


def following(address: str, data: bytes) -> Iterator[str]:
    """Yield the addresses of the further pages of a feed: those that it counts (`total_pages`)."""
    if data.lstrip()[:1] != b"{":
        return
    try:
        answer = json.loads(data)
    except ValueError:
        return  # told when it is read
    total, page = answer.get("total_pages"), answer.get("page_number", answer.get("page", 1))
    if isinstance(total, int) and isinstance(page, int):
        for number in range(page + 1, min(total, MOST_PAGES) + 1):
            yield page_address(address, number)


def page_address(address: str, number: int) -> str:
    """The address of a page."""
    parts = urllib.parse.urlsplit(address)
    asked = [(key, value) for key, value in urllib.parse.parse_qsl(parts.query) if key != "page"]
    return parts._replace(query=urllib.parse.urlencode([*asked, ("page", str(number))])).geturl()


def fetch_one(address: str) -> bytes:
    """What an address answers."""
    check_secure(address, address)
    request = urllib.request.Request(
        address, headers={"User-Agent": f"resource-guide/{__version__}", "Accept": "*/*"}
    )
    opener = urllib.request.build_opener(Redirects)
    try:
        with opener.open(request, timeout=SECONDS) as answer:
            data: bytes = answer.read(LARGEST + 1)
    except urllib.error.HTTPError as error:
        error.close()
        raise refused(kinds.NO_ANSWER, address, reason=f"{error.code} {error.reason}") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        reason = getattr(error, "reason", error)
        raise refused(kinds.NO_ANSWER, address, reason=str(reason) or type(error).__name__) from None
    if len(data) > LARGEST:
        raise refused(kinds.LARGE_SOURCE, address, limit=LARGEST // 1_000_000)
    return data


class Redirects(urllib.request.HTTPRedirectHandler):
    """Follows an address to another one, if that is secure too."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage | Message,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request for the address to which an answer leads."""
        try:
            check_secure(newurl, req.full_url)
        except GuideError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, newurl)  # type: ignore[arg-type]


def check_secure(address: str, named: str) -> None:
    """Stop where others on the way could change what comes; a server on this machine needs no secure line."""
    parts = urllib.parse.urlsplit(address)
    if parts.scheme.lower() != "https" and not (
        parts.scheme.lower() == "http" and parts.hostname in LOOPBACK
    ):
        raise refused(kinds.NOT_SECURE, named)


def refused(kind: ProblemKind, address: str, **values: str | int) -> GuideError:
    """The error about an address."""
    return GuideError([kind.at(Mark(Path(address)), **values)])
