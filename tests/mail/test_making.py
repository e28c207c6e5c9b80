"""Forms of an edition that are made to be sent: which files, and what stops them."""

import csv
import io
from pathlib import Path

import pytest

from guide.braille import liblouis
from guide.errors import GuideError, Mark
from guide.mail import messages
from guide.mail.making import Maker, Wish, in_their_forms
from guide.mail.post import prepare
from guide.model import Edition
from guide.produce import Request
from guide.project import open_project
from tests.braille.read_back import needs_liblouis
from tests.mail.samples import recipient

SECRET = """\
  - id: safe-house
    name: Safe House
    address: {confidential: yes, address_1: 12 Zanzibarstreet, city: Oakland, state_province: CA}
  - id: hidden
    name: Hiddenhouse
    print: no
    print_reason: Hiddenreason
    phones: 773-471-0998
"""


@pytest.fixture
def sent(place):
    """{form or "": parcel} of the guide as people ask for it: sent("text", "", ...)."""

    def run(*forms, edition=""):
        rows = [f'p{number}@h.org,"{form}",{edition}' for number, form in enumerate(forms)]
        Path("people.csv").write_text("address,format,edition\n" + "\n".join(rows) + "\n", encoding="utf-8")
        found = prepare(place / "content", place / "out", (), Path("people.csv"))
        return {parcel.form: parcel for parcel, _ in found.pairs}

    return run


def test_who_gets_what():
    editions = {"guide": Edition(name="guide"), "plain": Edition(name="plain", format="text")}
    ann, bob = recipient("a@h.org", forms=("pdf", "text")), recipient("b@h.org")
    wanted = [("guide", ann), ("plain", ann), ("guide", bob)]
    assert in_their_forms(wanted, editions) == (
        (Wish("guide"), ann),
        (Wish("guide", "text"), ann),
        (Wish("plain", "pdf"), ann),
        (Wish("plain"), ann),
        (Wish("guide"), bob),
    )


def test_each_form_has_its_file(sent):
    """Beside that of the edition; of one edition and number, and told from each other by the ledger."""
    found = sent("", "large", "web", "text", "message", "epub", "csv")
    assert {form: parcel.file for form, parcel in found.items()} == {
        "": "Help near you, edition 3.pdf",
        "large": "Help near you, edition 3, large print.pdf",
        "web": "Help near you, edition 3.html",
        "text": "Help near you, edition 3.txt",
        "message": "Help near you, edition 3.txt",
        "epub": "Help near you, edition 3.epub",
        "csv": "Help near you, edition 3.csv",
    }
    assert {(each.edition, each.number, each.title) for each in found.values()} == {
        ("guide", 3, "Help near you")
    }
    address = recipient().address
    assert len({each.key(address) for each in found.values()}) == 7
    assert found["text"].key(address).edition == "guide:text"
    assert found["large"].paper == "Letter" and found["large"].pages > 0
    assert not found["web"].paper and not found["web"].pages
    assert b"Harbor Food Bank" in found["text"].data and found["text"].data == found["message"].data
    assert found["text"].data == Path("out/guide/text/guide-text.txt").read_bytes()
    rows = list(csv.reader(io.StringIO(found["csv"].data.decode("utf-8-sig"))))
    assert "Harbor Food Bank" in {cell for row in rows for cell in row}
    assert sent("text")["text"].digest == found["text"].digest, "made again it is the same"


@needs_liblouis
def test_braille(sent):
    parcel = sent("braille")["braille"]
    assert (
        parcel.file.endswith(".brf")
        and parcel.data == Path("out/guide/braille/guide-braille.brf").read_bytes()
    )


@pytest.mark.slow
@needs_liblouis
def test_braille_of_many_pages_is_one_file(sent, place):
    """As a form without volumes; of an edition in volumes the file that holds them all."""
    rows = "".join(
        f"  - {{id: a{n}, name: Place {n}, description: {'Bread and soup. ' * 9}}}\n" for n in range(99)
    )
    (place / "content/sections/b.yaml").write_text(f"title: More\nlistings:\n{rows}", encoding="utf-8")
    (place / "content/editions/dots.yaml").write_text("format: braille\nvolume_pages: 20\n", encoding="utf-8")
    found = sent("", edition="dots")
    assert (place / "out/dots/dots-v2.brf").exists() and found[""].file.endswith(".pef")
    assert found[""].data == (place / "out/dots/dots.pef").read_bytes()
    assert sent("braille")["braille"].data == (place / "out/guide/braille/guide-braille.brf").read_bytes()


