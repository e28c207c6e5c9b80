"""What subheadings and the rows under them say, and how they are tagged."""

from guide import model
from guide.content.choose.choice import choose
from guide.content.hours import parse_hours
from guide.language.words import ENGLISH, words_in
from guide.layout.compose.blocks import ListingBlock, ReferenceBlock, SubheadBlock
from guide.layout.compose.composer import Composer
from guide.layout.compose.subheads import heading_text
from guide.layout.tags import Tag
from guide.model.order import ALWAYS, BY_APPOINTMENT, CALL_FIRST, EVERY_DAY

EXTRA = (ALWAYS, EVERY_DAY, BY_APPOINTMENT, CALL_FIRST)


def by_day(maker):
    """A guide whose one listing meets on two days."""
    opening = parse_hours('Mo,Th 19:00-20:00 "ring twice"')[0].opening
    there = maker.section(maker.listing("one", opening=opening), order="by day")
    return choose(maker.guide(there), model.Edition(name="x"))[0]


def words_of(inlines):
    return "".join(each.text for each in inlines).replace("\xa0", " ")


def test_headings_one_level_below_the_section(maker):
    """Then the name of a listing is one lower still; each subheading has its own part of the tree."""
    [section] = Composer(by_day(maker), ENGLISH).sections(Tag("Document"))
    monday, one, thursday, row = section.listings
    assert [type(each) for each in section.listings] == [
        SubheadBlock,
        ListingBlock,
        SubheadBlock,
        ReferenceBlock,
    ]
    assert [words_of(each.heading) for each in (monday, thursday)] == ["Monday", "Thursday"]
    heading, name = monday.heading[0].tag, one.name[0].tag
    assert (heading.kind, name.kind, heading.parent.kind) == ("H3", "H4", "Sect")
    assert heading.parent.parent is section.tag and heading.parent is not thursday.heading[0].tag.parent


def test_a_row_says_when(maker):
    """Words of the editor's own stand with the listing."""
    [section] = Composer(by_day(maker), ENGLISH).sections(Tag("Document"))
    row = section.listings[-1]
    assert [words_of(note) for note in row.notes] == ["Thursday 7 pm to 8 pm"]
    assert (row.number.text, row.number.bold) == ("1 ", False)
    assert "page" in words_of(row.see)


def test_in_two_languages_the_second_is_tagged_with_its_own(maker):
    guide = by_day(maker)
    second = guide.__class__(**{name: getattr(guide, name) for name in guide.__slots__} | {"language": "es"})
    [section] = Composer(guide, ENGLISH, second=(second, words_in("es"))).sections(Tag("Document"))
    monday, *_, row = section.listings
    assert words_of(monday.heading) == "Monday / Lunes" and monday.title == "Monday / Lunes"
    assert [each.tag.language for each in monday.heading] == ["", "es"]
    english, spanish = (each.text.replace("\xa0", " ") for each in row.notes[0])
    assert english == "Thursday 7 pm to 8 pm / " and spanish.startswith("Jueves")


def test_every_subheading_has_words_in_every_language():
    """Which begin with a capital where the language has some."""
    for words in (ENGLISH, *(words_in(code) for code in ("es", "ar", "ru", "zh"))):
        said = [heading_text(heading, words) for heading in ("", *EXTRA, *range(7))]
        assert len({*said}) == len(said) and all(text[0] == text[0].upper() for text in said)
    assert heading_text("", ENGLISH) == "Anywhere" and heading_text("Ash", ENGLISH) == "Ash"
