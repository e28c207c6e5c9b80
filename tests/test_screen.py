"""An edition that is read on a screen, among the others."""

import io
import json
from dataclasses import fields
from pathlib import Path

import pytest
from pypdf import PdfReader

from guide import cli
from guide.build import check_project, make_pdf
from guide.errors import GuideError
from guide.formats import FORMATS
from guide.model import Edition
from guide.produce import Request, produce
from guide.project import open_project
from guide.screen import no_pdf, useless_keys
from tests.web.pages import TODAY, write_guide


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = write_guide(tmp_path / "content")
    (folder / "editions").mkdir()
    (folder / "editions" / "web.yaml").write_text("format: web\n", encoding="utf-8")
    return folder


def test_it_is_made_as_any_other(folder):
    """One file, with a manifest that counts no pages; made again only when something has changed."""
    (made,), _ = produce(folder, Path("out"), Request(today=TODAY))
    assert [path.name for path in made.files] == ["web.html"] and made.pages == made.sheets == 0
    manifest = json.loads(Path("out/web/manifest.json").read_text(encoding="utf-8"))
    assert manifest["paper"] == "" and {row["page"] for row in manifest["listings"]} == {None}
    first = made.files[0].read_bytes()
    (again,), _ = produce(folder, Path("out"), Request(today=TODAY))
    assert not again.changed
    (forced,), _ = produce(folder, Path("out"), Request(today=TODAY, force=True))
    assert forced.files[0].read_bytes() == first


def test_what_somebody_has_changed_is_kept(folder):
    """As a PDF is."""
    produce(folder, Path("out"), Request(today=TODAY))
    path = Path("out/web/web.html")
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(GuideError):
        produce(folder, Path("out"), Request(today=TODAY, force=True))
    assert path.read_text(encoding="utf-8") == "mine"


def test_the_command_says_what_it_is(folder, capsys):
    assert cli.run(["build", "web", "--today", "2026-11-23"]) == 0
    out = capsys.readouterr().out
    assert "4 listings" in out and "page" not in out.replace("web/web.html", "") and "sheet" not in out


def test_it_is_no_pdf(folder, capsys):
    with pytest.raises(GuideError) as found:
        make_pdf(open_project(folder, TODAY), "web")
    assert [each.name for each in found.value.problems if each.level == "error"] == ["no-pdf"]
    assert cli.run(["build", "web", "--output", "x.pdf", "--today", "2026-11-23"]) == 1
    assert "no PDF" in capsys.readouterr().err and not Path("x.pdf").exists()


def test_check_tells_what_is_wrong_with_it(folder):
    (folder / "editions" / "web.yaml").write_text("format: web\npress: booklet\n", encoding="utf-8")
    project = open_project(folder, TODAY)
    assert "not-used" in [each.name for each in check_project(project)]
    assert no_pdf(project.editions["web"]).mark.path.name == "web.yaml"


def carried(path):
    """{name: bytes} of the files in a PDF."""
    found = PdfReader(io.BytesIO(path.read_bytes())).attachments
    return {name: data for name, (data,) in found.items()}


@pytest.mark.slow
def test_a_pdf_carries_the_same_as_text(folder):
    """Byte by byte that of an edition as text; what goes to the printer carries nothing."""
    editions = folder / "editions"
    (editions / "plain.yaml").write_text("format: text\n", encoding="utf-8")
    (editions / "paper.yaml").write_text("attach: text\npress: booklet\n", encoding="utf-8")
    made, _ = produce(folder, Path("out"), Request(names=("plain", "paper"), today=TODAY))
    (text,), (paper, sheets) = (each.files for each in made)
    assert carried(paper) == {"paper.txt": text.read_bytes()} and carried(sheets) == {}
    before = paper.read_bytes()
    produce(folder, Path("out"), Request(names=("paper",), today=TODAY, force=True))
    assert paper.read_bytes() == before


@pytest.mark.slow
def test_a_web_page_within_listens_to_its_keys(folder):
    paper = folder / "editions" / "paper.yaml"
    paper.write_text("attach: web\nexit: no\nsite: https://example.net\n", encoding="utf-8")
    (made,), _ = produce(folder, Path("out"), Request(names=("paper",), today=TODAY))
    (page,) = carried(made.files[0]).values()
    assert b"<!doctype html>" in page[:40].lower() and b"Leave this page" not in page
    told = [each.message for each in made.problems if each.name == "not-used"]
    assert len(told) == 1 and "site" in told[0]


def test_two_places_of_one_name_stop_a_page_within_too(folder):
    path = folder / "sections" / "1-food.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("id: safe-house", "id: about"), encoding="utf-8")
    (folder / "editions" / "web.yaml").write_text("attach: web\n", encoding="utf-8")
    assert "place-taken" in [each.name for each in check_project(open_project(folder, TODAY))]
    with pytest.raises(GuideError):
        produce(folder, Path("out"), Request(names=("web",), today=TODAY))


def test_each_format_has_its_keys():
    """Every key is of use to one format at least, and what says what an edition is to all of them."""
    keys = {each.name for each in fields(Edition)}
    useless = {name: set(useless_keys(name)) for name in FORMATS}
    assert not set.intersection(*useless.values())
    assert all(some <= keys for some in useless.values())
    assert not set.union(*useless.values()) & {"name", "format", "title", "choice", "languages", "order"}
    assert (
        "press" in useless["web"]
        and "site" in useless["text"]
        and {"cells", "volume_pages"} <= useless["letter"]
    )
    assert "body_size" not in useless["a4"] and useless_keys("no such format") == ()
