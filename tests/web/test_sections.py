"""Sections and pages of the guide's own."""

from dataclasses import replace

from PIL import Image

from guide.model import Picture
from guide.web.page import Page
from guide.web.sections import OwnPages, Sections
from guide.web.tree import to_html
from tests.web.pages import all_of, by_id, said, shown

BODY = Page(shown()).body()


def test_a_section():
    """Its title, its introduction with its mentions, its listings in order."""
    food = by_id(BODY, "s-food")
    assert said(all_of(food, "h2")[0]) == "Food" and "<a href=#shelter>Shelter</a>" in to_html(
        all_of(food, class_="intro")[0]
    )
    assert [dict(each.attributes)["id"] for each in all_of(food, "article")] == ["pantry", "safe-house"]


def test_subheadings_stand_over_their_listings():
    beds = by_id(BODY, "s-beds")
    assert [said(each) for each in all_of(beds, "h3")] == ["Anywhere", "Decatur", "Springfield"] or all_of(
        beds, "h3"
    )
    assert len(Sections(shown()).all()) == 2


def test_a_reference_leads_to_its_listing_and_says_in_which_section_it_is():
    row = all_of(BODY, class_="see")[0]
    assert (
        said(row).startswith("1")
        and "<a href=#pantry><b>Elm &lt;Pantry&gt;</b></a>" in to_html(row)
        and "Food" in said(row)
    )


def test_pages_of_the_guides_own():
    """Before the listings or behind them, as on paper."""
    pages = OwnPages(shown())
    (welcome,) = pages.placed(True)
    assert pages.placed(False) == [] and said(all_of(welcome, "h2")[0]) == "Welcome"
    assert [said(each) for each in all_of(welcome, "h3")] == ["If you are new"]


def test_a_picture_is_within_the_page(tmp_path):
    """With what it shows in words, and nothing of the file beside its pixels."""
    Image.new("RGB", (8, 4), "red").save(tmp_path / "a.png", pnginfo=None)
    one = shown()
    page = replace(one.guide.own_pages[0], text=(Picture("a.png", "A red <square>"),))
    mark = one.guide.mark._replace(path=tmp_path / "guide.yaml")
    guide = replace(one.guide, own_pages=(page,), mark=mark)
    (found,) = OwnPages(replace(one, guide=guide)).placed(True)
    image = dict(all_of(found, "img")[0].attributes)
    assert image["alt"] == "A red <square>" and image["src"].startswith("data:image/png;base64,")
