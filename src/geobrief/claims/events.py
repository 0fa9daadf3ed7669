"""Events: the records of something that was done, of which others can be accused."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final, Generic, TypeVar

import attrs

from geobrief.closed import for_every
from geobrief.model.deployment import Deployment
from geobrief.model.record import Record
from geobrief.model.registry import ACTS, KINDS
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


EVENTS: Final[Mapping[str, Event[Any] | None]] = for_every(
    KINDS,
    "EVENTS of geobrief.claims.events",
    {
        "deployment": Event[Deployment](
            doers=lambda deployment: (*deployment.senders, *filter(None, [deployment.host])),
            figures=lambda deployment: deployment.strength,
            alleged=lambda deployment: deployment.alleged,
        ),
        "weapons_test": Event[WeaponsTest](
            doers=lambda test: (test.tester,),
            figures=lambda test: test.measurements,
            alleged=lambda test: test.alleged,
        ),
        **dict.fromkeys(("treaty", *(act.kind_name for act in ACTS))),
        **dict.fromkeys(("accusation", "response", "finding", "statement", "assessment")),
    },
)
"""By the name of each kind of record what claims need to know of it; None where it is no event."""
