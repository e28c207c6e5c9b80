"""The commands: the only module that prints, asks or exits."""

import contextlib
import gc
import os
import re
import sys
import threading
import time
import unicodedata
from datetime import date
from pathlib import Path

import click

from guide import __version__
from guide.content.scripts import base_language, usual_code
from guide.errors import ERROR, GuideError, Problem
from guide.output import (
    ADVICE, MADE, NEW, Kept, Rule, as_read, begins, is_table, refusal, refuse_all, write_all, write_atomically,
)
from guide.timing import Clock, untimed

DEFAULT_CONTENT = "content"
DEFAULT_OUT = "out"
DEFAULT_WORKLIST = "out/worklist.pdf"
INTERRUPTED = 130  # what a shell gives for Ctrl-C
LONG_WORK = 0.5  # seconds before a progress bar is shown
BETWEEN_BARS = 0.1
JOINERS = re.compile("(?<=[^\x00-\u02ff])[\u200c\u200d](?=[^\x00-\u02ff])")  # scripts beyond Latin need them to be read
TRIES = 50  # to write a date while other runs write others


# --- the commands ---------------------------------------------------------------------------------

def existing_folder(context, parameter, value):
    """The content folder as a Path; wrong use if there is none."""
    folder = Path(value)
    if folder.is_dir():
        return folder
    what = "is a file, not a folder" if folder.exists() else "does not exist"
    raise click.BadParameter(f"{folder} {what}; name the folder that holds guide.yaml.")


def output_folder(context, parameter, value):
    """The folder for editions as a Path; wrong use if a file is there."""
    if Path(value).is_file():
        raise click.BadParameter(f"{value} is a file; name a folder.")
    return Path(value)


def replaceable_file(context, parameter, value, over=MADE):
    """Where a file goes as a Path; wrong use if a folder or somebody's other work is there."""
    path = value and Path(value)
    if path and path.is_dir():
        raise click.BadParameter(f"{path} is a folder; name a file, such as {path / 'guide.pdf'}.")
    with contextlib.suppress(OSError):  # writing it will tell
        if path and (problem := refusal(path, over)):
            raise click.BadParameter(f"{path}: {problem.message}; {problem.hint}.")
    return path


def worklist_files(context, parameter, value):
    """Where the call sheet goes, as (PDF, CSV); wrong use if somebody's other work is there."""
    if value is None:
        return None
    return tuple(replaceable_file(context, parameter, Path(value).with_suffix(suffix), over) for suffix, over in worklist_rules().items())


def worklist_rules():
    """The rules for the two files of a call sheet, by suffix."""
    from guide.content.worklist import COLUMNS  # see today_or_given

    told = "this is not a call sheet as it was made here, or answers are written into it, and they would be lost"
    return {".pdf": MADE, ".csv": Rule(lambda old: is_table(old, COLUMNS, blank=2), told)}


def day(context, parameter, value):
    """A date; wrong use if it is none."""
    try:
        if value and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    if value is None:
        return None
    raise click.BadParameter(f"{value} is no date; write year, month and day as in 2026-03-14.")


def today_or_given(context, parameter, value):
    """The day on which listings are judged: as given, or SOURCE_DATE_EPOCH, or the clock's."""
    from guide.content.review import current_day  # content is slow to load; help must not wait

    if value is not None:
        return day(context, parameter, value)
    try:
        return current_day()
    except ValueError as error:
        raise click.BadParameter(f"SOURCE_DATE_EPOCH is {error}; it must be a number of seconds.") from None


def plain_name(context, parameter, value):
    """Somebody's name; wrong use if it could not stand in a content file."""
    if value is not None and (not value.strip() or not value.isprintable() or value.strip().lower() in ("null", "~")):
        raise click.BadParameter("write a name on one line.")
    return value and " ".join(value.split())


today_option = click.option("--today", metavar="DATE", callback=today_or_given,
                            help="The day on which to judge what is stale, as 2026-03-14.  [default: today]")
strict_option = click.option("--strict", is_flag=True, help="Take warnings for mistakes.")
content_option = click.option(
    "--content", metavar="FOLDER", default=DEFAULT_CONTENT, show_default=True, callback=existing_folder,
    help="The folder with the content files (guide.yaml and its sections).",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="make-guide", message="%(prog)s %(version)s")
