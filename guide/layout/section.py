"""Sections set to the measure: the opening, joined to its first listing, and the listings."""

from guide.layout.galley import Column, Row, Strip, set_prose
from guide.layout.listing import ListingSetter
from guide.layout.pages import ACCENT, Line
from guide.layout.shapes import CAP_HEIGHT, key


def set_galley(sections, setter):
    """The galleys of the body; list of lists of Strip, one list for each run of sections that flow on."""
    runs = []
    for section in sections:
        strips = set_section(section, setter)
        if runs and section.flows_on:
            runs[-1] += strips
        else:
            runs.append(strips)
    return runs


def set_section(section, setter):
    """The strips of a section; list of Strip."""
    listings = ListingSetter(setter)
    strips = _opening(section, setter)
    for place, listing in enumerate(section.listings):
        new = listings.strips(listing, section, after_opening=place == 0)
        if place == 0:
            strips = _join_opening(strips, new, setter.style.grid.depth)
        else:
            strips += new
    return strips


def _opening(section, setter):
    """Rule, key, title and introduction; the first strip keeps at least three lines of the introduction."""
    style, u = setter.style, setter.style.u
    title = Column(setter, style.grid.number_column, style.grid.main)
    number, *heading = section.heading
    side = style.key_opening
    centre = style.h1.baseline - CAP_HEIGHT * style.h1.size / 2
    title.items += key(0, centre - side / 2, side, section.number, style, number.tag)
    title.add(tuple(heading), style.h1)
    rows = [Row(1.5 * u, (Line(0, 0, style.grid.live, 0, style.stroke, ACCENT),)), title.row(), Row(1.5 * u, ())]
    strips = []
    for chunk in set_prose(section.introduction, setter, style.grid.number_column, style.grid.prose):
        if not strips:
            rows.append(chunk.row)
            strips = [_strip(rows, section, 5 * u)]
        else:
            strips.append(Strip(chunk.row.height, (chunk.row,), chunk.space, section, None, (), chunk.inside))
    strips = strips or [_strip(rows, section, 5 * u)]
    if section.introduction:
        last = strips[-1]
        strips[-1] = last._replace(height=last.height + 2 * u, rows=(*last.rows, Row(2 * u, ())))
    return strips


def _strip(rows, section, space):
    return Strip(sum(row.height for row in rows), tuple(rows), space, section, None, ((section.anchor, 0),))


def _join_opening(opening, listing, depth):
    """The opening and the first listing's head as one strip, where a page can hold both."""
    head, *rest = listing
    height = sum(strip.height + strip.space for strip in opening) - opening[0].space
    if height + head.height > depth:
        return opening + listing
    rows = []
    for place, strip in enumerate(opening):
        rows += [Row(strip.space, ())] * bool(place and strip.space) + list(strip.rows)
    starts = opening[0].starts + tuple((anchor, y + height) for anchor, y in head.starts)
    joined = opening[0]._replace(height=height + head.height, rows=(*rows, *head.rows), listing=head.listing, starts=starts)
    return [joined, *rest]
