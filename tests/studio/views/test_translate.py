"""The view of the translations."""

import base64
import re

import pytest

from guide.content.units import fingerprint
from tests.studio.conftest import enter, open_studio

OLD = "Groceries for most."
SPANISH = f"""\
listings:
  pantry:
    description:
      # en: {OLD}
      of: {fingerprint(OLD)!r}
      text: Alimentos para la mayoría.
"""


@pytest.fixture
def spanish(folder):
    path = folder / "translations/es/food.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(SPANISH, encoding="utf-8")
    return path


@pytest.fixture
def client(spanish, folder):
    return enter(open_studio(folder))


def field_in(page, title):
    """What the browser calls a text."""
    return re.search(rf'<h2 id="h-(\w+)">{title}</h2>', page)[1]


def write(client, field, value, was="", **more):
    body = {"owner": "translation/es/section/food", "keys": {field: {"value": value, "was": was}}, **more}
    return client.post("/api/translate/write", json={"fields": [field], **body})


def test_the_first_group_in_which_something_is_to_do_is_shown(client):
    answer = client.get("/translate")
    assert answer.url.path == "/translate/es"
    assert '<h1 id="title" tabindex="-1">Cover and first pages</h1>' in answer.text
    assert re.findall(r'data-group="(.+?)"', answer.text) == ["cover", "section/beds", "section/food"]


def test_what_has_changed_stands_in_the_source(client):
    page = client.get("/translate/es/section/food").text
    assert (
        'lang="en">taken out: </span>most</del>' in page
        and 'lang="en">put in: </span>everybody</ins>' in page
    )
    assert "Out of date: the English has changed" in page and "data-right>Still right<" in page
    assert 'lang="es" dir="ltr"' in page and "No native speaker has read this translation yet." in page
    assert " style=" not in page and not re.search(r"\son\w+=", page)


def test_arabic_runs_to_the_left(client, spanish, folder):
    spanish.parent.rename(folder / "translations/ar")
    assert '<textarea id="f-' in (page := enter(open_studio(folder)).get("/translate/ar/section/food").text)
    assert 'lang="ar" dir="rtl"' in page and "Arabic, العربية" in page


def test_typing_keeps_the_mark_and_done_takes_it_away(client, spanish):
    field = field_in(client.get("/translate/es/section/food").text, "2 Elm Pantry: text")
    data = write(client, field, "Alimentos para todos.", "Alimentos para la mayoría.").json()
    assert (data["pairs"][field]["state"], data["values"][field]) == ("outdated", "Alimentos para todos.")
    data = write(client, field, "Alimentos para todos.", "Alimentos para todos.", done=True).json()
    assert data["pairs"][field]["badge"] == {"sign": "ok", "words": "Done"}
    assert data["to_do"] == "To do 4" and data["next"] == "/translate/es/cover"
    assert f"of: {fingerprint('Groceries for everybody.')}" in spanish.read_text(encoding="utf-8").replace(
        '"', ""
    )
    tree = client.get("/api/tree").json()
    assert tree["undo"] == "Spanish words of Elm Pantry"
    undone = client.post("/api/undo", json={}).json()
    assert (undone["name"], undone["owner"]) == (
        "Spanish words of Elm Pantry",
        "translation/es/listing/pantry",
    )


def test_a_change_elsewhere_is_asked_about(client, spanish):
    field = field_in(client.get("/translate/es/section/food").text, "2 Elm Pantry: text")
    spanish.write_text(SPANISH.replace("mayoría", "gente"), encoding="utf-8")
    answer = write(client, field, "Alimentos.", "Alimentos para la mayoría.")
    assert answer.status_code == 409 and answer.json()["conflict"] == {field: "Alimentos para la gente."}
    body = {"owner": "translation/es/section/food", "key": field, "value": "Alimentos."}
    assert client.post("/api/translate/leave", json=body).status_code == 200
    query = {"owner": "translation/es/section/food", "fields": field}
    assert client.get("/translation/state", params=query).json()["values"] == {
        field: "Alimentos para la gente."
    }


