"""Open places made final: page numbers, links and their rules, when every folio is known."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import chain, groupby
from operator import attrgetter
from typing import Any, NamedTuple

from guide.language.scripts import NBSP, needs_rules
from guide.language.words import Words
from guide.layout.compose.links import group_anchor, listing_anchor, listing_of, section_anchor, whole_anchor
from guide.layout.compose.subheads import group_title
from guide.layout.group import Group, Grouped
from guide.layout.held import Held
from guide.layout.pages import (
    ACCENT,
    Destination,
    Document,
    Item,
    Line,
    LinkArea,
    OutlineEntry,
    Page,
    Target,
    Text,
    run_width,
)
from guide.layout.tags import Tag
from guide.layout.type.foreign import Foreign
from guide.layout.type.inline import (
    FOLIO,
    Anchor,
    Fragment,
    Inline,
    Link,
    OpenItem,
    RichLine,
    RowArea,
    Run,
    with_folio,
)
from guide.layout.type.mirror import mirrored
from guide.layout.type.setter import Setter
from guide.layout.type.spelled import spelled
from guide.layout.type.style import LINK_DROP, LINK_RULE, USUAL_SIZE, Style
from guide.model import Guide, Section

DESCENDERS = frozenset("gjpqyQ,;()[]{}/|_@µßçşğ")
DEEP_DROP = 0.32  # of the size: a rule under letters that reach far below the baseline
CLEAR = 0.8  # points between a descender and the link's rule, and more in larger type


class Place(NamedTuple):
    """Where an anchor stands: the page's index, its folio, and the height on it."""

    page: int
    folio: int
    y: float


def destination_of(place: Place, anchor: Anchor) -> Destination:
    """Where a link to an anchor leads that stands in a place."""
    return Destination(place.page, place.y, listing_of(anchor))


