"""What a run is told for all that it prints: it is known to every command of the run, and to no other run."""

import click

from guide.cli.wishes import QUIET, note, noting, wish


def test_what_is_noted_is_known_in_the_whole_run_and_forgotten_after_it():
    outer = click.Context(click.Command("a"))
    inner = click.Context(click.Command("b"), parent=outer)
    assert noting(QUIET)(inner, None, True) is True and note(None, QUIET, 3) == 3
    with outer:
        assert wish(QUIET) is True
    assert wish(QUIET) is None
