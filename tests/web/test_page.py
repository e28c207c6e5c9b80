"""A guide as one page."""

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from guide import web
from guide.web.page import Page, as_json, digest, shrunk_script, shrunk_style, source
from guide.web.tree import walk
from tests.web.pages import said, shown

HTML = Page(shown()).html()


@pytest.mark.parametrize("languages", [(), ("ar",), ("en", "es")])
def test_headings_and_ids(languages):
    """Headings go down one level at a time, ids are unique, and every link within the page leads somewhere."""
    body = Page(shown(languages=languages)).body()
    levels = [int(each.tag[1]) for each in walk([body]) if re.fullmatch("h[1-6]", each.tag)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in zip(levels, levels[1:]))
    for each in walk([body]):
        if each.tag in ("section", "article"):
            assert any(re.fullmatch("h[1-6]", child.tag) for child in walk([each])), each.attributes
    ids = [value for each in walk([body]) for name, value in each.attributes if name == "id"]
    assert len(ids) == len(set(ids))
    targets = {
        value[1:]
        for each in walk([body])
        for name, value in each.attributes
        if name == "href" and value[0] == "#"
    }
    assert targets <= set(ids)
    described = {
        part
        for each in walk([body])
        for name, value in each.attributes
        if name in ("aria-labelledby", "aria-describedby")
        for part in value.split()
    }
    assert described <= set(ids)


def test_nothing_is_asked_of_anybody():
    """The policy allows nothing from elsewhere, and of styles and scripts those alone that are in the page."""
    policy = re.search(r'Content-Security-Policy content="([^"]+)"', HTML)[1]
    assert policy.startswith("default-src 'none';") and "form-action 'none'" in policy
    style, script = (re.search(rf"<{tag}>(.*?)</{tag}>", HTML, re.DOTALL)[1] for tag in ("style", "script"))
    for text in (style, script):
        assert base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() in policy
    assert not re.search(r"<[^>]* (style|on\w+)=", HTML) and "<link" not in HTML
    assert not re.search(r'(src|url)[=(]["\']?https?:', HTML)


def test_the_head():
    assert HTML.startswith("<!doctype html>\n<html lang=en dir=ltr>\n<head><meta charset=utf-8>")
    assert "<title>Help near &lt;you&gt; &amp; yours, November 2026</title>" in HTML
    assert "<meta name=referrer content=no-referrer>" in HTML


def test_what_the_script_knows():
    """Nothing in it can end the script."""
    data = json.loads(re.search(r"id=w-data>(.*?)</script>", HTML)[1])
    assert data["from"] == "2026-11-23" and data["mail"] == "guide@example.org" and data["zone"] == ""
    assert data["help"] == ["In danger? Call 911", "A bed for tonight 217-555-0101\u00a0ext.\u00a04"]
    assert as_json("</script>") == '"\\u003c/script>"'


def test_what_an_edition_can_leave_out():
    small = Page(
        shown(web_fonts=False, exit=False, time_zone="America/Chicago", discard_after=date(2027, 1, 1))
    ).html()
    assert "@font-face" not in small and "id=w-leave" not in small
    assert '"zone":"America/Chicago"' in small and '"until":"2027-01-01"' in small
    assert len(HTML) - len(small) > 28_000


def test_the_direction_of_the_page():
    one = shown()
    leftward = Page(replace(one, guide=replace(one.guide, language="ar"))).html()
    assert "<html lang=ar dir=rtl>" in leftward


def test_every_text_of_the_guide_is_there_without_the_script():
    text = said(Page(shown()).body())
    for each in (
        "Elm <Pantry>",
        "Bags & boxes.",
        "Ring the bell.",
        "Read this first.",
        "Many Offices",
        "Sangamon County, IL",
    ):
        assert each in text


def test_comments_and_spaces_are_taken_out():
    """Nothing else."""
    assert shrunk_style("/* a */\n p {\n  b:c }\n") == "p {\nb:c }"
    assert shrunk_script("/* a */\n  b('// c');  // d\n\n e\n") == "b('// c');\ne"
    assert digest("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"
    assert "W = D.words" in source("page.js")


def test_larger_text_from_the_beginning():
    """All follows; what stands side by side waits for a wider window."""
    style = Page(shown(body_size=27)).style()
    assert (
        "html{font-size:225.0%}" in style
        and "(min-width:128.00em)" in style
        and "(min-width:64em)" not in style
    )
    assert "font-size:225" not in Page(shown()).style()


def test_every_class_of_the_style_is_on_something():
    """What nothing has any more goes out of the style too."""
    folder = Path(web.__file__).parent
    style = re.sub(r"\{[^{}]*\}", "{}", (folder / "static" / "page.css").read_text(encoding="utf-8"))
    sources = [*folder.glob("*.py"), folder / "static" / "page.js"]
    lines = [line for path in sources for line in path.read_text(encoding="utf-8").splitlines() if '"""' not in line]  # fmt: skip
    named = {word for line in lines for text in re.findall(r"\"[^\"]*\"|'[^']*'", line) for word in re.findall(r"[\w-]+", text)}  # fmt: skip
    assert set(re.findall(r"\.([a-zA-Z][\w-]*)", style)) - named == set()
