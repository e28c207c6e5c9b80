"""What a second import does to a folder."""

from dataclasses import replace

from guide.exchange.again.folder import read_here
from guide.exchange.again.plan import files_of, plan_import, with_known_ids
from guide.exchange.again.state import State
from guide.exchange.items import Item, NewSection
from guide.exchange.ledger import Ledger
from guide.exchange.origin import Origin

DAY = "2026-11-30"


def listing(key, **values):
    """A listing as it comes."""
    return Item(level="listing", key=key, rows=(Origin("a.csv", 2),), values=values)


def section(*listings, own="food"):
    """A section as it comes."""
    return NewSection(id=own, title=own.title(), listings=listings)


def bring(folder, sections, state):
    """Import into a folder; (the new state, kinds of what was told)."""
    ledger, here = Ledger(), read_here(folder)
    sections = with_known_ids(sections, here, state)
    plan = plan_import(sections, here, state, DAY, ledger)
    for path, data in files_of(plan, sections, here, folder, []).items():
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_bytes(data)
    return replace(state, came=plan.came), [note.kind for note in ledger.notes]


def start(folder, *listings):
    """A folder after a first import."""
    (folder / "guide.yaml").write_text("title: T\n")
    state, told = bring(folder, [section(*listings)], State())
    assert told == []
    return state


def text(folder):
    """What the section file says."""
    return (folder / "sections" / "1-food.yaml").read_text()


A, B = {"id": "a", "name": "A", "email": "a@b.org"}, {"id": "b", "name": "B"}


def test_the_same_data_again_changes_nothing(tmp_path):
    """Not a letter."""
    state = start(tmp_path, listing("1", **A), listing("2", **B))
    before = text(tmp_path)
    assert bring(tmp_path, [section(listing("1", **A), listing("2", **B))], state) == (state, [])
    assert text(tmp_path) == before


def test_local_edits_stay_and_news_come(tmp_path):
    """A conflict has both values and is told."""
    state = start(tmp_path, listing("1", **A), listing("2", **B))
    path = tmp_path / "sections" / "1-food.yaml"
    path.write_text(
        text(tmp_path)
        .replace("name: A", "name: Mine  # better")
        .replace("name: B", "name: B\n    alert: New")
    )
    state, told = bring(
        tmp_path,
        [
            section(
                listing("1", id="x", name="Theirs", email="c@d.org"),
                listing("2", **B),
                listing("3", id="a", name="C"),
            )
        ],
        state,
    )
    assert (
        "    # the source of 2026-11-30 has name: Theirs\n    name: Mine  # better\n    email: c@d.org\n"
        in text(tmp_path)
    )
    assert "    alert: New\n" in text(tmp_path) and "  - id: a-2\n    name: C\n" in text(tmp_path)
    assert told == [
        "changed here and in the source, stays as it is here",
        "changed in the source",
        "new listing",
    ]
    before = text(tmp_path)
    assert (
        bring(
            tmp_path,
            [
                section(
                    listing("1", id="x", name="Theirs", email="c@d.org"),
                    listing("2", **B),
                    listing("3", id="a", name="C"),
                )
            ],
            state,
        )[1]
        == []
    )
    assert text(tmp_path) == before


def test_what_is_gone_is_not_printed_and_comes_back(tmp_path):
    """What somebody changed here is printed still."""
    state = start(tmp_path, listing("1", **A), listing("2", **B))
    before = text(tmp_path)
    state, told = bring(tmp_path, [section(listing("2", **B))], state)
    assert "    print: no\n    print_reason: Not in the source any more (2026-11-30)\n" in text(tmp_path)
    assert told == ["gone from the source, printed no more"]
    state, told = bring(tmp_path, [section(listing("1", **A), listing("2", **B))], state)
    assert text(tmp_path) == before and state.came["a"].gone is False
    (tmp_path / "sections" / "1-food.yaml").write_text(before.replace("name: B", "name: Mine"))
    assert bring(tmp_path, [section(listing("1", **A))], state)[1] == [
        "gone from the source, but changed here: is printed still"
    ]


def test_what_was_taken_out_here_stays_out(tmp_path):
    """It is told each time."""
    state = start(tmp_path, listing("1", **A), listing("2", **B))
    path = tmp_path / "sections" / "1-food.yaml"
    path.write_text(text(tmp_path).split("  - id: b")[0])
    assert bring(tmp_path, [section(listing("1", **A), listing("2", **B))], state)[1] == [
        "taken out here, stays out"
    ]
    assert "id: b" not in text(tmp_path)


def test_a_new_section_is_a_new_file_that_the_guide_lists(tmp_path):
    """Behind the others."""
    state = start(tmp_path, listing("1", **A))
    (tmp_path / "guide.yaml").write_text("title: T\nsections:\n  - sections/1-food.yaml\n")
    bring(
        tmp_path, [section(listing("1", **A)), section(listing("9", id="z", name="Z"), own="health")], state
    )
    assert (
        (tmp_path / "guide.yaml")
        .read_text()
        .endswith("  - sections/1-food.yaml\n  - sections/2-health.yaml\n")
    )
    assert "id: z" in (tmp_path / "sections" / "2-health.yaml").read_text()


def test_a_guide_that_was_written_by_hand_keeps_its_ids(tmp_path):
    """A listing that comes takes another one."""
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text("title: T\n")
    (tmp_path / "sections" / "own.yaml").write_text("id: own\nlistings:\n  - id: a\n    name: Ours\n")
    bring(tmp_path, [section(listing("1", **A))], State())
    assert "id: a-2" in (tmp_path / "sections" / "2-food.yaml").read_text()
    assert (
        tmp_path / "sections" / "own.yaml"
    ).read_text() == "id: own\nlistings:\n  - id: a\n    name: Ours\n"
