"""Numbers written into the content."""

from guide.content.edit_numbers import numbered_files
from guide.content.load import load_guide
from guide.content.numbers import next_numbers

GUIDE = "# ours\ntitle: A\nedition: {number: 1, colour: blue, date: 2026-04-01}  # raise it\n"
FOOD = "title: Food\nlistings:\n  # first\n  - id: bank\n    name: Bank # so\n    summary: Food\n  - {id: pantry, name: Pantry}\n"


def test_only_the_numbers_are_new_and_comments_stay(tmp_path):
    (tmp_path / "sections").mkdir()
    (tmp_path / "guide.yaml").write_text(GUIDE)
    (tmp_path / "sections/food.yaml").write_text(
        FOOD.replace("{id: pantry, name: Pantry}", "id: pantry\n    name: Pantry")
    )
    guide, _ = load_guide(tmp_path)
    files = {path.name: now.decode() for path, (_, now) in numbered_files(guide, next_numbers(guide)).items()}
    assert "    name: Bank # so\n    number: 1\n    summary: Food\n" in files["food.yaml"]
    assert files["food.yaml"].startswith("title: Food\nlistings:\n  # first\n")
    assert files["guide.yaml"].startswith("# ours\ntitle: A\n") and "# raise it" in files["guide.yaml"]
    for name, text in files.items():
        (tmp_path / ("sections" if name == "food.yaml" else ".") / name).write_text(text)
    again, _ = load_guide(tmp_path)
    assert (again.numbers, again.highest_number, again.entries) == ("stable", 2, {"bank": 1, "pantry": 2})
    assert numbered_files(again, {}) == {}
