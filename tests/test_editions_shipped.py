"""The editions that ship: every one is built, conforms, and can be printed as it says."""

import json
import re
from pathlib import Path

import pymupdf
import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream

from guide.build import edition_files
from guide.content.choose.choice import choose
from guide.content.choose.languages import Chosen
from guide.content.choose.printable import printable
from guide.content.edition import EDITION, FORMATS, PRESSES, load_editions
from guide.content.edition_choice import CHOICE, NEARBY
from guide.content.file import read_file
from guide.content.records.print_shop import INKS
from guide.language.words import ENGLISH
from guide.layout.editions.lay_out import Version, lay_out
from guide.layout.press.impose import impose_booklet
from guide.layout.type.fonts import default_stacks
from guide.model import Edition
from guide.model.order import ORDERS
from guide.produce import Request, produce
from guide.project import load_content
from tests import test_build as build
from tests import verapdf
from tests.thorough import examples, first_quick

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
EDITIONS = load_editions(CONTENT, read_file)[0]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Every shipped edition, built: Made by name."""
    editions, _ = produce(CONTENT, tmp_path_factory.mktemp("out"), Request(every=True))
    return {each.name: each for each in editions}


PRINTED = [name for name, edition in EDITIONS.items() if edition.made_as.is_paper]


@pytest.fixture(scope="module")
def printed(made):
    """Those that are on paper."""
    return {name: made[name] for name in PRINTED}


def test_there_is_an_edition_of_every_kind():
    """Of each size and press that the guide is shown in."""
    assert {edition.format for edition in EDITIONS.values()} >= {
        "letter",
        "a4",
        "half-letter",
        "large-print",
        "pocket",
        "trifold-letter",
        "one-sheet",
        "web",
    }
    assert {edition.press for edition in EDITIONS.values()} >= {"duplex", "booklet", "n-up", "print-shop"}
    assert "grey" in {edition.ink for edition in EDITIONS.values()}


@pytest.mark.slow
def test_every_edition_is_built_without_a_problem(made):
    """Nothing that does not fit, nothing near an edge that is cut."""
    assert {
        name: [str(problem) for problem in each.problems] for name, each in made.items() if each.problems
    } == {}
    assert set(made) == set(EDITIONS)


UNLIKE = ["arabic", "english-spanish", "chinese", "large-print", "leaflet", "one-sheet", "pocket"]


@pytest.mark.parametrize("name", first_quick(examples(UNLIKE, PRINTED)))
def test_the_accessible_file_conforms_to_both_standards(made, name):
    """PDF/UA-1 and PDF/A-2a, by veraPDF."""
    if not verapdf.available():
        pytest.skip("the packages that carry veraPDF are not installed")
    assert verapdf.failed_rules([made[name].files[0]]) == {}


def test_the_gallery_says_what_each_costs(printed):
    """If not: python -m benchmarks.gallery"""
    said = (ROOT / "docs" / "gallery.md").read_text(encoding="utf-8")
    for name, each in printed.items():
        copies = f" for {each.copies} copies" if each.copies > 1 else ""
        assert f"| [{name}](#{name}) | {each.pages} | {each.sheets}{copies} | {each.listings} |" in said
        assert (ROOT / "docs" / "gallery" / f"{name}.png").exists()


def operations(path):
    """(operands, operator) of every page, and of every form that is on one."""
    reader = PdfReader(path)
    for page in reader.pages:
        forms = page["/Resources"].get("/XObject", {})
        for stream in (page.get_contents(), *(form.get_object() for form in forms.values())):
            if stream.get("/Subtype") != "/Image":
                yield from ContentStream(stream, reader).operations


COLOUR = {b"rg", b"RG", b"k", b"K", b"sc", b"SC", b"scn", b"SCN", b"cs", b"CS"}


@pytest.mark.slow
def test_grey_has_no_operator_of_colour(made):
    """Black and greys alone; the same edition in colour has them."""
    assert not COLOUR & {operator for _, operator in operations(made["grey"].files[0])}
    assert COLOUR & {operator for _, operator in operations(made["guide"].files[0])}


def test_the_print_shop_gets_pure_black_words(made):
    """Words and strokes are black ink alone; a trim and a bleed box on every page."""
    path = made["print-shop"].files[1]
    inks = [
        tuple(map(float, operands)) for operands, operator in operations(path) if operator in (b"k", b"K")
    ]
    assert (0, 0, 0, 1) in inks and not any(operator in (b"rg", b"RG") for _, operator in operations(path))
    for page in PdfReader(path).pages:
        assert (page.trimbox.width, page.trimbox.height) == (612, 792)
        assert (page.bleedbox.width, page.bleedbox.height) == (612 + 18, 792 + 18)
        assert page.mediabox.width > page.bleedbox.width


def test_faces_are_embedded_in_every_file(printed):
    """None is left to the printer: as many font files as there are descriptors of faces."""
    for each in printed.values():
        for path in each.files:
            with pymupdf.open(path) as document:
                objects = [document.xref_object(number) for number in range(1, document.xref_length())]
            descriptors = [text for text in objects if re.search(r"/Type\s*/FontDescriptor", text)]
            assert descriptors and all("/FontFile" in text for text in descriptors), path.name


def folded(sides):
    """The pages of a saddle-stitched pile in the order in which they are read, by turning it leaf by leaf."""
    fronts, backs = sides[::2], sides[1::2]
    leaves = [(front[1], back[0]) for front, back in zip(fronts, backs)]
    leaves += [(back[1], front[0]) for front, back in zip(fronts[::-1], backs[::-1])]
    return [page for leaf in leaves for page in leaf]


def pages_of_sides(path):
    """[(left page, right page), ...] of each side of an imposed file, by the names of its forms."""
    reader = PdfReader(path)
    sides = []
    for page in reader.pages:
        forms = page["/Resources"]["/XObject"]
        placed = []
        x = None
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"cm":
                x = float(operands[4])
            elif operator == b"Do" and str(operands[0]) in forms:
                placed.append((x, int(str(operands[0]).removeprefix("/P"))))
        sides.append(tuple(number for _, number in sorted(placed)))
    return sides


def test_the_booklet_reads_in_order_when_it_is_folded(made):
    """Each imposed page where the reader expects it."""
    accessible, imposed = made["booklet"].files
    pages = len(PdfReader(accessible).pages)
    assert pages % 4 == 0
    sides = pages_of_sides(imposed)
    assert len(sides) == pages // 2 and folded(sides) == list(range(1, pages + 1))


def test_the_plan_of_the_booklet_says_the_same():
    """Also by the sheets themselves."""
    guide = printable(load_content(CONTENT)[0])
    edition = EDITIONS["booklet"]
    document = lay_out(
        [Version(choose(guide, edition)[0], ENGLISH, default_stacks())], edition, guide
    ).document
    sides = [
        tuple(place.page for place in sorted(sheet.placements, key=lambda place: place.x))
        for sheet in impose_booklet(document)
    ]
    assert folded(sides) == list(range(len(document.pages)))


def test_every_listing_is_in_every_edition_that_leaves_none_out(made):
    """The leaflet has them all; Arabic and Chinese those that are translated."""
    translated = {"arabic": 5, "chinese": 5}
    for name, each in made.items():
        chosen = EDITIONS[name].choice.listings
        assert each.listings == (len(chosen) if chosen else translated.get(name, 18))


def test_the_cover_of_the_leaflet_names_its_sections(made):
    """Between title and help box; lines to write on give way first."""
    cover = " ".join(PdfReader(made["leaflet"].files[0]).pages[0].extract_text().split())
    for title in ("Harm reduction organizations", "Drug user unions", "Self-help software"):
        assert title in cover


@pytest.mark.slow
def test_an_imposed_file_says_what_it_is(printed):
    """In its title: it is for the printer."""
    for each in printed.values():
        assert "for the printer" not in PdfReader(each.files[0]).metadata.title
        for path in each.files[1:]:
            assert "for the printer" in PdfReader(path).metadata.title


def test_every_key_and_word_of_an_edition_is_in_the_documents():
    """With an example in force: the table's examples are real."""
    text = (ROOT / "docs" / "editions.md").read_text(encoding="utf-8")
    for record in (EDITION, CHOICE, NEARBY):
        for field in record.fields:
            assert f"`{field.key}`" in text or f"{field.key}:" in text, field.key
    for word in (*FORMATS, *INKS, *PRESSES, *ORDERS):
        assert f"`{word}`" in text, word


