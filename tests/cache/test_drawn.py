"""A page as it was drawn is the same when it is read again, below the tags of now."""

import marshal

import pytest

from guide.cache.drawn import Drawn, face_of, plain_page, said, tag_saying
from guide.layout.tags import Tag
from guide.layout.type.fonts import default_stacks
from guide.pdf.kept_pages import WHOLE_ON_A_PAGE, AsDrawn, Before, DrawnPage, FaceUse, KeptLink, NotApart, Own

SECTION = Tag(
    "Sect", Tag("Document"), title="Beds", language="es", attributes=(("List", "ListNumbering", "None"),)
)
LISTING, WORDS = Tag("Sect", SECTION), Tag("P", SECTION, heard="two")
NAMES = {SECTION: (b"key", 0), LISTING: (b"key", 1)}


@pytest.fixture
def drawn():
    face = default_stacks()[0].main
    return AsDrawn(
        page=DrawnPage(4, 612.0, 792.0, b"packed", 1),
        faces=(FaceUse(face, "F1", {(36, "A"): b"\\0A"}),),
        before=(Before(SECTION, 9, 9, (1, b"0")),),
        own=(Own(LISTING, 0, 9, (2,)), Own(WORDS, 1, 9, (b"1", (b"/Pg 3 0 R", 0)))),
        marked=(0, 2),
        annotated=(2,),
        links=(KeptLink(b"<<", b">>"),),
        whole=(2,),
        written=b"<</S/P/P %d 0 R>>",
        numbers=(1, ~0),
    )


def test_it_is_read_as_it_was_but_for_tags_that_no_other_page_knows(drawn):
    made = marshal.loads(marshal.dumps(plain_page(drawn, NAMES.get)))
    tags = {}
    (again,) = [Drawn({"key": made}, lambda name, said: tags.setdefault(name, tag_saying(*said))).get("key")]
    assert said(again.before[0].tag) == said(SECTION) and said(again.own[0].tag) == said(LISTING)
    assert again.own[1].tag is WHOLE_ON_A_PAGE
    unlike = {"before", "own"}
    for name in set(AsDrawn._fields) - unlike:
        assert getattr(again, name) == getattr(drawn, name)
    assert again.before[0][1:] == drawn.before[0][1:] and again.own[0][1:] == drawn.own[0][1:]


def test_a_page_with_a_tag_on_others_that_has_no_name_is_not_kept(drawn):
    with pytest.raises(NotApart):
        plain_page(drawn, {SECTION: (b"key", 0)}.get)


def test_what_was_drawn_just_now_is_given_as_it_is(drawn):
    kept = Drawn({}, tag_saying)
    kept["key"] = drawn
    assert kept.get("key") is drawn and kept.get("other") is None


def test_the_face_is_the_one_of_the_stacks():
    face = default_stacks()[0].main
    assert face_of(str(face.path), face.language) is face
