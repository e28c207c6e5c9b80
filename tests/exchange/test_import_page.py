"""The page about imports: what it shows is read, and what can be written stands there."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from guide.exchange.clean.steps import STEPS
from guide.exchange.mapping.known import known_mappings
from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.mapping.read import read_mapping

PAGE = (Path(__file__).parents[2] / "docs" / "import.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
SHIPPED = {"name", "needs", "based_on"}  # of mappings that ship


@pytest.mark.parametrize("text", EXAMPLES)
def test_its_examples_are_read(text, tmp_path):
    """Without a problem."""
    path = tmp_path / "mapping.yaml"
    path.write_text(text, encoding="utf-8")
    assert any(table.fields for table in read_mapping(path).tables)


def test_it_names_every_key_step_and_known_export():
    """Of a mapping, of a table of it, of a column and of a rule."""
    keys = {field.name for each in (SourceMapping, TableMapping, Take, Rule) for field in fields(each)}
    wanted = (keys - SHIPPED) | set(STEPS) | set(known_mappings())
    assert [word for word in sorted(wanted) if not re.search(rf"[`*{{ ]{word}\b", PAGE)] == []
