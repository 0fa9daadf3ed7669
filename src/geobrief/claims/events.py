"""Events: the records of something that was done, of which others can be accused."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, TypeVar

import attrs

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
from geobrief.values.estimate import Estimate

__all__ = ["EVENTS", "Event"]

R = TypeVar("R", bound=Record)


@attrs.frozen(kw_only=True)
class Event(Generic[R]):
    """What claims need to know of one kind of event.

    Attributes:
        doers: names who took part, and can answer for it.
        figures: gives the figures in it, each with its own sources.
        alleged: tells whether it is only alleged to have happened.
    """

    doers: Callable[[R], tuple[str, ...]]
    figures: Callable[[R], Iterable[Estimate]]
    alleged: Callable[[R], bool]


EVENTS: Final[Mapping[type[Record], Event[Any] | None]] = for_every(
    KINDS.values(),
    "EVENTS of geobrief.claims.events",
    {
        Deployment: Event[Deployment](
            doers=lambda deployment: (*deployment.senders, *filter(None, [deployment.host])),
            figures=lambda deployment: deployment.strength,
            alleged=lambda deployment: deployment.alleged,
        ),
        WeaponsTest: Event[WeaponsTest](
            doers=lambda test: (test.tester,),
            figures=lambda test: test.measurements,
            alleged=lambda test: test.alleged,
        ),
        **dict.fromkeys((Treaty, *ACTS, Accusation, Response, Finding, Statement, Assessment), None),
    },
)
"""By kind of record what claims need to know of it; None for what is no event but speaks of some."""
