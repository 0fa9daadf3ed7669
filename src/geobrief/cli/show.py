"""``geobrief show``: a brief as a page that a newspaper editor can read."""

import click

from geobrief.cli.brief import brief_named, example_option, format_option
from geobrief.cli.output import console
from geobrief.cli.page import page
from geobrief.values.when import When

__all__ = ["show"]


@click.command
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--on", metavar="DAY", help="The day for which it is shown; left out, the day up to which it is complete.")
@click.option("--as-known", metavar="DAY", help="Show only what had been published by this day.")
@click.option("--width", type=click.IntRange(min=40), metavar="COLUMNS", help="How wide; left out, as the terminal.")
@example_option
@format_option
def show(
    paths: tuple[str, ...],
    *,
    on: str | None,
    as_known: str | None,
    width: int | None,
    examples: tuple[str, ...],
    format: str | None,
) -> None:
    """Show a brief as a page: treaties and their state, claims, tests, timeline, sources.

    Without PATH the brief that ships with geobrief is shown; several files, or a folder,
    are one brief.  Into a pipe the page goes without colour, 80 columns wide unless
    COLUMNS or --width says otherwise.
    """
    brief = brief_named(paths, examples, format)
    if as_known is not None:
        brief = brief.as_known(as_known)
    out = console(width=width)
    for part in page(brief, on=When.of(on) if on is not None else None):
        out.print(part)
