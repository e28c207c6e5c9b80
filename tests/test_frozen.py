"""Records are what the standard decorator makes of the same fields."""

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, fields, replace

import pytest

from guide.frozen import FEW, frozen


class Place:
    """A place."""

    name: str
    city: str = "Oakland"
    rooms: list[str] = field(default_factory=list, compare=False)
    mark: int = field(default=0, compare=False, repr=False)

    @property
    def full(self):
        return f"{self.name}, {self.city}"


PLACE = dict(vars(Place))
STANDARD = dataclass(frozen=True, kw_only=True, slots=True)(type("Place", (), dict(PLACE)))
Record = frozen(Place)


@frozen
class Kept:
    """What can be pickled stands in a module."""

    name: str
    mark: int = field(default=0, compare=False)


@frozen(kw_only=False)
class Pair:
    """Two."""

    one: int
    other: int = 2


@frozen
class Empty:
    """Nothing."""


@frozen(kw_only=False)
class Checked:
    """A number that is not negative."""

    number: int
    twice: int = field(init=False, repr=False)

    def __post_init__(self):
        if self.number < 0:
            raise ValueError(self.number)
        object.__setattr__(self, "twice", 2 * self.number)


@pytest.mark.parametrize(
    "values",
    [
        {"name": "A"},
        {"name": "A", "city": "Berkeley", "rooms": ["1"], "mark": 3},
        {"name": "A", "city": None},
    ],
)
def test_a_record_is_as_the_standard_ones_are(values):
    record, standard = Record(**values), STANDARD(**values)
    assert asdict(record) == asdict(standard)
    assert record.full == standard.full
    assert repr(record).split("(", 1)[1] == repr(standard).split("(", 1)[1]
    assert [(each.name, each.kw_only) for each in fields(record)] == [
        (each.name, each.kw_only) for each in fields(standard)
    ]


def test_a_record_is_the_same_as_one_that_differs_only_in_what_is_not_compared():
    one, other = Record(name="A", mark=1, rooms=["1"]), Record(name="A", mark=2)
    assert one == other
    assert hash(one) == hash(other)
    assert one != Record(name="B")
    assert one != ("A", "Oakland")
    assert len({one, other, Record(name="B")}) == 2


@pytest.mark.parametrize("made", [0, FEW])
def test_each_record_has_a_list_of_its_own(made):
    """The first ones, and those that a compiled function makes."""
    own = frozen(type("Place", (), dict(PLACE)))
    for _ in range(made):
        own(name="A")
    one, other = own(name="A"), own(name="A")
    assert (one.name, one.city, one.mark) == ("A", "Oakland", 0)
    one.rooms.append("1")
    assert other.rooms == []


def test_a_record_is_not_changed():
    record = Record(name="A")
    with pytest.raises(FrozenInstanceError, match="name"):
        record.name = "B"
    with pytest.raises(FrozenInstanceError, match="colour"):
        record.colour = "red"
    with pytest.raises(FrozenInstanceError, match="name"):
        del record.name
    assert not hasattr(record, "__dict__")


@pytest.mark.parametrize("made", [0, FEW])
def test_a_record_is_made_with_what_it_needs(made):
    for given, named, what in (
        ((), {}, "name"),
        (("A",), {}, "positional"),
        ((), {"name": "A", "colour": "red"}, "colour"),
    ):
        own = frozen(type("Place", (), dict(PLACE)))
        for _ in range(made):
            own(name="A")
        with pytest.raises(TypeError, match=what):
            own(*given, **named)
    assert Pair(1) == Pair(one=1, other=2)


def test_another_record_with_other_values():
    assert replace(Record(name="A", mark=3), city="Berkeley") == Record(name="A", city="Berkeley")
    assert replace(Record(name="A", mark=3), name="B").mark == 3


def test_a_record_is_pickled_whole():
    there = pickle.loads(pickle.dumps(Kept(name="A", mark=3), 5))
    assert (there.name, there.mark) == ("A", 3)
    assert pickle.loads(pickle.dumps(Empty())) == Empty()


def test_a_record_checks_itself():
    assert Checked(1).twice == 2
    with pytest.raises(ValueError, match="-1"):
        Checked(-1)


def test_records_without_fields_are_the_same():
    assert Empty() == Empty()
    assert hash(Empty()) == hash(Empty())
    assert repr(Empty()) == "Empty()"


def test_one_field_is_compared_as_a_whole():
    assert Kept(name="A") == Kept(name="A", mark=9)
    assert Kept(name="A") != Kept(name="B")
