"""A document that is laid out, and who has those of its pages that are not in it.

A document is data. Of a long guide some pages are another process's, which has set them and will draw them: that is held
beside the document, and whoever has it either has them drawn or gives it up.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, Protocol

from guide.layout.pages import Document


class Peer(Protocol):
    """Who carries on a conversation: a `Process` or `Here` of `guide.workers`."""

    def tell(self, value: Any) -> None: ...

    def answer(self) -> Any: ...

    def close(self) -> None: ...


class PagesElsewhere(NamedTuple):
    """Pages that another process has set and keeps, because it will draw them too."""

    first: int  # index in the document
    height: float
    folios: tuple[str, ...]
    peer: Peer  # who has them

    @property
    def page_count(self) -> int:
        return len(self.folios)

    def begin(self, function: Callable[..., Any], *arguments: Any) -> None:
        """Have `function(pages, root, *arguments)`, a generator, go on there; pages is a deque of Page."""
        self.peer.answer()  # two that say nothing, see Stretch.conversation
        self.peer.answer()
        self.peer.tell((function, arguments))

    def answer(self) -> Any:
        """What it yields next; it goes on at once."""
        value = self.peer.answer()
        self.peer.tell(None)
        return value

    def result(self) -> Any:
        """What it yields last; then the other process ends."""
        try:
            return self.peer.answer()
        finally:
            self.peer.close()

    def give_up(self) -> None:
        """End the other process: the pages will not be drawn."""
        self.peer.close()


class LaidOut(NamedTuple):
    """A document, and its pages that are elsewhere."""

    document: Document
    elsewhere: PagesElsewhere | None = None

    @property
    def page_count(self) -> int:
        return len(self.document.pages) + (self.elsewhere.page_count if self.elsewhere else 0)

    def give_up(self) -> None:
        """End what goes on elsewhere: the document will not be drawn."""
        if self.elsewhere:
            self.elsewhere.give_up()
