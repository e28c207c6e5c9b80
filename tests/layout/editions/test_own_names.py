"""Languages that call themselves by names that no face here has."""

from dataclasses import replace

import pytest

from guide.layout.editions.own_names import printable_names
from guide.layout.type.fonts import default_stacks


@pytest.fixture
def named(maker):
    """named("English, 한국어"): (what is printed, problems)."""

    def name(text, language="en"):
        office = maker.office("Oakland", languages=text)
        guide = maker.guide(
            maker.section(maker.listing(languages=text, locations=(office,))), language=language
        )
        guide, problems = printable_names(guide, default_stacks(language))
        (listing,) = guide.listings
        assert listing.languages == listing.locations[0].languages
        return listing.languages, problems

    return name


@pytest.mark.parametrize(
    "text, printed",
    [
        ("English, Spanish", "English, Spanish"),
        ("English, 한국어", "English, Korean"),
        ("한국어 (Korean), Tiếng Việt", "Korean, Tiếng Việt"),
        ("Amharic (አማርኛ); ትግርኛ", "Amharic; Tigrinya"),
        ("中文, العربية, हिन्दी, русский", "中文, العربية, हिन्दी, русский"),
        ("ភាសាខ្មែរ, ខ្មែរ / ไทย / ລາວ", "Khmer, Khmer / Thai / Lao"),
        ("English 한국어", "English Korean"),
        ("Հայերեն, ქართული, עברית", "Armenian, Georgian, Hebrew"),
        ("한글무엇", "한글무엇"),  # no language calls itself so: it is told as characters without a face
    ],
)
def test_names_that_no_face_has_are_those_of_the_guides_language(named, text, printed):
    """What can be printed stays as it was written."""
    assert named(text)[0] == printed


def test_the_guides_language_says_them(named):
    assert named("한국어", "es")[0] == "coreano"


def test_it_is_told_what_brings_the_face(named):
    """Once for each name, with how many listings have it."""
    _, problems = named("한국어")
    (problem,) = problems
    assert problem.level == "warning" and 'no face has "한국어", and "Korean" is printed' in problem.message
    assert "apt install fonts-nanum" in problem.hint and "and 1 more" in problem.message


def test_with_a_face_nothing_is_exchanged(with_faces, named):
    with_faces("Hang")
    assert named("English, 한국어") == ("English, 한국어", ())


def test_a_guide_of_plain_letters_is_the_same_object(maker):
    """It costs nothing."""
    guide = maker.guide(maker.section(maker.listing(languages="English")))
    assert printable_names(guide, default_stacks())[0] is guide
    other = replace(guide.listings[0], languages="中文")
    guide = replace(guide, sections=(replace(guide.sections[0], listings=(other,)),))
    assert printable_names(guide, default_stacks())[0] is guide
