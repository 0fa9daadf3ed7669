"""Extensions: the parties agree that a fixed term runs longer."""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from geobrief.constraint import Invariant, Problem, Text
from geobrief.model.act import JointAct
from geobrief.values.convert import as_names, as_optional_delay, as_optional_when
from geobrief.values.delay import Delay
from geobrief.values.when import When

__all__ = ["Extension"]


@attrs.frozen(kw_only=True, repr=False)
class Extension(JointAct):
    """The parties extend a treaty's term (New START, 2021).

    One that all agree on after the day of expiry holds from then on; it fills the gap only where it says that
    it works back, as an ``effective`` before ``agreed`` does (VCLT 39).  With none of ``lengthened``,
    ``until`` and ``indefinitely`` it is as long as the treaty's ``extendable_by``.

    Raises `InvalidRecord` where more than one of ``lengthened``, ``until`` and ``indefinitely`` is given.

    >>> longer = Extension(
    ...     treaty="new-start", agreed="2021-01-26", effective="2021-02-03", lengthened="5 years"
    ... )
    >>> longer.lengthened
    Years(5)

    Attributes:
        agreed: the day it was agreed.
        effective: the day it took effect, where that is not the day it was agreed, also one before that.
        lengthened: by how much the term is longer.
        until: the first day on which the treaty is out of force, where that is stated instead.
        indefinitely: whether it has no end (the Non-Proliferation Treaty, 1995).
        articles: the provisions that it prolongs; left out, the whole treaty (US–UK, 1958, article III bis).
    """

    kind_name: ClassVar[str] = "extension"
    section: ClassVar[str] = "extensions"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between",), "day": ("agreed", "effective")}
    done_on: ClassVar[tuple[str, ...]] = ("agreed", "effective")
    further_days: ClassVar[tuple[str, ...]] = ("effective", "until")

    agreed: When | None = attrs.field(default=None, converter=as_optional_when)
    effective: When | None = attrs.field(default=None, converter=as_optional_when)
    lengthened: Delay | None = attrs.field(default=None, converter=as_optional_delay)
    until: When | None = attrs.field(default=None, converter=as_optional_when)
    indefinitely: bool = False
    articles: tuple[Text, ...] = attrs.field(default=(), converter=as_names)

    def _invariants(self) -> Iterable[Problem]:
        yield from super()._invariants()
        given = (self.lengthened is not None) + (self.until is not None) + self.indefinitely
        if given > 1:
            yield Invariant("lengthened", "give only one of lengthened, until and indefinitely")
