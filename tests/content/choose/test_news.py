"""What an edition tells to be new in it."""

from dataclasses import replace

from guide.content.choose.languages import choose_in_languages
from guide.content.choose.news import news_of
from guide.model import Choice, Edition, Former


def kinds(news):
    return [(each.id, each.kind) for each in news.listings]


def test_only_what_the_edition_prints_is_told(maker, tmp_path):
    """What it does not choose is neither new nor gone; what has `print: no` now is counted alone."""
    a, b, c, d = (
        maker.listing(each, phones=(maker.phone(f"773-471-09{n}"),)) for n, each in enumerate("abcd", 10)
    )
    old = maker.guide(maker.section(a, b, id="one"), maker.section(c, id="two"))
    hidden = replace(b, printed=False)
    new = maker.guide(maker.section(a, hidden, d, id="one"), maker.section(id="two"), former=Former("x", old))
    from guide.content.choose.printable import printable

    edition = Edition(name="a", news="page 2", choice=Choice(sections=("one",)))
    (chosen, _) = choose_in_languages(printable(new), edition, tmp_path)
    assert kinds(chosen.guide.news) == [("d", "new")]
    assert chosen.guide.news.withdrawn == 1
    assert choose_in_languages(new, replace(edition, news="none"), tmp_path)[0].guide.news is None


def test_without_an_edition_before_there_is_nothing_to_tell(maker, tmp_path):
    guide = maker.guide(maker.section(maker.listing()))
    assert news_of(guide, guide, Edition(name="a", news="index"), tmp_path) is None
