"""Kinds of problem with YAML, in words for somebody who has never heard of it."""

from guide.problems.kind import ERROR, ProblemKind

QUOTES = "put the whole text in double quotes"

ALIAS = ProblemKind(
    "alias",
    ERROR,
    "a text that begins with &, * or !, which mean something to YAML",
    "a text cannot begin with *: that would be an alias, and content uses none{more}",
    QUOTES,
)
ANCHOR = ALIAS.said(
    "a text cannot begin with &: that would be an anchor, and content uses none{more}", QUOTES
)
TAG = ALIAS.said("a text cannot begin with !: that would be a tag, and content uses none{more}", QUOTES)
COMMENT = ProblemKind(
    "comment",
    ERROR,
    "a # that was meant as part of a text, but begins a comment",
    'from "{text}" on, this line is left out as a comment',
    "put the whole text in double quotes, or write a space after the # of a comment",
)
SECOND_DOCUMENT = ProblemKind(
    "second-document",
    ERROR,
    "a line of three dashes in a file",
    'a line of three dashes ("---") begins a second document here',
    "delete the line, or begin a new file",
)
TAB = ProblemKind(
    "tab",
    ERROR,
    "a line that is moved in with a tab",
    "this line is moved in with a tab",
    "use spaces, two for each step",
)
SPACES = "type spaces in its place; web pages and word processors write such characters"
ODD_SPACE = ProblemKind(
    "odd-space",
    ERROR,
    "a no-break space or another that is no plain one, where a line is moved in or after a colon or dash",
    "this line is moved in with {space}, which only looks like a space",
    SPACES,
)
ODD_SPACE_AFTER = ODD_SPACE.said(
    "after the {sign} stands {space}, which only looks like a space",
    SPACES,
)

# --- what the parser says ---------------------------------------------------------------------------

NOT_YAML = ProblemKind(
    "not-yaml",
    ERROR,
    "a line that YAML cannot read",
    "this cannot be read",
    "compare the line, and the one above, with lines that work",
)
NOT_CONTENT = NOT_YAML.said("this file cannot be read as content", "compare it with another section")
GOES_ON = NOT_YAML.said("the text goes on after {last}, which ends what began with {first}", QUOTES)
GOES_ON_QUOTED = NOT_YAML.said(
    "the text goes on after {last}, which ends what began with {first}", "put the whole text in single quotes"
)
_NO_CHARACTER = NOT_YAML.said("the code after this backslash is not a character", "type the character itself")
_CANNOT_BEGIN = NOT_YAML.said("a text cannot begin with {character} here", QUOTES)
_DOES_NOT_FIT = NOT_YAML.said(
    "this line does not fit under the ones above it",
    "move it so that it begins exactly below the line it belongs with; write it as key: text",
)

NO_SPACE_AFTER_DASH = NOT_YAML.said("after the dash stands no space", "write a space after -, as in - {key}:")
NO_SPACE_AFTER_COLON = NOT_YAML.said(
    "after {key}: stands no space", "write a space after the colon, as in {key}: text"
)
MOVED_IN = NOT_YAML.said(
    "this line is moved in by {here} spaces, and the line above that it goes with by {there}",
    "let {key}: begin exactly below {above}:",
)
SECOND_COLON = NOT_YAML.said(
    'there is a second ": " in the text after {key}:',
    "because of the colon, put the whole text in double quotes: {mended}",
)

# Part of what libyaml or PyYAML says, and how it is said here. The first that fits is taken.
SAYINGS = (
    (
        "mapping values are not allowed",
        NOT_YAML.said(
            'there is a second ": " on this line, or the line above is not finished',
            "if the colon belongs to the text, " + QUOTES,
        ),
    ),
    (
        "scanning a quoted scalar",
        NOT_YAML.said(
            "the text that begins here with a quotation mark never ends",
            'add the same mark at its end, or \\" for a mark inside it',
        ),
    ),
    (
        "unknown escape character",
        NOT_YAML.said(
            "a backslash in double quotes is followed by a character that means nothing here",
            "write two backslashes, or use single quotes",
        ),
    ),
    ("escape", _NO_CHARACTER),
    ("expected hexdecimal", _NO_CHARACTER),
    (
        "expected ',' or ']'",
        NOT_YAML.said(
            "the list that begins here with [ is not closed, or text follows after it",
            "close it with ], or " + QUOTES + " if it is not a list",
        ),
    ),
    (
        "expected ',' or '}'",
        NOT_YAML.said(
            "the group that begins here with {{ is not closed, or text follows after it",
            "close it with }}, or " + QUOTES,
        ),
    ),
    ("cannot start any token", _CANNOT_BEGIN),
    ("node content", _CANNOT_BEGIN),
    ("mapping keys", NOT_YAML.said("a text cannot begin with ? here", QUOTES)),
    (
        "sequence entries",
        NOT_YAML.said('a "- " cannot stand here', "begin a new line for each item of a list"),
    ),
    (
        "expected '-' indicator",
        NOT_YAML.said(
            "this line belongs to no item of the list", 'begin it with "- ", or move it under its item'
        ),
    ),
    (
        "block scalar",
        NOT_YAML.said(
            "a text that begins with | or > begins on the next line",
            "begin the text on the line below, further to the right",
        ),
    ),
    (
        "could not find expected ':'",
        NOT_YAML.said(
            'this line has no ": "',
            "write it as key: text, or move it to the right if it goes on with the text above",
        ),
    ),
    ("expected <block end>", _DOES_NOT_FIT),
    ("expected key", _DOES_NOT_FIT),
    (
        "anchor",
        NOT_YAML.said("a text cannot begin with &: that would be an anchor, and content uses none", QUOTES),
    ),
    (
        "alias",
        NOT_YAML.said("a text cannot begin with *: that would be an alias, and content uses none", QUOTES),
    ),
    ("tag", NOT_YAML.said("a text cannot begin with !: that would be a tag, and content uses none", QUOTES)),
    ("directive", NOT_YAML.said("a line cannot begin with % here", QUOTES)),
    (
        "document start",
        NOT_YAML.said(
            "what stands above is finished, and this does not belong to it",
            "check how far this line is moved in; "
            + QUOTES
            + " if a text begins with a bracket or a quotation mark",
        ),
    ),
)
SYNTAX = frozenset(
    kind.name for kind in (ALIAS, TAB, ODD_SPACE, NOT_YAML)
)  # after which a part of a file is missing
