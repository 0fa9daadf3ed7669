"""The command line: ``geobrief show | ask | check | convert | new``.

Needs the extra ``cli``.  Importing this package needs nothing, so that a missing extra can
be said in one line.
"""

import signal
import sys

from geobrief.errors import MissingExtra

__all__ = ["main"]


def main() -> None:
    """Run the command line and leave the process with its exit code."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `geobrief show | head` ends as quietly as cat does
    try:
        from geobrief.cli.command import geobrief  # noqa: PLC0415 - click may be missing

        geobrief(prog_name="geobrief")
    except ModuleNotFoundError as error:
        package = (error.name or "").partition(".")[0]
        if package not in {"click", "rich"}:
            raise
        sys.stderr.write(f"geobrief: {MissingExtra('cli', package)}\n")
        sys.exit(2)
