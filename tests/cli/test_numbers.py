"""The command numbers."""

from pypdf import PdfReader


def test_listings_get_numbers_once_and_keep_them(command, small):
    """A listing that goes takes its number with it; a new one before the others gets the next."""
    assert command("numbers").out == [
        "1  Harbor Food Bank (food-bank)",
        "2  Night Shelter (night-shelter)",
        "Gave the numbers 1 to 2 to 2 listings.",
    ]
    assert command("numbers").out == ["Every listing has its number; the highest is 2."]
    path = small / "sections/b.yaml"
    path.write_text(
        "title: Shelter\nlistings:\n  - id: day-shelter\n    name: Day Shelter\n", encoding="utf-8"
    )
    run = command("check")
    assert any("Day Shelter has no number yet" in line for line in run.err)
    assert command("numbers").out[0] == "3  Day Shelter (day-shelter)"
    assert command("build", "--output", "a.pdf").code == 0
    words = " ".join(page.extract_text() for page in PdfReader("a.pdf").pages)
    assert "3" in words and "Day Shelter" in words


def test_two_listings_with_one_number_are_told_and_nothing_is_written(command, small):
    for name in "ab":
        path = small / f"sections/{name}.yaml"
        text = path.read_text(encoding="utf-8").rstrip("\n")
        path.write_text(f"{text}\n    number: 4\n", encoding="utf-8")
    before = (small / "guide.yaml").read_bytes()
    run = command("numbers")
    assert run.code == 1 and "has the number 4" in run.err[0]
    assert (small / "guide.yaml").read_bytes() == before


def test_a_call_sheet_is_known_by_the_numbers_that_stay(command, small):
    path = small / "sections/b.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "\n    number: 40\n", encoding="utf-8")
    (small / "guide.yaml").write_text(
        (small / "guide.yaml").read_text(encoding="utf-8") + "numbers: stable\n", encoding="utf-8"
    )
    assert command("verify", "40", "--date", "2026-01-01").out[0].startswith("Night Shelter: verified")
    assert command("verify", "1", "--date", "2026-01-01").code == 1
