"""What is kept of an edition: found by digests of what it depends on, and held until a page is made anew."""

from types import SimpleNamespace

import pytest

from guide.cache.galleys import Asked, DiskGalleys, key_of, mark_of, plain_mark, plain_walk, walk_of
from guide.cache.store import Shelf, Store
from guide.errors import Mark
from guide.language.words import ENGLISH
from guide.layout.body.galley import Row, Strip
from guide.layout.body.memory import Galley, MadeOf, Setting
from guide.layout.body.walk import Chunk, Walk
from guide.layout.held import Held
from guide.layout.pages import Line
from guide.layout.tags import Tag

MADE_OF = MadeOf("section", "around")


@pytest.fixture
def begun(tmp_path, maker):
    """What begins a memory as another process would."""

    def begin(digits=2):
        galleys = DiskGalleys(Shelf(Store(tmp_path / "cache"), b"base", "name"))
        galleys.root_for(Setting("en", "US", ENGLISH, maker.style, digits))
        return galleys

    return begin


def galley(height=20, broken=()):
    strip = Strip(height, (Row(height, (Line(0, 1, 9, 1, 1),)),), 0, None, None)
    return Galley([strip], [*broken])


def set_once(galleys, made_of=MADE_OF, made=None):
    """The galley of a section, and how often it is set."""
    times = []

    def make():
        times.append(1)
        return made or galley()

    found = galleys.find(1, made_of, make)
    return (found or galleys.keep(1, made_of, make())), times


def test_a_section_is_found_again_in_the_same_setting_alone(begun):
    first = begun()
    assert len(set_once(first)[1]) == 1
    first.save()
    found, times = set_once(begun())
    assert not times and found.strips[0].height == 20
    assert [*found.strips[0].rows[0].items[0].items] == [*galley().strips[0].rows[0].items] and len(
        times
    ) == 1
    assert len(set_once(begun(digits=3))[1]) == 1
    assert len(set_once(begun(), MadeOf("section", "other"))[1]) == 1


def test_words_that_were_cut_are_told_again(begun):
    broken = [(Mark("a.yaml", 3, 4), "wwww"), (None, "xxxx")]
    first = begun()
    assert set_once(first, made=galley(broken=broken))[0].broken == broken
    first.save()
    assert [(str(mark), text) for mark, text in set_once(begun())[0].broken] == [
        ("a.yaml:3:4", "wwww"),
        ("None", "xxxx"),
    ]
    assert mark_of(plain_mark(Mark("a.yaml", 3, 4))) == Mark(mark_of(("a.yaml",)).path, 3, 4)


def test_a_section_that_has_to_be_cut_is_not_kept(begun):
    first, high = begun(), galley(height=5000)
    assert set_once(first, made=high)[0] is high
    first.save()
    assert len(set_once(begun(), made=high)[1]) == 1


def test_pages_of_their_own_are_held_and_other_parts_are_made(begun):
    pages = [[Line(0, 1, 9, 1, 1)], [Line(0, 2, 9, 2, 1)]]
    first = begun()
    held = first.part("index", ("rows",), lambda: pages)
    assert [item for page in held for item in page[0].items] == [item for page in pages for item in page]
    assert first.part("edition", "words", lambda: "made") == "made"
    first.save()
    again = begun().part("index", ("rows",), pytest.fail)
    assert len(again) == 2 and all(isinstance(page[0], Held) for page in again)
    assert begun().part("index", ("others",), lambda: pages[:1]) != again


def test_of_what_no_digest_can_be_made_nothing_is_held(begun):
    assert key_of(lambda: None) is None and key_of(("a", 1)) == key_of(("a", 1)) != key_of(("a", 2))
    made = galley()
    assert set_once(begun(), MadeOf(lambda: None, ""), made)[0] is made
    assert begun().part("index", lambda: None, lambda: "made") == "made"
    assert begun().sign_items([SimpleNamespace()]) is None


def test_pages_are_read_when_they_are_asked_for():
    read = []
    pages = Asked(lambda made: read.append(made) or f"page {made}")
    pages.kept = {1: "one", 2: "two"}
    assert pages.get(1) == pages.get(1) == "page one" and pages.get(3) is None and read == ["one"]
    pages[1] = "new"
    assert pages.get(1) == "new" and pages.asked == {1, 3} and pages.kept == {2: "two"}


def test_a_path_is_the_same_when_it_is_read_again():
    walk, spot = Walk(), (0, 2, 0.0)
    walk.chunks, walk.depth = [Chunk(3, {spot: (0.0, None)}, {(1, 0, 9.5): spot})], (648.0, 20.0)
    walk.strips = galley().strips
    again = walk_of(plain_walk(walk, {}), {})
    assert (again.chunks, again.depth) == (walk.chunks, walk.depth)
    assert [each.height for each in again.strips] == [20]


def test_what_is_forgotten_is_not_kept(begun):
    first = begun()
    set_once(first)
    first.forget()
    first.save()
    assert len(set_once(begun())[1]) == 1
    assert first.tag_of((b"", 0), ()) is first.root
    standing = first.tag_of((b"gone", 0), ("P", "", "", "", "", "", ()))
    assert isinstance(standing, Tag) and standing is first.tag_of((b"gone", 0), ())
