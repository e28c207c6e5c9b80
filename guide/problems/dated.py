"""Kinds of problem with ages, and with what holds from one day until another."""

from guide.problems.kind import ERROR, WARNING, ProblemKind
from guide.problems.reading import NOT_A_COUNT, NOT_ONE_OF

AGE = ProblemKind("age", ERROR, "an age that is not a number from 0 to 120", *NOT_A_COUNT)
AGES = ProblemKind(
    "ages",
    ERROR,
    "ages the wrong way round",
    "the ages are from {least} to {most}",
    "write the lower one as minimum_age",
)
UNTIL = ProblemKind(
    "until",
    ERROR,
    "days the wrong way round",
    "this is from {first} until {last}",
    "write the earlier day as from",
)
STATUS = ProblemKind("status", ERROR, "a status that there is not", *NOT_ONE_OF)
STATUS_MEANT = STATUS.said('"{key}" cannot be "{word}"', "", guess="write {own}: {near}")
STATUS_WITH_DAYS = STATUS.said(
    '"{key}" cannot be "{word}"',
    "write {own}: closed for now; with the last day, status: {{until: 2027-02-20}}",
)
STATUS_DAYS = ProblemKind(
    "status-days",
    ERROR,
    "days of a place that is open, or closed for good",
    "what is {state} has no days",
    "write is: closed for now, or take from and until out",
)
TWO_STATUSES = ProblemKind(
    "two-statuses",
    ERROR,
    "a listing whose closed and status contradict each other",
    'closed and status contradict each other: status is "{state}"',
    "take out the line with closed",
)
ENDED = ProblemKind(
    "ended",
    WARNING,
    "an alert, a closure or a line of help that has ended",
    "{name}: the alert ended on {day} and is no longer printed",
    "take it out, or write a later day behind until",
    switchable=True,
)
OPEN_AGAIN = ENDED.said(
    "{name}: it was closed until {day} and is printed as open again",
    "ask whether it is, and take the status out, or write a later day behind until",
)
HELP_ENDED = ENDED.said('the line of help_now "{name}" ended on {day} and is no longer printed', ENDED.hint)
