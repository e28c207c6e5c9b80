"""Tags."""

from guide.layout.tags import FOOTER, HEADER, Shown, Tag, shown_by


def test_what_is_no_part_of_what_is_read_is_false():
    """So `if item.tag` asks whether it is read."""
    assert Tag("P") and not HEADER and not FOOTER
    assert (HEADER.title, FOOTER.title) == ("Header", "Footer")


def test_a_language_has_its_script_in_the_file():
    assert Tag("P", language="zh").code.startswith("zh-Han") and Tag("P", language="es").code == "es"


def test_what_is_shown_is_the_whole_where_nothing_is_said():
    assert Shown("pantry") == Shown("pantry", "listing", 0) and repr(Tag("H1")) == "Tag('H1')"


def test_what_a_tag_shows():
    """The nearest first: a number, then the listing that it is of."""
    number = Shown("elm", "phones", 1)
    tag = Tag("Link", Tag("P", Tag("Sect", shows=Shown("elm")), shows=number))
    assert next(shown_by(tag), None) == number and list(shown_by(tag)) == [number, Shown("elm")]
    assert next(shown_by(None), None) is None
