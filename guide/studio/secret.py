"""The secret in the address of the studio: kept for a folder for twelve hours, so that a tab survives a restart."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import time
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from guide.output import Rule, write_atomically

KEPT = 12 * 60 * 60  # seconds


class Door(NamedTuple):
    """By what the studio of a folder is entered."""

    secret: str
    port: int  # 0: any that is free
    salt: str = (
        ""  # of the tokens of secret streets, which are in the history for longer than the secret is kept
    )


def state_folder() -> Path:
    """Where programs keep what is neither work nor setting, for this user alone."""
    named = os.environ.get("LOCALAPPDATA") if os.name == "nt" else os.environ.get("XDG_STATE_HOME")
    return (Path(named) if named else Path.home() / ".local" / "state") / "make-guide" / "studio"


def kept_at(content: Path) -> Path:
    """The file of a folder's secret."""
    name = hashlib.sha256(str(content.resolve()).encode("utf-8", "surrogateescape")).hexdigest()[:32]
    return state_folder() / f"{name}.json"


def open_door(content: Path, now: float | None = None) -> Door:
    """The secret and port that a folder had in the last twelve hours, else new ones."""
    salt = secrets.token_urlsafe(32)
    with suppress(OSError, ValueError, KeyError, TypeError):
        path = kept_at(content)
        if os.name != "nt" and path.stat().st_mode & 0o077:
            raise ValueError  # others may have read it
        row = json.loads(path.read_bytes())
        salt = str(row.get("salt") or salt)
        if float(row["until"]) > (now or time.time()) and len(str(row["secret"])) >= 32:
            return Door(str(row["secret"]), int(row["port"]), salt)
    return Door(secrets.token_urlsafe(32), 0, salt)


def keep_door(content: Path, door: Door, now: float | None = None) -> None:
    """Keep the secret and the port of a folder, readable by the user alone."""
    row = {"secret": door.secret, "port": door.port, "until": (now or time.time()) + KEPT, "salt": door.salt}
    with suppress(OSError):  # a home that cannot be written: then a restart has another secret
        write_atomically(kept_at(content), json.dumps(row).encode(), Rule(is_kept), private=True)


def is_kept(data: bytes) -> bool:
    """Whether this is a file that `keep_door` wrote."""
    return data.startswith(b'{"secret": ')
