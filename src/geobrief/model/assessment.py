"""Assessments: what experts or agencies judge, with the hedge in which they say it."""

from typing import Annotated, ClassVar

import attrs

from geobrief.constraint import NonEmpty, Passage, Text
from geobrief.model.record import Record
from geobrief.values.convert import as_names, as_optional_when
from geobrief.values.identifier import ActorCode, Subject
from geobrief.values.likelihood import Likelihood
from geobrief.values.when import When

__all__ = ["Assessment"]


@attrs.frozen(kw_only=True, repr=False)
class Assessment(Record):
    """A judgement that somebody holds; hedged content lives here and is never a fact.

    ``confidence`` (of every record) and ``likelihood`` are kept apart, as ICD 203 asks.

    >>> judged = Assessment(id="experts-legitimise-support", holders=["unnamed-experts"],
    ...                     proposition="ratifying the treaty may help both to legitimise the support",
    ...                     verbatim="suggest … may")
    >>> judged.likelihood is None  # "may" is no term of likelihood
    True

    Attributes:
        holders: who holds it.
        proposition: what is judged.
        likelihood: how likely they call it.
        about: the records or actors that it is about.
        on: the day.
        verbatim: the hedge in the words of the source.
    """

    kind_name: ClassVar[str] = "assessment"
    section: ClassVar[str] = "assessments"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("holders",), "day": ("on",)}

    holders: Annotated[tuple[ActorCode, ...], NonEmpty()] = attrs.field(converter=as_names)
    proposition: Text
    likelihood: Likelihood | None = None
    about: tuple[Subject, ...] = attrs.field(default=(), converter=as_names)
    on: When | None = attrs.field(default=None, converter=as_optional_when)
    verbatim: Passage | None = None
