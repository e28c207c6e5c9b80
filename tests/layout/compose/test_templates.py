"""Fixed texts with brackets, as inline pieces."""

from guide.language.scripts import NBSP
from guide.language.words import ENGLISH, side_by_side, words_in
from guide.layout.compose.templates import fill, in_each, joined
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline

TAG = Tag("P")


def test_pieces_take_the_place_of_brackets():
    name = Inline("Insite", TAG, True)
    pieces = fill("see {name}, now", TAG, name=(name,))
    assert pieces == (Inline("see ", TAG), name, Inline(", now", TAG))


def test_words_that_look_alike_are_one_piece():
    """But for pages: their numbers are not known yet."""
    assert fill("see {name}!", TAG, name=(Inline("Insite", TAG),)) == (Inline("see Insite!", TAG),)
    page = Inline("page", TAG, page_of=Anchor("a"))
    assert fill("see {page}{page}", TAG, page=(page,)) == (Inline("see ", TAG), page, page)


def test_a_template_without_words_of_its_own():
    assert fill("{name}", TAG, name=()) == () and fill("", TAG) == ()


def test_words_that_no_line_breaks():
    assert joined("see page 4") == f"see{NBSP}page{NBSP}4"


def test_each_language_says_it_in_a_tag_of_its_own():
    """The second behind the first, apart from it."""

    def make(words, tag):
        return (Inline(words.contents, tag),)

    assert in_each(ENGLISH, TAG, make) == (Inline("Contents", TAG),)
    first, space, second = in_each(side_by_side(ENGLISH, words_in("es")), TAG, make)
    assert (first.text, space.text, second.text) == ("Contents", " ", words_in("es").contents)
    assert (second.tag.language, second.tag.parent, second.apart) == ("es", TAG, True)
    assert in_each(side_by_side(ENGLISH, words_in("es")), None, make)[2].tag is None
