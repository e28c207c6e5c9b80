"""An older edition with the pages that it was printed with."""

from guide.between.printed_before import kept_edition, pages_of, print_before
from guide.between.states import open_state


def test_the_pages_are_those_of_the_manifest(two_versions):
    """Of the edition that was kept under this number."""
    content, out = two_versions
    kept = kept_edition(out, "1", "pocket")
    assert kept and kept.name == "pocket" and pages_of(kept)
    with open_state(str(kept.folder), content, out) as state:
        before = print_before(state, "pocket", kept)
    assert before.pages == pages_of(kept) == before.printed.pages
    assert before.printed.chosen.guide.edition.number == 1


def test_of_an_edition_that_was_not_made_they_are_counted_anew(two_versions):
    content, out = two_versions
    kept = kept_edition(out, "1", "guide")
    assert kept and kept.name == "pocket"  # what it was made from is there all the same
    with open_state(str(kept.folder), content, out) as state:
        before = print_before(state, "guide", kept)
    assert before.pages == before.printed.pages != pages_of(kept)
    assert kept_edition(out, "7", "pocket") is None


def test_a_manifest_that_says_nothing_gives_no_pages(two_versions, tmp_path):
    _, out = two_versions
    kept = kept_edition(out, "1", "pocket")
    assert pages_of(kept._replace(folder=tmp_path)) is None
