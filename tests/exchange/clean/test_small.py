"""Days, ages, languages, areas."""

from guide.exchange.clean.small import age_of, areas_of, coded, day_of, divided, languages_of
from tests.exchange.clean.made import cell, cleaning, group, kinds


def test_days_as_people_and_programs_write_them():
    """The last one counts; 1900 stands for none, and a day to come is told."""
    run = cleaning()
    days = {
        "2014-05-06T00:00:00": "2014-05-06",
        "3/4/2015": "2015-03-04",
        "1900-01-01": "",
        "13.5.2020": "2020-05-13",
        "2099-01-01": "",
        "soon": "",
    }
    assert {text: day_of([cell(text)], run) for text in days} == days
    assert kinds(run) == ["day that is to come, left out", "day not read"]
    assert day_of([cell("2020-01-02"), cell("2021-01-02")], run) == "2021-01-02"


def test_ages_in_years():
    """What is no limit is none."""
    run = cleaning()
    ages = {
        "18": "18",
        "18+": "18",
        "18 and older": "18",
        "60 years": "60",
        "0": "",
        "99": "",
        "120": "",
        "teens": "",
        "5.0": "5",
    }
    assert {text: age_of([cell(text)], run) for text in ages} == ages
    assert kinds(run) == ["age not read"]


def test_languages_by_their_codes():
    """Names in English and in Spanish, and codes however they are written; none stands twice, a sentence stays whole."""
    texts = (
        "English, Spanish; vi",
        "english",
        "Ingl\u00e9s",
        "ASL, spa, ZH",
        "Mixteco bajo, others by phone",
    )
    assert languages_of([cell(each) for each in texts], cleaning()) == [
        "en",
        "es",
        "vi",
        "ase",
        "zh",
        "Mixteco bajo",
        "others by phone",
    ]
    assert (coded("Haitian Creole"), coded("Call us")) == ("ht", "Call us")
    assert divided("Staff speak Spanish, and interpreters are available by phone.") == [
        "Staff speak Spanish, and interpreters are available by phone."
    ]


def test_an_area_in_a_sentence_is_the_area():
    """Without the words before it."""
    assert areas_of([cell("Serves all of Lane County, Oregon")], [], cleaning()) == [
        {"county": "Lane County"},
        {"state_province": "OR"},
    ]


def test_areas_are_counties_states_codes_and_cities():
    """A long list is told and left out."""
    run = cleaning()
    assert areas_of([cell("Cook County; Oregon, 97401")], [group(name="Lane", type="county")], run) == [
        {"county": "Cook County"},
        {"state_province": "OR"},
        {"postal_codes": ["97401"]},
        {"county": "Lane County"},
    ]
    assert areas_of([cell(", ".join(f"Place {number}" for number in range(20)))], [], run) == []
    assert kinds(run) == ["more than 12 areas, left out"]
