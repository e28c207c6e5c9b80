"""The view of an import."""

import re

import pytest

from guide.studio.views.imports import kind_words
from guide.studio.wording import words_of
from tests.studio.conftest import enter, open_studio

TABLE = "Agency,Phone,Case worker notes,Mystery <b>\nOAK CLINIC,773-471-0201,Maria said,x\nAsh Clinic,773-471-0202,,y\n"


@pytest.fixture
def client(folder, in_thread):
    return enter(open_studio(folder))


def do(client, what, **body):
    """What is answered to a deed, once its work is done."""
    answer = client.post(f"/api/import/{what}", json=body)
    client.app.app.state.intake.wait()
    return answer


def handed_over(client, text=TABLE, name="list.csv"):
    """The page with the columns."""
    assert client.post(f"/import/files?name={name}", content=text.encode()).json() == {"files": 1}
    do(client, "read")
    return client.get("/import").text


def test_from_the_file_to_the_guide_and_back(client, folder):
    """Four steps; nothing is written before the last, and one Undo takes all of it back."""
    before = sorted(folder.rglob("*"))
    assert "Choose a file" in client.get("/import").text
    page = handed_over(client)
    assert (
        "list.csv, 2 rows" in page
        and "Sure: 2 of 2 can be dialled" in page
        and "1 in capitals is mended" in page
    )
    assert "1 entry, not shown" in page and "Private: left out" in page and "Maria" not in page
    assert "Mystery &lt;b&gt;" in page and " style=" not in page
    do(client, "report")
    page = client.get("/import").text
    assert "Take in 2 listings" in page and "OAK CLINIC" in page and "Oak Clinic" in page
    assert (
        client.get("/import/report.csv").text.startswith('\ufeff"Source"')
        or "Source" in client.get("/import/report.csv").text
    )
    assert sorted(folder.rglob("*")) == before
    assert do(client, "take").json() == {"taken": True}
    page = client.get("/import").text
    assert "2 listings are taken in" in page and "imported/mapping.yaml" in page
    assert (
        "/guide/oak-clinic" in client.get("/guide/oak-clinic").text
        or client.get("/guide/oak-clinic").status_code == 200
    )
    history = client.get("/settings/history").text
    assert "list.csv</a>" in history and "List taken in" in history and "Bring back" in history
    undone = client.post("/api/undo", json={"step": None}).json()
    assert undone["kind"] == "import" and undone["name"] == "list.csv" and undone["address"] == "/import"
    assert sorted(folder.rglob("*")) == before and "Choose a file" in client.get("/import").text


def test_a_column_is_corrected_and_a_row_is_shown(client):
    handed_over(client)
    assert do(client, "choose", table="list.csv", column="Mystery <b>", target="alternate_names").json() == {}
    assert re.search(r"Sure: you have said so", client.get("/import").text)
    row = do(client, "row", number=0).json()
    assert row["values"][0][1] == ["Oak Clinic"] and ["Numbers", ["773-471-0201"]] in row["values"]
    assert do(client, "choose", table="list.csv", column="Nobody", target="name").status_code == 404
    refused = do(client, "choose", table="list.csv", column="Phone", target="phones.type")
    assert refused.status_code == 422 and "which column has the numbers" in refused.json()["refused"]


def test_without_names_there_is_no_report(client):
    page = handed_over(client, "A1,B1\n1,2\n3,4\n")
    assert "Say first which column has the names." in page and 'data-do="report"' not in page
    do(client, "choose", table="list.csv", column="A1", target="name")
    assert 'data-do="report"' in client.get("/import").text


@pytest.mark.slow
def test_it_goes_where_somebody_says(client, text):
    assert "All into the section Beds" in handed_over(client)
    assert do(client, "where", section="nowhere").status_code == 404
    do(client, "where", section="beds")
    do(client, "report")
    do(client, "take")
    assert "Oak Clinic" in text("beds")


def test_what_cannot_be_taken_is_said(client, monkeypatch):
    """In words, with the file deleted."""
    assert "not a table" in handed_over(client, "%PDF-1.4", "list.pdf")
    assert do(client, "take").status_code == 404 and do(client, "row", number=0).status_code == 404
    assert client.get("/import/report.csv").status_code == 404
    monkeypatch.setattr("guide.studio.imports.MOST", 5)
    large = client.post("/import/files?name=x.csv", content=b"123456")
    assert large.status_code == 413 and large.json() == {"large": 40}
    assert do(client, "read", address="http://example.org/x.csv").json() == {"secure": False}


@pytest.mark.slow
def test_one_step_back_and_anew(client):
    handed_over(client)
    do(client, "report")
    do(client, "back")
    assert 'data-state="columns"' in client.get("/import").text
    do(client, "back")
    assert 'data-state="file"' in client.get("/import").text
    handed_over(client)
    do(client, "anew")
    assert 'data-state="file"' in client.get("/import").text
    assert not client.app.app.state.intake.folder.exists()


def test_for_looking_only_nothing_is_taken_in(folder):
    client = enter(open_studio(folder, read_only=True))
    page = client.get("/import").text
    assert "nothing can be taken in here" in page and "<input" not in page
    assert client.post("/import/files?name=x.csv", content=b"a").status_code == 403
    assert client.post("/api/import/read", json={}).status_code == 403


def test_it_is_said_in_spanish_too(client):
    client.headers["accept-language"] = "es"
    page = handed_over(client)
    assert "Privado: no se incorpora" in page and "Hacer el informe" in page
    do(client, "report")
    page = client.get("/import").text
    assert "Mayúsculas" in page and "Incorporar 2 fichas" in page
    assert not re.search(r">(import|fields)\.[a-z_.]+<", page)


def test_kinds_and_reasons_are_said_in_the_language_of_the_studio():
    """As a whole or in parts; what there are no words for stays as it is."""
    spanish = words_of("es")
    said = {
        text: kind_words(text, spanish) for text in ("capitals", "left out, status: inactive", "odd: thing")
    }
    assert said == {
        "capitals": "Mayúsculas",
        "left out, status: inactive": "Omitido, por su estado: no activo",
        "odd: thing": "Odd: thing",
    }


def test_a_secret_street_is_not_in_the_report(client, change, text):
    """Of a listing that is changed here and in the source."""
    handed_over(client, "Agency,Street,City\nSafe House,1 Elm Street,Chicago\n")
    do(client, "report")
    do(client, "take")
    name = next(path.stem for path in client.app.app.state.studio.content.glob("sections/*listings.yaml"))
    assert "1 Elm Street" in text(name)
    change(name, "address_1: 1 Elm Street", "confidential: yes\n      address_1: 77 Hidden Lane")
    client.app.app.state.studio.look_again()
    handed_over(client, "Agency,Street,City\nSafe House,2 Elm Street,Chicago\n")
    do(client, "report")
    page = client.get("/import").text
    assert "Changed here and in the source" in page and "Hidden Lane" not in page
