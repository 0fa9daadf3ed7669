"""Where each kind of record stands on the page: in a section of its own, or in the timeline only."""

from collections.abc import Collection
from typing import Final

from geobrief.model.finding import Finding
from geobrief.model.record import Record
from geobrief.model.registry import ACTS, KINDS
from geobrief.model.response import Response
from geobrief.views.page.accusations import ACCUSATIONS
from geobrief.views.page.assessments import ASSESSMENTS
from geobrief.views.page.deployments import DEPLOYMENTS
from geobrief.views.page.record_section import RecordSection
from geobrief.views.page.statements import STATEMENTS
from geobrief.views.page.treaties import TREATIES
from geobrief.views.page.weapons_tests import WEAPONS_TESTS

__all__ = ["IN_THE_TIMELINE_ONLY", "SECTIONS", "without_place"]

SECTIONS: Final[tuple[RecordSection, ...]] = (
    TREATIES,
    ACCUSATIONS,
    DEPLOYMENTS,
    WEAPONS_TESTS,
    STATEMENTS,
    ASSESSMENTS,
)
"""The sections of records, in the order of the page."""

IN_THE_TIMELINE_ONLY: Final[frozenset[type[Record]]] = frozenset({*ACTS, Response, Finding})
"""Kinds without a section: what follows from acts is told of the treaty, the others of the accusation."""


def without_place(kinds: Collection[type[Record]]) -> list[str]:
    """Name the kinds for which it is not said where they stand on the page, or which it is said twice."""
    placed = [*(each.kind for each in SECTIONS), *IN_THE_TIMELINE_ONLY]
    return sorted(kind.kind_name for kind in {*kinds, *placed} if placed.count(kind) != 1)


if _unplaced := without_place(KINDS.values()):
    raise AssertionError(
        f"where on the page does {', '.join(_unplaced)} stand? "
        "Give the kind one section in SECTIONS, or list it in IN_THE_TIMELINE_ONLY."
    )
