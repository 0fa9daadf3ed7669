"""How a command fails: one clean line on standard error, and an exit code that says why."""

import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import IO, Any

import click

from geobrief.errors import GeobriefError, InvalidBrief
from geobrief.words import visible

__all__ = ["Failure", "failures"]


class Failure(click.ClickException):
    """The command was used wrongly; its message is all that is shown."""

    exit_code = 2

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message; each of its lines stands by itself."""
        click.echo(visible(self.message, lines=True), file=file or sys.stderr)


class _Unreadable(Failure):
    """The data have problems; each stands in a line of the message."""

    exit_code = 1


@contextmanager
def failures() -> Generator[None]:
    """Turn what geobrief raises on purpose, and what the system refuses, into a failure."""
    try:
        yield
    except InvalidBrief as error:
        raise _Unreadable(f"{error}\ngeobrief: this cannot be read as a brief") from None
    except GeobriefError as error:
        raise Failure(f"geobrief: {error}") from None
    except BrokenPipeError:
        raise
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        raise Failure(f"geobrief: {name}{error.strerror or error}") from None
