"""Which brief a command is about: files, a folder, standard input, or one that ships."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from geobrief.brief import Brief
from geobrief.codec import example, examples, load

__all__ = ["SHIPPED", "brief_named", "example_option", "format_option"]

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


def format_option(command: F) -> F:
    """Let a command read standard input, which has no suffix."""
    return click.option(
        "--format", metavar="NAME", help="The format of standard input (-): yaml, json, jsonl or toml."
    )(command)


def brief_named(paths: Sequence[str], examples: Sequence[str] = (), format: str | None = None) -> Brief:  # noqa: A002 - the name of the option
    """Return the brief that a command was given; nothing means the one that ships."""
    if paths and examples:
        raise click.UsageError("give either files or --example")
    if paths:
        return load(*paths, format=format)
    return example(*(examples or (SHIPPED,)))
