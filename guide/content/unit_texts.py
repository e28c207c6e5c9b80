"""What is translated of one of the places of a listing: the texts of its programs, its labels, hours in words; and the words of the index."""

from collections.abc import Iterator

from guide.facts import FACTS
from guide.language.hours_words import ENGLISH_HOURS
from guide.model import Guide, Listing, Location, OpeningHours, Program
from guide.reading.prose import to_markdown

LINE, SPANS, PROSE, ROWS = "line", "spans", "prose", "rows"  # one line; one of Markdown; Markdown; lines
FACT_LINES = tuple(fact.key for fact in FACTS if fact.translated)


def program_texts(program: Program) -> Iterator[tuple[str, str, str]]:
    """Yield (key, kind, text) of the texts of a program."""
    yield f"{program.key}-name", LINE, program.name
    yield f"{program.key}-description", PROSE, to_markdown(program.description)
    yield f"{program.key}-hours", ROWS, hours_text(program)
    for key in FACT_LINES:
        yield f"{program.key}-{key}", LINE, fact_line(program, key)
    for n, phone in enumerate(program.phones, 1):
        yield f"{program.key}-phone-{n}-description", LINE, phone.description
    for key, label in labels(program):
        yield f"{program.key}-{key}", LINE, label


def fact_line(owner: Listing | Location | Program, key: str) -> str:
    """A text of one line as it is translated by hand; "" of languages by their codes, which any language has a name for."""
    return "" if key == "languages" and owner.language_codes else getattr(owner, key)


def labels(owner: Listing | Location | Program) -> list[tuple[str, str]]:
    """[(key, label)] of the further e-mail and web addresses of a listing, an office or a program."""
    return [
        (f"{kind}-{n}-label", each.label)
        for kind, further in (("email", owner.emails), ("website", owner.websites))
        for n, each in enumerate(further, 1)
    ]


def hours_text(owner: Listing | Location | Program) -> str:
    """Hours that have to be translated by hand: those in words of the editor's own."""
    return "" if says_itself(owner.opening) else "\n".join(owner.hours)


def says_itself(opening: OpeningHours | None) -> bool:
    """Whether hours can be said in any language: they have no words of the editor's own."""
    return opening is not None and not any(
        rule.comment and rule.comment.lower() != ENGLISH_HOURS.by_appointment for rule in opening.rules
    )


def spoken_hours(listing: Listing) -> frozenset[str]:
    """The keys of hours that nobody has to translate, because they say themselves in any language."""
    places: list[tuple[str, Listing | Location | Program]] = [("hours", listing)]
    places += ((f"location-{n}-hours", each) for n, each in enumerate(listing.locations, 1))
    places += ((f"{each.key}-hours", each) for each in listing.programs)
    return frozenset(key for key, owner in places if owner.hours and says_itself(owner.opening))


def topic_words(guide: Guide) -> tuple[str, ...]:
    """The words of the index by topic, sorted: topics, groups of people and other words for them; tuple of str."""
    words = {word for listing in guide.listings for word in (*listing.services, *listing.audience)}
    words.update(word for pair in guide.topic_synonyms for word in pair)
    return tuple(sorted(words, key=str.casefold))
