"""The command mail: editions are sent, tried on oneself, shown or written as drafts."""

from __future__ import annotations

import gc
import os
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from guide.cli.ledger import (
    bounced,
    mail_address,
    out_option,
    report_option,
    status,
    suppress,
    write_mail_report,
)
from guide.cli.options import content_option, output_folder, scheduler_option, today_option
from guide.cli.places import pasteable
from guide.cli.terminal import Progress, count, echo, one_line, report, size
from guide.output import NEW, write_atomically

if TYPE_CHECKING:  # see mail_send
    from email.message import EmailMessage

    from guide.mail.address import Address
    from guide.mail.delivery import Pace
    from guide.mail.post import Choices, Mailing, Pair, Rest
    from guide.mail.server import Server


class MailGroup(click.Group):
    """Commands of mail; what begins with none of their names is sent."""

    def parse_args(self, context: click.Context, arguments: list[str]) -> list[str]:
        if not arguments or arguments[0] not in (*self.commands, "-h", "--help"):
            arguments = ["send", *arguments]
        return super().parse_args(context, arguments)

    def format_options(self, context: click.Context, formatter: click.HelpFormatter) -> None:
        """Show the options of sending too, which need not be named."""
        rows = [row for each in self.commands["send"].params if (row := each.get_help_record(context))]
        with formatter.section("Options of sending"):
            formatter.write_dl(rows)
        super().format_options(context, formatter)


def empty_outbox(context: click.Context, parameter: click.Parameter, value: str | None) -> Path | None:
    """The folder for drafts as a Path; wrong use if drafts of another run are there, which might be sent a second time."""
    folder = output_folder(context, parameter, value) if value else None
    if folder and any(folder.glob("*.eml")):
        raise click.BadParameter(
            f"there are drafts in {folder} already; delete them, or choose another folder."
        )
    return folder


