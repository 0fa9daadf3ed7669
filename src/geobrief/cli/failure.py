"""How a command fails: one clean line on standard error, and an exit code that says why."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO, Any

import click

from geobrief.cli.output import escaped
from geobrief.errors import GeobriefError, InvalidBrief

__all__ = ["Failure", "failures"]

PROBLEMS = 1
MISUSE = 2


class Failure(click.ClickException):
    """A failure with its message and exit code."""

    def __init__(self, message: str, exit_code: int = MISUSE) -> None:
        super().__init__(message)
        self.exit_code = exit_code

    def show(self, file: IO[Any] | None = None) -> None:
        """Write the message; each of its lines stands by itself."""
        click.echo(escaped(self.message), file=file or sys.stderr)


@contextmanager
def failures() -> Iterator[None]:
    """Turn what geobrief raises on purpose, and what the system refuses, into a failure."""
    try:
        yield
    except InvalidBrief as error:
        raise Failure(f"{error}\ngeobrief: this cannot be read as a brief", PROBLEMS) from None
    except GeobriefError as error:
        raise Failure(f"geobrief: {error}") from None
    except BrokenPipeError:
        raise
    except OSError as error:
        name = f"{error.filename}: " if error.filename else ""
        raise Failure(f"geobrief: {name}{error.strerror or error}") from None
