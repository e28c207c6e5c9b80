"""The first page, its questions, and the place of the guide."""

import pytest

from tests.studio.test_first import opened, visitor  # noqa: F401  fixtures

ANSWERS = {
    "kind": "empty",
    "title": "Help",
    "publisher": "",
    "language": "en",
    "paper": "letter",
    "section": "Food",
}


def test_it_says_where_the_guide_will_be_kept(visitor, tmp_path):  # noqa: F811
    page = visitor.get("/").text
    assert (
        "No guide yet" in page
        and str(tmp_path) in page
        and "data-begin" in page
        and "make-guide studio --content" not in page
    )
    answer = visitor.post("/api/start/place", json={"folder": str(tmp_path / "mine")}).json()
    assert answer == {} and f"make-guide studio --content {tmp_path / 'mine'}" in visitor.get("/").text
    assert visitor.post("/api/start/begin", json=ANSWERS).json() == {"address": "/guide"}
    assert (tmp_path / "mine/guide.yaml").exists() and not (tmp_path / "content").exists()


def test_a_place_that_cannot_be_is_refused_in_words(visitor, tmp_path):  # noqa: F811
    (tmp_path / "full").mkdir()
    (tmp_path / "full/file").write_text("", encoding="utf-8")
    for folder, words in (("mine", "whole name"), (str(tmp_path / "full"), "something in")):
        assert words in visitor.post("/api/start/place", json={"folder": folder}).json()["refused"]
    (tmp_path / "content").mkdir()
    (tmp_path / "content/file").write_text("", encoding="utf-8")
    assert "something in" in visitor.post("/api/start/begin", json=ANSWERS).json()["refused"]


@pytest.mark.parametrize("wrong", [{"title": " "}, {"section": ""}, {"paper": "a3"}, {"language": "../x"}])
def test_what_is_no_answer_is_refused(visitor, tmp_path, wrong):  # noqa: F811
    assert visitor.post("/api/start/begin", json=ANSWERS | wrong).status_code == 400
    assert not (tmp_path / "content").exists()


def test_it_speaks_spanish(visitor):  # noqa: F811
    page = visitor.get("/start/questions", headers={"accept-language": "es"}).text
    assert "¿Cómo se llama?" in page and '<option value="es" selected>' in page


def test_a_spreadsheet_needs_no_section(visitor, tmp_path, in_thread):  # noqa: F811
    """Four questions, then its columns; it makes the sections."""
    assert "q-section" not in visitor.get("/start/questions?then=import").text
    answer = visitor.post("/api/start/begin", json=ANSWERS | {"kind": "import", "section": ""})
    assert answer.json() == {"address": "/import"}
    assert "Choose a file" in visitor.get("/import").text and visitor.get("/guide").status_code == 200
    table = b"Agency,Phone\nOak Clinic,773-471-0201\n"
    assert visitor.post("/import/files?name=list.csv", content=table).json() == {"files": 1}
    inner = visitor.app.app.studio.state.intake
    for what in ("read", "report", "take"):
        visitor.post(f"/api/import/{what}", json={})
        inner.wait()
    assert "Oak Clinic" in visitor.get("/guide/oak-clinic").text
    assert not (tmp_path / "content/sections/1-first.yaml").exists()