@click.group(cls=MailGroup, subcommand_metavar="[EDITION]... --to FILE | status | suppress | bounced")
def mail() -> None:
    """Send editions by e-mail, and see what became of it.

    "make-guide mail letter --to people.csv" sends the edition letter; first look at it with --dry-run, or send it to yourself with
    --test.
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
    help="The recipients, as CSV or YAML: address, name, organization, language, edition, format, copies, and what else you like.",
)
@click.option(
    "--handouts",
    metavar="FOLDER",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Send each person the handout that make-guide batch made for their row into this folder; FILE is the table of people, with a column email.",
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
@scheduler_option
@today_option
def mail_send(
    content: Path,
    names: tuple[str, ...],
    people: Path | None,
    handouts: Path | None,
    dry_run: bool,
    outbox: Path | None,
    me: Address | None,
    doubtful: str | None,
    refused: str,
    corrected: bool,
    attempts: int,
    pause: float,
    rate: float,
    per_connection: int,
    out: Path,
    report_to: Path | None,
    scheduler: str,
    today: date,
) -> int:
    """Send editions to the people in a file, one message each; nobody gets one twice.

    Run it again after a break, a power cut or a busy server: it goes on where it was. EDITION is a file in
    content/editions; without one, people get the edition that their line names, or the default edition.
    """
    if not people and not me:
        raise click.UsageError("Say who gets it: --to FILE, or --test ADDRESS.")
    if handouts and (names or not people):
        raise click.UsageError(
            "--handouts sends what is in the folder: give --to FILE with it, and no EDITION."
        )
    if sum(map(bool, (dry_run, outbox, me))) > 1:
        raise click.UsageError("Give one of --dry-run, --outbox and --test.")
    from guide.layout.type.fonts import FontError  # see build; and e-mail takes a while to load too
    from guide.mail.delivery import Pace
    from guide.mail.ledger import check_used, read_ledger
    from guide.mail.messages import form_in_words
    from guide.mail.post import Choices, prepare, sort_out
    from guide.mail.server import server_from

    pace = Pace(attempts=attempts, pause=pause, rate=rate, per_connection=per_connection)
    choices = Choices(doubtful=doubtful or "", refused=refused, corrected=corrected)
    server = None if dry_run or outbox else server_from(os.environ)
    with Progress() as progress:
        try:
            if handouts and people:
                mailing = mailing_of_handouts(content, handouts, people, today, progress, scheduler)
            else:
                mailing = prepare(content, out, names, people, today, progress, scheduler)
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    report(mailing.problems)
    if mailing.others:
        why = "their rows have no address, or no handout" if handouts else "their lines name other editions"
        echo(f"{count(mailing.others, 'recipient')} left out: {why}.", err=True)
    if me and server:
        return send_to_oneself(mailing, me, out, server, pace)
    if server:
        return send_and_tell(mailing, out, server, pace, choices, report_to)
    check_used(out)
    to_send, rest = sort_out(mailing, *read_ledger(out), choices)
    if outbox:
        write_drafts(mailing, to_send, outbox)
    else:
        for pair in to_send:
            show_message(mailing.message(*pair), form_in_words(pair[0]))
        tell_forms(to_send)
    tell_rest(rest)
    return 0


def mailing_of_handouts(
    content: Path, folder: Path, people: Path, today: date, progress: Progress, scheduler: str
) -> Mailing:
    """The mailing of the handouts in a folder, with all that there is to tell of making them."""
    from guide.batch.mailing import prepare_handouts  # few mailings need it
    from guide.batch.order import Order

    order = Order(content=content, people=people, out=folder, today=today, scheduler=scheduler)
    mailing, outcome = prepare_handouts(order, progress)
    return replace(mailing, problems=(*outcome.problems, *mailing.problems))


def send_and_tell(
    mailing: Mailing, out: Path, server: Server, pace: Pace, choices: Choices, report_to: Path | None
) -> int:
    """Send a mailing and say how it went; the exit code."""
    from guide.mail.delivery import Line  # see mail_send
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
            f"{count(outcome.refused, 'message')} refused; {pasteable('make-guide mail status')} names them, and --refused again tries them again.",
            err=True,
            fg="red",
        )
    if outcome.doubtful:
        echo(
            f"{count(outcome.doubtful, 'message')} doubtful: the server may have taken them, but its answer was lost.",
            err=True,
            fg="yellow",
        )
    tell_rest(rest)
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


def tell_rest(rest: Rest) -> None:
    """Say who was left out, and why."""
    for why, pairs in rest.items():
        echo(f"{count(len(pairs), 'message')} not sent: {REST[why]}", err=True)


def send_to_oneself(mailing: Mailing, me: Address, out: Path, server: Server, pace: Pace) -> int:
    """Send an edition to whoever runs the command; the exit code."""
    from guide.mail.delivery import Busy, Dropped, Permanent, Temporary, Unanswered  # see mail_send
    from guide.mail.ledger import read_ledger
    from guide.mail.post import send_tests, test_mailing
    from guide.mail.server import NotWelcome, Unreachable

    if me.key in read_ledger(out)[1]:
        raise click.ClickException(
            pasteable(f"{me} is suppressed and gets no mail; make-guide suppress --undo {me} changes that.")
        )
    mailing = test_mailing(mailing, me)
    try:
        send_tests(mailing, server, pace)
    except (Busy, Dropped, Permanent, Temporary, Unanswered, NotWelcome, Unreachable) as error:
        raise click.ClickException(one_line(f"Not sent: {error}")) from None
    echo(f"{count(len(mailing.pairs), 'message')} sent to {me}.", bold=True)
    return 0


def tell_forms(pairs: Iterable[Pair]) -> None:
    """Say how many get which form, where more than one is sent."""
    from guide.mail.messages import form_in_words  # see mail_send

    counts = Counter(form_in_words(parcel) for parcel, _ in pairs)
    if len(counts) > 1:
        echo(f"By format: {', '.join(f'{count:,} {form}' for form, count in counts.items())}.", bold=True)


def show_message(message: EmailMessage, form: str = "") -> None:
    """Print a message as a person reads it, with the form that is sent; a guide that stands in it is not printed."""
    from guide.mail.messages import BELOW  # see mail_send

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
    if form:
        echo(f"Format: {form}")
    echo("")
    body = message.get_body(("plain",))
    lines = body.get_content().splitlines() if body else []
    end = lines.index(BELOW) if BELOW in lines else len(lines)
    for line in lines[:end]:
        echo(line)
    if guide := "\n".join(lines[end:]):
        echo(f"[below it the guide, {size(len(guide.encode()))}]")
    for part in message.iter_attachments():
        echo(f"[{part.get_filename()}, {size(len(part.get_content()))}]")
    echo("-" * 72)


def write_drafts(mailing: Mailing, pairs: list[Pair], folder: Path) -> None:
    """Write messages as drafts that mail programs open."""
    for number, (parcel, recipient) in enumerate(pairs, 1):
        name = re.sub(r"[^a-z0-9.@_-]", "-", recipient.address.key)[:80]
        path = folder / f"{number:04}-{name}.eml"
        write_atomically(path, mailing.message(parcel, recipient, draft=True).as_bytes(), NEW)
        echo(f"Made {path}")
    echo(f"{count(len(pairs), 'draft')}. Nothing was sent, and nothing is noted as sent.", bold=True)


for _command in (status, suppress, bounced):
    mail.add_command(_command)
