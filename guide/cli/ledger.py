"""The commands of the ledger of mail: what became of every message, and who gets none."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.options import BESIDE, content_place_option, judged_file, output_folder, plain_name
from guide.cli.places import OUT, quoted
from guide.cli.terminal import count, echo, one_line
from guide.output import Rule, is_table, write_atomically
from guide.problems.output import OTHER_REPORT

if TYPE_CHECKING:  # see report_rule
    from guide.mail.address import Address

KNOWN = ("sent", "planned", "sending", "doubtful", "refused", "bounced")  # states, as they are told


def mail_report(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """Where the report goes as a Path; wrong use if somebody's other work is there."""
    return judged_file(Path(value), report_rule()) if value else None


def report_rule() -> Rule:
    """The rule for a report of mail."""
    from guide.mail.post import COLUMNS  # e-mail takes a while to load; help must not wait

    return Rule(lambda old: is_table(old, COLUMNS), OTHER_REPORT)


def mail_address(context: click.Context, parameter: click.Parameter, value: str | None) -> Address | None:
    """An e-mail address; wrong use if it is none."""
    return address_of(value) if value is not None else None


def mail_addresses(
    context: click.Context, parameter: click.Parameter, value: tuple[str, ...]
) -> tuple[Address, ...]:
    """E-mail addresses; wrong use if one is none."""
    return tuple(map(address_of, value))


def address_of(text: str) -> Address:
    """The e-mail address that a text is; wrong use if it is none."""
    from guide.mail.address import Address, parse_address  # see report_rule

    found = parse_address(text)
    if not isinstance(found, Address):
        raise click.BadParameter(one_line(f"{found.message.format(text=text)}; {found.hint}."))
    return found


def ledger_folder(context: click.Context, parameter: click.Parameter, value: str | None) -> Path:
    """The folder of the ledger, see output_folder.

    Wrong use where people may have had mail that is noted in `out` of this folder: before each guide had one of its own, it
    was there. No command begins a second ledger beside it, or says that nothing was sent, unless the folder is named.
    """
    from guide.mail.ledger import LEDGER  # see report_rule

    folder, old = output_folder(context, parameter, value), Path(OUT) / LEDGER
    if value or not old.is_file() or (folder / LEDGER).exists() or old.parent.resolve() == folder.resolve():
        return folder
    raise click.ClickException(
        one_line(
            f"{old} says who had editions from here, and is not looked for any more; move it and mail.lock to {folder}, "
            f"or if it is another guide's, add --out {quoted(folder)}"
        )
    )


out_option = click.option(
    "--out",
    metavar="FOLDER",
    callback=ledger_folder,
    help=f"Where the folders of the editions stand, and mail.sqlite, which says who has had what.  {BESIDE}",
)
report_option = click.option(
    "--report",
    "report_to",
    metavar="FILE",
    callback=mail_report,
    help="Write what became of every message into a table (CSV).",
)


def write_mail_report(out: Path, path: Path) -> None:
    """Write the ledger as a table."""
    from guide.mail.ledger import read_ledger  # see report_rule
    from guide.mail.post import report_csv

    write_atomically(path, report_csv(*read_ledger(out)), report_rule())
    echo(f"Made {path}", bold=True)


@click.command("status")
@content_place_option
@out_option
@report_option
def status(content: Path, out: Path, report_to: Path | None) -> None:
    """Say what became of the messages of each edition, and name those that were refused or are doubtful."""
    from guide.mail.ledger import read_ledger  # see report_rule
    from guide.mail.post import count_states

    entries, suppressed = read_ledger(out)
    for (edition, number, digest), states in count_states(entries).items():
        told_states = ", ".join(
            f"{states[state]:,} {state}" for state in dict.fromkeys((*KNOWN, *states)) if states[state]
        )
        echo(f"{edition}, number {number} ({digest[:8]}): {told_states}", bold=True)
    for entry in entries:
        if entry.state in ("doubtful", "refused", "bounced"):
            echo(
                f"{entry.state}: {entry.key.address}, {entry.key.edition} {entry.key.number}: {entry.answer}"
            )
    for address, reason in suppressed.items():
        echo(f"suppressed: {address}: {reason}")
    if not entries and not suppressed:
        echo("Nothing was sent yet.")
    if report_to:
        write_mail_report(out, report_to)


@click.command("suppress")
@content_place_option
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True, callback=mail_addresses)
@click.option(
    "--reason",
    default="asked for no more mail",
    show_default=True,
    callback=plain_name,
    help="Why, in a few words.",
)
@click.option("--undo", is_flag=True, help="Let them get mail again.")
@out_option
def suppress(content: Path, addresses: tuple[Address, ...], reason: str, undo: bool, out: Path) -> None:
    """Never send mail to an address again."""
    from guide.mail.ledger import Ledger  # see report_rule

    with Ledger(out) as ledger:
        for address in addresses:
            if not undo:
                ledger.suppress(address.key, reason)
                echo(f"{address} gets no mail.")
            else:
                echo(
                    f"{address} gets mail again."
                    if ledger.allow(address.key)
                    else f"{address} was not suppressed."
                )


@click.command("bounced")
@content_place_option
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True, callback=mail_addresses)
@out_option
def bounced(content: Path, addresses: tuple[Address, ...], out: Path) -> None:
    """Note that mail to an address came back; it gets no more."""
    from guide.mail.ledger import Ledger  # see report_rule

    with Ledger(out) as ledger:
        for address in addresses:
            echo(f"{address}: {count(ledger.bounce(address.key), 'message')} came back; it gets no mail.")
