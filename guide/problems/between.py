"""Kinds of problem with what stands between two editions: which two are compared, and numbers that stay."""

from guide.problems.kind import ERROR, ProblemKind

NO_FORMER = ProblemKind(
    "no-former-edition",
    ERROR,
    "an earlier edition to compare with that is not there",
    "there is no earlier edition whose content was kept, so there is nothing to compare with",
    "name two content folders or revisions of git: make-guide changes OLD NEW",
)
NO_STATE = NO_FORMER.said(
    '"{name}" is no edition that was kept, no content folder and no revision of git',
    "make-guide archive lists the editions; a content folder is one with guide.yaml",
)
NO_REVISION = NO_FORMER.said(
    '"{name}" is no edition that was kept and no content folder, and git knows no revision of this name',
    "make-guide archive lists the editions; git log lists the revisions",
)
NO_GIT = NO_FORMER.said(
    '"{name}" is no edition that was kept and no content folder; if it is a revision of git, git is not installed here',
    "install git, or name an edition: make-guide archive lists them",
)
NOT_IN_REVISION = NO_FORMER.said(
    'the revision "{name}" has no content folder where this one is',
    "name a revision that has this guide in it",
)
EDITION_NOT_KEPT = NO_FORMER.said(
    "the content of edition {name} was not kept, so it cannot be compared",
    "name a content folder or a revision of git in its place",
)
NOT_ON_PAPER = NO_FORMER.said(
    "the edition {edition} is not printed on paper, so no slip, sticker or page corrects it",
    "make it again and send it out; or name an edition that is printed",
)
EDITION_DAMAGED = NO_FORMER.said(
    "the content of edition {name} was kept here, and cannot be read any more",
    "name a content folder or a revision of git in its place",
)
