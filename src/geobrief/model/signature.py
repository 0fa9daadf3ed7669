"""Signatures: of a text, by a state; definitive, or subject to ratification."""

from typing import ClassVar, Literal

import attrs

from geobrief.constraint import Text
from geobrief.model.act import StateAct
from geobrief.values.convert import as_optional_when
from geobrief.values.identifier import ActorCode
from geobrief.values.place import Place
from geobrief.values.when import When

__all__ = ["Signature", "SignatureEffect"]

SignatureEffect = Literal["definitive", "subject_to_ratification", "ad_referendum"]
"""Whether a signature binds (VCLT 12), needs ratification (14), or needs confirmation (12(2)(b))."""


@attrs.frozen(kw_only=True, repr=False)
class Signature(StateAct):
    """A state signs a treaty (VCLT 10–12, 18).

    A definitive signature is consent to be bound and is recorded here, once.  Left out,
    ``effect`` is what the treaty's clause implies.

    >>> Signature(treaty="dprk-russia-partnership", by="RUS", on="2024-06-19").id
    'signature-dprk-russia-partnership-rus'

    Attributes:
        on: the day.
        at: the place.
        signatory: the person who signed.
        office: the office in which that person signed.
        effect: whether it binds at once.
        withdrawn: the day on which the signature was withdrawn.
    """

    kind_name: ClassVar[str] = "signature"
    section: ClassVar[str] = "signatures"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {"by": ("by",), "day": ("on",)}
    done_on: ClassVar[tuple[str, ...]] = ("on",)
    further_days: ClassVar[tuple[str, ...]] = ("withdrawn",)

    on: When | None = attrs.field(default=None, converter=as_optional_when)
    at: Place | None = None
    signatory: ActorCode | None = None
    office: Text | None = None
    effect: SignatureEffect | None = None
    withdrawn: When | None = attrs.field(default=None, converter=as_optional_when)
