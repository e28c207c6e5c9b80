"""What every part of a page is made from: the guide in its languages, their words, and what an edition asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from guide.language.words import Words, side_by_side
from guide.layout.body.bilingual import bilingual_guide
from guide.layout.compose.composer import Composer
from guide.layout.compose.voice import Voice
from guide.layout.tags import Tag
from guide.model import Edition, Guide
from guide.web.inlines import Speaker
from guide.web.words import WebWords, words_of

HOME_WEATHER, ENCYCLOPEDIA = (
    "https://www.weather.gov/",
    "https://www.wikipedia.org/",
)  # what anybody may have open


@dataclass(frozen=True, kw_only=True)
class Shown:
    """A guide on a screen, in one language or in two."""

    guide: Guide
    words: Words  # of the first language
    edition: Edition
    second: tuple[Guide, Words] | None = None
    numbers: dict[str, int] | None = None  # of the listings, where they are not those of this guide alone

    @property
    def guides(self) -> Sequence[Guide]:
        """The guide in each of its languages."""
        return [self.guide, *([self.second[0]] if self.second else [])]

    @cached_property
    def both(self) -> Guide:
        """The guide with titles and topics in all of its languages."""
        return bilingual_guide(self.guide, self.second[0]) if self.second else self.guide

    @cached_property
    def all_words(self) -> Words:
        """The fixed texts in all of its languages."""
        return side_by_side(self.words, self.second[1]) if self.second else self.words

    @cached_property
    def web(self) -> WebWords:
        """What the page says itself."""
        return words_of(self.guide.language)

    @cached_property
    def speaker(self) -> Speaker:
        return Speaker(self.guide.language, self.second[0].language if self.second else "")

    @cached_property
    def composer(self) -> Composer:
        return Composer(self.guide, self.words, False, self.numbers, self.second, on_screen=True)

    @cached_property
    def root(self) -> Tag:
        return Tag("Document")

    @property
    def voices(self) -> Sequence[Voice]:
        return self.composer.voice.voices

    @property
    def source(self) -> str:
        """The language of names, "" where it is the page's."""
        return self.composer.voice.foreign

    @property
    def leave(self) -> str:
        """Where `Leave this page` leads; "" for a page without it."""
        if not self.edition.exit:
            return ""
        return self.edition.exit_to or (HOME_WEATHER if self.guide.country == "US" else ENCYCLOPEDIA)
