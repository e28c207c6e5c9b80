"""The real thing, end to end: content files in, a PDF out; and what the shipped guide looks like, as text."""

import json
import re
import textwrap
import unicodedata
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from pypdf import PdfReader

from guide.build import build_guide, build_worklist, check_content
from guide.colours import ACCENTS
from guide.content.load import load_guide
from guide.errors import GuideError
from guide.language.addresses import address_lines
from guide.language.words import ENGLISH
from guide.layout.editions.book import typeset
from guide.layout.pages import Text
from guide.layout.type.fonts import default_stacks
from guide.layout.type.style import make_style
from guide.project import Memory
from tests import verapdf
from tests.thorough import first_quick

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
ELSEWHERE = ROOT.parent / "shared" / "data" / "little-help-book-2021" / "listings_en.json"


@pytest.fixture(scope="module")
def shipped():
    """The guide in content/, built."""
    return build_guide(CONTENT)


@pytest.fixture(scope="module")
def guide():
    return load_guide(CONTENT)[0]


@pytest.fixture(scope="module")
def document(guide):
    return typeset(
        guide, make_style("letter", ACCENTS[guide.edition.colour].screen, default_stacks()), ENGLISH
    )[0]


@pytest.fixture(scope="module")
def reader(shipped):
    return PdfReader(BytesIO(shipped.pdf))


def flat(text):
    return re.sub(r"\s+", " ", text)


def write_content(folder, listings, per_section=10):
    """A content folder with these listings, so many in a section."""
    (folder / "sections").mkdir()
    (folder / "guide.yaml").write_text(
        yaml.safe_dump({"title": "Help near here", "edition": {"number": 1, "date": "2026-11-23"}})
    )
    for place in range(0, len(listings), per_section):
        number = place // per_section + 1
        section = {
            "id": f"s{number}",
            "title": f"Part {number}",
            "listings": listings[place : place + per_section],
        }
        text = yaml.safe_dump(section, allow_unicode=True, sort_keys=False)
        (folder / "sections" / f"{number:03}.yaml").write_text(text, encoding="utf-8")
    return folder


def made_up(count, sentences=4):
    """Listings with an address, two numbers and some prose."""
    return [
        {
            "id": f"group-{number}",
            "name": f"Recovery group number {number}",
            "short_name": f"RG{number}",
            "locations": [
                {
                    "address": {
                        "address_1": f"{number} Main Street",
                        "city": "Eugene",
                        "state_province": "OR",
                        "postal_code": "97401",
                    },
                    "phones": [f"541-342-{number:04}"],
                }
            ],
            "description": " ".join(
                f"Sentence {place} of group {number} tells what it does and for whom."
                for place in range(sentences)
            ),
        }
        for number in range(1, count + 1)
    ]


# --- the shipped guide -----------------------------------------------------------------------------


def test_the_shipped_guide_conforms_to_both_standards(shipped, tmp_path):
    """PDF/UA-1 and PDF/A-2a, by veraPDF, with nothing failed."""
    if not verapdf.available():
        pytest.skip("the packages that carry veraPDF are not installed")
    path = tmp_path / "guide.pdf"
    path.write_bytes(shipped.pdf)
    assert verapdf.failed_rules([path]) == {}


def test_two_builds_are_the_same_bytes(shipped):
    """The same content, the same file."""
    assert build_guide(CONTENT).pdf == shipped.pdf


def names(result):
    """The names of what a build has to say."""
    return [problem.name for problem in result.problems]


def test_what_the_result_says_is_true(shipped, reader, guide):
    """Pages and listings are counted as they are, and all there is to say is that nobody has verified them."""
    assert (shipped.pages, shipped.listings) == (len(reader.pages), len(guide.listings))
    assert names(shipped) == ["never-verified"]


def test_every_name_address_and_number_is_in_the_text(reader, guide):
    """As a reader's search finds them, spaces and line ends apart."""
    text = flat(" ".join(page.extract_text() for page in reader.pages))
    wanted = [listing.name for listing in guide.listings]
    for listing in guide.listings:
        wanted += [phone.printed for phone in listing.all_phones]
        for location in listing.locations:
            wanted += [location.attention, location.postal_name, location.name]
            wanted += [
                line for line in (address_lines(location.address, guide.country) if location.address else ())
            ]
    missing = [each for each in wanted if flat(each) not in text]
    assert missing == []


