"""A mention that leads nowhere stands in a picture as it was typed."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from guide import model
from guide.content.choose.mended import MISSING, with_names, without_unknown
from guide.errors import Mark

MARK = Mark(Path("a.yaml"), 1, 1)


def mention(listing_id):
    return model.Span("", mention=listing_id)


def guide_of(listing_id):
    """A guide that mentions a listing in all of its texts."""
    prose = (model.Paragraph((model.Span("See "), mention(listing_id))),)
    listing = model.Listing(id="a", name="A", mark=MARK, description=prose)
    section = model.Section(id="s", title="S", mark=MARK, listings=(listing,), introduction=prose)
    return model.Guide(
        title="T",
        edition=model.EditionMark(date=date(2026, 11, 23)),
        mark=MARK,
        sections=(section,),
        how_to_use=((mention(listing_id),),),
        closing_notes=prose,
        own_pages=(model.OwnPage(id="p", title="P", mark=MARK, text=prose),),
    )


def test_a_guide_in_which_all_is_known_stays_the_same():
    guide = guide_of("a")
    assert without_unknown(guide) is guide


def test_what_leads_nowhere_is_words():
    guide = without_unknown(guide_of("nobody"))
    (section,) = guide.sections
    for prose in (
        section.introduction,
        section.listings[0].description,
        guide.closing_notes,
        guide.own_pages[0].text,
    ):
        assert prose[0].spans[1] == model.Span("[[nobody]]")
    assert guide.how_to_use == ((model.Span("[[nobody]]"),),)
    assert replace(guide, sections=()).title == "T"


def test_what_has_no_name_is_called_by_its_id():
    """Or by a sign; what has names stays the same."""
    guide = guide_of("a")
    (section,) = guide.sections
    assert with_names(guide) == guide
    bare = model.Listing(id="b", name="", mark=MARK, programs=(model.Program(name="", mark=MARK, number=2),))
    section = replace(section, title="", listings=(*section.listings, bare))
    found = with_names(replace(guide, title="", sections=(section,)))
    assert (found.title, found.sections[0].title) == (MISSING, "s")
    first, second = found.sections[0].listings
    assert first is section.listings[0] and (second.name, second.programs[0].name) == ("b", "program-2")
