"""Pages of the guide's own as files: their heads, their places, their pictures, and what is wrong with them."""

import pytest
from PIL import Image

from guide.content.choose.choice import choose
from guide.content.translation_checks import check_translations
from guide.content.translations import (
    load_translation,
    translate,
)
from guide.model import Edition, Picture
from tests.content.translated import write_files

HEAD = "---\ntitle: Welcome\n---\n"


@pytest.fixture
def pages(load, tmp_path):
    """Writes page files and loads the guide: pages(welcome=..., more=...); its pages and what was found."""

    def make(**texts):
        (tmp_path / "pages").mkdir(exist_ok=True)
        for name, text in texts.items():
            (tmp_path / "pages" / f"{name}.md").write_text(text, encoding="utf-8")
        return load()

    return make


@pytest.fixture
def picture(tmp_path):
    """Makes a picture in the content folder."""

    def make(name="a.png", size=(1400, 400)):
        Image.new("L", size, 200).save(tmp_path / name)

    return make


def test_a_page_says_its_title_and_where_it_stands(pages):
    found = pages(
        a=HEAD + "Hello", b="---\ntitle: B\nplace: after the listings\nside: right\nspare: yes\n---\n\nHi\n"
    )
    assert found.lines == ()
    first, second = found.guide.own_pages
    assert (first.id, first.title, first.place, first.recto, first.spare) == (
        "a",
        "Welcome",
        "page 2",
        False,
        False,
    )
    assert (second.place, second.recto, second.spare) == ("listings", True, True)


@pytest.mark.parametrize("place", ["cover", "after the cover", "Page 2", "contents", "index", "last", "food"])
def test_places_are_words_or_sections(pages, place):
    found = pages(a=f"---\ntitle: A\nplace: {place}\n---\nHi")
    assert found.lines == () and found.guide.own_pages[0].place in (
        "cover",
        "page 2",
        "index",
        "last",
        "food",
    )


@pytest.mark.parametrize(
    "text, said",
    [
        ("Hello", "pages/a.md:1:1: a page begins with a line of three dashes"),
        ("---\n---\nHello", "pages/a.md:1:1: a page begins with a line of three dashes"),
        ("---\ntitle: A\nHello", "pages/a.md:1:1: the keys at the top of the page have no end"),
        (HEAD, "the page has no text"),
        ("---\nplace: last\n---\nHi", 'a page needs "title"'),
        ("---\ntitle: A\ntitel: B\n---\nHi", "pages/a.md:3:1: "),
        ("---\ntitle: A\nplace: fod\n---\nHi", 'pages/a.md:3:8: the page stands behind "fod"'),
        ("---\ntitle: A\nside: left\n---\nHi", 'pages/a.md:3:7: "side" is "left" here'),
        (HEAD + "\nSee [[fod-bank]]", "pages/a.md:5:5: "),
        (HEAD + "\n\n![It](b.png)", 'pages/a.md:6:5: there is no picture "b.png"'),
        (HEAD + "\n![It](a.png) live", 'the picture "a.png" has 15 dots to the inch at the width "live"'),
        (HEAD + "Hi\n\n<b>", "pages/a.md:6:1: HTML cannot be printed in a text"),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(pages, picture, text, said):
    picture(size=(100, 40))
    lines = pages(a=text).lines
    assert len(lines) == 1 and said in lines[0], lines


def test_two_files_of_one_name_are_told(pages, tmp_path):
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.markdown").write_text(HEAD + "Hi", encoding="utf-8")
    assert "another page has this name too: a.markdown" in "".join(pages(a=HEAD + "Hi").lines)


def test_a_picture_with_enough_dots_is_not_told(pages, picture):
    picture(size=(1367, 300))
    assert pages(a=HEAD + "![It](a.png) live").lines == ()


def test_an_edition_prints_the_pages_that_it_names(pages):
    guide = pages(a=HEAD + "Hi", b=HEAD + "Ho").guide

    def ids(**more):
        chosen, problems = choose(guide, Edition(name="x", **more))
        return [page.id for page in chosen.own_pages], [problem.message for problem in problems]

    assert ids() == (["a", "b"], [])
    assert ids(own_pages=("b",)) == (["b"], []) and ids(own_pages=()) == ([], [])
    assert 'chooses the page "c"' in ids(own_pages=("c",))[1][0]


def test_a_mention_of_what_is_not_printed_is_its_name(load, tmp_path, pages):
    text = HEAD + "## See [[food-bank]]\n\n> Show [[food-bank]]\n\nBut [[food-bank]]"
    guide = pages(a=text).guide
    chosen, _ = choose(guide, Edition(name="x", own_pages=None))
    assert [
        block.spans[-1].mention for block in (chosen.own_pages[0].text[0], chosen.own_pages[0].text[2])
    ] == ["food-bank"] * 2
    other = pages(a=text).guide.sections[0].listings[0]
    without = guide.__class__(**{name: getattr(guide, name) for name in guide.__slots__})
    from guide.content.choose.choice import named_page

    names = named_page(without.own_pages[0].text, (), {other.id: other.name})
    assert (
        names[0].spans[-1].text == names[1].blocks[0].spans[-1].text == names[2].spans[-1].text == other.name
    )


def test_a_page_is_translated_with_its_pictures(pages, picture, tmp_path):
    """The file of the translation has its text; one whose source has changed is out of date; a picture may be another."""
    picture()
    picture("es.png")
    pages(a=HEAD + "Hi\n\n![It](a.png) prose\n")
    texts, added, _ = write_files(tmp_path)
    assert "title:" in texts["a.yaml"] and "# en: ![It](a.png) prose" in texts["a.yaml"]
    path = tmp_path / "translations" / "es" / "pages" / "a.yaml"
    path.write_text(
        "title: {of: 00000000, text: Hola}\ntext: |\n  ¿Qué?\n\n  ![Eso](es.png) prose\n", encoding="utf-8"
    )
    guide = pages().guide
    translation, problems = load_translation(guide, tmp_path, "es")
    assert problems == ()
    (page,) = translate(guide, translation).own_pages
    assert (
        page.title == "Hola" and page.text[1] == Picture("es.png", "Eso") and page.untranslated == frozenset()
    )
    said = [str(problem) for problem in check_translations(guide, tmp_path)]
    assert any("a.yaml:1:8" in line and "outdated" in line for line in said), said


def test_a_picture_of_a_translation_that_is_not_there_is_told(pages, tmp_path):
    guide = pages(a=HEAD + "Hi").guide
    path = tmp_path / "translations" / "es" / "pages" / "a.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("text: |\n  ![Eso](no.png) prose\n", encoding="utf-8")
    (path.parent / "b.yaml").write_text("title: Be\n", encoding="utf-8")
    translation, problems = load_translation(guide, tmp_path, "es")
    assert [problem.message for problem in problems][0] == 'there is no picture "no.png"'
    assert problems[0].mark.line == 2 and not translation.entries
    assert "b.yaml" in problems[-1].message
