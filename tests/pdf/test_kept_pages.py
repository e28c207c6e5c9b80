"""Pages that are put in a file as they were drawn: the bytes are those of drawing them."""

import random
import re
from dataclasses import replace

import pytest

from guide.build import make_pdf
from guide.layout.kept_page import KeptPage
from guide.layout.pages import Destination, LinkArea
from guide.layout.tags import Tag
from guide.pdf.kept_pages import FaceUse, KeptLink, NotApart, kept_link
from guide.pdf.part import Part
from guide.pdf.writer import render_pdf
from guide.project import Memory, open_project
from tests.pdf.samples import document, face, page, text
from tests.thorough import examples, first_quick


@pytest.fixture
def root():
    return Tag("Document")


@pytest.fixture
def drawn(monkeypatch):
    """The folios of the pages that are drawn."""
    folios, draw = [], Part.draw

    def told(self, each):
        folios.append(each.folio)
        return draw(self, each)

    monkeypatch.setattr(Part, "draw", told)
    return folios


def kept(each):
    """A page that is kept as it is."""
    return replace(each, kept=KeptPage(each, {}))


def story(root):
    """Three pages: a paragraph and a list go on from each to the next, with links."""
    section = Tag("Sect", root, title="Food 100% (a)")
    paragraph, rows = Tag("P", section), Tag("L", section)
    pages = []
    for number in range(3):
        row = Tag("LI", rows)
        link = Tag("Link", Tag("LBody", row), alternate="a % sign")
        items = text(paragraph, f"page {number} "), text(link, "a link "), text(Tag("P", section), "more ")
        target = ["https://example.org/%41", Destination(2, 60), Destination(0, 60)][number]
        area = LinkArea(link, 72, 90, 60, 14, target, f"To {number}")
        pages.append(kept(page(*items, text(rows, "end "), folio=str(number + 1), links=(area,))))
    return pages


def test_what_is_put_in_is_what_is_drawn(root, drawn):
    """With a paragraph and a list that go on over three pages; and none of them is drawn again."""
    pages = story(root)
    first = render_pdf(document(*pages, root=root))
    drawn.clear()
    assert render_pdf(document(*pages, root=root)) == first and drawn == []


@pytest.mark.parametrize("changed", range(3))
def test_a_page_in_another_file_has_other_numbers(root, drawn, changed):
    """One of the pages has more on it, or less, and what goes on from it or to it is the same."""
    pages = story(root)
    render_pdf(document(*pages, root=root))
    old, section = pages[changed], next(iter(pages[0].items)).tag.parent
    extra = [text(Tag("Span", Tag("P", section)), f"new {number} ") for number in range(70)]
    for items in ((*old.items, *extra), (*extra, *old.items), old.items[:1]):
        links = old.links if len(items) > 1 else ()
        others = [*pages]
        others[changed] = page(*items, folio=old.folio, links=links)
        plain = [replace(each, kept=None) for each in others]
        drawn.clear()
        again = render_pdf(document(*others, root=root))
        assert drawn == [old.folio] or len(items) == 1  # or what goes on begins on another page
        assert again == render_pdf(document(*plain, root=root))


def test_an_element_that_ended_goes_on_where_more_comes(root):
    """It was written with the kids of its page: now it has one more on the next."""
    section = Tag("Sect", root)
    paragraph = Tag("P", section)
    first = kept(page(text(paragraph, "one ")))
    render_pdf(document(first, root=root))
    second = page(text(paragraph, "two "), text(Tag("P", section), "three "), folio="2")
    both = document(first, second, root=root)
    assert render_pdf(both) == render_pdf(document(replace(first, kept=None), second, root=root))


def test_another_ink_or_size_of_document_is_drawn_anew(root, drawn):
    """More than a hundred pages are packed less."""
    pages = story(root)
    render_pdf(document(*pages, root=root))
    for ink, count in (("black", 0), ("colour", 100)):
        more = [page(folio=str(number + 4)) for number in range(count)]
        drawn.clear()
        again = render_pdf(document(*pages, *more, root=root), ink)
        assert {"1", "2", "3"} <= {*drawn}
        plain = [replace(each, kept=None) for each in pages]
        assert again == render_pdf(document(*plain, *more, root=root), ink)


def test_a_page_that_was_changed_after_it_was_finished_is_drawn_as_it_is(root, drawn):
    """For a press, beside the same page for a screen."""
    pages = story(root)
    pressed = [replace(each, items=tuple(item.moved(9, 9) for item in each.items)) for each in pages]
    first = render_pdf(document(*pages, root=root))
    assert render_pdf(document(*pressed, root=root)) != first == render_pdf(document(*pages, root=root))


