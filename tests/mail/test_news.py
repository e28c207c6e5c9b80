"""What is new since the edition before, by names."""

from guide.content.load import load_guide
from guide.mail.news import News, news_since, only, some_of
from tests.between.conftest import two_versions  # noqa: F401  a guide with a kept edition


def test_moved_and_closed_listings_are_named_and_checked_ones_are_not(two_versions):  # noqa: F811
    content, out = two_versions
    guide, _ = load_guide(content)
    ids = {each.id for each in guide.listings}
    assert news_since(out, "pocket", 2, guide, ids) == News(
        new="Harbor Food Bank",
        changed="The Chicago Recovery Alliance",
        moved="VOCAL New York",
        closed="Insite",
    )
    assert news_since(out, "pocket", 2, guide, ids - {"vocal-new-york"}).gone == "VOCAL New York"
    assert news_since(out, "pocket", 1, guide, ids) == News()


def test_no_more_names_than_a_message_holds(maker):
    assert some_of([f"n{n}" for n in range(20)]).count(",") == 11
    guide = maker.guide(maker.section(maker.listing("a"), maker.listing("b")))
    assert [each.id for each in only(guide, {"b"}).listings] == ["b"]
