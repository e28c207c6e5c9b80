"""The keys that say which parts an edition has beside its listings."""

import pytest

from guide.content.edition import EDITION, load_editions
from guide.content.edition_parts import PARTS
from guide.content.file import read_file


@pytest.fixture
def load(tmp_path):
    """Reads an edition file: (edition, lines)."""

    def load_file(text):
        (tmp_path / "editions").mkdir(exist_ok=True)
        (tmp_path / "editions" / "x.yaml").write_text(text, encoding="utf-8")
        editions, problems = load_editions(tmp_path, read_file)
        return editions.get("x"), [str(problem).replace(f"{tmp_path}/editions/", "") for problem in problems]

    return load_file


@pytest.mark.parametrize(
    "text, key, value",
    [
        ("contents: no", "contents", "none"),
        ("contents: Listing", "contents", "listing"),
        ("signs: no", "signs", "none"),
        ("signs: yes", "signs", "page 2"),
        ("about: Page 2", "about", "page 2"),
        ("how_to_use: none", "how_to_use", "none"),
        ("index: no", "index", ()),
        ("index: none", "index", ()),
        ("index: topic", "index", ("topic",)),
        ("index: [topic, name]", "index", ("name", "topic")),
        ("form: no", "form", False),
    ],
)
def test_what_is_written_is_read(load, text, key, value):
    edition, lines = load(text)
    assert lines == [] and getattr(edition, key) == value


@pytest.mark.parametrize(
    "text, said",
    [
        ("contents: sections", 'x.yaml:1:11: "contents" cannot be "sections"; did you mean "section"?'),
        ("signs: cover", 'x.yaml:1:8: "signs" cannot be "cover"; write one of: page 2, none'),
        ("index: [name, city]", 'x.yaml:1:15: "index" cannot be "city"; write one of: name, place, topic'),
        ("form: perhaps", 'x.yaml:1:7: "form" is "perhaps"'),
    ],
)
def test_other_words_are_one_problem(load, text, said):
    _, lines = load(text)
    assert len(lines) == 1 and lines[0].startswith(said), lines


def test_they_are_keys_of_editions():
    assert {each.key for each in PARTS} <= {each.key for each in EDITION.fields}
