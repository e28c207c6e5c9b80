"""Kinds of problem with files that are written."""

from guide.problems.kind import ERROR, ProblemKind

MOVE_AWAY, MOVE_OUT = (
    "move it away, or choose another name",
    "move it away, or choose another folder with --out",
)

NOT_WRITTEN = ProblemKind(
    "not-written",
    ERROR,
    "a file that the system did not let us write",
    "{reason}",
    "{advice}",
)
CHANGED_MEANWHILE = ProblemKind(
    "changed-meanwhile",
    ERROR,
    "a file that somebody saved while a command was about to write it; nothing is lost",
    "this file was changed while the command ran, and stays as it is now",
    "run the command again",
)
NOT_OURS = ProblemKind(
    "not-ours",
    ERROR,
    "a file that would be written over, though it was not made here or was changed since",
    "this file was not made here, and would be lost",
    MOVE_AWAY,
)
TAKEN = NOT_OURS.said("there is a file already, and it would be lost", MOVE_AWAY)
OTHER_PDF = NOT_OURS.said("this is not a PDF as it was made here, and would be lost", MOVE_AWAY)
OTHER_PDF_OUT = NOT_OURS.said("this is not a PDF as it was made here, and would be lost", MOVE_OUT)
OTHER_MANIFEST = NOT_OURS.said("this is no manifest of an edition, and would be lost", MOVE_OUT)
OTHER_REPORT = NOT_OURS.said("this is not a report of mail as it was made here, and would be lost", MOVE_AWAY)
OTHER_CALL_SHEET = NOT_OURS.said(
    "this is not a call sheet as it was made here, or answers are written into it, and they would be lost",
    MOVE_AWAY,
)
OTHER_PO = NOT_OURS.said(
    "this is not a PO file as it was made here, or a translator has written into it, and that would be lost",
    "take it in with --import first, or choose another name",
)
OTHER_COPIES_TABLE = NOT_OURS.said(
    "this is not a table of copies as it was made here, and would be lost", MOVE_AWAY
)
OTHER_EXPORT = NOT_OURS.said(
    "this is not a file as an export makes it here, or somebody has changed it since, and that would be lost",
    MOVE_AWAY,
)
OTHER_SLIPS = NOT_OURS.said(
    "this is no list of slips as it is written here, and it would be lost",
    MOVE_AWAY,
)
NOT_IN_ARCHIVE = ProblemKind(
    "not-in-archive",
    ERROR,
    "an old edition that is to be made again, and is not in the archive",
    "there is no edition {number} in the archive",
    "make-guide archive lists what there is; make-guide build makes today's",
)
CONTENT_NOT_KEPT = ProblemKind(
    "content-not-kept",
    ERROR,
    "an old edition that is to be made again, and whose content was not kept with it",
    "the content of edition {number} was not kept, so it cannot be made again",
    "its PDFs are in this folder",
)
