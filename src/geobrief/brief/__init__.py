"""A brief: immutable, indexed records with their sources, that answers questions."""

from geobrief.brief.brief import Brief
from geobrief.brief.parts import Part
from geobrief.brief.records import Records

__all__ = ["Brief", "Part", "Records"]
