"""An edition whose format is braille, among the others."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from guide.braille import liblouis
from guide.braille.edition import USED, left_out, make_files, unused
from guide.errors import GuideError
from guide.language.words import ENGLISH
from guide.model import Edition, Span
from guide.produce import Request, produce
from tests.braille.read_back import needs_liblouis
from tests.exchange.give.samples import TODAY, printed, rich


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    folder = rich(tmp_path / "content")
    (folder / "editions").mkdir()
    (folder / "editions" / "touch.yaml").write_text("format: braille\ncontracted: no\ncells: 32\n")
    return folder


@needs_liblouis
def test_it_is_made_as_any_other(folder):
    """Two files, with a manifest that counts no sheets; made again only when something has changed."""
    (made,), _ = produce(folder, Path("out"), Request(today=TODAY))
    assert [path.name for path in made.files] == ["touch.brf", "touch.pef"] and made.pages == made.sheets == 0
    assert json.loads(Path("out/touch/manifest.json").read_text(encoding="utf-8"))["paper"] == ""
    assert b'cols="32" rows="25"' in made.files[1].read_bytes()
    (again,), _ = produce(folder, Path("out"), Request(today=TODAY))
    assert not again.changed
    made.files[0].write_text("mine")
    with pytest.raises(GuideError):
        produce(folder, Path("out"), Request(today=TODAY, force=True))
    assert made.files[0].read_text() == "mine"


def test_keys_that_say_nothing_in_braille_are_told():
    edition = Edition(name="a", format="braille", columns=2, cells=32, languages=("en", "es"), colour="plum")
    assert [problem.message for problem in unused(edition)] == [
        "the edition a: columns says nothing to the format braille"
    ]
    assert {"contracted", "cells", "lines", "volume_pages", "index", "own_pages"} <= USED


def test_what_is_in_print_alone_is_told(tmp_path):
    guide = printed(rich(tmp_path))
    assert [*left_out(guide)] == []
    steps = replace(guide, how_to_use=((Span("Look"),),))
    assert [*left_out(steps)] == ["left out in braille: how to use the guide"]


@needs_liblouis
def test_an_edition_in_two_languages_is_a_file_for_each(folder):
    (folder / "editions" / "touch.yaml").write_text("format: braille\nlanguages: [en, es]\n")
    (folder / "translations" / "es").mkdir(parents=True)
    (folder / "translations" / "es" / "1-food.yaml").write_text("title: {text: Comida}\n")
    (made,), _ = produce(folder, Path("out"), Request(today=TODAY))
    names = [path.name for path in made.files]
    assert names == ["touch-en.brf", "touch-en.pef", "touch-es.brf", "touch-es.pef"]
    assert [each.split(",")[-1] for each in made.said] == [" in English.", " in Spanish."]


def test_without_liblouis_nothing_is_made_and_it_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr(liblouis, "find_library", lambda name: None)
    monkeypatch.setattr(liblouis, "PLACES", ())
    liblouis.library.cache_clear()
    liblouis.braille_of.cache_clear()
    try:
        made = make_files([(printed(rich(tmp_path)), ENGLISH)], Edition(name="a", format="braille"))
    finally:
        liblouis.library.cache_clear()
        liblouis.braille_of.cache_clear()
    assert made.data == {} and [problem.name for problem in made.problems] == ["no-liblouis"]
