"""Content files as plain values: what the loader of YAML says, sooner."""

import pytest
import yaml

from guide.content.plain import as_read, known_as_read, plain_of, trimmed
from guide.reading.nodes import LOADER

TEXTS = [
    "a: b\n",
    "listings:\n  - id: x\n    name: ' y '\n    hours:\n      - one\n      - |+\n        two\n\n    z: >-\n      folded\n      text\n",
    "a: {b: [c, {d: e}], f: ''}\n",
    "- a\n- [b]\n",
    "a: 1\na: 2\n",
    "just words \n",
    "",
    "# a comment\n",
    "a: &x b\nc: *x\n",
    "a: !!str b\n",
    "a: 'b  '\nc: \"d\\n\"\n",
    "a: b\n---\n",
]


@pytest.mark.parametrize("text", TEXTS)
def test_it_says_what_the_loader_says(text):
    """Of what is usual and of what is not."""
    try:
        expected = trimmed(yaml.load(text, LOADER))
    except yaml.YAMLError as error:
        with pytest.raises(type(error)):
            as_read(text)
    else:
        assert as_read(text) == expected == known_as_read(text)


@pytest.mark.parametrize("text", ["a: [", "? [a]\n: b\n", "a: b\n---\nc: d\n"])
def test_what_cannot_be_read_is_an_error(text):
    with pytest.raises(yaml.YAMLError):
        as_read(text)


def test_most_is_read_without_the_loader():
    assert plain_of(LOADER(TEXTS[1]).get_event) == as_read(TEXTS[1])
    assert as_read(TEXTS[1])["listings"][0]["hours"] == ["one", "two"]
