"""The index of a book: which parts it has, with which rows, and what it gives up where it takes too many pages."""

from collections.abc import Callable, Collection, Iterator

from guide.language.words import Words
from guide.layout.body.bilingual import topic_words
from guide.layout.parts.index_rows import (
    IndexPart,
    IndexRow,
    in_pages,
    rows_by_name,
    rows_by_place,
    rows_by_topic,
)
from guide.model import Guide
from guide.model.edition import INDEX_PARTS

PageOf = Callable[[str], object]  # what tells the page of a listing by its id: two of one page have the same


class BookIndex:
    """The rows of an index of the parts that are `asked` for, but for those that it goes `without`; others can be given up.

    `second`: the guide in the language that is printed with it.
    """

    def __init__(
        self,
        guide: Guide,
        words: Words,
        asked: Collection[str],
        without: Collection[str] = (),
        second: Guide | None = None,
    ) -> None:
        self.guide, self.words = guide, words
        self.asked, self.without = asked, without
        self.second_topics = topic_words(second) if second else frozenset[str]()
        self.by_place, self.topics = self.all_places(), self.all_topics()

    def all_places(self) -> list[IndexRow]:
        """The rows by place."""
        return rows_by_place(self.guide, self.words) if self.has("place") else []

    def all_topics(self) -> list[IndexRow]:
        """The rows by topic."""
        return rows_by_topic(self.guide, self.second_topics) if self.has("topic") else []

    def has(self, part: str) -> bool:
        """Whether it has a part, as long as it is not given up."""
        return part in self.asked and part not in self.without

    def asked_beside_names(self) -> Iterator[str]:
        """Yield the parts other than that by name that are asked for and have something to say, in words."""
        if "place" in self.asked and rows_by_place(self.guide, self.words):
            yield "index by place"
        if "topic" in self.asked and rows_by_topic(self.guide):
            yield "index by topic"

    # --- what there is

    @property
    def parts(self) -> list[IndexPart]:
        """The parts as they are now."""
        words = self.words
        return [
            (words.index_by_name, rows_by_name(self.guide, words) if self.has("name") else []),
            (words.index_by_place, self.by_place),
            (words.index_by_topic, self.topics),
        ]

    @property
    def names(self) -> tuple[str, ...]:
        """The parts that it has, by name."""
        there = (self.has("name"), bool(self.by_place), bool(self.topics))
        return tuple(name for name, some in zip(INDEX_PARTS, there) if some)

    @property
    def title(self) -> str:
        """What the contents call it: by the parts that it has."""
        words = self.words
        titles = {
            ("name",): words.index_row_name,
            ("name", "place"): words.index_row,
            ("name", "topic"): words.index_row_no_place,
            INDEX_PARTS: words.index_row_topic,
        }
        return titles.get(self.names, words.index)

    # --- what it gives up: whether there was anything

    def give_up_topics_of_one(self) -> bool:
        """Topics with one listing."""
        few = [row for row in self.topics if not row.runs_in and len(row.pages) != 1]
        fewer, self.topics = len(few) < len(self.topics), few
        return fewer

    def give_up_topics(self) -> bool:
        there, self.topics = bool(self.topics), []
        return there

    def give_up_places(self) -> bool:
        there, self.by_place = bool(self.by_place), []
        return there

    def give_up_names(self, page_of: PageOf) -> bool:
        """Names below topics and towns: all of these stand there again, with their pages."""
        self.topics = in_pages(self.guide, self.all_topics(), page_of)
        self.by_place = in_pages(self.guide, self.all_places(), page_of)
        return any(row.pages for row in (*self.topics, *self.by_place))
