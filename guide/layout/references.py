"""Open places made final: page numbers, links and their rules, when every folio is known."""

from typing import NamedTuple

from guide.layout.compose import listing_anchor, section_anchor
from guide.layout.pages import ACCENT, Destination, Line, LinkArea, OutlineEntry
from guide.layout.style import LINK_DROP, LINK_RULE
from guide.layout.text import FOLIO, Anchor, RichLine, RowArea

DESCENDERS = frozenset("gjpqyQ,;()[]{}/|_@µßçşğ")
CLEAR = 0.8  # points between a descender and the link's rule


class Place(NamedTuple):
    """Where an anchor stands: the page's index, its folio, and the height on it."""

    page: int
    folio: int
    y: float


class Resolver:
    """Turns lines with references into text; `places` maps each Anchor to its Place."""

    def __init__(self, places, setter):
        self.places = places
        self.setter = setter

    def resolve(self, items):
        """(items, link areas) of a page, with nothing left open."""
        done, areas = [], []
        for item in items:
            kind = type(item)
            if kind is RichLine:
                self.rich_line(item, done, areas)
            elif kind is RowArea:
                areas.append(LinkArea(item.tag, item.x, item.y, item.width, item.height,
                                      self.target(item.anchor), self.describe(item.description, item.anchor)))
            else:
                done.append(item)
        return done, areas

    def rich_line(self, line, done, areas):
        """Append the texts of a line, its link rules and link areas."""
        setter, rules = self.setter, []
        texts = [(inline, self.text(inline, text)) for inline, text in line.fragments]
        x = line.x
        if line.align:
            x -= sum(setter.width(text, inline.size or line.size, inline.bold) for inline, text in texts)
        link_start, count = x, len(texts)
        for place, (inline, text) in enumerate(texts):
            if place == 0 or texts[place - 1][0].link is not inline.link:
                link_start = x + (setter.width(" ", line.size) if text.startswith(" ") else 0)
            start, size = x, inline.size or line.size
            text = setter.add_text(done, inline, text, x, line.y, size)
            x += setter.width(text, size, inline.bold)
            if not inline.link:
                continue
            if inline.link.ruled:
                rules += self.rule(inline, text, start, x, line)
            if place + 1 == count or texts[place + 1][0].link is not inline.link:
                self.area(inline, line, (link_start, x), areas)
        done += rules

    def text(self, inline, text):
        text = text.replace("\u00a0", " ")
        return f"{text}{self.places[inline.page_of].folio}" if inline.page_of else text

    def target(self, target):
        if not isinstance(target, Anchor):
            return target
        place = self.places[target]
        return Destination(place.page, place.y)

    def describe(self, description, target):
        if not isinstance(target, Anchor):
            return description
        return description.replace(FOLIO, str(self.places[target].folio))

    def area(self, inline, line, span, areas):
        link = inline.link
        if link.area:
            size = inline.size or line.size
            areas.append(LinkArea(
                link.tag or inline.tag, span[0], line.y - size, span[1] - span[0], 1.32 * size,
                self.target(link.target), self.describe(link.description, link.target),
            ))

    def rule(self, inline, text, start, end, line):
        """The accent rule under a link, with gaps for descenders; list of Line."""
        size, y = inline.size or line.size, line.y + LINK_DROP
        width = self.setter.width
        start += width(text[:len(text) - len(text.lstrip())], size, inline.bold)
        shown = text.strip()
        end = start + width(shown, size, inline.bold)
        if DESCENDERS.isdisjoint(shown):
            return [Line(start, y, end, y, LINK_RULE, ACCENT)] if shown else []
        rules, x = [], start
        for place, character in enumerate(shown):
            if character in DESCENDERS:
                left = start + width(shown[:place], size, inline.bold)
                if left - CLEAR > x:
                    rules.append(Line(x, y, left - CLEAR, y, LINK_RULE, ACCENT))
                x = left + width(character, size, inline.bold) + CLEAR
        if end > x:
            rules.append(Line(x, y, end, y, LINK_RULE, ACCENT))
        return rules


def outline_of(guide, places):
    """The bookmarks of the sections, each with its listings; tuple of OutlineEntry."""
    def entry(title, anchor, children=()):
        place = places[anchor]
        return OutlineEntry(title=title, destination=Destination(place.page, place.y), children=children)

    return tuple(
        entry(section.title, section_anchor(section.id),
              tuple(entry(listing.name, listing_anchor(listing.id)) for listing in section.listings))
        for section in guide.sections
    )
