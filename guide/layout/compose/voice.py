"""A guide in one language: its fixed texts, what its listings are called, and the tags of what it says in another."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from operator import attrgetter
from typing import overload

from guide.language.words import Words
from guide.layout.compose.namesakes import Namesakes
from guide.layout.tags import Tag
from guide.layout.type.inline import Inline
from guide.model import Guide, Listing, Section


class Voice:
    """A guide as it speaks in one language, and with a `second` voice where it is printed in two.

    Names and addresses are in the guide's source language, and so is what is not translated: what differs from the
    guide's language says so in its tag.
    """

    def __init__(
        self,
        guide: Guide,
        words: Words,
        paged: bool = True,
        numbers: Mapping[str, int] | None = None,
        second: tuple[Guide, Words] | None = None,
        on_screen: bool = False,
    ) -> None:
        self.guide = guide
        self.words = words
        self.paged = paged  # whether a mention names a page
        self.on_screen = on_screen  # whether a mention without a page is a link all the same
        self.numbered = numbers
        self.foreign = guide.foreign
        self.second = Voice(*second, paged, self.numbers, on_screen=on_screen) if second else None
        # Whether what is not translated to the first language stands in the second column, so that the first is left empty.
        self.second_is_source = second is not None and second[0].language == self.foreign

    # What is known of all listings is made when it is asked for: most texts mention none.

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """{id: the number before it}."""
        return self.numbered or self.guide.entries

    @cached_property
    def names(self) -> dict[str, str]:
        """{id: what it is called where only names stand}."""
        return Namesakes(self.guide, self.numbers).names(attrgetter("name"))

    @cached_property
    def listings(self) -> dict[str, Listing]:
        """{id: listing}."""
        return {listing.id: listing for listing in self.guide.listings}

    @cached_property
    def summaries(self) -> dict[str, str]:
        """{id: what it says in a line}."""
        return {id: listing.summary for id, listing in self.listings.items()}

    @property
    def seconds(self) -> Mapping[str, Listing]:
        """{id: listing} in the second language."""
        return self.second.listings if self.second else {}

    @property
    def voices(self) -> tuple["Voice", ...]:
        """The voice of each language, one or two."""
        return (self, self.second) if self.second else (self,)

    @overload
    def source(self, tag: Tag) -> Tag: ...

    @overload
    def source(self, tag: None) -> None: ...

    def source(self, tag: Tag | None) -> Tag | None:
        """A tag for words of the source language within a tag of the guide's."""
        return Tag("Span", tag, language=self.foreign) if self.foreign and tag is not None else tag

    def inside(self, tag: Tag, voice: "Voice") -> Tag:
        """A tag for words of one of the voices within a tag of this one."""
        return tag if voice is self else Tag("Span", tag, language=voice.guide.language)

    def label(self, name: str, paragraph: Tag) -> Tag:
        """A tag for what is heard at the beginning of a paragraph and not printed, "Phone:", by the name of its words."""
        words = self.words.versions[0]
        said = words.labelled.format(label=getattr(words, name))
        own = self.guide.language if paragraph.language not in ("", self.guide.language) else ""
        return Tag("Span", paragraph, language=own, heard=said + " ")

    def in_each(self, texts: Iterable[str], tag: Tag, bold: bool = False) -> tuple[Inline, ...]:
        """A text as each of the voices says it, the second behind a stroke where it is another; () where the first is empty."""
        first, *others = dict.fromkeys(texts)
        if not first:
            return ()
        inside = self.inside(tag, self.second) if others and self.second else tag
        inlines = [Inline(first + " / " if others else first, tag, bold)]
        return (*inlines, *(Inline(text, inside, bold, apart=True) for text in others))

    def language_of(self, owner: Guide | Listing | Section, key: str) -> str:
        """The language of a text where it is not the guide's."""
        return self.guide.language_of(owner, key)

    def prints(self, owner: Listing | Section, key: str) -> bool:
        """Whether a text stands in the first column: not if it is untranslated and stands in the second anyway."""
        return not (self.second_is_source and key in owner.untranslated)

    def said(self, listing: Listing, key: str, tag: Tag) -> tuple[Inline, ...]:
        """A text of a listing in its language, and the same in the second one behind it, where it is another; () for none."""
        text, second = getattr(listing, key), self.seconds.get(listing.id)
        others = [getattr(second, key)] if second and key not in second.untranslated else []
        if foreign := self.language_of(listing, key):
            tag = Tag("Span", tag, language=foreign)
        return self.in_each((text, *filter(None, others)), tag)
