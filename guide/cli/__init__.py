"""The commands: the only room that prints, asks or exits. Each family has a file; they are registered here."""

import contextlib
import gc
import io
import os
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib import import_module

import click

from guide import __version__
from guide.cli.terminal import report, shown_lines, tell_fault
from guide.errors import GuideError

INTERRUPTED = 130  # what a shell gives for Ctrl-C
ROOMS = {  # {command: the module where it is, its name there}
    "archive": ("archive", "archive"),
    "batch": ("batch", "batch"),
    "build": ("build", "build"),
    "changes": ("changes", "changes"),
    "check": ("check", "check"),
    "distribute": ("distribute", "distribute"),
    "errata": ("errata", "errata"),
    "export": ("export", "export"),
    "history": ("where", "history"),
    "import": ("bring_in", "bring_in"),
    "mail": ("mail", "mail"),
    "new": ("new", "new"),
    "numbers": ("numbers", "numbers"),
    "schema": ("new", "schema"),
    "stops": ("stops", "stops"),
    "studio": ("studio", "studio"),
    "suppress": ("ledger", "suppress"),
    "translate": ("translate", "translate"),
    "verify": ("verify", "verify"),
    "where": ("where", "where"),
}


# --- the commands ---------------------------------------------------------------------------------


class Rooms(Mapping[str, click.Command]):
    """The commands by name, each imported when it is asked for: all together take a tenth of a small build."""

    def __getitem__(self, name: str) -> click.Command:
        module, own = ROOMS[name]
        command: click.Command = getattr(import_module(f"guide.cli.{module}"), own)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(ROOMS)

    def __len__(self) -> int:
        return len(ROOMS)


class Commands(click.Group):
    """The commands; problems that end one are told while it is still known which guide it worked on."""

    commands: Mapping[str, click.Command]  # type: ignore[assignment]  # nobody adds one

    def invoke(self, context: click.Context) -> int | None:
        try:
            code: int | None = super().invoke(context)
            return code
        except GuideError as error:
            if was_interrupted(error):
                raise KeyboardInterrupt from error
            report(error.problems)
            return 1


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="make-guide", message="%(prog)s %(version)s")
def cli() -> None:
    """Make a printed guide from a folder of content files.

    "make-guide build" makes the PDF. "make-guide check" looks for mistakes in the content and makes
    nothing. Both say where a mistake is and what to do about it. In a folder with guide.yaml, every command works on it.
    """


cli.commands = Rooms()


# --- every way to end -----------------------------------------------------------------------------


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command and leave with its exit code."""
    gc.disable()  # a twentieth of a small build: imports make a great many objects that stay, and hardly a cycle
    open_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(
            stream, io.TextIOWrapper
        ):  # as they are, unless somebody has put another in their place
            stream.reconfigure(errors="backslashreplace")  # a name that it cannot show is no reason to stop
    code = run(arguments)
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # nobody reads any more
            stream.flush()
    os._exit(code)  # taking a guide's objects apart one by one takes a tenth of the time of a small build


def open_streams() -> None:
    """Give standard streams that were closed to nobody: or a file that is opened later takes their place, and our words."""
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        os.set_inheritable(number, True)
    os.close(number)
    sys.stdout = sys.stdout or open(os.devnull, "w")  # noqa: SIM115  until the end
    sys.stderr = sys.stderr or open(os.devnull, "w")  # noqa: SIM115


def run(arguments: Sequence[str] | None = None) -> int:
    """The exit code of a command line: 0 done, 1 something is wrong or nobody reads any more, 2 wrong use, 130 Ctrl-C."""
    try:
        return run_and_tell(arguments)
    except (BrokenPipeError, SystemExit):  # click makes the first the second
        return 1


def run_and_tell(arguments: Sequence[str] | None) -> int:
    """The exit code of a command line; what went wrong is told."""
    try:
        code: int | None = cli.main(arguments, prog_name="make-guide", standalone_mode=False)
        return code or 0
    except click.ClickException as error:
        if was_interrupted(error):
            return INTERRUPTED
        error.message = shown_lines(error.message)  # type: ignore[misc]  # click prints no other text
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except BrokenPipeError:
        raise
    except Exception as error:
        if was_interrupted(error):
            return INTERRUPTED
        tell_fault(error)
        return 1


def was_interrupted(error: BaseException | None) -> bool:
    """Whether something went wrong while Ctrl-C was being heard: then that is what is told."""
    while error is not None and not isinstance(error, KeyboardInterrupt):
        error = error.__context__
    return error is not None


if __name__ == "__main__":
    main()
