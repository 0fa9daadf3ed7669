"""Which brief a command is about: files, a folder, standard input, or one that ships."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from geobrief.brief import Brief
from geobrief.codec import example, examples, load

__all__ = ["SHIPPED", "brief_named", "example_option", "from_option"]

SHIPPED = "dprk-russia-2024"
"""The brief that is meant where none is named."""

F = TypeVar("F", bound=Callable[..., Any])


def example_option(command: F) -> F:
    """Let a command take a brief that ships with geobrief."""
    return click.option(
        "--example",
        "examples",
        multiple=True,
        metavar="NAME",
        help=f"A brief that ships with geobrief: {', '.join(examples())}.",
    )(command)


def from_option(command: F) -> F:
    """Let a command read standard input, which has no suffix."""
    told = "The format of standard input (-), or of files whose suffix does not tell it."
    return click.option("--from", "read_as", metavar="FORMAT", help=told)(command)


def brief_named(paths: Sequence[str], examples: Sequence[str] = (), read_as: str | None = None) -> Brief:
    """Return the brief that a command was given; nothing means the one that ships."""
    if paths and examples:
        raise click.UsageError("give either files or --example")
    if paths:
        return load(*paths, format=read_as)
    return example(*(examples or (SHIPPED,)))
