"""ISBN and ISSN: read as people write them, and their last figure checked."""

import pytest

from guide.content.book_numbers import check_11, check_13
from guide.content.edition import load_editions
from guide.content.file import read_file


def editions(tmp_path, **files):
    """(editions, what is wrong with them)."""
    folder = tmp_path / "editions"
    folder.mkdir()
    for name, text in files.items():
        (folder / f"{name}.yaml").write_text(text + "\n", encoding="utf-8")
    found, problems = load_editions(tmp_path, read_file)
    return found, [str(problem).replace(f"{tmp_path}/", "") for problem in problems]


@pytest.mark.parametrize(
    ("line", "printed"),
    [
        ("isbn: 978-0-306-40615-7", "978-0-306-40615-7"),
        ("isbn: 9780306406157", "9780306406157"),
        ("isbn: ISBN 978 0 306 40615 7", "978-0-306-40615-7"),
        ("isbn: 'ISBN-13: 979\u201310\u201390636\u201307\u20131'", "979-10-90636-07-1"),
        ("isbn: 0-8044-2957-x", "0-8044-2957-X"),
        ("issn: 20493630", "2049-3630"),
        ("issn: ISSN 2434-561X", "2434-561X"),
    ],
)
def test_a_number_is_read_as_people_write_it(tmp_path, line, printed):
    found, problems = editions(tmp_path, a=line)
    assert problems == [] and printed in (found["a"].isbn, found["a"].issn)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (
            "isbn: 978-0-306-40615-8",
            "978-0-306-40615-8 ends with 8, and after the other figures it would be 7",
        ),
        ("isbn: 978-0-306-46015-7", "it would be 9"),
        ("isbn: 0-8044-2957-1", "it would be X"),
        ("issn: 2049-3631", "2049-3631 ends with 1, and after the other figures it would be 0"),
        ("isbn: 977-0-306-40615-7", '"977-0-306-40615-7" is no ISBN; it has 13 figures that begin with 978'),
        ("isbn: soon", '"soon" is no ISBN'),
        ("issn: 2049-363", '"2049-363" is no ISSN'),
    ],
)
def test_what_is_wrong_is_told_with_the_right_figure(tmp_path, line, said):
    _, problems = editions(tmp_path, a=line)
    assert len(problems) == 1 and problems[0].startswith("editions/a.yaml:1:7: ") and said in problems[0]


def test_two_editions_have_two_numbers(tmp_path):
    """However each is written."""
    found, problems = editions(
        tmp_path,
        a="isbn: 978-0-306-40615-7",
        b="isbn: 9780306406157",
        c="issn: 2049-3630",
        d="issn: 2049-3630",
    )
    assert len(found) == 4
    assert problems == [
        "editions/b.yaml:1:1: 9780306406157 is the ISBN of the edition a too; "
        "each form of a book has its own: ask whoever gives out your numbers for another"
    ]


def test_the_last_figure_follows_from_the_others():
    """Any other is wrong, and so are two figures that have changed places."""
    assert check_13("978030640615?") == "7" and check_11("204936?0"[:6] + "30") == "0"
    assert check_11("080442957?") == "X" and check_11("2434561?") == "X"
