"""A search for words that may be nowhere: each key of what is not printed has a word of its own, and no form has one of them.

As in `test_search`, the words are made from the tables of keys, so that a new key is searched for by itself.
"""

import html
import json
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from guide.braille.liblouis import is_here
from guide.content.records.contact import ADDRESS_RECORD
from guide.content.records.listings import LISTING_RECORD
from guide.exchange.give.forms import BRAILLE, FORMS
from guide.exchange.give.give import give_file, matter_of
from guide.produce import Request, produce
from guide.project import open_project
from tests.braille.read_back import said_in
from tests.test_search import UNSAID, fill, meeting, more_web, office, phone, program, web, word, words_of
from tests.test_secrets import everything

TODAY = date(2026, 11, 23)
NUMBERS = ("2128683411", "2128683422", "2128683455", "2128683466")  # of what is not printed
EDITIONS = {
    "paper": {"attach": ["text", "web"], "news": "page 2", "default": True},
    "folded": {"format": "trifold-letter"},
    "screen": {"format": "web", "site": "https://example.net", "body_size": 24, "languages": ["en", "es"]},
    "words": {"format": "text"},
    "book": {"format": "epub"},
    "touch": {"format": "braille", "contracted": False},
    "short": {"format": "braille", "contracted": True},
}
SAID = "Open House"  # what is printed, to be found in every form


def hidden_listing():
    """A listing in which every key says something, that is not printed."""
    own = fill(
        LISTING_RECORD,
        "",
        id="hiddenid",
        address=None,
        locations=[office("locations.", NUMBERS[0])],
        phones=[phone("", NUMBERS[1])],
        hours=word("hours"),
        meetings=[meeting("meetings.")],
        programs=[program("programs.")],
        service_areas=[{"city": word("service_areas.city")}],
        verified="2026-03-14",
        **web(""),
        **more_web(""),
    )
    return own | {"print": False, "print_reason": word("print_reason")}


def secret_address():
    """A confidential address: of its words the city and the state alone may be said."""
    keys = [field.key for field in ADDRESS_RECORD.fields if field.key not in UNSAID | {"city", "state_province"}]  # fmt: skip
    return {key: word(f"secret.{key}") for key in keys} | {"city": "Oakland", "state_province": "CA", "confidential": True}  # fmt: skip


def open_listing():
    """A listing that is printed, with an office that nobody may find and a program that is not printed."""
    secret = {
        "address": secret_address(),
        "postal_name": word("secret.postal_name"),
        "care_of": word("secret.care_of"),
        "latitude": 61.2345,
        "longitude": -61.2345,
        "phones": ["212-868-3400"],
    }
    hidden_program = {key: each for key, each in program("programs.").items() if key != "location"} | {"print": False}  # fmt: skip
    return {
        "id": "open-house",
        "name": SAID,
        "description": "It is safe.",
        "locations": [secret],
        "programs": [hidden_program],
        "verified": "2026-03-14",
        "verified_by": word("verified_by"),
        "source": word("source"),
    }


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value), encoding="utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A guide with all of it."""
    folder = tmp_path_factory.mktemp("hidden") / "content"
    write(folder / "guide.yaml", {"title": "Help near you", "edition": {"number": 1, "date": "2026-11-23"}})
    write(folder / "sections" / "1-one.yaml", {"title": "Food", "listings": [open_listing(), hidden_listing()]})  # fmt: skip
    alone = hidden_listing() | {"id": "hiddenid2"}
    write(folder / "sections" / "2-two.yaml", {"title": word("section.title"), "introduction": word("introduction"), "listings": [alone]})  # fmt: skip
    said = {"text": word("translated")}
    write(folder / "translations" / "es" / "guide.yaml", {"topics": {word("services"): word("topic")}})
    write(folder / "translations" / "es" / "1-one.yaml", {"title": {"text": "Comida"}, "listings": {"hiddenid": {"description": said}}})  # fmt: skip
    for name, asked in EDITIONS.items():
        if is_here() or asked.get("format") != "braille":
            write(folder / "editions" / f"{name}.yaml", asked)
    return folder


@pytest.fixture(scope="module")
def secrets(folder):
    """What may be nowhere: words, the ids and numbers of what is not printed, and where it is."""
    hidden = words_of([hidden_listing(), secret_address(), open_listing()])
    more = {
        word("print_reason"),
        word("section.title"),
        word("introduction"),
        word("translated"),
        word("topic"),
    }
    assert len(hidden) > 60
    return {*hidden, *more, "hiddenid", "61.2345", *NUMBERS, *(f"{each[:3]}-{each[3:6]}-{each[6:]}" for each in NUMBERS)}  # fmt: skip


def texts_in(path):
    """All that can be found in a file, as texts."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        return [everything(data)]
    if data[:2] == b"PK":
        with ZipFile(path) as archive:
            return [archive.read(name).decode("utf-8", "replace") for name in archive.namelist()]
    return [data.decode("utf-8")]


def found_in(path, secrets):
    """Those that are in a file."""
    if path.suffix[1:] in BRAILLE:
        return [each for each in secrets if said_in(path.read_bytes(), each)]
    whole = html.unescape("\n".join(texts_in(path))).casefold()
    return [each for each in secrets if each.casefold() in whole]


@pytest.mark.slow
def test_no_edition_has_a_word_of_what_is_not_printed(folder, secrets, tmp_path, monkeypatch):
    """On paper and what it carries, folded, on a screen and for its server, as words, as a book, in braille."""
    monkeypatch.chdir(tmp_path)
    made, _ = produce(folder, Path("out"), Request(every=True, today=TODAY))
    files = [path for each in made for path in each.files]
    assert {path.suffix for path in files} >= {".pdf", ".html", ".zip", ".txt", ".epub"}
    for path in [*files, *Path("out").rglob("manifest.json")]:
        assert found_in(path, secrets) == [], path
    assert all(found_in(path, [SAID]) for path in files if path.suffix not in (".zip", ".epub"))


@pytest.mark.parametrize("name", FORMS)
def test_no_form_that_is_given_out_has_one(folder, secrets, tmp_path, name):
    if name in BRAILLE and not is_here():
        pytest.skip("liblouis is not on this computer")
    form = FORMS[name]
    given = give_file(matter_of(open_project(folder, TODAY)).guide, form, tmp_path / f"a{form.ending}")
    assert found_in(given.path, secrets) == []
    assert form.name == "geojson" or found_in(given.path, [SAID])
