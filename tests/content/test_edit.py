"""A verified date put into a file: nothing else in it changes, however the file is written."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.content.edit import as_read, set_values
from guide.errors import GuideError
from tests.thorough import examples

DAY = "2026-11-23"
TOP = "title: Food\nlistings:\n"


def changed(text, keys=None, path="a.yaml"):
    data = text if isinstance(text, bytes) else text.encode()
    return set_values(data, {"a": keys or {"verified": DAY}}, path).decode()


@pytest.mark.parametrize(
    "before, after",
    [
        ("  - id: a\n    name: A\n", "  - id: a\n    name: A\n    verified: 2026-11-23\n"),
        ("  - id: a\n    name: A", "  - id: a\n    name: A\n    verified: 2026-11-23"),
        (
            "  - id: a\n    name: A # note\n\n# the end\n",
            "  - id: a\n    name: A # note\n    verified: 2026-11-23\n\n# the end\n",
        ),
        (
            "  - id: a\n    verified: 2020-01-01 # note\n    name: A\n",
            "  - id: a\n    verified: 2026-11-23 # note\n    name: A\n",
        ),
        (
            "  - id: a\n    verified: '2020-01-01'\n    name: A\n",
            "  - id: a\n    verified: '2026-11-23'\n    name: A\n",
        ),
        (
            '  - id: a\n    "verified": "2020-01-01"\n    name: A\n',
            '  - id: a\n    "verified": "2026-11-23"\n    name: A\n',
        ),
        (
            '  - id: a\n    verified: "\\x32\\x3020-01-01"\n    name: A\n',
            '  - id: a\n    verified: "2026-11-23"\n    name: A\n',
        ),
        ("  - id: a\n    verified:\n    name: A\n", "  - id: a\n    verified: 2026-11-23\n    name: A\n"),
        (
            "  - id: a\n    verified :  # ask\n    name: A\n",
            "  - id: a\n    verified : 2026-11-23  # ask\n    name: A\n",
        ),
        (
            "  - id: a\n    verified: |\n      2020-01-01\n    name: A\n",
            "  - id: a\n    verified: |\n      2026-11-23\n    name: A\n",
        ),
        ("  - id: a\n    name: A\t\n", "  - id: a\n    name: A\t\n    verified: 2026-11-23\n"),
        ("  - id: a\n    name: A\t# note\n", "  - id: a\n    name: A\t# note\n    verified: 2026-11-23\n"),
        (
            "  - id: a\n    hours:\n      - Monday\n      -\n  - id: b\n",
            "  - id: a\n    hours:\n      - Monday\n      -\n    verified: 2026-11-23\n  - id: b\n",
        ),
        (
            "  - id: a\n    alert:\n  - id: b\n",
            "  - id: a\n    alert:\n    verified: 2026-11-23\n  - id: b\n",
        ),
        (
            "  - id: a\n    description: |\n      One.\n\n      Two.\n\n# note\n  - id: b\n",
            "  - id: a\n    description: |\n      One.\n\n      Two.\n    verified: 2026-11-23\n\n# note\n  - id: b\n",
        ),
        (
            "  - id: a\n    description: |+\n      One.\n\n\n  - id: b\n",
            "  - id: a\n    description: |+\n      One.\n    verified: 2026-11-23\n\n\n  - id: b\n",
        ),
        (
            "  - id: a\n    description: >-\n      One\n      two # no note\n",
            "  - id: a\n    description: >-\n      One\n      two # no note\n    verified: 2026-11-23\n",
        ),
        (
            "  - id: a\n    description: one\n      two\n  - id: b\n",
            "  - id: a\n    description: one\n      two\n    verified: 2026-11-23\n  - id: b\n",
        ),
        (
            "  - id: a\n    address: {city: Oakland} # note\n",
            "  - id: a\n    address: {city: Oakland} # note\n    verified: 2026-11-23\n",
        ),
        (
            "  - id: a\n    address:\n      city: Oakland\n  - id: b\n",
            "  - id: a\n    address:\n      city: Oakland\n    verified: 2026-11-23\n  - id: b\n",
        ),
        ("  - {id: a, name: A}\n", "  - {id: a, name: A, verified: 2026-11-23}\n"),
        ("  - {id: a, name: A, }\n", "  - {id: a, name: A, verified: 2026-11-23, }\n"),
        ("  - {id: a, verified: , name: A}\n", "  - {id: a, verified: 2026-11-23 , name: A}\n"),
        ("  - {id: a, verified, name: A}\n", "  - {id: a, verified: 2026-11-23, name: A}\n"),
        ("  - {id: a, name: A, verified: 2020-01-01}\n", "  - {id: a, name: A, verified: 2026-11-23}\n"),
        ('  - {"id": "a", "name": "A"}\n', '  - {"id": "a", "name": "A", "verified": "2026-11-23"}\n'),
        ("  - {id: a, name: A # note\n    }\n", "  - {id: a, name: A, verified: 2026-11-23 # note\n    }\n"),
        (
            "  - id: b\n    name: a\n  - name: A\n    id: 'a'\n",
            "  - id: b\n    name: a\n  - name: A\n    id: 'a'\n    verified: 2026-11-23\n",
        ),
        ("  id: a\n  name: A\n", "  id: a\n  name: A\n  verified: 2026-11-23\n"),
        ("- id: a\n  name: Ä 指\n", "- id: a\n  name: Ä 指\n  verified: 2026-11-23\n"),
        ("  -   id: a\n      name: A\n", "  -   id: a\n      name: A\n      verified: 2026-11-23\n"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", ["", "\ufeff"])
def test_only_the_day_changes(before, after, line_end, bom):
    """Comments, order, quotes, line ends, BOM and the end of the file stay as they are."""
    before, after = (bom + (TOP + text).replace("\n", line_end) for text in (before, after))
    assert changed(before) == after


def test_a_file_in_one_line():
    """Flow mappings all the way down."""
    before = '{"title": "Food", "listings": [{"id": "a", "name": "A"}, {"id": "b"}]}'
    assert changed(before) == before.replace('"A"', '"A", "verified": "2026-11-23"')


@pytest.mark.parametrize(
    "before, name, after",
    [
        ("", "Ann O'Neil", "    verified_by: Ann O'Neil\n"),
        ("", "yes", '    verified_by: "yes"\n'),
        ("", "Ann: nurse #1", '    verified_by: "Ann: nurse #1"\n'),
        ("", '"Q"', '    verified_by: "\\"Q\\""\n'),
        ("    verified_by: 'Bob'\n", "Ann O'Neil", "    verified_by: 'Ann O''Neil'\n"),
        ('    verified_by: "Bob" # x\n', 'A "Q" B', '    verified_by: "A \\"Q\\" B" # x\n'),
        ("    verified_by: Bob # x\n", "[Ann]", '    verified_by: "[Ann]" # x\n'),
    ],
)
def test_a_name_is_quoted_where_it_must_be(before, name, after):
    """Whatever the name, YAML reads the same name back."""
    start = TOP + "  - id: a\n    name: A\n"
    assert changed(start + before, {"verified_by": name}) == start + after


@given(
    st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp", "Cn", "Co", "Cf")), min_size=1)
    .map(lambda text: " ".join(text.split()))
    .filter(bool)
)
@settings(max_examples=examples(50, 200), deadline=None)
def test_every_name_comes_back(name):
    """A name is read back as it was written, or the file is refused."""
    text = changed(TOP + "  - id: a\n    name: A\n", {"verified_by": name})
    assert as_read(text)["listings"][0]["verified_by"] == name


@pytest.mark.parametrize(
    "listing",
    [
        "  - ? id\n    : a\n    ? name\n",
        "  - id: a\n    verified: [2020-01-01]\n",
        "  - id: a\n    verified: {}\n",
    ],
)
def test_what_cannot_be_edited_is_said_and_left(listing):
    """Either the day is set and all else is as it was, or nothing is changed."""
    try:
        after = changed(TOP + listing)
    except GuideError as error:
        assert error.problems[0].name == "not-editable"
    else:
        assert as_read(after)["listings"][0]["verified"] == DAY


def test_several_in_one_file():
    """Each change finds its place after the one before."""
    text = TOP + "  - id: a\n    name: A\n  - id: b\n    name: B\n  - {id: c}\n"
    after = set_values(
        text.encode(), {key: {"verified": DAY, "verified_by": "Ann"} for key in "cab"}, "a.yaml"
    ).decode()
    assert [each["verified_by"] for each in yaml.load(after, yaml.BaseLoader)["listings"]] == ["Ann"] * 3
    assert after.splitlines()[2:6] == [
        "  - id: a",
        "    name: A",
        f"    verified: {DAY}",
        "    verified_by: Ann",
    ]
