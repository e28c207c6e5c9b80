"""Pages as pictures while somebody types: they are those of a build, and no problem stops them."""

import gc
import shutil
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image

from guide.build import make_pdf
from guide.layout.tags import Shown
from guide.project import open_project, typed_project
from guide.studio import pictures
from guide.studio.pictures import Pictures
from tests.thorough import first_quick

CASES = Path(__file__).parent.parent / "cases"
BAD = sorted(path for path in (CASES / "bad").iterdir() if path.is_dir())


def drawing_of(folder, edition="guide", language="", by=None):
    by = by or Pictures()
    return by.draw(by.read(folder), edition, language)


def picture(data):
    return Image.open(BytesIO(data))


def words_on(drawing, page):
    document = pypdfium2.PdfDocument(drawing.pdf(page))
    return document[0].get_textpage().get_text_bounded().replace("\r\n", "\n")


def page_with(drawing, listing):
    return words_on(drawing, drawing.first_page(listing))


def test_a_drawing_has_the_pages_of_a_build(folder):
    """As many, as large, and each looks the same."""
    built = pypdfium2.PdfDocument(make_pdf(open_project(folder)).pdf)
    drawing = drawing_of(folder)
    assert [(page.width, page.height, page.folio) for page in drawing.pages] == [
        (612, 792, str(place + 1)) for place in range(len(built))
    ]
    for place, page in enumerate(built):
        there = page.render(scale=0.5).to_pil().convert("L")
        assert picture(drawing.png(place, 0.5)).convert("L").tobytes() == there.tobytes(), place


@pytest.mark.slow
def test_a_picture_has_the_scale_that_is_asked_for(folder):
    drawing = drawing_of(folder)
    assert picture(drawing.png(0, 1)).size == (612, 792)
    assert picture(drawing.png(0, 0.5)).size == (306, 396)
    assert picture(drawing.png(0, 0)).size == (62, 80)  # no smaller
    assert picture(drawing.png(0, 10)).size == (612 * 6, 792 * 6)  # no larger


def test_few_pictures_are_kept(folder, monkeypatch):
    monkeypatch.setattr(pictures, "KEPT", 2)
    drawing = drawing_of(folder)
    first = drawing.png(0, 0.2)
    assert drawing.png(0, 0.2) is first
    drawing.png(1, 0.2), drawing.png(2, 0.2)
    again = drawing.png(0, 0.2)
    assert again == first and again is not first


def test_there_is_no_page_behind_the_last(folder):
    drawing = drawing_of(folder)
    for place in (-1, len(drawing.pages)):
        with pytest.raises(IndexError):
            drawing.png(place)


def test_there_is_no_edition_of_an_unknown_name(folder):
    with pytest.raises(KeyError):
        drawing_of(folder, "unknown")


def test_what_is_typed_is_drawn_and_the_number_rises(folder, change):
    """Also when nothing but one word has changed, and each drawing stays what it is."""
    by = Pictures()
    first = drawing_of(folder, by=by)
    change("food", "Soup Kitchen", "Broth Kitchen")
    second = drawing_of(folder, by=by)
    assert second.number > first.number
    assert "Broth Kitchen" in page_with(second, "kitchen")
    assert "Soup Kitchen" in page_with(first, "kitchen")
    assert "Night Shelter" in page_with(second, "shelter")


@pytest.mark.slow
def test_what_is_kept_changes_no_picture(folder, change):
    """A warm drawing is the cold one."""
    by = Pictures()
    drawing_of(folder, by=by)
    change("beds", "A bed for the night.", "A bed for the night. " * 300)
    warm, cold = drawing_of(folder, by=by), drawing_of(folder)
    assert len(warm.pages) == len(cold.pages)
    for place in range(len(warm.pages)):
        assert warm.png(place, 0.3) == cold.png(place, 0.3)
        assert warm.boxes_on(place) == cold.boxes_on(place)


def test_what_is_not_printed_is_not_drawn(folder):
    drawing = drawing_of(folder)
    assert drawing.first_page("hidden") is None and drawing.pages_of("hidden") == ()
    assert drawing.listings == {
        "pantry": "Elm Pantry",
        "kitchen": "Soup Kitchen",
        "shelter": "Night Shelter",
    }


