"""What an edition prints, in its language or in both: chosen from the whole guide, and translated."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from guide.content.checks import silence
from guide.content.choose.choice import choose, choose_from
from guide.content.choose.maps import maps_of, with_maps
from guide.content.choose.news import news_of
from guide.content.choose.offer import Offer
from guide.errors import ERROR, WARNING, Mark, Problem
from guide.frozen import frozen
from guide.language.files import fixed_words, language_name
from guide.language.scripts import base_language
from guide.model import Choice, Edition, Guide
from guide.problems.editions import NOTHING_WHOLE
from guide.problems.translations import NO_TRANSLATION, NO_WORDS

if TYPE_CHECKING:
    from guide.content.translation_checks import Judge
    from guide.content.translations import Translation


@frozen
class Chosen:
    """An edition's guide, and the same in a second language where it is printed in two."""

    guide: Guide
    second: Guide | None = None
    whole: Guide  # every listing, for numbers and counts


class Offers:
    """A guide in each language that editions ask for, translated once and ready to be chosen from."""

    def __init__(self, whole: Guide, folder: Path) -> None:
        self.whole, self.folder = whole, folder
        self.own = Offer(whole)
        self._translations: dict[str, tuple[Translation, tuple[Problem, ...]]] = {}
        self._offers: dict[str, Offer] = {whole.language: self.own}
        self._judges: dict[tuple[str, str], Judge] = {}  # by language and level

    def translation(self, language: str) -> tuple[Translation, tuple[Problem, ...]]:
        """(the translation into a language, problems) in the content's folder."""
        found = self._translations.get(language)
        if found is None:
            from guide.content.translations import load_translation  # few editions need it

            found = load_translation(self.whole, self.folder, language)
            self._translations[language] = found
        return found

    def offer(self, language: str) -> Offer:
        """The guide in a language."""
        offer = self._offers.get(language)
        if offer is None:
            from guide.content.translations import translate  # see above

            offer = self._offers[language] = Offer(translate(self.whole, self.translation(language)[0]))
        return offer

    def judge(self, language: str, level: str) -> Judge:
        """Who judges the translation into a language."""
        judge = self._judges.get((language, level))
        if judge is None:
            from guide.content.translation_checks import Judge  # see above

            judge = self._judges[language, level] = Judge(self.whole, self.translation(language)[0], level)
        return judge


def choose_in_languages(whole: Guide, edition: Edition, folder: Path) -> tuple[Chosen, tuple[Problem, ...]]:
    """(Chosen, problems) of an edition of the whole guide; `folder` holds the content and its translations."""
    return choose_from_offers(Offers(whole, folder), edition)


def choose_from_offers(offers: Offers, edition: Edition) -> tuple[Chosen, tuple[Problem, ...]]:
    """The same of what is offered to many editions."""
    whole = offers.whole
    chosen, problems = choose_from(offers.own, edition)
    languages = tuple(dict.fromkeys(edition.languages)) or (whole.language,)
    if languages == (whole.language,):
        news = news_of(whole, chosen, edition, offers.folder)
        chosen, wrong = with_maps(whole, chosen, edition, offers.folder)
        return Chosen(guide=replace(chosen, news=news) if news else chosen, whole=whole), problems + wrong
    from guide.content.translations import incomplete_listings, incomplete_pages  # few editions need them

    level = ERROR if edition.untranslated == "stop" else WARNING
    versions: list[Offer] = []
    left_out: set[str] = set()
    for language in languages:
        if language == whole.language:
            versions.append(offers.own)
            continue
        translation, found = offers.translation(language)
        if not translation.entries and not found:
            return Chosen(guide=chosen, whole=whole), (
                *problems,
                _no_translation(translation),
            )
        if edition.untranslated == "leave out":
            left_out.update(incomplete_listings(chosen, translation))
            lost = incomplete_pages(chosen, translation)
            chosen = replace(
                chosen, own_pages=tuple(each for each in chosen.own_pages if each.id not in lost)
            )
            if left_out.issuperset(listing.id for listing in chosen.listings):
                return Chosen(guide=chosen, whole=whole), (
                    *problems,
                    _nothing_whole(edition, language, whole),
                )
            chosen = choose_from(offers.own, _narrowed(edition, chosen, left_out))[0]
        printed = replace(
            chosen, title=whole.title, subtitle=whole.subtitle
        )  # an edition's own are in its language
        problems += (
            *found,
            *silence(whole, offers.judge(language, level)(printed)),
            *_no_words(edition, language),
        )
        versions.append(offers.offer(language))
    first, *second = (choose_from(version, _narrowed(edition, chosen, left_out)) for version in versions)
    news = news_of(whole, chosen, edition, offers.folder)
    maps, wrong = maps_of(whole, first[0], edition, offers.folder)
    return Chosen(
        guide=replace(first[0], news=news, maps=maps),
        second=replace(second[0][0], news=news) if second else None,
        whole=versions[0].guide,
    ), problems + first[1] + wrong


