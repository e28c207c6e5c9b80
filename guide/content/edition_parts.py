"""The keys of an edition that say which parts stand beside its listings: contents, what page 2 tells, index, form."""

from guide.model.edition import FRONT, INDEX_PARTS, NEWS_PLACES, NOWHERE, PAGE_2
from guide.problems import editions as kinds
from guide.reading.fields import Field, Kind
from guide.reading.kinds import FLAG, choice, many, or_none
from guide.reading.source import Node, Source

CONTENTS = ("listing", "section", "none")
INDEX = many(choice(INDEX_PARTS, kinds.INDEX_PART))


def read_index(node: Node, key: str, source: Source) -> tuple[str, ...] | None:
    """Parts of the index in their order."""
    parts = INDEX.read(node, key, source)
    return parts and tuple(each for each in INDEX_PARTS if each in parts)


def front(name: str, purpose: str) -> Field:
    """The key of a part that stands on page 2 or nowhere."""
    also = {"yes": PAGE_2, "true": PAGE_2, "no": NOWHERE, "false": NOWHERE}
    return Field(name, choice(FRONT, kinds.FRONT, also), f"{purpose}: page 2, or none.")


PARTS = (
    Field(
        "contents",
        choice(CONTENTS, kinds.CONTENTS, {"no": "none", "false": "none"}),
        "listing (each with its page), section (with the numbers of its listings) or none; as page 2 has room if it is not given.",
    ),
    front("how_to_use", "How to use the guide, in steps"),
    front("signs", "What the signs on the pages mean"),
    front("about", "Who hands the guide out, and how much of it is checked"),
    Field(
        "news",
        choice(
            NEWS_PLACES, kinds.NEWS_PLACE, {"yes": PAGE_2, "true": PAGE_2, "no": NOWHERE, "false": NOWHERE}
        ),
        "What is new since the edition before: page 2 (behind the contents), listings or index (behind these), or none.",
        also="new what_is_new",
    ),
    Field(
        "index",
        or_none(Kind(read_index, INDEX.schema)),
        "What the index goes by: name, place, topic, or some of them; or no.",
    ),
    Field("form", FLAG, "No leaves out the page to tell what is wrong."),
)
