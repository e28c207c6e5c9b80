"""The parser's errors in plain words, the same from both parsers."""

from pathlib import Path

import pytest
import yaml

from guide.reading import nodes
from guide.reading.source import Source

CASES = Path(__file__).parent.parent / "cases" / "bad"
WORDS = "this cannot be read"


def explain(text):
    """The problems of a YAML text."""
    source = Source(Path("a.yaml"), Path("."))
    source.text = text
    nodes.build_nodes(text, source)
    return source.problems


@pytest.mark.parametrize("parser", [yaml.BaseLoader, nodes.LOADER], ids=["pure", "C"])
@pytest.mark.parametrize("path", sorted(CASES.glob("*/*/*.yaml")), ids=lambda path: path.parts[-3])
def test_every_error_has_words(path, parser, monkeypatch):
    """No case falls through to the words for what nobody thought of."""
    monkeypatch.setattr(nodes, "LOADER", parser)
    assert not [problem for problem in explain(path.read_text(encoding="utf-8")) if WORDS in problem.message]


@pytest.mark.parametrize(
    "text, place, name",
    [
        ("a: b: c\n", (1, 5), "not-yaml"),
        ("a:\n\tb: c\n", (2, 1), "tab"),
        ("a: 'b\n", (1, 4), "not-yaml"),
        ("a: [b\n", (1, 4), "not-yaml"),
        ("a: @b\n", (1, 4), "not-yaml"),
        ("a: x\nb\n", (2, 1), "not-yaml"),
        ('a: "b" c\n', (1, 8), "not-yaml"),
    ],
)
def test_an_error_is_placed_where_it_is_mended(text, place, name):
    """The place is where the mistake is, not where the parser gave up."""
    (problem,) = explain(text)
    assert (problem.mark[1:], problem.name) == (place, name)
    assert problem.hint


@pytest.mark.parametrize("key", ["confidential", "Confidential", "CONFIDENTIAL"])
def test_a_text_that_may_be_confidential_is_not_repeated(key):
    """However the key is written."""
    (problem,) = explain(f"address:\n  {key}: yes\n  station: Rear: Pier Street\n")
    assert "Pier" not in problem.message + problem.hint
    (problem,) = explain("address:\n  station: Rear: Pier Street\n")
    assert 'station: "Rear: Pier Street"' in problem.hint
