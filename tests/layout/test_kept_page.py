"""A page that is kept, and when it is the same."""

from dataclasses import replace

from guide.layout.kept_page import KeptPage
from guide.layout.pages import Line, Page
from guide.layout.references import Place
from guide.layout.type.inline import Anchor


def test_a_page_that_a_press_has_changed_is_another():
    """Its items were moved, or its links taken away."""
    page = Page(width=612, height=792, folio="1", items=(Line(0, 0, 9, 9, 1),), links=())
    kept = KeptPage(page, {})
    assert kept.is_as_finished(replace(page, kept=kept))
    for change in ({"items": (Line(0, 0, 9, 9, 2),)}, {"links": ("a link",)}):
        assert not kept.is_as_finished(replace(page, kept=kept, **change))


def test_a_page_is_the_same_while_all_that_it_names_stands_where_it_stood():
    """On the same page and at the same height; what stands nowhere is a change."""
    form, there = Anchor("form"), Place(4, 5, 72.0)
    kept = KeptPage("page", {form: there})
    assert kept.holds({form: there}.get) and KeptPage("page", {}).holds({}.get)
    assert not kept.holds({form: there._replace(y=73.0)}.get) and not kept.holds({}.get)