@pytest.mark.parametrize(
    ("way", "body", "status"),
    [
        ("translate/write", {"owner": "translation/es/section/food", "keys": {"none": {"value": "x"}}}, 404),
        ("translate/write", {"owner": "listing/pantry", "keys": {}}, 404),
        ("translate/write", {"owner": "translation/es/section/food"}, 404),
        ("translate/sign", {"language": "ar", "by": "Ana"}, 404),
        ("translate/sign", {"language": "es", "by": " "}, 400),
        ("translate/start", {"language": "../.."}, 400),
    ],
)
def test_what_cannot_be_done_changes_nothing(client, spanish, way, body, status):
    assert client.post(f"/api/{way}", json=body).status_code == status
    assert spanish.read_text(encoding="utf-8") == SPANISH and len(list(spanish.parent.iterdir())) == 1


def test_what_is_not_there_is_told(client):
    for path in (
        "/translate/ar",
        "/translate/es/section/none",
        "/translation/ar.po",
        "/translation/state?owner=x",
    ):
        assert client.get(path).status_code == 404


def test_a_native_speaker_signs(client):
    said = client.post("/api/translate/sign", json={"language": "es", "by": "Ana Ruiz"}).json()["said"]
    assert said == "Ana Ruiz read this translation on May 1, 2026."
    page = client.get("/translate/es/section/food").text
    assert said in page and "Sign again" in page


def test_a_language_begins(studio, folder):
    client = enter(studio)
    page = client.get("/translate").text
    assert (
        "This guide is not translated yet." in page and '<option value="ar">Arabic, العربية</option>' in page
    )
    assert client.post("/api/translate/start", json={"language": "ar"}).json() == {"address": "/translate/ar"}
    assert (folder / "translations/ar/food.yaml").exists()
    assert "ar" not in re.findall(
        r'<option value="(\w+)"', client.get("/translate/ar").text.partition("new-languages")[2]
    )


def test_a_translator_s_file_goes_out_and_comes_in(client, spanish):
    sent = client.get("/translation/es.po")
    assert 'filename="guide-es.po"' in sent.headers["content-disposition"]
    filled = sent.content.replace(b'msgid "Food"\nmsgstr ""', b'msgid "Food"\nmsgstr "Comida"')
    body = {"language": "es", "name": "es.po", "data": base64.b64encode(filled).decode()}
    assert client.post("/import-translation", json=body).json()["said"] == "2 texts taken in."
    assert "Comida" in spanish.read_text(encoding="utf-8")
    answer = client.post("/import-translation", json=body | {"data": base64.b64encode(b"x").decode()})
    assert answer.status_code == 422 and "no line of a PO file" in answer.json()["refused"]
    assert client.post("/import-translation", json=body | {"data": "%"}).status_code == 400


def test_for_looking_only_there_are_texts_and_no_buttons(spanish, folder):
    client = enter(open_studio(folder, read_only=True))
    page = client.get("/translate/es/section/food").text
    assert "<textarea" not in page and "Alimentos para la mayoría." in page
    assert not re.search(r'data-(done|right|take)|id="(sign|start|take-in)"', page)


def test_many_pairs_stand_on_several_pages(client, monkeypatch):
    monkeypatch.setattr("guide.studio.views.translate.SHOWN", 2)
    page = client.get("/translate/es/section/food?show=all&from=3").text
    assert len(re.findall(r'data-pair="', page)) == 2 and "3 to 4 of 5" in page
    assert "from=1" in page and "from=5" in page


def test_a_page_is_drawn_in_the_language(client):
    data = client.get("/page/facts?language=es&owner=listing/pantry&moves=1").json()
    assert data["sizes"] and data["shown"] == data["own"][:1]
