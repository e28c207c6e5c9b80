"""A page as a tree, and how it is written."""

import pytest

from guide.web.tree import Element, Raw, el, flat, text_of, to_html, to_xhtml, walk


def test_texts_and_values_are_escaped():
    """Whatever a guide says is no markup."""
    node = el("p", "a < b & c > d", title='"x" <y>')
    assert to_html(node) == '<p title="&quot;x&quot; &lt;y&gt;">a &lt; b &amp; c &gt; d</p>'
    assert to_html(Raw("<b>")) == "<b>"


@pytest.mark.parametrize(
    "value,written",
    [
        ("a", "x=a"),
        ("a b", 'x="a b"'),
        ("https://a.example/", 'x="https://a.example/"'),
        ("a=b", 'x="a=b"'),
        ("a'b", 'x="a\'b"'),
    ],
)
def test_marks_about_values_only_where_they_are_needed(value, written):
    assert to_html(el("i", x=value)) == f"<i {written}></i>"


def test_attributes_without_a_value():
    """True has none; what is empty is not there, but for what has to be said."""
    assert to_html(el("input", hidden=True, title="", id=None, checked=False)) == "<input hidden>"
    assert to_html(Element("option", (("value", ""),), ("a",))) == '<option value="">a</option>'


def test_names_of_attributes():
    assert (
        to_html(el("div", class_="a", data_o="b", aria_label="c", for_="d"))
        == "<div class=a data-o=b aria-label=c for=d></div>"
    )


def test_end_tags_that_html_leaves_out():
    """Of items and paragraphs before the next one and at the end, not before a text or within a link."""
    rows = el("ul", el("li", "a"), el("li", el("p", "b"), el("p", "c")), el("li", "d"))
    assert to_html(rows) == "<ul><li>a<li><p>b<p>c<li>d</ul>"
    assert to_html(el("div", el("p", "a"), "b")) == "<div><p>a</p>b</div>"
    assert to_html(el("div", el("p", "a"), el("span", "b"))) == "<div><p>a</p><span>b</span></div>"
    assert to_html(el("a", el("p", "a"))) == "<a><p>a</p></a>"
    assert (
        to_html(el("dl", el("dt", "a"), el("dd", "b"), el("dt", "c"), el("dd", "d")))
        == "<dl><dt>a<dd>b<dt>c<dd>d</dl>"
    )
    assert to_html(el("dl", el("dt", "a"))) == "<dl><dt>a</dt></dl>"


def test_xhtml_has_every_end_tag():
    node = el("ul", el("li", "a & b", el("br"), el("input", hidden=True)))
    assert to_xhtml(node) == '<ul><li>a &amp; b<br/><input hidden="hidden"/></li></ul>'


def test_what_is_nothing_is_left_out():
    assert list(flat(["a", None, ["", ["b", el("i")]]])) == ["a", "b", el("i")]


def test_walking_and_reading():
    tree = el("div", el("p", "a", el("b", "c")), Raw("<x>"))
    assert [each.tag for each in walk([tree])] == ["div", "p", "b"]
    assert text_of(tree) == "ac"
