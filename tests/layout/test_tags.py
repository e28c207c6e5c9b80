"""Tags."""

from guide.layout.tags import FOOTER, HEADER, Shown, Tag


def test_what_is_no_part_of_what_is_read_is_false():
    """So `if item.tag` asks whether it is read."""
    assert Tag("P") and not HEADER and not FOOTER
    assert (HEADER.title, FOOTER.title) == ("Header", "Footer")


def test_a_language_has_its_script_in_the_file():
    assert Tag("P", language="zh").code.startswith("zh-Han") and Tag("P", language="es").code == "es"


def test_what_is_shown_is_the_whole_where_nothing_is_said():
    assert Shown("pantry") == Shown("pantry", "listing", 0) and repr(Tag("H1")) == "Tag('H1')"
