"""Kinds of problem with the files of sections beside those that the guide lists."""

from guide.problems.kind import WARNING, ProblemKind

UNLISTED = ProblemKind(
    "unlisted-section",
    WARNING,
    "a section file that `sections` in guide.yaml does not list, or that stands beside the folder sections",
    "this file is not listed under sections: in {main}, so nothing of it is printed",
    "add this line below the others there: - {line}; or give the file another ending, such as .draft",
    switchable=True,
)
BESIDE = UNLISTED.said(
    "this file has listings, and is not in the folder sections, so nothing of it is printed",
    "move it into the folder sections; or give it another ending, such as .draft",
)
