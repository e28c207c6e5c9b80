"""Texts in cells, and cells in lines."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.braille.cells import CUT, GOES_ON, SPACE, TIED, divided, in_cells, length, plain, unspaced, wrapped
from guide.braille.liblouis import TABLES, braille_of, cells_of, text_of
from tests.braille.read_back import needs_liblouis


@pytest.fixture
def english():
    return braille_of("en", True)


def bare(cells):
    return cells.replace(CUT, "").replace(TIED, SPACE)


@needs_liblouis
@pytest.mark.parametrize(("language", "word"), [("de", "nicht"), ("fr", "pour")])
def test_an_address_is_written_letter_by_letter_among_contracted_words(language, word):
    braille = braille_of(language, True)
    cells = bare(in_cells(f"Harbor {word} (harbor.org/menu) there", braille)).split(SPACE)
    assert cells[2] == cells_of("(harbor.org/menu)", braille.letters)
    assert cells[1] == cells_of(word, braille.usual) != cells_of(word, braille.letters)


@needs_liblouis
def test_english_shortens_an_address_too(english):
    """As its rules have it, and as its readers read it."""
    assert bare(in_cells("a.b_c@harbor.org/menu", english)) == cells_of("a.b_c@harbor.org/menu", english.usual)  # fmt: skip
    for said in ("info@1800help.org", "st.john@church.org", "www.CAHealth.com/of"):
        assert text_of(bare(in_cells(said, english)), english.usual) == said


@needs_liblouis
def test_a_long_address_is_divided_behind_a_slash_or_before_a_dot(english):
    cells = in_cells("www.harbor-county.org/services/kitchen", english)
    lines = wrapped(cells, 26, 0, 2)
    assert [text_of(line.strip(SPACE).removesuffix(GOES_ON), english.usual) for line in lines] == [
        "www.harbor-county.org/", "services/kitchen",
    ]  # fmt: skip
    assert lines[0].endswith(GOES_ON) and CUT not in "".join(lines)


@needs_liblouis
@pytest.mark.parametrize("language", [*TABLES, "hi", "fa", "bn", "km"])
def test_no_sign_of_an_address_is_lost_and_no_space_comes_into_it(language):
    """Spanish braille has no low line in liblouis, and Persian has a space for it."""
    braille = braille_of(language)
    whole = bare(in_cells("a.b_c@harbor.org/x", braille))
    assert SPACE not in whole and len(whole) > len(bare(in_cells("a.bc@harbor.org/x", braille)))


@needs_liblouis
@pytest.mark.parametrize("language", [each for each in TABLES if each not in ("fr", "ko", "ar")])
def test_each_group_of_a_number_has_its_sign(language):
    """Behind a hyphen and a colon too: without it figures are letters."""
    braille = braille_of(language)
    for said, groups in (("773-471-0999", 3), ("9:30", 2)):
        assert in_cells(said, braille).count("⠼") == groups, (language, said)


@needs_liblouis
@pytest.mark.parametrize("language", ["en", "es", "de", "fr", "pl", "ru", "uk", "vi", "zh"])
def test_a_number_is_read_again(language):
    braille = braille_of(language)
    assert text_of(in_cells("773-471-0999", braille), braille.letters) == "773-471-0999"


@needs_liblouis
def test_no_line_ends_within_a_number_nor_between_it_and_its_word(english):
    cells = in_cells("call now +44 20 7946 0123 please", english)
    lines = wrapped(cells, 22, 0, 0)
    number = cells_of("+44 20 7946 0123", english.letters)
    assert len(lines) == 3 and lines[1].startswith(number)
    tied = wrapped(in_cells("Oak Street, Suite 210, after 6 pm", english), 18, 0, 0)
    assert [text_of(line, english.usual) for line in tied] == ["Oak Street,", "Suite 210,", "after 6 pm"]
    assert in_cells("ext.\u00a05", english) == TIED.join(cells_of("ext. 5", english.usual).split(SPACE))


@given(
    st.lists(st.integers(1, 30), min_size=1, max_size=20),
    st.integers(10, 40),
    st.integers(0, 6),
    st.integers(0, 6),
)
def test_lines_hold_every_word_in_order(lengths, width, first, others):
    """None is longer than it may be; what is divided goes on behind dot 5."""
    words = ["⠿" * length for length in lengths]
    lines = wrapped(SPACE.join(words), width, first, others)
    assert all(len(line) <= width for line in lines)
    assert lines[0].startswith(SPACE * first) and all(line.startswith(SPACE * others) for line in lines[1:])
    whole = SPACE.join(line.strip(SPACE) for line in lines).replace(GOES_ON + SPACE, "")
    assert whole.split(SPACE) == words


def test_a_word_is_divided_at_a_good_place_and_not_behind_a_sign_of_what_follows():
    assert divided("⠿⠿" + CUT + "⠿⠿⠿" + CUT + "⠿", 5) == ("⠿⠿" + CUT + "⠿⠿⠿", "⠿")
    assert divided("⠿⠿⠼⠿⠿", 3) == ("⠿⠿", "⠼⠿⠿") and length("⠿" + CUT) == 1


def test_words_that_are_tied_and_have_no_room_are_not_tied():
    assert wrapped(TIED.join(["⠿" * 6] * 3), 10, 0, 0) == ["⠿" * 6] * 3


@needs_liblouis
def test_letters_that_a_language_lacks_are_those_of_english():
    assert unspaced("_", braille_of("es").letters) == unspaced("_", braille_of("en").letters) != ""


def test_nothing_is_no_line():
    assert wrapped("", 40, 2, 0) == []


@needs_liblouis
@pytest.mark.parametrize(("language", "text"), [("zh", "有危险请打773-471-0999，周一至周五9:30至5:00，网址www.harbor.org/menu。" * 2), ("km", "លេខនៅមុខឈ្មោះដូចគ្នានឹងលេខក្នុងសៀវភៅ" * 2)])  # fmt: skip
def test_where_no_space_divides_words_lines_end_between_them_without_a_sign(language, text):
    braille = braille_of(language)
    cells = in_cells(text, braille)
    lines = wrapped(cells, 32, 0, 0)
    assert len(lines) > 1
    assert "".join(lines).replace(SPACE, "") == plain(cells).replace(SPACE, "")
    comma = cells_of("，", braille.letters).strip(SPACE)
    assert language != "zh" or not any(line.startswith(comma) for line in lines)
    assert language != "zh" or any(cells_of("773-471-0999", braille.letters) in line for line in lines)


@needs_liblouis
def test_letter_by_letter_is_so_in_vietnamese_too():
    """Its first table shortens already."""
    assert text_of(in_cells("Trung", braille_of("vi")), braille_of("vi").letters) == "Trung"
    assert in_cells("ê\u0301", braille_of("vi")) == in_cells("ế", braille_of("vi")) != ""