def judge_together(whole: Guide, editions: Iterable[Edition], folder: Path) -> Iterator[Problem]:
    """Yield what is not translated, or not confirmed, of all that editions print in each language."""
    from guide.content.translation_checks import judge  # see choose_in_languages
    from guide.content.translations import load_translation

    by_language: dict[str, list[Edition]] = {}
    for edition in editions:
        for language in dict.fromkeys(edition.languages):
            by_language.setdefault(language, []).append(edition)
    for language, some in by_language.items():
        translation, _ = load_translation(whole, folder, language)
        yield from silence(whole, judge(_union(whole, some, translation), translation))


def _union(whole: Guide, editions: Iterable[Edition], translation: Translation) -> Guide:
    """The guide with all that one of the editions prints of it in a language."""
    from guide.content.translations import incomplete_listings  # see choose_in_languages

    pages: set[str] = set()
    listings: set[str] = set()
    sections: set[str] = set()
    for edition in editions:
        chosen, _ = choose(whole, edition)
        lost = incomplete_listings(chosen, translation) if edition.untranslated == "leave out" else ()
        listings.update(each.id for each in chosen.listings if each.id not in lost)
        sections.update(each.id for each in chosen.sections)
        pages.update(each.id for each in chosen.own_pages)
    return replace(
        whole,
        sections=tuple(
            replace(each, listings=tuple(listing for listing in each.listings if listing.id in listings))
            for each in whole.sections
            if each.id in sections
        ),
        own_pages=tuple(page for page in whole.own_pages if page.id in pages),
    )


def _narrowed(edition: Edition, chosen: Guide, left_out: Container[str]) -> Edition:
    """The edition with a choice of just these sections, pages and listings, less those that are left out, in their order."""
    listings = tuple(listing.id for listing in chosen.listings if listing.id not in left_out)
    sections = tuple(section.id for section in chosen.sections)
    return replace(
        edition,
        choice=Choice(sections=sections, listings=listings or ("",)),
        own_pages=tuple(page.id for page in chosen.own_pages),
    )


def _no_translation(translation: Translation) -> Problem:
    language = language_name(translation.language, "en")
    return NO_TRANSLATION.at(Mark(translation.folder), language=language, code=translation.language)


def _nothing_whole(edition: Edition, language: str, whole: Guide) -> Problem:
    name = language_name(language, "en")
    mark = edition.mark or whole.mark
    return NOTHING_WHOLE.at(mark, edition=edition.name, language=name, code=language)


def _no_words(edition: Edition, language: str) -> Iterator[Problem]:
    """A warning where the tool's own words are not known in a language."""
    if fixed_words(language) is None and base_language(language) != "en":
        yield NO_WORDS.at(edition.mark or Mark(Path("editions")), language=language_name(language, "en"))
