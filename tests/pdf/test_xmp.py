"""Properties as XML."""

from xml.etree import ElementTree

from guide.pdf.xmp import DECLARATION_NAMES, declarations, listed, packet, tagged


def test_texts_are_escaped_and_empty_ones_left_out():
    assert tagged("pdf:Keywords", "<a> & b") == "<pdf:Keywords>&lt;a&gt; &amp; b</pdf:Keywords>"
    assert tagged("pdf:Keywords", "") == listed("dc:creator", "Seq", [""]) == ""


def test_declarations_name_what_the_file_conforms_to():
    made = packet(DECLARATION_NAMES, declarations("http://a.example/#1", "http://a.example/#2"))
    tree = ElementTree.fromstring(made)
    assert [each.text for each in tree.iter("{http://pdfa.org/declarations/}conformsTo")] == [
        "http://a.example/#1",
        "http://a.example/#2",
    ]
