"""Kinds of problem with braille."""

from guide.problems.kind import ERROR, ProblemKind

NO_LIBLOUIS = ProblemKind(
    "no-liblouis",
    ERROR,
    "braille that is asked for on a computer without liblouis, the library that knows it",
    "braille is made by liblouis, and this computer has no such library",
    "install it: on Debian and Ubuntu `sudo apt install liblouis20 liblouis-data`, on Fedora `sudo dnf install liblouis liblouis-tables`, on macOS `brew install liblouis`; docs/braille.md says more",
)
NO_TABLES = ProblemKind(
    "no-braille-tables",
    ERROR,
    "liblouis without its tables, which some systems have in a package of their own",
    "liblouis is on this computer, and its tables are not",
    "install them: on Debian and Ubuntu `sudo apt install liblouis-data`, on Fedora `sudo dnf install liblouis-tables`, "
    "on macOS `brew reinstall liblouis`; docs/braille.md says more",
)
NO_TABLE = ProblemKind(
    "no-braille-table",
    ERROR,
    "a language for which liblouis has no braille",
    "liblouis knows no braille for {language}",
    "give out an edition in another language, or a newer liblouis",
)
