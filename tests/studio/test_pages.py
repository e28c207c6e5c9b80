"""HTML of templates."""

import re

from guide.studio.pages import ENVIRONMENT, FONTS, TEMPLATES


def test_every_text_is_escaped():
    assert ENVIRONMENT.autoescape is True
    safe = [
        line
        for path in TEMPLATES.glob("*.html")
        for line in path.read_text(encoding="utf-8").splitlines()
        if "| safe" in line
    ]
    assert all("| json | replace('<'" in line for line in safe) and len(safe) > 4


def test_no_page_has_a_style_or_a_script_in_it(client):
    """The policy would not have it."""
    page = client.get("/guide/pantry").text
    assert " style=" not in page and not re.search(r"\son\w+=", page)
    assert not re.search(r"<script(?! type=\"application/json\"| type=\"module\" src=\"/static/)", page)
    assert not re.search(r"(?:src|href)=\"(?:https?:)?//", page)


def test_ids_stand_once(client):
    page = re.sub(r"<template>.*?</template>", "", client.get("/guide/pantry").text, flags=re.S)
    ids = re.findall(r"\sid=\"([^\"]+)\"", page)
    assert len(ids) == len(set(ids))


def test_a_page_speaks_the_language_of_the_browser(client):
    page = client.get("/guide/pantry", headers={"accept-language": "es"}).text
    assert '<html lang="es">' in page and "Nombre como se imprime" in page and "Deshacer" in page


def test_faces_are_the_product_s():
    assert "AtkinsonHyperlegibleNext-Regular.ttf" in FONTS
