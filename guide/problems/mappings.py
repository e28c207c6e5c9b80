"""Kinds of problem with mapping files: which column is which field."""

from guide.problems.kind import ERROR, ProblemKind
from guide.problems.reading import NOT_A_COUNT, NOT_ONE_OF

MAPPING = ProblemKind(
    "mapping",
    ERROR,
    "a mapping for an import that does not say which column is what",
    "this mapping names no column",
    "write fields: and below it lines such as name: Agency Name",
)
TABLES_AND_FIELDS = MAPPING.said(
    '"{key}" stands at the top of this mapping, and so does "tables"',
    "put it below the table that it is of, or take tables: away if there is one table alone",
)
NO_COLUMN = MAPPING.said(
    '"{key}" has neither columns nor a fixed value', "write the name of a column, or fixed: and the value"
)
NO_PART = MAPPING.said(
    '"{key}" has several parts', "write which column is which, as in {part}: Name of a column"
)
NO_PARENT = MAPPING.said(
    '"{key}" is neither a level nor a table of this mapping',
    "write organization, location, service, listing, or the name of a table of this mapping",
)
BLANK_SPLIT = MAPPING.said(
    '"{key}" is nothing but spaces', "write the word for it: lines (for the ends of lines), tabs or spaces"
)
ROLE = MAPPING.said(*NOT_ONE_OF)
LEVEL = MAPPING.said(*NOT_ONE_OF)
LITERAL = MAPPING.said(*NOT_ONE_OF)
SERVICES = MAPPING.said(*NOT_ONE_OF)
COUNTRY = MAPPING.said('"{word}" cannot be the {key}', "write its two letters, such as US")
STEP = MAPPING.said('"{word}" is no step of cleaning', "the steps are {known}")
NUMBER = MAPPING.said(*NOT_A_COUNT)
NO_FORMAT = ProblemKind(
    "no-format",
    ERROR,
    "a format of imports that there is not",
    "there is no format of this name",
    "the formats are {known}; leave it out to have it found, or write a mapping of your own: see docs/import.md",
)
NO_NAMES = ProblemKind(
    "no-names",
    ERROR,
    "a table for an import in which nothing is found that could be the names of its listings",
    "no column was found that has names of places or services; the columns are: {columns}",
    "call the column with the names Name, in the first row of the table, or write a mapping that says which it is: see docs/import.md",
)
NO_NUMBER = ProblemKind(
    "no-number",
    ERROR,
    "a column with what is said of a number, in a table without a column of numbers",
    "no column of this table goes into a number, of which {column} could say something",
    "say first which column has the numbers",
)
