"""Many handouts as one document."""

import re
from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from guide.batch.handouts import Handouts, Wish
from guide.batch.merge import merged
from guide.build import write_pdf
from guide.layout.laid_out import LaidOut
from guide.model import Personal
from guide.project import open_project
from tests import verapdf
from tests.batch.people import write_guide
from tests.batch.test_handouts import PLAIN


@pytest.fixture(scope="module")
def documents(tmp_path_factory):
    """Of two people, the first of three pages."""
    folder = write_guide(tmp_path_factory.mktemp("guide"))
    handouts = Handouts(guide=open_project(folder).printed, folder=folder)

    def make(name, ids):
        personal = Personal(greeting=f"For {name}")
        wish = Wish(edition=replace(PLAIN, columns=1), listings=ids, pages=3, personal=personal)
        return handouts.lay_out(wish).laid_out.document

    return [
        lambda: make("Ana", tuple(f"food-{number}" for number in range(14))),
        lambda: make("Bob", ("beds-2", "food-1")),
    ]


def test_handouts_follow_each_other(documents):
    """Each begins a leaf where both sides are printed; tags, links and bookmarks stay with their pages."""
    ana, bob = (make() for make in documents)
    pages = len(ana.pages)
    assert pages % 2
    made = merged([ana, bob], True)
    assert [bool(page.items) for page in made.pages] == [True] * pages + [False] + [True] * len(bob.pages)
    assert [page.folio for page in made.pages] == [str(number + 1) for number in range(len(made.pages))]
    assert [entry.destination.page for entry in made.outline] == [0, pages + 1]
    assert made.outline[1].children[0].destination.page == pages + 1
    assert len(merged([make() for make in documents], False).pages) == pages + len(bob.pages)


@pytest.mark.slow
@pytest.mark.skipif(not verapdf.available(), reason="veraPDF is not installed")
def test_the_file_is_tagged_and_conforms(documents, tmp_path):
    """PDF/UA-1 and PDF/A-2a, in reading order: all of one person before the next."""
    data = write_pdf(LaidOut(merged([make() for make in documents], True)), "colour")
    text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert [match[1] for match in re.finditer(r"For (Ana|Bob)", text)] == ["Ana", "Bob"]
    path = tmp_path / "all.pdf"
    path.write_bytes(data)
    assert verapdf.failed_rules([path]) == {}