def examples_of_the_docs():
    """What docs/editions.md shows of an edition: its blocks of YAML, and the examples of its table as one file each."""
    text = (ROOT / "docs" / "editions.md").read_text(encoding="utf-8")
    return re.findall(r"```yaml\n(.*?)```", text, re.DOTALL) + re.findall(
        r"^\| `[a-z_]+` \|.*\| `([a-z_]+: .*)` \|$", text, re.MULTILINE
    )


@pytest.mark.parametrize("text", examples_of_the_docs())
def test_every_example_in_the_documents_is_read(tmp_path, text):
    """Without a problem, where the file of a map that it names is there."""
    (tmp_path / "editions").mkdir()
    (tmp_path / "maps").mkdir()
    (tmp_path / "maps" / "town.geojson").write_text('{"type": "FeatureCollection", "features": []}')
    (tmp_path / "editions" / "x.yaml").write_text(text + "\n", encoding="utf-8")
    assert load_editions(tmp_path, read_file)[1] == ()


@pytest.mark.slow
@pytest.mark.skipif(not build.ELSEWHERE.exists(), reason="the listings of the Little Help Book are not here")
@pytest.mark.parametrize("format", ["letter", "pocket", "large-print"][: examples(1, 3)])
def test_a_real_guide_of_hundreds_of_listings(tmp_path, format):
    """No warning of the layout but true ones: a word longer than a line, and, in the pocket, an office longer than a page."""
    records = [
        record
        for record in json.loads(build.ELSEWHERE.read_text(encoding="utf-8"))
        if (record.get("name") or "").strip()
    ]
    folder = build.write_content(
        tmp_path, [build.from_elsewhere(record, number) for number, record in enumerate(records)], 30
    )
    guide = printable(load_content(folder)[0])
    files = edition_files(Chosen(guide=guide, whole=guide), Edition(name="x", format=format), "01234567")
    assert len(files.places) == len(records) > 300
    true = {"word-too-long", "too-long-for-a-page"} if format == "pocket" else {"word-too-long"}
    assert [str(problem) for problem in files.problems if problem.name not in true] == []
    assert len(files.problems) < len(records) / 10
    assert list(files.places.values()) == sorted(files.places.values())
