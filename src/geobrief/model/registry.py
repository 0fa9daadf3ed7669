"""The only list of record kinds.

The order is that in which a brief is written.  Codec, schema, generators, documentation
and `Brief` read it from here.
"""

from typing import Final, get_args

from geobrief.closed import for_every
from geobrief.errors import NotFound
from geobrief.model.accusation import Accusation
from geobrief.model.act import Act
from geobrief.model.assessment import Assessment
from geobrief.model.coverage import ActKind
from geobrief.model.deployment import Deployment
from geobrief.model.exchange import InstrumentExchange, NoteExchange
from geobrief.model.extension import Extension
from geobrief.model.finding import Finding
from geobrief.model.objection import Objection
from geobrief.model.provisional_application import ProvisionalApplication
from geobrief.model.ratification import Ratification
from geobrief.model.record import Record
from geobrief.model.renunciation import Renunciation
from geobrief.model.response import Response
from geobrief.model.signature import Signature
from geobrief.model.statement import Statement
from geobrief.model.suspension import Suspension
from geobrief.model.termination import Termination
from geobrief.model.treaty import Treaty
from geobrief.model.weapons_test import WeaponsTest
from geobrief.model.withdrawal import Withdrawal
from geobrief.words import did_you_mean, nearest

__all__ = ["ACTS", "KINDS", "SECTIONS", "kind_named"]

_ORDER: Final[tuple[type[Record], ...]] = (
    Treaty,
    Signature,
    Ratification,
    InstrumentExchange,
    NoteExchange,
    ProvisionalApplication,
    Objection,
    Renunciation,
    Extension,
    Suspension,
    Withdrawal,
    Termination,
    Deployment,
    WeaponsTest,
    Accusation,
    Response,
    Finding,
    Statement,
    Assessment,
)

KINDS: Final[dict[str, type[Record]]] = {cls.kind_name: cls for cls in _ORDER}
"""Every kind of record by the name it has in files, in the order in which it is written."""

SECTIONS: Final[dict[str, type[Record]]] = {cls.section: cls for cls in _ORDER}
"""Every kind of record by the heading of its section in a brief file."""

ACTS: Final[tuple[type[Act], ...]] = tuple(cls for cls in _ORDER if issubclass(cls, Act))
"""The kinds that are acts on a treaty."""

for_every(
    (act.kind_name for act in ACTS), "ActKind of geobrief.model.coverage", dict.fromkeys(get_args(ActKind))
)


def kind_named(name: str) -> type[Record]:
    """Return the class of a kind; the message of `NotFound` names the nearest.

    >>> kind_named("weapons_test").__name__
    'WeaponsTest'
    """
    try:
        return KINDS[name]
    except KeyError:
        hint = did_you_mean(nearest(name, KINDS)) or f"; one of {', '.join(KINDS)}"
        raise NotFound(f"no kind of record is called {name!r}{hint}") from None