def cli():
    """Make a printed guide from a folder of content files.

    "make-guide build" makes the PDF. "make-guide check" looks for mistakes in the content and makes
    nothing. Both say where a mistake is and what to do about it.
    """


@cli.command()
@content_option
@click.argument("names", metavar="[NAME]...", nargs=-1)
@click.option("--all", "every", is_flag=True, help="Make every edition.")
@click.option("--out", metavar="FOLDER", default=DEFAULT_OUT, show_default=True, callback=output_folder,
              help="Where the folders of the editions stand.")
@click.option("--output", metavar="FILE", callback=replaceable_file,
              help="Make one PDF here instead. An older one there is replaced once the new one is complete.")
@click.option("--force", is_flag=True, help="Make editions again that have not changed.")
@click.option("--keep-old", is_flag=True, help="Keep the edition with the number before in archive/.")
@click.option("--watch", is_flag=True, help="Make them again whenever a content file is saved; Ctrl-C ends it.")
@click.option("--open", "open_it", is_flag=True, help="Show the PDF when it is ready.")
@click.option("--timings", is_flag=True, help="Say where the time went.")
@strict_option
@today_option
def build(content, names, every, out, output, force, keep_old, watch, open_it, timings, strict, today):
    """Make the guide as a PDF, ready to print or send.

    NAME is an edition, a file in content/editions; without one the default edition is made.
    """
    if every and names:
        raise click.UsageError("Give names of editions, or --all, not both.")
    if output and (every or len(names) > 1):
        raise click.UsageError("--output takes one edition.")

    def make(memory=None):
        clock = Clock() if timings else None
        if output:
            made = make_file(content, output, *names, strict=strict, today=today, memory=memory, lap=clock)
        else:
            from guide.produce import Wishes  # layout and fonts take a while to load; help must not wait

            made = make_editions(content, out, Wishes(names=names, every=every, force=force, keep_old=keep_old, strict=strict,
                                                      today=today, memory=memory, lap=clock))
        if clock:
            tell_timings(clock)
        return made

    if watch:
        return make_whenever_saved(content, make)
    code, made = make()
    if open_it and made and click.launch(os.path.abspath(made)):  # a bare -x.pdf would be an option of the program that shows it
        echo(f"No program here shows it; open {made} yourself.", err=True)
    return code


def tell_timings(clock):
    """Say how long each stage took."""
    clock("write")
    for stage, seconds in clock.seconds.items():
        echo(f"{stage:8} {seconds:7.3f} s")


def make_file(content, output, name="", *, lap=None, **how):
    """Make one edition as one file and say so; (exit code, the file)."""
    start = time.perf_counter()
    from guide.build import build_guide  # see build
    from guide.layout.fonts import FontError

    with Progress() as progress:
        try:
            result = build_guide(content, progress, name=name, lap=lap or untimed, **how)
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    write_atomically(output, result.pdf, MADE)
    report(result.problems)
    echo(f"Made {output}", bold=True)
    echo(f"{count(result.pages, 'page')}, {count(result.listings, 'listing')}, "
         f"{size(len(result.pdf))}, {time.perf_counter() - start:.1f} seconds")
    tell(result.said)
    return 0, output


def make_editions(content, out, wishes):
    """Make editions in their folders and say what was made; (exit code, the first file or None)."""
    start = time.perf_counter()
    from guide.layout.fonts import FontError
    from guide.produce import NotAllMade, produce  # see build

    failed = {}
    with Progress() as progress:
        try:
            editions, problems = produce(content, out, wishes, progress)
        except NotAllMade as error:
            editions, problems, failed = error.made, error.problems, error.failed
        except FontError as error:
            raise click.ClickException(one_line(str(error))) from None
    report((*problems, *(problem for made in editions for problem in made.problems)))
    for made in editions:
        tell_edition(made)
    if len(editions) + len(failed) > 1:
        tell_failed(failed)
    echo(f"{time.perf_counter() - start:.1f} seconds")
    return (1 if failed else 0), next((made.files[0] for made in editions), None)


