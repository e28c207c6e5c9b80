"""Running text on a screen."""

from guide.language.both import Both
from guide.language.scripts import direction
from guide.layout.tags import Tag
from guide.layout.type.inline import Anchor, Inline, Link
from guide.web.inlines import Speaker, Tongue, around, id_of, level_of, linked, unseen
from guide.web.tree import el, to_html

SPEAKER = Speaker("en", "ar")
ROOT = Tag("Document")


def html(nodes):
    return to_html(el("p", nodes))


def test_ids_of_places():
    """A listing has its own; a part of it stands behind that, and other places begin with a letter of theirs."""
    assert [
        id_of(Anchor(name))
        for name in ("listing:elm", "listing:elm/program-1", "listing:elm/city:St. Paul, MN")
    ] == [
        "elm",
        "elm--program-1",
        "elm--city-st.-paul-mn",
    ]
    assert [id_of(Anchor(name)) for name in ("section:food", "group:food:2", "page:us", "index")] == [
        "s-food",
        "g-food-2",
        "p-us",
        "index",
    ]


def test_languages_and_directions():
    """What is in the page's language says nothing."""
    assert direction("ar") == "rtl" and direction("es") == "ltr"
    assert Tongue("en").marks("en") == {} and Tongue("en").marks("es") == {"lang": "es", "dir": ""}
    assert (
        Tongue("en").marks("ar") == {"lang": "ar", "dir": "rtl"} and Tongue("ar").marks("en")["dir"] == "ltr"
    )
    assert [Tongue("en").marks(code)["dir"] for code in ("ckb", "prs", "pa-PK", "pa")] == ["rtl"] * 3 + [""]


def test_the_level_of_a_heading():
    """That of the tag, or of one that it is in."""
    assert level_of(Tag("Span", Tag("H5", ROOT)), "h3") == "h5" and level_of(Tag("P", ROOT), "h3") == "h3"


def test_a_piece_in_another_language():
    own = Tag("Span", Tag("P", ROOT), language="es")
    assert html(SPEAKER.spoken([Inline("Hola ", own, True)])) == "<p><span lang=es><b>Hola</b></span></p>"
    assert html(SPEAKER.spoken([Inline("Hola", own)], inside="es")) == "<p>Hola</p>"
    assert to_html(SPEAKER.block("p", [Inline("Hola", own)])) == "<p lang=es>Hola</p>"


def test_a_text_in_two_languages():
    """The stroke between them goes where one is shown."""
    said = html(SPEAKER.both(Both("Index", "فهرس")))
    assert (
        said
        == "<p><span class=b1>Index</span><span class=bs> / </span><span class=b2 lang=ar dir=rtl>فهرس</span></p>"
    )
    assert "class=bs" not in html(SPEAKER.stacked(Both("Index", "فهرس"))) and SPEAKER.stacked("A") == "A"


def test_what_is_heard_of_a_number():
    """Its words stand around it, unseen; nothing is said twice."""
    assert around("217\u00a0555", "Call Elm: 217 555, ext. 4") == ("Call Elm: ", ", ext. 4")
    assert around("us", "Call Elm") == ("Call Elm. ", "")
    link = Link("tel:+1217", "Call Elm: 217")
    assert to_html(linked("217", "217", link)) == "<a href=tel:+1217><span class=v>Call Elm: </span>217</a>"
    assert "<bdi dir=ltr>217</bdi>" in to_html(linked("217", "217", link, leftward=True))
    assert unseen("") is None


def test_links_elsewhere_tell_nobody_where_one_comes_from():
    assert (
        to_html(linked("a", "a", Link("https://a.example", "Web page a")))
        == "<a href=https://a.example rel=noreferrer>a</a>"
    )
    assert to_html(linked("a", "a", Link(Anchor("listing:elm"), "Elm"))) == "<a href=#elm>a</a>"
