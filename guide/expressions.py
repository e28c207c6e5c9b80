"""Regular expressions that are compiled when they are first asked.

The program has nearly two hundred of them, and one guide needs thirty: to compile them all as they are imported took a tenth of a
build of twenty listings.
"""

import re
from typing import Any, cast, overload

ASKED = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer", "flags")


@overload
def expression(source: str, flags: int = 0) -> re.Pattern[str]: ...


@overload
def expression(source: bytes, flags: int = 0) -> re.Pattern[bytes]: ...


def expression(source: str | bytes, flags: int = 0) -> Any:
    """What stands at the head of a module in place of `re.compile(source, flags)`, and does the same.

    A mistake in the source is a `re.error` when it is first asked; a test asks all.
    """
    return cast(Any, _Expression(source, flags))


class _Expression:
    """A regular expression; from the first question on it has the methods of the compiled one as its own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern: Any = source
        self._made_of: Any = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in ASKED:
            raise AttributeError(name)
        compiled: Any = re.compile(*self._made_of)
        self.__dict__.update({each: getattr(compiled, each) for each in ASKED})
        return self.__dict__[name]
