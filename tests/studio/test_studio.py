"""The content folder while the studio is open."""

import threading

from guide.studio import studio as studio_module
from guide.studio.owners import Owner
from guide.studio.studio import Changed, written_in
from tests.studio.conftest import open_studio


def test_a_change_from_outside_is_taken_in_and_told(studio, change):
    """By key; the number rises."""
    told = []
    studio.events.tell = lambda name, data: told.append((name, data))
    change("food", "Elm Pantry", "Oak Pantry")
    assert studio.look_again() == [Changed(Owner("listing", "pantry"), "name")]
    row = {"owner": "listing/pantry", "key": "name", "name": "Oak Pantry"}
    assert told[0] == ("changed", {"version": 2, "by": "", "keys": [row], "languages": []})
    assert studio.look_again() == [] and studio.seen.revision == 1


def test_what_changes_outside_in_the_same_moment_is_told_as_from_outside(studio, change):
    """One look finds both."""
    told = []
    studio.events.tell = lambda name, data: told.append(data)
    change("food", "Elm Pantry", "Oak Pantry")
    change("beds", "Night Shelter", "Day Shelter")
    studio.look_again("tab", lambda each: each.owner.id == "pantry")
    keys = [(each["by"], [key["owner"] for key in each["keys"]]) for each in told if "by" in each]
    assert keys == [("tab", ["listing/pantry"]), ("", ["listing/shelter"])]


def test_what_changes_while_it_is_read_is_seen_whole(studio, change, monkeypatch):
    """The list and the page say what the form says."""
    read = studio_module.typed_project

    def changed_behind(*given):
        project = read(*given)
        monkeypatch.setattr(studio_module, "typed_project", read)
        change("food", "Elm Pantry", "Oak Pantry")
        return project

    monkeypatch.setattr(studio_module, "typed_project", changed_behind)
    studio.look_again()
    studio.look_again()
    assert studio.shown(Owner("listing", "pantry"), "name") == "Oak Pantry"
    assert "Oak Pantry" in [each.name for each in studio.seen.typed.guide.listings]


def test_two_judge_at_once(studio, monkeypatch):
    """One who was told from outside, and one who is writing: neither waits for the other for ever."""
    judged, inside, writing = studio_module.open_project, threading.Event(), threading.Event()

    def judged_slowly(*given, **options):
        inside.set()
        writing.wait(60)
        return judged(*given, **options)

    def write():
        with studio.lock:
            writing.set()
            studio.judge()

    monkeypatch.setattr(studio_module, "open_project", judged_slowly)
    both = [threading.Thread(target=each, daemon=True) for each in (studio.judge, write)]
    both[0].start()
    assert inside.wait(60)
    both[1].start()
    for each in both:
        each.join(60)
        assert not each.is_alive()


def test_what_comes_and_goes_is_told_without_a_key(studio, change):
    change("food", "- id: kitchen", "- id: soup")
    assert studio.look_again() == [
        Changed(Owner("listing", "kitchen"), ""),
        Changed(Owner("listing", "soup"), ""),
    ]


def test_errors_keep_nothing_from_being_seen(studio, change):
    """What could be read is there."""
    change("food", "phones:", "phnoes:")
    studio.look_again()
    assert studio.seen.project.guide and any(each.is_error for each in studio.seen.findings)
    assert studio.name_of(Owner("listing", "pantry")) == "Elm Pantry"


def test_a_section_that_cannot_be_read_leaves_the_others(studio, change):
    change("food", "listings:", "listings: [")
    studio.look_again()
    assert studio.name_of(Owner("listing", "shelter")) == "Night Shelter"
    assert studio.name_of(Owner("listing", "pantry")) == "pantry"


def test_an_edition_is_drawn_once_for_a_state(studio, change):
    one = studio.drawing("")
    assert studio.drawing("") is one and one.pages
    change("food", "Elm Pantry", "Oak Pantry")
    studio.look_again()
    assert studio.drawing("") is not one


def test_a_folder_without_a_guide_opens(tmp_path):
    """And says what is missing."""
    assert open_studio(tmp_path / "none").seen.findings


def test_checks_come_later_and_are_told(folder, change):
    """What reading tells is known at once; what the checks found stays until they are made again."""
    studio, told = open_studio(folder, later=60), []
    assert studio.seen.checks == []
    change("beds", "verified: 2026-04-01", "verified: 2020-04-01")
    studio.look_again()
    studio.events.tell = lambda name, data: told.append(name)
    before = studio.seen.version
    studio.judge()
    assert told == ["checked"] and studio.seen.version == before + 1
    assert "stale" in [each.name for each in studio.seen.checks]
    change("beds", "773-471-0131", "773-471-0131\n        type: faks")
    studio.look_again()
    names = [each.name for each in studio.seen.findings]
    assert "stale" in names and "phone-type" in names
    change("beds", "verified: 2020-04-01", "verified: 2026-04-01")
    studio.look_again()
    assert "stale" not in [each.name for each in studio.seen.findings]
    studio.waiting.cancel()


def test_a_change_of_a_translation_alone_is_told_too(studio, folder):
    told = []
    studio.events.tell = lambda name, data: told.append((name, data))
    path = folder / "translations/es/food.yaml"
    path.parent.mkdir(parents=True)
    path.write_text("title:\n  text: Comida\n", encoding="utf-8")
    assert studio.look_again() == []
    assert told[0] == ("changed", {"version": 2, "by": "", "keys": [], "languages": ["es"]})
    studio.look_again()
    assert [name for name, _ in told].count("changed") == 1


def test_what_is_hidden_or_made_is_no_content(studio):
    """Git writes in its folder, and a build in its own, while the content is read."""
    for path in (studio.content / ".git/index", studio.content / "out/guide.pdf", studio.content / ".swap"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    names = {path.name for path in written_in(studio.content, studio.content / "out")}
    assert names == {"guide.yaml", "food.yaml", "beds.yaml"}
