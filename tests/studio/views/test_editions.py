"""The view of the editions."""

import re

import pytest

from guide.produce import Request, produce
from tests.braille.read_back import needs_liblouis
from tests.studio.conftest import enter, open_studio
from tests.studio.test_translations import entry


@pytest.fixture
def client(folder):
    """A usual edition, and one that cannot be read."""
    (folder / "editions").mkdir()
    (folder / "editions/letter.yaml").write_text("default: yes\nprice_per_sheet: 0.05\n", encoding="utf-8")
    return enter(open_studio(folder))


def made(client, names=None):
    """What is answered, once all is made."""
    body = {} if names is None else {"names": names}
    answer = client.post("/api/editions/make", json=body)
    client.app.app.state.shelf.making.wait()
    return answer


def stands(client):
    """The edition, made here: no process begins."""
    studio = client.app.app.state.studio
    produce(studio.content, studio.out, Request(today=studio.today))


@pytest.mark.slow
def test_an_edition_is_made_and_downloaded(client):
    """With its first page, pages, sheets and cost."""
    page = client.get("/editions").text
    assert "Letter, the usual one" in page and "Letter, both sides, English" in page
    assert "Not made yet" in page and "Make the one that needs it" in page and "download" not in page
    assert client.get("/editions/letter/cover.png").content.startswith(b"\x89PNG")
    assert made(client).json() == {"names": ["letter"]}
    page = client.get("/editions").text
    assert re.search(r"Ready, made today at \d\d:\d\d", page) and "data-make" not in page
    assert re.search(r"<dt>pages</dt><dd>\d+</dd>", page) and re.search(
        r"<dt>a copy</dt><dd>0\.\d\d</dd>", page
    )
    (address,) = re.findall(r'href="(/editions/letter/files/[^"]+)"', page)
    answer = client.get(address)
    assert answer.content.startswith(b"%PDF") and "attachment" in answer.headers["content-disposition"]
    assert client.get("/editions/letter/cover.png").content.startswith(b"\x89PNG")


def test_only_files_of_editions_are_given(client):
    stands(client)
    for path in (
        "letter/files/manifest.json",
        "letter/files/..%2fx",
        "archive/files/x.pdf",
        "studio/files/calls.json",
    ):
        assert client.get(f"/editions/{path}").status_code == 404
    assert client.get("/editions/archive/cover.png").status_code == 404


def test_what_cannot_be_made_says_why_and_where(client, change):
    """The last one can be downloaded."""
    stands(client)
    change("food", "773-471-0111", "312-055-2755")
    client.app.app.state.studio.look_again()
    page = client.get("/editions").text
    assert "Cannot be made: Elm Pantry: " in page and 'href="/guide/pantry#w-phones-0-number"' in page
    assert "Download the last one" in page and "data-make" not in page


def test_what_has_changed_since(client, change):
    stands(client)
    change("food", "name: Elm Pantry", "name: Oak Pantry")
    client.app.app.state.studio.look_again()
    page = client.get("/editions").text
    assert "Changed since today at" in page and "1 listing changed." in page and "data-make" in page
    assert "Show all" in page and '<a href="/guide/pantry">Oak Pantry</a>: changed' in page


def test_nobody_makes_what_is_not_there(client):
    assert made(client, ["nobody"]).status_code == 404
    assert client.post("/api/editions/stop", json={"name": "nobody"}).json() == {}


def test_for_looking_only_nothing_is_made(folder):
    page = enter(open_studio(folder, read_only=True)).get("/editions").text
    assert "data-make" not in page and "Not made yet" in page


def test_it_is_said_in_spanish_too(client):
    page = client.get("/editions", headers={"accept-language": "es"}).text
    assert (
        "Todavía no se ha hecho" in page and "Carta, a doble cara, inglés" in page and " style=" not in page
    )


def test_a_change_of_no_listing_is_told_too(client, folder):
    stands(client)
    path = folder / "guide.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("Help near you", "Help close by"), encoding="utf-8"
    )
    client.app.app.state.studio.look_again()
    page = client.get("/editions").text
    assert "No listing: something else of the guide" in page and "Show all" not in page


def test_texts_that_are_out_of_date_are_counted(client, folder, change):
    """In the language of the edition; there is a link to them where there is such a view."""
    (folder / "editions/es.yaml").write_text("languages: es\n", encoding="utf-8")
    (folder / "translations/es").mkdir(parents=True)
    text = entry("pantry", "description", "Groceries for everybody.", "Alimentos.")
    (folder / "translations/es/food.yaml").write_text(text, encoding="utf-8")
    client.app.app.state.studio.look_again()
    assert "out of date" not in client.get("/editions").text
    change("food", "Groceries for everybody.", "Groceries for some.")
    client.app.app.state.studio.look_again()
    assert client.get("/editions").text.count("1 text in Spanish is out of date.") == 1


@pytest.mark.slow
def test_too_much_for_a_sheet_leads_to_the_choice_of_listings(client, folder, change):
    """Once it could not be made; the last one stays."""
    stands(client)
    (folder / "editions/letter.yaml").write_text("format: wallet\n", encoding="utf-8")
    rows = "".join(
        f"  - id: more-{n}\n    name: More {n}\n    phones: [773-471-02{n:02}]\n    verified: 2026-04-01\n"
        for n in range(9)
    )
    change("beds", "  - id: shelter\n", f"{rows}  - id: shelter\n")
    client.app.app.state.studio.look_again()
    made(client)
    page = client.get("/editions").text
    assert "Cannot be made: A wallet card has room for" in page and "Download the last one" in page
    assert 'href="/editions/letter/change#w-choice"' in page and "Choose listings" in page


def test_a_web_page_is_opened(client, folder):
    """It has no cover, pages or sheets; it is looked at as if it were from elsewhere, with no way into the studio."""
    (folder / "editions/web.yaml").write_text("format: web\n", encoding="utf-8")
    client.app.app.state.studio.look_again()
    produce(folder, client.app.app.state.studio.out, Request(names=("web",)))
    page = client.get("/editions").text
    card = page[page.index('data-edition="web"') :]
    assert "web page, one file, English" in card and "Open the page" in card and "listings</dt>" in card
    assert "sheets" not in card and "/editions/web/cover.png" not in card and "download" not in card
    assert client.get("/editions/web/cover.png").status_code == 404
    answer = client.get("/editions/web/files/web.html")
    assert answer.text.startswith("<!doctype html>") and "content-disposition" not in answer.headers
    policy = answer.headers["content-security-policy"]
    assert "sandbox" in policy and "allow-same-origin" not in policy and "default-src 'none'" in policy


@needs_liblouis
@pytest.mark.parametrize(("languages", "labels"), [("en", ["BRF", "PEF"]), ("en, es", ["touch-en.brf", "touch-en.pef", "touch-es.brf", "touch-es.pef"])])  # fmt: skip
def test_each_file_of_braille_is_downloaded_by_a_name_of_its_own(client, folder, languages, labels):
    (folder / "editions/touch.yaml").write_text(f"format: braille\nlanguages: [{languages}]\n", encoding="utf-8")  # fmt: skip
    (folder / "translations/es").mkdir(parents=True)
    text = entry("pantry", "description", "Groceries for everybody.", "Alimentos.")
    (folder / "translations/es/food.yaml").write_text(text, encoding="utf-8")
    client.app.app.state.studio.look_again()
    produce(folder, client.app.app.state.studio.out, Request(names=("touch",)))
    page = client.get("/editions").text
    card = page[page.index('data-edition="touch"') :]
    assert [f">Download {label}</a>" in card for label in labels] == [True] * len(labels)
