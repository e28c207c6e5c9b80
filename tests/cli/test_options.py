"""Options that several commands have: what is taken, and what is wrong use."""

from datetime import date

import click
import pytest

from guide.cli import options
from tests.cli.samples import WRONG


@pytest.mark.parametrize(
    ("arguments", "epoch", "day"),
    [
        (["--today", "2027-03-01"], "0", date(2027, 3, 1)),
        ([], "86400", date(1970, 1, 2)),
        ([], "", None),
    ],
)
def test_today_is_as_given_or_of_the_build_or_of_the_clock(command, monkeypatch, arguments, epoch, day):
    from guide import build

    seen = []
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    monkeypatch.setattr(build, "check_content", lambda folder, today: seen.append(today) or (None, WRONG))
    command("check", *arguments)
    assert seen == [day or date.today()]


@pytest.mark.parametrize(
    "arguments", [["--today", "tomorrow"], ["--today", "2026-02-30"], ["--today", "20260101"]]
)
def test_a_day_that_is_none_is_wrong_use(command, arguments):
    assert command("check", *arguments).code == 2


@pytest.mark.parametrize("epoch", ["soon", "9" * 30])
def test_a_strange_source_date_epoch_is_wrong_use(command, monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    run = command("check")
    assert (run.code, "SOURCE_DATE_EPOCH" in run.err[-1]) == (2, True)


def test_a_folder_of_content_is_one(tmp_path):
    """Neither a file nor nothing."""
    (tmp_path / "file").touch()
    assert options.existing_folder(None, None, str(tmp_path)) == tmp_path
    for name, words in (("file", "is a file, not a folder"), ("none", "does not exist")):
        with pytest.raises(click.BadParameter, match=words):
            options.existing_folder(None, None, str(tmp_path / name))


def test_a_folder_for_editions_may_be_new_but_is_no_file(tmp_path):
    (tmp_path / "file").touch()
    assert options.output_folder(None, None, str(tmp_path / "new")) == tmp_path / "new"
    with pytest.raises(click.BadParameter, match="is a file"):
        options.output_folder(None, None, str(tmp_path / "file"))


def test_a_file_takes_no_place_of_a_folder_or_of_other_work(tmp_path):
    (tmp_path / "mine.pdf").write_bytes(b"%PDF-1.4 mine")
    assert options.replaceable_file(None, None, str(tmp_path / "new.pdf")) == tmp_path / "new.pdf"
    assert options.replaceable_file(None, None, None) is None
    for path in (tmp_path, tmp_path / "mine.pdf"):
        with pytest.raises(click.BadParameter):
            options.replaceable_file(None, None, str(path))


def test_a_call_sheet_is_a_pdf_and_a_table_of_one_name(tmp_path):
    """Whichever of the two was asked for."""
    for name in ("calls", "calls.pdf", "calls.csv"):
        paths = options.worklist_files(None, None, str(tmp_path / name))
        assert [path.name for path in paths] == ["calls.pdf", "calls.csv"]
    assert options.worklist_files(None, None, None) is None


@pytest.mark.parametrize(
    "typed, name", [(None, None), ("Ann", "Ann"), ("  Ann   Lee ", "Ann Lee"), ("\u00c9lodie", "\u00c9lodie")]
)
def test_a_name_stands_on_one_line(typed, name):
    assert options.plain_name(None, None, typed) == name


@pytest.mark.parametrize("typed", ["", " ", "a\nb", "null", " NULL ", "~", "a\x1bb"])
def test_a_name_that_could_not_stand_in_a_file_is_wrong_use(typed):
    with pytest.raises(click.BadParameter):
        options.plain_name(None, None, typed)


@pytest.mark.parametrize(
    "typed, code", [("es", "es"), ("pt_br", "pt-BR"), ("zh-hant", "zh-Hant"), ("SR-latn-rs", "sr-Latn-RS")]
)
def test_a_language_is_taken_in_its_usual_form(typed, code):
    assert options.language_code(None, None, typed) == code


@pytest.mark.parametrize("typed", ["", "e", "spanish", "../es", "es-", "es-x"])
def test_what_is_no_language_is_wrong_use(typed):
    with pytest.raises(click.BadParameter, match="code of a language"):
        options.language_code(None, None, typed)


def test_a_part_is_one_of_some_or_none():
    assert options.part_of(None, None, "2/5") == (2, 5) and options.part_of(None, None, None) is None
    with pytest.raises(click.BadParameter, match="is no part"):
        options.part_of(None, None, "5/2")


def test_an_empty_sheet_of_an_older_form_may_be_replaced():
    """One that somebody has filled in may not, whichever form it has."""
    from guide.content.worklist import COLUMNS, OLDER_COLUMNS, TO_FILL_IN

    for columns, blank in ((COLUMNS, TO_FILL_IN), *OLDER_COLUMNS):
        given = len(columns) - blank
        rows = [columns, [*"x" * given, *[""] * blank]]
        text = "".join(",".join(f'"{cell}"' for cell in row) + "\r\n" for row in rows)
        assert options.is_empty_call_sheet(text.encode())
        assert not options.is_empty_call_sheet(text.replace('""', '"yes"', 1).encode())
