"""Where a listing stands."""

from dataclasses import replace
from pathlib import Path

from guide import model
from guide.between.where import home_of, mentions_of, places_in, printed_in
from guide.errors import Mark
from guide.project import open_project


def test_each_edition_says_whether_it_has_it_and_on_which_page(two_versions):
    content, out = two_versions
    project = open_project(content)
    found = {each.edition: each for each in printed_in(project.guide, project.editions, out, "insite")}
    assert (found["pocket"].chosen, found["pocket"].made) == (True, "edition 1 of 2026-11-23")
    assert found["pocket"].page > 1
    assert (found["a4"].chosen, found["a4"].made, found["a4"].page) == (True, "", 0)
    new = {
        each.edition: each for each in printed_in(project.guide, project.editions, out, "harbor-food-bank")
    }
    assert (new["pocket"].chosen, new["pocket"].page) == (True, 0)


def test_everything_that_mentions_it_is_found(maker):
    mention = (model.Paragraph((model.Span("", mention="a"),)),)
    page = model.OwnPage(id="p", title="Welcome", mark=Mark(Path("p.md")), text=mention)
    guide = maker.guide(
        maker.section(maker.listing("a"), maker.listing("b", description=mention), maker.listing("c")),
        maker.section(id="t", title="Two", references=(model.Reference("a", 0),)),
        closing_notes=mention,
        own_pages=(page,),
    )
    assert [each.name for each in mentions_of(guide, "a")] == [
        "the guide itself",
        "Name of b (b)",
        "the section Two",
        "the page Welcome",
    ]
    assert not list(mentions_of(guide, "c"))
    assert home_of(guide, "b")[1].id == "b" and home_of(guide, "z") is None
    hidden = replace(guide, sections=(maker.section(maker.listing("a", printed=False), maker.listing("b")),))
    (none,) = printed_in(hidden, {"x": model.Edition(name="x")}, Path("nowhere"), "a")
    assert not none.chosen


def test_places_of_a_manifest_that_is_none_of_ours():
    assert places_in({}) == places_in({"listings": "x"}) == places_in({"listings": [{"id": "a"}]}) == {}
    assert places_in({"listings": [{"page": 3}, {"id": 4, "page": 3}]}) == {}


def test_an_edition_without_pages_has_it_all_the_same():
    """A web page names its listings, and no page."""
    assert places_in({"listings": [{"id": "a", "page": None}, {"id": "b", "page": 3}]}) == {"a": None, "b": 3}
