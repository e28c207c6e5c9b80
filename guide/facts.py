"""The facts of a listing: short texts with a label, in the order of print, a row each.

A row is all that a fact needs beside its field in `guide.model.Facts`: it is read from the content, checked, printed,
asked for on the call sheet, translated, and stands in the schema and in docs/keys.md. Named as in HSDS where it has a name.
"""

from typing import NamedTuple


class Fact(NamedTuple):
    """A text with a label."""

    key: str  # of the content, and the field of a Listing
    label: str  # in print, in English; other languages have theirs under `facts` in guide/languages/
    question: str  # on the call sheet
    meaning: str  # for the schema and the docs
    other_keys: str = ""  # what else people call it
    separator: str = ""  # between the texts of a list; "": it is one text
    translated: bool = True
    short: str = ""  # the label on the call sheet, where the whole one takes two lines there
    usual: bool = True  # asked for where the guide has none
    wanted: str = ""  # what the call sheet says where the guide has none; the label where that says it


FACTS = (
    Fact(
        "eligibility_description",
        "Who can use it",
        "Who can use it?",
        "Who may come.",
        "eligibility",
        short="Who",
    ),
    Fact(
        "fees_description",
        "Cost",
        "What does it cost?",
        "What else there is to know of the cost.",
        "fees price",
    ),
    Fact(
        "required_documents",
        "Bring",
        "What should people bring?",
        "What to bring.",
        "documents what_to_bring bring",
        separator="; ",
        wanted="what to bring",
    ),
    Fact(
        "how_to_apply",
        "How to apply",
        "How do people apply?",
        "How to apply, or to get a place.",
        "application_process apply intake",
        usual=False,
    ),
    Fact(
        "waiting_time",
        "Waiting time",
        "How long do people wait?",
        "How long people wait for it.",
        "wait_time wait waiting waiting_list",
        usual=False,
    ),
    Fact(
        "languages",
        "Languages",
        "Which languages do you speak?",
        "Languages that are spoken.",
        separator=", ",
    ),
    Fact(
        "accessibility",
        "Access",
        "Are there steps, a lift, a wheelchair toilet?",
        "Steps, lifts, hearing loops and the like.",
        "wheelchair",
    ),
    Fact(
        "transportation",
        "Getting there",
        "How do people get there?",
        "How to get there.",
        "directions",
        short="Way there",
        wanted="the way there",
    ),
)
FACT_KEYS = tuple(fact.key for fact in FACTS)

# What to know before one goes; the others say what the place is like.
NEEDED = frozenset(("eligibility_description", "fees_description", "required_documents", "how_to_apply"))

# What one office may have of its own.
OFFICE_FACTS = ("languages", "accessibility", "transportation")
