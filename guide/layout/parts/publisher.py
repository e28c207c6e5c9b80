"""Who hands the guide out, and how to reach them: in the place of a stamp, or in a line."""

from guide.layout.body.galley import Column, move
from guide.layout.compose.links import bare_address, full_address, link_description
from guide.layout.compose.templates import joined
from guide.layout.pages import BLACK, Box, Image, Tag
from guide.layout.type.inline import Inline, Link
from guide.layout.type.style import STAMP_BOX
from guide.pictures import read_picture

LOGO_HEIGHT = 60
MOST_LINES = 5  # of name and address, each on its own


def contacts(guide, words, parent):
    """How the publisher is reached and where the guide is on the web, each as a link; list of Inline."""
    publisher, phone, said = guide.publisher, guide.publisher.phone, []
    if phone:
        extension = (
            ", " + words.versions[0].extension.format(extension=phone.extension) if phone.extension else ""
        )
        target = (
            f"tel:{phone.e164}" + (f";ext={phone.extension}" if phone.extension else "") if phone.e164 else ""
        )
        said.append((joined(phone.printed + extension), target))
    if publisher.email:
        said.append((publisher.email, "mailto:" + publisher.email))
    said += [
        (bare_address(each), full_address(each))
        for each in dict.fromkeys((publisher.website, guide.website))
        if each
    ]
    return [_linked(text, target, words, parent) for text, target in said]


def _linked(text, target, words, parent):
    link = Link(target, link_description(target, text, words)) if target else None
    return Inline(text, Tag("Link", parent) if parent is not None and link else parent, True, link)


def separated(inlines, tag):
    """Pieces one behind the other, with commas; tuple of Inline."""
    pieces = []
    for inline in inlines:
        pieces += [Inline(", ", tag)] * bool(pieces) + [inline]
    return tuple(pieces)


def publisher_lines(guide, setter, words, parent, measure, reached=True):
    """Name, address and, if `reached`, contacts as a Column of this measure; the address run in where it has many lines."""
    publisher = guide.publisher
    lines = [publisher.name, *publisher.address] if publisher.name else list(publisher.address)
    if len(lines) > MOST_LINES:
        lines = [lines[0], ", ".join(lines[1:])]
    column, tag = Column(setter, 0, measure), Tag("P", parent)
    for place, text in enumerate(lines):
        column.add(
            (Inline(text, tag, place == 0 and bool(publisher.name)),),
            setter.style.body,
            runs_on=place + 1 < len(lines),
        )
    for inline in contacts(guide, words, Tag("P", parent)) if reached else ():
        column.add((inline,), setter.style.body)
    return column


def is_named(guide):
    """Whether the content says who hands the guide out; else there is a place for a stamp."""
    return bool(guide.publisher.name or guide.publisher.address or guide.publisher.logo)


def publisher_line(guide, setter, words, parent, measure):
    """Name and contacts run in, for pages without room for the stamp's box; a Column of this measure."""
    column, tag = Column(setter, 0, measure), Tag("P", parent)
    name = [Inline(guide.publisher.name, tag, True)] * bool(guide.publisher.name)
    pieces = separated([*name, *contacts(guide, words, tag)], tag)
    if pieces:
        column.add(pieces, setter.style.body)
    return column


def stamp_height(guide, setter, words, width, least, reached=True):
    """How high the box of the stamp has to be for what stands in it, logo and all; 0 where there is none."""
    if not least:
        return 0
    text = publisher_lines(guide, setter, words, None, width - 20, reached).y
    stamp = 0 if is_named(guide) else least - 16 if text else 0
    return max(least, (text + 16 if text else 0) + (LOGO_HEIGHT if guide.publisher.logo else 0) + stamp)


def stamp_box(guide, setter, words, parent, frame, reached=True):
    """A box for a clinic's stamp at (x, y, width, height), or with the publisher in it; list of items."""
    x, y, width, height = frame
    style, publisher = setter.style, guide.publisher
    items = [Box(x, y, width, height, None, STAMP_BOX, BLACK)]
    column = publisher_lines(guide, setter, words, parent, width - 20, reached)
    text_top = y + max(8, (height - column.y) / 2)
    if publisher.logo:
        text_top = y + height - 8 - column.y
        items.append(logo(publisher, parent, (x + 10, y + 8, width - 20, height - 16 - column.y)))
    elif not is_named(guide):
        text_top = y + 8
        caption = Column(setter, 0, width - 20)
        caption.add((Inline(words.stamp, Tag("P", parent)),), style.small)
        lowest = y + height - 10 - style.small.baseline - (caption.y - style.small.leading)
        items += [move(item, x + 10, lowest) for item in caption.items]
    return items + [move(item, x + 10, text_top) for item in column.items]


def logo(publisher, parent, frame):
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
