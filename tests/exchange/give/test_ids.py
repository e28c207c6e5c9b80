"""Ids of what is given out."""

from uuid import UUID

from guide.exchange.give.ids import id_of


def test_ids_are_the_same_at_every_run_and_of_each_thing_its_own():
    assert id_of("service", "harbor", 1) == id_of("service", "harbor", 1)
    assert len({id_of("service", "a", 1), id_of("service", "a1"), id_of("phone", "a", 1)}) == 3
    assert UUID(id_of("a")).version == 5
