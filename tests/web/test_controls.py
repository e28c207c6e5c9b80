"""What needs the script."""

from dataclasses import replace

from guide.web.controls import Controls
from guide.web.tree import to_html
from tests.web.pages import all_of, by_id, said, shown


def test_nothing_of_it_is_seen_without_the_script():
    controls = Controls(shown(languages=("en", "es")))
    parts = [controls.find(), *controls.display(), controls.mine(), controls.found()]
    assert all("hidden" in dict(each.attributes) for each in parts) and len(parts) == 5


def test_the_choices_are_those_that_the_listings_give():
    """By their names, in order; a choice of one is none."""
    form = Controls(shown()).find()
    assert [said(each) for each in all_of(by_id(form, "w-town"), "option")] == [
        "Any",
        "Decatur",
        "Springfield",
    ]
    assert [said(each) for each in all_of(by_id(form, "w-spoken"), "option")] == ["Any", "English", "Spanish"]
    assert dict(all_of(by_id(form, "w-section"), "option")[1].attributes)["value"] == "s-food"
    one = shown()
    few = replace(one, guide=replace(one.guide, sections=one.guide.sections[:1]))
    assert "w-section" not in to_html(Controls(few).find())


def test_nothing_can_be_ticked_of_which_no_listing_says_anything():
    one = shown()
    few = replace(one, guide=replace(one.guide, sections=one.guide.sections[1:]))
    assert "w-free" in to_html(Controls(one).find()) and "w-free" not in to_html(Controls(few).find())
    none = replace(one, guide=replace(one.guide, sections=()))
    form = to_html(Controls(none).find())
    assert "w-q" in form and not any(each in form for each in ("w-open", "w-clock", "w-free", "w-more"))


def test_what_is_typed_is_kept_nowhere():
    field = by_id(Controls(shown()).find(), "w-q")
    assert dict(field.attributes)["autocomplete"] == "off" and "name" not in dict(field.attributes)
