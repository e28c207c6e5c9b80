"""Texts in two languages: apart where they are set, plain everywhere else."""

import pickle

import pytest

from guide.language.both import Both, beginning, in_a_row, one_text, texts_of

TITLE = Both("Contents", "Contenido")


def test_it_is_plain_where_nobody_asks():
    """In titles, bookmarks and descriptions, and within other texts."""
    assert TITLE == "Contents / Contenido" and f"{TITLE}, page 4" == "Contents / Contenido, page 4"


def test_texts_that_are_alike_are_said_once():
    assert texts_of(one_text("fax", "fax")) == ("fax",)
    assert texts_of(one_text("Contents", "Contenido")) == ("Contents", "Contenido")
    assert one_text() == ""


@pytest.mark.parametrize(
    "text, expected",
    [
        (TITLE + " ", ("Contents", "Contenido ")),
        ("1 " + TITLE, ("1 Contents", "Contenido")),
        (TITLE + TITLE, ("Contents", "ContenidoContents / Contenido")),
        (Both("One", "Uno, ").rstrip(" ,"), ("One", "Uno")),
        (pickle.loads(pickle.dumps(TITLE)), ("Contents", "Contenido")),
    ],
)
def test_it_stays_in_both_languages(text, expected):
    """What is added belongs to the nearer one."""
    assert texts_of(text) == expected


def test_a_sentence_is_followed_by_a_space():
    """But not a word with a full stop."""
    assert Both("It is free.", "Es gratis.").in_line() == ("It is free. ", "Es gratis.")
    assert Both("No.", "N.º").in_line() == ("No. / ", "N.º")


@pytest.mark.parametrize("text", ["Contents", TITLE])
def test_beginnings_are_counted_over_both(text):
    """One character stands between the languages."""
    for count in range(len(in_a_row(text)) + 1):
        assert in_a_row(beginning(text, count)) == in_a_row(text)[:count]


def test_it_sorts_behind_texts_that_begin_like_it():
    assert in_a_row(Both("Food banks", "Despensas")) < in_a_row(Both("Food", "Comida"))
