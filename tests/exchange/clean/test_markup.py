"""HTML as Markdown, or as plain words."""

from guide.exchange.clean.markup import has_markup, markdown_of, plain_of


def test_markup_is_tags_and_entities():
    """Not every sign that looks like one."""
    assert has_markup("a<br>b") and has_markup("a &amp; b") and has_markup("<p class='x'>a</p>")
    assert not any(map(has_markup, ["a < b", "R&B", "5 > 4", "AT&T; B"]))


def test_html_becomes_markdown():
    """Headings are strong words; scripts and pictures are not printed."""
    html = '<h2>Hours</h2><p>Come <em>in</em>.<br/>See <a href="https://a.org">us</a></p><img src="x.png"><ol><li>a</li></ol>'
    made = markdown_of(html)
    assert (
        made.strip().startswith("**Hours**\n\nCome *in*.\n\nSee [us](https://a.org)")
        and "1. a" in made
        and "x.png" not in made
    )


def test_lines_of_a_text_with_a_few_tags_stay():
    """They are new lines, though HTML would not say so."""
    assert "a\n\nb" in markdown_of("a\nb <b>c</b>")


def test_plain_words_have_a_line_for_each_of_its_lines():
    """And no entity."""
    assert plain_of("<p>a&nbsp;b</p><p>c &lt; d</p>") == "a b\nc < d\n"


def test_tags_within_tags_without_end_become_their_words():
    """No fault of the program."""
    assert markdown_of("<ul><li>" * 2000 + "Food").strip() == "Food"
