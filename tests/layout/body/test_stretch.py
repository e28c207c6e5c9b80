"""A long guide in two stretches: where it is divided, and that nothing else is different."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide.build import build_guide
from guide.errors import ERROR, GuideError
from guide.language.words import ENGLISH
from guide.layout.body import stretch
from guide.layout.body.stretch import divide
from guide.layout.editions.book import typeset, typeset_in_stretches
from guide.layout.laid_out import LaidOut
from guide.project import Memory
from guide.workers import Here, cores, start_method
from tests.pdf.reading import Reading
from tests.thorough import examples
from tests.verapdf import available, failed_rules

CONTENT = Path(__file__).resolve().parents[3] / "content"


@pytest.fixture
def long(monkeypatch):
    """Guides are long from two listings on, and the first stretch should have 38 of 100."""
    monkeypatch.setattr("guide.layout.body.stretch.LONG", 2)
    monkeypatch.setattr("guide.layout.body.stretch.FIRST_SHARE", 0.38)


@pytest.fixture
def here(monkeypatch):
    """A function after which everything is done in this process."""
    return lambda: monkeypatch.setattr("guide.layout.editions.book.begin", Here)


def parts(maker, *counts, own_page=()):
    """Sections of so many listings."""
    return [
        maker.section(
            *(maker.listing(f"n{place}-{number}", phones=(maker.phone(),)) for number in range(count)),
            id=f"s{place}",
            title=f"Part {place}",
            own_page=place in own_page,
        )
        for place, count in enumerate(counts)
    ]


def test_only_long_guides_are_divided(maker, monkeypatch):
    """At a section, so that the first has somewhat less than half."""
    assert divide(parts(maker, 10, 10)) == 2
    monkeypatch.setattr(stretch, "LONG", 20)
    monkeypatch.setattr(stretch, "FIRST_SHARE", 0.38)
    assert divide(parts(maker, 9, 10)) == 2
    assert divide(parts(maker, 10, 10)) == 1
    assert divide(parts(maker, 20)) == 1
    assert divide(parts(maker, 4, 4, 4, 4, 4)) == 2
    assert divide(parts(maker, 30, 1)) == 2
    assert divide(parts(maker, 1, 30)) == 2


def test_a_section_that_flows_on_does_so_if_another_begins_near(maker, long):
    """And begins a page where all of them flow on."""
    assert divide(parts(maker, 34, 6, 60, own_page={1})) == 1
    assert divide(parts(maker, 34, 6, 60, own_page={2})) == 2
    assert divide(parts(maker, 34, 6, 60)) == 2


def test_pages_are_set_elsewhere_and_numbered_on(maker, long, here):
    """The document here has the others, with their folios."""
    here()
    guide = maker.guide(*parts(maker, 5, 5, 5, own_page={1, 2}))
    whole, _ = typeset(guide, maker.style, ENGLISH)
    (document, elsewhere), _ = laid_out, _ = typeset_in_stretches(guide, maker.style, ENGLISH)
    assert laid_out.page_count == len(whole.pages) == len(document.pages) + elsewhere.page_count
    assert elsewhere.folios == tuple(
        page.folio for page in whole.pages[elsewhere.first : elsewhere.first + elsewhere.page_count]
    )
    assert [page.folio for page in document.pages] == [
        page.folio for page in whole.pages if page.folio not in elsewhere.folios
    ]
    assert document.outline == whole.outline


def text(data):
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


@pytest.mark.slow
@pytest.mark.parametrize(
    "name", ["arabic", "guide", "english-spanish", "pocket", "large-print"][: examples(1, 5)]
)
def test_the_same_bytes_come_from_two_processes_and_from_one(long, here, name):
    """In every language and format."""
    parted = build_guide(CONTENT, name=name)
    here()
    assert build_guide(CONTENT, name=name).pdf == parted.pdf


@pytest.mark.slow
@pytest.mark.parametrize("name", ["arabic", "pocket", "large-print"][: examples(1, 3)])
def test_the_same_guide_comes_out(long, monkeypatch, name):
    """The same words on the same pages, the same links and the same tree: in these editions the section begins a page anyway."""
    parted = build_guide(CONTENT, name=name)
    monkeypatch.setattr(stretch, "LONG", 10_000)
    whole = build_guide(CONTENT, name=name)
    assert (whole.pages, whole.listings, whole.problems) == (parted.pages, parted.listings, parted.problems)
    assert text(whole.pdf) == text(parted.pdf)
    one, two = Reading(whole.pdf), Reading(parted.pdf)
    kinds = [[node.outline() for node in reading.tree.find("Sect")] for reading in (one, two)]
    assert kinds[0] == kinds[1]
    outlines = [[kid.outline() for kid in reading.tree.kids] for reading in (one, two)]
    feet = [each for each in outlines[1] if each not in outlines[0]]
    assert {kind for each in feet for kind in (each[0], each[1][0])} <= {"P", "Link"}
    assert (
        len([kid for each in feet for kid in each[1][1:] if kid != "@"]) <= 1
    )  # no foot is read a second time
    assert len(one.parents) == len(two.parents)


@pytest.mark.slow
def test_a_process_that_keeps_what_it_has_set_makes_the_same(long):
    """There both stretches are set here, and remembered."""
    memory, cold = Memory(), build_guide(CONTENT)
    assert [build_guide(CONTENT, memory=memory).pdf for _ in range(2)] == [cold.pdf, cold.pdf]
    assert memory.galleys


def test_what_one_stretch_finds_is_told_in_order(maker, long, here):
    """Words that are too long for a line, in both."""
    sections = [
        maker.section(maker.listing(f"n{place}", name="x" * 90 + str(place)), id=f"s{place}")
        for place in range(2)
    ]
    guide = maker.guide(*sections)
    told = [problem.message for problem in typeset(guide, maker.style, ENGLISH)[1]]
    assert len(told) == 2
    laid_out, problems = typeset_in_stretches(guide, maker.style, ENGLISH)
    assert [problem.message for problem in problems] == told
    laid_out.give_up()


@pytest.mark.skipif(cores() < 2 or start_method() != "fork", reason="no second process begins here")
def test_what_is_given_up_ends(maker, long):
    """The process that has the other pages; and nothing happens where all of them are here."""
    guide = maker.guide(*parts(maker, 5, 5, 5, own_page={1, 2}))
    laid_out, _ = typeset_in_stretches(guide, maker.style, ENGLISH)
    process = laid_out.elsewhere.peer.process
    assert process.is_alive()
    laid_out.give_up()
    assert not process.is_alive()
    LaidOut(laid_out.document).give_up()


def test_a_character_that_no_face_has_is_told_wherever_it_stands(tmp_path, long):
    """The faces of another process have seen it."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text("title: Help\nedition:\n  date: 2026-03-01\n")
    for number, words in ((1, "plain"), (2, "\U00013000")):
        listing = f"  - id: house-{number}\n    name: House {number}\n    phones: 510-832-0142\n    description: {words}\n"
        (tmp_path / f"sections/{number}.yaml").write_text(f"title: Part {number}\nlistings:\n{listing}")
    with pytest.raises(GuideError) as error:
        build_guide(tmp_path)
    assert [
        (problem.name, problem.message[:7]) for problem in error.value.problems if problem.level == ERROR
    ] == [("no-face-has-character", "House 2")]


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="the packages with veraPDF are not installed")
def test_a_guide_in_two_stretches_conforms(long, tmp_path):
    """In a language that runs leftward too."""
    for name in ("guide", "arabic"):
        (tmp_path / f"{name}.pdf").write_bytes(build_guide(CONTENT, name=name).pdf)
    assert failed_rules(sorted(tmp_path.glob("*.pdf"))) == {}
