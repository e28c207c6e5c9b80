"""A guide that is offered to many editions: each chooses what it would choose alone."""

from dataclasses import replace

from guide.content.choose.choice import choose, choose_from
from guide.content.choose.offer import Offer
from guide.model import Choice, Edition, Guide, Paragraph, Reference, Span
from tests.content.choose.test_choice import guide, listing, section


def offered() -> Guide:
    """Three sections, the second of which also refers to a listing of the first."""
    one, two, three, four = (
        listing(id, services=(word,)) for id, word in zip("abcd", ("food", "food", "beds", "beds"))
    )
    return guide(
        section("s1", one, two), section("s2", three, references=(Reference("a", 0),)), section("s3", four)
    )


def test_many_editions_are_chosen_from_one_offer_as_from_the_guide_itself() -> None:
    offer = Offer(offered())
    for choice in (
        Choice(),
        Choice(listings=("c", "a")),
        Choice(listings=("d",)),
        Choice(services=("food",)),
        Choice(listings=("a", "b", "c"), services=("food",)),
        Choice(listings=("nowhere", "a")),
    ):
        edition = Edition(name="x", choice=choice)
        assert choose_from(offer, edition) == choose(offered(), edition)


def test_of_a_choice_by_ids_only_the_sections_are_looked_at_where_they_stand() -> None:
    offer = Offer(offered())
    assert [each.id for each in offer.sections_with(("d", "a", "nowhere"))] == ["s1", "s3"]
    assert [each.id for each in offer.sections_with(())] == ["s1", "s2", "s3"]


def test_ids_are_compared_as_they_are_and_words_without_their_capitals() -> None:
    offer = Offer(offered())
    assert offer.has("listing", "a") and not offer.has("listing", "A")
    assert offer.has("topic", "Food") and not offer.has("topic", "foo")


def test_who_speaks_of_others_is_found_out_once() -> None:
    said = Paragraph((Span("See also "), Span("", mention="a")))
    one, other = listing("a"), replace(listing("b"), description=(said,))
    offer = Offer(guide(section("s1", one, other)))
    assert offer.speaking == {"b"} and offer.speaking is offer.speaking


def test_languages_are_there_by_name_and_by_code(maker):
    offer = Offer(maker.guide(maker.section(maker.listing(languages="Haitian Creole, Spanish"))))
    assert [offer.has("language", each) for each in ("Haitian Creole", "ht", "es", "Spannish", "vi")] == [True, True, True, False, False]  # fmt: skip