def test_every_number_can_be_dialled(reader, guide):
    """The tel: links of the file are the numbers of the content in E.164, each once."""
    links = [
        annotation.get_object()["/A"]["/URI"]
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    ]
    dialled = sorted(link for link in links if link.startswith("tel:"))
    assert dialled == sorted(
        "tel:" + phone.e164 for listing in guide.listings for phone in listing.all_phones if phone.e164
    )
    assert all(re.fullmatch(r"tel:\+1\d{10}", link) for link in dialled)


def test_web_links_are_whole(reader, guide):
    """Each web address of the content is a link with its scheme."""
    links = {
        str(annotation.get_object()["/A"]["/URI"])
        for page in reader.pages
        for annotation in page.get("/Annots", [])
        if "/URI" in annotation.get_object().get("/A", {})
    }
    for listing in guide.listings:
        if listing.website:
            assert any(
                re.sub("^https?://", "", link) == re.sub("^https?://", "", listing.website) for link in links
            )


def elements(node):
    """Every element of a PDF's structure tree in reading order."""
    node = node.get_object()
    if not hasattr(node, "get"):
        if isinstance(node, list):
            for each in node:
                yield from elements(each)
        return
    if "/S" in node:
        yield node
    if "/K" in node:
        kids = node["/K"]
        for kid in kids if isinstance(kids, list) else [kids]:
            if not isinstance(kid, int):
                yield from elements(kid)


def test_the_structure_of_the_file_follows_the_content(reader, guide):
    """Sections are headed H2 and listings H3, as many as there are and below one document."""
    found = [element["/S"] for element in elements(reader.trailer["/Root"]["/StructTreeRoot"])]
    assert found[0] == "/Document" and found.count("/Document") == 1 and found.count("/H1") == 1
    parts_of_the_index = 3
    assert found.count("/H3") == len(guide.listings) + parts_of_the_index
    assert found.count("/TOCI") >= len(guide.listings) + 2 * len(guide.sections)


def test_listings_are_tagged_in_the_order_of_the_content(document, guide):
    """Names as headings, in reading order."""
    headings = {}
    for page in document.pages:
        for item in page.items:
            if isinstance(item, Text) and item.tag and item.tag.kind == "H3":
                headings[id(item.tag)] = headings.get(id(item.tag), "") + item.text
    names = [re.sub(r"^\d+ ", "", text) for text in headings.values() if re.match(r"\d+ ", text)]
    for name, listing in zip(names, guide.listings, strict=True):
        assert flat(name).startswith(listing.name)


# --- golden files ----------------------------------------------------------------------------------


def dump_pages(document):
    """Page by page, each text with its place, size and weight; an artifact has a bar before it."""
    out = []
    for page in document.pages:
        out.append(f"=== page {page.folio}")
        for item in page.items:
            if isinstance(item, Text):
                weight = "bold" if "Bold" in item.face.name else ""
                mark = " " if item.tag else "|"
                out.append(
                    f"{mark} {item.x:7.2f} {item.y:7.2f} {item.size:5.1f} {weight:4} {item.text.rstrip()}"
                )
    return "\n".join(out) + "\n"


def dump_tags(document):
    """The tags that have content, indented by depth, in reading order, with their words."""
    words, order, children = {}, [], {}
    for page in document.pages:
        for item in page.items:
            tag = getattr(item, "tag", None)
            chain = []
            while tag:
                chain.append(tag)
                tag = tag.parent
            for parent, child in zip([None, *chain[::-1]], chain[::-1]):
                siblings = children.setdefault(id(parent) if parent else None, [])
                if child not in siblings:
                    siblings.append(child)
            if chain and isinstance(item, Text):
                words[id(chain[0])] = words.get(id(chain[0]), "") + item.text

    def show(tag, depth):
        text = words.get(id(tag), "").strip()
        heard = f" = {tag.heard or tag.full}" if tag.heard or tag.full else ""
        order.append(f"{'  ' * depth}{tag.kind} {textwrap.shorten(text, 90)}".rstrip() + heard)
        for child in children.get(id(tag), ()):
            show(child, depth + 1)

    show(document.root, 0)
    return "\n".join(order) + "\n"


def dump_rows(document, inside):
    """The rows of the contents or the index, a line each: the words of one link, or of a heading between them."""
    rows = {}
    for page in document.pages[1:]:
        for item in page.items:
            if isinstance(item, Text) and item.tag:
                kinds, tag = [], item.tag
                while tag:
                    kinds.append(tag.kind)
                    tag = tag.parent
                if inside in kinds:
                    row = row_of(item.tag)
                    rows[id(row)] = rows.get(id(row), "") + item.text
    return "\n".join(row.strip() for row in rows.values()) + "\n"


