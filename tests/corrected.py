"""Two editions of a small guide for tests, and what has to be corrected in the older one."""

from dataclasses import replace
from datetime import date

from guide.between.errata import corrected
from guide.content.compare.listings import Hidden, compare
from guide.language.words import words_in
from guide.layout.editions.versions import Version
from guide.layout.type.fonts import default_stacks
from guide.model import EditionMark


def version(guide):
    return Version(guide, words_in(guide.language), default_stacks(guide.language))


def later(guide, **more):
    """The next edition of a guide."""
    return replace(guide, edition=EditionMark(number=2, colour="green", date=date(2027, 4, 20)), **more)


def to_correct(old, new, pages=None):
    """What has to be corrected in a guide; each listing stands on the page of its number unless told."""
    numbers = old.entries
    changes = compare(old, new, Hidden())
    return corrected(version(old), version(new), changes, numbers, numbers if pages is None else pages)


def guides(maker, before, after, **more):
    """Two editions of a guide of one section with these listings, and what has to be corrected."""
    old = maker.guide(maker.section(*before), **more)
    return to_correct(old, later(maker.guide(maker.section(*after), **more)))
