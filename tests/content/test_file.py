"""A content file as what its record makes of it, or a problem."""

import pytest

from guide.content.file import read_content, read_file
from guide.reading.fields import Field, Record
from guide.reading.kinds import WORD
from guide.reading.source import Source

RECORD = Record("a thing", (Field("title", WORD, "Its title."),), lambda values, place, source: values)


@pytest.fixture
def source(tmp_path):
    return Source(tmp_path / "a.yaml", tmp_path)


def test_a_file_is_read(source):
    source.path.write_text("title: Food\n", encoding="utf-8")
    assert read_file(source, RECORD) == {"title": "Food"} and not source.problems
    assert source.text == "title: Food\n"


@pytest.mark.parametrize("text", ["- a\n- b\n", "just words\n", ""])
def test_a_file_that_is_no_record_is_told(source, text):
    assert read_content(text, source, RECORD) is None
    assert len(source.problems) == 1 and source.problems[0].hint


def test_a_file_that_cannot_be_opened_is_told(source):
    assert read_file(source, RECORD) is None
    assert [problem.name for problem in source.problems] == ["unreadable"]


def test_wrong_yaml_is_told(source):
    """What could be read of it is read all the same."""
    assert read_content("title: [a\n", source, RECORD) == {"title": "[a"}
    assert [problem.name for problem in source.problems] == ["not-yaml"]


def test_a_comment_that_takes_words_of_a_secret_address_is_not_repeated(source):
    """read_content looks for them once the whole file is read."""
    text = "title: x\naddress:\n  confidential: yes\n  address_1: Pier Street #12 Zanzibar\n"
    read_content(text, source, RECORD)
    assert "Zanzibar" not in "".join(map(str, source.problems))
