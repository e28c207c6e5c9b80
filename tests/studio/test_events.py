"""What has happened, told to every tab."""

import asyncio

from guide.studio.events import WAITING, Events, put


def test_who_listens_is_told():
    """From another thread too; until the end."""

    async def run():
        events, heard = Events(), []
        async for text in listen(events):
            heard.append(text)
            if len(heard) == 1:
                await asyncio.to_thread(events.tell, "changed", {"revision": 1})
            else:
                events.end()
        return heard, events.listeners

    def listen(events):
        return events.listen(lambda: "first")

    assert asyncio.run(run()) == (["first", 'event: changed\ndata: {"revision": 1}\n\n'], {})


def test_one_that_is_far_behind_reads_all_anew():
    async def run():
        queue = asyncio.Queue(WAITING)
        for number in range(WAITING + 1):
            put(queue, str(number))
        return queue.qsize(), queue.get_nowait()

    assert asyncio.run(run()) == (1, "event: again\ndata: {}\n\n")


def test_what_happens_while_one_begins_to_listen_is_told():
    """The first words are asked when it listens already, so nothing falls between the two."""

    async def run():
        events = Events()

        def first():
            events.tell("changed", {"revision": 2})
            return "first"

        listening = events.listen(first)
        return [await anext(listening), await asyncio.wait_for(anext(listening), 10)]

    assert asyncio.run(run()) == ["first", 'event: changed\ndata: {"revision": 2}\n\n']


class Ended:
    """A loop that is open when it is asked, and has ended when it is called."""

    def is_closed(self):
        return False

    def call_soon_threadsafe(self, *given):
        raise RuntimeError("Event loop is closed")


def test_nobody_is_told_who_ends_in_the_same_moment():
    """Whoever tells goes on."""
    events = Events()
    events.listeners[asyncio.Queue()] = Ended()
    events.tell("changed", {})
    events.end()
