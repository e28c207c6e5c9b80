"""Who hands the guide out, and how to reach them: in the place of a stamp, or in a line."""

from collections.abc import Iterable
from dataclasses import replace

from guide.language.both import one_text, texts_of
from guide.language.words import Words
from guide.layout.body.galley import Column
from guide.layout.compose.links import bare_address, dialled, full_address, link_description
from guide.layout.compose.templates import joined
from guide.layout.pages import BLACK, Area, Box, Image
from guide.layout.parts.base import Items
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline, Link
from guide.layout.type.joined import inside
from guide.layout.type.setter import Setter
from guide.layout.type.style import STAMP_BOX
from guide.model import Guide, Publisher
from guide.pictures import read_picture

LOGO_HEIGHT, STAMP_HEIGHT = 60, 84  # of the logo, and of the stamp's box, at least
INSET, MARGIN = 10, 8  # points, of what stands in the stamp's box: at its sides, and above and below
MOST_LINES = 5  # of name and address, each on its own


def contacts(guide: Guide, words: Words, parent: Tag | None) -> list[Inline]:
    """How the publisher is reached and where the guide is on the web, each as a link."""
    publisher, phone = guide.publisher, guide.publisher.phone
    said: list[tuple[str, str]] = []
    if phone:
        extension = (
            ", " + words.versions[0].extension.format(extension=phone.extension) if phone.extension else ""
        )
        said.append((joined(phone.printed + extension), dialled(phone) if phone.e164 else ""))
    if publisher.email:
        said.append((publisher.email, "mailto:" + publisher.email))
    said += [
        (bare_address(each), full_address(each))
        for each in dict.fromkeys((publisher.website, guide.website))
        if each
    ]
    return [_linked(text, target, words, parent) for text, target in said]


def other_formats(guide: Guide, words: Words, root: Tag | None) -> tuple[Inline, ...]:
    """In which other forms people get the guide, and the first way to ask for them; () where nothing is said of it."""
    publisher = guide.publisher
    if not publisher.other_formats:
        return ()
    source = guide.language_of(guide, "publisher-other_formats")
    tag = Tag("P", root)
    said = one_text(*(each.rstrip(" .:") for each in texts_of(publisher.other_formats)))
    reached = replace(guide, website="", publisher=replace(publisher, website=""))
    own = Tag("Span", tag, language=source) if source else tag
    return (Inline(said, own), Inline(": ", tag), *contacts(reached, words, tag)[:1])


def _linked(text: str, target: str, words: Words, parent: Tag | None) -> Inline:
    link = Link(target, link_description(target, text, words)) if target else None
    return Inline(text, Tag("Link", parent) if parent is not None and link else parent, True, link)


def separated(inlines: Iterable[Inline], tag: Tag | None) -> tuple[Inline, ...]:
    """Pieces one behind the other, with commas."""
    pieces: list[Inline] = []
    for inline in inlines:
        pieces += [Inline(", ", tag)] * bool(pieces) + [inline]
    return tuple(pieces)


def publisher_lines(
    guide: Guide, setter: Setter, words: Words, parent: Tag | None, measure: float, reached: bool = True
) -> Column:
    """Name, address and, if `reached`, contacts in a measure; the address run in where it has many lines."""
    publisher = guide.publisher
    lines = [publisher.name, *publisher.address] if publisher.name else list(publisher.address)
    if len(lines) > MOST_LINES:
        lines = [lines[0], ", ".join(lines[1:])]
    column = Column(setter, 0, measure)
    tag = Tag("P", parent, language=guide.foreign)
    for place, text in enumerate(lines):
        column.add(
            (Inline(text, tag, place == 0 and bool(publisher.name)),),
            setter.style.body,
            runs_on=place + 1 < len(lines),
        )
    if reached:
        for inline in contacts(guide, words, Tag("P", parent)):
            column.add((inline,), setter.style.body)
        if formats := other_formats(guide, words, parent):
            column.add(formats, setter.style.body)
    return column


def is_named(guide: Guide) -> bool:
    """Whether the content says who hands the guide out; else there is a place for a stamp."""
    return bool(guide.publisher.name or guide.publisher.address or guide.publisher.logo)


def publisher_line(guide: Guide, setter: Setter, words: Words, parent: Tag, measure: float) -> Column:
    """Name and contacts run in, in a measure, for pages without room for the stamp's box."""
    column, tag = Column(setter, 0, measure), Tag("P", parent)
    name = [Inline(guide.publisher.name, inside(tag, guide.foreign), True)] * bool(guide.publisher.name)
    pieces = separated([*name, *contacts(guide, words, tag)], tag)
    if pieces:
        column.add(pieces, setter.style.body)
    if formats := other_formats(guide, words, parent):
        column.add(formats, setter.style.body)
    return column


def stamp_height(
    guide: Guide, setter: Setter, words: Words, width: float, least: float, reached: bool = True
) -> float:
    """How high the box of the stamp has to be for what stands in it, logo and all; 0 where there is none."""
    if not least:
        return 0
    text = publisher_lines(guide, setter, words, None, width - 2 * INSET, reached).y
    stamp = 0 if is_named(guide) else least - 2 * MARGIN if text else 0
    said = text + 2 * MARGIN if text else 0
    return max(least, said + (LOGO_HEIGHT if guide.publisher.logo else 0) + stamp)


def stamp_box(
    guide: Guide, setter: Setter, words: Words, parent: Tag, frame: Area, reached: bool = True
) -> Items:
    """A box for a clinic's stamp in a frame, or with the publisher in it."""
    x, y, width, height = frame
    style, publisher = setter.style, guide.publisher
    items: Items = [Box(x, y, width, height, None, STAMP_BOX, BLACK)]
    measure = width - 2 * INSET
    column = publisher_lines(guide, setter, words, parent, measure, reached)
    text_top = y + max(MARGIN, (height - column.y) / 2)
    if publisher.logo:
        text_top = y + height - MARGIN - column.y
        above = Area(x + INSET, y + MARGIN, measure, height - 2 * MARGIN - column.y)
        items.append(logo(publisher, parent, above))
    elif not is_named(guide):
        text_top = y + MARGIN
        caption = Column(setter, 0, measure)
        caption.add((Inline(words.stamp, Tag("P", parent)),), style.small)
        lowest = y + height - INSET - style.small.baseline - (caption.y - style.small.leading)
        items += [item.moved(x + INSET, lowest) for item in caption.items]
    return items + [item.moved(x + INSET, text_top) for item in column.items]


def logo(publisher: Publisher, parent: Tag, frame: Area) -> Image:
    """The publisher's logo, as large as its frame allows, its proportions kept."""
    x, y, width, height = frame
    pixels_wide, pixels_high = read_picture(publisher.logo).image.size
    scale = min(width / pixels_wide, height / pixels_high)
    tag = Tag("Figure", parent, alternate=publisher.logo_alternate_text)
    return Image(
        tag,
        x,
        y + (height - pixels_high * scale) / 2,
        pixels_wide * scale,
        pixels_high * scale,
        publisher.logo,
    )
