"""The schemas for editors: the same as the tables, no false alarm, and awake where a table would be."""

import json
import re
from pathlib import Path

import jsonschema
import pytest
import yaml

from guide.content.load import load_guide
from guide.project import all_schemas

ROOT = Path(__file__).resolve().parent.parent.parent
CONTENT = ROOT / "content"
CASES = ROOT / "tests" / "cases" / "bad"
# Problems that a schema can see: of keys, types and words of a list. It knows nothing of other files or of meanings.
SEEN = {
    "unknown-key",
    "missing",
    "wrong-type",
    "page",
    "icon",
    "phone-type",
    "colour",
    "date",
    "edition",
    "country",
    "language",
    "id",
    "period",
    "email",
}
# The reader says more than a type is wrong, or accepts what YAML 1.2 calls a number.
SPARED = re.compile(r"is a text here|a key must be a word|is not a web address|must consist of lines")


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: yes, no and dates are texts."""


Loader.yaml_implicit_resolvers = {}
for tag, expression, first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{expression})$"), list(first))
Loader.add_constructor(
    "tag:yaml.org,2002:int", lambda loader, node: int(node.value)
)  # 01234 is no octal number here


@pytest.fixture(scope="module")
def validators():
    """A validator for each kind of file."""
    made = {}
    for name, text in all_schemas().items():
        schema = json.loads(text)
        jsonschema.Draft7Validator.check_schema(schema)
        made[name.split(".")[0]] = jsonschema.Draft7Validator(schema)
    return made


def complaints(path, validators):
    kind = "guide" if path.name == "guide.yaml" else "section"
    return list(validators[kind].iter_errors(yaml.load(path.read_text(encoding="utf-8"), Loader)))


@pytest.mark.parametrize("name", all_schemas())
def test_the_files_are_what_the_tables_say(name):
    """`make-guide schema` has been run since a key was added."""
    assert (CONTENT / "schema" / name).read_text(encoding="utf-8") == all_schemas()[name], (
        "run make-guide schema"
    )


@pytest.mark.parametrize(
    "path", [CONTENT / "guide.yaml", *sorted(CONTENT.glob("sections/*.yaml"))], ids=lambda path: path.name
)
def test_the_shipped_files_point_to_their_schema_and_meet_it(path, validators):
    """The first line is what editors look for, and it leads to the right file."""
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    target = (path.parent / first.removeprefix("# yaml-language-server: $schema=")).resolve()
    kind = "guide" if path.name == "guide.yaml" else "section"
    assert target == CONTENT / "schema" / f"{kind}.schema.json"
    assert complaints(path, validators) == []


def bad_files():
    for case in sorted(CASES.iterdir()):
        for path in sorted(case.rglob("*.yaml")):
            yield pytest.param(case, path, id=f"{case.name}-{path.stem}")


@pytest.mark.parametrize("case, path", list(bad_files()))
def test_the_schema_complains_where_the_reader_does(case, path, validators):
    """A file that the reader finds nothing in is good for the schema; what a schema can see, it sees."""
    own = [problem for problem in load_guide(case)[1] if problem.mark.path == path]
    if {problem.name for problem in own} & {
        "alias",
        "not-yaml",
        "encoding",
        "unseen-character",
        "too-deep",
        "second-document",
    }:
        pytest.skip("not YAML as content uses it: no schema is asked")
    try:
        found = complaints(path, validators)
    except yaml.YAMLError:
        assert own  # the editor says so without a schema
        return
    if not own:
        assert found == []
    if any(problem.name in SEEN and not SPARED.search(problem.message) for problem in own):
        assert found


@pytest.mark.parametrize("docs, name", [("## guide.yaml", "guide"), ("## A section", "section")])
def test_the_examples_in_the_docs_meet_the_schema(docs, name, validators):
    """What docs/content.md shows may be copied."""
    text = (ROOT / "docs" / "content.md").read_text(encoding="utf-8")
    example = re.search(f"^{docs}\n.*?^```yaml\n(.*?)^```", text, re.DOTALL | re.MULTILINE)[1]
    assert list(validators[name].iter_errors(yaml.load(example, Loader))) == []
