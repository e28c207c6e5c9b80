"""Listings that have not changed are not made anew, and what comes out is the same."""

import pytest

from guide.build import make_pdf
from guide.layout.compose.composer import Composer
from guide.project import Memory, open_project
from tests.thorough import first_quick

LISTING = (
    "  - id: {id}\n    name: Place {id}\n    phones: [773-471-{number:04}]\n    hours: Mo-Fr 09:00-17:00\n"
    "    description: Beds and meals for everybody who comes. See also [[p3]].\n    verified: 2026-04-01\n"
)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "sections").mkdir()
    (tmp_path / "editions").mkdir()
    (tmp_path / "guide.yaml").write_text("title: Help\nedition: {date: 2026-04-01}\n")
    (tmp_path / "editions/letter.yaml").write_text("default: yes\ncolumns: 2\n")
    for section in range(2):
        rows = "".join(
            LISTING.format(id=f"p{each}", number=each) for each in range(section * 9, section * 9 + 9)
        )
        (tmp_path / f"sections/{section}.yaml").write_text(f"title: Part {section}\nlistings:\n{rows}")
    return tmp_path


def change(folder, old, new):
    path = folder / "sections/0.yaml"
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new, 1))


CHANGES = {
    "a number": [("773-471-0004", "773-471-9999")],
    "a line more": [
        ("  - id: p2\n", "  - id: p2\n    alert: Closed on Monday, and on every other day of this week.\n")
    ],
    "one that others mention": [("name: Place p3", "name: Another Place")],
    "one more, and one less": [
        ("  - id: p1\n", LISTING.format(id="fresh", number=77) + "  - id: p1\n"),
        ("id: p7\n", "id: p7\n    print: no\n    print_reason: not yet\n"),
    ],
    "the title": [("title: Part 0", "title: First part")],
    "a subheading": [("title: Part 0", "title: Part 0\norder: by city")],
    "a word that is cut": [("Beds and meals", "B" * 300 + " and meals")],
}


@pytest.mark.slow
@pytest.mark.parametrize(
    "columns, name", first_quick([(1, "a line more"), *((2, name) for name in CHANGES)], 2)
)
def test_a_rebuild_is_the_same_to_the_byte(folder, name, columns):
    """Twice, since what is kept is kept of what was kept."""
    (folder / "editions/letter.yaml").write_text(f"default: yes\ncolumns: {columns}\n")
    memory = Memory()
    make_pdf(open_project(folder, memory=memory))
    for old, new in [*CHANGES[name], ("773-471-0008", "773-471-8888")]:
        change(folder, old, new)
        again = make_pdf(open_project(folder, memory=memory))
        fresh = make_pdf(open_project(folder))
        assert again.pdf == fresh.pdf and again.problems == fresh.problems


@pytest.mark.slow
def test_what_is_printed_in_two_languages_follows_the_translation(folder):
    (folder / "editions/letter.yaml").write_text(
        "default: yes\nlanguages: [en, es]\nuntranslated: fall back\n"
    )
    place = folder / "translations/es/0.yaml"
    place.parent.mkdir(parents=True)
    memory, pdfs = Memory(), []
    for words in ("Camas", "Comidas"):
        place.write_text(f"listings:\n  p1:\n    description: {{text: {words} para todos.}}\n")
        pdfs.append(make_pdf(open_project(folder, memory=memory)).pdf)
    assert pdfs[0] != pdfs[1] == make_pdf(open_project(folder)).pdf


def test_only_what_has_changed_is_made_anew(folder, monkeypatch):
    """And who mentions it; not what stands lower in the file than before."""
    memory, made = Memory(), []
    make_pdf(open_project(folder, memory=memory))
    kept = Composer.kept_listing

    def told(self, known, listing, tag, level="H3"):
        before = known.listings.copy()
        block = kept(self, known, listing, tag, level)
        made.extend([listing.id] * (before.get(block.anchor) is not known.listings[block.anchor]))
        return block

    monkeypatch.setattr(Composer, "kept_listing", told)
    change(folder, "  - id: p4\n", "  - id: p4\n    alert: Closed today\n")
    make_pdf(open_project(folder, memory=memory))
    assert made == ["p4"]


@pytest.mark.slow
def test_the_opening_of_a_section_is_made_anew_where_it_has_changed(folder, monkeypatch):
    """Its title; not for a change in one of its listings."""
    memory, made, opening = Memory(), [], Composer.opening
    make_pdf(open_project(folder, memory=memory))
    monkeypatch.setattr(
        Composer, "opening", lambda self, each, tag: made.append(each.number) or opening(self, each, tag)
    )
    change(folder, "Place p4", "Station p4")
    make_pdf(open_project(folder, memory=memory))
    assert made == []
    change(folder, "title: Part 0", "title: Beds")
    make_pdf(open_project(folder, memory=memory))
    assert made == [1]
