"""What a call sheet that came back filled in asks of whoever keeps the guide, told in the terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from guide.cli.terminal import count, echo

if TYPE_CHECKING:  # see build
    from guide.content.calls_back import Answer, Called


def tell_calls(called: Iterable[Called], day: date, by: str, older: bool) -> None:
    """Say what has to be changed, what was noted, and whose day was not written and why."""
    called = list(called)
    for each in called:
        tell_day(each, day, older)
    notes = [f"{each.listing.name}: {noted(answer)}" for each in called for answer in each.notes]
    if notes:
        echo(f"{count(len(notes), 'note')}:", bold=True)
        for note in notes:
            echo(f"  {note}")
    wrong = [each for each in called if each.changes]
    if wrong:
        echo(f"{count(sum(len(each.changes) for each in wrong), 'thing')} to change in the files:", bold=True)
    for each in wrong:
        for line in lines_to_change(each, day, by):
            echo(line)


def tell_day(each: Called, day: date, older: bool) -> None:
    """Say why the day of a call was not written, or that it may be another one."""
    name, called_on = each.listing.name, each.day or day
    verified = each.listing.verified
    if verified and verified > called_on and not older:
        echo(f"{name}: stays verified {verified}, which is later than the call on {called_on}.", err=True)
    elif not each.is_right and not each.changes:
        why = "nobody was reached" if each.notes else 'nothing is answered under "Right?" and "Called on"'
        echo(f"{name}: not verified; {why}.", err=True)
    if each.doubtful_day:
        echo(f'{name}: "{each.doubtful_day}" was read as {called_on}.', err=True)


def lines_to_change(each: Called, day: date, by: str) -> Iterator[str]:
    """Yield what has to be changed of a listing, where it stands, and what to run then."""
    mark = each.listing.mark
    yield f"{mark.path}:{mark.line}: {each.listing.name}"
    for answer in each.changes:
        yield f"  {said(answer)}"
    name = (each.by or by).replace('"', "'")
    who = f' --by "{name}"' if name else ""
    yield f"  Then: make-guide verify {each.listing.id} --date {each.day or day}{who}"


def said(answer: Answer) -> str:
    """'Is this the number? The guide says "773-471-0999"; they say "773-471-0998"'."""
    now = f'The guide says "{answer.before}"; they' if answer.before else "They"
    return f'{answer.question} {now} say "{answer.said}" (line {answer.line})'.strip()


def noted(answer: Answer) -> str:
    """What was written down beside a question."""
    return f'{answer.question} "{answer.said}" (line {answer.line})'.strip()
