"""The commands of mail."""

import gc
import os
import re
from pathlib import Path

import click

from guide.cli.options import (
    DEFAULT_OUT,
    content_option,
    output_folder,
    plain_name,
    replaceable_file,
    today_option,
)
from guide.cli.terminal import Progress, count, echo, one_line, report, size
from guide.output import NEW, Rule, is_table, write_atomically
from guide.problems.output import OTHER_REPORT


class MailGroup(click.Group):
    """Commands of mail; what begins with none of their names is sent."""

    def parse_args(self, context, arguments):
        if not arguments or arguments[0] not in (*self.commands, "-h", "--help"):
            arguments = ["send", *arguments]
        return super().parse_args(context, arguments)


def mail_report(context, parameter, value):
    """Where the report goes as a Path; wrong use if somebody's other work is there."""
    return replaceable_file(context, parameter, value, report_rule()) if value else None


def empty_outbox(context, parameter, value):
    """The folder for drafts as a Path; wrong use if drafts of another run are there, which might be sent a second time."""
    folder = value and output_folder(context, parameter, value)
    if folder and any(folder.glob("*.eml")):
        raise click.BadParameter(
            f"there are drafts in {folder} already; delete them, or choose another folder."
        )
    return folder


def mail_address(context, parameter, value):
    """An e-mail address, or several; wrong use if one is none."""
    from guide.mail.address import parse_address  # only here

    found = []
    for text in (value,) if isinstance(value, str) else value or ():
        address, trouble = parse_address(text)
        if trouble:
            raise click.BadParameter(one_line(f"{trouble.message.format(text=text)}; {trouble.hint}."))
        found.append(address)
    return found[0] if isinstance(value, str) else tuple(found) if value else None


out_option = click.option(
    "--out",
    metavar="FOLDER",
    default=DEFAULT_OUT,
    show_default=True,
    callback=output_folder,
    help="Where the folders of the editions stand, and mail.sqlite, which says who has had what.",
)
report_option = click.option(
    "--report",
    "report_to",
    metavar="FILE",
    callback=mail_report,
    help="Write what became of every message into a table (CSV).",
)


@click.group(cls=MailGroup, subcommand_metavar="[EDITION]... --to FILE | status | suppress | bounced")
def mail():
    """Send editions by e-mail, and see what became of it.

    "make-guide mail letter --to people.csv" sends the edition letter; "make-guide mail send --help" tells all of it.
    The server is named by GUIDE_MAIL_URL, the password by GUIDE_MAIL_PASSWORD or GUIDE_MAIL_PASSWORD_FILE.
    """
    gc.enable()  # see main: this may go on for hours


