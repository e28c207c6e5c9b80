"""What is different of the guide itself: its texts, lines of help, sections, and pages of its own."""

from collections.abc import Hashable, Iterator

from guide.content.compare.pairs import different
from guide.content.compare.things import Said, phone_text
from guide.model import Guide, OwnPage, Publisher, Section
from guide.model.changes import OF_A_PAGE, OF_A_SECTION, OF_THE_GUIDE, FieldChange, WholeChange
from guide.reading.page_text import to_page_markdown
from guide.reading.prose import to_markdown, write_line


def whole_changes(old: Guide, new: Guide) -> Iterator[WholeChange]:
    """Yield what is different of the guide itself, then of its sections, then of its own pages."""
    for pair in different(guide_things(old), guide_things(new)):
        yield WholeChange(owner=OF_THE_GUIDE, field=FieldChange(key=pair.key, old=pair.old, new=pair.new))
    yield from owner_changes(OF_A_SECTION, old.sections, new.sections)
    yield from owner_changes(OF_A_PAGE, old.own_pages, new.own_pages)


def owner_changes(
    owner: str, old: tuple[Section, ...] | tuple[OwnPage, ...], new: tuple[Section, ...] | tuple[OwnPage, ...]
) -> Iterator[WholeChange]:
    """Yield what is different of sections or of pages, which are known by their ids."""
    before, after = ({each.id: each for each in some} for some in (old, new))
    for id in dict.fromkeys((*after, *before)):
        was, now = before.get(id), after.get(id)
        title = (now or before[id]).title
        if was is None or now is None:
            fields = [FieldChange(key=owner, old=was.title if was else "", new=now.title if now else "")]
        else:
            fields = [
                FieldChange(key=pair.key, old=pair.old, new=pair.new)
                for pair in different(text_things(was), text_things(now))
            ]
        yield from (WholeChange(owner=owner, field=field, id=id, title=title) for field in fields)


def guide_things(guide: Guide) -> Iterator[Said]:
    """Yield what the guide itself says: numbers of help first."""
    for line in guide.help_now:
        text = ": ".join(filter(None, (line.text, phone_text(line.phone) if line.phone else "")))
        yield Said("help_now", text, text, (line.text, ""))
    yield from publisher_things(guide.publisher)
    yield from texts(
        ("title", guide.title),
        ("subtitle", guide.subtitle),
        ("website", guide.website),
        ("how_to_use", " ".join(map(write_line, guide.how_to_use))),
        ("closing_notes", to_markdown(guide.closing_notes)),
    )


def publisher_things(publisher: Publisher) -> Iterator[Said]:
    """Yield who hands the guide out, and how to reach them."""
    yield from texts(
        ("publisher", publisher.name),
        ("publisher_address", ", ".join(publisher.address)),
        ("publisher_phone", phone_text(publisher.phone) if publisher.phone else ""),
        ("publisher_email", publisher.email),
        ("publisher_website", publisher.website),
    )


def text_things(owner: Section | OwnPage) -> Iterator[Said]:
    """Yield what a section or a page says itself."""
    if isinstance(owner, OwnPage):
        yield from texts(("title", owner.title), ("text", to_page_markdown(owner.text)))
    else:
        yield from texts(("title", owner.title), ("introduction", to_markdown(owner.introduction)))


def texts(*pairs: tuple[str, str]) -> Iterator[Said]:
    """Yield the texts that there are, each on one line."""
    for key, text in pairs:
        line = " ".join(text.split())
        value: Hashable = line
        if line:
            yield Said(key, value, line)
