"""The text of a section file, read by the program itself."""

from guide.content.load import load_guide
from guide.exchange.items import Item, NewSection
from guide.exchange.origin import Origin
from guide.exchange.write.section_file import section_text

ROWS = (Origin("a.csv", 2),)


def test_a_section_is_read_as_it_was_written(tmp_path):
    """With its comments, and references to listings of other sections."""
    listing = Item(
        level="listing",
        key="7",
        rows=ROWS,
        values={"id": "food-bank", "name": "Food: Bank"},
        doubts={"name": "look"},
    )
    other = Item(level="listing", key="8", rows=ROWS, values={"id": "clinic", "name": "Clinic"})
    food = NewSection(id="food", title="Food", listings=(listing,), see=("clinic",))
    health = NewSection(id="health", title="Health", listings=(other,))
    (tmp_path / "sections").mkdir()
    for number, section in enumerate((food, health), 1):
        (tmp_path / "sections" / f"{number}-{section.id}.yaml").write_text(
            section_text(section, ["From a.csv."])
        )
    (tmp_path / "guide.yaml").write_text("title: T\nedition:\n  number: 1\n  date: 2026-11-30\n")
    guide, problems = load_guide(tmp_path)
    assert [problem for problem in problems if problem.level == "error"] == []
    assert [[listing.name for listing in section.listings] for section in guide.sections] == [
        ["Food: Bank"],
        ["Clinic"],
    ]
    text = (tmp_path / "sections" / "1-food.yaml").read_text()
    assert "    # look\n    name:" in text and text.endswith("  - see: clinic\n") and "# From a.csv." in text
