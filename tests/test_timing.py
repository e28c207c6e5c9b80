"""The clock that is told when a stage of a build ends."""

from guide import timing
from guide.timing import STAGES, Clock, untimed


def test_the_time_between_two_stages_is_that_of_the_second(monkeypatch):
    times = iter((10.0, 11.5, 14.0, 14.25))
    monkeypatch.setattr(timing.time, "perf_counter", lambda: next(times))
    monkeypatch.setattr(timing.time, "process_time", lambda: 0.5)
    clock = Clock()
    for stage in ("read", "draw", "read"):
        clock(stage)
    assert list(clock.seconds) == list(STAGES)
    assert {stage: each for stage, each in clock.seconds.items() if each} == {
        "start": 0.5,
        "read": 1.75,
        "draw": 2.5,
    }


def test_nobody_need_ask():
    assert untimed("read") is None
