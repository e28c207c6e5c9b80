"""Kinds of problem with pictures that content names."""

from guide.problems.kind import ERROR, WARNING, ProblemKind

IMAGE = ProblemKind(
    "image",
    ERROR,
    "a picture that is missing, has no words, is neither PNG nor JPEG, is cut off or damaged, moves, or has over 50 million pixels",
    'the picture "{name}" cannot be read',
    "check its name and who may read it",
)
IMAGE_IN_TEXT = IMAGE.said(
    'the picture "{name}" cannot be printed in a text', "delete it, and say what it shows"
)
IMAGE_OUTSIDE = IMAGE.said('the picture "{name}" is outside the content folder', "copy it into the folder")
NO_IMAGE = IMAGE.said(
    'there is no picture "{name}"', "check its name; it is looked for in the content folder"
)
IMAGE_WITHOUT_WORDS = IMAGE.said(
    "the logo has no logo_alternate_text",
    "say in a few words what it shows, for people who cannot see it",
)
IMAGE_BYTES = IMAGE.said('the picture "{name}" has {size} MB, more than {most}', "save it smaller")
IMAGE_FORM = IMAGE.said('the picture "{name}" is {form}neither PNG nor JPEG', "save it as PNG or JPEG")
IMAGE_BEGINNING = IMAGE.said(
    'the picture "{name}" is damaged where it begins', "save it again as PNG or JPEG"
)
IMAGE_DAMAGED = IMAGE.said(
    'the picture "{name}" is cut off or damaged ({reason})', "save it again as PNG or JPEG"
)
IMAGE_MOVES = IMAGE.said(
    'the picture "{name}" moves: it holds {count} pictures', "save one of them as PNG or JPEG"
)
SMALLER = "save it smaller; {side} pixels a side are enough for print"
IMAGE_PIXELS = IMAGE.said(
    'the picture "{name}" has {pixels:.0f} million pixels, which is more than {most} million', SMALLER
)
IMAGE_BOMB = IMAGE.said('the picture "{name}" has far too many pixels, more than {most} million', SMALLER)
COARSE = ProblemKind(
    "picture-coarse",
    WARNING,
    "a picture with less than 200 dots to the inch at the size in which it is printed",
    'the picture "{name}" has {dots} dots to the inch at the width "{width}", and will look coarse',
    "200 are needed: take one that is {pixels} pixels wide, or print it narrower",
)
COARSE_COVER = COARSE.said(
    'the picture "{name}" can have as few as {dots} dots to the inch on the cover, and will look coarse',
    "200 are needed: take one that is {pixels} pixels wide",
)

# --- drawings of a guide's own ----------------------------------------------------------------------

DRAWING = ProblemKind(
    "drawing",
    ERROR,
    "a pictogram of the guide's own that cannot be read, is too small, too large or too fine, or has a name that is taken",
)
DRAWING_NAME = DRAWING.said(
    '"{name}" cannot be the name of a pictogram', "use small letters, digits and single hyphens, as in boat"
)
DRAWING_TAKEN = DRAWING.said('there is a pictogram "{name}" already', "give yours another name")
DRAWING_DATA = DRAWING.said(
    'the path of "{name}" cannot be read ({reason})',
    "copy the value of d of one <path> from your drawing program, or name its .svg file",
)
DRAWING_FILE = DRAWING.said('"{name}": the file is not SVG', "save it again as plain SVG")
NO_DRAWING = DRAWING.said(
    '"{name}": there is no file "{file}"', "check its name; it is looked for in the content folder"
)
DRAWING_ELSEWHERE = DRAWING.said(
    '"{name}": the file "{file}" is outside the content folder', "copy it into the folder"
)
DRAWING_LINES = DRAWING.said(
    '"{name}" is drawn with lines, and pictograms are filled shapes',
    "turn its lines into outlines in your drawing program",
)
DRAWING_EMPTY = DRAWING.said('"{name}" shows nothing', "draw filled shapes")
DRAWING_OUTSIDE = DRAWING.said(
    '"{name}" lies outside of its box: from {left:.1f}, {top:.1f} to {right:.1f}, {bottom:.1f} on a grid of 24',
    'give the box that it is drawn in, as in view_box: "0 0 512 512"',
)
DRAWING_SMALL = DRAWING.said(
    '"{name}" is only {size:.1f} of 24 across', 'draw it larger, or give its box, as in view_box: "0 0 16 16"'
)
DRAWING_DETAIL = DRAWING.said(
    '"{name}" has too many details: {most} lines and curves are the most', "draw it more simply"
)
VIEW_BOX = DRAWING.said(
    '"{key}" is "{text}" here', 'write four numbers, as in "0 0 512 512", or the side of a square, as in 512'
)
