"""Classes of missiles by range, always under a named scheme, because the limits differ."""

import math
from typing import ClassVar, Final, Literal, get_args

import attrs

from geobrief.ballistics.bounds import Bounds, Quantity, kilometres
from geobrief.errors import InvalidArgument
from geobrief.model.weapons_test import RangeClass
from geobrief.result import Form, Result
from geobrief.values.mapping import FrozenMapping
from geobrief.values.possible import Possible

__all__ = ["SCHEMES", "Classified", "Scheme", "SchemeName", "classify", "range_class"]

SchemeName = Literal["britannica", "dod", "inf", "mda", "nasic"]
"""A published scheme of classes."""


@attrs.frozen
class Band:
    """One class of a scheme: from a limit to a limit, in km.

    Attributes:
        name: the class.
        low: its lower limit.
        high: its upper limit.
        includes_low: whether the lower limit belongs to it; the upper one then belongs to the next.
    """

    name: RangeClass
    low: float
    high: float
    includes_low: bool = False

    def may_hold(self, bounds: Bounds) -> bool:
        """Whether a range within the bounds can lie in this class."""
        from_low = bounds.at_least(self.low) if self.includes_low else bounds.above(self.low)
        past_high = bounds.above(self.high)
        return not from_low.is_no and not past_high.is_yes


@attrs.frozen(kw_only=True)
class Scheme:
    """A published scheme of classes by range.

    Attributes:
        name: its name here.
        title: its name for a person.
        source: where its limits are published.
        bands: its classes, shortest first.
        terms: what the scheme itself calls a class, where that differs.
    """

    name: SchemeName
    title: str
    source: str
    bands: tuple[Band, ...]
    terms: FrozenMapping[str] = attrs.field(factory=FrozenMapping[str])


def _up_to(*limits: tuple[RangeClass, float]) -> tuple[Band, ...]:
    """Make bands that follow each other from 0 km, each up to and with its upper limit."""
    lows = [-math.inf, *(limit for _, limit in limits)]
    return tuple(Band(name, low, high) for (name, high), low in zip(limits, lows, strict=False))


SCHEMES: Final[dict[SchemeName, Scheme]] = {
    "britannica": Scheme(
        name="britannica",
        title="Encyclopaedia Britannica",
        source="Encyclopaedia Britannica, article 'missile', section 'Types' (in miles: 300, 600, 3,300)",
        bands=_up_to(("SRBM", 480), ("MRBM", 965), ("IRBM", 5310), ("ICBM", math.inf)),
    ),
    "dod": Scheme(
        name="dod",
        title="US Department of Defense",
        source="Joint Publication 1-02, DoD Dictionary (in nautical miles: 600, 1,500, 3,000, 8,000)",
        bands=_up_to(("SRBM", 1111.2), ("MRBM", 2778), ("IRBM", 5556), ("ICBM", math.inf)),
    ),
    "inf": Scheme(
        name="inf",
        title="INF Treaty",
        source="INF Treaty (1987), article II(5) and (6); for ICBM, New START (2010), Protocol, part one",
        bands=(
            Band("SRBM", 500, 1000, includes_low=True),
            Band("IRBM", 1000, 5500),
            Band("ICBM", 5500, math.inf),
        ),
        terms=FrozenMapping({"SRBM": "shorter-range missile", "IRBM": "intermediate-range missile"}),
    ),
    "mda": Scheme(
        name="mda",
        title="US Missile Defense Agency",
        source="Missile Defense Agency, The Threat",
        bands=_up_to(("SRBM", 1000), ("MRBM", 3000), ("IRBM", 5500), ("ICBM", math.inf)),
    ),
    "nasic": Scheme(
        name="nasic",
        title="US National Air and Space Intelligence Center",
        source="NASIC, Ballistic and Cruise Missile Threat (2017)",
        bands=_up_to(("CRBM", 300), ("SRBM", 1000), ("MRBM", 3000), ("IRBM", 5500), ("ICBM", math.inf)),
    ),
}
"""The schemes, each with its limits and where they are published.

==========  ======  ==========  ===========  =============  ========
scheme      CRBM    SRBM        MRBM         IRBM           ICBM
==========  ======  ==========  ===========  =============  ========
britannica  –       ≤ 480       480–965      965–5,310      > 5,310
dod         –       ≤ 1,111     1,111–2,778  2,778–5,556    > 5,556
inf         –       500–1,000   –            1,000–5,500    > 5,500
mda         –       ≤ 1,000     1,000–3,000  3,000–5,500    > 5,500
nasic       ≤ 300   300–1,000   1,000–3,000  3,000–5,500    > 5,500
==========  ======  ==========  ===========  =============  ========

In km, a limit between two classes belonging to the lower one, except that the INF Treaty
begins at 500 km.  It has no class below that, none called MRBM, and covers missiles launched
from the ground; here its limits are applied to the range alone.  Joint Publication 1-02 gives
ICBMs about 3,000 to 8,000 nautical miles (5,556 to 14,816 km); the latter is where it saw them
end and no limit to another class, so none is applied.
"""


@attrs.frozen(kw_only=True)
class Classified(Result):
    """A class by range, with the scheme whose limits were used.

    Attributes:
        scheme: the scheme.
        classes: the class, or those that are possible; None is "none of the scheme's classes".
        given: the range in km that was classified.
    """

    form: ClassVar[Form] = Form(
        "scheme=scheme.name classes", classes=lambda given: [each or "none" for each in given.classes]
    )

    scheme: Scheme
    classes: Possible[RangeClass | None]
    given: Bounds

    @property
    def value(self) -> RangeClass | None:
        """The class; raises `Undetermined` where several are possible."""
        return self.classes.value

    @property
    def term(self) -> str:
        """The class, or those that are possible, in the words of the scheme."""
        names = (self.scheme.terms.get(each, each) if each else "no class" for each in self.classes)
        return " or ".join(names)

    def __str__(self) -> str:
        return f"{self.term} ({self.scheme.title})"


def range_class(max_range: Quantity, scheme: SchemeName) -> Classified:
    """Classify a range in km, or an estimate with its unit, under a named scheme.

    The range meant is the longest of which the missile is capable, not that of one flight.
    Raises `InvalidArgument` for a scheme that is not known.

    >>> print(range_class(1000, "inf")), print(range_class(2000, "mda"))
    shorter-range missile (INF Treaty)
    MRBM (US Missile Defense Agency)
    (None, None)
    """
    return classify(kilometres(max_range), scheme)


def classify(given: Bounds, scheme: SchemeName) -> Classified:
    """Classify bounds in km."""
    if scheme not in SCHEMES:
        raise InvalidArgument(f"expected one of {', '.join(get_args(SchemeName))}, got {scheme!r}")
    bands = SCHEMES[scheme].bands
    classes: set[RangeClass | None] = {band.name for band in bands if band.may_hold(given)}
    if not given.at_least(bands[0].low).is_yes:
        classes.add(None)
    return Classified(scheme=SCHEMES[scheme], classes=Possible(frozenset(classes)), given=given)
