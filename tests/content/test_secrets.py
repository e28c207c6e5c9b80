"""What must not be repeated: which addresses are secret, and that no message holds their text."""

from pathlib import Path

import pytest

from guide.content.secrets import find_texts, has_secret, hide_comments, hide_secret, is_secret
from guide.errors import Problem
from guide.problems.content import HIDDEN, UNCLEAR
from guide.reading.nodes import build_nodes
from guide.reading.source import Place, Source


@pytest.fixture
def read():
    """The node of YAML and its source."""

    def build(text):
        source = Source(Path("a.yaml"), Path("."))
        source.text = text
        return build_nodes(text, source), source

    return build


@pytest.mark.parametrize(
    "text, secret",
    [
        ("{confidential: yes, address_1: 12 Pier Street}", True),
        ("{confidential: maybe}", True),
        ("{Confidential : YES}", True),
        ("{confidential: }", True),
        ("{confidential: no}", False),
        ("{confidential: FALSE}", False),
        ("{address_1: 12 Pier Street}", False),
        ("12 Pier Street", False),
        ("[confidential]", False),
    ],
)
def test_an_address_is_secret_unless_it_plainly_is_not(read, text, secret):
    """A word that nobody understands is no reason to print it."""
    assert is_secret(read(text)[0]) is secret


@pytest.mark.parametrize(
    "text, secret",
    [
        ("{address: confidential}", True),
        ("{address: {confidential: yes}}", True),
        ("{address: {confidential: no}}", False),
        ("{address: {city: Oakland}}", False),
        ("{name: confidential}", False),
        ("confidential", False),
    ],
)
def test_a_location_with_a_secret_address(read, text, secret):
    assert has_secret(read(text)[0]) is secret


def test_problems_of_a_secret_lose_its_text(read):
    """Those before it, and those with other names, stay as they are."""
    node, source = read("a: 1")
    for name, message in (
        ("x", "before"),
        ("x", "12 Pier Street"),
        ("y", "open"),
        ("x", '"confidential" is "p"'),
    ):
        source.problems.append(Problem(mark=source.mark(node[1]), name=name, message=message))
    hide_secret(source, 1, ("x",))
    assert [problem.message for problem in source.problems] == ["before", HIDDEN, "open", UNCLEAR]
    hide_secret(source, 0)
    assert [problem.message for problem in source.problems] == [HIDDEN, HIDDEN, HIDDEN, UNCLEAR]


def test_texts_know_whether_they_are_of_a_secret(read):
    text = "name: A\naddress:\n  confidential: yes\n  address_1: Pier\nphones: [1]\n"
    found = [secret for _, secret in find_texts(read(text)[0], False)]
    assert found == [False, False, False, True, True, True, True, False, False]


def test_a_comment_behind_a_secret_is_not_repeated(read):
    """One behind another text is."""
    text = "name: A # one\naddress:\n  confidential: yes\n  address_1: Pier # two\n"
    node, source = read(text)
    for line, message in ((0, "# one"), (3, "# two")):
        mark = source.mark(Place(0, line, 20))
        source.problems.append(Problem(mark=mark, name="comment", message=message))
    hide_comments(source, node)
    assert [problem.message for problem in source.problems] == ["# one", HIDDEN]