def test_pages_with_pictures_fields_or_structure_destinations_are_drawn_each_time(root, drawn):
    pages = story(root)
    for _ in range(2):
        drawn.clear()
        render_pdf(document(*pages, root=root, standard="ua-2"))
        assert drawn == ["1", "2", "3"]


def test_codes_that_were_free_are_looked_up(root, drawn):
    """A glyph without a character of its own has the next code: with another before it the page is drawn again."""
    shaped, other = (text(Tag("P", root), words, face=face("devanagari")) for words in ("हिन्दी", "स्त्री"))
    second = kept(page(shaped, folio="2"))
    render_pdf(document(page(folio="1"), second, root=root))
    for first, again in ((page(folio="1"), ["1"]), (page(other, folio="1"), ["1", "2"])):
        drawn.clear()
        made = render_pdf(document(first, second, root=root))
        assert drawn[:1] == ["1"] and made == render_pdf(
            document(first, replace(second, kept=None), root=root)
        )
        assert again == ["1"] or "2" in drawn


def test_an_annotation_is_kept_without_its_key():
    assert kept_link(b"<</StructParent 7/Contents(a)>>", 7) == KeptLink(
        b"<</StructParent ", b"/Contents(a)>>"
    )
    assert kept_link(b"<</StructParent 7/X 1>>", 7).keyed(12) == b"<</StructParent 12/X 1>>"
    with pytest.raises(NotApart):
        kept_link(b"<</StructParent 8/X 1>>", 7)


def test_a_face_has_to_have_the_same_name():
    """The second of a document is called F2 in its content streams."""
    from guide.pdf.content import Fonts

    fonts = Fonts()
    assert FaceUse(face(), "F1", {}).holds(fonts) and not FaceUse(face("arabic"), "F1", {}).holds(fonts)


# --- whole guides

LISTING = (
    "  - id: p{n}\n    name: Place {n}\n    phones: [773-471-{n:04}]\n    hours: Mo-Fr 09:00-17:00\n"
    "    description: Beds and meals for all who come. See also [[p3]].\n    verified: 2026-04-01\n"
)


def written(folder, format):
    for name in ("sections", "editions"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "guide.yaml").write_text("title: Help\nedition: {date: 2026-04-01}\n")
    (folder / "editions/guide.yaml").write_text(f"default: yes\n{format}\n")
    for section in range(3):
        rows = "".join(LISTING.format(n=each) for each in range(section * 8, section * 8 + 8))
        (folder / f"sections/{section}.yaml").write_text(f"title: Part {section}\nlistings:\n{rows}")


def edited(folder, lot):
    """Something in one section is otherwise."""
    path = folder / f"sections/{lot.randrange(3)}.yaml"
    head, *listings = re.split(r"(?m)^(?=  - id)", path.read_text())
    kind, at = lot.randrange(5), lot.randrange(len(listings))
    if kind == 0:
        listings[at] = re.sub(r"471-\d{4}", f"471-{lot.randrange(10000):04}", listings[at])
    elif kind == 1:
        more = " ".join(lot.choices(("efficient", "help", "naïve", "Łódź"), k=lot.randrange(1, 60)))
        listings[at] = listings[at].replace("description: ", f"description: {more}. ")
    elif kind == 2 and len(listings) > 4 and "p3\n" not in listings[at]:
        del listings[at]
    elif kind == 3:
        listings.insert(at, LISTING.format(n=lot.randrange(100, 10**6)))
    else:
        head = re.sub("title: .*", f"title: Part {lot.randrange(100)}", head)
    path.write_text(head + "".join(listings))


@pytest.mark.slow
@pytest.mark.parametrize("format", first_quick(["format: pocket", "columns: 2"]))
def test_after_any_edits_the_file_is_the_same_to_the_byte(tmp_path, format):
    """As one that is made from nothing, whatever was kept."""
    for seed in range(examples(1, 20)):
        written(tmp_path, format)
        lot, memory = random.Random(f"{seed} {format}"), Memory()
        make_pdf(open_project(tmp_path, memory=memory))
        for _ in range(4):
            edited(tmp_path, lot)
            again = make_pdf(open_project(tmp_path, memory=memory)).pdf
            assert again == make_pdf(open_project(tmp_path)).pdf, (seed, format)
