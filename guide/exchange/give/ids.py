"""Ids of what is given out: the same at every run, made of the ids of content."""

from uuid import UUID, uuid5

SPACE = UUID("5b0c6a0e-9c1d-5d0b-8f3a-2f7c9d1e4a60")  # of this program; any other would do


def id_of(kind: str, *names: str | int) -> str:
    """The id of a thing of a kind, known by its listing's id and what tells it from others there."""
    return str(uuid5(SPACE, "\0".join((kind, *map(str, names)))))
