"""Drafts have the pages of builds, whichever is looked at first."""

from dataclasses import replace

import pytest

from guide.language.words import ENGLISH
from guide.layout.body.memory import GalleyMemory
from guide.layout.editions import draft as drafts
from guide.layout.editions.draft import lay_out_draft
from guide.layout.editions.lay_out import lay_out
from guide.layout.editions.versions import Version, stacks_of
from guide.model import Edition, Paragraph, Span
from tests.thorough import first_quick


def prose(count):
    return (Paragraph((Span("Words that say what it does for everybody. " * count),)),)


def guide_of(maker, count, sections=3):
    """A guide of so many listings."""
    return maker.guide(
        *(
            maker.section(
                *(
                    maker.listing(
                        f"l{place}-{each}",
                        f"Name {place} {each}",
                        phones=(maker.phone(),),
                        description=prose(1 + (each * 7 + place) % 9),
                    )
                    for each in range(count // sections)
                ),
                id=f"s{place}",
                title=f"Section {place}",
                own_page=place == 1,
            )
            for place in range(sections)
        )
    )


def bare(page):
    """A page without tags, which are never equal."""
    items = [each._replace(tag=None) if hasattr(each, "tag") else each for each in page.items]
    links = [each._replace(tag=None) for each in page.links]
    return page.width, page.height, page.folio, items, links


def both(guide, edition, in_stretches=False, galleys=None):
    versions = [Version(guide, ENGLISH, stacks_of(guide))]
    done = lay_out(versions, edition, guide)
    draft, problems = lay_out_draft(versions, edition, guide, galleys, in_stretches)
    assert problems == done.problems
    return done.document, draft


@pytest.mark.parametrize(
    "edition",
    first_quick(
        [
            Edition(name="a", columns=1),
            Edition(name="a", columns=2),
            Edition(name="a", format="pocket"),
            Edition(name="a", format="one-sheet"),
            Edition(name="a", cover="none"),
            Edition(name="a", fit=30),
        ],
        2,
    ),
    ids=lambda edition: f"{edition.format}-{edition.columns}-{edition.cover}-{edition.fit}",
)
def test_a_draft_has_the_pages_of_a_build(maker, edition):
    """From the last to the first, and again."""
    guide = guide_of(maker, 18)
    document, draft = both(guide, edition)
    assert draft.count == len(document.pages)
    for index in [*reversed(range(draft.count)), 0]:
        assert bare(draft.page(index)) == bare(document.pages[index]), index
        assert draft.size(index) == (document.pages[index].width, document.pages[index].height)


@pytest.mark.slow
def test_a_long_guide_has_the_pages_of_its_two_stretches(maker):
    """A build leaves the second elsewhere; it begins a page there and here."""
    guide = guide_of(maker, 210, 6)
    versions = [Version(guide, ENGLISH, stacks_of(guide))]
    done = lay_out(versions, Edition(name="a"), guide, in_stretches=True)
    assert done.laid_out.elsewhere
    elsewhere = done.laid_out.elsewhere
    done.laid_out.give_up()
    draft, _ = lay_out_draft(versions, Edition(name="a"), guide, GalleyMemory(), True)
    assert draft.count == done.laid_out.page_count
    here = [*range(elsewhere.first), *range(elsewhere.first + elsewhere.page_count, draft.count)]
    for index, page in zip(here, done.document.pages):
        assert bare(draft.page(index)) == bare(page), index
    first = draft.page(elsewhere.first)
    assert first.folio == elsewhere.folios[0] and first.items


def test_a_draft_knows_where_listings_begin(maker):
    """As a document does by its bookmarks."""
    guide = guide_of(maker, 6)
    for format in ("letter", "one-sheet"):
        document, draft = both(guide, Edition(name="a", format=format))
        found = {each.id: draft.first_page(each.id) for each in guide.listings}
        assert found == drafts.WholeDraft(document).places and draft.first_page("nobody") is None


def test_columns_part_where_the_border_is(maker):
    guide = guide_of(maker, 6)
    _, one = both(guide, Edition(name="a", columns=1))
    _, two = both(guide, Edition(name="a", columns=2))
    assert one.border(3) is None and one.border(4) is None
    right, left = two.border(4), two.border(5)
    assert 250 < left < 360 and 250 < right < 360


def test_what_cannot_be_laid_out_has_no_draft(maker):
    guide = guide_of(maker, 30)
    versions = [Version(guide, ENGLISH, stacks_of(guide))]
    draft, problems = lay_out_draft(versions, replace(Edition(name="a"), fit=1), guide)
    assert draft is None and problems