def test_a_form_whose_maker_is_missing_is_told_at_the_line_of_who_wants_it(sent, monkeypatch):
    """Before anything is sent."""
    monkeypatch.setattr(liblouis, "find_library", lambda name: None)
    liblouis.library.cache_clear()
    liblouis.braille_of.cache_clear()
    try:
        with pytest.raises(GuideError) as found:
            sent("", "text", "braille", "braille")
    finally:
        liblouis.library.cache_clear()
        liblouis.braille_of.cache_clear()
    (problem,) = found.value.problems
    assert (problem.name, problem.mark) == ("no-mail-format", Mark(Path("people.csv"), 4, 1))
    assert "guide cannot be made as braille" in problem.message and "liblouis" in problem.hint


def test_an_edition_that_is_no_pdf(sent, place):
    """Whoever asks for one gets it, on the paper of the others."""
    (place / "content/editions/page.yaml").write_text("format: web\n", encoding="utf-8")
    found = sent("pdf", "web", "", edition="page")
    assert set(found) == {"pdf", ""} and found["pdf"].paper == "Letter" and found["pdf"].data[:5] == b"%PDF-"
    assert found["pdf"].edition == "page" and found[""].file.endswith(".html")


@pytest.mark.slow
def test_the_limit_is_that_of_the_form(sent, place, monkeypatch):
    """Too large a PDF stops nobody who asks for text; a link names the file of the form."""
    monkeypatch.setattr(messages, "MB", 4000)
    path = place / "content/guide.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text + "  limit: 1\n", encoding="utf-8")
    assert sent("text")["text"].link == ""
    with pytest.raises(GuideError):
        sent("text", "")
    path.write_text(text + "  limit: 1\n  link: https://h.org/{edition}/{file}\n", encoding="utf-8")
    found = sent("text", "large", "")
    assert [found[form].link for form in ("text", "large", "")] == [
        "",
        "https://h.org/guide/guide-large.pdf",
        "https://h.org/guide/guide.pdf",
    ]


def test_nothing_that_is_not_printed_is_in_any_form(sent, place):
    with (place / "content/sections/a.yaml").open("a", encoding="utf-8") as file:
        file.write(SECRET)
    found = sent("", "large", "web", "text", "csv")
    assert b"Safe House" in found["text"].data
    for parcel in found.values():
        for secret in (b"Zanzibarstreet", b"Hiddenhouse", b"Hiddenreason", b"471-0998"):
            assert secret not in parcel.data


@pytest.mark.parametrize("form", ["text", "csv"])
def test_a_folder_that_cannot_be_is_told(sent, place, form):
    """And a table that somebody has changed stays as it is."""
    (place / "out/guide" / form).write_text("mine", encoding="utf-8")
    with pytest.raises(GuideError) as found:
        sent(form)
    assert "guide" in str(found.value) and (place / "out/guide" / form).read_text(encoding="utf-8") == "mine"


def test_a_name_that_an_edition_has_is_not_taken(sent, place):
    (place / "content/editions/guide-text.yaml").write_text("format: text\ntitle: Other\n", encoding="utf-8")
    assert b"Help near you" in sent("text", edition="guide")["text"].data
    assert not (place / "out/guide-text").exists()


def test_what_is_wrong_with_the_edition_itself_is_told_as_ever(place):
    (place / "content/editions/guide.yaml").write_text("default: yes\nfit: 1 page\n", encoding="utf-8")
    project = open_project(place / "content")
    maker = Maker(project, place / "out", Request(names=("guide",)), None)
    with pytest.raises(GuideError) as found:
        maker.parcels([(Wish("guide", "text"), recipient())])
    assert "no-mail-format" not in [each.name for each in found.value.problems]