def test_a_listing_with_a_problem_is_laid_out_with_what_could_be_read(folder, change):
    change("food", "name: Soup Kitchen", "name: Soup Kitchen\n    nonsense: 1\n    verified_by: [x")
    change("food", "hours: By appointment.", "hours: {a: b}")
    drawing = drawing_of(folder)
    assert drawing.problems and "Elm Pantry" in page_with(drawing, "pantry")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("      - number: 773-471-0121", "      - numbr: 773-471-0121"),
        ("    hours: By appointment.", "    closed: perhaps"),
        ("[[shelter]]", "[[hidden]]"),
        ("title: Food\n", ""),
        ("    verified: 2026-04-01", "    verified: yesterday"),
        ("    name: Soup Kitchen\n", "    name: Soup Kitchen\n    unknown: 1\n"),
        ("[[shelter]]", "[[nobody]]"),
    ],
)
def test_a_problem_stops_no_picture(folder, change, old, new):
    """The listing is there with the rest of it, and the problem is told."""
    change("food", old, new)
    project = open_project(folder)
    drawing = Pictures().draw(project, "guide")
    assert "Soup Kitchen" in page_with(drawing, "kitchen")
    assert project.problems and drawing.problems


def test_a_file_that_cannot_be_read_is_left_out_and_told(folder):
    (folder / "sections/beds.yaml").write_bytes(b"title: \xff\xfe\x00")
    drawing = drawing_of(folder)
    assert "Soup Kitchen" in page_with(drawing, "kitchen")
    assert drawing.first_page("shelter") is None
    assert {problem.mark.path.name for problem in drawing.problems} >= {"beds.yaml"}


@pytest.mark.parametrize("case", first_quick(BAD, 12), ids=lambda path: path.name)
def test_no_wrong_content_stops_the_program(case, tmp_path):
    """Whatever is wrong, there is a picture or a problem, and no exception."""
    shutil.copytree(case, tmp_path / "content")
    project = typed_project(tmp_path / "content")
    for edition in project.editions:
        drawing = Pictures().draw(project, edition)
        assert drawing.problems or drawing.pages
        for page in range(len(drawing.pages)):
            assert drawing.png(page, 0.1)


def test_an_edition_without_listings_has_no_pages(folder):
    (folder / "editions").mkdir()
    (folder / "editions/none.yaml").write_text("choice: {sections: [nothing]}\n", encoding="utf-8")
    drawing = drawing_of(folder, "none")
    assert drawing.pages == () and drawing.problems and drawing.boxes == ()


def test_no_folder_is_no_drawing(tmp_path):
    drawing = drawing_of(tmp_path / "nowhere")
    assert drawing.pages == () and drawing.problems


def test_a_language_is_chosen(folder):
    """What is not translated stands there as it is."""
    (folder / "translations/es").mkdir(parents=True)
    drawing = drawing_of(folder, language="es")
    assert drawing.problems and "Soup Kitchen" in page_with(drawing, "kitchen")


def test_every_format_has_boxes(folder):
    """Of the listing, and of a number of it."""
    (folder / "editions").mkdir()
    formats = ("letter", "large-print", "half-letter", "pocket", "one-sheet", "leaflet", "zine", "wallet")
    for name in formats:
        (folder / f"editions/{name}.yaml").write_text(f"format: {name}\n", encoding="utf-8")
    for name in formats:
        drawing = drawing_of(folder, name)
        found = {(box.listing, box.what) for box in drawing.boxes}
        assert ("kitchen", "listing") in found and ("kitchen", "phones") in found, (name, drawing.problems)


def test_boxes_say_where_numbers_and_hours_stand(folder):
    """By the key of the content and the place under it; the listing's holds them all."""
    drawing = drawing_of(folder)
    boxes = drawing.boxes
    for page in range(len(drawing.pages)):
        assert drawing.boxes_on(page) == tuple(box for box in boxes if box.page == page)
    found = {(box.what, box.index) for box in boxes if box.listing == "pantry"}
    assert found >= {
        ("listing", 0),
        ("phones", 0),
        ("phones", 1),
        ("locations.0.phones", 0),
        ("locations.1.phones", 0),
        ("locations.0.hours", 0),
        ("locations.0.hours", 1),
    }
    (whole,) = [box for box in boxes if (box.listing, box.what) == ("kitchen", "listing")]
    for box in boxes:
        if box.listing == "kitchen":
            assert whole.x0 <= box.x0 < box.x1 <= whole.x1 and whole.y0 <= box.y0 < box.y1 <= whole.y1