def tell_failed(failed):
    """Say which editions were not made, and why: the first of their problems that stopped them."""
    for name, problems in failed.items():
        why, *more = [problem for problem in problems if problem.level == ERROR] or problems
        echo(f"Not made: {name}: {why.message}" + (f" (and {count(len(more), 'problem')} more)" if more else ""), err=True, fg="red")


def tell_edition(made):
    """Say what is in the folder of an edition."""
    for file in made.files:
        echo(f"{'Made' if made.changed else 'Unchanged:'} {file}", bold=made.changed)
    paper = f"{count(made.sheets, 'sheet')} of paper" + (f" for {made.copies} copies" if made.copies > 1 else "")
    paper += f", {money(made.cost)} a copy" if made.cost else ""
    echo(f"{count(made.pages, 'page')}, {count(made.listings, 'listing')}, {size(made.size)}, {paper}")
    tell(made.said)


def money(amount):
    """An amount of money; below one of the least coin, to two figures that say something."""
    return f"{amount:.2f}" if amount >= 0.01 else f"{amount:.2g}"


def tell(sentences):
    for sentence in sentences:
        echo(sentence[0].upper() + sentence[1:])


def make_whenever_saved(content, make):
    """Make it, and again whenever a file of the content is saved; problems are shown and it goes on."""
    from watchfiles import watch  # only here

    from guide.build import Memory  # see build

    memory = Memory()
    make_and_go_on(make, memory)
    echo(f"Watching {content}; press Ctrl-C to end.")
    gc.enable()  # see main: this goes on for hours, and a build turns it off for itself
    for _ in watch(content, raise_interrupt=True):
        make_and_go_on(make, memory)


def make_and_go_on(make, memory):
    try:
        make(memory)
    except GuideError as error:
        report(error.problems)
    except click.ClickException as error:
        error.show()
    except (click.exceptions.Exit, click.Abort, BrokenPipeError):
        raise
    except Exception as error:  # whatever it is: the next time that a file is saved it may be mended
        forget(memory)
        tell_fault(error)


def forget(memory):
    """Keep nothing from a build that ended no one knows where."""
    memory.sections.clear()
    memory.galleys.clear()


@cli.command()
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
def new(folder):
    """Start a guide of your own in a new FOLDER: content with notes that teach, and three editions."""
    from guide.starter import start_guide  # only here

    try:
        written = start_guide(folder)
    except FileExistsError:
        raise click.BadParameter(f"{folder} is there already and is not empty; choose another name.", param_hint="FOLDER") from None
    for path in written:
        echo(f"Made {path}")
    echo(f"Now: make-guide build --content {folder}", bold=True)


@cli.command()
@content_option
@strict_option
@today_option
@click.option("--format", "form", type=click.Choice(["text", "json", "github"]), default="text", show_default=True,
              help="Lines for people and editors, JSON for programs, or notes on GitHub's pages.")
@click.option("--worklist", metavar="FILE", is_flag=False, flag_value=DEFAULT_WORKLIST, callback=worklist_files,
              help="Make a call sheet too: what to ask each listing, never verified first, as PDF and as CSV "
                   f"beside it.  [without FILE: {DEFAULT_WORKLIST}]")
def check(content, strict, today, form, worklist):
    """Look for mistakes in the content without making a guide.

    Ends with 1 if there are mistakes; warnings are none, unless --strict is given.
    """
    from guide.build import check_content  # see build

    guide, problems = check_content(content, today)
    if form == "json":
        click.echo(as_json(guide, problems))
    elif form == "github":
        for problem in problems:
            click.echo(github_line(problem))
    else:
        report(problems)
    if worklist and guide:
        try:
            write_worklist(guide, worklist, err=form != "text")
        except GuideError as error:
            told = {(problem.mark, problem.name) for problem in problems}
            report([problem for problem in error.problems if (problem.mark, problem.name) not in told])
            return 1
    if any(strict or problem.level == ERROR for problem in problems):
        return 1
    if form == "text":
        verified = sum(listing.verified is not None for listing in guide.listings)
        echo(f"{count(len(guide.listings), 'listing')} in {count(len(guide.sections), 'section')}, {verified:,} verified.")
    return 0


