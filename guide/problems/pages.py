"""Kinds of problem with pages of the guide's own, and with the pictures on them."""

from guide.problems.kind import ERROR, ProblemKind
from guide.problems.pictures import IMAGE
from guide.problems.prose import MARKDOWN

# --- their heads ------------------------------------------------------------------------------------

OWN_PAGE = ProblemKind(
    "own-page",
    ERROR,
    "a page of the guide's own that does not say its title, stands nowhere, or is empty",
    "a page begins with a line of three dashes, its title, and three dashes again",
    "write --- on the first line, title: Welcome on the second, and --- on the third",
)
HEAD_OPEN = OWN_PAGE.said(
    "the keys at the top of the page have no end", "write a line of three dashes below them"
)
EMPTY_PAGE = OWN_PAGE.said(
    "the page has no text", "write one below the second line of dashes, or delete the page"
)
UNKNOWN_PLACE = OWN_PAGE.said(
    'the page stands behind "{word}", which there is not',
    "write {choices}, or the id of a section",
)
SIDE = OWN_PAGE.said('"{key}" is "{word}" here', "write right, or leave it out")
PAGE_NAME = OWN_PAGE.said("another page has this name too: {other}", "give one of the files another name")

# --- what stands on them ----------------------------------------------------------------------------

HEADING_LEVEL = MARKDOWN.said(
    "there are two levels of headings below the title of a page",
    "write ## for the first and ### for the second",
)
IN_A_LIST = MARKDOWN.said(
    "a heading or a coupon cannot stand in a list", "put a blank line before it, and do not move it in"
)
COUPON_IN_COUPON = MARKDOWN.said(
    "a coupon cannot stand inside another", "write one > before each of its lines"
)
PICTURE_ALONE = IMAGE.said(
    'the picture "{name}" stands within a text',
    "put it in a paragraph of its own, with a blank line above and below, and in no list or coupon",
)
NO_PICTURE = IMAGE.said("a picture has no file", "write its name between its round brackets")
PICTURE_WITHOUT_WORDS = IMAGE.said(
    'the picture "{name}" has no words',
    "say between its square brackets what it shows, for people who cannot see it",
)
PICTURE_WIDTH = IMAGE.said(
    'behind a picture stands "{word}", which is no width',
    "write one of {widths}, and its caption on the next line",
)
NO_CAPTION = IMAGE.said(
    'the picture "{name}" fills its page and has no room for a caption', "delete the line below it"
)
