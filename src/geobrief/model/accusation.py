"""Accusations: who says that whom did what, on what basis."""

from collections.abc import Iterable
from typing import Annotated, ClassVar, Literal

import attrs

from geobrief.constraint import NonEmpty, Passage, Text
from geobrief.model.record import Record
from geobrief.values.convert import as_frozenset, as_names, as_optional_when
from geobrief.values.identifier import ActorCode, RecordId
from geobrief.values.when import When

__all__ = [
    "Accusation",
    "AccusationForm",
    "AccusationMode",
    "AccusationSubject",
    "EvidenceBasis",
    "Modality",
    "Responsibility",
]

AccusationMode = Literal["disapprove", "allege", "investigate"]
"""The mode of the accusation (PLOVER event data ontology, ACCUSE)."""

AccusationSubject = Literal[
    "aggression",
    "arms_transfer",
    "troop_deployment",
    "weapons_test",
    "cbrn",
    "cyber",
    "human_rights",
    "war_crimes",
    "sanctions_violation",
    "treaty_breach",
    "territory",
    "terrorism",
    "espionage",
    "disinformation",
    "interference",
    "crime",
    "corruption",
    "other",
]
"""What the accused is said to have done."""

Responsibility = Literal[
    "state_prohibited",
    "state_prohibited_but_inadequate",
    "state_ignored",
    "state_encouraged",
    "state_shaped",
    "state_coordinated",
    "state_ordered",
    "state_rogue_conducted",
    "state_executed",
    "state_integrated",
]
"""The degree of a state's responsibility (Healey, The Spectrum of State Responsibility, 2011)."""

AccusationForm = Literal[
    "statement", "report", "indictment", "sanctions", "resolution", "anonymous_official", "media"
]
"""The form in which it is made."""

EvidenceBasis = Literal[
    "intelligence", "imagery", "interception", "witness", "document", "forensic", "open_source", "none_given"
]
"""On what the accuser says that it rests."""

Modality = Literal["actual", "historical", "future", "hypothetical", "negated"]
"""Whether the act is said to have happened (PLOVER)."""


def _as_accusation_subjects(value: Iterable[AccusationSubject]) -> frozenset[AccusationSubject]:
    return as_frozenset(value)


def _as_evidence_bases(value: Iterable[EvidenceBasis]) -> frozenset[EvidenceBasis]:
    return as_frozenset(value)


@attrs.frozen(kw_only=True, repr=False)
class Accusation(Record):
    """Some actors say that others did something wrong.

    An accusation is never evidence of what it says: ask `Brief.standing`.  A claim of
    responsibility is not an accusation but a `Statement`.

    >>> joint = Accusation(id="kor-accuses-prk-deployment", accusers=["KOR", "USA"], accused=["PRK", "RUS"],
    ...                    subjects=["troop_deployment"], about=["prk-troops-in-russia"])
    >>> joint.mode, joint.about
    ('allege', ('prk-troops-in-russia',))

    Attributes:
        accusers: who accuses; a joint accusation is one record.
        accused: who is accused; may be empty.
        mode: disapprove, allege or investigate.
        subjects: what kind of act is alleged.
        alleges: what is alleged, in words.
        about: the records that it is about.
        responsibility: the degree of responsibility alleged.
        made_on: the day it was made.
        act_on: the day of the alleged act.
        form: the form in which it was made.
        basis: on what the accuser says that it rests.
        modality: whether the act is said to have happened.
        quote: its words, short.
    """

    kind_name: ClassVar[str] = "accusation"
    section: ClassVar[str] = "accusations"
    roles: ClassVar[dict[str, tuple[str, ...]]] = {
        "by": ("accusers",),
        "against": ("accused",),
        "day": ("made_on",),
    }

    accusers: Annotated[tuple[ActorCode, ...], NonEmpty()] = attrs.field(converter=as_names)
    accused: tuple[ActorCode, ...] = attrs.field(default=(), converter=as_names)
    mode: AccusationMode = "allege"
    subjects: frozenset[AccusationSubject] = attrs.field(
        default=frozenset(), converter=_as_accusation_subjects
    )
    alleges: Text | None = None
    about: tuple[RecordId, ...] = attrs.field(default=(), converter=as_names)
    responsibility: Responsibility | None = None
    made_on: When | None = attrs.field(default=None, converter=as_optional_when)
    act_on: When | None = attrs.field(default=None, converter=as_optional_when)
    form: AccusationForm | None = None
    basis: frozenset[EvidenceBasis] = attrs.field(default=frozenset(), converter=_as_evidence_bases)
    modality: Modality = "actual"
    quote: Passage | None = None
