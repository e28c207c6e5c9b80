"""The list of the guide."""

from guide.studio.history import History, Step
from guide.studio.owners import owner_of
from guide.studio.tree import counts_of, language_names, state_of, tree_of
from guide.studio.wording import words_of

WORDS = words_of("en")


def rows_of(studio):
    """The rows of the list."""
    return tree_of(studio, WORDS, History(studio.out))


def signs(studio):
    """{owner: (number, signs)} of sections and listings."""
    return {
        row["owner"]: (row["number"], [each["sign"] for each in row["badges"]])
        for row in rows_of(studio)
        if row["owner"] != "guide"
    }


def test_first_and_last_pages_stand_around_the_sections(studio):
    """Each row opens a part of the form of the guide."""
    parts = [
        (place, row.get("part", "")) for place, row in enumerate(rows_of(studio)) if row["owner"] == "guide"
    ]
    assert parts == [(0, ""), (2, "help"), (3, "first"), (10, "last")]


def test_a_row_says_when_it_was_checked_and_changed(studio, change):
    """By which the list is ordered; a change that was undone counts no more."""
    History(studio.out).add(
        Step(owner="listing/pantry", name="Elm Pantry"), Step(owner="listing/pantry", name="Elm Pantry")
    )
    rows = {row["owner"]: row for row in rows_of(studio)}
    assert rows["listing/pantry"]["checked"] == "2026-04-01"
    assert rows["listing/pantry"]["changed"] > rows["listing/kitchen"]["changed"] == 0
    change("food", "A hot meal", "A warm meal")
    studio.look_again()
    rows = {row["owner"]: row for row in rows_of(studio)}
    assert rows["listing/kitchen"]["changed"] >= rows["listing/pantry"]["changed"]


def test_rows_are_in_the_order_of_print_with_printed_numbers(studio):
    rows = signs(studio)
    assert list(rows) == [
        "style/paper",
        "section/beds",
        "listing/shelter",
        "listing/hidden",
        "section/food",
        "listing/pantry",
        "listing/kitchen",
    ]
    assert [number for number, _ in rows.values()] == ["", "1", "1", "", "2", "2", "3"]


def test_a_section_that_is_not_printed_has_no_number(studio, folder):
    """Neither in the list nor in its form; that of the next one is as it is printed."""
    (folder / "sections/aaa.yaml").write_text("title: Nothing yet\n", encoding="utf-8")
    studio.look_again()
    numbers = {owner: number for owner, (number, _) in signs(studio).items()}
    assert [numbers[f"section/{name}"] for name in ("aaa", "beds", "food")] == ["", "1", "2"]
    assert [
        state_of(owner_of(each), studio, WORDS)["number"] for each in ("section/aaa", "section/food")
    ] == ["", "2"]


def test_signs_say_how_it_is(studio, change):
    change("food", "    verified: 2026-04-01\n  - id: kitchen", "    status: closed for now\n  - id: kitchen")
    change("food", "address: {address_1", "address: {confidential: yes, address_1")
    change("beds", "verified: 2026-04-01", "verified: 2024-10-01")
    change("food", "773-471-0121", "312-055-2755")
    studio.look_again()
    rows = signs(studio)
    assert rows["listing/hidden"][1] == ["unprinted", "never"]
    assert rows["listing/pantry"][1][-3:] == ["closed", "never", "secret"]
    assert rows["listing/shelter"][1] == ["warning", "stale"]
    assert rows["listing/kitchen"][1][0] in ("warning", "problem")
    counts = counts_of(studio)
    assert counts.problems + counts.warnings == len(studio.seen.findings)


def test_without_a_guide_there_are_no_rows(tmp_path):
    from tests.studio.conftest import open_studio

    assert rows_of(open_studio(tmp_path / "none")) == []


def test_an_owner_alone_has_the_row_of_the_list(studio):
    for row in rows_of(studio):
        if row["owner"] != "guide":
            alone = state_of(owner_of(row["owner"]), studio, WORDS)
            alone["badges"] = [each for each in alone["badges"] if each["sign"] != "ok"]
            assert alone.items() <= row.items()
    assert state_of(owner_of("guide"), studio, WORDS)["number"] == ""


def test_a_row_says_in_which_languages_it_is_out_of_date(studio, change, folder):
    (folder / "translations/es").mkdir(parents=True)
    (folder / "translations/es/food.yaml").write_text(
        "listings:\n  kitchen:\n    description: {of: 00000000, text: Una comida fría.}\n", encoding="utf-8"
    )
    studio.look_again()
    rows = {row["owner"]: row for row in rows_of(studio)}
    assert language_names(studio, WORDS) == {"es": "Spanish"}
    assert rows["listing/pantry"]["outdated"] == []
    assert rows["listing/kitchen"]["outdated"] == ["es"]


def test_a_form_says_when_its_listing_was_checked(studio, change):
    """Not where that was long ago: then the sign of the list says it."""
    words = [each["words"] for each in state_of(owner_of("listing/pantry"), studio, WORDS)["badges"]]
    assert "Checked April 1, 2026" in words
    change("food", "verified: 2026-04-01", "verified: 2024-10-01")
    studio.look_again()
    signs = [each["sign"] for each in state_of(owner_of("listing/pantry"), studio, WORDS)["badges"]]
    assert "ok" not in signs and "stale" in signs
