"""A confidential address, and what has `print: no`, is in nothing that the program gives out."""

import contextlib
import csv
import html
import io
import re
import zlib
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pymupdf
import pytest
from pypdf import PdfReader

from guide import cli
from guide.braille.make import Wanted, make_book
from guide.build import build_guide, build_worklist
from guide.content.choose.printable import printable
from guide.content.review import review_guide
from guide.language.words import ENGLISH
from guide.produce import Request, produce
from tests.braille.read_back import needs_liblouis, read_back, said_in
from tests.thorough import first_quick

TODAY = date(2026, 11, 23)
SECRETS = (
    "Zanzibarstreet",
    "Suitexyz",
    "Pobox77",
    "Stationquux",
    "Zip90210x",
    "Letterboxname",
    "Careofperson",
    "61.2345",
    "Swallowed",
)
HIDDEN = (
    "Hiddenhouse",
    "Hiddenreason",
    "Hiddentopic",
    "Hiddentown",
    "hidden-id",
    "212-555-0199",
    "12125550199",
)
GUIDE = "title: Help near you\nedition: {number: 1, colour: blue, date: 2026-04-01}\ntopic_synonyms: {Hiding: Hiddentopic}\n"
ADDRESS = """
      address_1: 12 Zanzibarstreet
      address_2: Suitexyz
      po_box: Pobox77
      station: Stationquux
      city: Oakland
      state_province: CA
      postal_code: Zip90210x
      confidential: yes
"""
FOOD = f"""title: Food
listings:
  - id: safe-house
    name: Safe House
    description: It is safe. See [[open-house]].
    address:{ADDRESS}
  - id: open-house
    name: Open House
    locations:
      - name: North
        postal_name: Letterboxname
        care_of: Careofperson
        latitude: 61.2345
        longitude: -61.2345
        address: {{confidential: yes, address_1: 12 Zanzibarstreet, city: Albany}}
      - name: South
        postal_name: Letterboxname
        address: confidential
    services: Meals
  - id: hidden-id
    name: Hiddenhouse
    print: no
    print_reason: Hiddenreason
    address: {{city: Hiddentown}}
    phones: 212-555-0199
    services: Hiddentopic
    description: Hiddenhouse [[safe-house]]
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content" / "sections").mkdir(parents=True)
    (tmp_path / "content" / "guide.yaml").write_text(GUIDE, encoding="utf-8")
    (tmp_path / "content" / "sections" / "food.yaml").write_text(FOOD, encoding="utf-8")
    return Path("content")


def everything(pdf):
    """All that can be found in a PDF: its bytes, its streams unpacked, its strings decoded, its texts, as one text."""
    found = [pdf.decode("latin-1")]
    for stream in re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL):
        with contextlib.suppress(zlib.error):
            found.append(zlib.decompressobj().decompress(stream).decode("latin-1"))
    document = pymupdf.open(stream=pdf)
    for number in range(1, document.xref_length()):
        found.append(document.xref_object(number))
    found += [page.get_text() for page in document] + [
        str(document.get_toc()),
        str(document.metadata),
        document.get_xml_metadata(),
    ]
    reader = PdfReader(io.BytesIO(pdf))
    found += strings(reader.trailer["/Root"], set())
    found += [str(reader.metadata), str(reader.outline)]
    hexadecimal = [
        bytes.fromhex(text).decode("utf-16-be", "replace")
        for text in re.findall(r"<([0-9A-Fa-f]{4,})>", found[0])
        if len(text) % 4 == 0
    ]
    return "\n".join(found + hexadecimal)


def strings(value, seen):
    """Every text string below an object of a PDF: structure tree, outline, destinations, annotations."""
    value = value.get_object() if hasattr(value, "get_object") else value
    if id(value) in seen:
        return
    seen.add(id(value))
    if isinstance(value, dict):
        for key in value:
            yield str(key)
            yield from strings(value[key], seen)
    elif isinstance(value, list):
        for each in value:
            yield from strings(each, seen)
    else:
        yield str(value)


def assert_silent(text, secrets=SECRETS + HIDDEN):
    for secret in secrets:
        assert secret.lower() not in text.lower(), secret
        for encoding in ("utf-16-be", "utf-16-le"):
            assert secret.encode(encoding).decode("latin-1") not in text


def test_nothing_of_it_is_in_the_guide(folder):
    pdf = build_guide(folder, today=TODAY).pdf
    text = everything(pdf)
    assert_silent(text)
    assert "Safe House" in text  # the search finds what there is
    assert "Address not public: call first" in text.replace("\n", " ")


def test_nothing_of_it_is_on_the_call_sheet(folder):
    guide, _ = review_guide(folder, TODAY)
    pdf, table = build_worklist(guide)
    assert_silent(everything(pdf))
    assert_silent(table.decode("utf-8-sig"))
    names = {row[1] for row in csv.reader(io.StringIO(table.decode("utf-8-sig")))}
    assert names == {"Id", "safe-house", "open-house"}


def test_nothing_of_a_confidential_address_is_in_the_model(folder):
    """No later step can print what it does not have."""
    guide, _ = review_guide(folder, TODAY)
    assert_silent(repr(guide), SECRETS)


@pytest.mark.parametrize("form", ["text", "json", "github"])
@pytest.mark.parametrize(
    "wrong",
    first_quick(
        [
            "",
            "      Zanzibarstreet: x\n",
            "      country: Zanzibarstreet\n",
            "      address_1: [Zanzibarstreet]\n",
            "      address_1: 13 Zanzibarstreet\n",
            "      po_box: Box #Swallowed\n",
            "      po_box: Zanzibarstreet\u200b\n",
            "      po_box: [email\u00a0protected] Zanzibarstreet\n",
            '      po_box: "Zanzibarstreet\n',
            "      po_box: &Zanzibarstreet\n",
            "      po_box: *Zanzibarstreet\n",
            "      po_box: !Zanzibarstreet x\n",
            "      Zanzibarstreet\n",
            "     Zanzibarstreet: x\n",
            "      ? [Zanzibarstreet]\n      : x\n",
            "      city: {Zanzibarstreet: x}\n",
            "      postal_code: null # Zanzibarstreet\n",
            '      po_box: "\\u200bZanzibarstreet"\n',
            "      po_box: a: Zanzibarstreet\n",
            "      po_box: %Zanzibarstreet\n",
            "      po_box: Zanzibarstreet [[Zanzibarstreet]] [email protected]\n",
            "\tpo_box: Zanzibarstreet\n",
        ],
        12,
    ),
)
def test_no_message_repeats_it(folder, capsys, wrong, form):
    """Whatever is wrong in a confidential address or beside it, the message does without its text."""
    path = folder / "sections" / "food.yaml"
    path.write_text(FOOD.replace(ADDRESS, ADDRESS + wrong), encoding="utf-8")
    cli.run(["check", "--format", form, "--today", "2026-11-23"])
    cli.run(["build", "--strict"])
    told = capsys.readouterr()
    assert_silent(told.out + told.err, SECRETS)


@pytest.mark.parametrize(
    "wrong",
    [
        "latitude: 61.2345 north",
        "latitude: 612345.0",
        "address: {confidential: Zanzibarstreet}",
        "address: [confidential, Zanzibarstreet]",
        "address: {address: {confidential: yes, Zanzibarstreet: x}}",
    ],
)
def test_no_message_repeats_where_it_is(folder, capsys, wrong):
    """A coordinate is an address too."""
    path = folder / "sections" / "food.yaml"
    path.write_text(FOOD.replace("latitude: 61.2345", wrong, 1), encoding="utf-8")
    cli.run(["check"])
    told = capsys.readouterr()
    assert "error" in told.err
    assert_silent(told.out + told.err, (*SECRETS, "612345"))


@pytest.mark.parametrize(
    "asked",
    [
        "format: web\nsite: https://example.net\n",
        "format: web\nlanguages: [en, es]\n",
        "format: text\n",
        "format: epub\n",
    ],
)
def test_nothing_of_it_is_on_a_screen(folder, asked):
    """Whatever is looked at: the bytes of a page, of a text and of every file for a web server, and their words."""
    (folder / "editions").mkdir()
    (folder / "editions" / "web.yaml").write_text(asked, encoding="utf-8")
    translated = folder / "translations" / "es"
    translated.mkdir(parents=True)
    (translated / "food.yaml").write_text(
        "title: {text: Comida}\nlistings:\n  hidden-id:\n    description: {text: Hiddenhouse}\n",
        encoding="utf-8",
    )
    (made,), _ = produce(folder, Path("out"), Request(names=("web",), today=TODAY))
    texts = [data.decode() for path in made.files for data in unpacked(path)]
    assert len(texts) == (10 if "site" in asked else 9 if "epub" in asked else 1)
    for text in texts:
        assert_silent(text)
        assert_silent(html.unescape(text))
    whole = "".join(texts)  # the search finds what there is
    assert "Safe House" in whole and "Address not public: call first" in whole


@needs_liblouis
@pytest.mark.parametrize("asked", ["contracted: yes\n", "contracted: no\nlines: 15\nvolume_pages: 20\n"])
def test_nothing_of_it_is_in_braille(folder, asked):
    """Neither in the cells of any volume, shortened or letter by letter, nor in the words that they are read as."""
    (folder / "editions").mkdir()
    (folder / "editions" / "touch.yaml").write_text(f"format: braille\n{asked}", encoding="utf-8")
    (made,), _ = produce(folder, Path("out"), Request(names=("touch",), today=TODAY))
    for data in (path.read_bytes() for path in made.files):
        assert [secret for secret in SECRETS + HIDDEN if said_in(data, secret)] == []
        assert_silent(data.decode())
    guide, _ = review_guide(folder, TODAY)
    book = make_book(printable(guide), ENGLISH, Wanted(contracted=asked.startswith("contracted: yes")))
    whole = " ".join(read_back(book, asked.startswith("contracted: yes")))
    assert_silent(whole)
    assert "Safe House" in whole and "Address not public: call first" in whole
    assert any(
        said_in(path.read_bytes(), "Open House") for path in made.files
    )  # the search finds what there is


@pytest.mark.parametrize("standard", ["ua-1", "ua-2"])
def test_nothing_of_it_is_in_what_a_pdf_carries(folder, standard):
    (folder / "editions").mkdir()
    asked = f"attach: [text, web]\nstandard: {standard}\n"
    (folder / "editions" / "carrying.yaml").write_text(asked, encoding="utf-8")
    pdf = build_guide(folder, today=TODAY).pdf
    assert_silent(everything(pdf))
    carried = PdfReader(io.BytesIO(pdf)).attachments
    assert set(carried) == {"carrying.txt", "carrying.html"}
    for (data,) in carried.values():
        assert_silent(html.unescape(data.decode()))
        assert "Safe House" in data.decode()


def unpacked(path):
    """The bytes of a file, of an archive those of all that is in it."""
    if path.suffix not in (".zip", ".epub"):
        return [path.read_bytes()]
    with ZipFile(path) as archive:
        return [archive.read(name) for name in archive.namelist()]
