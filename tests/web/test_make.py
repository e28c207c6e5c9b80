"""The files of an edition that is read on a screen."""

from dataclasses import fields, replace
from types import SimpleNamespace

from guide.language.words import ENGLISH, words_in
from guide.model import Edition
from guide.web import make
from guide.web.make import PAPER_ALONE, SCRIPTED, USED, make_page
from tests.web.pages import shown

GUIDE = shown().guide
WEB = Edition(name="web", format="web")
READ = SimpleNamespace(checked="Ana Ruiz, 2026-11-30")


def names(found):
    return [each.name for each in found.problems]


def test_one_file():
    made = make_page([(GUIDE, ENGLISH)], WEB)
    assert list(made.data) == ["web.html"] and made.problems == () and made.said == ()


def test_every_key_of_an_edition_is_used_or_told():
    """None says nothing in silence."""
    assert {each.name for each in fields(Edition)} == USED | {*PAPER_ALONE, *SCRIPTED}
    assert not USED & {*PAPER_ALONE, *SCRIPTED}


def test_keys_of_paper_are_told():
    made = make_page([(GUIDE, ENGLISH)], replace(WEB, press="booklet", columns=2))
    assert names(made) == ["not-used", "not-used"] and "columns" in made.problems[1].message and made.data


def test_two_places_of_one_name():
    """Addresses are to last: the listing gets another id."""
    first, second = GUIDE.sections[0].listings
    listing = replace(second, id="about")
    section = replace(GUIDE.sections[0], listings=(first, listing))
    made = make_page([(replace(GUIDE, sections=(section, *GUIDE.sections[1:])), ENGLISH)], WEB)
    assert made.data == {} and "place-taken" in names(made)
    assert next(each for each in made.problems if each.name == "place-taken").mark == listing.mark


def test_more_than_two_languages():
    made = make_page([(GUIDE, ENGLISH)], replace(WEB, languages=("en", "es", "ar")))
    assert names(made) == ["languages"] and made.data == {}


def test_what_is_left_out_is_said():
    made = make_page(
        [(replace(GUIDE, language="sw", publisher=replace(GUIDE.publisher, logo="a.png")), ENGLISH)], WEB
    )
    assert (
        "are in English" in made.said[0] and "none in Swahili yet" in made.said[0] and "logo" in made.said[1]
    )


def test_words_that_nobody_has_checked_are_told(monkeypatch):
    """Once for each language but English, and not where somebody has read both its files."""
    versions = [(GUIDE, ENGLISH), (replace(GUIDE, language="es"), words_in("es"))]
    (said,) = make_page(versions, replace(WEB, languages=("en", "es"))).said
    assert "Spanish" in said and "native speaker" in said
    for module, function in ((make, "fixed_words"), (make, "words_of")):
        assert [*make.unchecked(["es"])] == ["Spanish"]
        read = getattr(module, function)
        monkeypatch.setattr(module, function, lambda code, read=read: read(code) and READ)
    assert [*make.unchecked(["en", "es", "sw"])] == []


def test_a_text_alone():
    """What needs a screen says nothing to it."""
    made = make_page([(GUIDE, ENGLISH)], replace(WEB, format="text"))
    assert list(made.data) == ["web.txt"] and made.problems == ()
    assert list(make_page([(GUIDE, ENGLISH)], replace(WEB, format="epub")).data) == ["web.epub"]
    assert names(make_page([(GUIDE, ENGLISH)], replace(WEB, format="text", exit=False))) == ["not-used"]
