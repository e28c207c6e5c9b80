"""The commands: the only room that prints, asks or exits. Each family has a file; they are registered here."""

import contextlib
import gc
import os
import sys

import click

from guide import __version__
from guide.cli import build, check, mail, new, translate, verify
from guide.cli.terminal import report, shown_lines, tell_fault
from guide.errors import GuideError

INTERRUPTED = 130  # what a shell gives for Ctrl-C


# --- the commands ---------------------------------------------------------------------------------


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="make-guide", message="%(prog)s %(version)s")
def cli():
    """Make a printed guide from a folder of content files.

    "make-guide build" makes the PDF. "make-guide check" looks for mistakes in the content and makes
    nothing. Both say where a mistake is and what to do about it.
    """


for _command in (
    build.build,
    check.check,
    mail.mail,
    mail.suppress,
    new.new,
    new.schema,
    translate.translate,
    verify.verify,
):
    cli.add_command(_command)


# --- every way to end -----------------------------------------------------------------------------


def main(arguments=None):
    """Run the command and leave with its exit code."""
    gc.disable()  # a twentieth of a small build: imports make a great many objects that stay, and hardly a cycle
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(
            errors="backslashreplace"
        )  # a name that the terminal cannot show is no reason to stop
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
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115  until the end
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115


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


if __name__ == "__main__":
    main()
