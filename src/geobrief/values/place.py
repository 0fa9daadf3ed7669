"""Places: where something was, as far as it is known.

Coordinates are WGS 84 degrees.  The state to which a territory belongs and the state
that controls it are two fields, because they differ.
"""

from collections.abc import Iterable
from typing import Annotated, Literal

import attrs

from geobrief.constraint import Between, Constrained, Invariant, Number, Passage, Problem, Text
from geobrief.values.identifier import ActorCode

__all__ = ["Place", "PlacePrecision"]

PlacePrecision = Literal["exact", "near", "admin2", "admin1", "country", "sea_area", "unknown"]
"""How closely the place is known."""


@attrs.frozen(kw_only=True, repr=False)
class Place(Constrained):
    """A place by name, coordinates, or territory; at least one of them.

    >>> Place(name="Pyongyang", territory="PRK").name
    'Pyongyang'

    Attributes:
        name: its name.
        raw: the words in which the source gives it.
        lat: latitude in degrees, WGS 84, north positive.
        lon: longitude in degrees, WGS 84, east positive.
        precision: how closely it is known.
        territory: the state to whose territory it belongs.
        controlled_by: the state or group that controls it.
    """

    name: Text | None = None
    raw: Passage | None = None
    lat: Annotated[Number, Between(-90, 90)] | None = None
    lon: Annotated[Number, Between(-180, 180)] | None = None
    precision: PlacePrecision | None = None
    territory: ActorCode | None = None
    controlled_by: ActorCode | None = None

    def _invariants(self) -> Iterable[Problem]:
        if not any((self.name, self.raw, self.lat is not None, self.territory)):
            yield Invariant("", "a place needs a name, coordinates or a territory")
        if (self.lat is None) != (self.lon is None):
            yield Invariant("lat", "latitude and longitude are given together or not at all")
        if self.lat == 0 and self.lon == 0:
            yield Invariant("lat", "coordinates 0, 0 stand for a missing value; leave them out", "GB503")

    def __str__(self) -> str:
        return self.name or self.raw or self.territory or f"{self.lat}, {self.lon}"
