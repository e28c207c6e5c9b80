"""Faces that many documents share: what is read is the same, and who shows more has faces of its own."""

import io

import pytest
from pypdf import PdfReader

from guide.layout.tags import Tag
from guide.pdf.shared import MOST_LETTERS, USUAL, NotShared, SharedEncoding, SharedFaces
from guide.pdf.writer import render_pdf, render_shared
from tests.pdf.reading import Reading
from tests.pdf.samples import document, everything, face, page, text
from tests.verapdf import available, failed_rules

BOLD = face("AtkinsonHyperlegibleNext-Bold")


def said(words, **changes):
    root = Tag("Document")
    return document(page(text(Tag("P", root), words, **changes)), root=root)


def programs(pdf):
    """The embedded faces of a file by their names, as they are packed."""
    fonts = PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/Font"]
    faces = [font.get_object()["/DescendantFonts"][0].get_object() for font in fonts.values()]
    return {str(each["/BaseFont"]): each["/FontDescriptor"]["/FontFile2"].get_data() for each in faces}


@pytest.fixture(scope="module")
def shared():
    return SharedFaces([face(), BOLD], "é–“”ï")


def test_two_documents_have_the_same_face_and_each_its_own_words(shared):
    one, other = (
        render_shared(said(words), "colour", shared) for words in ("Call “Léa” first.", "BREAD – 12")
    )
    assert programs(one) == programs(other) and len(programs(one)) == 1
    assert Reading(one).tree.outline() == ("Document", ("P", "Call “Léa” first."))
    assert Reading(other).tree.outline() == ("Document", ("P", "BREAD – 12"))


def test_only_the_faces_that_are_shown_are_in_a_document(shared):
    (name,) = programs(render_shared(said("Bread", face=BOLD), "colour", shared))
    assert name.endswith("-Bold")


def test_what_was_drawn_before_changes_nothing(shared):
    """The codes and the bytes are those of the first document, whatever others were drawn."""
    first = render_shared(said("Call first."), "colour", shared)
    for words in ("Other words", "Zoë and Łucja", "AVATAR"):
        render_shared(said(words), "colour", shared)
    assert render_shared(said("Call first."), "colour", shared) == first
    fresh = SharedFaces([face(), BOLD], "é–“”ï")
    assert render_shared(said("Call first."), "colour", fresh) == first


def test_a_document_that_shows_another_letter_has_faces_of_its_own(shared):
    strange = said("Łucja and e\u0301")
    assert render_shared(strange, "colour", shared) == render_pdf(strange)


def test_a_face_that_is_not_shared_is_embedded_as_ever(shared):
    with_shared, without = render_shared(everything(), "colour", shared), render_pdf(everything())
    assert Reading(with_shared).tree.outline() == Reading(without).tree.outline()


def test_no_code_is_given_beside_those_of_the_characters():
    encoding = SharedEncoding(face(), "ab")
    with pytest.raises(NotShared, match="subset"):
        encoding[face().font.get_nominal_glyph(ord("c")), "c"]
    assert len(encoding.pairs) == 2


def test_faces_are_not_shared_for_scripts_whose_glyphs_are_chosen_by_their_neighbours():
    """Nor where there are so many letters that every document would be the larger for it."""
    noto = face("NotoSans-Regular")
    assert SharedFaces([noto], "हिन्दी").encoding(noto) is None
    many = map(chr, range(0x100, 0x100 + MOST_LETTERS))
    assert SharedFaces([noto], many).encoding(noto) is None
    assert SharedFaces([noto], "Ж").encoding(noto) is not None


def test_letters_of_english_names_are_shared_without_being_asked_for(shared):
    assert set(USUAL) <= {text for _, text in shared.encoding(face()).pairs.values()}


@pytest.mark.slow
@pytest.mark.skipif(not available(), reason="veraPDF is not installed")
def test_files_that_share_faces_conform(shared, tmp_path):
    (tmp_path / "a.pdf").write_bytes(render_shared(everything(), "colour", shared))
    assert failed_rules([tmp_path / "a.pdf"]) == {}
