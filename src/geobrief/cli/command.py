"""The command ``geobrief`` and what all its subcommands share: how they fail."""

from typing import Any

import click

from geobrief.cli.ask import ask
from geobrief.cli.check import check
from geobrief.cli.convert import convert
from geobrief.cli.failure import failures
from geobrief.cli.new import new
from geobrief.cli.show import show

__all__ = ["geobrief"]


class Commands(click.Group):
    """A group whose commands end with one line where geobrief raises on purpose."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand."""
        with failures():
            return super().invoke(ctx)


@click.group(
    cls=Commands,
    commands=[show, ask, check, convert, new],
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
