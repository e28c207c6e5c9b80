"""A build that uses what an earlier one has kept makes the same bytes as one from nothing, whatever was changed since."""

import random
import shutil

import pytest

import guide.build
from guide import workers
from guide.build import build_guide
from guide.cache import memory as room
from guide.cache.memory import DiskMemory, own_faces
from guide.layout.body.listing_pages import ListingPages
from guide.layout.kept_page import NotAsKept
from guide.model import GuideStyle
from guide.pdf.part import Part
from guide.produce import produce
from guide.request import Request
from tests.cache.made import LISTING, built, change, make_folder, told
from tests.thorough import examples, first_quick

EDITIONS = {
    "pages": "format: pocket\nrows: no\n",
    "two columns": "format: letter\ncolumns: 2\n",
    "help at the ends of sections": "format: a5\nhelp: [ends]\n",
    "help at every foot": "format: pocket\nhelp: [strip]\n",
    "no contents and no cover": "contents: none\ncover: none\n",
    "rows": "format: pocket\n",
    "large print in black": "format: large-print\nink: black\n",
    "a booklet, which needs all pages": "format: a5\npress: booklet\n",
    "PDF 2.0, where nothing is kept": "format: letter\nstandard: ua-2\n",
}
LONG = "Beds for tonight, " * 40


@pytest.fixture
def folder(tmp_path):
    return make_folder(tmp_path / "content")


@pytest.fixture
def made(monkeypatch):
    """The folios of the pages of listings that are made."""
    folios, page = [], ListingPages.page

    def told_page(self, plan, folio, *arguments):
        folios.append(folio)
        return page(self, plan, folio, *arguments)

    monkeypatch.setattr(ListingPages, "page", told_page)
    return folios


def moved(folder):
    """The second section becomes the last."""
    (folder / "sections/01.yaml").rename(folder / "sections/09.yaml")


EDITS = {
    "a number": lambda folder: change(folder, "773-471-0012", "773-471-9999"),
    "a longer text": lambda folder: change(folder, "Beds", LONG + "beds"),
    "a listing more": lambda folder: change(
        folder, "listings:\n", "listings:\n" + LISTING.format(id="new", number=77)
    ),
    "other letters": lambda folder: change(
        folder, "Beds", "Žluťoučký kůň, \u0440\u0443\u0441\u0441\u043a\u0438\u0439 and beds"
    ),
    "a title": lambda folder: change(folder, "title: Part 1", "title: Part A"),
    "a section moves": moved,
    "the listing that all mention": lambda folder: change(
        folder, "Place p3", "Another place", "sections/00.yaml"
    ),
    "help": lambda folder: change(folder, "471-1111", "471-2222", "guide.yaml"),
    "the day of the edition": lambda folder: change(folder, "2026-04-01", "2026-05-01", "guide.yaml"),
    "the language": lambda folder: change(folder, "title: Help", "title: Help\nlanguage: es", "guide.yaml"),
    "style": lambda folder: (folder / "style.yaml").write_text("accent: '#7A1F3D'\naccent_name: Purple\n"),
    "words": lambda folder: (folder / "style.yaml").write_text("words: {contents: What is inside}\n"),
    "the edition": lambda folder: (folder / "editions/guide.yaml").write_text(
        "default: yes\nformat: pocket\nink: black\n"
    ),
    "nothing": lambda folder: None,
}


@pytest.mark.parametrize("edit", first_quick(EDITS, 3))
def test_after_each_edit_the_bytes_are_those_of_a_build_from_nothing(folder, tmp_path, edit):
    built(folder, tmp_path / "cache")
    EDITS[edit](folder)
    fresh = built(folder)
    for _ in range(2):  # of what was kept before the edit, and of what was kept behind it
        again = built(folder, tmp_path / "cache")
        assert told(again) == told(fresh) and again.pdf == fresh.pdf


@pytest.mark.parametrize("name", first_quick(EDITIONS))
def test_it_holds_for_every_kind_of_edition(folder, tmp_path, name):
    (folder / "editions/guide.yaml").write_text("default: yes\n" + EDITIONS[name])
    built(folder, tmp_path / "cache")
    for edit in ("a longer text", *examples((), ("a number", "a section moves"))):
        EDITS[edit](folder)
        again, fresh = built(folder, tmp_path / "cache"), built(folder)
        assert told(again) == told(fresh) and again.pdf == fresh.pdf


def test_only_pages_with_what_has_changed_are_made_and_drawn_again(folder, tmp_path, made, monkeypatch):
    (folder / "editions/guide.yaml").write_text("default: yes\nformat: pocket\nrows: no\n")
    drawn, draw = [], Part.draw
    monkeypatch.setattr(Part, "draw", lambda self, page: drawn.append(page.folio) or draw(self, page))
    built(folder, tmp_path / "cache")
    pages = made[:]
    made.clear()
    built(folder, tmp_path / "cache")
    first = [folio for folio in made if folio != pages[0]]  # with the foot that is read but once
    assert first == []
    EDITS["a number"](folder)
    made.clear()
    drawn.clear()
    built(folder, tmp_path / "cache")
    assert 1 < len(made) < len(pages) / 2 and len(made) <= len(drawn) < len(pages)


