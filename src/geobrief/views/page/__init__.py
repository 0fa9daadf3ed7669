"""The page of a brief: what is said to somebody who reads it, as plain values."""

from geobrief.brief import Brief
from geobrief.values.when import When
from geobrief.views.page.legend import legend
from geobrief.views.page.masthead import masthead
from geobrief.views.page.parts import Page
from geobrief.views.page.reader import Reader
from geobrief.views.page.selection import SECTIONS
from geobrief.views.page.sources import sources
from geobrief.views.page.timeline import timeline

__all__ = ["page"]


def page(brief: Brief, *, on: When | None = None) -> Page:
    """Return the page of a brief; sections about which nothing is recorded are left out.

    ``on`` is the day for which treaties, accusations and strengths are answered; left out,
    the day up to which the brief is complete.
    """
    reader = Reader(brief, on if on is not None else brief.as_of)
    sections = [*(each.section(reader) for each in SECTIONS), timeline(reader), sources(reader), legend()]
    return Page(masthead(reader), tuple(section for section in sections if section is not None))
