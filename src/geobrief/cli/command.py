"""The command ``geobrief``: its subcommands, each loaded when it runs, and how they fail."""

import importlib
from typing import Any, Final

import click

from geobrief.cli.failure import failures

__all__ = ["COMMANDS", "geobrief"]

COMMANDS: Final[dict[str, str]] = {
    "show": "Show a brief as a page.",
    "ask": "Ask a brief a question.",
    "check": "Report every problem of brief files.",
    "convert": "Write a brief in another format.",
    "new": "Write a starter brief.",
}
"""Each subcommand, which stands in the module of its name, with its line of help."""


class Commands(click.Group):
    """A group that loads a command when it runs, and ends with one line where geobrief raises on purpose."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Load the command that was named; those that help lists are only their names and lines."""
        name, listed, rest = super().resolve_command(ctx, args)
        if listed is None or listed.name is None:
            return name, listed, rest
        return name, getattr(importlib.import_module(f"geobrief.cli.{listed.name}"), listed.name), rest

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand."""
        with failures():
            return super().invoke(ctx)


@click.group(
    cls=Commands,
    commands=[click.Command(name, short_help=line) for name, line in COMMANDS.items()],
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Exit codes: 0 fine, 1 problems found, 2 used wrongly.",
)
@click.version_option(package_name="geobrief", message="%(prog)s %(version)s")
def geobrief() -> None:
    """Treaties, troops, accusations and weapons tests as sourced records that answer questions.

    \b
    geobrief show                          the example brief, as a page
    geobrief ask "in-force dprk-russia-partnership --on 2024-11-12"
    geobrief new my.brief.yaml             a brief of your own, to begin with
    geobrief check my.brief.yaml           every problem in it, with line and remedy
    """  # noqa: D301 - \b keeps click from filling the lines
