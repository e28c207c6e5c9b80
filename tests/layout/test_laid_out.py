"""A document, and those of its pages that another process has."""

from collections import deque

from guide.layout.laid_out import LaidOut, PagesElsewhere
from tests.pdf.samples import document, page


class Peer:
    """Who has the pages: answers in turn, and notes what it is told."""

    def __init__(self, *answers):
        self.answers, self.told, self.closed = deque(answers), [], False

    def tell(self, value):
        self.told.append(value)

    def answer(self):
        return self.answers.popleft()

    def close(self):
        self.closed = True


def elsewhere(*answers):
    return PagesElsewhere(first=2, height=792, folios=("3", "4", "5"), peer=Peer(*answers))


def test_all_pages_are_counted():
    made = document(page(), page())
    assert (LaidOut(made).page_count, LaidOut(made, elsewhere()).page_count) == (2, 5)


def test_what_goes_on_elsewhere_is_told_what_to_do():
    """After the two answers that say nothing; it goes on as soon as it has answered."""
    there = elsewhere(None, None, "first", "last")
    there.begin(print, 1, 2)
    assert there.peer.told == [(print, (1, 2))]
    assert there.answer() == "first" and there.peer.told[1:] == [None] and not there.peer.closed
    assert there.result() == "last" and there.peer.closed


def test_giving_up_ends_the_other_process():
    there = elsewhere()
    LaidOut(document(page()), there).give_up()
    assert there.peer.closed
    LaidOut(document(page())).give_up()


def test_it_ends_even_if_it_has_failed():
    there = elsewhere()
    try:
        there.result()
    except IndexError:
        assert there.peer.closed