class Resolver:
    """Turns lines with references into text; `places` maps each Anchor to its Place."""

    def __init__(self, places: Mapping[Anchor, Place], setter: Setter, source: str = "") -> None:
        """`source`: the language from which the guide is translated."""
        self.places = places
        self.setter = setter
        self.asked: dict[Anchor, Place] = {}  # where what pages have asked for stands
        style = setter.style
        self.foreign = Foreign((style.language, source, style.second.language if style.second else ""))

    def page(self, items: Iterable[OpenItem], width: float, height: float, folio: str) -> Page:
        """A finished page; in a language that runs leftward it is turned round as a whole."""
        done, links = self.resolve(items)
        if self.setter.leftward:
            done, links = mirrored(done, 0, width), mirrored(links, 0, width)
        return Page(width=width, height=height, folio=folio, items=tuple(done), links=tuple(links))

    def resolve(self, items: Iterable[OpenItem]) -> tuple[list[Item], list[LinkArea]]:
        """(items, link areas) of a page, with nothing left open."""
        done: list[Item] = []
        areas: list[LinkArea] = []
        for item in items:
            if isinstance(item, Text):
                done += self.pieces(item, self.setter.leftward)
            elif isinstance(item, RichLine):
                self.rich_line(item, done, areas)
            elif isinstance(item, RowArea):
                tag, x, y, width, height, anchor, description = item
                target = self.target(anchor)
                areas.append(LinkArea(tag, x, y, width, height, target, self.describe(description, anchor)))
            elif isinstance(item, Held):
                more, links = self.resolve(item.items)
                done += more
                areas += links
            elif isinstance(item, Group):
                self.finish(item.of)
                done.append(item)
                areas += item.areas
            else:
                done.append(item)
        return done, areas

    def finish(self, grouped: Grouped) -> None:
        """Make the lines of a group final, once for all documents that have it."""
        if grouped.items is None:
            items, areas = self.resolve(grouped.open)
            grouped.items, grouped.areas = tuple(items), tuple(areas)

    def rich_line(self, line: RichLine, done: list[Item], areas: list[LinkArea]) -> None:
        """Append the texts of a line, its link rules and link areas."""
        setter = line.setter or self.setter
        texts: list[Item] = []
        rules: list[Item] = []
        links: list[LinkArea] = []
        fragments = [Fragment(self.heard(inline), self.text(inline, text)) for inline, text in line.fragments]
        x = line.x
        if line.align:
            *before, (inline, text) = fragments
            shown = (*before, Fragment(inline, text.rstrip(" ")))
            x -= sum(setter.width(text, inline.size or line.size, inline.bold) for inline, text in shown)
        runs = setter.runs(fragments, line.size)
        turned = self.setter.leftward or line.edges is not None
        for run in runs:
            texts += self.pieces(setter.item(run, x, line.y), turned)
            if run.inline.link and run.inline.link.ruled:
                rules += self.rule(run, x, line)
        by_place = runs if len(runs) == 1 else sorted(runs, key=attrgetter("x"))
        for link, group in groupby(by_place, attrgetter("inline.link")):
            if link:
                self.area(link, list(group), x, line, links)
        if line.edges is not None:
            texts, rules = mirrored(texts, 0, line.edges), mirrored(rules, 0, line.edges)
            links = mirrored(links, 0, line.edges)
        done += texts + rules
        areas += links

    def pieces(self, item: Text, leftward: bool) -> Iterable[Text]:
        """A text in pieces, abbreviations and words of other languages below tags of their own."""
        if not self.foreign.needed and not (item.tag and item.tag.spells):  # as most are
            return (item,)
        found = spelled(item, leftward)
        if not self.foreign.needed:
            return found
        return chain.from_iterable(self.foreign.pieces(each, leftward) for each in found)

    def heard(self, inline: Inline) -> Inline:
        """A piece whose page is heard in words, with the number of the page in them."""
        tag = inline.tag
        if not inline.page_of or not tag or FOLIO not in tag.heard:
            return inline
        said = tag.heard.replace(FOLIO, str(self.place(inline.page_of).folio))
        return inline._replace(tag=Tag(tag.kind, tag.parent, heard=said))

    def place(self, anchor: Anchor) -> Place:
        """Where an anchor stands; of a part of a listing that is not set by itself, the listing."""
        place = self.asked[anchor] = self.places.get(anchor) or self.places[whole_anchor(anchor)]
        return place

    def find(self, anchor: Anchor) -> Place | None:
        """The same, None for what stands nowhere."""
        return self.places.get(anchor) or self.places.get(whole_anchor(anchor))

    def text(self, inline: Inline, text: str) -> str:
        text = text.replace(NBSP, " ")
        return with_folio(text, str(self.place(inline.page_of).folio)) if inline.page_of else text

    def target(self, target: str | Anchor) -> Target:
        if not isinstance(target, Anchor):
            return target
        return destination_of(self.place(target), target)

    def describe(self, description: str, target: str | Anchor) -> str:
        if not isinstance(target, Anchor):
            return description
        return description.replace(FOLIO, str(self.place(target).folio))

    def area(self, link: Link, runs: list[Run], x: float, line: RichLine, areas: list[LinkArea]) -> None:
        """Append the area of neighbouring runs of one link."""
        first, last = runs[0], runs[-1]
        tag = link.tag or last.inline.tag
        if not link.area or tag is None:
            return
        left, right = x + first.x, x + last.x + last.width
        if first.text.startswith(" ") and not first.leftward:
            left += self.setter.width(" ", line.size)
        size = max(run.inline.size or line.size for run in runs)
        areas.append(
            LinkArea(
                tag,
                left,
                line.y - size,
                right - left,
                1.32 * size,
                self.target(link.target),
                self.describe(link.description, link.target),
            )
        )

    def rule(self, run: Run, x: float, line: RichLine) -> list[Line]:
        """The accent rule under a run of a link, with gaps for descenders."""
        face, size = run.face, run.size
        shown = run.text.strip()
        if not shown:
            return []
        before = len(run.text) - len(run.text.lstrip())
        if run.leftward or needs_rules(shown):  # of a script whose letters reach further down
            y = line.y + DEEP_DROP * size
            outer = run_width(" ", face, size) * (len(run.text) - len(shown))
            left = x + run.x + (outer if before and not run.leftward else 0)
            return [Line(left, y, left + run.width - outer, y, LINK_RULE, ACCENT)]
        rules = self.rules(run, shown, before, x + run.x, line.y + LINK_DROP)
        if self.setter.leftward != (
            line.edges is not None
        ):  # the rules will be turned round, and the letters will not
            return [rule.mirrored(2 * (x + run.x) + run.width) for rule in rules]
        return rules

    def rules(self, run: Run, shown: str, before: int, x: float, y: float) -> list[Line]:
        """The parts of a rule at the height y under what is shown of a run at x, with `before` spaces."""
        face, size = run.face, run.size
        start = x + (run_width(run.text[:before], face, size) if before else 0)
        end = start + run_width(shown, face, size)
        if DESCENDERS.isdisjoint(shown):
            return [Line(start, y, end, y, LINK_RULE, ACCENT)]
        rules, x, clear = [], start, CLEAR * max(1, size / USUAL_SIZE)
        places = (
            face.places(shown)
            if shown.isascii()
            else [run_width(shown[:end], face, size) / size for end in range(len(shown) + 1)]
        )
        for place, character in enumerate(shown):
            if character in DESCENDERS:
                left, right = (start + size * edge for edge in places[place : place + 2])
                if left - clear > x:
                    rules.append(Line(x, y, left - clear, y, LINK_RULE, ACCENT))
                x = right + clear
        if end > x:
            rules.append(Line(x, y, end, y, LINK_RULE, ACCENT))
        return rules


def document_of(guide: Guide, style: Style, pages: Iterable[Page], root: Tag, **more: Any) -> Document:
    """The finished pages of a guide as a Document that is named after it; `more` goes to the Document as it is."""
    return Document(
        title=guide.title,
        leftward=style.leftward,
        language=guide.language,
        author=guide.publisher.name,
        subject=guide.subtitle,
        date=guide.edition.date,
        accent=style.accent,
        pages=tuple(pages),
        root=root,
        **more,
    )


def outline_of(
    guide: Guide, places: Mapping[Anchor, Place], names: Mapping[str, str], words: Words
) -> tuple[OutlineEntry, ...]:
    """The bookmarks of the sections, each with its listings, whose names are given by id, under its subheadings."""

    def entry(title: str, anchor: Anchor, **more: Any) -> OutlineEntry:
        return OutlineEntry(title=title, destination=destination_of(places[anchor], anchor), **more)

    def listing(id: str) -> OutlineEntry:
        return entry(names[id], listing_anchor(id), listing=id)

    def below(section: Section) -> Iterator[OutlineEntry]:
        """Yield the subheadings of a section with their listings, or these alone."""
        for number, group in enumerate(section.groups):
            whole = tuple(listing(each.id) for each in group.entries if each.whole)
            yield entry(group_title(group, words.versions), group_anchor(section.id, number), children=whole)
        if not section.groups:
            yield from (listing(each.id) for each in section.listings)

    return tuple(
        entry(
            section.title,
            section_anchor(section.id),
            children=tuple(below(section)),
        )
        for section in guide.sections
    )
