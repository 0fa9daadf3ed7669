"""Telling: one table that says how each kind of record is told, listed and dated."""

from geobrief.brief.telling.moments import Aspect, Moment
from geobrief.brief.telling.teller import Teller
from geobrief.brief.telling.tellings import TELLINGS, Telling, moments, places_of, those_in, told

__all__ = [
    "TELLINGS",
    "Aspect",
    "Moment",
    "Teller",
    "Telling",
    "moments",
    "places_of",
    "those_in",
    "told",
]
