"""Named tuples are what the standard ones are of the same fields."""

import copy
import pickle
import typing
from typing import Generic, TypeVar

import pytest

from guide.named import FEW, NamedTuple

Thing = TypeVar("Thing")


class Place(NamedTuple):
    """A place."""

    name: str
    city: str = "Oakland"
    rooms: tuple[str, ...] = ()

    @property
    def full(self):
        return f"{self.name}, {self.city}"


class Standard(typing.NamedTuple):
    name: str
    city: str = "Oakland"
    rooms: tuple[str, ...] = ()


class Kept(NamedTuple, Generic[Thing]):
    thing: Thing

    def __str__(self):
        return "kept"


class Nothing(NamedTuple):
    """Nothing."""


@pytest.mark.parametrize("made", [0, FEW])
@pytest.mark.parametrize(
    "given, named", [(("A",), {}), (("A", "B", ("1",)), {}), (("A",), {"rooms": ("1",)}), ((), {"name": "A"})]
)
def test_one_is_made_as_the_standard_ones_are(made, given, named):
    """The first, and those that a compiled function makes."""

    class Own(NamedTuple):
        name: str
        city: str = "Oakland"
        rooms: tuple[str, ...] = ()

    for _ in range(made):
        Own("A")
    one, standard = Own(*given, **named), Standard(*given, **named)
    assert one == standard and one._asdict() == standard._asdict()
    assert repr(one).split("(", 1)[1] == repr(standard).split("(", 1)[1]


@pytest.mark.parametrize("made", [0, FEW])
@pytest.mark.parametrize(
    "given, named",
    [
        ((), {}),
        (("A",), {"name": "B"}),
        (("A",), {"colour": "red"}),
        (("A", "B", (), 4), {}),
        ((), {"city": "B"}),
    ],
)
def test_wrong_values_are_refused(made, given, named):
    class Own(NamedTuple):
        name: str
        city: str = "Oakland"
        rooms: tuple[str, ...] = ()

    for _ in range(made):
        Own("A")
    with pytest.raises(TypeError):
        Own(*given, **named)
    assert Own("A") == ("A", "Oakland", ())


def test_the_class_says_what_it_has():
    for name in ("_fields", "_field_defaults", "__match_args__", "__annotations__", "__slots__"):
        assert getattr(Place, name) == getattr(Standard, name)
    assert (Place.__doc__, Place.__name__, Place.__module__) == ("A place.", "Place", __name__)
    assert Place("A").full == "A, Oakland"
    assert issubclass(Place, tuple) and not hasattr(Place("A"), "__dict__")
    with pytest.raises(AttributeError):
        Place("A").name = "B"


def test_another_with_other_values():
    assert Place("A")._replace(city="B") == ("A", "B", ())
    assert Place._make(["A", "B", ()]) == Place("A", "B")
    with pytest.raises(ValueError, match="colour"):
        Place("A")._replace(colour="red")
    with pytest.raises(TypeError):
        Place._make(["A"])


def test_one_is_copied_and_pickled_whole():
    one = Place("A", rooms=("1",))
    for again in (pickle.loads(pickle.dumps(one, 5)), copy.copy(one), copy.deepcopy(one)):
        assert again == one and again.__class__ is Place


def test_one_of_some_kind():
    assert Kept[int](3) == Kept(3) == (3,)
    assert (str(Kept(3)), repr(Kept(3))) == ("kept", "Kept(thing=3)")


def test_one_without_fields():
    assert Nothing() == () and repr(Nothing()) == "Nothing()"


def test_patterns_take_one_apart():
    match Place("A", "B"):
        case Place(name, city="B"):
            assert name == "A"
        case _:
            pytest.fail("no match")
