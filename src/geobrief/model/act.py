"""What every act on a treaty has: the treaty, and whether its effect is contested."""

from collections.abc import Iterable
from typing import ClassVar

import attrs

from geobrief.constraint import Constrained, Invariant, Problem, Text
from geobrief.model.record import Record
from geobrief.values.citation import Citation, as_citations
from geobrief.values.convert import as_names, as_optional_when, as_tuple
from geobrief.values.identifier import ActorCode, Slug, TreatyId
from geobrief.values.when import When
from geobrief.words import hyphenated

__all__ = ["Act", "Contest", "JointAct", "StateAct"]


@attrs.frozen(kw_only=True, repr=False)
class Contest(Constrained):
    """Somebody who disputes the legal effect of an act, and why.

    >>> from geobrief import Suspension
    >>> dispute = Contest(by="USA", ground="legally invalid")
    >>> Suspension(treaty="new-start", by="RUS", notified="2023-02-28", contested=[dispute]).contested[0].by
    'USA'

    Attributes:
        by: who disputes it.
        ground: why.
        citations: where it is said.
    """

    by: ActorCode
    ground: Text | None = None
    citations: tuple[Citation, ...] = attrs.field(default=(), converter=as_citations)


def _as_contests(value: Iterable[Contest]) -> tuple[Contest, ...]:
    return as_tuple(value)


@attrs.frozen(kw_only=True, repr=False)
class Act(Record):
    """Something that one or more states do about a treaty.

    An act may leave its id out: it is ``{kind}-{treaty}-{by}``.  ``attrs.evolve`` keeps the
    id that an act has; give ``id=""`` to have it derived anew.  Every kind declares which of
    its fields hold its day.

    Attributes:
        treaty: the treaty.
        contested: who disputes its legal effect; geobrief never decides a dispute.
        planned: whether it is announced and has not happened.
    """

    id: Slug = ""
    treaty: TreatyId
    contested: tuple[Contest, ...] = attrs.field(default=(), converter=_as_contests)
    planned: bool = False

    done_on: ClassVar[tuple[str, ...]]
    """The fields that hold the day on which it is done, the one that counts first."""
    further_days: ClassVar[tuple[str, ...]]
    """The fields that hold days of further effects; such a day need not lie within the records."""

    @classmethod
    def __attrs_init_subclass__(cls) -> None:
        super().__attrs_init_subclass__()
        fields = {field.name for field in attrs.fields(cls)}
        for name in ("done_on", "further_days") if "kind_name" in vars(cls) else ():
            if name not in vars(cls):
                raise TypeError(f"{cls.__name__}: {name} is not declared")
            for field in vars(cls)[name]:
                if field not in fields:
                    raise TypeError(f"{cls.__name__}: {name} names {field!r}, which is no field")
        selected = {path.partition(".")[0] for path in cls.roles.get("day", ())}
        for field in getattr(cls, "done_on", ()):
            if field not in selected:
                raise TypeError(f"{cls.__name__}: done_on names {field!r}, and roles['day'] does not")

    def __attrs_post_init__(self) -> None:
        super().__attrs_post_init__()
        if self.id == "":
            object.__setattr__(self, "id", self.natural_id)

    @property
    def actors(self) -> tuple[ActorCode, ...]:
        """The actors that do it."""
        raise NotImplementedError

    @property
    def natural_id(self) -> str:
        """The id that the act has when none is given."""
        kind = hyphenated(self.kind_name)
        return "-".join((kind, str(self.treaty), *self._natural_key())).lower()

    def _natural_key(self) -> tuple[str, ...]:
        return ()


@attrs.frozen(kw_only=True, repr=False)
class StateAct(Act):
    """An act of one state or organisation.

    Attributes:
        by: who does it.
        circulated: the day the depositary passed it on, from which others may object (VCLT 20(5), 78(c)).
    """

    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("by",)}

    by: ActorCode
    circulated: When | None = attrs.field(default=None, converter=as_optional_when)

    @property
    def actors(self) -> tuple[ActorCode, ...]:
        """The one actor."""
        return (self.by,)

    def _natural_key(self) -> tuple[str, ...]:
        return (str(self.by),)


@attrs.frozen(kw_only=True, repr=False)
class JointAct(Act):
    """An act of several states together.

    Attributes:
        between: the states; left out, all parties.
    """

    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("between",)}

    between: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)

    @property
    def actors(self) -> tuple[ActorCode, ...]:
        """The states named."""
        return self.between

    def _invariants(self) -> Iterable[Problem]:
        if len(self.between) == 1:
            yield Invariant("between", "a joint act needs at least two states, or none for all parties")
