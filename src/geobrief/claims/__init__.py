"""Who says what, and where it stands: independence of sources, strength, standing.

Pure functions over records and sources.  The rule above all: counting voices never makes
a fact.
"""

from geobrief.claims.conclusion import Conclusion
from geobrief.claims.facet import Facet
from geobrief.claims.independence import Voice, ancestry, cycles, independent, origins
from geobrief.claims.responses import ResponseWord
from geobrief.claims.standing import Standing, standing
from geobrief.claims.strength import Strength, strength
from geobrief.claims.support import Support

__all__ = [
    "Conclusion",
    "Facet",
    "ResponseWord",
    "Standing",
    "Strength",
    "Support",
    "Voice",
    "ancestry",
    "cycles",
    "independent",
    "origins",
    "standing",
    "strength",
]
