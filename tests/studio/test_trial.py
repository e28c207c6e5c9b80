"""An edition as it would be made."""

import pytest

from guide.produce import Request, produce
from guide.studio.trial import findings_of, try_edition

EDITIONS = {
    "letter": "default: yes\nprice_per_sheet: 0.05\n",
    "booklet": "format: half-letter\npress: booklet\nprice_per_sheet: 0.05\n",
    "pocket": "format: pocket\npress: n-up\nup: 4\ncopies: 2\n",
}


@pytest.fixture
def write(folder, studio):
    """write("letter", text): the file of an edition."""

    def write(name, text):
        (folder / "editions").mkdir(exist_ok=True)
        (folder / f"editions/{name}.yaml").write_text(text, encoding="utf-8")
        studio.look_again()

    return write


@pytest.mark.slow
def test_it_is_what_is_made(studio, write):
    """Pages, sheets, copies, cost."""
    for name, text in EDITIONS.items():
        write(name, text)
    made, _ = produce(studio.content, studio.out, Request(every=True, today=studio.today))
    assert {each.name: (each.pages, each.sheets, each.copies, each.cost) for each in made} == {
        name: tuple(try_edition(studio, name).sums) for name in EDITIONS
    }


@pytest.mark.parametrize(
    ("text", "path", "words"),
    [("choice: {sections: [fod]}", ("choice", "sections"), "fod"), ("fit: 1 page", (), ""), ("format: papyrus", ("format",), "papyrus")],
)  # fmt: skip
def test_what_is_wrong_stands_at_its_field(studio, write, text, path, words):
    write("letter", text + "\n")
    found = findings_of(studio, "letter", try_edition(studio, "letter"))
    assert [each for each in found if each.path[: len(path)] == path and words in each.says], found
    assert len(found) == len(set(found))


def test_what_cannot_be_made_says_why(studio, write):
    write("leaf", "choice: {listings: [nobody]}\n")
    trial = try_edition(studio, "leaf")
    assert trial.sums is None and trial.why
    with pytest.raises(KeyError):
        try_edition(studio, "nobody")


def test_an_edition_that_stops_where_a_text_is_not_translated(studio, write, folder):
    (folder / "translations/es").mkdir(parents=True)
    write("es", "languages: es\n")
    assert try_edition(studio, "es").sums
    write("es", "languages: es\nuntranslated: stop\n")
    trial = try_edition(studio, "es")
    assert trial.sums is None and "translat" in trial.why
