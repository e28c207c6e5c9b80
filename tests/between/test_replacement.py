"""Pages that fit among old ones: the same listings under the same numbers, and references to pages that are still there."""

import pytest

from guide.between.printed import Printed
from guide.between.replacement import (
    FITS,
    OTHER_LISTINGS,
    OTHER_NUMBERS,
    OTHER_PAGES,
    RUNS_ON,
    SAME,
    Content,
    Verdict,
    find_replacement,
    leaves_of,
    state_of,
    with_run_ons,
)
from guide.build import pages_of_listings
from guide.content.choose.languages import Chosen
from guide.model import Edition
from tests.corrected import later, version


def printed(maker, guide, **more):
    """A guide on Letter, its sections each on a page of their own."""
    document, problems = maker.typeset(guide)
    return Printed(
        edition=Edition(name="letter", **more),
        chosen=Chosen(guide=guide, whole=guide),
        versions=(version(guide),),
        document=document,
        pages=dict(pages_of_listings(document.outline)),
        numbers=guide.entries,
    )


def guide(maker, numbers, more=()):
    """A guide of sections, each of two listings with these numbers, the first with more listings."""
    sections = []
    for place, pair in enumerate(numbers):
        listings = [maker.listing(f"{place}{n}", phones=(maker.phone(each),)) for n, each in enumerate(pair)]
        sections.append(
            maker.section(
                *listings,
                *(more if place == 0 else ()),
                id=f"s{place}",
                own_page=True,
                title=f"Section {place}",
            )
        )
    return maker.guide(*sections)


A, B, C, D, E = (f"312-555-010{n}" for n in range(5))


def test_a_page_with_another_number_takes_the_place_of_the_old(maker):
    """With the other side of its leaf, which is the same."""
    old = guide(maker, [(A, B), (C, D)])
    new = later(guide(maker, [(A, E), (C, D)]))
    before, after = printed(maker, old), printed(maker, new)
    found = find_replacement(before, after, before.pages)
    first, second = before.pages["00"], before.pages["10"]
    assert found.verdicts == (Verdict(first, FITS), Verdict(second, SAME))
    assert [page.folio for page in found.document.pages] == [str(first), str(second)] and not found.alone


def test_with_another_listing_no_page_after_it_fits(maker):
    """Numbers have moved, though the listings are the same."""
    old = guide(maker, [(A, B), (C, D)])
    new = later(guide(maker, [(A, B), (C, D)], more=(maker.listing("more"),)))
    before = printed(maker, old)
    found = find_replacement(before, printed(maker, new), before.pages)
    assert [each.state for each in found.verdicts] == [OTHER_LISTINGS, OTHER_NUMBERS]
    assert found.document is None and len(found.not_fitting) == 2


def test_nothing_fits_an_edition_that_was_printed_otherwise(maker):
    """By another release of the program."""
    before = printed(maker, guide(maker, [(A, B)]))
    after = printed(maker, later(guide(maker, [(A, E)])))
    assert find_replacement(before, after, before.pages | {"00": 9}).verdicts == ()
    assert (
        find_replacement(before, printed(maker, after.chosen.guide, format="wallet"), before.pages).verdicts
        == ()
    )


def test_a_page_that_refers_to_others_than_before_does_not_fit(maker):
    before = printed(maker, guide(maker, [(A, B), (C, D)]))
    was, now = Content(("00",), ("a",), frozenset()), Content(("00",), ("b",), frozenset())
    there, moved = frozenset({("10", before.pages["10"] - 1)}), frozenset({("10", 20)})
    assert state_of(was, now._replace(leads=there), before, before) == FITS
    assert state_of(was, now._replace(leads=moved), before, before) == OTHER_PAGES
    assert state_of(was, now._replace(leads=frozenset({("", 3)})), before, before) == OTHER_PAGES


def test_what_runs_on_fits_as_a_whole_or_not_at_all():
    contents = [
        Content((), (), frozenset()),
        *(Content(ids, (), frozenset()) for ids in (("a", "b"), ("b", "c"), ("c",), ("d",))),
    ]
    states = [FITS, FITS, OTHER_LISTINGS, FITS]
    found = with_run_ons([Verdict(place, state) for place, state in enumerate(states, 2)], contents)
    assert [each.state for each in found] == [RUNS_ON, RUNS_ON, OTHER_LISTINGS, FITS]


@pytest.mark.parametrize(
    ("fitting", "same", "single", "order", "alone"),
    [
        ([3], {3, 4}, False, [3, 4], []),
        ([4], {4}, False, [0, 4], [4]),
        ([3, 6], {3, 5, 6}, False, [3, 0, 5, 6], [3]),
        ([3, 6], {3, 6}, True, [3, 6], []),
    ],
)
def test_pages_come_with_the_other_side_of_their_leaf(fitting, same, single, order, alone):
    assert leaves_of(fitting, same, single) == (order, alone)