ONCE = ("a section moves", "the language", "other letters", "the edition")
ANY = [edit for name, edit in EDITS.items() if name not in ONCE]


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(examples(2, 40)))
def test_random_edits_one_after_the_other(folder, tmp_path, seed):
    """Some of which take back what another did, so that old pages come again."""
    lot, texts = random.Random(seed), {path: path.read_text() for path in folder.rglob("*.yaml")}
    for _ in range(examples(3, 8)):
        if lot.random() < 0.4:
            for path, text in texts.items():
                path.write_text(text)
        try:
            lot.choice(ANY)(folder)
        except AssertionError:  # it was done already
            continue
        again, fresh = built(folder, tmp_path / "cache"), built(folder)
        assert told(again) == told(fresh) and again.pdf == fresh.pdf


@pytest.mark.slow
@pytest.mark.parametrize("parted", [True, False])
def test_a_long_guide_is_kept_by_both_processes_that_make_it(tmp_path, monkeypatch, parted):
    """And by one where there is one processor: what two have kept serves one, and the other way round."""
    folder = make_folder(tmp_path / "content", sections=7, listings=29)
    monkeypatch.setattr(workers, "cores", lambda: 2 if parted else 1)
    built(folder, tmp_path / "cache")
    kept = {path.name.rpartition("-")[2] for path in (tmp_path / "cache").glob("*.kept")}
    assert kept == {"here.kept", "read.kept", *(("there.kept",) if parted else ())}
    EDITS["a longer text"](folder)
    change(folder, "773-471-0190", "773-471-9999", "sections/06.yaml")
    fresh = built(folder)
    monkeypatch.setattr(workers, "cores", lambda: 1 if parted else 2)
    for _ in range(2):
        again = built(folder, tmp_path / "cache")
        assert told(again) == told(fresh) and again.pdf == fresh.pdf


@pytest.mark.slow
def test_several_editions_are_kept_apart_and_made_as_without(folder, tmp_path):
    (folder / "editions/guide.yaml").write_text("format: letter\n")
    (folder / "editions/small.yaml").write_text("format: pocket\nrows: no\n")
    (folder / "editions/spanish.yaml").write_text("language: es\n")

    def produced(out, cache):
        memory = DiskMemory(cache, folder) if cache else None
        made, problems = produce(folder, out, Request(every=True, memory=memory, keep=False))
        assert not memory or memory.save() == ""
        return [(each.files[0].name, each.files[0].read_bytes()) for each in made], problems

    (folder / "editions/spanish.yaml").unlink()
    produced(tmp_path / "one", tmp_path / "cache")
    EDITS["a number"](folder)
    assert produced(tmp_path / "one", tmp_path / "cache") == produced(tmp_path / "two", None)
    assert len([*(tmp_path / "cache").glob("*-here.kept")]) == 2


@pytest.mark.slow
def test_what_is_found_in_the_content_is_told_as_without(folder, tmp_path):
    """In each section a problem of reading, one of a check and one of the layout, in the order of the files."""
    for section in ("00", "02"):
        change(folder, "Beds", "W" * 90 + " beds", f"sections/{section}.yaml")
        change(folder, "hours: Mo-Fr 09:00-17:00", 'hours: "  "', f"sections/{section}.yaml")
    first, fresh = built(folder, tmp_path / "cache"), built(folder)
    assert len(fresh.problems) > 3 and told(first) == told(fresh)
    change(folder, "title: Part 0\n", "\n\n# two lines more\ntitle: Part 0\n", "sections/00.yaml")
    again, fresh = built(folder, tmp_path / "cache"), built(folder)
    assert told(again) == told(fresh) and again.pdf == fresh.pdf


def test_what_was_kept_and_cannot_stand_in_the_file_is_made_anew(folder, tmp_path, monkeypatch):
    built(folder, tmp_path / "cache")
    fresh, put = built(folder), Part.put_known
    refused = []

    def put_some(self, kept, key):
        if kept.is_whole or len(refused) > 3:
            return put(self, kept, key)
        refused.append(key)
        return False

    monkeypatch.setattr(Part, "put_known", put_some)
    assert built(folder, tmp_path / "cache").pdf == fresh.pdf and refused


def test_a_build_without_memory_has_nothing_to_make_anew(folder, monkeypatch):
    def refuse(*given):
        raise NotAsKept

    monkeypatch.setattr(guide.build, "write_pdf", refuse)
    with pytest.raises(NotAsKept):
        build_guide(folder)


@pytest.mark.parametrize("changed", ["tool_digest", "version"])
def test_another_program_or_another_python_keeps_nothing_of_before(
    folder, tmp_path, monkeypatch, made, changed
):
    built(folder, tmp_path / "cache")
    pages = len(made)
    if changed == "version":
        monkeypatch.setattr(room.sys, "version", "4.0")
    else:
        monkeypatch.setattr(room, "tool_digest", lambda: "another")
    made.clear()
    built(folder, tmp_path / "cache")
    assert len(made) == pages


def test_the_folder_may_go_at_any_time(folder, tmp_path, monkeypatch):
    """Even while a build goes on; then nothing is kept, and that is said."""
    memory = DiskMemory(tmp_path / "cache", folder)
    shutil.rmtree(tmp_path / "cache")
    assert build_guide(folder, memory=memory).pdf == built(folder).pdf
    assert "No such file" in memory.save()


def test_other_faces_of_a_guide_are_seen(tmp_path):
    face = tmp_path / "own.ttf"
    face.write_bytes(b"one")
    style = GuideStyle(regular=str(face))
    before = own_faces(style)
    face.write_bytes(b"other")
    assert before != own_faces(style) and own_faces(GuideStyle()) == ()
