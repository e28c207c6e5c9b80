"""Frozen records, as `dataclass(frozen=True, slots=True)` makes them, in a third of the time.

A small build imports seventy, and the standard decorator compiles six functions for each: a quarter of all imports. Here one is
compiled, and the others are shared. `dataclasses.fields`, `replace` and `asdict` know the records as they know their own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field, fields
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, cast, dataclass_transform, overload

Made = TypeVar("Made")
FEW = 30  # records that are made before the function is compiled that makes them quicker: a build of 20 listings has 34 classes
# of which there are fewer, and to compile for them took a twentieth of its time
Given = object.__setattr__  # how a record that is being made gets its values


@overload
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(made_of: type[Made], /) -> type[Made]: ...


@overload
@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def frozen(*, kw_only: bool) -> Callable[[type[Made]], type[Made]]: ...


def frozen(
    made_of: type[Made] | None = None, /, *, kw_only: bool = True
) -> type[Made] | Callable[[type[Made]], type[Made]]:
    """A class of frozen records with the annotated fields of a class; `kw_only`: it is made with keywords alone."""
    if made_of is None:
        return lambda given: frozen_of(given, kw_only)
    return frozen_of(made_of, kw_only)


def frozen_of(made_of: type[Made], kw_only: bool) -> type[Made]:
    """The class of frozen records with the fields of a class."""
    with_fields = dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)
    record = cast(Any, with_fields(made_of))
    its_fields = fields(record)
    names = [each.name for each in its_fields]
    values, givers = getter(names), [getattr(record, name).__set__ for name in names]
    compared = getter([each.name for each in its_fields if each.compare])

    def restore(self: Any, state: tuple[Any, ...]) -> None:
        """Give a record that was pickled its values."""
        for give, value in zip(givers, state):
            give(self, value)

    def equals(self: Any, other: object) -> bool:
        return compared(self) == compared(other) if other.__class__ is self.__class__ else NotImplemented

    record.__init__ = first_initialiser(record, its_fields, kw_only)
    record.__eq__ = equals
    record.__hash__ = lambda self: hash(compared(self))
    record.__repr__ = shown
    record.__getstate__ = lambda self: values(self)  # a getter is no method
    record.__setstate__ = restore
    record.__setattr__ = record.__delattr__ = refuse
    return cast(type[Made], record)


def getter(names: list[str]) -> Callable[[Any], tuple[Any, ...]]:
    """What gives the values of these names in a record."""
    if len(names) > 1:
        return attrgetter(*names)
    return lambda record: tuple(getattr(record, name) for name in names)


def first_initialiser(record: Any, its_fields: tuple[Field[Any], ...], kw_only: bool) -> Callable[..., None]:
    """The `__init__` of the first records of a class: it takes a field after the other; then one that is compiled takes its place."""
    names = {each.name for each in its_fields}
    needs = {each.name for each in its_fields if each.default is each.default_factory is MISSING}
    usual = [(each.name, each.default, cast(Any, each.default_factory)) for each in its_fields]
    givers = [getattr(record, each.name).__set__ for each in its_fields]
    is_checked = hasattr(record, "__post_init__")
    left = FEW if kw_only and all(each.init for each in its_fields) else 0

    def init(self: Any, *given: Any, **named: Any) -> None:
        nonlocal left
        left -= 1
        if left < 0 or given or not needs <= named.keys() <= names:
            record.__init__ = initialiser(its_fields, kw_only, is_checked)
            record.__init__(self, *given, **named)
            return
        for (name, default, make), give in zip(usual, givers):
            value = named.get(name, default)
            give(self, make() if value is MISSING else value)
        if is_checked:
            self.__post_init__()

    return init


def initialiser(its_fields: tuple[Field[Any], ...], kw_only: bool, is_checked: bool) -> Callable[..., None]:
    """The `__init__` of a record; `is_checked`: it ends with `__post_init__`."""
    known: dict[str, Any] = {"given": Given, "missing": MISSING}
    parameters, lines = [], []
    for each in its_fields:
        name, value = each.name, each.name
        if each.default_factory is not MISSING:
            known[f"make_{name}"], known[f"default_{name}"] = each.default_factory, MISSING
            value = f"make_{name}() if {name} is missing else {name}"
        elif each.default is not MISSING:
            known[f"default_{name}"] = each.default
        if each.init:  # or it is given its value by `__post_init__`
            parameters.append(f"{name}=default_{name}" if f"default_{name}" in known else name)
            lines.append(f" given(self, {name!r}, {value})")
    if is_checked:
        lines.append(" self.__post_init__()")
    head = ", ".join(["self", *(["*"] if kw_only and parameters else []), *parameters])
    made: dict[str, Any] = {}
    exec("\n".join([f"def __init__({head}):", *lines, " return"]), known, made)  # as dataclasses does
    return cast(Callable[..., None], made["__init__"])


def shown(record: Any) -> str:
    """A record as its class is called with what is in it."""
    values = ", ".join(f"{each.name}={getattr(record, each.name)!r}" for each in fields(record) if each.repr)
    return f"{record.__class__.__qualname__}({values})"


def refuse(record: Any, name: str, *value: object) -> NoReturn:
    """Refuse to change a record."""
    raise FrozenInstanceError(f"{record.__class__.__qualname__} is frozen: {name} stays as it is")
