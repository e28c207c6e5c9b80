"""What the parts of a page are made from."""

from tests.web.pages import shown


def test_one_language():
    one = shown()
    assert one.both is one.guide and one.all_words is one.words and one.second is None and one.source == ""
    assert len(one.voices) == 1


def test_two_languages():
    """Titles are in both; what the page says itself is in the first."""
    two = shown(languages=("es", "en"))
    assert str(two.both.sections[0].title) == "Comida / Food" and two.speaker.second == "en"
    assert two.web.language == "es" and len(two.voices) == 2


def test_where_the_way_out_leads():
    assert shown().leave == "https://www.weather.gov/"
    assert shown(exit=False).leave == "" and shown(exit_to="https://a.example").leave == "https://a.example"
