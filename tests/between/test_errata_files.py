"""The files of errata, and what is said of them."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from guide.between.errata_files import PAGES, SLIP, STICKERS, Wish, make_errata, write_errata
from guide.between.printed import print_edition
from guide.between.printed_before import kept_edition, print_before
from guide.between.slips import SLIPS
from guide.between.states import open_state
from guide.content.choose.printable import hidden_in
from guide.label_sheets import SHEETS
from guide.layout.editions.label_pages import Sheeting
from guide.output import is_made_here
from guide.project import open_project

TODAY = date(2027, 4, 20)


@pytest.fixture(scope="module")
def editions(two_versions):
    """(the edition before, that of now, what is hidden)."""
    content, out = two_versions
    project = replace(open_project(content, TODAY), problems=())  # its numbers are made up
    kept = kept_edition(out, "1", "pocket")
    with open_state(str(kept.folder), content, out) as state:
        before = print_before(state, "pocket", kept)
    return before, print_edition(project, "pocket"), hidden_in(project.guide)


def make(editions, folder, *kinds, **more):
    return make_errata(*editions, folder, TODAY, Wish(Sheeting(SHEETS["5163"]), kinds, **more))


@pytest.mark.slow
def test_all_is_made_that_is_asked_for(editions, tmp_path):
    """The slip, two of it on a sheet, stickers; the list of slips beside them."""
    made = make(editions, tmp_path, SLIP, STICKERS)
    assert set(made.files) == {"slip-1.pdf", "slip-1-two-up.pdf", "stickers-5163.pdf", SLIPS}
    assert (made.slip, made.corrections) == (1, 3)  # a number, one closed, one new
    said = " ".join(made.said)
    assert "no sticker, since the older edition does not have it, for Harbor Food Bank" in said
    assert "in another section now, and on no slip: VOCAL New York" in said
    assert "print slip-1-two-up.pdf on Letter, one side" in said
    assert len(PdfReader(BytesIO(made.files["slip-1-two-up.pdf"])).pages) == 1  # no white back
    assert all(
        is_made_here(data) for name, data in made.files.items() if name.startswith(("slip-1.", "stickers"))
    )


@pytest.mark.slow
def test_pages_that_do_not_fit_are_named(editions, tmp_path):
    """A listing moved, so that no page of a pocket guide in rows is what it was."""
    made = make(editions, tmp_path, PAGES)
    assert set(made.files) <= {SLIPS, "pages.pdf"}
    assert any("as they are" in said or "as it is" in said for said in made.said)


def test_the_files_stay_until_new_ones_take_their_place(editions, tmp_path):
    """A second slip gets its own number only when it says something else; pages that fit no more go away."""
    made = make(editions, tmp_path, SLIP)
    paths = write_errata(made, tmp_path, (SLIP,))
    assert {path.name for path in paths} == {"slip-1.pdf", "slip-1-two-up.pdf"}
    again = make(editions, tmp_path, SLIP)
    assert again.files == made.files
    before, _, hidden = editions
    nothing = make_errata(
        before, before.printed, hidden, tmp_path, TODAY, Wish(Sheeting(SHEETS["5163"]), (SLIP,))
    )
    assert nothing.corrections == 0
