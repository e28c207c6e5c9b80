"""The words of messages."""

import pytest

from guide.studio.files import text_in
from guide.studio.mail_words import usual_words, words_of_mail, write_words


def words(saves):
    """{language: words}"""
    studio = saves.studio
    return {each.language: each for each in words_of_mail(studio, studio.seen.project.guide, "en")}


def test_the_guides_language_comes_first(saves):
    assert list(words(saves)) == ["en", "es"] and words(saves)["es"].name == "Spanish"
    assert not any(each.is_own or each.rows for each in words(saves).values())


def test_words_of_ones_own_have_a_file_and_can_be_undone(saves, folder):
    write_words(saves, "guide", "en", " Our  guide {number}", "Hello {name},\r\n\r\nhere it is.\n\n", "words")
    assert text_in(folder / "mail/en.txt") == "Subject: Our guide {number}\n\nHello {name},\n\nhere it is.\n"
    found = words(saves)["en"]
    assert (found.subject, found.text, found.is_own, found.rows) == (
        "Our guide {number}",
        "Hello {name},\n\nhere it is.\n",
        True,
        [],
    )
    usual_words(saves, "guide", "en", "words")
    assert text_in(folder / "mail/en.txt") is None
    saves.undo()
    assert words(saves)["en"].is_own
    saves.undo()
    assert not words(saves)["en"].is_own and saves.history.last() is None


def test_what_cannot_be_filled_in_is_told(saves):
    """As the mail command does; a column of the recipients may be meant."""
    write_words(saves, "guide", "en", "Hi {nmae}", "{room} }", "words")
    rows = words(saves)["en"].rows
    assert [each.is_error for each in rows] == [True, True] and "nmae" in rows[0].says


@pytest.mark.parametrize(
    ("language", "subject", "text"), [("en", " ", "a"), ("en", "a", "\n"), ("../x", "a", "a")]
)
def test_empty_words_are_none(saves, folder, language, subject, text):
    with pytest.raises(ValueError):
        write_words(saves, "guide", language, subject, text, "words")
    with pytest.raises(ValueError):
        usual_words(saves, "guide", "../guide", "words")
    assert not (folder / "mail").exists()
