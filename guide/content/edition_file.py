"""The keys of an edition that say what its file for reading is held to, and what it carries."""

from guide.problems import editions as kinds
from guide.reading.fields import Field, Kind
from guide.reading.kinds import choice, many, or_none
from guide.reading.source import Node, Source

STANDARDS = ("ua-1", "ua-2")
ATTACHED = ("text", "web")  # forms of an edition that its file can carry
ONE_OF = choice(ATTACHED, kinds.ATTACHED, {"txt": "text", "plain text": "text", "html": "web"})


def read_attached(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """The forms that are attached, each once."""
    found = many(ONE_OF).read(node, key, source)
    return None if found is None else tuple(dict.fromkeys(found))


OF_THE_FILE = (
    Field(
        "standard",
        choice(
            STANDARDS,
            kinds.STANDARD,
            {"pdf/ua-1": "ua-1", "pdf/ua-2": "ua-2", "ua1": "ua-1", "ua2": "ua-2"},
        ),
        "What the file for reading is held to: ua-1 (PDF/UA-1 and PDF/A-2a, the usual) or ua-2 (PDF/UA-2, WTPDF and PDF/A-4).",
    ),
    Field(
        "attach",
        or_none(Kind(read_attached, many(choice(ATTACHED, kinds.ATTACHED)).schema)),
        "Other forms of the edition that its PDF carries inside: text (plain text), web (a web page), or both; none if it is not given.",
        also="attachment attachments attached",
    ),
)