@mail.command("send")
@content_option
@click.argument("names", metavar="[EDITION]...", nargs=-1)
@click.option(
    "--to",
    "people",
    metavar="FILE",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The recipients, as CSV or YAML: address, name, organization, language, edition, copies, and what else you like.",
)
@click.option("--dry-run", is_flag=True, help="Show each message and send nothing.")
@click.option(
    "--outbox",
    metavar="FOLDER",
    callback=empty_outbox,
    help="Write each message as a draft (.eml) into a folder and send nothing.",
)
@click.option(
    "--test",
    "me",
    metavar="ADDRESS",
    callback=mail_address,
    help="Send one message to yourself; nothing is noted.",
)
@click.option(
    "--doubtful",
    type=click.Choice(["again", "skip"]),
    help="What to do with those who may have had it already.",
)
@click.option(
    "--refused",
    type=click.Choice(["again", "skip"]),
    default="skip",
    show_default=True,
    help="What to do with those whom the server refused.",
)
@click.option(
    "--corrected",
    is_flag=True,
    help="Send also to those who had this edition with the same number and another text.",
)
@click.option(
    "--attempts",
    type=click.IntRange(1, 20),
    default=4,
    show_default=True,
    help="How often to try in this run.",
)
@click.option(
    "--pause",
    metavar="SECONDS",
    type=click.FloatRange(0),
    default=30,
    show_default=True,
    help="How long to wait before the second attempt; twice as long before each one after it.",
)
@click.option(
    "--rate", metavar="NUMBER", type=click.FloatRange(0), default=0, help="Messages a minute at the most."
)
@click.option(
    "--per-connection",
    metavar="NUMBER",
    type=click.IntRange(1),
    default=100,
    show_default=True,
    help="Messages after which the connection is made anew.",
)
@out_option
@report_option
@today_option
def mail_send(
    content, names, people, dry_run, outbox, me, doubtful, refused, corrected, out, report_to, today, **pace
):
    """Send editions to the people in a file, one message each; nobody gets one twice.

    Run it again after a break, a power cut or a busy server: it goes on where it was. EDITION is a file in
    content/editions; without one, people get the edition that their line names, or the default edition.
    """
    if not people and not me:
        raise click.UsageError("Say who gets it: --to FILE, or --test ADDRESS.")
    if sum(map(bool, (dry_run, outbox, me))) > 1:
        raise click.UsageError("Give one of --dry-run, --outbox and --test.")
    from guide.layout.type.fonts import FontError  # see build
    from guide.mail.delivery import Pace
    from guide.mail.ledger import check_used, read_ledger
    from guide.mail.post import Choices, prepare, sort_out
    from guide.mail.server import server_from

    choices = Choices(doubtful=doubtful or "", refused=refused, corrected=corrected)
    server = None if dry_run or outbox else server_from(os.environ)
    with Progress() as progress:
        try:
            mailing = prepare(content, out, names, people, today, progress)
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    report(mailing.problems)
    if mailing.others:
        echo(f"{count(mailing.others, 'recipient')} left out: their lines name other editions.", err=True)
    if me:
        return send_to_oneself(mailing, me, out, server, Pace(**pace))
    if server:
        return send_and_tell(mailing, out, server, Pace(**pace), choices, report_to)
    check_used(out)
    to_send, rest = sort_out(mailing, *read_ledger(out), choices)
    if dry_run:
        for pair in to_send:
            show_message(mailing.message(*pair))
    else:
        write_drafts(mailing, to_send, outbox)
    tell_rest(rest, choices)
    return 0


def send_and_tell(mailing, out, server, pace, choices, report_to):
    """Send a mailing and say how it went; the exit code."""
    from guide.mail.delivery import Line
    from guide.mail.post import send

    with Progress() as progress:
        outcome, rest = send(mailing, out, Line(server, pace), choices, progress)
    echo(f"{count(outcome.sent, 'message')} sent.", bold=True)
    if outcome.stopped:
        echo(f"Stopped: {outcome.stopped}", err=True, fg="red")
    if outcome.left:
        echo(f"{count(outcome.left, 'message')} not sent yet; run the command again.", err=True, fg="yellow")
    if outcome.suppressed:
        echo(f"{count(outcome.suppressed, 'message')} not sent: suppressed since the run began", err=True)
    if outcome.refused:
        echo(
            f"{count(outcome.refused, 'message')} refused; make-guide mail status names them, and --refused again tries them again.",
            err=True,
            fg="red",
        )
    if outcome.doubtful:
        echo(
            f"{count(outcome.doubtful, 'message')} doubtful: the server may have taken them, but its answer was lost.",
            err=True,
            fg="yellow",
        )
    tell_rest(rest, choices)
    if report_to:
        write_mail_report(out, report_to)
    if outcome.doubtful or rest.get("doubtful") and not choices.doubtful:
        echo(
            "Choose: --doubtful again sends to those once more, who may then have it twice; --doubtful skip leaves it.",
            err=True,
        )
        return 1
    return 1 if outcome.stopped or outcome.left or outcome.refused else 0


REST = {
    "sent": "had it before",
    "bounced": "had it before, and it came back",
    "suppressed": "suppressed: they get no mail",
    "doubtful": "doubtful since an earlier run: they may have had it",
    "refused": "refused in an earlier run (--refused again tries them)",
    "earlier": "had this edition with the same number and another text; give it a new number, or use --corrected",
}


