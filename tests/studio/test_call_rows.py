"""What somebody on the telephone asks."""

from guide.studio.call_rows import asked_of, missing_of
from guide.studio.fields import form_of
from guide.studio.owners import Owner
from guide.studio.views.guide import shown_values
from guide.studio.wording import words_of
from tests.studio.conftest import open_studio

WORDS = words_of("en")


def asked(studio, own="pantry"):
    """{key: what is asked}, and the keys that are missing."""
    listings = studio.seen.project.guide.listings
    listing = next(each for each in listings if each.id == own)
    owner = Owner("listing", own)
    groups = form_of("listing", shown_values(studio, owner), (), WORDS)
    rows = asked_of(groups, listing, {each.id: each.name for each in listings}, WORDS)
    return {each.field.key: each for each in rows}, [each.key for each in missing_of(groups)]


def test_offices_are_a_line_each(studio):
    """As they are printed, hours too."""
    rows, missing = asked(studio)
    first, second = rows["locations"].lines
    assert first.startswith("North, 1 Elm Street, Chicago, IL, 60601, 773-471-0113, Mon")
    assert second == "South, 2 Oak Street, Chicago, IL, 60602, 773-471-0114"
    assert "phones" not in rows and "address" not in missing and "hours" not in missing
    assert {"email", "website", "fees_description", "languages"} <= set(missing)


def test_of_a_text_the_first_words_are_read(studio, change):
    """Mentions by their names."""
    change("food", "Groceries for everybody.", "Ask [[shelter]] first. " + "word " * 20)
    studio.look_again()
    (line,) = asked(studio)[0]["description"].lines
    assert line == "Ask Night Shelter first. word word word word word word word word\u2026"


def test_a_secret_street_is_in_no_row(folder, change):
    """Whether it is the listing's own or an office's, whole or the word alone."""
    change("food", "1 Elm Street, city", "9 Hidden Way, confidential: yes, city")
    change("beds", "    description: A bed", "    address: confidential\n    description: A bed")
    studio = open_studio(folder)
    rows, _ = asked(studio)
    assert rows["locations"].is_secret and "Hidden" not in str(rows)
    assert asked(studio, "shelter")[0]["address"].is_secret
    assert not asked(studio, "kitchen")[0]["hours"].is_secret


def test_choices_are_said_in_words(studio, change):
    change("food", "    name: Soup Kitchen\n", "    name: Soup Kitchen\n    closed: yes\n")
    studio.look_again()
    rows, missing = asked(studio, "kitchen")
    assert rows["closed"].lines == ("Yes",) and rows["hours"].lines == ("By appointment",)
    assert missing[0] == "address"
