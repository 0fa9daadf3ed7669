"""Declared actors: persons, agencies, groups and companies that a brief introduces."""

from collections.abc import Mapping
from typing import Literal

import attrs

from geobrief.actors import known
from geobrief.constraint import Constrained, Passage, Text
from geobrief.values.convert import as_names, as_optional_period
from geobrief.values.extra import NO_EXTRA, Extra, as_extra
from geobrief.values.identifier import ActorCode
from geobrief.values.period import Period

__all__ = ["ActorKind", "Actors", "DeclaredActor", "introduced", "named"]

ActorKind = Literal[
    "person",
    "agency",
    "government_body",
    "armed_force",
    "armed_group",
    "company",
    "media",
    "ngo",
    "organisation",
    "coalition",
    "experts",
    "unnamed_officials",
    "other",
]
"""What sort of actor it is."""


@attrs.frozen(kw_only=True, repr=False)
class DeclaredActor(Constrained):
    """An actor that is no state or organisation of the tables, as a brief declares it.

    It is named by the code under which it is declared, wherever an actor can stand.

    >>> choe = DeclaredActor(kind="person", name="Choe Son Hui", of="PRK",
    ...                      office="Minister of Foreign Affairs")
    >>> introduced("choe-son-hui", {"choe-son-hui": choe})
    'Choe Son Hui (North Korea)'

    Attributes:
        kind: what sort of actor it is.
        name: its name.
        of: the state or organisation to which it belongs.
        members: the actors of which a coalition is made.
        office: the office that a person holds.
        period: from when to when it holds that office, or exists.
        aliases: other names.
        note: a remark.
        extra: keys beginning with ``x-``, kept as they are.
    """

    kind: ActorKind
    name: Text
    of: ActorCode | None = None
    members: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    office: Text | None = None
    period: Period | None = attrs.field(default=None, converter=as_optional_period)
    aliases: tuple[Text, ...] = attrs.field(default=(), converter=as_names)
    note: Passage | None = None
    extra: Extra = attrs.field(default=NO_EXTRA, converter=as_extra)


Actors = Mapping[str, DeclaredActor]
"""The actors that a brief declares, by code."""


def named(code: str, actors: Actors) -> str:
    """Give the name under which an actor is shown, or its code where it has none.

    >>> named("PRK", {}), named("nobody-knows", {})
    ('North Korea', 'nobody-knows')
    """
    if code in actors:
        return actors[code].name
    actor = known(code)
    return code if actor is None else actor.name


def introduced(code: str, actors: Actors) -> str:
    """Give the name of an actor and, where the name does not tell, of whom it is a part.

    >>> mod = DeclaredActor(kind="agency", name="Ministry of Defense", of="JPN")
    >>> introduced("japan-mod", {"japan-mod": mod}), introduced("JPN", {})
    ('Ministry of Defense (Japan)', 'Japan')
    """
    name = named(code, actors)
    of = actors[code].of if code in actors else None
    whole = named(of, actors) if of is not None else ""
    return name if whole in name else f"{name} ({whole})"