def tell_rest(rest, choices):
    """Say who was left out, and why."""
    for why, pairs in rest.items():
        echo(f"{count(len(pairs), 'message')} not sent: {REST[why]}", err=True)


def send_to_oneself(mailing, me, out, server, pace):
    """Send an edition to whoever runs the command; the exit code."""
    from guide.mail.delivery import Busy, Dropped, Permanent, Temporary, Unanswered
    from guide.mail.ledger import read_ledger
    from guide.mail.post import send_tests, test_mailing
    from guide.mail.server import NotWelcome, Unreachable

    if me.key in read_ledger(out)[1]:
        raise click.ClickException(
            f"{me} is suppressed and gets no mail; make-guide suppress --undo {me} changes that."
        )
    mailing = test_mailing(mailing, me)
    try:
        send_tests(mailing, server, pace)
    except (Busy, Dropped, Permanent, Temporary, Unanswered, NotWelcome, Unreachable) as error:
        raise click.ClickException(one_line(f"Not sent: {error}")) from None
    echo(f"{count(len(mailing.pairs), 'message')} sent to {me}.", bold=True)
    return 0


def show_message(message):
    """Print a message as a person reads it."""
    for name in (
        "From",
        "To",
        "Reply-To",
        "Subject",
        "Message-ID",
        "List-Unsubscribe",
        "List-Unsubscribe-Post",
    ):
        if message[name]:
            echo(f"{name}: {message[name]}", bold=name == "To")
    echo("")
    for line in message.get_body(("plain",)).get_content().splitlines():
        echo(line)
    for part in message.iter_attachments():
        echo(f"[{part.get_filename()}, {size(len(part.get_content()))}]")
    echo("-" * 72)


def write_drafts(mailing, pairs, folder):
    """Write messages as drafts that mail programs open."""
    for number, (parcel, recipient) in enumerate(pairs, 1):
        name = re.sub(r"[^a-z0-9.@_-]", "-", recipient.address.key)[:80]
        path = folder / f"{number:04}-{name}.eml"
        write_atomically(path, mailing.message(parcel, recipient, draft=True).as_bytes(), NEW)
        echo(f"Made {path}")
    echo(f"{count(len(pairs), 'draft')}. Nothing was sent, and nothing is noted as sent.", bold=True)


def write_mail_report(out, path):
    """Write the ledger as a table."""
    from guide.mail.ledger import read_ledger
    from guide.mail.post import report_csv

    write_atomically(path, report_csv(*read_ledger(out)), report_rule())
    echo(f"Made {path}", bold=True)


@mail.command("status")
@out_option
@report_option
def mail_status(out, report_to):
    """Say what became of the messages of each edition, and name those that were refused or are doubtful."""
    from guide.mail.ledger import read_ledger
    from guide.mail.post import count_states

    entries, suppressed = read_ledger(out)
    known = ("sent", "planned", "sending", "doubtful", "refused", "bounced")
    for (edition, number, digest), states in count_states(entries).items():
        told_states = ", ".join(
            f"{states[state]:,} {state}" for state in dict.fromkeys((*known, *states)) if states[state]
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
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True, callback=mail_address)
@click.option(
    "--reason",
    default="asked for no more mail",
    show_default=True,
    callback=plain_name,
    help="Why, in a few words.",
)
@click.option("--undo", is_flag=True, help="Let them get mail again.")
@out_option
def suppress(addresses, reason, undo, out):
    """Never send mail to an address again."""
    from guide.mail.ledger import Ledger

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


@mail.command("bounced")
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True, callback=mail_address)
@out_option
def mail_bounced(addresses, out):
    """Note that mail to an address came back; it gets no more."""
    from guide.mail.ledger import Ledger

    with Ledger(out) as ledger:
        for address in addresses:
            echo(f"{address}: {count(ledger.bounce(address.key), 'message')} came back; it gets no mail.")


def report_rule():
    """The rule for a report of mail."""
    from guide.mail.post import COLUMNS  # only here

    return Rule(lambda old: is_table(old, COLUMNS), OTHER_REPORT)


mail.add_command(suppress)
