"""Kinds of problem with pictures that content names."""

from guide.problems.kind import ERROR, ProblemKind

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
