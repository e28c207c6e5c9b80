"""The folder of pages for a web server."""

import io
import json
import re
import xml.etree.ElementTree as xml
from dataclasses import replace
from zipfile import ZipFile

from guide.model import AMOUNT, Cost
from guide.web.guides import Shown
from guide.web.page import Page
from guide.web.site import Site, file_of, offer, organization, packed, relinked
from guide.web.tree import el, to_html
from tests.web.pages import shown

ADDRESS = "https://help.example.org/guide"
SITE = Site(Page(shown(site=ADDRESS)))
FILES = {name: data.decode() for name, data in SITE.files().items()}
PAGES = {name: text for name, text in FILES.items() if name.endswith(".html")}


def test_a_page_for_each_section_and_part():
    assert set(FILES) == {
        "index.html", "food.html", "beds.html", "p-welcome.html", "a-z.html", "about.html", "all.html",
        "style.css", "feed.xml", "sitemap.xml", "headers.txt",
    }  # fmt: skip
    assert "Elm &lt;Pantry&gt;" in FILES["food.html"] and "Ring the bell" in FILES["beds.html"]


def test_every_link_leads_somewhere():
    """To a page of the folder, and to a place on it; ids are unique on each."""
    ids = {name: re.findall(r" id=\"?([^\s\">]+)", text) for name, text in PAGES.items()}
    assert all(len(found) == len(set(found)) for found in ids.values())
    for name, text in PAGES.items():
        for target in re.findall(r" href=\"?([^\s\">]+)", text):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, place = target.partition("#")
            assert (file or name) in FILES, target
            assert not place or place in ids[file or name], (name, target)


def test_pages_ask_for_their_style_alone():
    policy = re.search(r'Content-Security-Policy content="([^"]+)"', FILES["food.html"])[1]
    assert policy.startswith("default-src 'none'; style-src 'self' file:;") and "script-src" not in policy
    assert "<script>" not in FILES["food.html"] and "data-js" not in FILES["food.html"]
    assert FILES["all.html"] == Page(shown(site=ADDRESS)).html()


def test_the_feed_and_the_map():
    """Are XML, with whole addresses."""
    feed = xml.fromstring(FILES["feed.xml"])
    names = {"a": "http://www.w3.org/2005/Atom"}
    assert feed.find("a:id", names).text == f"{ADDRESS}/" and len(feed.findall("a:entry", names)) == 1
    places = [each.text for each in xml.fromstring(FILES["sitemap.xml"]).iter() if each.tag.endswith("loc")]
    assert f"{ADDRESS}/" in places and f"{ADDRESS}/all.html" in places and len(places) == len(PAGES)


def test_the_feed_is_in_the_language_of_the_pages():
    """With its script, where the code alone leaves it open."""
    there = shown(site=ADDRESS)
    chinese = Shown(guide=replace(there.guide, language="zh"), words=there.words, edition=there.edition)
    files = Site(Page(chinese)).files()
    assert b'xml:lang="zh-Hans"' in files["feed.xml"] and b"lang=zh-Hans" in files["index.html"]


def test_listings_for_machines():
    """Without the street of a confidential address."""
    data = json.loads(re.search(r"ld\+json>(.*?)</script>", FILES["food.html"])[1])
    pantry, safe = (each["item"] for each in data["itemListElement"])
    assert pantry["telephone"] == "+12175550110" and pantry["address"]["streetAddress"] == "12 Elm Street"
    assert "address" not in safe and "Hidden" not in str(FILES) and "Zanzibar" not in str(FILES)
    assert organization(shown().guide.listings[0], "x/")["@id"] == "x/all.html#pantry"


def test_a_section_has_no_page_that_is_taken():
    section = shown().guide.sections[0]
    assert [file_of(replace(section, id=id)) for id in ("food", "about", "p-a")] == [
        "food.html",
        "s-about.html",
        "s-p-a.html",
    ]


def test_links_to_other_pages():
    page = el("p", el("a", "x", href="#a"), el("a", "y", href="#b"), el("a", "z", href="https://c.example"))
    said = to_html(relinked(page, {"a"}, {"a": "1.html", "b": "2.html"}))
    assert said == "<p><a href=#a>x</a><a href=2.html#b>y</a><a href=https://c.example>z</a></p>"


def test_the_archive():
    """The same bytes for the same files, which a web server may read."""
    data = packed({"a.html": b"a"})
    assert data == packed({"a.html": b"a"})
    (entry,) = ZipFile(io.BytesIO(data)).infolist()
    assert entry.filename == "a.html" and entry.external_attr >> 16 == 0o644


def test_machines_are_told_costs_and_languages():
    """What is asked for, nothing or an amount; languages by their codes, without who interprets."""
    costs = (Cost("free"), Cost("insurance"), Cost(AMOUNT, "5", "", "USD"), Cost(AMOUNT, "1", "9", "USD"))
    listing = replace(shown().guide.listings[0], cost=costs, language_codes=("es", "any"))
    found = organization(listing, "x/")
    assert found["knowsLanguage"] == ["es"]
    assert [each.get("price") for each in found["makesOffer"]] == ["0", "5", None]
    assert offer(costs[-1])["priceSpecification"]["maxPrice"] == "9"