def row_of(tag):
    """The item of a list, or the heading, that words are in."""
    while tag.parent and tag.kind not in ("TOCI", "LI", "H3"):
        tag = tag.parent
    return tag


def test_the_pages_of_the_shipped_guide(document, golden):
    """Every line at its place."""
    golden("guide/pages.txt", dump_pages(document))


def test_the_tags_of_the_shipped_guide(document, golden):
    """What a screen reader goes through, in its order."""
    golden("guide/tags.txt", dump_tags(document))


def test_the_contents_of_the_shipped_guide(document, golden):
    """Sections and listings with their pages."""
    golden("guide/contents.txt", dump_rows(document, "TOC"))


def test_the_index_of_the_shipped_guide(document, golden):
    """Names, places and topics with number and page."""
    golden("guide/index.txt", dump_rows(document, "Index"))


# --- other guides ----------------------------------------------------------------------------------


def test_twenty_listings_stay_under_60_kb(tmp_path):
    """Faces embedded and all."""
    result = build_guide(write_content(tmp_path, made_up(20)))
    assert result.listings == 20 and len(result.pdf) < 60_000 and names(result) == ["never-verified"]


@pytest.mark.slow
def test_four_hundred_listings(tmp_path):
    """All of them, and each section in the bookmarks."""
    result = build_guide(write_content(tmp_path, made_up(400), per_section=40))
    reader = PdfReader(BytesIO(result.pdf))
    assert (result.listings, result.pages) == (400, len(reader.pages)) and names(result) == ["never-verified"]
    titles = [entry.title for entry in reader.outline if not isinstance(entry, list)]
    assert titles == [
        "Contents",
        *(f"Part {number}" for number in range(1, 11)),
        "Index",
        "Tell us what to correct",
    ]
    assert sum(len(entry) for entry in reader.outline if isinstance(entry, list)) == 400


def test_content_with_errors_makes_nothing(tmp_path):
    """Every problem at once, and no PDF."""
    listings = made_up(2)
    listings[0]["name"] = ""
    listings[1]["colour"] = "red"
    with pytest.raises(GuideError) as error:
        build_guide(write_content(tmp_path, listings))
    assert len(error.value.problems) >= 2


