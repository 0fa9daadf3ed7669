"""``geobrief show``: a brief as a page that a newspaper editor can read."""

import click

from geobrief.cli.brief import brief_named, example_option, from_option
from geobrief.cli.output import write_json
from geobrief.values.when import When
from geobrief.views.overview import overview
from geobrief.views.page import page

__all__ = ["show"]


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
@click.option("--on", metavar="DAY", help="The day that is asked about; left out, the brief's own as_of.")
@click.option("--as-known", metavar="DAY", help="Show only what had been published by this day.")
@click.option("--width", type=click.IntRange(min=40), metavar="COLUMNS", help="How wide the page is.")
@click.option("--json", "as_json", is_flag=True, help="Write what the page answers as JSON.")
@example_option
@from_option
def show(
    paths: tuple[str, ...],
    *,
    on: str | None,
    as_known: str | None,
    width: int | None,
    as_json: bool,
    examples: tuple[str, ...],
    read_as: str | None,
) -> None:
    """Show a brief as a page: treaties and their state, claims, tests, timeline, sources.

    Without PATH the brief that ships with geobrief is shown; several files, or a folder,
    are one brief.  Into a pipe the page goes without colour, 80 columns wide unless
    COLUMNS or --width says otherwise.
    """
    day = When.of(on) if on is not None else None
    brief = brief_named(paths, examples, read_as)
    if as_known is not None:
        brief = brief.as_known(as_known)
    if as_json:
        write_json(overview(brief, on=day))
    else:
        from geobrief.views.text import write_page  # noqa: PLC0415 - JSON needs no layout

        write_page(page(brief, on=day), width=width)
