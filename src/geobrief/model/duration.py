"""Duration: how long a treaty runs, and how its term is renewed or extended."""

from collections.abc import Iterable

import attrs

from geobrief.constraint import Constrained, Invariant, PositiveInt, Problem
from geobrief.values.convert import as_optional_delay, as_optional_when
from geobrief.values.delay import Delay
from geobrief.values.when import When

__all__ = ["Duration", "Renewal"]


@attrs.frozen(kw_only=True, repr=False)
class Renewal(Constrained):
    """Tacit renewal at the end of a term.

    >>> again = Renewal(each="5 years", notice="1 year")  # China and Russia, 2001
    >>> again.each, again.times  # without limit
    (Years(5), None)

    Attributes:
        each: for how long it is renewed each time.
        times: how often at most; left out, without limit.
        notice: how long before the end of a term a party must object.
    """

    each: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    times: PositiveInt | None = None
    notice: Delay | None = attrs.field(default=None, converter=as_optional_delay)


@attrs.frozen(kw_only=True, repr=False)
class Duration(Constrained):
    """How long a treaty runs; a treaty without one runs indefinitely.

    A term of N years from day D ends on the day D + N years: that is the first day out.

    Raises `InvalidRecord` unless exactly one of ``term`` and ``until`` is given.

    >>> new_start = Duration(term="10 years", extendable_by="5 years")
    >>> new_start.term, new_start.renewal
    (Years(10), None)

    Attributes:
        term: the term, counted from entry into force.
        until: the first day out, where a date is fixed instead.
        renewal: whether and how it is renewed tacitly.
        extendable_by: by how much at most the parties may extend it by agreement.
    """

    term: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    until: When | None = attrs.field(default=None, converter=as_optional_when)
    renewal: Renewal | None = None
    extendable_by: Delay | None = attrs.field(default=None, converter=as_optional_delay)

    def _invariants(self) -> Iterable[Problem]:
        if (self.term is None) == (self.until is None):
            yield Invariant("term", "give exactly one of term and until")
        if self.until is not None and self.renewal is not None and self.renewal.each is None:
            yield Invariant("renewal.each", "say for how long it is renewed: there is no term to repeat")
