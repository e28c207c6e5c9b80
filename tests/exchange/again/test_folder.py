"""A content folder as its texts say it now."""

import pytest

from guide.errors import GuideError
from guide.exchange.again.folder import read_here, with_sections


def made(folder, main="title: T\ncountry: CA\n", **sections):
    """A content folder."""
    (folder / "sections").mkdir()
    (folder / "guide.yaml").write_text(main)
    for name, text in sections.items():
        (folder / "sections" / f"{name}.yaml").write_text(text)
    return folder


def test_sections_and_listings_are_found_by_their_ids(tmp_path):
    """A section without an id has its file's name."""
    here = read_here(
        made(
            tmp_path,
            food="id: meals\nlistings:\n- id: a\n  name: A\n",
            health="title: H\nlistings: {id: b, name: B}\n",
        )
    )
    assert list(here.sections) == ["meals", "health"]
    assert {own: (section, dict(values)) for own, (section, values) in here.listings.items()} == {
        "a": ("meals", {"id": "a", "name": "A"}),
        "b": ("health", {"id": "b", "name": "B"}),
    }
    assert here.country == "CA" and read_here(tmp_path / "nowhere").main == b""


def test_only_sections_that_the_guide_lists_are_its_own(tmp_path):
    """In their order."""
    here = read_here(
        made(tmp_path, "sections: [sections/b.yaml, sections/missing.yaml]\n", a="id: a\n", b="id: b\n")
    )
    assert list(here.sections) == ["b"]


def test_a_broken_file_is_told(tmp_path):
    """It has to be mended before anything is merged into it."""
    with pytest.raises(GuideError) as error:
        read_here(made(tmp_path, food="listings: [\n"))
    assert [problem.name for problem in error.value.problems] == ["not-editable"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "sections:\n  - a.yaml # first\n# end\n",
            "sections:\n  - a.yaml # first\n  - b.yaml\n  - c.yaml\n# end\n",
        ),
        ("sections: [a.yaml]\n", "sections: [a.yaml, b.yaml, c.yaml]\n"),
        (
            "\ufeffsections:\r\n- a.yaml\r\ntitle: T\r\n",
            "\ufeffsections:\r\n- a.yaml\r\n- b.yaml\r\n- c.yaml\r\ntitle: T\r\n",
        ),
        ("title: T\n", "title: T\n"),
    ],
)
def test_a_guide_that_lists_its_sections_lists_the_new_ones(before, after, tmp_path):
    """One that lists none takes all that there are."""
    assert with_sections(before.encode(), ["b.yaml", "c.yaml"], tmp_path).decode() == after