def test_each_edition_is_judged_by_what_it_prints(tmp_path):
    """A character that one edition prints and no face has does not stop another that only has it where it is not printed."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "editions").mkdir()
    (tmp_path / "guide.yaml").write_text(
        "title: Guide\nedition: {number: 1, colour: blue, date: 2026-01-01}\n", encoding="utf-8"
    )
    section = "title: Food\nlistings:\n  - {id: kitchen, name: Kitchen \u16a0}\n  - {id: pantry, name: Pantry, source: Book \u16a0}\n"
    (tmp_path / "sections" / "food.yaml").write_text(section, encoding="utf-8")
    for name, listing in (("one", "kitchen"), ("two", "pantry")):
        (tmp_path / "editions" / f"{name}.yaml").write_text(
            f"choice: {{listings: [{listing}]}}\n", encoding="utf-8"
        )
    memory = Memory()
    for _ in range(2):  # a process that goes on finds it again
        with pytest.raises(GuideError, match="no-face|U\\+16A0"):
            build_guide(tmp_path, name="one", memory=memory)
        assert build_guide(tmp_path, name="two", memory=memory).listings == 1


def test_a_character_that_no_face_has_stops_the_build(tmp_path):
    """It is named with its listing; a blank box is never printed."""
    listings = made_up(3)
    listings[1]["description"] = "They speak ไทย here."
    with pytest.raises(GuideError, match="Recovery group number 2.*U\\+0E44"):
        build_guide(write_content(tmp_path, listings))


def test_check_finds_the_characters_that_build_refuses(tmp_path):
    """At their own line, once for all editions."""
    listings = made_up(3)
    listings[1]["description"] = "They speak ไทย here."
    folder = write_content(tmp_path, listings)
    (folder / "editions").mkdir()
    for name in ("guide", "pocket"):
        (folder / "editions" / f"{name}.yaml").write_text(
            f"format: {'letter' if name == 'guide' else 'pocket'}\n", encoding="utf-8"
        )
    found = [problem for problem in check_content(folder)[1] if problem.name == "no-face-has-character"]
    with pytest.raises(GuideError) as error:
        build_guide(folder, name="pocket")
    assert [str(problem) for problem in found] == [
        str(problem) for problem in error.value.problems if problem.name == "no-face-has-character"
    ]
    line = found[0].mark.path.read_text(encoding="utf-8").split("\n")[found[0].mark.line - 1]
    assert line[found[0].mark.column - 1] == "ไ"


def test_check_says_which_edition_prints_what_no_face_has(tmp_path):
    """Those that leave the listing out are well."""
    listings = made_up(3)
    listings[1]["name"] = "ไทย"
    folder = write_content(tmp_path, listings)
    (folder / "editions").mkdir()
    (folder / "editions" / "all.yaml").write_text("format: letter\n", encoding="utf-8")
    (folder / "editions" / "some.yaml").write_text(
        f"format: letter\nchoice: {{listings: [{listings[0]['id']}]}}\n", encoding="utf-8"
    )
    (problem,) = (problem for problem in check_content(folder)[1] if problem.name == "no-face-has-character")
    assert problem.message.endswith("(in the edition all)")


@pytest.mark.parametrize(
    "name, text",
    first_quick(
        [
            ("leaflet-full", "format: trifold-letter\n"),
            ("sheet-full", "format: one-sheet\n"),
            ("does-not-fit", "pages: 8\n"),
            ("wallet-full", "format: wallet\n"),
            ("zine-full", "format: zine\n"),
        ],
        2,
    ),
)
def test_check_finds_what_does_not_fit_as_build_does(tmp_path, name, text):
    """With the same words; the other editions are not named."""
    folder = write_content(tmp_path, made_up(60))
    (folder / "editions").mkdir()
    for edition, lines in (("all", "default: yes\n"), ("full", text)):
        (folder / "editions" / f"{edition}.yaml").write_text(lines, encoding="utf-8")
    with pytest.raises(GuideError) as error:
        build_guide(folder, name="full")
    refused = {str(problem) for problem in error.value.problems if problem.level == "error"}
    found = [problem for problem in check_content(folder)[1] if problem.level == "error"]
    assert {problem.name for problem in found} == {name} and {
        str(problem).replace(" (in the edition full)", "") for problem in found
    } == refused


def test_the_call_sheet_is_refused_as_the_build_is(tmp_path):
    """With the same message, and no blank boxes."""
    listings = made_up(3)
    listings[1]["name"] = "ไทย"
    guide, problems = check_content(write_content(tmp_path, listings))
    with pytest.raises(GuideError) as error:
        build_worklist(guide)
    assert set(map(str, error.value.problems)) <= set(map(str, problems))


def from_elsewhere(record, number):
    """A listing of the Little Help Book as content; what content has no place for is left out."""
    listing = {"id": f"n{number}", "name": record["name"].strip()}
    address = [part.strip() for part in (record.get("address") or "").split(",")]
    if len(address) == 3 and re.fullmatch(r"\d{5}", address[2]):
        listing["locations"] = [
            {
                "address": {
                    "address_1": address[0],
                    "city": address[1],
                    "state_province": "OR",
                    "postal_code": address[2],
                }
            }
        ]
    if re.fullmatch(r"\d{3}-\d{3}-\d{4}", record.get("phone") or ""):
        listing["phones"] = [record["phone"]]
    if re.fullmatch(r"https?://[^\s,]+\.[^\s,]+", record.get("url") or ""):
        listing["website"] = record["url"]
    if (record.get("hours") or "").strip():
        listing["hours"] = [flat(record["hours"]).strip()]
    words = "".join(
        c for c in flat(record.get("description") or "") if unicodedata.category(c) not in ("Cc", "Cf", "So")
    )
    if words.strip():
        listing["description"] = re.sub(r"([\\`*_{}\[\]<>#+!|@-])", r"\\\1", words.strip())
    return listing


@pytest.mark.thorough
@pytest.mark.skipif(not ELSEWHERE.exists(), reason="the listings of the Little Help Book are not here")
def test_real_listings_that_nobody_here_wrote(tmp_path):
    """Every name of another guide is printed, in order, on a page."""
    records = [
        record
        for record in json.loads(ELSEWHERE.read_text(encoding="utf-8"))
        if (record.get("name") or "").strip()
    ]
    folder = write_content(
        tmp_path, [from_elsewhere(record, number) for number, record in enumerate(records)], 30
    )
    result = build_guide(folder)
    text = flat(" ".join(page.extract_text() for page in PdfReader(BytesIO(result.pdf)).pages))
    assert result.listings == len(records) > 100
    assert [record["name"] for record in records if flat(record["name"].strip()) not in text] == []
