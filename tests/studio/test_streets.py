"""Secret streets."""

from guide.studio.streets import TOKEN, Streets, has_secret, is_secret

ADDRESS = {"confidential": "yes", "address_1": "1 Elm Street", "city": "Chicago"}
OFFICE = {"name": "North", "care_of": "Mrs. Hill", "address": ADDRESS}


def test_what_leads_there_is_hidden_and_found():
    """Of the office too."""
    streets = Streets("salt")
    hidden = streets.hidden([OFFICE, {"address": {"city": "A"}}])
    assert "Elm" not in str(hidden) and "Hill" not in str(hidden) and "Chicago" in str(hidden)
    assert streets.found(hidden, {"locations": [OFFICE]}) == [OFFICE, {"address": {"city": "A"}}]
    assert streets.found(hidden, [])[0]["address"] == {"confidential": "yes", "city": "Chicago"}
    token = hidden[0]["address"][TOKEN]
    assert (
        streets.behind(token, [OFFICE]) == {"address_1": "1 Elm Street"}
        and streets.behind("x", [OFFICE]) == {}
    )


def test_tokens_say_nothing_without_the_salt():
    assert Streets("a").hidden(ADDRESS)[TOKEN] != Streets("b").hidden(ADDRESS)[TOKEN]


def test_what_is_secret():
    """A word that is unclear is taken for yes."""
    assert is_secret("Confidential") and is_secret({"confidential": "perhaps"})
    assert not is_secret({"confidential": "no"}) and not is_secret(None) and not is_secret({"city": "A"})
    assert has_secret([OFFICE]) and not has_secret([{"name": "A", "address": {"city": "B"}}])
