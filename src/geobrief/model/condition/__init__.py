"""Conditions: what must happen before a treaty enters into force (VCLT 24(1)).

A closed algebra.  In a file a condition is a mapping with exactly one condition key; its
other keys are parameters.  In Python, conditions are joined with ``&`` and ``|``.
Nothing is evaluated here: `geobrief.law` does that.
"""

from geobrief.model.algebra import AllOf, AnyOf, Condition
from geobrief.model.condition.consents import Consents, FractionOf, MembersOf, Named, Share
from geobrief.model.condition.days import Agreed, NoObjections, OnDate
from geobrief.model.condition.exchanges import Exchange, Notifications, Signed
from geobrief.model.treaty_in_force import TreatyInForce

__all__ = [
    "CONDITIONS",
    "Agreed",
    "AllOf",
    "AnyOf",
    "Condition",
    "Consents",
    "Exchange",
    "FractionOf",
    "MembersOf",
    "Named",
    "NoObjections",
    "Notifications",
    "OnDate",
    "Share",
    "Signed",
    "TreatyInForce",
]

CONDITIONS: tuple[type[Condition], ...] = (
    Signed,
    Exchange,
    Notifications,
    Consents,
    Named,
    FractionOf,
    MembersOf,
    Share,
    OnDate,
    TreatyInForce,
    Agreed,
    NoObjections,
    AllOf,
    AnyOf,
)
"""Every kind of condition; the codec, the schema and the generators read this list."""
