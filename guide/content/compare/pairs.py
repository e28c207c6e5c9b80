"""What takes the place of what: things said before and now, and the offices and programs that they are said of."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from guide.content.compare.things import Said
from guide.model import Location, Program

Held = TypeVar("Held", Location, Program)


class Pair(NamedTuple):
    """A thing said before and what is said now; "" where there is nothing."""

    key: str
    old: str
    new: str


def different(old: Iterable[Said], new: Iterable[Said]) -> Iterator[Pair]:
    """Yield what is said otherwise; of the same key, what shares the first tie goes together, then what shares the second."""
    before, after = by_key(old), by_key(new)
    for key in dict.fromkeys((*before, *after)):
        yield from of_one_key(key, before.get(key, []), after.get(key, []))


def by_key(said: Iterable[Said]) -> dict[str, list[Said]]:
    """{key: what is said under it}."""
    found: dict[str, list[Said]] = {}
    for each in said:
        found.setdefault(each.key, []).append(each)
    return found


def of_one_key(key: str, old: list[Said], new: list[Said]) -> Iterator[Pair]:
    """Yield what is said otherwise of one key."""
    if [each.value for each in old] == [each.value for each in new]:
        return
    left, came = without(old, new), without(new, old)
    most = max((len(each.ties) for each in (*left, *came)), default=0)
    for level in range(most):
        for was in tuple(left):
            now = next((each for each in came if tied(was, each, level)), None)
            if now:
                left.remove(was)
                came.remove(now)
                yield Pair(key, was.text, now.text)
    yield from (Pair(key, each.text, "") for each in left)
    yield from (Pair(key, "", each.text) for each in came)


def without(some: Iterable[Said], others: Iterable[Said]) -> list[Said]:
    """Some less those with the value of one of the others, each of which takes one away."""
    rest = Counter(each.value for each in others)
    kept = []
    for each in some:
        if rest[each.value]:
            rest[each.value] -= 1
        else:
            kept.append(each)
    return kept


def tied(one: Said, other: Said, level: int) -> bool:
    """Whether two share a tie."""
    return one.ties[level : level + 1] == other.ties[level : level + 1] != ()


# --- offices and programs ---------------------------------------------------------------------------


def matched(old: Sequence[Held], new: Sequence[Held]) -> list[tuple[Held | None, Held | None]]:
    """(before, now) of offices or programs: those of the same name, then those that share an address or a number.

    What is alone on both sides is the same one. The order is that of now, and what is gone comes last.
    """
    left, found = list(old), dict[int, Held]()
    for alike in (same_name, same_contact, lambda one, other: len(old) == len(new) == 1):
        pair_up(left, new, found, alike)
    return [(found.get(n), each) for n, each in enumerate(new)] + [(each, None) for each in left]


def pair_up(
    left: list[Held], new: Sequence[Held], found: dict[int, Held], alike: Callable[[Held, Held], bool]
) -> None:
    """Give to each of the new ones that has none yet the first of those that are left which is alike."""
    for n, each in enumerate(new):
        if n not in found:
            was = next((other for other in left if alike(other, each)), None)
            if was is not None:
                found[n] = was
                left.remove(was)


def same_name(one: Held, other: Held) -> bool:
    """Whether both have one name."""
    return bool(one.name) and one.name == other.name


def same_contact(one: Held, other: Held) -> bool:
    """Whether they share an address or a number."""
    return bool(contacts(one) & contacts(other))


def contacts(place: Location | Program) -> frozenset[Hashable]:
    """The addresses and numbers of an office or a program."""
    numbers: set[Hashable] = {phone.e164 or phone.printed for phone in place.phones}
    if isinstance(place, Location) and place.address and not place.address.city_only:
        numbers.add(place.address)
    return frozenset(numbers)
