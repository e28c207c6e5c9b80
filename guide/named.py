"""Tuples with names, as `typing.NamedTuple` makes them, in a tenth of the time.

A small build imports two hundred, and the standard ones compile a function for each, and another for each annotation: a tenth of a
small build. Here all share theirs, and only of what there are many is a function compiled that makes them. To mypy they are the standard ones.
"""

from __future__ import annotations

from collections import _tuplegetter  # type: ignore[attr-defined]  # what namedtuple reads its fields with
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, cast

FEW = 20  # tuples that are made before the function is compiled that makes them quicker
Maker = Callable[..., Any]  # takes a class and the values of its fields
make_tuple = tuple.__new__


class _Naming(type):
    """What makes the class of named tuples with the annotated fields of a class."""

    def __new__(meta, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> Any:
        if not bases:
            return super().__new__(meta, name, bases, body)
        fields = tuple(body.get("__annotations__", ()))
        defaults = {each: body[each] for each in fields if each in body}
        own = {"_fields": fields, "_field_defaults": defaults, "__match_args__": fields, "__slots__": ()}
        getters = {each: _tuplegetter(place, "a field") for place, each in enumerate(fields)}
        made = type(name, (tuple, *bases[1:]), SHARED | body | own | getters)
        made.__new__ = first_maker(made, fields, defaults)  # type: ignore[method-assign]
        return made


def first_maker(made: Any, fields: tuple[str, ...], defaults: Mapping[str, Any]) -> Maker:
    """What makes the first tuples of a class; then one that is compiled takes its place."""
    left = FEW

    def new(kind: Any, /, *given: Any, **named: Any) -> Any:
        nonlocal left
        left -= 1
        others = fields[len(given) :]
        if left and named.keys() <= set(others) and len(given) <= len(fields):
            values = {**defaults, **named}
            if all(each in values for each in others):
                return make_tuple(kind, (*given, *(values[each] for each in others)))
        made.__new__ = compiled_maker(fields, defaults)
        return made.__new__(kind, *given, **named)

    return new


def compiled_maker(fields: tuple[str, ...], defaults: Mapping[str, Any]) -> Maker:
    """The quickest function that makes tuples with these fields, and refuses other values as functions do."""
    names = ", ".join(fields)
    source = f"lambda _kind, {names}: _make(_kind, ({names}{',' * bool(fields)}))"
    maker = eval(source, {"_make": make_tuple, "__builtins__": {}})  # as collections.namedtuple does
    maker.__defaults__ = tuple(defaults.values())
    return cast(Maker, maker)


# --- what all of them have -------------------------------------------------------------------------


def _make(kind: Any, values: Iterable[Any]) -> Any:
    """A tuple of this class of so many values."""
    made = make_tuple(kind, values)
    if len(made) != len(kind._fields):
        raise TypeError(f"Expected {len(kind._fields)} arguments, got {len(made)}")
    return made


def _replace(self: Any, /, **named: Any) -> Any:
    """The same with other values."""
    made = self._make(map(named.pop, self._fields, self))
    if named:
        raise ValueError(f"Got unexpected field names: {list(named)!r}")
    return made


def _asdict(self: Any) -> dict[str, Any]:
    """{name: value}."""
    return dict(zip(self._fields, self))


def _repr(self: Any) -> str:
    values = ", ".join(f"{name}={value!r}" for name, value in zip(self._fields, self))
    return f"{self.__class__.__name__}({values})"


def _values(self: Any) -> tuple[Any, ...]:
    """What a tuple is made of again that was pickled."""
    return tuple(self)


SHARED = {
    "_make": classmethod(_make),
    "_replace": _replace,
    "_asdict": _asdict,
    "__repr__": _repr,
    "__getnewargs__": _values,
}


class _Base:
    """What stands for the standard one among the bases of a class."""

    def __mro_entries__(self, bases: tuple[object, ...]) -> tuple[type, ...]:
        return (_NAMED,)


_NAMED = _Naming("NamedTuple", (), {})

if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    NamedTuple = _Base()
