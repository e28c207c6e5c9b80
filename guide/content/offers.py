"""What is offered to whoever translates a guide: how an equal text was translated, words of every guide, names of languages."""

from collections import Counter
from collections.abc import Iterable

from guide.content.unit_texts import LINE
from guide.content.units import Unit
from guide.language.offers import offered_kind, offered_languages, offered_words
from guide.language.ways import offered_ways

Text = tuple[str, str]  # a kind of text, and the text
Pair = tuple[str, str, str]  # a kind of text, a text, and its translation


class Offers:
    """The translations that can be offered from one language to another; all of them have to be confirmed."""

    def __init__(self, source: str, language: str, pairs: Iterable[Pair]) -> None:
        """`pairs`: what people have translated."""
        self.source, self.language = source, language
        self.known: dict[Text, Counter[str]] = {}
        for kind, text, translation in pairs:
            self.known.setdefault((kind, text), Counter())[translation] += 1

    def of_unit(self, unit: Unit) -> str:
        """What is offered for a text; "" for nothing."""
        if (found := self.of_equal(unit.kind, unit.text)) or unit.kind != LINE:
            return found
        is_of_phone = "phone-" in unit.key and unit.key.endswith("-description")
        asked = unit.text, self.source, self.language
        kind = offered_kind(*asked) if is_of_phone else ""
        kind = offered_ways(*asked) if unit.key.endswith("transportation") else kind
        names = unit.key.endswith("languages") or is_of_phone
        return kind or offered_words(*asked) or (offered_languages(*asked) if names else "")

    def of_topic(self, word: str) -> str:
        """What is offered for a word of the index; "" for nothing."""
        return self.of_equal(LINE, word) or offered_words(word, self.source, self.language)

    def of_equal(self, kind: str, text: str) -> str:
        """How people have translated an equal text, the way that is most frequent; "" where nobody has."""
        known = self.known.get((kind, text))
        return known.most_common(1)[0][0] if known else ""
