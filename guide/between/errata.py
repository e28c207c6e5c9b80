"""From two editions to what has to be corrected in the older one: listing by listing, in the order of its pages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.between.printed import Printed
from guide.content.compare.listings import compare
from guide.frozen import frozen
from guide.layout.compose.corrections import Correction, CorrectionComposer, Note
from guide.layout.compose.voice import Voice
from guide.layout.editions.slip import ToCorrect
from guide.layout.editions.versions import Version
from guide.layout.tags import Tag
from guide.model.changes import OF_A_SECTION, OF_THE_GUIDE, Change, Changes, Hidden, WholeChange

ON_THE_GUIDE = (
    "help_now",
    "publisher",
    "publisher_address",
    "publisher_phone",
    "publisher_email",
    "publisher_website",
    "website",
)


class Left(NamedTuple):
    """What is different of the guide and on no slip."""

    moved: tuple[str, ...] = ()  # names of listings that stand elsewhere now, and say the same
    told: tuple[str, ...] = ()  # what of the guide itself is different: "own page Rights"
    withdrawn: int = 0  # listings of which nothing may be told


@frozen
class Errata:
    """What has to be corrected in an older edition, in each of its languages, and what is not told."""

    to_correct: tuple[ToCorrect, ...]
    left: Left = Left()

    @property
    def count(self) -> int:
        return self.to_correct[0].count


def find_errata(old: Printed, new: Printed, hidden: Hidden, pages: Mapping[str, int]) -> Errata:
    """What is printed otherwise; `pages`: where the older edition has its listings, by id."""
    pairs = list(zip(old.versions, new.versions))
    changes = [compare(was.guide, now.guide, hidden) for was, now in pairs]
    made = [corrected(was, now, each, old.numbers, pages) for (was, now), each in zip(pairs, changes)]
    first, written = changes[0], {id(each.change) for each in made[0].corrections}
    moved = tuple(each.name for each in first.listings if each.moved and id(each) not in written)
    told = tuple(whole_name(each) for each in first.whole if not is_on_slip(each))
    return Errata(to_correct=tuple(made), left=Left(moved, tuple(dict.fromkeys(told)), first.withdrawn))


def corrected(
    old: Version, new: Version, changes: Changes, numbers: Mapping[str, int], pages: Mapping[str, int]
) -> ToCorrect:
    """What of an edition is corrected in one of its languages."""
    was, now = (Voice(each.guide, each.words, paged=False) for each in (old, new))
    composer = CorrectionComposer(was, now, "H2")
    found = [
        correction
        for change in changes.listings
        if (correction := correction_of(change, numbers, pages)) and is_printed(correction, composer)
    ]
    found.sort(key=lambda each: (not each.page, each.page, each.number))
    return ToCorrect(old=old, new=new, corrections=tuple(found), notes=tuple(notes_of(changes.whole, new)))


def correction_of(change: Change, numbers: Mapping[str, int], pages: Mapping[str, int]) -> Correction | None:
    """A change with the number and page that the older edition has; None where a reader finds nothing different."""
    if not change.is_news:
        return None
    id = change.old.id if change.old else ""
    return Correction(change, numbers.get(id, 0), pages.get(id, 0))


def is_printed(correction: Correction, composer: CorrectionComposer) -> bool:
    """Whether anything is printed otherwise."""
    return correction.is_gone or bool(composer.pairs(correction, Tag("Document")))


# --- the guide itself -------------------------------------------------------------------------------------


def is_on_slip(change: WholeChange) -> bool:
    """Whether a slip says what is different of the guide itself."""
    key, owner = change.field.key, change.owner
    return owner == OF_THE_GUIDE and key in ON_THE_GUIDE or owner == OF_A_SECTION and key == "introduction"


def notes_of(whole: tuple[WholeChange, ...], new: Version) -> Iterator[Note]:
    """Yield what is different of the guide itself: numbers for help first, then who hands it out, then its sections."""
    found: dict[str, Note] = {}
    for change in filter(is_on_slip, whole):
        title = title_of(change, new)
        note = found.get(title, Note(title, (), ()))
        old, now = ((text,) if text else () for text in (change.field.old, change.field.new))
        found[title] = note._replace(old=note.old + old, new=note.new + now)
    yield from found.values()


def title_of(change: WholeChange, new: Version) -> str:
    """What stands over a thing that is different of the guide itself."""
    if change.owner == OF_A_SECTION:
        return change.title
    guide = new.guide
    return new.words.help_now if change.field.key == "help_now" else guide.publisher.name or guide.title


def whole_name(change: WholeChange) -> str:
    """What is different, for whoever looks after the guide: "guide: title", "page Rights: text"."""
    named = f"{change.owner} {change.title}".strip()
    return named if change.field.key == change.owner else f"{named}: {change.field.key}"
