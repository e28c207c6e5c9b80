"""Which rules take a table, and which of its columns they mean."""

from guide.exchange.mapping.model import Rule, SourceMapping, TableMapping, Take
from guide.exchange.mapping.tables import match_tables
from guide.exchange.tables import Table

SERVICES = Table(
    "a.zip: fl_services.csv", "fl_services", ("ID", "Name", "Phone1", "Phone2", "Kind", "Private"), ()
)
SITES = Table("a.zip: fl_sites.csv", "fl_sites", ("ID", "parent_table", "parent_id"), ())


def test_a_rule_finds_its_table_and_columns():
    """The words that all tables begin with do not count."""
    rule = TableMapping(
        table="services", id=Take(columns=("id",)), where={"kind": ("Food",), "none": ("x",)},
        fields={"name": Take(columns=("name", "nothing"))}, groups={"phones": ({"number": Take(columns=("phone*",))},)},
        leave_out=(Rule(column="private"),),
    )  # fmt: skip
    ((services,), sites) = match_tables((SERVICES, SITES), SourceMapping(name="a", tables=(rule,)))
    assert sites == ()
    assert services.id.columns == ("ID",)
    assert services.where == (("Kind", {"food"}), ("", {"x"}))
    assert services.groups[0][1]["number"].columns == ("Phone1", "Phone2")
    assert services.taken == {"ID", "Name", "Phone1", "Phone2", "Kind", "Private", ""}
    assert not services.is_nested


def test_a_table_of_any_name_is_known_by_its_looks():
    """Where no rule names it: pages of a feed are called anything."""
    rules = (TableMapping(table="agencies", looks=("Kind",)), TableMapping(table="sites", looks=("ID",)))
    ((first, second), (sites,)) = match_tables((SERVICES, SITES), SourceMapping(name="a", tables=rules))
    assert (first.rule, second.rule) == rules
    assert sites.rule == rules[1]
    assert sites.is_nested
