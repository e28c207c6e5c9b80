"""Call sheets that come back filled in, as spreadsheets save them."""

import csv
import io
from datetime import date
from pathlib import Path

import pytest

from guide import model
from guide.content.calls_back import listing_at, read_calls
from guide.content.worklist import COLUMNS, OLDER_COLUMNS, calls_csv, list_calls
from guide.errors import GuideError, Mark

MARK = Mark(Path("a.yaml"), 1, 1)
TODAY = date(2026, 4, 1)
LISTINGS = tuple(
    model.Listing(id=id, name=id.upper(), mark=MARK, printed=id != "h", fees_description="+Free")
    for id in ("a", "h", "b")
)
GUIDE = model.Guide(
    title="T",
    edition=model.EditionMark(date=TODAY),
    mark=MARK,
    sections=(model.Section(id="s", title="Food", mark=MARK, listings=LISTINGS),),
)


def filled(answers, encoding="utf-8-sig", sign=",", columns=COLUMNS):
    """The call sheet of the guide as bytes; answers: {(id, question or ""): {column: text}}, "" for the first row."""
    rows = list(csv.DictReader(io.StringIO(calls_csv(list_calls(GUIDE), 1).decode("utf-8-sig"), newline="")))
    for (id, question), cells in answers.items():
        row = next(each for each in rows if each["Id"] == id and question in each["Question"])
        row.update(cells)
    file = io.StringIO()
    writer = csv.DictWriter(file, columns, delimiter=sign, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode(encoding)


@pytest.fixture
def read(tmp_path):
    def read_bytes(data):
        path = tmp_path / "calls.csv"
        path.write_bytes(data)
        return read_calls(path, GUIDE, TODAY)

    return read_bytes


@pytest.mark.parametrize("encoding, sign", [("utf-8-sig", ","), ("cp1252", ";"), ("utf-16", "\t")])
def test_what_was_said_comes_back(read, encoding, sign):
    answers = {
        ("a", ""): {"Right?": "Yes", "Called on": "3/14/2026", "Called by": "José"},
        ("b", ""): {"Right?": "x"},
        ("b", "cost"): {"Right?": "no", "What it should say": "$5"},
        ("b", "name"): {"Right?": "ok", "What it should say": "say it\nslowly"},
    }
    (a, b), warnings = read(filled(answers, encoding, sign))
    assert (a.listing.id, a.day, a.by, a.is_right) == ("a", date(2026, 3, 14), "José", True)
    assert a.changes == a.notes == () and a.doubtful_day == ""
    (change,), (note,) = b.changes, b.notes
    assert (change.question, change.before, change.said) == ("What does it cost?", "+Free", "$5")
    assert (note.question, note.said, b.day) == ("Is this the name?", "say it slowly", None)
    assert [problem.name for problem in warnings] == (["windows-text"] if encoding == "cp1252" else [])


@pytest.mark.parametrize("columns", [COLUMNS, OLDER_COLUMNS[0][0]])
def test_a_sheet_with_and_without_its_edition_is_read(read, columns):
    (a,), _ = read(filled({("a", ""): {"Right?": "yes"}}, columns=columns))
    assert a.listing.id == "a" and a.is_right


def test_a_number_of_another_edition_is_not_taken_for_one_of_this(read):
    """Only an id says then which listing it is; without the edition the number counts, as it did."""
    answer = {"Id": "", "Edition": "7", "Right?": "yes"}
    with pytest.raises(GuideError, match="the number 2 is that of a listing in edition 7.*write the id"):
        read(filled({("b", ""): answer}))
    (b,), _ = read(filled({("b", ""): answer | {"Id": "b"}}))
    assert b.listing.id == "b"
    (b,), _ = read(filled({("b", ""): answer}, columns=OLDER_COLUMNS[0][0]))
    assert b.listing.id == "b"


def test_words_that_are_neither_yes_nor_no_are_for_a_person(read):
    (a,), _ = read(filled({("a", "cost"): {"Right?": "yes, but not in May"}}))
    assert [change.said for change in a.changes] == ["yes, but not in May"] and not a.is_right


@pytest.mark.parametrize(
    "words", ["Left message", "no answer", "LM 3/14", "didn't ask", "will call back Monday"]
)
def test_that_nobody_was_reached_is_a_note_and_verifies_nothing(read, words):
    for column in ("Right?", "What it should say"):
        (a,), _ = read(filled({("a", "cost"): {column: words, "Called on": "3/14/2026"}}))
        assert (a.changes, [note.said for note in a.notes], a.is_right) == ((), [words], False)


def test_an_answer_beside_a_note_counts(read):
    answers = {("a", "name"): {"Right?": "yes"}, ("a", "cost"): {"Right?": "not asked"}}
    (a,), _ = read(filled(answers))
    assert a.is_right and not a.changes
    (a,), _ = read(filled({("a", "cost"): {"Right?": "no", "What it should say": "call back Monday"}}))
    assert [change.said for change in a.changes] == ["call back Monday"]


def test_columns_may_be_gone_and_numbers_serve_as_ids(read):
    columns = [name for name in COLUMNS if name not in ("Id", "Name", "Called by")]
    (b,), _ = read(filled({("b", ""): {"Called on": "14.3.2026"}}, columns=columns))
    assert (b.listing.id, b.day, b.is_right) == ("b", date(2026, 3, 14), True)


def test_a_day_that_may_be_another_is_named(read):
    (a,), _ = read(filled({("a", ""): {"Called on": "3/2/2026"}}))
    assert (a.day, a.doubtful_day) == (date(2026, 3, 2), "3/2/2026")


@pytest.mark.parametrize(
    "data, names",
    [
        (filled({}), ["call-sheet"]),
        (b"", ["call-sheet"]),
        (b"Name,Town\na,b\n", ["call-sheet"]),
        (b"Id,Town\na,b\n", ["call-sheet"]),
        (b"Id,Right?\nax,yes\nc,yes\na,yes\n", ["call-sheet", "call-sheet"]),
        (b"Entry,Right?\n3,yes\n", ["call-sheet"]),
        (b"Id,Called on\na,some day\nb,5/5/2026\n", ["date", "date"]),
    ],
)
def test_what_cannot_be_read_is_named_at_once(read, data, names):
    with pytest.raises(GuideError) as caught:
        read(data)
    assert [problem.name for problem in caught.value.problems] == names


def test_lines_are_those_of_the_file(read):
    with pytest.raises(GuideError) as caught:
        read(b'Id,Right?,What it should say\na,no,"two\nlines"\nx,yes,\n')
    assert caught.value.problems[0].mark.line == 4


def test_numbers_are_those_of_what_is_printed():
    assert [listing_at(number, GUIDE) for number in ("1", "2")] == [LISTINGS[0], LISTINGS[2]]
    assert not any(listing_at(number, GUIDE) for number in ("0", "3", "-1", "²", "x", ""))
