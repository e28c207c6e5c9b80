"""An edition in braille, read back."""

import re

import pytest

from guide.braille.cells import SPACE
from guide.braille.make import Wanted, make_book, wanted_by
from guide.language.words import ENGLISH
from guide.model import Edition
from tests.braille.read_back import lines_of, needs_liblouis, read_back
from tests.exchange.give.samples import printed, rich

pytestmark = needs_liblouis
SMALL = Edition(name="a", volume_pages=4, cells=32, lines=15, contracted=False)


@pytest.fixture(scope="module")
def guide(tmp_path_factory):
    return printed(rich(tmp_path_factory.mktemp("rich")))


@pytest.fixture(scope="module")
def book(guide):
    return make_book(guide, ENGLISH)


@pytest.fixture(scope="module")
def volumes(guide):
    return make_book(guide, ENGLISH, wanted_by(SMALL))


@pytest.mark.parametrize("contracted", [True, False])
def test_what_is_written_can_be_read(guide, contracted):
    """Names, numbers, addresses and hours, by the braille of the language."""
    lines = read_back(make_book(guide, ENGLISH, Wanted(contracted=contracted)), contracted)
    for said in ("773-471-0999", "800-555-4357, toll-free", "• soup", "Cost: Free", "2 Refuge", "Getting there: Bus 5"):  # fmt: skip
        assert said in lines, said


def test_contracted_braille_takes_fewer_cells(guide, book):
    letters = make_book(guide, ENGLISH, Wanted(contracted=False))
    assert sum(map(len, sum(book.pages, ()))) < sum(map(len, sum(letters.pages, ())))


def test_the_contents_and_the_index_name_the_pages_on_which_things_stand(book):
    whole = "\n".join(read_back(book))
    named = {(name, number) for name, number in re.findall(r"(?m)^(?:\d+ )?(Refuge|Night Group|Harbor Kitchen)\b.*?(\d+)$", whole)}  # fmt: skip
    assert {name for name, _ in named} == {"Refuge", "Night Group", "Harbor Kitchen"} and len(named) == 3
    for name, number in named:
        page = lines_of([book.pages[int(number) - 1]], "en")
        assert any(re.match(rf"\d+ {name}", line.strip()) for line in page), name


def test_one_volume_says_nothing_of_volumes(book):
    assert len(book.volumes) == 1
    assert "olume" not in " ".join(read_back(book)) and read_back(book)[-1] == "The end"


def test_each_volume_says_which_it_is_and_has_contents_of_its_own(volumes):
    assert len(volumes.volumes) > 2
    first = 1
    for number, pages in enumerate(volumes.volumes, 1):
        lines = lines_of(pages, "en", False)
        last = first + len(pages) - 1
        assert lines.index(f"Volume {number}") < lines.index("Contents")
        assert f"Pages {first} to {last}" in lines and "Need help now?" in lines
        assert lines[-1] == ("The end" if pages is volumes.volumes[-1] else f"End of volume {number}")
        heads = [re.search(r"(\d+)$", lines_of([page[:1]], "en", False)[0])[1] for page in pages]
        assert heads == [str(each) for each in range(first, last + 1)]
        first = last + 1


def test_the_first_volume_names_the_sections_of_all(volumes):
    lines = lines_of(volumes.volumes[0], "en", False)
    contents = lines[lines.index("Contents") :]
    assert any(line.startswith("Volume 2") for line in contents)
    assert any(line.startswith("Safe places") for line in contents)
    assert any(line.startswith("Index") for line in contents)


def test_no_line_and_no_page_is_longer_than_it_may_be(volumes):
    assert max(len(page) for page in volumes.pages) <= 15
    assert max(len(line) for page in volumes.pages for line in page) <= 32
    assert all(line == line.rstrip(SPACE) or line == page[0] for page in volumes.pages for line in page)


def test_an_edition_says_what_it_has(guide):
    bare = wanted_by(Edition(name="a", index=(), open="none"))
    lines = read_back(make_book(guide, ENGLISH, bare))
    assert "Index" not in lines and "By name" not in lines
    assert "Index" in read_back(make_book(guide, ENGLISH))
