"""Steps in words."""

import time

from guide.studio.history import Step
from guide.studio.new_edition import new_edition, remove_edition
from guide.studio.owners import Owner
from guide.studio.said import label_of, said_of, text_of, when_said
from guide.studio.saves import Write
from guide.studio.wording import words_of

WORDS = words_of("en")
PANTRY = Owner("listing", "pantry")


def test_a_step_of_keys(saves):
    step = saves.write(PANTRY, [Write("name", "Oak Pantry", "Elm Pantry"), Write("email", "a@b.org", None)])
    said = said_of(step, saves.studio, WORDS)
    assert (said.name, said.what, said.is_there) == ("Elm Pantry", "Name as it is printed, E-mail", True)
    before, after = said.versions
    assert (before.text, before.can_come, before.is_now) == ("Elm Pantry", True, False)
    assert (after.text, after.can_come, after.is_now) == ("Oak Pantry\na@b.org", False, True)


def test_a_deleted_listing_is_told_by_what_it_said(saves):
    said = said_of(saves.listings.delete("kitchen"), saves.studio, WORDS)
    (version,) = said.versions
    assert said.what == "Deleted" and not said.is_there and version.can_come and not version.is_now
    assert "Name as it is printed: Soup Kitchen" in version.text and "kitchen\n" not in version.text


def test_values_are_lines_that_anyone_can_read():
    value = [{"number": "1", "type": "fax"}, {"number": "2"}]
    assert text_of(value, WORDS) == "Number: 1\nKind: fax\nNumber: 2"
    assert text_of({"address": {"city": "Chicago", "address_1": "1 Elm"}}, WORDS) == (
        "Address:\nCity: Chicago\nStreet and number: 1 Elm"
    )
    assert text_of({"from": "a@b.org"}, WORDS, "mail") == "Address that it comes from: a@b.org"
    assert text_of([{"name": "North"}], WORDS, "locations") == "Name of this office: North"
    assert label_of("fax_line", "listing", WORDS) == "Fax line" and label_of("title", "guide", WORDS)


def test_when_it_was():
    assert when_said(time.time(), WORDS).startswith("today at ")
    assert when_said(0.0, WORDS)[-12:-6] in (" 1970,", " 1969,")


def test_a_step_that_nobody_knows_has_its_name(saves):
    """From a later release."""
    said = said_of(Step(kind="more", owner="guide", name="x"), saves.studio, WORDS)
    assert said.what == "" and said.name == "Cover and first pages"


def test_editions_are_made_changed_and_removed(saves):
    """What their files said can come back; their keys are called as in their forms."""
    name = new_edition(saves, "Pocket", "pocket")
    changed = saves.write(Owner("edition", name), [Write("press", "n-up", None)])
    assert said_of(changed, saves.studio, WORDS).what == "How it is printed"
    step = saves.history.get(remove_edition(saves, name))
    said = said_of(step, saves.studio, WORDS)
    (version,) = said.versions
    assert (said.name, said.what, said.is_there, version.can_come) == ("Pocket", "Deleted", False, True)
    assert "press: n-up" in version.text
    assert not any(each.is_now for each in said_of(changed, saves.studio, WORDS).versions)
    assert said_of(saves.history.get(1), saves.studio, WORDS).what == "Made"
    saves.undo()
    assert said_of(changed, saves.studio, WORDS).versions[1].is_now


def test_a_translated_text_is_said_without_what_only_undoing_needs(studio):
    """Both versions; it is taken back by undoing it."""
    keys = {
        "description": ["Pan.", "Pan y leche."],
        "~description": ["description: Pan.", "description: ..."],
    }
    step = Step(number=1, kind="words", owner="translation/es/listing/pantry", name="Elm Pantry", keys=keys)
    said = said_of(step, studio, WORDS)
    assert (said.name, said.what) == ("Spanish words of Elm Pantry", "Text")
    assert [(each.side, each.text, each.can_come) for each in said.versions] == [
        ("before", "Pan.", True),
        ("after", "Pan y leche.", False),
    ]
