"""Pages that are finished are kept, and made again where they are not the same."""

from types import SimpleNamespace

import pytest

from guide.build import make_pdf
from guide.layout.body.galley import Row
from guide.layout.body.kept_pages import PageToKeep, finished_once, page_made_of
from guide.layout.body.listing_pages import ListingPages, OpenPage
from guide.layout.references import Place, Resolver
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Fragment, Inline, RichLine
from guide.layout.type.setter import Setter
from guide.project import Memory, open_project
from guide.studio.making import Counted
from tests.thorough import first_quick

LISTING = (
    "  - id: {id}\n    name: Place {id}\n    phones: [773-471-{number:04}]\n    hours: Mo-Fr 09:00-17:00\n"
    "    description: Beds and meals for everybody who comes. See also [[p3]].\n    verified: 2026-04-01\n"
)
HELP = "help_now:\n  - {text: Call for help, phone: 773-471-1111}\n"
EDITIONS = {
    "pages": "format: pocket\n",
    "help at the ends of sections": "format: a5\nhelp: [ends]\n",
    "help at every foot": "format: pocket\nhelp: [strip]\n",
    "no contents": "contents: none\ncover: none\n",
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sections").mkdir()
    (tmp_path / "editions").mkdir()
    (tmp_path / "guide.yaml").write_text("title: Help\nedition: {date: 2026-04-01}\n" + HELP)
    (tmp_path / "editions/guide.yaml").write_text("default: yes\nformat: pocket\n")
    for section in range(3):
        rows = "".join(
            LISTING.format(id=f"p{each}", number=each) for each in range(section * 9, section * 9 + 9)
        )
        (tmp_path / f"sections/{section}.yaml").write_text(f"title: Part {section}\nlistings:\n{rows}")
    return tmp_path


def change(folder, old, new, section=1):
    path = folder / f"sections/{section}.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


@pytest.fixture
def made(monkeypatch):
    """The folios of the pages that are made."""
    folios, page = [], ListingPages.page

    def told(self, plan, folio, *arguments):
        folios.append(folio)
        return page(self, plan, folio, *arguments)

    monkeypatch.setattr(ListingPages, "page", told)
    return folios


@pytest.mark.slow
def test_only_pages_with_what_has_changed_are_made_again(folder, made):
    """A number, or the title of a section, which stands in its heads."""
    memory = Memory()
    make_pdf(open_project(folder, memory=memory))
    pages = made[:]
    made.clear()
    make_pdf(open_project(folder, memory=memory))
    assert made == []
    change(folder, "773-471-0012", "773-471-9999")
    make_pdf(open_project(folder, memory=memory))
    assert 0 < len(made) <= 3 < len(pages)  # of its section
    made.clear()
    change(folder, "title: Part 1", "title: Part A")
    make_pdf(open_project(folder, memory=memory))
    assert 0 < len(made) < len(pages)


def test_who_makes_an_edition_once_keeps_no_page(folder):
    """To keep them takes a while: the studio makes an edition in a process that ends."""
    memory = Memory()
    counted = memory.galleys["guide"] = Counted(lambda share: None, 27)
    make_pdf(open_project(folder, memory=memory))
    assert counted.set == 27 and not counted.pages and not counted.filled and not counted.has_all_pages


@pytest.mark.slow
@pytest.mark.parametrize("name", first_quick(list(EDITIONS)))
def test_what_is_made_of_kept_pages_is_the_same_to_the_byte(folder, name):
    """With help where a section leaves room, which the page before decides too; and where more pages come in between."""
    (folder / "editions/guide.yaml").write_text("default: yes\n" + EDITIONS[name])
    memory = Memory()
    make_pdf(open_project(folder, memory=memory))
    changes = [
        ("773-471-0012", "773-471-9999"),
        ("Beds", "Beds for tonight, " * 40 + "beds"),
        ("Beds for", "For"),
    ]
    for old, new in changes:
        change(folder, old, new)
        again, fresh = make_pdf(open_project(folder, memory=memory)), make_pdf(open_project(folder))
        assert (again.pdf, again.pages) == (fresh.pdf, fresh.pages)


def test_a_page_that_names_another_is_made_again_when_that_moves(folder, made):
    """Its own section has not changed; but the listing that it mentions is a page further on."""
    memory = Memory()
    make_pdf(open_project(folder, memory=memory))
    made.clear()
    change(folder, "Beds", "Beds for tonight, " * 60 + "beds", section=0)
    assert make_pdf(open_project(folder, memory=memory)).pdf == make_pdf(open_project(folder)).pdf


def test_a_page_with_what_is_read_but_once_is_not_kept():
    """The first foot: who took it from before would have two of them, or none."""
    made = []

    def make():
        made.append(1)
        return SimpleNamespace(finished=lambda resolver, folio: f"page {folio}")

    known = {}
    page = PageToKeep("made of", make, SimpleNamespace(is_repeated=False), known)
    assert [page.finished(None, "7") for _ in range(2)] == ["page 7"] * 2 and len(made) == 2 and not known


def test_a_page_of_another_part_is_kept_while_the_same_stands_on_it(maker):
    """And while all that it names stands there, and words in another script go on from the page before as they did."""
    resolver = Resolver({Anchor("form"): Place(3, 4, 72)}, Setter(maker.style, 2))
    name = Inline("page ", Tag("P", Tag("Document")), page_of=Anchor("form"))
    line, filled = RichLine(0, 20, (Fragment(name, "page "),), 12), {}

    def finished(*items):
        return finished_once(OpenPage([*items]), resolver, "7", filled, tuple)

    first = finished(line)
    assert finished(line).kept is first.kept and finished(line, line).kept is not first.kept
    first = finished(line)
    resolver.places = {Anchor("form"): Place(4, 5, 72)}
    assert finished(line).kept is not first.kept
    first = finished(line)
    resolver.foreign.last = (name.tag, name.tag)
    assert finished(line).kept is not first.kept


def test_a_page_is_made_of_its_rows_where_they_stand_and_what_is_repeated():
    """Rows are compared, and no section: one that is set anew has most of its rows still."""

    def strip(*rows):
        return SimpleNamespace(rows=rows)

    def plan(height=12, y=0.0, continued=None):
        return SimpleNamespace(
            strips=((strip(Row(height, ())), y),),
            xs=(),
            continued=continued,
            group=None,
            used=12,
            last=False,
            sections=(1,),
        )

    listing = SimpleNamespace(number=3, title="Pantry")
    first = page_made_of(plan(), "head", False, ())
    assert first == page_made_of(plan(), "head", False, ())
    others = [plan(height=13), plan(y=1.0), plan(continued=listing)]
    assert all(page_made_of(each, "head", False, ()) != first for each in others)
    assert page_made_of(plan(), "other", False, ()) != first != page_made_of(plan(), "head", True, ())