def write_worklist(guide, paths, err):
    """Make the call sheet as PDF and CSV."""
    from guide.build import build_worklist  # see build

    files = dict(zip(paths, build_worklist(guide)))
    refuse_all(files, rules := {path: worklist_rules()[path.suffix] for path in files})
    for path, data in files.items():
        write_atomically(path, data, rules[path])
        echo(f"Made {path}", err=err, bold=True)


def language_code(context, parameter, value):
    """The code of a language in its usual form; wrong use if it is none."""
    if re.fullmatch("[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", value):
        return usual_code(value)
    raise click.BadParameter(f"{value} is not the code of a language; write one such as es or pt-BR.")


@cli.command()
@content_option
@click.argument("language", callback=language_code)
@click.option("--export", "export_to", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write a PO file for a translator instead.")
@click.option("--import", "import_from", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="Take in a PO file that a translator has sent back.")
def translate(content, language, export_to, import_from):
    """Write the files in which the guide is translated to LANGUAGE, or bring them up to date.

    What is translated already stays. What is new is there to be filled in, and what has to be read again, because its
    source has changed, is marked. LANGUAGE is a code such as es.
    """
    from guide.build import load_content  # see build
    from guide.content.languages import language_name
    from guide.content.select import printable
    from guide.content.translate_file import translation_files

    if export_to and import_from:
        raise click.UsageError("Use --export or --import, not both.")
    guide, problems = load_content(content)
    if guide is None:
        raise GuideError([problem for problem in problems if problem.level == ERROR])
    if language == guide.language:
        raise click.BadParameter(f"{language} is the language that the guide is written in.", param_hint="LANGUAGE")
    if language_name(language, "en") == base_language(language):
        echo(f"No language is known by the code {language}. If that is a mistake, delete the files that are made now.", err=True)
    guide, entries, topics, found = printable(guide), {}, {}, ()
    if export_to:
        return export_translation(guide, content, language, export_to)
    if import_from:
        from guide.exchange.po import import_po  # Babel is slow to load

        entries, topics, found = import_po(import_from, guide, language)
        if any(problem.level == ERROR for problem in found):
            raise GuideError(found)
    files, more = translation_files(guide, content, language, entries, topics)
    if not files:
        raise GuideError((*found, *more))
    write_all({file.path: file.data for file in files}, {file.path: as_read(file.old) for file in files}, keep_mode=True)
    report((*found, *more))
    for file in files:
        echo(f"Made {file.path}", bold=True)
    if import_from:
        echo(f"{count(len(entries) + len(topics), 'text')} taken in from {import_from}.")
    added, changed = sum(file.added for file in files), sum(file.changed for file in files)
    echo(f"{count(added, 'text')} to be filled in, {changed:,} to be read again.")
    return int(any(problem.level == ERROR for problem in more))


def export_translation(guide, content, language, path):
    """Write a PO file."""
    from guide.content.translations import load_translation  # see build
    from guide.exchange.po import export_po, has_nothing_else

    translation, problems = load_translation(guide, content, language)
    if any(problem.level == ERROR for problem in problems):
        raise GuideError(problems)
    data = export_po(guide, translation, language)
    write_atomically(path, data, Rule(lambda old: has_nothing_else(old, data), "this is not a PO file as it was made here, or a translator has "
                                      "written into it, and that would be lost", "take it in with --import first, or choose another name"))
    echo(f"Made {path}", bold=True)
    return 0


@cli.command()
@content_option
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@click.option("--date", "day_", metavar="DATE", callback=day, help="The day of the call, as 2026-03-14.  [default: today]")
@click.option("--by", metavar="NAME", callback=plain_name, help="Who called.")
@today_option
def verify(content, ids, day_, by, today):
    """Write into the content that listings were verified.

    Only the date, and with --by the name, changes in the files. With several ids, all are set or none.
    """
    if (day_ or today) > today:
        raise click.BadParameter(f"{day_} is still to come.", param_hint="--date")
    keys = {"verified": str(day_ or today)} | ({"verified_by": by} if by else {})
    for listing in write_keys(content, ids, keys):
        kept = f", still by {listing.verified_by}" if listing.verified_by and not by else f" by {by}" if by else ""
        echo(f"{listing.name}: verified {keys['verified']}{kept} ({listing.mark.path})")


def write_keys(content, ids, keys, tries=TRIES):
    """Write keys into the files of listings, all or none; the listings. What another run has written meanwhile is read again."""
    from guide.content.edit import set_values  # see build
    from guide.content.load import load_guide

    guide, problems = load_guide(content)
    if guide is None:
        raise GuideError(problems)
    found, files = find_listings(guide, dict.fromkeys(ids)), {}
    for listing in found:
        files.setdefault(listing.mark.path, {})[listing.id] = keys
    old = {path: path.read_bytes() for path in files}
    new = {path: set_values(old[path], values, path) for path, values in files.items()}
    try:
        write_all(new, {path: as_read(data) for path, data in old.items()}, keep_mode=True)
    except Kept:
        if tries == 1:
            raise
        return write_keys(content, ids, keys, tries - 1)
    return found


def find_listings(guide, ids):
    """The listings with these ids; GuideError that names every id there is not."""
    from guide.content.fields import closest  # see build

    there = {listing.id: listing for listing in guide.listings}
    problems = []
    for each in ids:
        if each not in there:
            near = closest(each, there)
            hint = f'did you mean "{near}"?' if near else "make-guide check --worklist names every id"
            problems.append(Problem(mark=guide.mark, name="unknown-id", message=f'there is no listing with the id "{each}"', hint=hint))
    if problems:
        raise GuideError(problems)
    return [there[each] for each in ids]


@cli.command()
@content_option
def schema(content):
    """Write the schemas by which editors complete and check content while you type."""
    from guide.build import all_schemas  # see build

    files = {content / "schema" / name: text.encode() for name, text in all_schemas().items()}
    write_all(files, {path: begins(data[:data.index(b'",\n "type"')]) for path, data in files.items()})  # as far as what it is called
    for path in files:
        echo(f"Made {path}", bold=True)


# --- mail -----------------------------------------------------------------------------------------

class MailGroup(click.Group):
    """Commands of mail; what begins with none of their names is sent."""

    def parse_args(self, context, arguments):
        if not arguments or arguments[0] not in (*self.commands, "-h", "--help"):
            arguments = ["send", *arguments]
        return super().parse_args(context, arguments)


def mail_report(context, parameter, value):
    """Where the report goes as a Path; wrong use if somebody's other work is there."""
    return replaceable_file(context, parameter, value, report_rule()) if value else None


def report_rule():
    """The rule for a report of mail."""
    from guide.mail.post import COLUMNS  # only here

    return Rule(lambda old: is_table(old, COLUMNS), "this is not a report of mail as it was made here, and would be lost")


def empty_outbox(context, parameter, value):
    """The folder for drafts as a Path; wrong use if drafts of another run are there, which might be sent a second time."""
    folder = value and output_folder(context, parameter, value)
    if folder and any(folder.glob("*.eml")):
        raise click.BadParameter(f"there are drafts in {folder} already; delete them, or choose another folder.")
    return folder


def mail_address(context, parameter, value):
    """An e-mail address, or several; wrong use if one is none."""
    from guide.mail.address import parse_address  # only here

    found = []
    for text in (value,) if isinstance(value, str) else value or ():
        address, trouble = parse_address(text)
        if trouble:
            raise click.BadParameter(one_line(f"{text} {trouble[0]}; {trouble[1]}."))
        found.append(address)
    return found[0] if isinstance(value, str) else tuple(found) if value else None


out_option = click.option("--out", metavar="FOLDER", default=DEFAULT_OUT, show_default=True, callback=output_folder,
                          help="Where the folders of the editions stand, and mail.sqlite, which says who has had what.")
report_option = click.option("--report", "report_to", metavar="FILE", callback=mail_report,
                             help="Write what became of every message into a table (CSV).")


@cli.group(cls=MailGroup, subcommand_metavar="[EDITION]... --to FILE | status | suppress | bounced")
def mail():
    """Send editions by e-mail, and see what became of it.

    "make-guide mail letter --to people.csv" sends the edition letter; "make-guide mail send --help" tells all of it.
    The server is named by GUIDE_MAIL_URL, the password by GUIDE_MAIL_PASSWORD or GUIDE_MAIL_PASSWORD_FILE.
    """
    gc.enable()  # see main: this may go on for hours


@mail.command("send")
@content_option
@click.argument("names", metavar="[EDITION]...", nargs=-1)
@click.option("--to", "people", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
              help="The recipients, as CSV or YAML: address, name, organization, language, edition, copies, and what else you like.")
@click.option("--dry-run", is_flag=True, help="Show each message and send nothing.")
@click.option("--outbox", metavar="FOLDER", callback=empty_outbox,
              help="Write each message as a draft (.eml) into a folder and send nothing.")
@click.option("--test", "me", metavar="ADDRESS", callback=mail_address, help="Send one message to yourself; nothing is noted.")
@click.option("--doubtful", type=click.Choice(["again", "skip"]), help="What to do with those who may have had it already.")
@click.option("--refused", type=click.Choice(["again", "skip"]), default="skip", show_default=True,
              help="What to do with those whom the server refused.")
@click.option("--corrected", is_flag=True, help="Send also to those who had this edition with the same number and another text.")
@click.option("--attempts", type=click.IntRange(1, 20), default=4, show_default=True, help="How often to try in this run.")
@click.option("--pause", metavar="SECONDS", type=click.FloatRange(0), default=30, show_default=True,
              help="How long to wait before the second attempt; twice as long before each one after it.")
@click.option("--rate", metavar="NUMBER", type=click.FloatRange(0), default=0, help="Messages a minute at the most.")
@click.option("--per-connection", metavar="NUMBER", type=click.IntRange(1), default=100, show_default=True,
              help="Messages after which the connection is made anew.")
@out_option
@report_option
@today_option
def mail_send(content, names, people, dry_run, outbox, me, doubtful, refused, corrected, out, report_to, today, **pace):
    """Send editions to the people in a file, one message each; nobody gets one twice.

    Run it again after a break, a power cut or a busy server: it goes on where it was. EDITION is a file in
    content/editions; without one, people get the edition that their line names, or the default edition.
    """
    if not people and not me:
        raise click.UsageError("Say who gets it: --to FILE, or --test ADDRESS.")
    if sum(map(bool, (dry_run, outbox, me))) > 1:
        raise click.UsageError("Give one of --dry-run, --outbox and --test.")
    from guide.layout.fonts import FontError  # see build
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
        echo(f"{count(outcome.refused, 'message')} refused; make-guide mail status names them, and --refused again tries them again.", err=True, fg="red")
    if outcome.doubtful:
        echo(f"{count(outcome.doubtful, 'message')} doubtful: the server may have taken them, but its answer was lost.", err=True, fg="yellow")
    tell_rest(rest, choices)
    if report_to:
        write_mail_report(out, report_to)
    if outcome.doubtful or rest.get("doubtful") and not choices.doubtful:
        echo("Choose: --doubtful again sends to those once more, who may then have it twice; --doubtful skip leaves it.", err=True)
        return 1
    return 1 if outcome.stopped or outcome.left or outcome.refused else 0


REST = {
    "sent": "had it before", "bounced": "had it before, and it came back", "suppressed": "suppressed: they get no mail",
    "doubtful": "doubtful since an earlier run: they may have had it", "refused": "refused in an earlier run (--refused again tries them)",
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
        raise click.ClickException(f"{me} is suppressed and gets no mail; make-guide suppress --undo {me} changes that.")
    mailing = test_mailing(mailing, me)
    try:
        send_tests(mailing, server, pace)
    except (Busy, Dropped, Permanent, Temporary, Unanswered, NotWelcome, Unreachable) as error:
        raise click.ClickException(one_line(f"Not sent: {error}")) from None
    echo(f"{count(len(mailing.pairs), 'message')} sent to {me}.", bold=True)
    return 0


def show_message(message):
    """Print a message as a person reads it."""
    for name in ("From", "To", "Reply-To", "Subject", "Message-ID", "List-Unsubscribe", "List-Unsubscribe-Post"):
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
        told_states = ", ".join(f"{states[state]:,} {state}" for state in dict.fromkeys((*known, *states)) if states[state])
        echo(f"{edition}, number {number} ({digest[:8]}): {told_states}", bold=True)
    for entry in entries:
        if entry.state in ("doubtful", "refused", "bounced"):
            echo(f"{entry.state}: {entry.key.address}, {entry.key.edition} {entry.key.number}: {entry.answer}")
    for address, reason in suppressed.items():
        echo(f"suppressed: {address}: {reason}")
    if not entries and not suppressed:
        echo("Nothing was sent yet.")
    if report_to:
        write_mail_report(out, report_to)


@click.command("suppress")
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True, callback=mail_address)
@click.option("--reason", default="asked for no more mail", show_default=True, callback=plain_name, help="Why, in a few words.")
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
                echo(f"{address} gets mail again." if ledger.allow(address.key) else f"{address} was not suppressed.")


cli.add_command(suppress)
mail.add_command(suppress)


@mail.command("bounced")
@click.argument("addresses", metavar="ADDRESS...", nargs=-1, required=True, callback=mail_address)
@out_option
def mail_bounced(addresses, out):
    """Note that mail to an address came back; it gets no more."""
    from guide.mail.ledger import Ledger

    with Ledger(out) as ledger:
        for address in addresses:
            echo(f"{address}: {count(ledger.bounce(address.key), 'message')} came back; it gets no mail.")


# --- words ----------------------------------------------------------------------------------------

def count(number, noun):
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def size(number):
    """A file size as file managers give it: "58 kB"."""
    return f"{number / 1e6:.1f} MB" if number >= 1e6 else f"{max(1, round(number / 1e3))} kB"


def one_line(text):
    """The text without what would steer a terminal, begin a new line or not be seen: that is shown as its number."""
    if text.isprintable():
        return text
    joiners = {match.start() for match in JOINERS.finditer(text)}
    return "".join(c if c.isprintable() or place in joiners else escaped(c) for place, c in enumerate(text))


def escaped(character):
    """A control, format, private or unassigned character as its number; any other as it is."""
    if unicodedata.category(character) not in ("Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"):
        return character
    number = ord(character)
    return f"\\x{number:02x}" if number < 0x100 else f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"


def echo(text, err=False, **style):
    """Print a line; in colour on a terminal, unless NO_COLOR forbids it."""
    colour = False if os.environ.get("NO_COLOR") else None
    click.echo(click.style(one_line(text), **style), err=err, color=colour)


def report(problems):
    """Print every problem on a line of its own, then how many there are."""
    for problem in problems:
        echo(problem_line(problem), err=True, fg="red" if problem.level == ERROR else "yellow")
    errors = sum(problem.level == ERROR for problem in problems)
    warnings = len(problems) - errors
    counts = [count(errors, "problem")] if errors else []
    counts += [count(warnings, "warning")] if warnings else []
    if counts:
        echo(" and ".join(counts), err=True, bold=True)


def problem_line(problem):
    """`file:line:column: error: what is wrong; what to do [name]`, as compilers say it and editors read it."""
    return f"{problem.mark}: {problem.level}: {told(problem)} [{problem.name}]"


def told(problem):
    """What is wrong, and what to do."""
    return f"{problem.message}; {problem.hint}" if problem.hint else problem.message


def as_json(guide, problems):
    """The problems as JSON, and how many of each."""
    errors = sum(problem.level == ERROR for problem in problems)
    listings = guide.listings if guide else ()
    rows = [
        {"path": str(problem.mark.path), "line": problem.mark.line, "column": problem.mark.column, "level": problem.level,
         "name": problem.name, "message": problem.message, "hint": problem.hint}
        for problem in problems
    ]
    summary = {"errors": errors, "warnings": len(problems) - errors, "listings": len(listings),
               "unverified": sum(listing.verified is None and listing.printed for listing in listings)}
    import json  # only here, and slow to load

    return json.dumps({"problems": rows, "summary": summary}, indent=1)


def github_line(problem):
    """The problem as a command of GitHub's workflows, which shows it beside the line."""
    path, line, column = problem.mark
    place = {"file": one_line(str(path))} | ({"line": line, "col": column} if line else {}) | {"title": problem.name}
    keys = ",".join(f"{key}={github_text(str(value), ',:')}" for key, value in place.items())
    return f"::{problem.level} {keys}::{github_text(one_line(told(problem)))}"


def github_text(text, also=""):
    """A text with the signs that end a command of GitHub's written as codes."""
    for sign in "%\r\n" + also:
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text


class Progress:
    """A bar on the terminal while work is long; nothing in a pipe, and nothing left behind.

    It is drawn beside the work, so that it also moves while a stage has nothing to tell.
    """

    def __init__(self):
        self.state = "", 0, 1
        self.finished = threading.Event()
        self.drawing = threading.Thread(target=self.draw_until_finished, daemon=True)
        self.shows = sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def __call__(self, stage, done, total):
        self.state = stage, done, total

    def __enter__(self):
        if self.shows:
            self.drawing.start()
        return self

    def __exit__(self, *exception):
        if self.shows:
            self.finished.set()
            self.drawing.join()

    def draw_until_finished(self):
        start = time.monotonic()
        if self.finished.wait(LONG_WORK):
            return
        while not self.finished.wait(BETWEEN_BARS):
            draw(bar(*self.state, time.monotonic() - start))
        draw("")


def draw(text):
    """Put the text in the place of the terminal's last line."""
    from shutil import get_terminal_size  # only here

    width, text = get_terminal_size().columns - 1, one_line(text)
    print(f"\r{text[:width]:{width}}\r", end="", file=sys.stderr, flush=True)


def bar(stage, done, total, seconds):
    """How far the work is in words and signs: "Setting   [##########          ]  50%  3 s"."""
    part = min(done / total, 1) if total else 0
    return f"{stage:9} [{'#' * round(part * 30):30}] {part:4.0%}  {seconds:.0f} s"


# --- every way to end -----------------------------------------------------------------------------

def main(arguments=None):
    """Run the command and leave with its exit code."""
    gc.disable()  # a twentieth of a small build: imports make a great many objects that stay, and hardly a cycle
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # a name that the terminal cannot show is no reason to stop
    code = run(arguments)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # nobody reads any more
            stream.flush()
    os._exit(code)  # taking a guide's objects apart one by one takes a tenth of the time of a small build


def open_streams():
    """Give standard streams that were closed to nobody: or a file that is opened later takes their place, and our words."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    sys.stdout = sys.stdout or open(os.devnull, "w")
    sys.stderr = sys.stderr or open(os.devnull, "w")


def run(arguments=None):
    """The exit code of a command line: 0 done, 1 something is wrong or nobody reads any more, 2 wrong use, 130 Ctrl-C."""
    try:
        return run_and_tell(arguments)
    except (BrokenPipeError, SystemExit):  # click makes the first the second
        return 1


def run_and_tell(arguments):
    """The exit code of a command line; what went wrong is told."""
    try:
        return cli.main(arguments, prog_name="make-guide", standalone_mode=False) or 0
    except click.ClickException as error:
        error.message = shown_lines(error.message)
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except GuideError as error:
        report(error.problems)
        return 1
    except BrokenPipeError:
        raise
    except Exception as error:
        tell_fault(error)
        return 1


def shown_lines(text):
    """What click says, which may be several lines, each without what would steer a terminal."""
    return text and "\n".join(one_line(line.replace("\t", "    ")) for line in text.split("\n"))


def tell_fault(error):
    """Say what went wrong in one line; with GUIDE_DEBUG, where."""
    if os.environ.get("GUIDE_DEBUG"):
        import traceback  # only here

        traceback.print_exception(error)
    echo(f"Error: {explain(error)}", err=True, fg="red")


def explain(error):
    """What happened and what to do, for somebody who did not write the program."""
    if isinstance(error, OSError) and error.strerror:
        place = f"{error.filename}: " if error.filename else ""
        advice = ADVICE.get(error.errno, "")
        return f"{place}{error.strerror}; {advice}" if advice else f"{place}{error.strerror}"
    if type(error).__module__ == "sqlite3":  # not imported here: few commands need it
        return f"The ledger of mail cannot be used ({error}); make room on the disk and run the command again."
    if isinstance(error, ImportError):
        return f"A part of the program is missing ({error}); install it again."
    if isinstance(error, ChildProcessError):
        return f"A process that made a part of the guide was stopped, perhaps because memory ran out ({error}); run the command again."
    if isinstance(error, MemoryError):
        return "The memory of this computer is too small for this guide."
    return (f"This is a fault of the program, not of your content ({type(error).__name__}: {error}). Please "
            "report it to whoever looks after the program. Set GUIDE_DEBUG=1 to see what they need to know.")


if __name__ == "__main__":
    main()