def test_a_box_holds_the_words_it_is_named_after(folder):
    """As PDFium finds them there."""
    drawing = drawing_of(folder)
    (box,) = [box for box in drawing.boxes if box.shown == Shown("pantry", "locations.1.phones", 0)]
    text = pypdfium2.PdfDocument(drawing.pdf(box.page))[0].get_textpage()
    height = drawing.pages[box.page].height
    inside = text.get_text_bounded(box.x0 - 1, height - box.y1 - 1, box.x1 + 1, height - box.y0 + 1)
    assert inside.strip() == "773-471-0114"


def test_a_long_listing_has_a_box_on_every_page_it_touches(folder, change):
    change("food", "Groceries for everybody.", "Groceries for everybody. " * 400)
    drawing = drawing_of(folder)
    pages = drawing.pages_of("pantry")
    assert len(pages) > 1 and pages[0] == drawing.first_page("pantry")
    for page in pages:
        assert any(box.listing == "pantry" for box in drawing.boxes_on(page))


def test_it_can_forget(folder):
    by = Pictures()
    first = drawing_of(folder, by=by)
    by.forget()
    assert drawing_of(folder, by=by).png(0, 0.2) == first.png(0, 0.2)


def test_a_character_that_no_face_has_is_seen_as_a_sign(folder, change):
    """A build refuses it; in every format there is a picture."""
    change("food", "A hot meal at noon.", "A hot \U0001f600 meal at noon.")
    (folder / "editions").mkdir()
    for name in ("letter", "pocket", "one-sheet"):
        (folder / f"editions/{name}.yaml").write_text(f"format: {name}\n", encoding="utf-8")
        drawing = drawing_of(folder, name)
        assert "A hot \u25a1 meal" in page_with(drawing, "kitchen") or "A hot ? meal" in page_with(
            drawing, "kitchen"
        )


def test_the_default_edition_needs_no_name(folder):
    """Also where no edition can be read; what is wrong with the file of the one that is drawn is told."""
    assert drawing_of(folder, "").edition.name == "guide"
    (folder / "editions").mkdir()
    (folder / "editions/large.yaml").write_text("format: large-print\ncolumn: x\n", encoding="utf-8")
    large = drawing_of(folder, "")
    assert large.edition.name == "large" and [each.mark.path.name for each in large.problems] == [
        "large.yaml"
    ]
    (folder / "editions/large.yaml").write_bytes(b"\xff\x00")
    assert drawing_of(folder, "").pages


def test_few_editions_are_kept(folder, monkeypatch):
    """The last ones that were drawn."""
    monkeypatch.setattr(pictures, "EDITIONS_KEPT", 2)
    by = Pictures()
    for language in ("", "es", "", "fr"):
        drawing_of(folder, language=language, by=by)
    assert list(by._galleys) == [("guide", ""), ("guide", "fr")]


def test_what_ends_no_one_knows_where_is_forgotten(folder, monkeypatch):
    by = Pictures()
    drawing_of(folder, by=by)
    monkeypatch.setattr(pictures, "draft_edition", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        drawing_of(folder, by=by)
    assert not by._galleys


@pytest.mark.slow
def test_what_is_kept_is_not_looked_through_again(folder):
    """Python's collector leaves alone what a first drawing has made."""
    first, by = Pictures(), Pictures()
    drawing_of(folder, by=first)
    before = gc.get_freeze_count()
    drawing_of(folder, by=by)
    kept = gc.get_freeze_count()
    for _ in range(5):
        drawing_of(folder, by=by)
    more = gc.get_freeze_count() - kept
    assert more < 5 * (kept - before) / 2  # a few are of what else goes on in this process
    gc.unfreeze()


def test_a_listing_without_a_name_is_drawn_in_every_language(folder, change):
    """By its id, and a translation that mentions what is gone has its words."""
    change("food", "    name: Soup Kitchen\n", "")
    change("beds", "  - id: shelter", "  - id: beds")
    (folder / "translations/es").mkdir(parents=True)
    for language in ("", "es"):
        drawing = drawing_of(folder, language=language)
        assert "kitchen" in page_with(drawing, "kitchen") and "[[shelter]]" in page_with(drawing, "kitchen")
        assert all(drawing.png(page, 0.1) for page in range(len(drawing.pages)))
