"""liblouis, where it is and where it is not."""

import pytest

from guide.braille import liblouis
from guide.braille.liblouis import braille_of, candidates, cells_of, is_here, is_table, text_of
from guide.errors import GuideError
from tests.braille.read_back import needs_liblouis


@needs_liblouis
@pytest.mark.parametrize(
    ("language", "text", "letters", "usual"),
    [
        ("en", "children", "⠉⠓⠊⠇⠙⠗⠑⠝", "⠡⠝"),
        ("en-US", "773-471", "⠼⠛⠛⠉⠤⠼⠙⠛⠁", "⠼⠛⠛⠉⠤⠼⠙⠛⠁"),
        ("es", "año", "⠁⠻⠕", None),
    ],
)
def test_words_in_cells_of_six_dots(language, text, letters, usual):
    short, long = braille_of(language, True), braille_of(language, False)
    assert cells_of(text, long.usual) == letters and not long.is_contracted
    assert usual is None or cells_of(text, short.usual) == usual


@needs_liblouis
def test_what_is_usual_is_contracted_in_some_languages_alone():
    assert [braille_of(code).is_contracted for code in ("en", "en-GB", "de", "es", "vi", "pl")] == [True, True, True, False, False, False]  # fmt: skip
    assert not braille_of("ko").repeats and braille_of("en").repeats
    assert braille_of("es", True).is_contracted and not braille_of("en", False).is_contracted


@needs_liblouis
def test_cells_are_read_in_letters_again():
    table = braille_of("en", True).usual
    said = "Call 773-471-0999 for the children."
    assert text_of(cells_of(said, table), table) == said


@needs_liblouis
def test_what_no_table_knows_takes_no_room():
    assert cells_of("\U0001f35e", braille_of("en", True).usual) == ""


@needs_liblouis
@pytest.mark.parametrize("language", ["so", "ja", "xx"])
def test_a_language_without_braille_is_told(language):
    with pytest.raises(GuideError, match=f"no braille for {language}"):
        braille_of(language, True)


@needs_liblouis
def test_tables_are_named_or_found():
    assert next(candidates("de")) == ("de-g1.ctb", "de-g2.ctb")
    assert is_table("en-ueb-g2.ctb") and not is_table("no-such.ctb") and not is_table("")


@needs_liblouis
def test_a_library_without_tables_says_how_to_get_them(monkeypatch):
    monkeypatch.setattr(liblouis, "is_table", lambda name: False)
    braille_of.cache_clear()
    with pytest.raises(GuideError, match="apt install liblouis-data"):
        braille_of("en")


def test_without_the_library_it_says_how_to_get_it(monkeypatch):
    monkeypatch.setattr(liblouis, "find_library", lambda name: None)
    monkeypatch.setattr(liblouis, "PLACES", ())
    liblouis.library.cache_clear()
    try:
        with pytest.raises(GuideError, match="apt install"):
            liblouis.library()
        assert not is_here()
    finally:
        liblouis.library.cache_clear()
