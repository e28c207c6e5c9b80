"""Words in a script that their language is not written in, as pieces that say so: "QFB" in Arabic is of the source language.

What is known to be in another language has a tag for it when it is composed. This is for words within a text: the name
of a group in a sentence, a word to send as a message, a title in which two languages meet.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from guide.layout.pages import Text
from guide.layout.tags import Tag
from guide.layout.type.spelled import piece


class Letters(dict[str, "str | None"]):
    """Whose each character is in texts of some scripts, each looked up once: {character: a language}.

    It is the language of `languages`, {script: language}, that is written with it, "" for the text's own, and None for figures
    and marks.
    """

    def __init__(self, languages: Mapping[str, str], own: frozenset[str]) -> None:
        super().__init__()
        self.languages, self.own = languages, own

    def __missing__(self, character: str) -> str | None:
        self[character] = found = self.language(character) if character.isalpha() else None
        return found

    def language(self, letter: str) -> str:
        """The language of a letter; "" for one of the text's own, or of none."""
        from guide.language.unicode import script_of  # see below

        script, _ = script_of(letter)
        return "" if script in self.own else self.languages.get(script, "")


class Foreign:
    """Takes texts apart by the scripts of a guide's languages; where all have the same there is nothing to do."""

    def __init__(self, languages: Iterable[str]) -> None:
        self.languages: dict[str, str] = {}  # script: the language of the guide that is written in it
        several = dict.fromkeys(filter(None, languages))
        for language in several if len(several) > 1 else ():
            for script in scripts(language):
                self.languages.setdefault(script, language)
        self.needed = len(set(self.languages.values())) > 1
        self.letters: dict[str, Letters] = {}  # by the language of the texts that they stand in
        self.last: tuple[Tag, Tag] | None = None  # the tag of what came before, and that of its words

    def pieces(self, item: Text, leftward: bool) -> Iterator[Text]:
        """Yield a text in pieces, words of another script below tags of their own; nothing moves.

        `leftward`: it will be turned round with its page, so that x counts from the right.
        """
        tag = item.tag
        if not self.needed or not tag or tag.heard or tag.full or tag.alternate:
            self.last = None
            yield item
            return
        found = list(self.spans(item.text, language_of(tag)))
        if len(found) == 1 and not found[0][2]:
            self.last = None
            yield item
            return
        for start, end, language in found if not item.leftward else [(0, len(item.text), found[0][2])]:
            own = self.tag(tag, language)
            yield item._replace(tag=own) if item.leftward else piece(item, start, end, own, leftward)

    def tag(self, tag: Tag, language: str) -> Tag:
        """The tag of words in another language, the same as of those just before them; "" for none."""
        if not language:
            self.last = None
            return tag
        if not (self.last and self.last[0] is tag and self.last[1].language == language):
            self.last = tag, Tag("Span", tag, language=language)
        return self.last[1]

    def spans(self, text: str, language: str) -> Iterator[tuple[int, int, str]]:
        """Yield (start, end, language) of what is in one, "" for the text's own; figures and marks go with the letters before them."""
        letters = self.letters.get(language)
        if letters is None:
            letters = self.letters[language] = Letters(self.languages, scripts(language))
        of_letters = [letters[each] for each in text]
        if not any(of_letters):  # as of most texts
            yield 0, len(text), ""
            return
        known = next((each for each in of_letters if each is not None), "")
        whose: list[str] = []
        for place, found in enumerate(of_letters):
            if found is not None and found != known:
                known = found
                back = place
                while back and of_letters[back - 1] is None and text[back - 1] in "0123456789-+#&'\u2019":
                    back -= 1
                whose[back:] = [known] * (place - back)
            whose.append(known)
        at = 0
        for each, group in groupby(whose):
            end = at + len(list(group))
            yield at, end, each
            at = end


def language_of(tag: Tag | None) -> str:
    """The language that holds for a tag: its own, or that of one above it."""
    while tag is not None and not tag.language:
        tag = tag.parent
    return tag.language if tag is not None else ""


def scripts(language: str) -> frozenset[str]:
    """The scripts that a language is written in."""
    from guide.language.unicode import scripts_of  # a guide in one language has no need of it

    return scripts_of(language)
