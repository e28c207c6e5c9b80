"""Editions in another language, or in two: what becomes of what is not translated."""

from guide.content.choose.languages import choose_in_languages
from guide.content.translations import (
    incomplete_listings,
)
from guide.errors import ERROR, WARNING
from guide.model import Edition
from tests.content.translated import guide_in, half, read


def prepared(folder, **edition):
    return choose_in_languages(guide_in(folder), Edition(name="x", **edition), folder)


def test_an_edition_falls_back(content, tmp_path):
    """What is not translated is printed in the source's language, with a warning."""
    half(content)
    found, problems = prepared(tmp_path, languages=("es",))
    assert [listing.id for listing in found.guide.listings] == ["kitchen", "pantry"]
    assert found.guide.language == "es" and found.guide.listings[1].untranslated == {"fees_description"}
    assert {problem.level for problem in problems} == {WARNING}


def test_an_edition_leaves_out_what_is_not_translated(content, tmp_path):
    """The listing goes, and mentions of it become its name."""
    half(content)
    found, _ = prepared(tmp_path, languages=("es",), untranslated="leave out")
    (listing,) = found.guide.listings
    spans = listing.description[0].spans
    assert listing.id == "kitchen" and "".join(span.text for span in spans) == "Vea Pantry."
    assert incomplete_listings(guide_in(tmp_path), read(tmp_path)[0]) == ("pantry",)


def test_an_edition_stops(content, tmp_path):
    """Where somebody wants all of it or nothing."""
    half(content)
    _, problems = prepared(tmp_path, languages=("es",), untranslated="stop")
    assert {problem.level for problem in problems} == {ERROR}


def test_an_edition_in_a_language_that_nothing_is_translated_to(content, tmp_path):
    """It says what to do."""
    (problem,) = prepared(tmp_path, languages=("vi",))[1]
    assert (problem.name, problem.level) == (
        "no-translation",
        ERROR,
    ) and "make-guide translate vi" in problem.hint


def test_two_languages_have_the_same_listings(content, tmp_path):
    """In one order."""
    half(content)
    found, _ = prepared(tmp_path, languages=("en", "es"), order="by name")
    assert [each.id for each in found.guide.listings] == [each.id for each in found.second.listings]
    assert (found.guide.language, found.second.language) == ("en", "es")


def test_an_edition_that_leaves_everything_out_says_so(content, tmp_path):
    """And speaks of no listing without a name."""
    content("translations/es/1-food.yaml", "title: Comida\n")
    _, problems = prepared(tmp_path, languages=("es",), untranslated="leave out")
    (problem,) = [each for each in problems if each.level == ERROR]
    assert (
        problem.name == "empty-edition"
        and "no listing of it is translated as a whole" in problem.message
        and '""' not in problem.message
    )


def test_an_edition_in_the_language_of_the_guide_needs_no_translation(content, tmp_path):
    """Nor does one that names it twice."""
    for languages in ((), ("en",), ("en", "en")):
        found, problems = prepared(tmp_path, languages=languages)
        assert (found.guide.language, found.second, found.whole, problems) == (
            "en",
            None,
            guide_in(tmp_path),
            (),
        )


def test_a_language_without_words_of_the_tool_is_told(content, tmp_path):
    """They are printed in English."""
    content("translations/tlh/1-food.yaml", "title: Soj\n")
    problems = prepared(tmp_path, languages=("tlh",))[1]
    assert ("language", WARNING) in [(problem.name, problem.level) for problem in problems]
    assert "language" not in [problem.name for problem in prepared(tmp_path, languages=("en",))[1]]
