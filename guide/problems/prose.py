"""Kinds of problem with texts in Markdown, with their links and mentions."""

from guide.problems.kind import ERROR, WARNING, ProblemKind
from guide.problems.reading import LINK

# --- Markdown ---------------------------------------------------------------------------------------

MARKDOWN = ProblemKind(
    "markdown",
    ERROR,
    "Markdown that is not printed: headings, tables, pictures",
    "this must be one paragraph",
    "divide it into items of the list",
)
HEADING = MARKDOWN.said(
    "a heading cannot be printed in a text", "write it as a paragraph of its own; ** makes it bold"
)
TABLE = MARKDOWN.said("a table cannot be printed in a text", "write it as a list")
FENCED_CODE = MARKDOWN.said(
    "a block of code cannot be printed in a text", "delete the line of marks above and below"
)
INDENTED_CODE = MARKDOWN.said(
    "a block of code cannot be printed in a text", "do not move the text in by four spaces"
)
SHORT_LINES = ProblemKind(
    "short-lines",
    WARNING,
    "short lines of a text that are printed one behind the other, as one paragraph",
    "{count} short lines are printed one behind the other, as one paragraph",
    'begin each with "- " to make a list, or leave an empty line between them',
    switchable=True,
)
HTML = MARKDOWN.said("HTML cannot be printed in a text", "write it as plain text")
QUOTATION = MARKDOWN.said("a quotation cannot be printed in a text", "delete the > at the beginning")
RULE = MARKDOWN.said("a rule cannot be printed in a text", "delete the line of dashes or stars")
QUOTED_CODE = MARKDOWN.said("code between back quotes cannot be printed in a text", "delete the back quotes")
LIST_IN_LIST = MARKDOWN.said("a list cannot stand inside another", "write it as one list")
LIST_NUMBER = MARKDOWN.said(
    "a numbered list begins with 1, not with {number}",
    "write a \\ before the mark after the {number} if it is no list",
)
TWO_PARAGRAPHS = MARKDOWN.said(
    "an item of a list has two paragraphs", "write it as one paragraph, or as two items"
)

# --- links and mentions -----------------------------------------------------------------------------

LINK_WITHOUT_WORDS = LINK.said("the link to {target} has no words", "write words between its brackets")
LINK_NOWHERE = LINK.said("a link leads nowhere", "write the address between its round brackets")
LINK_KIND = LINK.said(
    'a link cannot lead to "{target}"',
    "links begin with https://, http://, mailto: or tel:",
    guess="did you mean {near}?",
)
LINK_PART = LINK.said('"{target}" is not a whole address', "check it in a browser and paste it again")
UNKNOWN_MENTION = ProblemKind(
    "unknown-mention",
    ERROR,
    "a mention of a listing that there is not",
    '{owner}there is no listing with the id "{id}"',
    "write the id of a listing",
    guess="did you mean [[{near}]]?",
)
NO_MENTION = UNKNOWN_MENTION.said(
    '"[[{word}]]" is not the id of a listing', "write an id as in [[food-bank]]"
)
