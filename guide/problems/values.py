"""Kinds of problem with values: what something costs, and the codes of languages."""

from guide.problems.kind import ERROR, WARNING, ProblemKind

COST = ProblemKind(
    "cost",
    ERROR,
    "a cost that is none of those that there are",
    '"cost" cannot be "{word}"',
    "write {choices}, or an amount such as $25 or $10-40, and all other words under fees_description",
)
LANGUAGE_CODE = ProblemKind(
    "language-code",
    WARNING,
    "a code of no language that is known",
    '"{word}" looks like the code of a language, and none is known that has it',
    "write the name of the language, or its code, such as es for Spanish",
    guess='did you mean "{near}"?',
    switchable=True,
)
