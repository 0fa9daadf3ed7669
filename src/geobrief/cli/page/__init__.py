"""The page that `geobrief show` prints: a brief for somebody who reads it, not for a machine."""

from collections.abc import Iterator

from rich.console import RenderableType

from geobrief.brief import Brief
from geobrief.cli.page.accusations import accusations
from geobrief.cli.page.deployments import deployments
from geobrief.cli.page.legend import legend
from geobrief.cli.page.masthead import masthead
from geobrief.cli.page.reader import Reader
from geobrief.cli.page.sources import sources
from geobrief.cli.page.timeline import timeline
from geobrief.cli.page.treaties import treaties
from geobrief.cli.page.weapons import weapons_tests
from geobrief.cli.page.words import assessments, statements
from geobrief.values.when import When

__all__ = ["page"]

PARTS = (
    masthead,
    treaties,
    accusations,
    deployments,
    weapons_tests,
    statements,
    assessments,
    timeline,
    sources,
    legend,
)


def page(brief: Brief, *, on: When | None = None) -> Iterator[RenderableType]:
    """Yield the page of a brief, part by part; parts about which nothing is recorded are left out.

    ``on`` is the day for which treaties, accusations and strengths are answered; left out,
    the day up to which the brief is complete.
    """
    reader = Reader(brief, on if on is not None else brief.as_of)
    for part in PARTS:
        yield from part(reader)
