"""What has to be corrected in an older edition: by page, and nothing that is printed alike or must not be told."""

from dataclasses import replace

from guide.between.errata import corrected, correction_of, notes_of, whole_name
from guide.content.compare.listings import compare
from guide.model import HelpLine, Publisher
from guide.model.changes import Hidden
from tests.corrected import guides, later, to_correct, version


def test_corrections_stand_by_page(maker):
    """What is new comes last, and what was only checked again is none."""
    phones = [maker.phone(f"312-555-01{n:02}") for n in range(4)]
    old = maker.guide(maker.section(*(maker.listing(id, phones=phones[:1]) for id in "abcd")))
    new = maker.guide(
        maker.section(
            maker.listing("new", phones=phones[:1]),
            maker.listing("a", phones=phones[1:2]),
            maker.listing("b", phones=phones[:1], services=("Food",)),
            maker.listing("c", phones=phones[2:3]),
        )
    )
    asked = to_correct(old, later(new), {"a": 9, "b": 1, "c": 4, "d": 4})
    assert [(each.change.id, each.page, each.number) for each in asked.corrections] == [
        ("c", 4, 3),
        ("d", 4, 4),
        ("a", 9, 1),
        ("new", 0, 0),
    ]


def test_another_section_alone_is_no_correction(maker):
    """A reader finds it on its old page as it is."""
    one = maker.listing("a", phones=(maker.phone(),))
    old = maker.guide(maker.section(one), maker.section(maker.listing("b"), id="t"))
    new = later(maker.guide(maker.section(maker.listing("b")), maker.section(one, id="t")))
    assert to_correct(old, new).count == 0
    assert {each.moved for each in compare(old, new).listings} == {True}


def test_what_has_print_no_now_is_not_told(maker):
    old = maker.guide(maker.section(maker.listing("a"), maker.listing("b")))
    new = later(maker.guide(maker.section(maker.listing("b"))))
    found = compare(old, new, Hidden(frozenset("a")))
    assert corrected(version(old), version(new), found, {"a": 1, "b": 2}, {"a": 1, "b": 2}).count == 0
    assert found.withdrawn == 1


def test_numbers_for_help_come_first(maker):
    """And who hands the guide out; a title is told to whoever makes it, not on the slip."""
    lines = [(HelpLine(text="In danger", phone=maker.phone(number, e164="")),) for number in ("911", "988")]
    old = maker.guide(
        maker.section(maker.listing()),
        help_now=lines[0],
        publisher=Publisher(name="Clinic", email="a@example.org"),
    )
    new = later(
        replace(
            old, help_now=lines[1], title="Other", publisher=Publisher(name="Clinic", email="b@example.org")
        )
    )
    asked = to_correct(old, new)
    assert [(each.title, each.old, each.new) for each in asked.notes] == [
        ("Need help now?", ("In danger: 911",), ("In danger: 988",)),
        ("Clinic", ("a@example.org",), ("b@example.org",)),
    ]
    found = compare(old, new)
    assert list(notes_of(found.whole, version(new))) == list(asked.notes)
    assert "guide: title" in map(whole_name, found.whole)


def test_a_listing_with_another_id_has_the_place_that_it_had(maker):
    old, new = (
        maker.listing(id, "One", phones=(maker.phone(),), email=mail)
        for id, mail in (("a", "a@example.org"), ("z", "b@example.org"))
    )
    (correction,) = guides(maker, [old], [new]).corrections
    assert (correction.number, correction.page, correction.change.id) == (1, 1, "z")
    assert correction_of(replace(correction.change, kind="renamed"), {}, {}) is None
