"""The command, as `python -m guide`; small, so that Ctrl-C is quiet while the rest is still being read."""

import os

INTERRUPTED = 130  # what a shell gives for Ctrl-C


def main() -> None:
    """Run the command and leave with its exit code."""
    try:
        from guide import cli

        cli.main()
    except KeyboardInterrupt:
        os._exit(INTERRUPTED)


if __name__ == "__main__":
    main()
