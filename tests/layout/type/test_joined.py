"""Texts in two languages within a line."""

from guide.language.both import Both
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.layout.type.joined import apart, joined


def test_a_line_has_both_with_what_stands_between_them():
    both = Both("Contents", "Contenido")
    assert joined(both) == "".join(both.in_line()) and joined("Contents") == "Contents"
    assert "Contents" in joined(both) and joined(both).endswith("Contenido")


def test_the_second_language_has_a_tag_of_its_own():
    """Within that of the whole; a text in one language stays as it is."""
    tag = Tag("P")
    inline = Inline(Both("page 4", "p\u00e1gina 4"), tag, bold=True)
    first, second = apart([(inline, inline.text)], "es")
    assert first.inline is inline and first.text.startswith("page 4")
    assert (second.text, second.inline.bold, second.inline.apart) == ("p\u00e1gina 4", True, True)
    assert (second.inline.tag.kind, second.inline.tag.language, second.inline.tag.parent) == (
        "Span",
        "es",
        tag,
    )
    plain = Inline("page 4", tag)
    assert [fragment.inline for fragment in apart([(plain, "page 4")], "es")] == [plain]


def test_artifacts_have_no_tag_in_either():
    inline = Inline(Both("a", "b"), None)
    assert [fragment.inline.tag for fragment in apart([(inline, inline.text)], "es")] == [None, None]
