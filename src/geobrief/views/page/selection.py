"""Where each kind of record stands on the page: in a section of its own, or in the timeline only."""

from collections.abc import Mapping
from typing import Final

from geobrief.closed import for_every
from geobrief.model.accusation import Accusation
from geobrief.model.assessment import Assessment
from geobrief.model.deployment import Deployment
from geobrief.model.finding import Finding
from geobrief.model.record import Record
from geobrief.model.registry import ACTS, KINDS
from geobrief.model.response import Response
from geobrief.model.statement import Statement
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.views.page.accusations import ACCUSATIONS
from geobrief.views.page.assessments import ASSESSMENTS
from geobrief.views.page.deployments import DEPLOYMENTS
from geobrief.views.page.record_section import RecordSection
from geobrief.views.page.statements import STATEMENTS
from geobrief.views.page.treaties import TREATIES
from geobrief.views.page.weapons_tests import WEAPONS_TESTS

__all__ = ["PLACES", "SECTIONS"]

PLACES: Final[Mapping[type[Record], RecordSection | None]] = for_every(
    KINDS.values(),
    "PLACES of geobrief.views.page.selection",
    {
        Treaty: TREATIES,
        Accusation: ACCUSATIONS,
        Deployment: DEPLOYMENTS,
        WeaponsTest: WEAPONS_TESTS,
        Statement: STATEMENTS,
        Assessment: ASSESSMENTS,
        **dict.fromkeys(ACTS, None),
        Response: None,
        Finding: None,
    },
)
"""The section of each kind.  None stands for what is in the timeline only: what follows from acts is told
of the treaty, and what follows from responses and findings of the accusation."""

SECTIONS: Final[tuple[RecordSection, ...]] = tuple(each for each in PLACES.values() if each is not None)
"""The sections of records, in the order of the page."""
